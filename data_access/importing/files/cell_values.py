"""Numbers and dates of a spreadsheet as marked texts (marks.py)."""

from datetime import datetime, timedelta
from typing import Final

from data_access.importing.files import marks

_NOT_A_DAY_1900: Final = 60  # 29 February 1900


def short_number(number: float) -> str:
    """Whole numbers without a decimal point, others as short as they read back the same."""
    return str(int(number)) if number == int(number) and abs(number) < 1e18 else repr(number)


def as_shown(cell: str) -> str:
    """A marked text as people write it: 14/03/2022."""
    if cell.startswith(marks.MOMENT):
        day, _, clock = cell[1:].partition("T")
        date_text = "/".join(reversed(day.split("-")))
        return date_text if clock in ("", "00:00:00") else f"{date_text} {clock}"
    return cell[1:] if cell[:1] and cell[:1] in marks.ALL else cell


def moment_of(serial: float, *, starts_1904: bool) -> str:
    """A spreadsheet's date, to the second, as a marked text."""
    is_day = 0 < serial < 2_958_466 if not starts_1904 else 0 <= serial < 2_957_004
    if not is_day or (not starts_1904 and int(serial) == _NOT_A_DAY_1900):
        return marks.NO_SUCH_DAY + short_number(serial)
    origin = datetime(1904, 1, 1) if starts_1904 else datetime(1899, 12, 30 if serial > _NOT_A_DAY_1900 else 31)
    moment = origin + timedelta(days=int(serial), seconds=round((serial - int(serial)) * 86400))
    return marks.MOMENT + moment.isoformat()


def word_of_switch(*, is_on: bool) -> str:
    """A truth value as people write it in a cell."""
    return "Có" if is_on else "Không"
