"""`python -m data_access lake count`: cells counted by the distributed engine, compared with those that are stored."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl
from sqlalchemy import Connection, Engine, Select, delete, select

from data_access.cube.cells import KEY
from data_access.cube.cells_at_once import cells_at_once
from data_access.database.connections import open_engine
from data_access.database.lake import Manifest, published
from data_access.database.schema import data_version, initiative_cell
from data_access.database.versions import raise_version
from data_access.importing.bulk import insert_rows
from model.codes import Event

_COLUMNS: Final = (*KEY, "n", "sum_benefit")


@dataclass(frozen=True)
class Counted:
    """The cells of one programme as the engine counted them, and the days on which stored ones differ."""

    programme_id: int
    cells: pl.DataFrame
    differing: frozenset[int]


def count_cells(rows: Engine, lake: Path, url: str) -> list[Counted]:
    """Count the cells of every programme that is published and compare them with the database's.

    Programmes that were written to since are left out: their stored cells are of another state.
    """
    manifest, cell_counts = published(lake), []
    for programme_id in (number for number, part in manifest.parts.items() if part.rows):
        cells = _counted(rows, lake, programme_id)
        if (cells_before := _stored(url, programme_id, manifest)) is not None:
            cell_counts.append(Counted(programme_id, cells, _differing(cells, cells_before)))
    return cell_counts


def write_cells(url: str, cell_counts: Counted, manifest: Manifest) -> bool:
    """Put counted cells in the place of those that differ; False where the records have changed since."""
    days = sorted(cell_counts.differing)
    fresh = cell_counts.cells.filter(pl.col("day").is_in(days)).select(
        pl.lit(cell_counts.programme_id).alias("programme_id"),
        *KEY,
        (pl.col("day") // 100).alias("month"),
        "n",
        "sum_benefit",
    )
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            if _state(connection, cell_counts.programme_id) != manifest.parts[cell_counts.programme_id].state:
                return False
            cell = initiative_cell.c
            same = cell.programme_id == cell_counts.programme_id, cell.day.in_(days)
            connection.execute(delete(initiative_cell).where(*same))
            insert_rows(connection, initiative_cell, fresh)
            raise_version(connection, cell_counts.programme_id, days)
            return True
    finally:
        engine.dispose()


def _counted(rows: Engine, lake: Path, programme_id: int) -> pl.DataFrame:
    """Count with one GROUP BY whose parts the workers write to the lake, because rows over Thrift are slow."""
    beside = lake / "counted"
    try:
        with rows.connect() as connection:
            _write(connection, cells_at_once(programme_id, dict.fromkeys(Event, ())), beside)
        parts = [pl.read_parquet(file).cast(pl.Int64) for file in sorted(beside.glob("*.parquet"))]
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    cells = pl.concat(parts) if parts else pl.DataFrame(schema=dict.fromkeys(_COLUMNS, pl.Int64))
    return cells.select(_COLUMNS).sort(KEY)


def _write(connection: Connection, query: Select[Any], folder: Path) -> None:
    statement = query.compile(connection, compile_kwargs={"literal_binds": True})
    path = str(folder).replace("'", "\\'")
    connection.exec_driver_sql(f"INSERT OVERWRITE DIRECTORY '{path}' USING parquet {statement}")


def _stored(url: str, programme_id: int, manifest: Manifest) -> pl.DataFrame | None:
    engine = open_engine(url, read_only=True)
    try:
        with engine.connect() as connection:
            if _state(connection, programme_id) != manifest.parts[programme_id].state:
                return None
            cell = initiative_cell.c
            query = select(*(cell[name] for name in _COLUMNS)).where(cell.programme_id == programme_id)
            cells = [tuple(row) for row in connection.execute(query)]
            return pl.DataFrame(cells, schema=dict.fromkeys(_COLUMNS, pl.Int64), orient="row").sort(KEY)
    finally:
        engine.dispose()


def _state(connection: Connection, programme_id: int) -> tuple[Any, Any]:
    row = data_version.c
    state = connection.execute(select(row.version, row.changed_at).where(row.programme_id == programme_id)).first()
    return (state[0], state[1]) if state else (0, None)


def _differing(cells: pl.DataFrame, cells_before: pl.DataFrame) -> frozenset[int]:
    """Days on which the two have different cells."""
    more = cells.join(cells_before, on=_COLUMNS, how="anti")["day"].to_list()
    less = cells_before.join(cells, on=_COLUMNS, how="anti")["day"].to_list()
    return frozenset((*more, *less))
