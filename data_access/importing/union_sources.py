"""Sources of the union for a list without such a column: sheet, group rows above, or file name."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import polars as pl

from data_access.importing.asides import group_label
from data_access.importing.choices import Choices, Kind
from data_access.importing.heading_rows import SheetTable
from data_access.importing.headings import heading_of
from data_access.importing.remarks import Remarks, Severity

_NAMELESS: Final = re.compile(r"^(?:sheet|trang(?: tính)?|bảng|data|dữ liệu)\s*[0-9]*$", re.IGNORECASE)
_ENDING: Final = re.compile(r"\.(?:csv|txt|tsv|xlsx?|xlsm|xlsb|ods)\b", re.IGNORECASE)  # a sheet of several files
_EXAMPLES: Final = 3


def union_source(
    tables: list[SheetTable], name: str, choices: Choices, remarks: Remarks, names_union: Callable[[str], object]
) -> str | None:
    """“group”, “sheet” or “file” where only the column of the union is missing; the likeliest one while it is asked.

    A name that speaks of no union is not offered: the file is refused for the column that it lacks.
    """
    unit = heading_of(Kind.INITIATIVES, "unit")
    if choices.kind is not Kind.INITIATIVES or any(table.headings.missing != (unit,) for table in tables):
        return None
    sheets = list(
        dict.fromkeys(table.raw.sheet for table in tables if table.raw.sheet and not _NAMELESS.match(table.raw.sheet))
    )
    labels = list(dict.fromkeys(label for table in tables for label in _labels(table)["label"].to_list()))
    offered = {"group": labels, "sheet": sheets, "file": [Path(name).stem]}
    if len(sheets) == 1 and not names_union(sheets[0]) and choices.union_from != "sheet":
        offered["sheet"] = []
    if not names_union(Path(name).stem) and choices.union_from != "file":
        offered["file"] = []
    open_ones = {source: examples for source, examples in offered.items() if examples}
    if not open_ones:
        return None
    if choices.union_from in open_ones:
        remarks.say(Severity.INFO, f"union_from_{choices.union_from}")
        return choices.union_from
    examples = {source: ", ".join(tables[:_EXAMPLES]) for source, tables in open_ones.items()}
    remarks.say(Severity.QUESTION, "union_missing", options=list(open_ones), **offered_words(examples))
    return next(iter(open_ones))


def offered_words(examples: dict[str, str]) -> dict[str, str]:
    """The unions that each source would give; “–” where it gives none."""
    return {source: examples.get(source, "–") for source in ("group", "sheet", "file")}


def with_unions_of(part: pl.DataFrame, table: SheetTable, source: str, name: str) -> pl.DataFrame:
    """The rows with the words of `source` in the column `unit`."""
    if source != "group":
        words = _ENDING.sub(" ", table.raw.sheet or "") if source == "sheet" else Path(name).stem
        return part.with_columns(pl.lit(words or "").alias("unit"))
    lines = table.raw.frame.select("line").join(_labels(table), on="line", how="left", maintain_order="left")
    labels = lines.select("line", unit=pl.col("label").forward_fill().fill_null(""))
    return part.join(labels, on="line", how="left", maintain_order="left")


def _labels(table: SheetTable) -> pl.DataFrame:
    """The lines of group rows and what they say."""
    body = table.raw.frame.slice(table.start + 1)
    names = [name for name in body.columns if re.fullmatch(r"c[0-9]+", name)]
    few = body.filter(pl.sum_horizontal(pl.col(name).str.contains(r"\S") for name in names).is_between(1, 3))
    last = body.filter(pl.sum_horizontal(pl.col(name).str.contains(r"\S") for name in names) > 3)["line"].max()
    rows = [
        {"line": row["line"], "label": label}
        for row in few.iter_rows(named=True)
        if (label := group_label([row[name] for name in names])) and row["line"] < (last or 0)
    ]
    return pl.DataFrame(rows, schema={"line": body["line"].dtype, "label": pl.String})
