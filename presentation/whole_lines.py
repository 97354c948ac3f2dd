"""Lines of documents whose programs break them: where none may end stands a fixed space (docs/decisions/0028)."""

from typing import Final

from language.words.unbroken import divisible, spaced
from presentation.wording import printable

FIXED_SPACE: Final = "\u00a0"


def unbroken_line(text: str) -> str:
    """`printable` text with its own fixed spaces and those of the rule, none inside of words: staff search them."""
    return divisible(_printable(text))


def unbroken_title(text: str) -> str:
    """A title or a head: as `unbroken_line`, with words of two syllables whole."""
    return spaced(_printable(text))


def _printable(text: str) -> str:
    return FIXED_SPACE.join(printable(part) for part in text.split(FIXED_SPACE))
