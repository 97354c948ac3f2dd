"""Counts over the rows themselves, for what the cells do not keep apart: one GROUP BY, cached by version."""

from collections.abc import Mapping
from typing import Any, Final

import polars as pl
from sqlalchemy import Connection, func, select

from data_access.keeper import Keeper, of_records
from data_access.row_order import ORDER_BY, counted, ordered
from data_access.row_pages import ids_of_page
from data_access.scope import counted_rows, scope_of
from data_access.tables import initiative
from model.codes import Measure
from model.filters import Filters

_NEWEST: Final = "newest"


def of_rows(filters: Filters) -> Filters:
    """The filters that choose rows, so that equal questions share one answer; “valid” as a measure is a status."""
    if filters.measure is Measure.VALID and not filters.statuses:
        filters = filters.changed(statuses=("valid",))
    return of_records(filters)


def count_rows(keeper: Keeper, filters: Filters, *columns: str) -> pl.DataFrame:
    """How many rows of the scope have each combination of some columns of `initiative`: the columns, n."""
    asked = of_rows(filters)
    fields = [initiative.c[name] for name in columns]
    scope = scope_of(asked, keeper.catalogue)
    question = select(*fields, func.count().label("n")).where(*counted_rows(scope))
    question = counted(question.group_by(*fields).order_by(*fields) if fields else question, scope)

    def ask(connection: Connection) -> pl.DataFrame:
        rows = [tuple(row) for row in connection.execute(question)]
        return pl.DataFrame(rows, schema=dict.fromkeys((*columns, "n"), pl.Int64), orient="row")

    return keeper.ask_rows(ask, key=("count_rows", columns, asked))


def newest_rows(keeper: Keeper, filters: Filters, number: int) -> list[Mapping[str, Any]]:
    """The rows uploaded last, with everything a reader may see of them."""
    asked = of_rows(filters)
    find = ids_of_page(keeper, asked, _NEWEST, 0, number)

    def ask(connection: Connection) -> list[Mapping[str, Any]]:
        rows = ordered(select(*initiative.c).where(initiative.c.id.in_(find(connection))), ORDER_BY[_NEWEST])
        return [dict(found) for found in connection.execute(rows).mappings()]

    return keeper.ask_rows(ask, key=("newest_rows", number, asked))
