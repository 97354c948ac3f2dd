"""A period that was graded, and what was decided about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from model.grading import Scheme
from model.periods import Period
from model.tallies import Tally


@dataclass(frozen=True)
class Correction:
    """Points that somebody gave or took by hand, and why."""

    unit_id: int
    points: float
    reason: str
    who: str
    made_at: datetime


@dataclass(frozen=True)
class Closed:
    """A grading as it was closed: its scheme, and what every unit had done, by code; then and in the period before.

    It is of one kind of target and one phase: another view is counted anew.
    """

    who: str
    closed_at: datetime
    target: str
    phase: int | None
    scheme: Scheme
    now: Mapping[str, Tally]
    before: Mapping[str, Tally]


@dataclass(frozen=True)
class Course:
    """One period on the way: points and class of one unit, or how many units are in the best class (`code`)."""

    period: Period
    value: float | None
    code: str | None


@dataclass(frozen=True)
class Grading:
    """A graded period. `frame` is GRADING, best first; `period` is None where there is nothing to grade."""

    period: Period | None
    scheme: Scheme
    frame: pl.DataFrame
    is_complete: bool = False  # the period has ended
    has_quotas: bool = True  # False where an account may not compare with the others of a cluster
    closed: Closed | None = None
    corrections: tuple[Correction, ...] = ()  # of the units that are shown
