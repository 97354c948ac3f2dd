"""One union: rank, peers, targets, and participants below it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from model.catalogue import Unit
from model.edges import Row


@dataclass(frozen=True)
class TargetLine:
    """One target and its progress; percent and gap are None where the count refers to something else."""

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
    """The measures of a union, its cluster or the nation; None where unknown.

    `per100` is of the `members_known` units whose members are known.
    """

    who: str  # unit, cluster, nation
    units: int
    uploads: int
    per_unit: float
    reached_pct: float | None
    valid_pct: float | None
    computed_pct: float | None
    per100: float | None
    reached_qualifier: str | None = None
    members_known: int = 0


@dataclass(frozen=True)
class Below:
    """A participating grassroots union."""

    name: str
    uploads: int


@dataclass(frozen=True)
class Profile:
    """The answer of the unit page. Unknown values are None or empty tuples."""

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
