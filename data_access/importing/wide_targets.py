"""Targets with one column for each phase, turned into one row for each target."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from data_access.importing.choices import Kind
from data_access.importing.headings import field_of, heading_key, heading_of
from data_access.importing.reading import RawFile, RawTable
from model.folding import fold

_SEARCHED: Final = 40  # rows in which the headings may stand
_BARE: Final = re.compile(r"[0-9]{1,2}|[ivx]+")  # a column numbered 1 or I is none of a phase
_LIKE_A_PHASE: Final = re.compile(r"(?:chi tieu )?(?:giai doan|dot|quy|thang|hoc ky|phase)\s+[a-z0-9/.]{1,8}")
_PHASE, _VALUE = (heading_of(Kind.TARGETS, name) for name in ("phase", "value"))


def in_long_form(file: RawFile, words: Mapping[str, int]) -> tuple[RawFile, bool]:
    """The file with a row for each target, and whether any of its sheets was wide. `words` name phases."""
    tables = [_long(raw, words) for raw in file.tables]
    if not any(tables):
        return file, False
    tables_read = [long or raw for long, raw in zip(tables, file.tables, strict=True)]
    return replace(file, tables=tables_read), True


def wide_columns(cells: Sequence[str], words: Mapping[str, int]) -> dict[int, str]:
    """The columns of a heading row that are phases, by place; doubtful ones are reported later."""
    keys = {place: heading_key(cell).removeprefix("chitieu") for place, cell in enumerate(cells) if cell.strip()}
    phases = {place for place, key in keys.items() if key in words and key and not _BARE.fullmatch(key)}
    fields = {place: field_of(Kind.TARGETS, cells[place]) for place in keys if place not in phases}
    if not phases or "unit" not in fields.values() or "phase" in fields.values():
        return {}
    likely = {place for place in fields if _LIKE_A_PHASE.fullmatch(fold(cells[place]))}
    whole = [place for place, name in fields.items() if name == "value" and place not in likely]
    if len(whole) > 1:
        return {}
    return {place: " ".join(cells[place].split()) for place in sorted({*phases, *likely, *whole})}


def _long(raw: RawTable, words: Mapping[str, int]) -> RawTable | None:
    rows = raw.frame.head(_SEARCHED).drop("line", "width", strict=False).rows() if raw.frame.height else []
    candidates = [(len(wide), -nth, wide) for nth, row in enumerate(rows) if (wide := wide_columns(row, words))]
    if not candidates:
        return None
    _, nth, wide = max(candidates, key=lambda candidate: candidate[:2])
    frame = raw.frame.slice(-nth)
    columns = [name for name in frame.columns if name not in ("line", "width", *(f"c{place}" for place in wide))]
    names = {name: f"c{place}" for place, name in enumerate(columns)}
    width = len(columns)
    heads = frame.head(1).select(
        "line", pl.lit(width + 2, pl.Int64).alias("width"), *(pl.col(old).alias(new) for old, new in names.items())
    )
    heads = heads.with_columns(pl.lit(_PHASE).alias(f"c{width}"), pl.lit(_VALUE).alias(f"c{width + 1}"))
    parts = [_of_phase(frame, place, text, names, words) for place, text in wide.items()]
    body = pl.concat([part.with_columns(nth=pl.lit(number)) for number, part in enumerate(parts)])
    body = body.filter(pl.col(f"c{width + 1}").str.contains(r"\S")).sort("line", "nth").drop("nth")
    return RawTable(raw.sheet, pl.concat([heads, body]), raw.hidden_lines, raw.counts)


def _of_phase(
    frame: pl.DataFrame, place: int, text: str, names: Mapping[str, str], words: Mapping[str, int]
) -> pl.DataFrame:
    """The targets of one column; “Chỉ tiêu” beside phases means the whole programme."""
    width = len(names)
    gap = (frame.width - 2) - pl.col("width")  # cells that a short line of a CSV lacks
    phase = text if heading_key(text) != heading_key(_VALUE) else ""
    if heading_key(phase) not in words:
        phase = re.sub(r"(?i)^chỉ tiêu\s+", "", phase)
    return frame.slice(1).select(
        "line",
        (width + 2 - gap.clip(0)).cast(pl.Int64).alias("width"),
        *(pl.col(old).alias(new) for old, new in names.items()),
        pl.lit(phase).alias(f"c{width}"),
        pl.col(f"c{place}").alias(f"c{width + 1}"),
    )
