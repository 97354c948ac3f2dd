"""Calendar months, quarters and years, as addresses write them: 2022-03, 2022-Q1, 2022."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Self

_CODE: Final = re.compile(r"(?P<year>20[0-9]{2})(?:-(?:(?P<month>0[1-9]|1[0-2])|Q(?P<quarter>[1-4])))?")
_DAY: Final = timedelta(days=1)


class Length(StrEnum):
    """The length of a period."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        return {Length.MONTH: 1, Length.QUARTER: 3, Length.YEAR: 12}[self]


@dataclass(frozen=True)
class Period:
    """A calendar period from its first day up to, but excluding, `until`."""

    start: date
    length: Length

    @classmethod
    def of(cls, day: date, length: Length) -> Self:
        """The period of that length that contains a day."""
        month = (day.month - 1) // length.months * length.months + 1
        return cls(date(day.year, month, 1), length)

    @property
    def until(self) -> date:
        """The day after the last one."""
        months = self.start.month - 1 + self.length.months
        return date(self.start.year + months // 12, months % 12 + 1, 1)

    @property
    def before(self) -> "Period":
        """The preceding period of the same length."""
        return Period.of(self.start - _DAY, self.length)

    @property
    def last(self) -> date:
        return self.until - _DAY

    @property
    def number(self) -> int:
        """The number of the month or quarter within its year."""
        return (self.start.month - 1) // self.length.months + 1

    @property
    def code(self) -> str:
        """“2022”, “2022-04” or “2022-Q2”, as in addresses and files."""
        if self.length is Length.YEAR:
            return f"{self.start.year}"
        return f"{self.start:%Y-%m}" if self.length is Length.MONTH else f"{self.start.year}-Q{self.number}"


def read_period(code: str) -> Period | None:
    """The period with that code; None for invalid codes."""
    match = _CODE.fullmatch(code.strip().upper())
    if match is None:
        return None
    year, month, quarter = int(match["year"]), match["month"], match["quarter"]
    if month:
        return Period(date(year, int(month), 1), Length.MONTH)
    return (
        Period(date(year, 3 * int(quarter) - 2, 1), Length.QUARTER)
        if quarter
        else Period.of(date(year, 1, 1), Length.YEAR)
    )


def periods_between(first: date, last: date, length: Length) -> tuple[Period, ...]:
    """Every period that overlaps two inclusive days, newest first."""
    periods = []
    period = Period.of(last, length)
    while period.last >= first:
        periods.append(period)
        period = period.before
    return tuple(periods)
