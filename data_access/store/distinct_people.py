"""Distinct people, the one count that cells cannot give: the rows are queried, once for all periods where possible."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TypeAlias

import polars as pl
from sqlalchemy import Connection, func, select

from data_access.cube.readers import snapshot
from data_access.cube.row_conditions import counted_rows, of_units
from data_access.cube.scope import Scope, scope_of
from data_access.database.schema import initiative
from data_access.store.first_and_last import Appearances, is_by_days
from data_access.store.kept_frames import ByPart
from data_access.store.row_order import counted_by_author
from model.catalogue import Catalogue
from model.filters import Filters

Ask: TypeAlias = Callable[[ByPart, Hashable, Filters], pl.DataFrame]  # as records do it by unit


def people_of(ask: Ask, filters: Filters, catalogue: Catalogue) -> pl.DataFrame:
    """`count_people` of the rows under some filters, from a query for all periods where that is enough."""
    scope = scope_of(filters, catalogue)
    if is_by_days(scope):
        ever = partial(_first_and_last, scope=scope_of(filters.ever, catalogue))
        counts = Appearances(ask(ever, "people met", filters.ever)).within(scope)
        if counts is not None:
            return counts.select(pl.col("unit_id").cast(pl.Int64), people=pl.col("n").cast(pl.Int64))
    return ask(partial(count_people, scope=scope), "people", filters)


def _first_and_last(connection: Connection, units: Sequence[int] | None, scope: Scope) -> pl.DataFrame:
    """The content of `Appearances`, for people."""
    row, day = initiative.c, initiative.c.uploaded_day
    authors = select(scope.unit, func.min(day).label("first"), func.max(day).label("last"))
    authors = authors.where(row.author.is_not(None), *counted_rows(scope)).group_by(scope.unit, row.author)
    each = counted_by_author(of_units(authors, units)).subquery().c
    return snapshot(connection).occurrences(select(each.unit_id, each.first, each.last)).cast(pl.Int32)


def count_people(connection: Connection, units: Sequence[int] | None, scope: Scope) -> pl.DataFrame:
    """How many different authors each unit, or each of some, has among the rows that count: columns unit_id, people.

    The same name in two units is two people; a row without an author is nobody.
    """
    row = initiative.c
    pairs = select(scope.unit, row.author).where(row.author.is_not(None), *counted_rows(scope)).distinct()
    authors = counted_by_author(of_units(pairs, units)).subquery()
    query = select(authors.c.unit_id, func.count()).group_by(authors.c.unit_id).order_by(authors.c.unit_id)
    rows = [tuple(row) for row in connection.execute(query)]
    return pl.DataFrame(rows, schema={"unit_id": pl.Int64, "people": pl.Int64}, orient="row")
