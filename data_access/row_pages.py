"""Which rows stand on a page of an order: the cube says on which days they are, so that no others are walked over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Connection, select

from data_access.columns import day_as_integer
from data_access.keeper import Keeper
from data_access.row_order import ORDER_BY, Order, fitting, walked
from data_access.scope import Scope, counted_rows, scope_of
from data_access.tables import initiative
from model.filters import Filters

FindIds: TypeAlias = Callable[[Connection], list[int]]


@dataclass(frozen=True)
class _Stretch:
    """The days that hold some rows of an order by time; `skipped` rows of theirs come before."""

    days: tuple[int, ...]
    skipped: int


@dataclass(frozen=True)
class _Whole:
    """Uploads of a programme by day (20220420) and by unit id: what there is to walk over."""

    by_day: Mapping[int, int]
    by_unit: Mapping[int, int]


def ids_of_page(keeper: Keeper, filters: Filters, order_name: str, offset: int, wanted: int) -> FindIds:
    """How to find the ids of `wanted` rows in scope after the first `offset`; fewer at the end."""
    scope, order = scope_of(filters, keeper.catalogue), ORDER_BY[order_name]
    total = int(keeper.slice(filters).counts()["benefit_count" if order_name == "benefit" else "uploads"].sum())
    length = min(wanted, total - offset)
    if length <= 0:
        return lambda _connection: []
    whole = _whole(keeper, filters.programme)
    units = scope.numbers.get("unit_id")
    in_units = sum(n for unit, n in whole.by_unit.items() if units is None or unit in units)
    stretch = _stretch(keeper, filters, order, (offset, length)) if order.is_by_time and not scope.statuses else None
    fitted = fitting(order, total, sum(whole.by_unit.values()), by_unit=units is not None)

    def find(connection: Connection) -> list[int]:
        if stretch and sum(whole.by_day.get(day, 0) for day in stretch.days) < in_units:
            ids = _on_days(connection, scope, order, stretch, length)
            if len(ids) == length:  # else rows came or went since the cube was read
                return ids
        return _from_nearer_end(connection, scope, fitted, offset, total - offset - length, length)

    return find


def _on_days(connection: Connection, scope: Scope, order: Order, stretch: _Stretch, length: int) -> list[int]:
    row = initiative.c
    query = select(row.id).where(*_conditions(scope, order), row.uploaded_day.in_(stretch.days))
    return list(connection.scalars(walked(query, order).limit(length).offset(stretch.skipped)))


def _from_nearer_end(
    connection: Connection, scope: Scope, order: Order, before: int, behind: int, length: int
) -> list[int]:
    query = select(initiative.c.id).where(*_conditions(scope, order))
    if before <= behind:
        return list(connection.scalars(walked(query, order).limit(length).offset(before)))
    return list(connection.scalars(walked(query, order.turned).limit(length).offset(behind)))[::-1]


def _conditions(scope: Scope, order: Order) -> list[Any]:
    return [*counted_rows(scope), *([] if order.only is None else [order.only])]


def _stretch(keeper: Keeper, filters: Filters, order: Order, page: tuple[int, int]) -> _Stretch:
    offset, length = page
    daily = keeper.slice(filters).daily().sort("day", descending=order.descending)
    upto = daily["uploads"].cum_sum()
    before = upto - daily["uploads"]
    held = (upto > offset) & (before < offset + length)
    return _Stretch(tuple(map(day_as_integer, daily["day"].filter(held))), offset - int(before.filter(held)[0]))


def _whole(keeper: Keeper, programme: str) -> _Whole:
    everything = Filters(programme=programme)

    def count() -> _Whole:
        daily, units = keeper.slice(everything).daily(), keeper.slice(everything).counts("unit_id")
        by_day = {day_as_integer(day): n for day, n in daily.select("day", "uploads").iter_rows()}
        return _Whole(by_day, dict(units.select("unit_id", "uploads").iter_rows()))

    return keeper.remember(("rows_of_all", programme), count)
