"""Two or more sides on the same measures, and what changed from one moment to the next."""

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
    """What stands side by side."""

    UNITS = "units"
    MOMENTS = "moments"
    PROGRAMMES = "programmes"


def compared_sides(code: str) -> Compared | None:
    """What an address asks to stand side by side; None where it does not say."""
    return Compared(code) if code in set(Compared) else None


@dataclass(frozen=True)
class Side:
    """One column: a union, a moment or a programme, with its facts and its course."""

    programme: Programme
    unit: Unit | None
    moment: datetime | None
    facts: Mapping[str, Fact]
    daily: pl.DataFrame  # DAILY


@dataclass(frozen=True)
class Passed:
    """A union that met its target, or sent its first initiative, between two moments."""

    unit_name: str
    before: float | None
    after: float | None
    qualifier: str | None = None  # of both


@dataclass(frozen=True)
class Changes:
    """What changed between two moments. `ranking` is that of the later one with the places of the earlier."""

    ranking: Ranking
    moves: pl.DataFrame  # MOVES
    met_target: tuple[Passed, ...]
    started: tuple[Passed, ...]


@dataclass(frozen=True)
class Comparison:
    """The page of comparison. `chosen` is false where the page had to pick the sides itself."""

    what: Compared
    sides: tuple[Side, ...]
    chosen: bool
    changes: Changes | None = None
