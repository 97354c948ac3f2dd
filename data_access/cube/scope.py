"""What filters mean for rows and cells: days, moments and numbers instead of codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from data_access.cube.columns import day_as_integer
from data_access.database.schema import initiative
from model.catalogue import Catalogue, Programme
from model.codes import LEVELS, OWNERSHIPS, POSITIONS, SOLUTIONS, STATUSES
from model.filters import END_OF_DAY, Filters

REVIEW, VALID, INVALID = STATUSES


@dataclass(frozen=True)
class Scope:
    """The rows one question is about. `start` and `end` are inclusive days; `numbers` allows some per dimension."""

    programme: Programme
    start: date | None
    end: date | None
    as_of: datetime | None
    numbers: Mapping[str, tuple[int, ...]]
    solutions: tuple[int, ...]
    statuses: tuple[str, ...]

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
    sectors = {sector.code: sector.id for sector in catalogue.sectors}
    numbers = {
        "unit_id": tuple(unit.id for unit in catalogue.units_in(filters)) if filters.narrows_units else None,
        "sector_id": _places(filters.sectors, sectors),
        "ownership": _places(filters.ownerships, _numbered(OWNERSHIPS)),
        "position": _places(filters.positions, _numbered(POSITIONS)),
        "level": _places(filters.levels, _numbered(LEVELS)),
    }
    return Scope(
        programme,
        max(starts, default=None),
        min(ends, default=None),
        filters.as_of,
        {name: chosen for name, chosen in numbers.items() if chosen is not None},
        _places(filters.solutions, _numbered(SOLUTIONS)) or (),
        tuple(status for status in STATUSES if status in filters.statuses),
    )


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
    if scope.solutions:
        conditions.append(row.solution.in_(scope.solutions))
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


def _numbered(codes: Sequence[str]) -> dict[str, int]:
    return {code: number for number, code in enumerate(codes)}


def _places(chosen: Sequence[str], numbers: Mapping[str, int]) -> tuple[int, ...] | None:
    """Numbers of the chosen codes, None where nothing was chosen; a code nobody knows matches no row."""
    return tuple(numbers[code] for code in chosen if code in numbers) if chosen else None
