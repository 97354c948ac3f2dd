"""One union: where it stands, among whom, with which targets, and who below it takes part."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from model.catalogue import Unit
from model.edges import Row


@dataclass(frozen=True)
class TargetLine:
    """One target and how far it is reached; percent and gap are None where the count speaks of something else."""

    phase: int  # 0 is the whole programme
    kind: str
    value: int
    qualifier: str | None
    source: str
    uploads: int | None
    reached_pct: float | None
    gap: int | None
    uploads_qualifier: str | None = None


@dataclass(frozen=True)
class Peer:
    """A union, its cluster or the nation on the same measures; None where it is not known."""

    who: str  # unit, cluster, nation
    units: int
    uploads: int
    per_unit: float
    reached_pct: float | None
    valid_pct: float | None
    computed_pct: float | None
    per100: float | None
    reached_qualifier: str | None = None


@dataclass(frozen=True)
class Below:
    """A grassroots union that takes part."""

    name: str
    uploads: int


@dataclass(frozen=True)
class Profile:
    """A union's page. Empty tuples and None are what neither records nor sources tell."""

    unit: Unit
    moment: datetime | None
    rank: int | None
    ranked: int
    cluster_rank: int | None
    previous: Unit | None
    following: Unit | None
    targets: tuple[TargetLine, ...]
    peers: tuple[Peer, ...]
    counts: Mapping[str, int] | None
    levels: tuple[tuple[str, int], ...]
    participating: int | None
    grassroots: int | None  # all that are known below the unit
    busiest: tuple[Below, ...]
    newest: tuple[Row, ...]
