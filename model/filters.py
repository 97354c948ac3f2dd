"""What a reader asked to see."""

from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, time
from typing import Final, Self

from model.codes import Basis, Boundary, Measure, TargetKind

DEFAULT_TOP: Final = 10


@dataclass(frozen=True)
class Filters:
    """One question's scope. Codes, never labels; an empty tuple or None restricts nothing.

    `as_of` is the last moment that counts (inclusive); `since` and `until` are days, `until` exclusive.
    """

    programme: str = "1tr"
    basis: Basis = Basis.RECORDS
    as_of: datetime | None = None
    since: date | None = None
    until: date | None = None
    phase: int | None = None
    units: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    clusters: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    ownerships: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    solutions: tuple[str, ...] = ()
    boundary: Boundary = Boundary.OLD
    target: TargetKind = TargetKind.REGISTERED
    measure: Measure = Measure.UPLOADS
    top: int = DEFAULT_TOP
    before: datetime | None = None  # the earlier moment a ranking is compared with
    snapshot: str | None = None
    other: str | None = None  # code of the programme that this one is compared with

    def __post_init__(self) -> None:
        if self.since and self.until and self.since >= self.until:
            raise ValueError(f"Empty period: {self.since} is not before {self.until}.")
        if self.top < 1:
            raise ValueError(f"A ranking needs at least one place, not {self.top}.")

    @property
    def narrows_units(self) -> bool:
        """Whether fewer than all direct units are asked about."""
        return bool(self.units or self.kinds or self.regions or self.clusters)

    @property
    def narrows_rows(self) -> bool:
        """Whether only some kinds of initiatives are asked about: targets are not set for those."""
        only_valid = self.statuses in ((), ("valid",))
        return (
            bool(self.sectors or self.ownerships or self.positions or self.levels or self.solutions) or not only_valid
        )

    @property
    def ever(self) -> Self:
        """These filters without any limit of time."""
        return self.changed(as_of=None, since=None, until=None, phase=None)

    def changed(self, **changes: object) -> Self:
        """These filters with some fields replaced."""
        return replace(self, **changes)  # type: ignore[arg-type]


MULTIPLE: Final = tuple(f.name for f in fields(Filters) if f.default == () or f.default_factory is tuple)

END_OF_DAY: Final = time(23, 59, 59, 999999)


def end_of_day(day: date) -> datetime:
    """The last moment of `day`: what “tính đến” a date alone means."""
    return datetime.combine(day, END_OF_DAY)


@dataclass(frozen=True)
class Notice:
    """A value of an address that was ignored, to be told to the reader."""

    parameter: str
    value: str
    reason: str = field(default="unknown")  # a name in language/: notice_<reason>
