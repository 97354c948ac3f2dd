"""Skipped rows as a file to correct and import again: the original columns, preceded by line and reason."""

import polars as pl

from data_access.importing.understood import Understood
from exports.csv.files import stream_csv
from importer.questions import UNIT_CODES
from importer.wording import Wording
from model.edges import Row


def write_wrong_rows(understood: Understood, wording: Wording) -> bytes:
    """Write the wrong rows as CSV; a later import ignores the first two columns."""
    rows = understood.wrong_rows
    reasons = [_reasons(row, wording) for row in rows.select("column", "code", "value", "hint").iter_rows(named=True)]
    texts = rows.select(
        pl.col("line").cast(pl.String),
        pl.Series("reason", reasons, dtype=pl.String),
        *(pl.col(f"~{name}").str.replace(r"^[\x{e001}-\x{e006}]", "") for name in understood.headings),
    )
    headings = [wording.texts.line_column, wording.texts.reason_column, *understood.headings.values()]
    return b"".join(stream_csv(headings, [texts]))


def _reasons(row: Row, wording: Wording) -> str:
    reasons = zip(row["column"], row["code"], row["value"], row["hint"], strict=True)
    parts = []
    for column, code, value, hint in reasons:
        cell = wording.cell(code, value or "", hint or "")
        parts.append(
            f"{column}: {cell}" + (f" – {wording.texts.hint.format(hint=hint)}" if code in UNIT_CODES and hint else "")
        )
    return "; ".join(parts)
