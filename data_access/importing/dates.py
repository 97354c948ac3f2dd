"""Dates: dd/mm/yyyy first, spreadsheet dates, ISO. A whole column is read in one way, or leads to a question."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

import polars as pl

from data_access.importing.choices import Choices
from data_access.importing.clocks import turned
from data_access.importing.files import marks
from data_access.importing.files.cell_values import moment_of
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.spoken_dates import in_numbers
from data_access.importing.tables import Table
from data_access.importing.texts import blank_words, filled, has_foreign_digits, text_column, unread_words
from model.folding import fold

_USUAL: Final = {
    "dmy": {10: "%d/%m/%Y", 16: "%d/%m/%Y %H:%M", 19: "%d/%m/%Y %H:%M:%S"},
    "mdy": {10: "%m/%d/%Y", 16: "%m/%d/%Y %H:%M", 19: "%m/%d/%Y %H:%M:%S"},
}
_TEN_DIGITS: Final = r"^[0-9]{2}/[0-9]{2}/[0-9]{4}( [0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$"
_TWO_NUMBERS: Final = r"^\s*([0-9]{1,2})\s*[/.\-]\s*([0-9]{1,2})\s*[/.\-]\s*[0-9]{4}"
_CLOCK: Final = r"(?:[\sT,]+(?:lúc\s+)?(\d{1,2})(?:[:hg](\d{1,2})?)(?::?(\d{1,2})(?:\.\d+)?)?\s*(?:phút|giờ)?)?"
_PARTS: Final = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})" + _CLOCK)
_SPOKEN: Final = re.compile(
    r"(\d{1,2})\s+(?:tháng|thg\.?)\s*(\d{1,2})(?:,?\s+năm|,)?\s+(\d{4})" + _CLOCK, re.IGNORECASE
)
_DAY: Final = re.compile(r"^ngày\s*:?\s*(?=\d)", re.IGNORECASE)
_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ENGLISH: Final = re.compile(
    r"(\d{1,2})[\s-]+(" + "|".join(_MONTHS) + r")[a-z]*\.?,?[\s-]+(\d{4})" + _CLOCK, re.IGNORECASE
)
_ONE_NUMBER: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)()()()()")  # 20220314
_WIDE: Final = str.maketrans("／．－：", "/.-:")
_ISO: Final = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?"
)
_SHORT_YEAR: Final = re.compile(
    r"\d{1,2}(?:[/.\-]\d{1,2}[/.\-]|[\s-]+(?:" + "|".join(_MONTHS) + r")[a-z]*[\s-]+)\d{2}(?:\s.*)?", re.IGNORECASE
)
_SERIAL: Final = re.compile(r"\d{5}(?:[.,]\d+)?")
_LOCAL: Final = timedelta(hours=7)  # Việt Nam, all year
_FIRST_YEAR: Final = 1990


@dataclass(frozen=True)
class Reading:
    """One reading of a text: a moment, or the code of the problem."""

    moment: datetime | None = None
    problem: str | None = None
    is_serial: bool = False


def read_date(text: str, order: str = "dmy") -> Reading:
    """The moment that `text` means, local time of Việt Nam."""
    if has_foreign_digits(text):
        return Reading(problem="foreign_digits")
    if text.startswith(marks.MOMENT):
        return Reading(datetime.fromisoformat(text[1:].replace("Z", "")).replace(tzinfo=None, microsecond=0))
    if text.startswith(marks.NO_SUCH_DAY):
        return Reading(problem="no_such_day")
    text = _DAY.sub("", text.translate(_WIDE).strip().rstrip(".; "), count=1)
    if match := _ISO.fullmatch(text) or _ONE_NUMBER.fullmatch(text.removeprefix(marks.NUMBER)):
        return _read_iso(match)
    if match := _PARTS.fullmatch(text) or _SPOKEN.fullmatch(text) or _ENGLISH.fullmatch(text):
        return _read_parts(match, order if match.re is _PARTS else "dmy")
    if _SHORT_YEAR.fullmatch(text):
        return Reading(problem="two_digit_year")
    number = text.removeprefix(marks.NUMBER).replace(",", ".")
    if _SERIAL.fullmatch(number):
        return _read_serial(float(number))
    plain = in_numbers(text)
    return _read_turned(text, order) if plain == text else read_date(plain, order)


def _read_turned(text: str, order: str) -> Reading:
    """The moment of a text that begins with the time, or names the half of the day."""
    plain, shift = turned(text)
    if plain == text:
        return Reading(problem="not_a_date")
    reading = read_date(plain, order)
    return replace(reading, moment=shift(reading.moment)) if reading.moment else reading


def _read_serial(serial: float) -> Reading:
    moment = moment_of(serial, starts_1904=False)
    if not moment.startswith(marks.MOMENT):
        return Reading(problem="no_such_day")
    return Reading(datetime.fromisoformat(moment[1:]), is_serial=True)


def _read_iso(match: re.Match[str]) -> Reading:
    year, month, day, *clock, zone = match.groups()
    moment = _moment(int(year), int(month), int(day), clock)
    if moment is None:
        return Reading(problem="no_such_day")
    if zone:
        shift = timedelta() if zone == "Z" else _shift(zone)
        moment = moment - shift + _LOCAL
    return Reading(moment)


def _shift(zone: str) -> timedelta:
    digits = zone[1:].replace(":", "")
    return (1 if zone[0] == "+" else -1) * timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))


def _read_parts(match: re.Match[str], order: str) -> Reading:
    first, second, year, *clock = match.groups()
    day, month = (first, second) if order == "dmy" else (second, first)
    number = _MONTHS.index(month.lower()) + 1 if month.isalpha() else int(month)
    moment = _moment(int(year), number, int(day), clock)
    return Reading(moment, None if moment else "no_such_day")


def _moment(year: int, month: int, day: int, clock: list[str | None]) -> datetime | None:
    hour, minute, second = (int(part) if part else 0 for part in clock)
    try:
        moment = datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None
    return moment if year >= _FIRST_YEAR else None


def date_column(table: Table, name: str, choices: Choices, remarks: Remarks) -> pl.Series:
    """The column as moments, null where blank or wrong; problems are reported."""
    text = text_column(table, name, remarks)
    order = _order(table, name, text, choices, remarks)
    moments = _usual(text, order)
    rest = unread_words(text, moments)
    if not rest:
        return moments.alias(name)
    blanks = blank_words()
    readings = {text: Reading() if blanks.match(fold(text)) else read_date(text, order) for text in rest}
    readings = {word: _in_time(reading) for word, reading in readings.items()}
    _note_problems(table, name, text, readings, remarks)
    by_word = {word: reading.moment for word, reading in readings.items() if reading.moment}
    return filled(moments, text, by_word).alias(name)


def _in_time(reading: Reading) -> Reading:
    if reading.moment and reading.moment.year < _FIRST_YEAR:
        return Reading(problem="no_such_day")
    return reading


def _order(table: Table, name: str, text: pl.Series, choices: Choices, remarks: Remarks) -> str:
    """dmy or mdy for a whole column: what its dates allow, else the choice of staff, else the country's order."""
    parts = text.str.extract_groups(_TWO_NUMBERS).struct
    first, second = (parts.field(number).cast(pl.Int64, strict=False) for number in ("1", "2"))
    day_first = ((first > 12) & (first <= 31) & (second <= 12)).any()
    month_first = (second > 12) & (second <= 31) & (first <= 12)
    if day_first and not month_first.any():
        return "dmy"
    if choices.date_order:
        return choices.date_order
    if month_first.any() and not day_first:
        example = text.filter(month_first.fill_null(value=False))[0]
        remarks.say(Severity.QUESTION, "month_first", column=table.headings[name], example=example)
        return "mdy"
    if not day_first and (first != second).any():
        remarks.say(Severity.INFO, "day_first_assumed", column=table.headings[name])
    return "dmy"


def _usual(text: pl.Series, order: str) -> pl.Series:
    """Two, two and four digits, with or without a time, for the whole column at once; null for other forms."""
    lengths = text.str.len_bytes()
    moments = pl.Series(text.name, [None], dtype=pl.Datetime("us")).new_from_index(0, len(text))
    for length, form in _USUAL[order].items():
        mask = ((lengths == length) & text.str.contains(_TEN_DIGITS)).fill_null(value=False)
        if mask.any():
            parsed = text.set(~mask, None).str.to_datetime(form, strict=False, time_unit="us")
            moments = moments.fill_null(parsed)
    return moments.set(moments.dt.year() < _FIRST_YEAR, None)


def _note_problems(table: Table, name: str, text: pl.Series, readings: dict[str, Reading], remarks: Remarks) -> None:
    column = table.headings[name]
    wrong = {word: reading.problem for word, reading in readings.items() if reading.problem}
    for code in dict.fromkeys(wrong.values()):
        mask = text.is_in([word for word, problem in wrong.items() if problem == code]).fill_null(value=False)
        remarks.say_rows(Severity.ERROR, str(code), table.frame.filter(mask), column, text.filter(mask))
    serials = [word for word, reading in readings.items() if reading.is_serial]
    if serials:
        mask = text.is_in(serials).fill_null(value=False)
        remarks.say_rows(Severity.WARNING, "serial_dates", table.frame.filter(mask), column, text.filter(mask))
