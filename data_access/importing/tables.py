"""The one table of a file: heading row located, sheets joined, columns named by field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from data_access.importing.asides import Aside, find_asides, find_closing, find_other_table, note_asides
from data_access.importing.bundles import KIND
from data_access.importing.choices import Choices, Kind
from data_access.importing.files.refusal import Refused
from data_access.importing.heading_rows import SheetTable, search_tables
from data_access.importing.headings import heading_of
from data_access.importing.left_out import note_unread, spills, without_hidden, without_numbering
from data_access.importing.money_units import with_factors
from data_access.importing.reading import RawFile
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.union_sources import union_source, with_unions_of

_MAY_BE_BLANK: Final = ("benefit_vnd", "replicated", "members")  # amounts that somebody may not know


@dataclass(frozen=True)
class Table:
    """Rows of a file. `frame` has place, sheet, line and one column of raw texts per field that the file has."""

    kind: Kind
    frame: pl.DataFrame
    headings: dict[str, str]  # field -> the heading as it stands in the file
    ignored: tuple[str, ...]
    sheets: tuple[str | None, ...]
    sums: tuple[tuple[str | None, Aside], ...] = ()  # sheets and the sums stated there
    union_from: str | None = None  # the source of the column `unit` where the file has none
    is_wide: bool = False  # one column a phase stood in the file (wide_targets.py)

    def has(self, name: str) -> bool:
        """Whether the file has a column."""
        return name in self.headings

    @property
    def rows(self) -> pl.DataFrame:
        """Where each row stands: place, sheet, line."""
        return self.frame.select("place", "sheet", "line")

    def with_values(self, values: pl.Series) -> "Table":
        """The same table with other texts in one column."""
        return replace(self, frame=self.frame.with_columns(values))


def make_table(
    file: RawFile, name: str, choices: Choices, remarks: Remarks, names_union: Callable[[str], object]
) -> Table:
    """The table in `file`, which staff call `name`. Raises Refused where there is none that could be saved."""
    tables = search_tables(file, choices)
    source = union_source(tables, name, choices, remarks, names_union)
    note_unread(file, tables, remarks)
    # Where sheets are named by their unions, or are files, all of them are meant.
    are_all_meant = (source == "sheet" and not choices.sheets) or file.container == KIND
    tables = tables if are_all_meant else _choose(tables, choices, remarks)
    for sheet_table in tables:
        _check(sheet_table, source)
    parts, asides = _parts(tables, choices, remarks)
    if source:
        parts = [with_unions_of(part, table, source, name) for part, table in zip(parts, tables, strict=True)]
    frame = pl.concat(parts, how="diagonal").with_columns(place=pl.int_range(pl.len(), dtype=pl.Int64))
    if not frame.height:
        raise Refused("no_rows")
    frame = _filled(frame)
    headings = _headings_by_field(tables)
    if source:
        headings["unit"] = heading_of(choices.kind, "unit")
    ignored = tuple(dict.fromkeys(_one_line(text) for table in tables for text in table.headings.ignored))
    if ignored:
        remarks.say(Severity.WARNING, "ignored_columns", columns=ignored)
    sheets = tuple(dict.fromkeys(table.raw.sheet for table in tables))
    stated = tuple((sheet, aside) for sheet, aside in asides if aside.code == "total_rows_left_out")
    table = Table(choices.kind, frame, headings, ignored, sheets, stated, source)
    _say_wrong_widths(table, remarks)
    return table


def _filled(frame: pl.DataFrame) -> pl.DataFrame:
    """Texts without nulls. Columns without any are not copied: a quarter of a gigabyte in a million rows."""
    lacking = [name for name in frame.columns if frame[name].null_count() and frame.schema[name] == pl.String]
    return frame.with_columns(pl.col(name).fill_null("") for name in lacking if name != "sheet")


def _parts(
    tables: list[SheetTable], choices: Choices, remarks: Remarks
) -> tuple[list[pl.DataFrame], list[tuple[str | None, Aside]]]:
    """The rows of each sheet, and the asides among them, which are reported."""
    asides: list[tuple[str | None, Aside]] = []
    parts = [_part(table, choices, asides) for table in tables]
    note_asides(asides, remarks)
    parts = without_hidden(parts, [table.raw for table in tables], choices, remarks)
    with_amounts = [
        with_factors(part, table.raw.frame.slice(table.start + 1), table.headings, table.factor, choices.money_unit)
        for part, table in zip(parts, tables, strict=True)
    ]
    return with_amounts, asides


def _headings_by_field(tables: list[SheetTable]) -> dict[str, str]:
    """The heading of each field, from the first sheet that has it."""
    return {
        name: _one_line(table.headings.texts[place])
        for table in reversed(tables)
        for name, place in table.headings.fields.items()
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _choose(tables: list[SheetTable], choices: Choices, remarks: Remarks) -> list[SheetTable]:
    names = list(dict.fromkeys(str(table.raw.sheet) for table in tables))
    if len(names) < 2:
        return tables
    if "*" in choices.sheets:
        return tables
    meant = [table for table in tables if table.raw.sheet in choices.sheets]
    if not meant:
        rows = [
            sum(table.raw.frame.height - table.start - 1 for table in tables if str(table.raw.sheet) == name)
            for name in names
        ]
        remarks.say(Severity.QUESTION, "several_sheets", sheets=names, rows=rows)
        return [table for table in tables if table.raw.sheet == tables[0].raw.sheet]
    return meant


def _check(table: SheetTable, source: str | None) -> None:
    there = tuple(_one_line(text) for text in table.headings.texts if text.strip())
    if table.headings.repeated:
        raise Refused("repeated_column", columns=table.headings.repeated, there=there)
    if table.headings.missing and not source:
        raise Refused("missing_column", columns=table.headings.missing, there=there)


def _part(table: SheetTable, choices: Choices, asides: list[tuple[str | None, Aside]]) -> pl.DataFrame:
    raw = table.raw
    body = raw.frame.slice(table.start + 1)
    columns = {name: pl.col(f"c{place}") for name, place in table.headings.fields.items()}
    width = len([text for text in table.headings.texts if text.strip()])
    part = body.select(
        pl.lit(raw.sheet, pl.String).alias("sheet"),
        "line",
        (pl.lit(raw.is_text) & (pl.col("width") < width)).alias("is_short"),
        (pl.lit(raw.is_text) & spills(body, table)).alias("is_long"),
        **columns,
    )
    is_row = part.select(pl.any_horizontal(*(pl.col(name).str.contains(r"\S") for name in columns))).to_series()
    part = part if is_row.all() else part.filter(is_row)
    part = without_numbering(part, list(columns))
    part, left_out = _without_asides(part, body, table, choices.kind)
    asides += [(raw.sheet, aside) for aside in left_out]
    if choices.blanks:
        part = part.with_columns(
            pl.when(pl.col(name).str.strip_chars().is_in(list(choices.blanks)))
            .then(pl.lit(""))
            .otherwise(pl.col(name))
            .alias(name)
            for name in _MAY_BE_BLANK
            if name in columns
        )
    return part


def _but_for(part: pl.DataFrame, asides: Sequence[Aside]) -> pl.DataFrame:
    """The rows whose lines are none of the asides'."""
    return part.filter(~pl.col("line").is_in([aside.line for aside in asides])) if asides else part


def _without_asides(
    part: pl.DataFrame, body: pl.DataFrame, table: SheetTable, kind: Kind
) -> tuple[pl.DataFrame, list[Aside]]:
    """The rows without sums, groups, notes and signatures; in targets sums stay, because they are compared first."""
    if not part.height:
        return part, []
    if kind is not Kind.INITIATIVES:
        asides = find_closing(part, list(table.headings.fields))
        return _but_for(part, asides), asides
    texts, fields = table.headings.texts, table.headings.fields
    rest = {
        text or f"c{place}": f"c{place}"
        for place, text in enumerate(texts)
        if place not in fields.values() and f"c{place}" in body.columns
    }
    counted_rows = body.filter(pl.col("line").is_in(part["line"].implode())) if rest else body
    asides = find_asides(part, list(fields), {text: counted_rows[name] for text, name in rest.items()})
    part = _but_for(part, asides)
    other = find_other_table(part, list(fields))
    return part.head(part.height - len(other)), [*asides, *other]


def _say_wrong_widths(table: Table, remarks: Remarks) -> None:
    for name, code in (("is_short", "too_few_cells"), ("is_long", "too_many_cells")):
        remarks.say_rows(Severity.ERROR, code, table.frame.filter(pl.col(name)), "")
