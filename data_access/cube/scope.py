"""Filters as days, moments and numbers instead of codes, for rows and cells."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TypeAlias

from sqlalchemy import ColumnElement

from data_access.cube.below import Within, within_of
from data_access.database.schema import initiative
from model.catalogue import Catalogue, Programme
from model.code_filters import Narrows, Stored
from model.codes import LEVELS, NONE, STATUSES
from model.dimensions import DIMENSIONS
from model.filters import END_OF_DAY, FILTERS, Filters, end_of_day
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
    levels_then: tuple[int, ...] | None = None  # allowed levels where those of today do not tell

    @property
    def unit(self) -> ColumnElement[int]:
        """The column that rows are grouped by where they are counted by unit."""
        return self.within.unit if self.within else initiative.c.unit_id

    @property
    def of_cells(self) -> "Scope":
        """The scope for cells, whose units are the children already; slices know the levels at the end."""
        numbers = dict(self.numbers)
        if self.within:
            numbers.pop("unit_id", None)
            if self.within.chosen is not None:
                numbers["unit_id"] = self.within.chosen
        if self.levels_then is not None:
            numbers["level"] = self.levels_then
        return replace(self, numbers=numbers)

    @property
    def known_until(self) -> datetime | None:
        """The last moment of which decisions count: that asked for, or the end of the period; None for now."""
        ends = [self.as_of, end_of_day(self.end) if self.end else None]
        return min((moment for moment in ends if moment), default=None)

    @property
    def only_levelled(self) -> bool:
        """Whether the scope asks for recognition levels only: nothing under review has one."""
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
    own_units = (within.top,) if within else chosen_units
    units = {} if own_units is None else {"unit_id": own_units}
    reach = filters.reach
    if reach is not None and not reach.below and (within is None or within.top in reach.units):
        units["unit_id"] = reach.units if own_units is None else tuple(n for n in own_units if n in reach.units)
        reach = None
    ids_by_dimension, statuses = _of_rows(filters, catalogue), _statuses(filters)
    if filters.statuses and not {*filters.statuses} & {*statuses}:
        ids_by_dimension |= {"level": ()}  # only what is valid has a level
    numbers = {**units, **{name: _whole(some) for name, some in ids_by_dimension.items() if name in DIMENSIONS}}
    # “No level” at a moment includes what was given one later.
    is_then = LEVELS.index(NONE) in numbers.get("level", ()) and bool(ends or filters.as_of)
    return Scope(
        programme,
        max(starts, default=None),
        min(ends, default=None),
        filters.as_of,
        {name: some for name, some in numbers.items() if name != "level" or not is_then},
        tuple((name, some) for name, some in ids_by_dimension.items() if name not in DIMENSIONS),
        tuple(status for status in STATUSES if status in statuses),
        within,
        reach,
        numbers["level"] if is_then else None,
    )


def _statuses(filters: Filters) -> tuple[str, ...]:
    """A level is given by a decision: asked for levels, only what was found valid by then has one."""
    if not filters.levels or NONE in filters.levels:
        return filters.statuses
    return (VALID,)


def _whole(numbers: tuple[Stored, ...]) -> tuple[int, ...]:
    return tuple(number for number in numbers if number is not None)


def _of_rows(filters: Filters, catalogue: Catalogue) -> dict[str, tuple[Stored, ...]]:
    """The allowed values of the columns that filters narrow; an unknown code matches no row."""
    sectors: dict[str, Stored] = {sector.code: sector.id for sector in catalogue.sectors_of(filters.programme)}
    allowed: dict[str, tuple[Stored, ...]] = {}
    for narrowing in FILTERS:
        values = getattr(filters, narrowing.field)
        if values and narrowing.narrows is Narrows.ROWS and narrowing.column:
            numbers = sectors if narrowing.parameter == "sector" else narrowing.numbers
            allowed[narrowing.column] = tuple(numbers[code] for code in values if code in numbers)
    return allowed
