"""Files of published figures, with the columns of the ledger and word for word."""

from datetime import datetime
from typing import Any, Final

import polars as pl
from sqlalchemy import Connection, select

from data_access.database.schema import published_figure
from data_access.importing.amounts import read_amount
from data_access.importing.choices import Choices
from data_access.importing.context import ProgrammeContext
from data_access.importing.files import marks
from data_access.importing.planned import Counts, Planned, plan
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.tables import Table
from data_access.importing.texts import limited, text_column, without_marks
from data_access.reference.provenance import DERIVED
from model.edges import Row

_LONGEST: Final = 4000
_COLUMNS: Final = tuple(column.name for column in published_figure.c if column.name != "id")
_SHORT: Final = {"figure_id": 20, "as_of": 20, "qualifier": 20, "article": 20, "confidence": 20}


def read_figures(
    table: Table, context: ProgrammeContext, choices: Choices, remarks: Remarks, _now: datetime
) -> pl.DataFrame:
    """Rows with place, line and the columns of published_figure."""
    names = [name for name in table.headings if name != "value"]
    texts = [
        limited(
            table,
            name,
            without_marks(text_column(table, name, remarks, as_printed=True)),
            remarks,
            _SHORT.get(name, _LONGEST),
        ).alias(name)
        for name in names
    ]
    rows = table.rows.with_columns(texts).with_columns(_values(table, remarks))
    for name in ("unit_name", "metric"):
        remarks.say_rows(
            Severity.ERROR, "missing_value", table.frame.filter(rows[name].is_null()), table.headings[name]
        )
    ids = {programme.code: programme.id for programme in context.catalogue.programmes}
    codes = (
        rows["programme"]  # a blank cell there: the figure belongs to no programme
        if "programme" in rows.columns
        else pl.Series([choices.programme] * rows.height)
    )
    unknown = ~codes.is_in(list(ids)).fill_null(value=True)
    remarks.say_rows(
        Severity.ERROR,
        "unknown_word",
        table.frame.filter(unknown),
        table.headings.get("programme", ""),
        codes.filter(unknown),
        " / ".join(ids),
    )
    return rows.with_columns(programme_id=codes.replace_strict(ids, default=None, return_dtype=pl.Int64))


def _values(table: Table, remarks: Remarks) -> pl.Series:
    """Numbers as a program writes them (54.51), or as people do (1.234.567)."""
    text = text_column(table, "value", remarks)
    values: list[float | None] = []
    wrong: list[bool] = []
    for cell in text.to_list():
        value = _number(cell) if cell else None
        values.append(value)
        wrong.append(value is None)
    mask = pl.Series(wrong, dtype=pl.Boolean)
    remarks.say_rows(
        Severity.ERROR, "not_a_number", table.frame.filter(mask), table.headings["value"], text.filter(mask)
    )
    return pl.Series("value", values, dtype=pl.Float64)


def _number(cell: str) -> float | None:
    plain = cell.removeprefix(marks.NUMBER)
    try:
        return float(plain)
    except ValueError:
        pass
    amount = read_amount(cell, as_blank=False)
    if amount.value is None or "rounded" in amount.notes:
        try:
            return float(plain.replace(".", "").replace(",", "."))
        except ValueError:
            return None
    return float(amount.value)


def planned_figures(
    connection: Connection, _context: ProgrammeContext, rows: pl.DataFrame, _source: str
) -> tuple[list[Planned], Counts]:
    """The changes that store these figures: same identity and programme is the same figure, all else word for word."""
    values = [_row(row) for row in rows.iter_rows(named=True)]
    identified = [row for row in values if row["figure_id"]]
    several = _several(connection, identified)
    by_id = [row for row in identified if (row["programme_id"], row["figure_id"]) not in several]
    whole = [row for row in values if row not in by_id]
    first, counts = plan(connection, published_figure, ("programme_id", "figure_id"), by_id)
    second, more = plan(connection, published_figure, _COLUMNS, whole)
    return [*first, *second], (counts[0] + more[0], counts[1] + more[1], counts[2] + more[2])


def _several(connection: Connection, rows: list[Row]) -> set[tuple[Any, Any]]:
    """Identities that the ledger or the file uses more than once: a figure with two metrics."""
    keys = [
        tuple(row) for row in connection.execute(select(published_figure.c.programme_id, published_figure.c.figure_id))
    ]
    mine = [(row["programme_id"], row["figure_id"]) for row in rows]
    return {key for key in mine if keys.count(key) > 1 or mine.count(key) > 1}


def _row(row: Row) -> Row:
    metric, _, category = row["metric"].partition("|")
    values = {name: row.get(name) for name in _COLUMNS}
    if str(values["figure_id"] or "").startswith(DERIVED):  # of a file that was exported: the ledger has none there
        values["figure_id"] = None
    return {**values, "metric": metric, "category": category or row.get("category")}
