"""The rows of a page in an order: the cube knows their days, so that no other rows are walked over."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import ColumnElement, Connection, select

from data_access.cube.integer_days import day_as_integer
from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import Scope, scope_of
from data_access.database.schema import initiative
from data_access.rows.row_places import RowPlaces, Walk
from data_access.store.records import Records
from data_access.store.row_order import ORDER_BY, Order, fitting, walked
from model.filters import Filters

FindIds: TypeAlias = Callable[[Connection], list[int]]


@dataclass(frozen=True)
class _Stretch:
    """The days that hold some rows of an order by time, `skipped` rows of which come before."""

    days: tuple[int, ...]
    skipped: int


def ids_of_page(records: Records, filters: Filters, order_name: str, offset: int, count: int) -> FindIds:
    """The function that finds the ids of `count` rows in scope after the first `offset`; fewer at the end."""
    scope, order = scope_of(filters, records.catalogue), ORDER_BY[order_name]
    total = int(records.slice(filters).counts()["benefit_count" if order_name == "benefit" else "uploads"].sum())
    length = min(count, total - offset)
    if length <= 0:
        return lambda _connection: []
    stretch = _stretch(records, filters, order, (offset, length)) if _has_days(scope, order) else None
    whole = int(records.slice(Filters(programme=filters.programme)).counts()["uploads"].sum())
    fitted = fitting(order, total, whole, by_unit="unit_id" in scope.numbers)

    places, page = records.remember(("places", filters, order_name), RowPlaces), range(offset, offset + length)
    if not stretch and places.is_too_far(page, total):
        is_from_end = 2 * offset > total
        allowed = records.to_list(filters)
        walk = Walk(_conditions(scope, fitted), fitted.turned if is_from_end else fitted, total // 2 + 1)
        marks = records.ask_list(walk.marks, ("marks", filters, order_name, is_from_end), allowed, patiently=True)
        places.learn(marks, total, is_from_end=is_from_end)

    def find(connection: Connection) -> list[int]:
        if stretch:
            ids = _on_days(connection, scope, order, stretch, length)
            if len(ids) == length:  # else rows came or went since the cube was read
                return ids
        return places.ids(connection, _conditions(scope, fitted), fitted, page, total)

    return find


def nearest(records: Records, filters: Filters, order: Order, length: int) -> list[ColumnElement[bool]]:
    """Conditions that leave the first `length` rows in order, and no others where the days are known.

    `order` as it is in ORDER_BY, or fitted to the scope.
    """
    scope = scope_of(filters, records.catalogue)
    if not _has_days(scope, order):
        return _conditions(scope, order)
    days = _stretch(records, filters, order, (0, length)).days
    return list(counted_rows(scope, days=days))


def _has_days(scope: Scope, order: Order) -> bool:
    """Whether the cube knows the days of rows in this order; a status counts on the day of its decision."""
    return order.is_by_time and not scope.statuses


def _on_days(connection: Connection, scope: Scope, order: Order, stretch: _Stretch, length: int) -> list[int]:
    query = select(initiative.c.id).where(*counted_rows(scope, days=stretch.days))
    return list(connection.scalars(walked(query, order).limit(length).offset(stretch.skipped)))


def _conditions(scope: Scope, order: Order) -> list[ColumnElement[bool]]:
    return [*counted_rows(scope, in_order=order.is_by_day), *([] if order.only is None else [order.only])]


def _stretch(records: Records, filters: Filters, order: Order, page: tuple[int, int]) -> _Stretch:
    offset, length = page
    daily = records.slice(filters).daily().sort("day", descending=order.descending)
    upto = daily["uploads"].cum_sum()
    before = upto - daily["uploads"]
    held = (upto > offset) & (before < offset + length)
    return _Stretch(tuple(map(day_as_integer, daily["day"].filter(held))), offset - int(before.filter(held)[0]))
