"""The whole content of a database, to compare before and after."""

from pathlib import Path
from typing import Any

from sqlalchemy import select

from data_access.database.connections import open_engine
from data_access.database.schema import (
    initiative,
    initiative_cell,
    published_figure,
    target,
    unit,
)
from data_access.importing.choices import Choices
from data_access.importing.saving import Saved, save
from data_access.importing.understanding import understand
from model.reader import Reader, Role
from tests.data_access.importing.good_rows import HEADINGS, Row, as_csv

KEPT = (initiative, initiative_cell, target, unit, published_figure)


def contents(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the tables that an import may change."""
    engine = open_engine(url, read_only=True)
    with engine.connect() as connection:
        results = {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr) for table in KEPT
        }
    engine.dispose()
    return results


def scalars(url: str, query: Any) -> list[Any]:
    engine = open_engine(url, read_only=True)
    with engine.connect() as connection:
        results = list(connection.scalars(query))
    engine.dispose()
    return results


def written(folder: Path, rows: list[Row], name: str = "rows.csv", headings: tuple[str, ...] = HEADINGS) -> Path:
    file = folder / name
    file.write_text(as_csv(rows, headings=headings), encoding="utf-8")
    return file


def imported(url: str, file: Path, **choices: Any) -> Saved:
    return save(
        url, understand(url, file, Choices("1tr", by=Reader("test", Role.ADMIN), replace=True).changed(**choices))
    )
