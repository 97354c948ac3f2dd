"""A graded period and the decisions about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from model.grading import Scheme
from model.periods import Period
from model.tallies import Tally


@dataclass(frozen=True)
class Correction:
    """Points added or deducted by hand, with a reason."""

    unit_id: int
    points: float
    reason: str
    who: str
    made_at: datetime


@dataclass(frozen=True)
class Closed:
    """A closed grading: its scheme, and the tallies of every unit by code, for the period and the one before.

    It covers one kind of target and one phase; other views are computed live.
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
    """One period over time: points and class of one unit, or how many units are in the top class (`code`)."""

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
