"""A comparison of sides by measure, and the changes between two moments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import polars as pl

from model.catalogue import Programme, Unit
from model.facts import Fact
from model.results import Ranking

MOST_UNITS = 6


class Compared(StrEnum):
    """The kind of sides: unions, moments or programmes."""

    UNITS = "units"
    MOMENTS = "moments"
    PROGRAMMES = "programmes"


def compared_sides(code: str) -> Compared | None:
    """The kind of comparison in an address; None where it names none."""
    return Compared(code) if code in set(Compared) else None


@dataclass(frozen=True)
class Side:
    """One side: a union, a moment or a programme, with its facts and its curve."""

    programme: Programme
    unit: Unit | None
    moment: datetime | None
    facts: Mapping[str, Fact]
    daily: pl.DataFrame  # DAILY
    members_known: tuple[int, int] = (0, 0)  # of how many units the rate per 100 members is, and how many there are
    is_silent: bool = False  # nobody of it has reported anything
    counts: str = "uploads"  # what `daily` adds up to: uploads, or valid where these are measured


@dataclass(frozen=True)
class Passed:
    """A union that met its target, or first uploaded, between two moments."""

    unit_name: str
    before: float | None
    after: float | None
    qualifier: str | None = None  # of both


@dataclass(frozen=True)
class Changes:
    """The changes between two moments. `ranking` is the later one with the earlier ranks."""

    ranking: Ranking
    moves: pl.DataFrame  # MOVES
    met_target: tuple[Passed, ...]
    started: tuple[Passed, ...]


@dataclass(frozen=True)
class Comparison:
    """The answer of the comparison page. `chosen` is False where the sides are defaults."""

    what: Compared
    sides: tuple[Side, ...]
    chosen: bool
    changes: Changes | None = None
