"""The meaning of a file before anything is saved: `understand` reads, checks and compares, and changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import polars as pl

from data_access.database.transactions import reading
from data_access.importing import figures, initiatives, targets, units
from data_access.importing.alike_codes import unify_with_stored
from data_access.importing.bulk import Progress
from data_access.importing.choices import Choices, Kind
from data_access.importing.comparing import compare
from data_access.importing.context import ProgrammeContext, read_context
from data_access.importing.files.refusal import Refused
from data_access.importing.opening import open_file, sha256_of
from data_access.importing.out_of_scope import codes_of_others, named
from data_access.importing.overwriting import overwritten_rows, overwritten_values
from data_access.importing.phases import words_of_phases
from data_access.importing.places import say_renamed
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.remembering import with_remembered
from data_access.importing.rows import with_folded
from data_access.importing.second_look import find_held
from data_access.importing.tables import Table, make_table
from data_access.importing.understood import Findings, Understood
from data_access.importing.unions import with_unions
from data_access.importing.wide_targets import in_long_form
from model.clock import this_moment

_SAMPLE: Final = 5
_NO_TABLE: Final = ("no_headings", "missing_column")
_WORDS: Final = ("unknown_word", "unknown_word_left_out")


def understand(
    url: str,
    path: Path,
    choices: Choices,
    *,
    name: str | None = None,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> Understood:
    """Read the file at `path` for a programme. `name` is how staff call it, `now` the moment that no date may pass.

    Raises NotSaved where the database cannot answer; what is wrong with the file stands in the result.
    """
    remarks, file_name, sha256 = Remarks(), name or path.name, ""
    try:
        sha256 = sha256_of(path)
        with reading(url) as connection:
            context = read_context(connection, choices)
            choices, answer_count = with_remembered(connection, choices)
        if answer_count:
            remarks.say(Severity.INFO, "answers_remembered", count=answer_count)
        table, opened = _open(path, file_name, context, choices, remarks, progress)
        contents = _Contents(url, context, file_name, choices, remarks)
        read_rows = contents.read_others if choices.kind is not Kind.INITIATIVES else contents.read_initiatives
        contents_read = read_rows(table, now or this_moment())
        contents_read |= {**opened, **_as_in_file(table, remarks, int(contents_read.get("repeated", 0)))}
        if choices.kind is Kind.INITIATIVES:
            del table  # a million rows as texts are heavy, and nobody needs them any more
            contents_read |= contents.compare(contents_read["rows"])
        return Understood(path, file_name, sha256, choices, remarks.all(), **contents_read)
    except Refused as refusal:
        remarks.say(Severity.REFUSED, refusal.code, **refusal.params)
        return Understood(path, file_name, sha256, choices, remarks.all())


def _open(
    path: Path, name: str, context: ProgrammeContext, choices: Choices, remarks: Remarks, progress: Progress | None
) -> tuple[Table, Findings]:
    file = open_file(path, name, choices, remarks, progress)
    is_wide = False
    if choices.kind is Kind.TARGETS:
        file, is_wide = in_long_form(file, words_of_phases(context.programme))
    try:
        table = make_table(file, name, choices, remarks, context.places.units.find_within)
    except Refused as refusal:
        words = words_of_phases(context.programme)
        if refusal.code in _NO_TABLE and choices.kind is not Kind.TARGETS and in_long_form(file, words)[1]:
            raise Refused("wrong_kind", found=str(Kind.TARGETS), asked=str(choices.kind)) from refusal
        raise
    table = replace(table, is_wide=is_wide)
    sheets = tuple(sheet for sheet in table.sheets if sheet)
    encoding = str(file.encoding.get("encoding", ""))
    return table, {"container": file.container, "encoding": encoding, "sheets": sheets}


def _as_in_file(table: Table, remarks: Remarks, repeated: int) -> Findings:
    """The first rows and the wrong ones as they stand in the file."""
    wrong = remarks.rows(Severity.ERROR)
    # Not joined: that copies the whole table, a quarter of a gigabyte in a million rows.
    is_wrong = pl.col("place").is_in(wrong["place"].unique().implode())
    left_out = table.frame.filter(is_wrong) if wrong.height else table.frame.clear()
    words = remarks.rows().filter(pl.col("code").is_in(_WORDS))
    unknown = words.group_by("column", "value", maintain_order=True).agg(pl.len()).rows()
    rows = table.frame.height
    counts: Findings = {"unknown_words": tuple(unknown), "rows_in_file": rows, "good": rows - len(left_out) - repeated}
    return {**counts, "headings": table.headings, "sample": _sample(table), "wrong": wrong, "left_out": left_out}


@dataclass
class _Contents:
    """The steps from the rows of a table to their meaning and changes."""

    url: str
    context: ProgrammeContext
    name: str
    choices: Choices
    remarks: Remarks

    def read_initiatives(self, table: Table, now: datetime) -> Findings:
        incoming = initiatives.read_initiatives(table, self.context.places, self.choices, self.remarks, now)
        newest = incoming.rows["uploaded_at"].max()
        say_renamed(table, self.context.places, newest if isinstance(newest, datetime) else None, self.remarks)
        good = with_folded(incoming.rows.filter("is_good").drop("is_good"))
        return {"rows": good, "repeated": incoming.repeated, "totals": _totals(good)}

    def compare(self, good: pl.DataFrame) -> Findings:
        """Compare the rows with the database, and find those for a second look."""
        with reading(self.url) as connection:
            good = unify_with_stored(connection, self.context.programme_id, good, self.choices, self.remarks)
            resolved, _ = with_unions(connection, self.context.programme_id, good, make=False)
            comparison = compare(connection, self.context.programme, resolved)
            foreign_codes = codes_of_others(connection, comparison.former, self.choices.by)
            if foreign_codes.len():  # nor are the values of others shown
                good, resolved = (
                    rows.filter(~pl.col("code").is_in(foreign_codes.implode())) for rows in (good, resolved)
                )
                comparison = compare(connection, self.context.programme, resolved)
            held = find_held(connection, self.context, comparison.new, comparison.changed)
            overwrite_count, values = overwritten_rows(connection, self.context, comparison)
        if foreign_codes.len():
            self.remarks.say(Severity.REFUSED, "codes_of_others", **named(foreign_codes))
        self._say_overwrites(overwrite_count)
        if good.height and comparison.same == good.height:
            self.remarks.say(Severity.WARNING, "nothing_new", count=comparison.same)
        for reason, count in held.counts.items():
            self.remarks.say(Severity.HELD, reason, **held.params.get(reason, {}), count=count)
        return {
            "rows": good,
            "counts": comparison.counts,
            "held": held.rows,
            "held_counts": held.counts,
            "overwrites": tuple(values),
        }

    def read_others(self, table: Table, now: datetime) -> Findings:
        readers = {Kind.TARGETS: targets.read_targets, Kind.UNITS: units.read_units, Kind.FIGURES: figures.read_figures}
        read_table = readers[self.choices.kind](table, self.context, self.choices, self.remarks, now)
        good = read_table.filter(~pl.col("place").is_in(self.remarks.wrong_places().implode()))
        with reading(self.url) as connection:
            planned, counts = planners()[self.choices.kind](connection, self.context, good, self.name)
        overwrite_count, values = overwritten_values(self.context, planned)
        self._say_overwrites(overwrite_count)
        if good.height and counts[2] == good.height:
            self.remarks.say(Severity.WARNING, "nothing_new", count=counts[2])
        return {"rows": good, "counts": counts, "totals": {"rows": good.height}, "overwrites": tuple(values)}

    def _say_overwrites(self, count: int) -> None:
        if count and self.choices.replace:
            self.remarks.say(Severity.INFO, "overwrites_confirmed", count=count)
        elif count and (self.choices.keep_good or not self.remarks.wrong_places().len()):  # errors come first
            self.remarks.say(Severity.QUESTION, "overwrites", count=count)


def planners() -> Mapping[Kind, Any]:
    """The functions that plan the writes of each kind but initiatives."""
    return {
        Kind.TARGETS: targets.planned_targets,
        Kind.UNITS: units.planned_units,
        Kind.FIGURES: figures.planned_figures,
    }


def _totals(rows: pl.DataFrame) -> dict[str, object]:
    """The sums of the good rows."""
    totals: dict[str, object] = {"rows": rows.height, "units": rows["unit_id"].n_unique() if rows.height else 0}
    if rows.height:
        totals |= {"first": rows["uploaded_at"].min(), "last": rows["uploaded_at"].max()}
        if "benefit_vnd" in rows.columns:
            totals |= {"benefit_vnd": rows["benefit_vnd"].sum(), "benefit_count": rows["benefit_vnd"].count()}
    return totals


def _sample(table: Table) -> tuple[Mapping[str, str], ...]:
    rows = table.frame.head(_SAMPLE).with_columns(
        pl.col(pl.String)
        .str.replace(r"^\x{e002}(\d{4})-(\d\d)-(\d\d)T(?:00:00:00)?", "$3/$2/$1 ")
        .str.replace(r"^[\x{e001}-\x{e006}]", "")
        .str.slice(0, 80)
    )
    return tuple(
        {heading: row[name] or "" for name, heading in table.headings.items()} for row in rows.iter_rows(named=True)
    )
