"""Where the tables of a file begin: the heading rows of its sheets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from data_access.importing.choices import Choices, Kind
from data_access.importing.files.refusal import Refused
from data_access.importing.headings import FIELDS, REQUIRED, Headings, known_headings, read_headings
from data_access.importing.reading import RawFile, RawTable

_SEARCHED: Final = 40  # rows in which the headings may stand
_ENOUGH: Final = 2  # headings that make a heading row


@dataclass(frozen=True)
class Found:
    """A table of a sheet: `start` is the row of its headings."""

    raw: RawTable
    start: int
    headings: Headings


def search_tables(file: RawFile, choices: Choices) -> list[Found]:
    """The sheets that have headings of this kind."""
    kind, chosen = choices.kind, choices.heading_names
    found = [one for raw in file.tables for one in _tables_of(raw, kind, chosen)]
    if found:
        best = max(len(one.headings.fields) for one in found)
        found = [one for one in found if len(one.headings.fields) * 2 > best]
    if not found or found[0].headings.missing:
        for other in Kind:
            rival = [one for raw in file.tables if other != kind and (one := _heading_row(raw, other, {}))]
            if rival and not rival[0].headings.missing and len(rival[0].headings.fields) > _ENOUGH:
                raise Refused("wrong_kind", found=str(other), asked=str(kind))
    if found:
        return found
    if not any(raw.frame.height for raw in file.tables):
        raise Refused("empty_file")
    required = [names.partition("|")[0] for names in list(FIELDS[kind].values())[:4]]
    raise Refused("no_headings", expected=required)


def _heading_row(raw: RawTable, kind: Kind, chosen: Mapping[str, str]) -> Found | None:
    top = raw.frame.head(_SEARCHED).drop("line", "width", strict=False).rows() if raw.frame.height else []
    counts = [known_headings(kind, list(row), chosen) for row in top]
    if not counts or max(counts) < _ENOUGH:
        return None
    start = counts.index(max(counts))
    return Found(raw, start, read_headings(kind, list(top[start]), chosen))


def _tables_of(raw: RawTable, kind: Kind, chosen: Mapping[str, str]) -> list[Found]:
    """The table of a sheet, and those below it whose headings stand there once more."""
    first = _heading_row(raw, kind, chosen)
    if first is None:
        return []
    texts = [text for text in first.headings.texts if text.strip()]
    keys = [f"c{place}" for name, place in first.headings.fields.items() if name in REQUIRED[kind]] or ["c0"]
    body = raw.frame.with_row_index("nth").slice(first.start + 1)
    rivals = body.filter(pl.any_horizontal(pl.col(name).is_in(texts) for name in keys[:2]))
    again = rivals.drop("line", "width", strict=False).iter_rows()
    enough = len(first.headings.fields) / 2
    starts = [first.start, *(row[0] for row in again if known_headings(kind, list(row[1:]), chosen) > enough)]
    found = []
    for start, end in zip(starts, [*starts[1:], raw.frame.height], strict=True):
        part = RawTable(raw.sheet, raw.frame.slice(start, end - start), raw.hidden_lines, raw.counts)
        cells = list(part.frame.head(1).drop("line", "width", strict=False).row(0))
        found.append(Found(part, 0, read_headings(kind, cells, chosen)))
    return found if len(found) > 1 else [first]
