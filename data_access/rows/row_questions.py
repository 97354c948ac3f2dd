"""Questions about rows that the caches of records put to the database."""

from collections.abc import Callable, Sequence
from typing import Any

import polars as pl
from sqlalchemy import Connection, Select

from data_access.cube.readers import snapshot
from data_access.cube.row_conditions import uploaded_on
from model.edges import Row


def occurrences(query: Select[*tuple[Any, ...]]) -> Callable[[Connection], pl.DataFrame]:
    """A question that counts how often each row of `query` occurs: its columns and n."""
    return lambda connection: snapshot(connection).occurrences(query)


def occurrences_by_day(
    query: Select[*tuple[Any, ...]],
) -> Callable[[Connection, Sequence[int] | None], pl.DataFrame]:
    """A question that counts how often each row uploaded on some days (None: on any) occurs."""
    return lambda connection, days: snapshot(connection).occurrences(uploaded_on(query, days))


def rows_by_name(query: Select[*tuple[Any, ...]]) -> Callable[[Connection], list[Row]]:
    """A question for the rows of `query`, each with its values by column."""
    return lambda connection: [dict(row) for row in connection.execute(query).mappings()]
