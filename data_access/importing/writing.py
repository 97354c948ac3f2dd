"""Initiatives into the database: new rows, changed rows with their former state, all in the caller's transaction."""

from typing import Final

import polars as pl
from sqlalchemy import Connection, insert

from data_access.database.indexes import owns_rows, without_indexes
from data_access.database.schema import former_row, held_row, import_problem, initiative
from data_access.database.statistics import last_row_id, refresh_statistics
from data_access.database.versions import Touched
from data_access.importing.bulk import Progress, beside, insert_at_once, insert_rows
from data_access.importing.comparing import RowComparison
from data_access.importing.moved_cells import NEEDED, move_cells
from data_access.importing.rows import CONTENT, DERIVED
from data_access.importing.second_look import Held
from model.clock import this_second

WRITTEN: Final = (*CONTENT, *DERIVED)
_MANY: Final = 50_000
_PROBLEMS: Final = 10_000  # rows of one batch whose problems are kept in the database


def write_initiatives(
    connection: Connection,
    programme_id: int,
    batch_id: int,
    comparison: RowComparison,
    progress: Progress | None = None,
) -> Touched:
    """Write new and changed rows and move the cells; returns the days and units touched."""
    remember(connection, batch_id, comparison.former)
    programme, batch = pl.lit(programme_id).alias("programme_id"), pl.lit(batch_id).alias("batch_id")
    new = comparison.new.select(programme, *WRITTEN, batch)
    if _is_bulk(connection, new.height):
        with without_indexes(connection):
            insert_rows(connection, initiative, new, progress)
    else:
        insert_at_once(connection, initiative, new, progress)
    updates = comparison.changed.select(*WRITTEN, pl.lit(batch_id, pl.Int64).alias("batch_id"), "id")
    update_rows(connection, updates.select(*_differing(updates, comparison.former), "batch_id", "id"))
    after = pl.concat([comparison.new.select(NEEDED), comparison.changed.select(NEEDED)])
    extent = move_cells(connection, programme_id, comparison.former.select(NEEDED), after)
    refresh_statistics(connection, new.height)
    return extent


def _differing(updates: pl.DataFrame, former: pl.DataFrame) -> list[str]:
    """The columns that changed, because each further one that is set costs updates of an index or the search."""
    both = updates.join(former, on="id", suffix="_former")
    same = both.select(pl.col(name).eq_missing(pl.col(f"{name}_former")).all() for name in WRITTEN)
    return [name for name in WRITTEN if not same[name][0]]


def _is_bulk(connection: Connection, rows: int) -> bool:
    """Whether building indexes anew (16 s a million stored rows) is faster than keeping them in step (80 s a new one).

    PostgreSQL's readers of rows wait meanwhile, so there only where next to nothing can be read yet.
    """
    if rows < _MANY or not owns_rows(connection):
        return False
    last_id = last_row_id(connection)
    return rows > (last_id / 4 if connection.dialect.name == "sqlite" else 20 * last_id)


def remember(connection: Connection, batch_id: int, former: pl.DataFrame) -> None:
    """Keep rows (comparing.STORED) as they are, so that undo can restore them."""
    if former.height:
        contents = former.select(
            pl.lit(batch_id, pl.Int64).alias("batch_id"),
            pl.lit("initiative").alias("table_name"),
            pl.col("id").alias("row_id"),
            pl.col("batch_id").alias("former_batch_id"),
            pl.struct(pl.all()).struct.json_encode().alias("content"),
        )
        insert_rows(connection, former_row, contents)


def update_rows(connection: Connection, rows: pl.DataFrame) -> None:
    """Give the stored rows these values; the last column is their id."""
    if not rows.height:
        return
    with beside(connection, "initiative", rows) as staged:
        pairs = ", ".join(f'"{name}" = "{staged}"."{name}"' for name in rows.columns[:-1])
        same = f'initiative.id = "{staged}".id'
        connection.exec_driver_sql(f'UPDATE initiative SET {pairs} FROM "{staged}" WHERE {same}')  # noqa: S608 (our own names)


def write_units_made(connection: Connection, batch_id: int, ids: list[int]) -> None:
    """Remember which unions a batch made."""
    if ids:
        rows = [
            {"batch_id": batch_id, "table_name": "unit", "row_id": number, "former_batch_id": None, "content": None}
            for number in ids
        ]
        connection.execute(insert(former_row), rows)


def write_held(connection: Connection, programme_id: int, batch_id: int, held: tuple[Held, ...]) -> None:
    """Put the entries into the queue."""
    now = this_second()
    rows: list[dict[str, object]] = [
        {
            "programme_id": programme_id,
            "batch_id": batch_id,
            "reason": entry.reason,
            "code": entry.code,
            "other_code": entry.other_code,
            "detail": entry.as_json,
            "held_at": now,
        }
        for entry in held
    ]
    if rows:
        connection.execute(insert(held_row), rows)


def write_problems(connection: Connection, batch_id: int, wrong: pl.DataFrame) -> None:
    """Store the rows left out of a batch, with the reasons."""
    rows = wrong.head(_PROBLEMS).select(
        pl.lit(batch_id, pl.Int64).alias("batch_id"),
        "sheet",
        pl.col("line").alias("row"),
        "column",
        pl.col("code").alias("kind"),
        "value",
    )
    insert_rows(connection, import_problem, rows)
