"""Notes of calculated sources, with the numbers of a division in the language's format."""

import re
from typing import Final

from language.languages import Language

_DIVISION: Final = re.compile(r"(\d+(?:\.\d+)?) / (\d+)")
_OF_ALL: Final = re.compile(r"(\d+)/(\d+)")


def calculated_note(note: str, language: Language) -> str:
    """“66.775 / 9” for `66775 / 9`; for `79/82` how many units have a target; other notes translated."""
    if of_all := _OF_ALL.fullmatch(note):
        if of_all[2] == "1":  # of one unit that tells nothing
            return ""
        count, everybody = (language.numbers.count(int(number)) for number in of_all.groups())
        return language.facts.with_target.format(known=count, all=everybody)
    division = _DIVISION.fullmatch(note)
    if not division:
        return language.names.staff_text(note)
    return " / ".join(language.numbers.as_printed(float(number)) for number in division.groups())
