"""Changes of the cube's cells by a batch, counted in memory and written in the transaction of the rows."""

from collections.abc import Iterator
from typing import Final

import polars as pl
from sqlalchemy import Connection, text

from data_access.cube.cells import DAY_OF, KEY, STATUS_OF
from data_access.database.schema import initiative_cell
from data_access.database.versions import Touched
from data_access.importing.bulk import insert_rows, run_many
from model.codes import Event
from model.dimensions import CUBE

_AT_ONCE: Final = 250_000
# As narrow as the numbers are: a million cells are sorted in a third of the memory.
_KINDS: Final = {
    "day": pl.Int32,
    "event": pl.Int8,
    **{d.column: pl.Int8 if d.bits < 8 else pl.Int16 if d.bits < 16 else pl.Int32 for d in CUBE},
}
NEEDED: Final = ("status", "benefit_vnd", *dict.fromkeys(day.name for day in DAY_OF.values()), *KEY[2:])


def move_cells(connection: Connection, programme_id: int, before: pl.DataFrame, after: pl.DataFrame) -> Touched:
    """Take the rows as they were out of the cells and put them in as they are; the days and units touched.

    The days on which the rows were uploaded are among them, whether or not a cell changed: rows are kept by these.
    """
    days = {int(day) for rows in (before, after) for day in rows["uploaded_day"].unique()}
    _move(connection, programme_id, before, after, days)
    units = {int(unit) for rows in (before, after) for unit in rows["unit_id"].unique()}
    return Touched(frozenset(days), frozenset(units))


def _move(
    connection: Connection, programme_id: int, before: pl.DataFrame, after: pl.DataFrame, units: set[int]
) -> None:
    both = ((before, -1), (after, 1))
    differences = _added([_counted(rows, sign) for all_rows, sign in both for rows in _parts(all_rows)])
    differences = differences.filter((pl.col("n") != 0) | (pl.col("sum_benefit") != 0)).sort(KEY)
    if not differences.height:
        return
    days = differences["day"].unique().to_list()
    units.update(days)
    cells = differences.select(
        pl.lit(programme_id, pl.Int64).alias("programme_id"),
        *KEY,
        (pl.col("day") // 100).alias("month"),
        "n",
        "sum_benefit",
    )
    if _is_empty(connection, programme_id, min(days), max(days)):
        insert_rows(connection, initiative_cell, cells)
    else:
        _upsert(connection, cells)
        _delete_empty(connection, programme_id, differences.filter(pl.col("n") < 0)["day"].unique().to_list())


def _parts(rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The rows in chunks, because counting a million at once takes half a gigabyte."""
    return rows.iter_slices(_AT_ONCE) if rows.height else iter([rows])


def _added(parts: list[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(parts).group_by(KEY).agg(pl.col("n", "sum_benefit").sum())


def _counted(rows: pl.DataFrame, sign: int) -> pl.DataFrame:
    """Cells (KEY, n, sum_benefit) of rows that have the columns NEEDED."""
    parts = []
    for event in Event:
        day = DAY_OF[event].name
        happened = pl.col(day).is_not_null()
        if event in STATUS_OF:
            happened = happened & (pl.col("status") == STATUS_OF[event])
        parts.append(
            rows.lazy()
            .filter(happened)
            .select(
                pl.col(day).cast(_KINDS["day"]).alias("day"),
                pl.lit(int(event), _KINDS["event"]).alias("event"),
                *(pl.col(name).cast(_KINDS[name]) for name in KEY[2:]),
                pl.col("benefit_vnd").fill_null(0).cast(pl.Int64).alias("benefit"),
            )
            .group_by(KEY)
            .agg(n=pl.len().cast(pl.Int64) * sign, sum_benefit=pl.col("benefit").sum() * sign)
        )
    return pl.concat(parts).collect()


def _is_empty(connection: Connection, programme_id: int, first: int, last: int) -> bool:
    rows = connection.execute(
        text("SELECT 1 FROM initiative_cell WHERE programme_id = :programme AND day BETWEEN :first AND :last LIMIT 1"),
        {"programme": programme_id, "first": first, "last": last},
    )
    return rows.first() is None


def _delete_empty(connection: Connection, programme_id: int, days: list[int]) -> None:
    """Take away the cells that hold nothing more: there are none but on days from which something was taken."""
    if days:
        empty = "DELETE FROM initiative_cell WHERE programme_id = :programme AND day BETWEEN :first AND :last AND n = 0"
        connection.execute(text(empty), {"programme": programme_id, "first": min(days), "last": max(days)})


def _upsert(connection: Connection, cells: pl.DataFrame) -> None:
    key = ", ".join(f'"{name}"' for name in ("programme_id", *KEY))
    columns = ", ".join(f'"{name}"' for name in cells.columns)
    sums = "n = initiative_cell.n + excluded.n, sum_benefit = initiative_cell.sum_benefit + excluded.sum_benefit"
    conflict = f"ON CONFLICT ({key}) DO UPDATE SET {sums}"
    if connection.dialect.name == "postgresql":
        connection.execute(text("CREATE TEMPORARY TABLE moved_cell (LIKE initiative_cell) ON COMMIT DROP"))
        insert_rows(connection, "moved_cell", cells)
        connection.execute(text(f"INSERT INTO initiative_cell ({columns}) SELECT {columns} FROM moved_cell {conflict}"))  # noqa: S608
        connection.execute(text("DROP TABLE moved_cell"))
    else:
        places = ", ".join("?" * cells.width)
        run_many(connection, f"INSERT INTO initiative_cell ({columns}) VALUES ({places}) {conflict}", cells)  # noqa: S608
