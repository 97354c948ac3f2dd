"""How the note of a source is written, a division of two figures with the numbers as the language writes them."""

import re
from typing import Final

from language.languages import Language

_DIVISION: Final = re.compile(r"(\d+(?:\.\d+)?) / (\d+)")
_OF_ALL: Final = re.compile(r"(\d+)/(\d+)")


def calculated_note(note: str, language: Language) -> str:
    """“66.775 / 9” of `66775 / 9`, how many units have a target of `79/82`; other notes in the reader's language."""
    if of_all := _OF_ALL.fullmatch(note):
        known, everybody = (language.numbers.count(int(number)) for number in of_all.groups())
        return language.facts.with_target.format(known=known, all=everybody)
    division = _DIVISION.fullmatch(note)
    if not division:
        return language.names.staff_text(note)
    return " / ".join(language.numbers.as_printed(float(number)) for number in division.groups())
