"""Parts of a file outside the table: column numbers, hidden rows, whole sheets."""

import re
from typing import Final

import polars as pl

from data_access.importing.choices import Choices
from data_access.importing.heading_rows import SheetTable
from data_access.importing.reading import RawFile, RawTable
from data_access.importing.remarks import Remarks, Severity

_ENOUGH: Final = 2  # cells that make a row of column numbers
_NUMBERING: Final = r"^\(?\s*([0-9]{1,2}|[A-Za-z])\s*\)?$"

LISTS: Final = "Danh mục"  # the sheet of our own template that holds what can be chosen


def without_numbering(part: pl.DataFrame, names: list[str]) -> pl.DataFrame:
    """The rows without the column numbers (1), (2), (3) that forms have under the headings."""
    if part.height and len(names) > _ENOUGH:
        first = [str(cell).strip("\ue001") for cell in part.select(names).row(0) if cell]
        if len(first) > _ENOUGH and all(re.match(_NUMBERING, cell) for cell in first) and len(set(first)) == len(first):
            return part.slice(1)
    return part


def without_hidden(
    parts: list[pl.DataFrame], sheets: list[RawTable], choices: Choices, remarks: Remarks
) -> list[pl.DataFrame]:
    """The visible rows, or all where staff chose so; one question for all sheets."""
    hidden = [
        part.filter(pl.col("line").is_in(list(raw.hidden_lines)))["line"].to_list() if raw.hidden_lines else []
        for part, raw in zip(parts, sheets, strict=True)
    ]
    count = sum(map(len, hidden))
    if not count:
        return parts
    if choices.hidden_rows is None:
        first = next(lines for lines in hidden if lines)
        remarks.say(Severity.QUESTION, "hidden_rows", count=count, first=first[0], last=first[-1])
        return parts
    remarks.say(Severity.WARNING, f"hidden_rows_{choices.hidden_rows}", count=count)
    if choices.hidden_rows == "include":
        return parts
    return [part.filter(~pl.col("line").is_in(lines)) for part, lines in zip(parts, hidden, strict=True)]


def note_unread(file: RawFile, tables: list[SheetTable], remarks: Remarks) -> None:
    """Remark sheets without such a table, except lists of our own template, and hidden columns that are read."""
    sheets = {table.raw.sheet for table in tables}
    others = [raw.sheet for raw in file.tables if raw.frame.height and raw.sheet not in sheets and raw.sheet != LISTS]
    if others:
        remarks.say(Severity.WARNING, "sheets_without_table", sheets=others)
    hidden = [
        " ".join(table.headings.texts[place].split())
        for table in tables
        for place in table.headings.fields.values()
        if place in table.raw.hidden_columns
    ]
    if hidden:
        remarks.say(Severity.WARNING, "hidden_columns_read", columns=list(dict.fromkeys(hidden)))


def spills(body: pl.DataFrame, table: SheetTable) -> pl.Expr:
    """Whether a row has cells outside the headings."""
    texts = table.headings.texts
    last = max((place for place, text in enumerate(texts) if text.strip()), default=0)
    beyond = [name for name in body.columns if name.startswith("c") and int(name[1:]) > last]
    return pl.any_horizontal(*(pl.col(name) != "" for name in beyond)) if beyond else pl.lit(value=False)
