"""The one table that a file holds: its heading row found, its sheets joined, its columns named by field."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from data_access.importing.choices import Choices, Kind
from data_access.importing.files.refusal import Refused
from data_access.importing.headings import FIELDS, Headings, known_headings, read_headings
from data_access.importing.left_out import without_hidden, without_numbering, without_totals
from data_access.importing.reading import RawFile, RawTable
from data_access.importing.remarks import Remarks, Severity

_SEARCHED: Final = 40  # rows in which the headings may stand
_ENOUGH: Final = 2  # headings that make a heading row


@dataclass(frozen=True)
class Table:
    """Rows of a file. `frame` has place, sheet, line and one column of raw texts per field that the file has."""

    kind: Kind
    frame: pl.DataFrame
    headings: dict[str, str]  # field -> the heading as it stands in the file
    ignored: tuple[str, ...]
    sheets: tuple[str | None, ...]
    heading_line: int

    def has(self, name: str) -> bool:
        return name in self.headings

    @property
    def rows(self) -> pl.DataFrame:
        """Where each row stands: place, sheet, line."""
        return self.frame.select("place", "sheet", "line")


@dataclass(frozen=True)
class _Found:
    raw: RawTable
    start: int
    headings: Headings


def make_table(file: RawFile, choices: Choices, remarks: Remarks) -> Table:
    """The table in `file`. Raises Refused where there is none that could be saved."""
    found = _choose(_search(file, choices.kind), choices, remarks)
    for one in found:
        _check(one)
    parts = [_part(one, file.container == "csv", choices, remarks) for one in found]
    frame = pl.concat(parts, how="diagonal").with_columns(place=pl.int_range(pl.len(), dtype=pl.Int64))
    if not frame.height:
        raise Refused("no_rows")
    first = found[0]
    headings = {name: _one_line(first.headings.texts[place]) for name, place in first.headings.fields.items()}
    ignored = tuple(dict.fromkeys(_one_line(text) for one in found for text in one.headings.ignored))
    if ignored:
        remarks.say(Severity.WARNING, "ignored_columns", columns=ignored)
    line = int(first.raw.frame["line"][first.start])
    table = Table(choices.kind, frame, headings, ignored, tuple(one.raw.sheet for one in found), line)
    _say_wrong_widths(table, remarks)
    return table


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _search(file: RawFile, kind: Kind) -> list[_Found]:
    """The sheets that have headings of this kind."""
    found = [one for raw in file.tables if (one := _heading_row(raw, kind))]
    if found:
        best = max(len(one.headings.fields) for one in found)
        found = [one for one in found if len(one.headings.fields) * 2 > best]
    if not found or found[0].headings.missing:
        for other in Kind:
            rival = [one for raw in file.tables if other != kind and (one := _heading_row(raw, other))]
            if rival and not rival[0].headings.missing and len(rival[0].headings.fields) > _ENOUGH:
                raise Refused("wrong_kind", found=str(other), asked=str(kind))
    if found:
        return found
    if not any(raw.frame.height for raw in file.tables):
        raise Refused("empty_file")
    required = [names.partition("|")[0] for names in list(FIELDS[kind].values())[:4]]
    raise Refused("no_headings", expected=required)


def _heading_row(raw: RawTable, kind: Kind) -> _Found | None:
    top = raw.frame.head(_SEARCHED).drop("line", "width", strict=False).rows() if raw.frame.height else []
    counts = [known_headings(kind, list(row)) for row in top]
    if not counts or max(counts) < _ENOUGH:
        return None
    start = counts.index(max(counts))
    return _Found(raw, start, read_headings(kind, list(top[start])))


def _choose(found: list[_Found], choices: Choices, remarks: Remarks) -> list[_Found]:
    if len(found) < 2:
        return found
    names = [str(one.raw.sheet) for one in found]
    if "*" in choices.sheets:
        return found
    chosen = [one for one in found if one.raw.sheet in choices.sheets]
    if not chosen:
        rows = [one.raw.frame.height - one.start - 1 for one in found]
        remarks.say(Severity.QUESTION, "several_sheets", sheets=names, rows=rows)
        return found[:1]
    return chosen


def _check(found: _Found) -> None:
    if found.headings.repeated:
        raise Refused("repeated_column", columns=found.headings.repeated)
    if found.headings.missing:
        raise Refused("missing_column", columns=found.headings.missing)


def _part(found: _Found, is_csv: bool, choices: Choices, remarks: Remarks) -> pl.DataFrame:  # noqa: FBT001
    raw = found.raw
    body = raw.frame.slice(found.start + 1)
    width = len([text for text in found.headings.texts if text.strip()])
    named = {name: pl.col(f"c{place}") for name, place in found.headings.fields.items()}
    beyond = [name for name in body.columns if name.startswith("c") and int(name[1:]) >= len(found.headings.texts)]
    last_heading = max((place for place, text in enumerate(found.headings.texts) if text.strip()), default=0)
    beyond += [
        f"c{place}" for place in range(last_heading + 1, len(found.headings.texts)) if f"c{place}" in body.columns
    ]
    spill = pl.any_horizontal(*(pl.col(name) != "" for name in set(beyond))) if beyond else pl.lit(value=False)
    part = body.select(
        pl.lit(raw.sheet, pl.String).alias("sheet"),
        "line",
        (pl.lit(is_csv) & (pl.col("width") < width)).alias("is_short"),
        (pl.lit(is_csv) & spill).alias("is_long"),
        **named,
    )
    part = part.filter(pl.any_horizontal(*(pl.col(name).str.contains(r"\S") for name in named)))
    part = without_numbering(part, list(named))
    part = without_totals(part, choices.kind, remarks)
    return without_hidden(part, raw, choices, remarks)


def _say_wrong_widths(table: Table, remarks: Remarks) -> None:
    for name, code in (("is_short", "too_few_cells"), ("is_long", "too_many_cells")):
        remarks.say_rows(Severity.ERROR, code, table.frame.filter(pl.col(name)), "")
