"""The filters of a question, and the register of code filters."""

from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, time, timedelta
from typing import Final, Self

from model.code_filters import CodeFilter, Narrows, SidebarGroup
from model.codes import (
    KINDS,
    LEVELS,
    OWNERSHIPS,
    POSITIONS,
    REGIONS,
    SOLUTIONS,
    STATUSES,
    Basis,
    Boundary,
    Measure,
    TargetKind,
)
from model.reach import Reach

DEFAULT_TOP: Final = 10

VALID_ALONE: Final = ("valid",)


def _chosen(declared: CodeFilter) -> tuple[str, ...]:
    return field(default=(), metadata={"filter": declared})


@dataclass(frozen=True)
class Filters:
    """The scope of a question, in codes. An empty tuple or None does not restrict.

    `as_of` is the last moment that counts (inclusive); `since` and `until` are days, `until` exclusive.
    """

    programme: str = "1tr"
    basis: Basis = Basis.RECORDS
    as_of: datetime | None = None
    since: date | None = None
    until: date | None = None
    phase: int | None = None
    within: str | None = None  # code of the unit whose children are ranked
    # In the order of the address and of the sidebar.
    units: tuple[str, ...] = _chosen(CodeFilter("unit", Narrows.UNITS, group=SidebarGroup.PLACE))
    kinds: tuple[str, ...] = _chosen(CodeFilter("kind", Narrows.UNITS, KINDS))
    regions: tuple[str, ...] = _chosen(CodeFilter("region", Narrows.UNITS, REGIONS, group=SidebarGroup.PLACE))
    clusters: tuple[str, ...] = _chosen(CodeFilter("cluster", Narrows.UNITS))
    sectors: tuple[str, ...] = _chosen(CodeFilter("sector", Narrows.ROWS, column="sector_id"))
    ownerships: tuple[str, ...] = _chosen(
        CodeFilter("ownership", Narrows.ROWS, OWNERSHIPS, "ownership", offered=OWNERSHIPS[::-1])
    )
    positions: tuple[str, ...] = _chosen(
        CodeFilter("position", Narrows.ROWS, POSITIONS, "position", offered=POSITIONS[::-1])
    )
    levels: tuple[str, ...] = _chosen(CodeFilter("level", Narrows.ROWS, LEVELS, "level"))
    statuses: tuple[str, ...] = _chosen(CodeFilter("status", Narrows.STATUS, STATUSES))
    solutions: tuple[str, ...] = _chosen(
        CodeFilter("solution", Narrows.ROWS, SOLUTIONS, "solution", group=SidebarGroup.NOWHERE)
    )
    boundary: Boundary = Boundary.OLD
    target: TargetKind = TargetKind.REGISTERED
    measure: Measure = Measure.UPLOADS
    top: int = DEFAULT_TOP
    before: datetime | None = None  # the earlier moment a ranking is compared with
    snapshot: str | None = None
    other: str | None = None  # code of the programme that this one is compared with
    period: str | None = None  # code of the month, quarter or year that is graded
    landing: str = field(default="1tr", compare=False)  # programme of an address that names none
    reach: Reach | None = None  # of whoever asks; no address holds it

    def __post_init__(self) -> None:
        if self.since and self.until and self.since >= self.until:
            raise ValueError(f"Empty period: {self.since} is not before {self.until}.")
        if self.top < 1:
            raise ValueError(f"A ranking needs at least one place, not {self.top}.")

    @property
    def narrows_units(self) -> bool:
        """Whether not all direct units are in scope."""
        return self._uses(Narrows.UNITS)

    @property
    def narrows_rows(self) -> bool:
        """Whether only some kinds of initiatives are in scope, for which no targets are set."""
        return self._uses(Narrows.ROWS) or self.statuses not in ((), VALID_ALONE)

    @property
    def counts_valid(self) -> bool:
        """Whether only valid initiatives count, by measure or by status."""
        return self.measure is Measure.VALID or self.statuses == VALID_ALONE

    @property
    def count_measure(self) -> Measure:
        """The measure whose initiatives are counted: valid ones where the address asks for them, else uploads."""
        return Measure.VALID if self.measure is Measure.VALID else Measure.UPLOADS

    @property
    def counted(self) -> str:
        """The column and fact compared with targets: valid or uploads."""
        return self.count_measure.value

    @property
    def of_measure(self) -> Self:
        """These filters with status “valid” where that is the measure and no status is chosen."""
        is_measure = self.measure is Measure.VALID and not self.statuses
        return self.changed(statuses=VALID_ALONE) if is_measure else self

    @property
    def counted_rows(self) -> str:
        """What the rows of `of_measure` are: valid initiatives, or the uploads of the chosen statuses."""
        return "uploads" if self.of_measure == self else self.counted

    def _uses(self, narrows: Narrows) -> bool:
        return any(getattr(self, narrowing.field) for narrowing in FILTERS if narrowing.narrows is narrows)

    @property
    def everywhere(self) -> Self:
        """These filters for all direct units."""
        return self.changed(**{narrowing.field: () for narrowing in FILTERS if narrowing.narrows is Narrows.UNITS})

    @property
    def last_day(self) -> date | None:
        """The last day of the chosen time; None where its end is open."""
        return self.until - timedelta(days=1) if self.until else None

    @property
    def known_by(self) -> date:
        """The day by which something must have been said to count."""
        return self.as_of.date() if self.as_of else date.max

    @property
    def ever(self) -> Self:
        """These filters without limits of time."""
        return self.changed(as_of=None, since=None, until=None, phase=None)

    @property
    def is_whole(self) -> bool:
        """Whether the scope corresponds to the target of the whole programme."""
        return not self.narrows_units and self.within is None

    def changed(self, **changes: object) -> Self:
        """A copy with some fields replaced."""
        return replace(self, **changes)  # type: ignore[arg-type]


FILTERS: Final[tuple[CodeFilter, ...]] = tuple(
    replace(declared.metadata["filter"], field=declared.name)
    for declared in fields(Filters)
    if "filter" in declared.metadata
)

END_OF_DAY: Final = time(23, 59, 59, 999999)


def is_end_of_day(moment: datetime) -> bool:
    """Whether a moment stands for its whole day."""
    return moment.time() >= time(23, 59, 59)


def is_finished(moment: datetime | None, end: date | None) -> bool:
    """Whether the last day has ended: at noon of it there is still time."""
    return moment is not None and end is not None and moment >= end_of_day(end)


def end_of_day(day: date) -> datetime:
    """The last moment of `day`, the meaning of “tính đến” with a date alone."""
    return datetime.combine(day, END_OF_DAY)
