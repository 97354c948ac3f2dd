"""Lines of documents whose programs break them: where none may end stands a fixed space (docs/decisions/0028)."""

from typing import Final

from language.words.unbroken import spaced
from presentation.wording import printable

FIXED_SPACE: Final = "\u00a0"


def unbroken_line(text: str) -> str:
    """`printable` text with its own fixed spaces and those of the rule."""
    return spaced(FIXED_SPACE.join(printable(part) for part in text.split(FIXED_SPACE)))
