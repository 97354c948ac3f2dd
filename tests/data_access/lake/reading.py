"""The rows of a lake and of a database in the same form."""

from pathlib import Path
from typing import Any

import polars as pl
from sqlalchemy import select

from data_access.database.connections import open_engine
from data_access.database.lake import folder_of, published
from data_access.database.schema import initiative


def rows_of_lake(lake: Path) -> list[tuple[Any, ...]]:
    """All rows of the published version, by id."""
    folder = folder_of(lake, published(lake).number) / "initiative"
    names = [column.name for column in initiative.c]
    files = sorted(folder.rglob("*.parquet"))
    if not files:
        return []
    frame = pl.concat([_with_folders(file) for file in files], how="vertical_relaxed")
    return frame.select(names).sort("id").rows()


def rows_of_database(url: str) -> list[tuple[Any, ...]]:
    """All rows, by id."""
    engine = open_engine(url, read_only=True)
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(select(initiative).order_by(initiative.c.id))]
    finally:
        engine.dispose()


def _with_folders(file: Path) -> pl.DataFrame:
    named = {name: int(value) for name, value in (part.split("=") for part in file.parts if "=" in part)}
    rows = pl.read_parquet(file, hive_partitioning=False)
    return rows.with_columns(**{name: pl.lit(value) for name, value in named.items()})
