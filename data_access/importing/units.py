"""Units: members, emulation clusters, other names; new direct units where a code and a kind are given."""

from datetime import datetime
from typing import Any, Final

import polars as pl
from sqlalchemy import Connection, select

from data_access.database.schema import unit
from data_access.importing.choices import Choices
from data_access.importing.context import ProgrammeContext
from data_access.importing.dates import date_column
from data_access.importing.headings import heading_key
from data_access.importing.numbers import number_column
from data_access.importing.planned import Counts, Planned, plan
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.tables import Table
from data_access.importing.texts import limited, text_column, without_marks
from data_access.importing.words import code_by_word
from model.edges import Row

_KINDS: Final = {
    "provincial": "provincial|tinh|tinhthanhpho|ldldtinhthanhpho|diaphuong|thanhpho",
    "industry": "industry|nganh|congdoannganh|nganhtrunguong|congdoannganhtrunguong",
    "corporation": "corporation|tongcongty|tapdoan|tapdoantongcongty|congdoantongcongty|cdtct",
}
_TEXTS: Final = ("cluster", "aliases", "code")


def read_units(
    table: Table, context: ProgrammeContext, choices: Choices, remarks: Remarks, _now: datetime
) -> pl.DataFrame:
    """Rows with place, line, unit_id (null where new), name, and the fields of the file."""
    names = limited(table, "unit", without_marks(text_column(table, "unit", remarks)), remarks, 300).alias("name")
    columns = [
        names,
        *(
            limited(table, name, without_marks(text_column(table, name, remarks)), remarks, 1000).alias(name)
            for name in _TEXTS
            if table.has(name)
        ),
    ]
    if table.has("members"):
        columns.append(number_column(table, "members", remarks, choices, whole_only=True))
    if table.has("as_of"):
        columns.append(date_column(table, "as_of", choices, remarks))
    if table.has("unit_kind"):
        columns.append(_kinds(table, choices, remarks))
    if table.has("province"):
        columns.append(_provinces(table, context, remarks))
    rows = table.rows.with_columns(columns)
    if "code" in rows.columns:  # a known code needs no name
        name_by_code = {code: unit.name for code, unit in context.catalogue.unit_by_code.items()}
        names_of_codes = pl.col("code").replace_strict(name_by_code, default=None, return_dtype=pl.String)
        rows = rows.with_columns(name=pl.coalesce("name", names_of_codes))
    rows = rows.with_columns(unit_id=_ids(rows, context))
    _say_problems(table, rows, context, remarks)
    return rows


def _ids(rows: pl.DataFrame, context: ProgrammeContext) -> pl.Series:
    by_code = context.catalogue.unit_by_code
    ids = []
    for row in rows.iter_rows(named=True):
        unit = by_code.get(row.get("code") or "") or (context.places.units.find(row["name"]) if row["name"] else None)
        ids.append(unit.id if unit else None)
    return pl.Series("unit_id", ids, dtype=pl.Int64)


def _kinds(table: Table, choices: Choices, remarks: Remarks) -> pl.Series:
    text = without_marks(text_column(table, "unit_kind", remarks))
    words = code_by_word(_KINDS, choices, "unit_kind")
    kinds = {
        word: words[heading_key(word)] for word in text.drop_nulls().unique().to_list() if heading_key(word) in words
    }
    unknown = (text.is_not_null() & ~text.is_in(list(kinds))).fill_null(value=False)
    hint = "LĐLĐ tỉnh, thành phố / Công đoàn ngành / Công đoàn tổng công ty"
    remarks.say_rows(
        Severity.ERROR,
        "unknown_word",
        table.frame.filter(unknown),
        table.headings["unit_kind"],
        text.filter(unknown),
        hint,
    )
    return text.replace_strict(kinds, default=None, return_dtype=pl.String).alias("kind")


def _provinces(table: Table, context: ProgrammeContext, remarks: Remarks) -> pl.Series:
    text = without_marks(text_column(table, "province", remarks))
    provinces: dict[str, str] = {}
    for word in text.drop_nulls().unique().to_list():
        province = context.places.units.province_of(word)
        if province:
            provinces[word] = province.code_2022
    unknown = (text.is_not_null() & ~text.is_in(list(provinces))).fill_null(value=False)
    remarks.say_rows(
        Severity.ERROR,
        "unknown_province",
        table.frame.filter(unknown),
        table.headings["province"],
        text.filter(unknown),
    )
    return text.replace_strict(provinces, default=None, return_dtype=pl.String).alias("province_code_2022")


def _say_problems(table: Table, rows: pl.DataFrame, context: ProgrammeContext, remarks: Remarks) -> None:
    column = table.headings["unit"]
    remarks.say_rows(Severity.ERROR, "missing_value", table.frame.filter(rows["name"].is_null()), column)
    can_be_new = (
        rows["code"].is_not_null() & rows["kind"].is_not_null()
        if {"code", "kind"} <= set(rows.columns)
        else pl.Series([False] * rows.height)
    )
    unknown = rows["unit_id"].is_null() & rows["name"].is_not_null() & ~can_be_new
    names = rows["name"].filter(unknown)
    hints = pl.Series(
        [", ".join(near.name for near in context.places.units.candidates(name)) for name in names], dtype=pl.String
    )
    remarks.say_rows(Severity.ERROR, "unknown_unit", table.frame.filter(unknown), column, names, hints)
    twice = rows["unit_id"].is_not_null() & rows["unit_id"].is_duplicated()
    remarks.say_rows(Severity.ERROR, "unit_twice", table.frame.filter(twice), column, rows["name"].filter(twice))
    if table.has("members"):
        zero = (rows["members"] == 0).fill_null(value=False)
        remarks.say_rows(Severity.ERROR, "no_members", table.frame.filter(zero), table.headings["members"])


def planned_units(
    connection: Connection, _context: ProgrammeContext, rows: pl.DataFrame, source: str
) -> tuple[list[Planned], Counts]:
    """The changes that store these units; a blank cell changes nothing."""
    unit_by_id = {row.id: row for row in connection.execute(select(unit))}
    values = [_values(row, unit_by_id.get(row["unit_id"]), source) for row in rows.iter_rows(named=True)]
    return plan(connection, unit, ("code",), values)


def _values(row: Row, former: Any, source: str) -> dict[str, object]:
    values: dict[str, object] = {"code": former.code if former else row["code"]}
    if former is None:
        values |= {"name": row["name"], "name_en": row["name"], "short_name": row["name"], "level": "direct"}
    for name in ("kind", "province_code_2022", "cluster", "members"):
        if row.get(name) is not None:
            values[name] = row[name]
    if row.get("members") is not None:
        values |= {"members_as_of": row["as_of"].date() if row.get("as_of") else None, "members_source": source}
    if row.get("aliases"):
        aliases = (former.aliases if former else "").split("|")
        more = [alias.strip() for alias in row["aliases"].replace(";", "|").split("|")]
        values["aliases"] = "|".join(dict.fromkeys(alias for alias in (*aliases, *more) if alias))
    return values
