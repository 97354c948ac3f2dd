"""Marks for the types of cells: one private-use letter in front, so that a table remains a table of texts."""

from typing import Final

NUMBER: Final = "\ue001"  # a number of a spreadsheet, followed by its shortest form: 1234567.5
MOMENT: Final = "\ue002"  # a date of a spreadsheet, followed by ISO: 2025-03-01T00:00:00
NO_SUCH_DAY: Final = "\ue003"  # a spreadsheet date that never was, followed by its serial number
NOT_CALCULATED: Final = "\ue004"  # a formula without a result, followed by the formula
ERROR: Final = "\ue005"  # #N/A, #REF!, ...
TOO_LONG: Final = "\ue006"  # a text that was cut
ALL: Final = NUMBER + MOMENT + NO_SUCH_DAY + NOT_CALCULATED + ERROR + TOO_LONG

# What text from a file must not begin with.
FORGED: Final = dict.fromkeys(map(ord, ALL))


def without_forged(text: str) -> str:
    """Text from a file without letters that look like our marks."""
    return text.translate(FORGED) if any(mark in text for mark in ALL) else text
