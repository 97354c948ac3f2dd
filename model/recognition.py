"""Decisions on initiatives: validity, recognition, reward, use, and how long each took."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import polars as pl

from model.breakdown import Breakdown

# The last day of each bucket but the last: 0-3, 4-7, 8-14, 15-30, 31-60, more.
WAIT_LIMITS: Final = (3, 7, 14, 30, 60)


@dataclass(frozen=True)
class Waits:
    """Durations in whole days. `median` is None where there are none."""

    buckets: tuple[int, ...]  # how many in each bucket of WAIT_LIMITS, one more than there are limits
    median: float | None
    longest: int | None

    @property
    def total(self) -> int:
        return sum(self.buckets)


@dataclass(frozen=True)
class Use:
    """Valid initiatives by use: used or not, replicated elsewhere, and at how many places."""

    applied: int
    not_applied: int
    unknown: int
    replicated: int
    places: int

    @property
    def total(self) -> int:
        return self.applied + self.not_applied + self.unknown


@dataclass(frozen=True)
class Unrewarded:
    """Valid initiatives without a reward at a moment, by days since the decision."""

    waits: Waits
    units: pl.DataFrame  # UNREWARDED
    limit: int | None = None  # days, where the programme has set some
    late: int = 0  # how many wait longer than that


@dataclass(frozen=True)
class Recognition:
    """The answer of the recognition page. Unknown values are None or empty tuples.

    `steps` are uploads, valid, then valid ones recognised at each level or higher; `decided` is from upload to
    decision, `rewarded` from decision to reward, `waiting` how long undecided ones have waited by `moment`.
    """

    moment: datetime | None
    counts: Mapping[str, int] | None  # COUNTS, whatever statuses are chosen
    steps: tuple[tuple[str, int], ...]
    level_unknown: int  # valid ones without a level
    decided: Waits | None
    waiting: Waits | None
    rewarded: Waits | None
    use: Use | None
    units: pl.DataFrame  # RECOGNITION_UNITS
    printed: tuple[Breakdown, ...]  # ladders and lists of titles and awards
    noted: tuple[int, int] = (0, 0)  # put to use, and taken over, on a day of the period: where a day was noted
