"""What a file says, before anything is saved: `understand` reads, checks and compares, and changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import polars as pl

from data_access.importing import figures, initiatives, targets, units
from data_access.importing.bulk import Progress
from data_access.importing.choices import Choices, Kind
from data_access.importing.comparing import compare
from data_access.importing.files.refusal import Refused
from data_access.importing.known import Known, read_known
from data_access.importing.opening import open_file, sha256_of
from data_access.importing.places import say_renamed
from data_access.importing.reading import RawFile
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.second_look import find_held
from data_access.importing.tables import Table, make_table
from data_access.importing.transaction import reading
from data_access.importing.understood import Understood
from data_access.importing.unions import with_unions

_SAMPLE: Final = 5


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
    remarks, shown = Remarks(), name or path.name
    sha256 = ""
    try:
        sha256 = sha256_of(path)
        with reading(url) as connection:
            known = read_known(connection, choices)
        file = open_file(path, shown, choices, remarks, progress)
        table = make_table(file, choices, remarks)
        steps = _Understanding(url, path, shown, sha256, choices, remarks, file, table, known)
        return steps.result(now or datetime.now())
    except Refused as refusal:
        remarks.say(Severity.REFUSED, refusal.code, **refusal.params)
        return Understood(path, shown, sha256, choices, remarks.all())


@dataclass
class _Understanding:
    """The steps from a table to a result, so that each need not be handed everything."""

    url: str
    path: Path
    name: str
    sha256: str
    choices: Choices
    remarks: Remarks
    file: RawFile
    table: Table
    known: Known

    def result(self, now: datetime) -> Understood:
        if self.choices.kind is not Kind.INITIATIVES:
            return self._of_other_kind(now)
        incoming = initiatives.read_initiatives(self.table, self.known.places, self.choices, self.remarks, now)
        good = incoming.rows.filter("is_good").drop("is_good")
        newest = incoming.rows["uploaded_at"].max()
        say_renamed(self.table, self.known.places, newest if isinstance(newest, datetime) else None, self.remarks)
        with reading(self.url) as connection:
            resolved, _ = with_unions(connection, good, make=False)
            compared = compare(connection, self.known.programme_id, resolved)
            held = find_held(connection, self.known, compared.new, compared.changed)
        if good.height and compared.same == good.height:
            self.remarks.say(Severity.WARNING, "nothing_new", count=compared.same)
        for reason, count in held.counts.items():
            self.remarks.say(Severity.HELD, reason, **held.params.get(reason, {}), count=count)
        return self._understood(
            rows=good,
            fields=incoming.fields,
            repeated=incoming.repeated,
            counts=compared.counts,
            totals=_totals(good),
            held=held.rows,
            held_counts=held.counts,
        )

    def _of_other_kind(self, now: datetime) -> Understood:
        readers = {Kind.TARGETS: targets.read_targets, Kind.UNITS: units.read_units, Kind.FIGURES: figures.read_figures}
        read = readers[self.choices.kind](self.table, self.known, self.choices, self.remarks, now)
        wrong = self.remarks.wrong_places()
        good = read.filter(~pl.col("place").is_in(wrong.implode()))
        with reading(self.url) as connection:
            _, counts = planners()[self.choices.kind](connection, self.known, good, self.name)
        return self._understood(rows=good, counts=counts, totals={"rows": good.height})

    def _understood(self, rows: pl.DataFrame, **more: Any) -> Understood:
        wrong = self.remarks.rows(Severity.ERROR)
        left_out = self.table.frame.join(wrong.select("place").unique(), on="place", how="semi", maintain_order="left")
        repeated = more.get("repeated", 0)
        return Understood(
            path=self.path,
            name=self.name,
            sha256=self.sha256,
            choices=self.choices,
            remarks=self.remarks.all(),
            rows_in_file=self.table.frame.height,
            good=self.table.frame.height - left_out.height - repeated,
            headings=self.table.headings,
            sample=_sample(self.table),
            container=self.file.container,
            encoding=str(self.file.encoding.get("encoding", "")),
            sheets=tuple(sheet for sheet in self.table.sheets if sheet),
            rows=rows,
            wrong=wrong,
            left_out=left_out,
            **more,
        )


def planners() -> Mapping[Kind, Any]:
    """How the kinds that are no initiatives plan what to write."""
    return {
        Kind.TARGETS: targets.planned_targets,
        Kind.UNITS: units.planned_units,
        Kind.FIGURES: figures.planned_figures,
    }


def _totals(rows: pl.DataFrame) -> dict[str, Any]:
    """What the good rows add up to."""
    totals: dict[str, Any] = {"rows": rows.height, "units": rows["unit_id"].n_unique() if rows.height else 0}
    if rows.height:
        totals |= {"first": rows["uploaded_at"].min(), "last": rows["uploaded_at"].max()}
        if "benefit_vnd" in rows.columns:
            totals |= {"benefit_vnd": rows["benefit_vnd"].sum(), "benefit_count": rows["benefit_vnd"].count()}
    return totals


def _sample(table: Table) -> tuple[Mapping[str, str], ...]:
    rows = table.frame.head(_SAMPLE).with_columns(
        pl.col(pl.String).str.replace(r"^[\x{e001}-\x{e006}]", "").str.slice(0, 80)
    )
    return tuple(
        {heading: row[name] or "" for name, heading in table.headings.items()} for row in rows.iter_rows(named=True)
    )
