"""Distinct people: the one count that cells cannot give, so the rows are asked."""

import polars as pl
from sqlalchemy import Connection, func, select

from data_access.row_order import counted_by_author
from data_access.scope import Scope, counted_rows
from data_access.tables import initiative


def count_people(connection: Connection, scope: Scope) -> pl.DataFrame:
    """How many different authors each unit has among the rows that count: columns unit_id, people.

    The same name in two units is two people; a row without an author is nobody.
    """
    row = initiative.c
    named = select(row.unit_id, row.author).where(row.author.is_not(None), *counted_rows(scope)).distinct()
    authors = counted_by_author(named).subquery()
    query = select(authors.c.unit_id, func.count()).group_by(authors.c.unit_id).order_by(authors.c.unit_id)
    rows = [tuple(found) for found in connection.execute(query)]
    return pl.DataFrame(rows, schema={"unit_id": pl.Int64, "people": pl.Int64}, orient="row")
