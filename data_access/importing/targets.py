"""Targets of units: one number per unit, phase and kind."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import polars as pl
from sqlalchemy import Connection, select

from data_access.database.schema import target
from data_access.importing.choices import Choices
from data_access.importing.context import ProgrammeContext
from data_access.importing.dates import date_column
from data_access.importing.headings import heading_key
from data_access.importing.numbers import number_column
from data_access.importing.phases import phase_columns
from data_access.importing.places import unit_column
from data_access.importing.planned import Counts, Planned, plan
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.tables import Table
from data_access.importing.target_words import removes_target, with_shares
from data_access.importing.texts import limited, text_column, without_marks
from data_access.importing.unit_codes import with_codes_first
from data_access.importing.unit_names import MERGED_ON
from data_access.importing.words import code_by_word
from model.edges import Row

_COUNTRY: Final = frozenset(("canuoc", "toanquoc"))
_TOTALS: Final = _COUNTRY | frozenset(("tong", "tongcong", "tongso", "cong", "toanchuongtrinh"))
_KINDS: Final = {
    "registered": "dangky|chitieudangky|registered|dk",
    "assigned": "giao|duocgiao|chitieugiao|tonggiao|assigned",
    "guided": "dinhhuong|chitieudinhhuong|guided",
}
KEY: Final = ("programme_id", "phase", "unit_id", "kind")


def read_targets(
    table: Table, context: ProgrammeContext, choices: Choices, remarks: Remarks, _now: datetime
) -> pl.DataFrame:
    """Rows with place, line, unit_id, name, value, removes, kind, phase, as_of, source."""
    as_in_file = table.frame["phase"] if table.is_wide else None
    table = _without_total(table, context, choices, remarks)
    names = without_marks(text_column(table, "unit", Remarks())).alias("name")
    places = replace(context.places, below=context.below)
    table = with_codes_first(table, places, choices, remarks)
    units = unit_column(table, places, choices, remarks)
    removes = table.frame["value"].map_elements(removes_target, return_dtype=pl.Boolean).alias("removes")
    table = table.with_values(table.frame["value"].set(removes, ""))
    table = with_shares(table, context.members, units, remarks)
    values = number_column(table, "value", remarks, choices, whole_only=True).alias("value")
    columns = [
        units,
        names,
        values,
        removes,
        _kinds(table, choices, remarks),
        *phase_columns(table, context.programme, remarks),
    ]
    columns.append(
        date_column(table, "as_of", choices, remarks)
        if table.has("as_of")
        else _nothing(table, "as_of", pl.Datetime("us"))
    )
    source = (
        limited(table, "source", without_marks(text_column(table, "source", remarks)), remarks, 1000)
        if table.has("source")
        else None
    )
    columns.append(source.alias("source") if source is not None else _nothing(table, "source", pl.String))
    rows = table.rows.with_columns(columns)
    _say_values(table, rows, remarks)
    _say_twice(table, rows, context, remarks)
    if as_in_file is not None:
        remarks.name_columns(table.headings["value"], as_in_file.replace("", table.headings["value"]))
    return rows.unique([*KEY[1:], "value"], keep="first", maintain_order=True)


def _nothing(table: Table, name: str, dtype: Any) -> pl.Series:
    return pl.Series(name, [None] * table.frame.height, dtype=dtype)


def _without_total(table: Table, context: ProgrammeContext, choices: Choices, remarks: Remarks) -> Table:
    """Take the row of the whole out and compare it with the sum of the ranked units, phase by phase."""
    keys = table.frame["unit"].map_elements(heading_key, return_dtype=pl.String)
    whole = {heading_key(context.programme.whole_vi or ""), heading_key(context.programme.whole_en or "")} - {""}
    total = keys.is_in([*_TOTALS, *whole])
    if not total.any():
        return table
    rest = replace(table, frame=table.frame.filter(~total))
    names = rest.frame["unit"].map_elements(lambda text: context.below.find(text) is None, return_dtype=pl.Boolean)
    groups = [name for name in ("phase", "target_kind") if table.has(name)]
    parts, stated = _sums(rest, names, groups, choices), _sums(table, total, groups, choices)
    question = "total_differs" if set(keys.filter(total)) <= _COUNTRY else "whole_differs"
    for group, number in stated.items():
        params = {"total": number, "parts": parts[group] if group in parts else sum(parts.values())}
        if number == params["parts"]:
            remarks.say(Severity.WARNING, "total_row_agrees", total=number)
        elif choices.total_row is None and not remarks.asks(question):
            remarks.say(Severity.QUESTION, question, **params, gap=number - params["parts"])
        elif choices.total_row is not None:
            remarks.say(Severity.WARNING, "total_row_ignored", **params)
    return rest


def _sums(table: Table, rows: pl.Series, groups: Sequence[str], choices: Choices) -> dict[Any, int]:
    """The sums of these rows by phase and kind, as far as the file has them."""
    numbers = number_column(table, "value", Remarks(), choices).alias("number")
    frame = table.frame.with_columns(numbers).filter(rows).drop_nulls("number")
    if not groups:
        return {(): int(frame["number"].sum())} if frame.height else {}
    return {key: int(part["number"].sum()) for key, part in frame.group_by(groups, maintain_order=True)}


def _kinds(table: Table, choices: Choices, remarks: Remarks) -> pl.Series:
    if not table.has("target_kind"):
        return pl.Series("kind", ["registered"] * table.frame.height, dtype=pl.String)
    text = without_marks(text_column(table, "target_kind", remarks))
    words = code_by_word(_KINDS, choices, "target_kind")
    codes = {word: words.get(heading_key(word)) for word in text.drop_nulls().unique().to_list()}
    unknown = text.is_in([word for word, code in codes.items() if code is None]).fill_null(value=False)
    remarks.say_rows(
        Severity.ERROR,
        "unknown_word",
        table.frame.filter(unknown),
        table.headings["target_kind"],
        text.filter(unknown),
        "giao / đăng ký / định hướng",
    )
    codes_by_word = {word: code for word, code in codes.items() if code}
    return (
        text.replace_strict(codes_by_word, default="registered", return_dtype=pl.String)
        .fill_null("registered")
        .alias("kind")
    )


def _say_values(table: Table, rows: pl.DataFrame, remarks: Remarks) -> None:
    column = table.headings["value"]
    wrong = remarks.rows(Severity.ERROR).filter(pl.col("column") == column)["place"]
    blank = rows["value"].is_null() & ~rows["removes"] & ~rows["place"].is_in(wrong.implode())
    remarks.say_rows(Severity.ERROR, "target_missing", table.frame.filter(blank), column)
    zero = (rows["value"] == 0).fill_null(value=False)
    remarks.say_rows(Severity.ERROR, "target_zero", table.frame.filter(zero), column, table.frame["value"].filter(zero))


def _say_twice(table: Table, rows: pl.DataFrame, context: ProgrammeContext, remarks: Remarks) -> None:
    """Report two targets for one unit, or since the merger for one province under its old and its new name."""
    provinces = context.catalogue.province_by_code
    units = context.catalogue.unit_by_id
    first_rows: dict[tuple[object, ...], Row] = {}
    for row in rows.iter_rows(named=True):
        unit = units.get(row["unit_id"])
        if unit is None:
            continue
        province = provinces.get(unit.province_code or "")
        merged = (row["year"] or 0) >= MERGED_ON.year + 1 or bool(row["as_of"] and row["as_of"].date() >= MERGED_ON)
        place = (province.short_name_2025, province.code_2025) if merged and province else (unit.short_name, unit.code)
        key = (place, row["phase"], row["year"], row["kind"])
        first = first_rows.setdefault(key, row)
        if first is not row and (first["value"] != row["value"] or first["name"] != row["name"]):
            here = table.frame.filter(pl.col("place").is_in([first["place"], row["place"]]))
            names = f"{place[0]} ({first['name']}, {row['name']})"
            remarks.say_rows(
                Severity.ERROR, "two_targets", here, table.headings["unit"], pl.Series([names] * here.height)
            )


def planned_targets(
    connection: Connection, context: ProgrammeContext, rows: pl.DataFrame, source: str
) -> tuple[list[Planned], Counts]:
    """The changes that store these targets."""
    mine = select(target).where(target.c.programme_id == context.programme_id)
    former = {tuple(row[name] for name in KEY): row["value"] for row in connection.execute(mine).mappings()}
    stated, removed_rows = (rows.filter(pl.col("removes") == which) for which in (False, True))
    values = [_values(context.programme_id, row, former, source) for row in stated.iter_rows(named=True)]
    keys = [{**row, "programme_id": context.programme_id} for row in removed_rows.select(KEY[1:]).iter_rows(named=True)]
    return plan(connection, target, KEY, values, keys)


def _values(programme_id: int, row: Row, former: Mapping[Any, int], source: str) -> dict[str, object]:
    """The values to store: a new number brings its day and source, an unchanged one keeps them if the file has none."""
    key = {"programme_id": programme_id, "phase": row["phase"], "unit_id": row["unit_id"], "kind": row["kind"]}
    values = {**key, "value": row["value"]}
    if former.get(tuple(key.values())) != row["value"]:
        as_of = row["as_of"].date() if row["as_of"] else None
        return {**values, "qualifier": None, "as_of": as_of, "source": row["source"] or source}
    if row["as_of"]:
        values["as_of"] = row["as_of"].date()
    return {**values, "source": row["source"]} if row["source"] else values
