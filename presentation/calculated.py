"""How the note of a source is written, a division of two figures with the numbers as the language writes them."""

import re
from typing import Final

from language.languages import Language

_DIVISION: Final = re.compile(r"(\d+(?:\.\d+)?) / (\d+)")


def told_note(note: str, language: Language) -> str:
    """“66.775 / 9” of `66775 / 9`; any other note in the reader's language."""
    division = _DIVISION.fullmatch(note)
    if not division:
        return language.names.told(note)
    return " / ".join(language.numbers.as_printed(float(number)) for number in division.groups())
