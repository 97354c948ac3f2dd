"""Which rows a scope counts, as conditions on `initiative`."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, case, or_

from data_access.cube.integer_days import day_as_integer
from data_access.cube.scope import REVIEW, Beside, Scope
from data_access.database.schema import initiative
from model.codes import STATUSES
from model.reach import Reach

Query = TypeVar("Query", bound=Select[*tuple[Any, ...]])


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
    for name, numbers in scope.numbers.items():
        conditions.append((row[name] + 0 if in_order and name == "unit_id" else row[name]).in_(numbers))
    if scope.within:
        conditions.append(scope.within.rows)
    conditions += beside_cells(scope.beside, scope.reach)
    if scope.levels_then is not None:
        conditions.append(_level_then(scope).in_(scope.levels_then))
    if days is not None:
        return (*conditions, row.uploaded_day.in_(days), *_until_moment(scope, row.uploaded_day, row.uploaded_at))
    if not scope.statuses:
        return (*conditions, _within(scope, row.uploaded_day, row.uploaded_at))
    return (*conditions, or_(*(_has_status(scope, status) for status in scope.statuses)))


def uploaded_on(query: Query, days: Sequence[int] | None) -> Query:
    """`query` limited to the rows uploaded on some days; unlimited where none are given."""
    return query if days is None else query.where(initiative.c.uploaded_day.in_(days))


def of_units(query: Query, units: Sequence[int] | None) -> Query:
    """`query` limited to the rows of some units; unlimited where none are given."""
    return query if units is None else query.where(initiative.c.unit_id.in_(units))


def _has_status(scope: Scope, status: str) -> ColumnElement[bool]:
    row = initiative.c
    if status != REVIEW:
        return and_(row.status == STATUSES.index(status), _within(scope, row.settled_day, row.settled_at))
    # Under review is a stock: everything uploaded up to the end that was not decided by then.
    uploaded = _until(scope, row.uploaded_day, row.uploaded_at)
    return and_(*uploaded, ~_is_settled(scope))


def levelled_later(scope: Scope) -> tuple[ColumnElement[bool], ...]:
    """The uploads up to the end of a scope that had no level then and have one today."""
    row = initiative.c
    return (row.level > 0, *_until(scope, row.uploaded_day, row.uploaded_at), ~_is_settled(scope))


def _level_then(scope: Scope) -> ColumnElement[int]:
    """The recognition level a row had at the end: none before its decision."""
    return case((_is_settled(scope), initiative.c.level), else_=0)


def _is_settled(scope: Scope) -> ColumnElement[bool]:
    row = initiative.c
    return and_(row.settled_day.is_not(None), *_until(scope, row.settled_day, row.settled_at))


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
    """The condition on moments, used for one day only because SQLite has no index over them."""
    if scope.as_of is None or scope.cut_day is None:
        return []
    return [or_(day < day_as_integer(scope.as_of), moment <= scope.as_of)]


def beside_cells(beside: Beside, reach: Reach | None = None) -> list[ColumnElement[bool]]:
    """Conditions on `initiative` for values that the cells do not tell apart."""
    row = initiative.c
    conditions = [] if reach is None else [or_(row.unit_id.in_(reach.units), row.grassroots_id.in_(reach.below))]
    for name, values in beside:
        column = initiative.c[name]
        numbers = [value for value in values if value is not None]
        conditions.append(or_(column.in_(numbers), column.is_(None)) if None in values else column.in_(numbers))
    return conditions
