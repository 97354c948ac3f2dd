"""How a programme moves: where it may end, what earlier forecasts were worth, and two periods of equal length."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import polars as pl

from model.results import Overview

STEP_DAYS: Final = {"day": 1, "week": 7, "month": 30}  # of a step; a month as the pace needed counts it
NATURAL_STEP: Final = "week"


@dataclass(frozen=True)
class Happening:
    """Something a reader wants to see on the time axis: a launch, a review, a milestone."""

    day: date
    name_vi: str
    name_en: str
    source: str
    number: int | None = None  # of those that staff added on the page, and may take away again


@dataclass(frozen=True)
class Forecast:
    """Where a period may end. Low, middle and high are counts at the end of `end`.

    `method` is shape (how finished periods went on from the same share of their time), growth (how the units grew
    over as many days as are left), milestones (from the last two printed counts), or thin and few_printed: history
    tells nothing, and there are no numbers. `examples` is how many courses the range rests on.
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

    @property
    def is_known(self) -> bool:
        return self.low is not None and self.high is not None


@dataclass(frozen=True)
class Trial:
    """A forecast made with what was known at an earlier moment, and how it turned out."""

    forecast: Forecast
    actual: int
    kind: str  # records or published

    @property
    def inside(self) -> bool | None:
        """Whether the range held what came; None where nothing was forecast."""
        low, high = self.forecast.low, self.forecast.high
        return None if low is None or high is None else low <= self.actual <= high

    @property
    def error_pct(self) -> float | None:
        """The middle against what came, in percent of what came."""
        middle = self.forecast.middle
        return None if middle is None or not self.actual else 100 * (middle - self.actual) / self.actual


@dataclass(frozen=True)
class PeriodComparison:
    """Two stretches of the same length: (first, last] moments and what was counted in each."""

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
    """Everything the page of the pace shows beside the overview's curve."""

    steps: Mapping[str, pl.DataFrame]  # STEPS by day, week, month
    happenings: tuple[Happening, ...]
    forecast: Forecast
    trials: tuple[Trial, ...]
    comparisons: tuple[PeriodComparison, ...]


def needed_per_step(overview: Overview, every: str) -> float | None:
    """What each step would need for the target to be met; None where that cannot be said or the time is over."""
    needed = overview.facts["needed_per_day"].value
    return needed * STEP_DAYS[every] if needed and overview.facts["days_left"].value else None
