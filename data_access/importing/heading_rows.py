"""Where the tables of a file begin: the heading rows of its sheets."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from data_access.importing.choices import Choices, Kind
from data_access.importing.files.refusal import Refused
from data_access.importing.heading_words import FIELDS, REQUIRED
from data_access.importing.headings import Headings, known_headings, read_headings
from data_access.importing.money_units import stated_factor
from data_access.importing.reading import RawFile, RawTable
from data_access.importing.stacked_headings import JOINT, Stack, stack_at

_SEARCHED: Final = 40  # rows in which the headings may stand
_LINES_ABOVE: Final = 3  # in which a table below may say its unit of money
_ENOUGH: Final = 2  # headings that make a heading row


@dataclass(frozen=True)
class SheetTable:
    """A table of a sheet: `start` is the last row of its headings, `factor` the unit of amounts stated above it."""

    raw: RawTable
    start: int
    headings: Headings
    factor: int | None = None


def search_tables(file: RawFile, choices: Choices) -> list[SheetTable]:
    """The sheets that have headings of this kind."""
    kind, heading_names = choices.kind, choices.heading_names
    tables = [table for raw in file.tables for table in _tables_of(raw, kind, heading_names)]
    if tables:
        best = max(len(table.headings.fields) for table in tables)
        tables = [table for table in tables if len(table.headings.fields) * 2 > best]
    if not tables or tables[0].headings.missing:
        for other in Kind:
            rival = [table for raw in file.tables if other != kind and (table := _heading_row(raw, other, {}))]
            if rival and not rival[0].headings.missing and len(rival[0].headings.fields) > _ENOUGH:
                raise Refused("wrong_kind", found=str(other), asked=str(kind))
    if tables:
        return tables
    if not any(raw.frame.height for raw in file.tables):
        raise Refused("empty_file")
    titles = [
        cell for raw in file.tables for row in _rows_of(raw.frame.head(_SEARCHED)) for cell in row if _is_lost(cell)
    ]
    if len(titles) >= _ENOUGH:
        raise Refused("lost_accents", count=len(titles), example=titles[0][:80])
    required = [names.partition("|")[0] for names in list(FIELDS[kind].values())[:4]]
    raise Refused("no_headings", expected=required)


def _is_lost(cell: str) -> bool:
    """Whether question marks stand inside words, in place of letters."""
    return bool(re.search(r"\w\?+\w|\b\w\? |\?\?\w", cell or ""))


def _rows_of(frame: pl.DataFrame) -> list[tuple[str, ...]]:
    return frame.drop("nth", "line", "width", strict=False).rows() if frame.height else []


def _stack(rows: Sequence[Sequence[str]], start: int, kind: Kind, heading_names: Mapping[str, str]) -> Stack:
    return stack_at(rows, start, lambda cells: known_headings(kind, cells, heading_names))


def _heading_row(raw: RawTable, kind: Kind, heading_names: Mapping[str, str]) -> SheetTable | None:
    top = _rows_of(raw.frame.head(_SEARCHED))
    stacks: list[tuple[int, Stack]] = []
    for start in range(len(top)):
        stacks.append((start, _stack(top, start, kind, heading_names)))
        if _names_all(top[start], kind, heading_names):
            break
    if not stacks:
        return None
    start, best = max(stacks, key=lambda stack: (stack[1].known, -stack[1].needed, -stack[0]))
    if best.known < _ENOUGH:
        return None
    headings = read_headings(kind, best.cells, heading_names)
    return SheetTable(raw, start + best.depth - 1, headings, stated_factor(top[:start]))


def _names_all(cells: Sequence[str], kind: Kind, heading_names: Mapping[str, str]) -> bool:
    """Whether every cell of a row names a column, including the required ones, so that no lower row adds any."""
    texts = [cell for cell in cells if cell]
    is_whole = known_headings(kind, texts, heading_names) == len(texts) > len(REQUIRED[kind])
    return is_whole and not read_headings(kind, list(cells), heading_names).missing


def _tables_of(raw: RawTable, kind: Kind, heading_names: Mapping[str, str]) -> list[SheetTable]:
    """The table of a sheet, and those below it under the same headings."""
    first = _heading_row(raw, kind, heading_names)
    if first is None:
        return []
    texts = [piece for text in first.headings.texts for piece in text.split(JOINT) if piece.strip()]
    keys = [f"c{place}" for name, place in first.headings.fields.items() if name in REQUIRED[kind]] or ["c0"]
    body = raw.frame.with_row_index("nth").slice(first.start + 1)
    rivals = body.filter(pl.any_horizontal(pl.col(name).is_in(texts) for name in keys[:2]))["nth"].to_list()
    enough, tables, begins = len(first.headings.fields) / 2, [first], [0]
    for nth in rivals:
        begin = max(nth - 2, begins[-1] + tables[-1].start + 1) if first.start else nth
        follows = nth > begins[-1] + tables[-1].start
        repeat = _again(raw, range(begin, nth + 1), kind, heading_names, enough) if follows else None
        if repeat:
            start, stack = repeat
            above = raw.frame.slice(max(0, start - _LINES_ABOVE), min(start, _LINES_ABOVE))
            headings = read_headings(kind, stack.cells, heading_names)
            tables.append(
                SheetTable(raw, stack.depth - 1, headings, stated_factor(_rows_of(above)) or tables[-1].factor)
            )
            begins.append(start)
    ends = [*begins[1:], raw.frame.height]
    return [
        replace(table, raw=replace(raw, frame=raw.frame.slice(begin, end - begin)))
        for table, begin, end in zip(tables, begins, ends, strict=True)
    ]


def _again(
    raw: RawTable, begins: range, kind: Kind, heading_names: Mapping[str, str], enough: float
) -> tuple[int, Stack] | None:
    """The place where the headings are repeated, and the headings there."""
    stacks = [(begin, _stack(_rows_of(raw.frame.slice(begin, 3)), 0, kind, heading_names)) for begin in begins]
    begin, best = max(stacks, key=lambda stack: (stack[1].known, -stack[1].needed))
    return (begin, best) if best.known > enough else None
