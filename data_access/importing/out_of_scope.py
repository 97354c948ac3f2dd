"""Rows and imports of others, which an account of some units may neither overwrite nor see."""

from collections.abc import Mapping
from typing import Any, Final

import polars as pl
from sqlalchemy import Column, ColumnElement, Connection, and_, case, exists, or_

from data_access.database.permissions import covered_numbers
from data_access.database.schema import held_row, initiative
from data_access.importing.remarks import first_of
from model.reader import Reader

_SHOWN: Final = 5
_OF_A_UNIT: Final = "sudden_jump"  # the one reason whose code is that of a unit


def codes_of_others(connection: Connection, rows: pl.DataFrame, by: Reader) -> pl.Series:
    """The codes of stored rows (STORED) that belong to other units than the account's."""
    own = None if rows.is_empty() else covered_numbers(connection, by)
    if own is None:
        return pl.Series("code", [], pl.String)
    is_own = (pl.col(name).is_in(list(own)).fill_null(value=False) for name in ("unit_id", "grassroots_id"))
    return rows.filter(~pl.any_horizontal(*is_own))["code"]


def named(codes: pl.Series) -> dict[str, object]:
    """The count and the first names, for the sentence."""
    return {"count": codes.len(), "codes": ", ".join(map(str, first_of(codes.to_list(), _SHOWN)))}


def own_entries(own: Mapping[int, str]) -> ColumnElement[bool]:
    """The entries of the queue about rows of these units (code by number)."""
    of_a_unit, columns = held_row.c.reason == _OF_A_UNIT, held_row.c
    return or_(and_(of_a_unit, columns.code.in_(own.values())), and_(~of_a_unit, _is_own(columns.code, own)))


def own_code(column: Column[Any], own: Mapping[int, str]) -> ColumnElement[Any]:
    """A code of the queue where it is that of a row of these units, else nothing."""
    return case((_is_own(column, own), column))


def _is_own(column: Column[Any], own: Mapping[int, str]) -> ColumnElement[bool]:
    row = initiative.c
    mine = or_(row.unit_id.in_(own), row.grassroots_id.in_(own))
    return exists().where(row.programme_id == held_row.c.programme_id, row.code == column, mine)
