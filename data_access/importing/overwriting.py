"""Values that a file would overwrite: each stored one beside the new one, shown before confirmation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl
from sqlalchemy import Connection, select

from data_access.database.schema import import_batch, unit
from data_access.importing.comparing import RowComparison
from data_access.importing.context import ProgrammeContext
from data_access.importing.planned import Planned
from data_access.importing.rows import CONTENT, DEFAULTS
from data_access.importing.words import CODES
from model.edges import Row

SHOWN: Final = 200  # values
_QUIET: Final = ("source", "members_source", "name", "name_en", "short_name")  # shown beside a value, or never
_FIELD_OF: Final = {"kind": "unit_kind", "province_code_2022": "province", "members_as_of": "as_of"}


@dataclass(frozen=True)
class Overwrite:
    """One value to be overwritten. `subject` is a code or a unit, `source` the origin of the old value."""

    subject: str
    field: str
    old: object
    new: object
    source: str = ""
    phase: int = 0
    kind: str = ""  # of a target


def overwritten_rows(
    connection: Connection, context: ProgrammeContext, comparison: RowComparison
) -> tuple[int, list[Overwrite]]:
    """The number of stored initiatives that lose a value, and the first of those values."""
    fields = [name for name in CONTENT if name != "code"]
    both = comparison.changed.select("id", "code", *fields).join(
        comparison.former.select("id", "batch_id", *fields), on="id", suffix="_old", maintain_order="left"
    )
    is_lost = {name: _is_lost(name) for name in fields}
    rows = both.filter(pl.any_horizontal(*is_lost.values())) if both.height else both
    first_rows = rows.head(SHOWN)
    names = _Names(connection, context, first_rows)
    flags = first_rows.select(expression.alias(name) for name, expression in is_lost.items())
    values = [
        Overwrite(row["code"], name, names.of(name, row[f"{name}_old"]), names.of(name, row[name]), names.file_of(row))
        for row, flag in zip(first_rows.iter_rows(named=True), flags.iter_rows(named=True), strict=True)
        for name in fields
        if flag[name]
    ]
    return rows.height, values[:SHOWN]


def _is_lost(name: str) -> pl.Expr:
    """Whether a value is lost; filling a blank loses nothing."""
    was = pl.col(f"{name}_old")
    stood = was.is_not_null() & (was != 0 if name in DEFAULTS else pl.lit(value=True))
    return (stood & ~was.eq_missing(pl.col(name))).fill_null(value=False)


class _Names:
    """Numbers of stored rows as codes and names."""

    def __init__(self, connection: Connection, context: ProgrammeContext, rows: pl.DataFrame) -> None:
        ids = {*rows["grassroots_id"].to_list(), *rows["grassroots_id_old"].to_list()} - {None}
        names = select(unit.c.id, unit.c.name).where(unit.c.id.in_(ids))
        self._units = {row.id: row.name for row in connection.execute(names)}
        self._units |= {unit.id: unit.short_name for unit in context.catalogue.units}
        self._sectors = {sector.id: sector.code for sector in context.catalogue.sectors}
        batches = [number for number in rows["batch_id"].unique().to_list() if number]
        query = select(import_batch.c.id, import_batch.c.file_name).where(import_batch.c.id.in_(batches))
        self._files = {row.id: row.file_name for row in connection.execute(query)} if batches else {}

    def of(self, name: str, value: Any) -> object:
        if name in ("unit_id", "grassroots_id"):
            return self._units.get(value, value if value is None or value > 0 else "new")
        if name == "sector_id":
            return self._sectors.get(value, value)
        return CODES[name][value] if name in CODES and value is not None else value

    def file_of(self, row: Row) -> str:
        return str(self._files.get(row["batch_id"]) or "")


def overwritten_values(context: ProgrammeContext, planned: Sequence[Planned]) -> tuple[int, list[Overwrite]]:
    """Stored targets, units and published figures that a file would overwrite."""
    count, values = 0, []
    for change in planned:
        former = change.former or {}
        new_values = change.values or {"value": None}  # a target that goes
        names = [name for name in new_values if name not in _QUIET and former.get(name) not in (None, "")]
        names = [name for name in names if name != "aliases" or not _contains(new_values[name], former[name])]
        if "value" in names:  # its qualifier and day go with it
            names = [name for name in names if name not in ("qualifier", "as_of")]
        count += bool(names)
        values += [_overwrite(context, change, former, name) for name in names]
    return count, values[:SHOWN]


def _contains(new: str, old: str) -> bool:
    return set(old.split("|")) <= set(new.split("|"))


def _overwrite(context: ProgrammeContext, change: Planned, former: Row, name: str) -> Overwrite:
    unit = context.catalogue.unit_by_id.get(former.get("unit_id") or former["id"])
    subject = unit.short_name if unit else str(former.get("unit_name") or former.get("code") or former["id"])
    is_target = change.table.name == "target"
    field = name if is_target or change.table.name != "unit" else _FIELD_OF.get(name, name)
    source = str(former.get("source") or former.get("members_source") or former.get("source_title") or "")
    source = "; ".join(part for part in (source, former.get("who") or "") if part)
    key = {"phase": former["phase"], "kind": former["kind"]} if is_target else {}
    return Overwrite(subject, field, former[name], change.values.get(name), source, **key)
