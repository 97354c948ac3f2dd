"""Tables drawn as text: rows to insert into a database, and rows expected of a frame."""

from collections.abc import Mapping
from datetime import date, datetime

import pandas as pd
import polars as pl
from sqlalchemy import Column, Connection, Table, insert

Cell = str | int | float | bool | date | datetime | None


def fill(connection: Connection, drawings: Mapping[Table, str]) -> None:
    """Insert drawn tables, in the order they are written.

    The first line names the columns, `|` separates them. A blank cell is left out of its row, so that the
    database decides (a default, or NULL); `""` is an empty text.
    """
    for table, drawing in drawings.items():
        for row in drawn(drawing):
            connection.execute(insert(table).values(_typed(table, row)))


def drawn(drawing: str) -> list[dict[str, str]]:
    """The rows of a drawn table as texts, blank cells left out."""
    lines = [line for line in drawing.strip().splitlines() if line.strip() and set(line.strip()) - set("-+| ")]
    names = [name.strip() for name in lines[0].split("|")]
    rows = [[cell.strip() for cell in line.split("|")] for line in lines[1:]]
    for row in rows:
        if len(row) != len(names):
            raise ValueError(f"{len(names)} columns are named, {len(row)} are drawn: {row}")
    return [{name: cell for name, cell in zip(names, row, strict=True) if cell} for row in rows]


def rows(frame: pl.DataFrame | pd.DataFrame) -> list[list[Cell]]:
    """The rows of a frame as plain values, None where a value is unknown."""
    if isinstance(frame, pd.DataFrame):
        return frame.astype(object).where(frame.notna(), None).to_numpy().tolist()
    return [list(row) for row in frame.rows()]


def _typed(table: Table, row: Mapping[str, str]) -> dict[str, Cell]:
    return {name: _value(table.columns[name], text) for name, text in row.items()}


def _value(column: Column[Cell], text: str) -> Cell:
    kind = column.type.python_type
    if kind is bool:
        return {"yes": True, "no": False}[text]
    if kind is datetime:
        return datetime.fromisoformat(text)
    if kind is date:
        return date.fromisoformat(text)
    if kind in (int, float):
        return kind(text.replace("_", ""))
    return "" if text == '""' else text
