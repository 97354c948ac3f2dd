"""The course of a programme: forecast, quality of earlier forecasts, comparison of equal periods."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

import polars as pl

from model.results import Overview

STEP_DAYS: Final = {"day": 1, "week": 7, "month": 30}  # of a step; a month as the pace needed counts it
NATURAL_STEP: Final = "week"


@dataclass(frozen=True)
class Happening:
    """An event on the time axis: a launch, a review, a milestone."""

    day: date
    name_vi: str
    name_en: str
    source: str
    number: int | None = None  # of those that staff added on the page, and may take away again


@dataclass(frozen=True)
class Forecast:
    """The expected count at `end` of a period: low, middle and high.

    `method` is shape (how finished periods continued from the same share of time), growth (between the pace of the
    last 7 days and how units grew over as many days as are left), milestones (from the last two published counts), or
    thin and few_printed, which give no numbers. `examples` is the number of courses the range is based on.
    """

    method: str
    moment: datetime | None
    start: date | None
    end: date | None
    count: int | None
    low: int | None = None
    middle: int | None = None
    high: int | None = None
    examples: int = 0
    pace: float | None = None  # a day, of the last 7 days
    times: float | None = None  # by which finished periods, or the last days, multiplied such a count

    def within(self, low: int, middle: int, high: int) -> "Forecast":
        """The forecast with these numbers."""
        return replace(self, low=low, middle=middle, high=high)

    @property
    def steady(self) -> float | None:
        """The count at the end if the pace of the last 7 days went on; None where that is not known."""
        if self.pace is None or self.count is None or self.moment is None or self.end is None:
            return None
        return self.count + self.pace * (self.end - self.moment.date()).days

    @property
    def mean(self) -> float | None:
        """The pace a day since the start; None on its first day."""
        passed = (self.moment.date() - self.start).days if self.moment and self.start else 0
        return self.count / passed if self.count is not None and passed > 0 else None

    @property
    def is_known(self) -> bool:
        return self.low is not None and self.high is not None


@dataclass(frozen=True)
class Trial:
    """A forecast from what was known at an earlier moment, and the actual outcome."""

    forecast: Forecast
    actual: int
    kind: str  # records or published

    @property
    def inside(self) -> bool | None:
        """Whether the outcome was within the range; None without a forecast."""
        low, high = self.forecast.low, self.forecast.high
        return None if low is None or high is None else low <= self.actual <= high

    @property
    def error_pct(self) -> float | None:
        """The deviation of the middle from the outcome, in percent of the outcome."""
        middle = self.forecast.middle
        return None if middle is None or not self.actual else 100 * (middle - self.actual) / self.actual


@dataclass(frozen=True)
class PeriodComparison:
    """Two periods of equal length, each (first, last] moments, and their counts."""

    code: str  # week, month, phase
    days: int
    since: datetime
    until: datetime
    count: int
    since_before: datetime
    until_before: datetime
    count_before: int

    @property
    def change_pct(self) -> float | None:
        return 100 * (self.count - self.count_before) / self.count_before if self.count_before else None


@dataclass(frozen=True)
class Trend:
    """The answer of the trend page beyond the overview's curve."""

    steps: Mapping[str, pl.DataFrame]  # STEPS by day, week, month
    happenings: tuple[Happening, ...]
    forecast: Forecast
    trials: tuple[Trial, ...]
    comparisons: tuple[PeriodComparison, ...]


def known_steps(trend: Trend, overview: Overview, every: str) -> pl.DataFrame:
    """The STEPS of a trend; none of who has reported nothing, of whom no day is known to be empty."""
    return trend.steps[every].clear() if overview.is_silent else trend.steps[every]


def needed_per_step(overview: Overview, every: str) -> float | None:
    """The count each step needs to meet the target; None where unknown or where the time is over."""
    needed = overview.facts["needed_per_day"].value
    return needed * STEP_DAYS[every] if needed and overview.facts["days_left"].value else None
