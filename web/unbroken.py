"""Words on their way to a browser: no line ends inside a date or between a number and its unit."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, TypeAlias

from language.words.unbroken import unbroken_markup

Enqueue: TypeAlias = Callable[[Any, Any], None]

# What readers read, by kind of element; widgets are left alone, since they are known by their words.
WORDS: Final[dict[str, tuple[str, ...]]] = {
    "markdown": ("body", "help"),
    "html": ("body",),
    "heading": ("body",),
    "text": ("body",),
    "alert": ("title", "body"),
    "metric": ("label", "body", "delta", "delta_description", "help"),
    "toast": ("body",),
}


def with_unbroken_words(enqueue: Enqueue) -> Enqueue:
    """A replacement for a script's method `enqueue`.

    A message that has its hash went through here before, when its block was drawn: it is sent as it is.
    """

    @wraps(enqueue)
    def enqueued(context: Any, message: Any) -> None:
        if not message.hash and message.WhichOneof("type") == "delta":
            element = message.delta.new_element
            kind = element.WhichOneof("type")
            for name in WORDS.get(kind, ()):
                _mend(getattr(element, kind), name)
        enqueue(context, message)

    return enqueued


def _mend(words: Any, name: str) -> None:
    text = getattr(words, name)
    if text and (mended := unbroken_markup(text)) != text:
        setattr(words, name, mended)
