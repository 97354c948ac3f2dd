"""What filters mean for rows and cells: days, moments and numbers instead of codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, and_, or_

from data_access.cube.below import Within, within_of
from data_access.cube.columns import day_as_integer
from data_access.database.schema import initiative
from model.catalogue import Catalogue, Programme
from model.codes import LEVELS, NONE, STATUSES
from model.dimensions import DIMENSIONS
from model.filters import END_OF_DAY, FILTERS, Filters, Narrows, Stored
from model.reach import Reach

REVIEW, VALID, INVALID = STATUSES


# Columns and what of them is allowed.
Beside: TypeAlias = tuple[tuple[str, tuple[Stored, ...]], ...]


@dataclass(frozen=True)
class Scope:
    """The rows one question is about. `start` and `end` are inclusive days; `numbers` allows some per dimension.

    `beside` allows some values of columns of `initiative` that are no dimensions: cells do not tell them apart.
    """

    programme: Programme
    start: date | None
    end: date | None
    as_of: datetime | None
    numbers: Mapping[str, tuple[int, ...]]
    beside: Beside
    statuses: tuple[str, ...]
    within: Within | None = None
    reach: Reach | None = None  # set where cells do not tell apart what the reader may see

    @property
    def unit(self) -> ColumnElement[int]:
        """What rows are told apart by where they are counted by unit."""
        return self.within.unit if self.within else initiative.c.unit_id

    @property
    def of_cells(self) -> "Scope":
        """The same for cells, whose units are the children already."""
        if self.within is None:
            return self
        numbers = {name: chosen for name, chosen in self.numbers.items() if name != "unit_id"}
        if self.within.chosen is not None:
            numbers["unit_id"] = self.within.chosen
        return replace(self, numbers=numbers)

    @property
    def only_levelled(self) -> bool:
        """Whether only recognition levels are asked about: nothing under review has one."""
        levels = self.numbers.get("level")
        return levels is not None and LEVELS.index(NONE) not in levels

    @property
    def cut_day(self) -> date | None:
        """The day of which only a part counts."""
        return self.as_of.date() if self.as_of and self.as_of.time() != END_OF_DAY else None

    @property
    def last_whole_day(self) -> date | None:
        """The last day of which everything counts, None without a limit."""
        if self.as_of is None:
            return self.end
        whole = self.as_of.date() - timedelta(days=1 if self.cut_day else 0)
        return min(whole, self.end) if self.end else whole


def scope_of(filters: Filters, catalogue: Catalogue) -> Scope:
    """A phase limits the days as since and until do; a phase the programme does not have limits nothing."""
    programme = catalogue.programme(filters.programme)
    phase = programme.phase(filters.phase)
    starts = [day for day in (filters.since, phase and phase.start) if day]
    ends = [day for day in (filters.until and filters.until - timedelta(days=1), phase and phase.end) if day]
    chosen_units = tuple(unit.id for unit in catalogue.units_in(filters)) if filters.narrows_units else None
    within = within_of(filters, catalogue, programme, chosen_units)
    counted = (within.top,) if within else chosen_units
    units = {} if counted is None else {"unit_id": counted}
    reach = filters.reach
    if reach is not None and not reach.below and (within is None or within.top in reach.units):
        units["unit_id"] = reach.units if counted is None else tuple(n for n in counted if n in reach.units)
        reach = None
    chosen, statuses = _of_rows(filters, catalogue), _statuses(filters)
    if filters.statuses and not {*filters.statuses} & {*statuses}:
        chosen |= {"level": ()}  # whoever asks for levels of what is not valid asks for nothing
    return Scope(
        programme,
        max(starts, default=None),
        min(ends, default=None),
        filters.as_of,
        {**units, **{name: _whole(some) for name, some in chosen.items() if name in DIMENSIONS}},
        tuple((name, some) for name, some in chosen.items() if name not in DIMENSIONS),
        tuple(status for status in STATUSES if status in statuses),
        within,
        reach,
    )


def _statuses(filters: Filters) -> tuple[str, ...]:
    """A level is given by a decision: asked for levels, only what was found valid by then has one."""
    if not filters.levels or NONE in filters.levels:
        return filters.statuses
    return (VALID,)


def counted_rows(
    scope: Scope, *, in_order: bool = False, days: Sequence[int] | None = None
) -> tuple[ColumnElement[bool], ...]:
    """The rows that `uploads` counts in a scope, as conditions on `initiative`.

    `in_order`: for a walk through all days. Asked for units there, SQLite goes from unit to unit and sorts at the end.
    `days`: those of some days of the scope, in which no status is asked for. Asked for a period as well, SQLite walks
    through all of that.
    """
    row = initiative.c
    conditions = [row.programme_id == scope.programme.id]
    for name, chosen in scope.numbers.items():
        conditions.append((row[name] + 0 if in_order and name == "unit_id" else row[name]).in_(chosen))
    if scope.within:
        conditions.append(scope.within.rows)
    conditions += beside_cells(scope.beside, scope.reach)
    if days is not None:
        return (*conditions, row.uploaded_day.in_(days), *_until_moment(scope, row.uploaded_day, row.uploaded_at))
    if not scope.statuses:
        return (*conditions, _within(scope, row.uploaded_day, row.uploaded_at))
    return (*conditions, or_(*(_has_status(scope, status) for status in scope.statuses)))


def _has_status(scope: Scope, status: str) -> ColumnElement[bool]:
    row = initiative.c
    if status != REVIEW:
        return and_(row.status == STATUSES.index(status), _within(scope, row.settled_day, row.settled_at))
    # Under review is a stock: everything uploaded up to the end that was not decided by then.
    uploaded = _until(scope, row.uploaded_day, row.uploaded_at)
    settled = and_(row.settled_day.is_not(None), *_until(scope, row.settled_day, row.settled_at))
    return and_(*uploaded, ~settled)


def _within(scope: Scope, day: ColumnElement[Any], moment: ColumnElement[Any]) -> ColumnElement[bool]:
    limits = _until(scope, day, moment)
    if scope.start:
        limits.append(day >= day_as_integer(scope.start))
    return and_(day.is_not(None), *limits)


def _until(scope: Scope, day: ColumnElement[Any], moment: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    limits = [] if scope.end is None else [day <= day_as_integer(scope.end)]
    if scope.as_of is None:
        return limits
    return [*limits, day <= day_as_integer(scope.as_of), *_until_moment(scope, day, moment)]


def _until_moment(scope: Scope, day: ColumnElement[Any], moment: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    """Moments are asked for on one day only: no index holds them all on SQLite."""
    if scope.as_of is None or scope.cut_day is None:
        return []
    return [or_(day < day_as_integer(scope.as_of), moment <= scope.as_of)]


def beside_cells(beside: Beside, reach: Reach | None = None) -> list[ColumnElement[bool]]:
    """What the cells do not tell apart, as conditions on `initiative`."""
    row = initiative.c
    conditions = [] if reach is None else [or_(row.unit_id.in_(reach.units), row.grassroots_id.in_(reach.below))]
    for name, chosen in beside:
        column = initiative.c[name]
        known = [value for value in chosen if value is not None]
        conditions.append(or_(column.in_(known), column.is_(None)) if None in chosen else column.in_(known))
    return conditions


def _whole(numbers: tuple[Stored, ...]) -> tuple[int, ...]:
    return tuple(number for number in numbers if number is not None)


def _of_rows(filters: Filters, catalogue: Catalogue) -> dict[str, tuple[Stored, ...]]:
    """What is allowed of the columns that filters narrow; a code nobody knows matches no row."""
    sectors: dict[str, Stored] = {sector.code: sector.id for sector in catalogue.sectors_of(filters.programme)}
    allowed: dict[str, tuple[Stored, ...]] = {}
    for narrowing in FILTERS:
        chosen = getattr(filters, narrowing.field)
        if chosen and narrowing.narrows is Narrows.ROWS and narrowing.column:
            numbers = sectors if narrowing.parameter == "sector" else narrowing.numbers
            allowed[narrowing.column] = tuple(numbers[code] for code in chosen if code in numbers)
    return allowed
