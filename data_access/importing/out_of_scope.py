"""What an account of some units may neither overwrite nor be told of: rows and imports of others."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import polars as pl
from sqlalchemy import Connection, select

from data_access.database.permissions import covered_units
from data_access.database.schema import initiative, unit
from data_access.importing.comparing import stored_rows
from model.reader import Reader

_SHOWN: Final = 5
_OF_A_UNIT: Final = "sudden_jump"  # the one reason whose code is that of a unit


def codes_of_others(connection: Connection, programme_id: int, rows: pl.DataFrame, by: Reader) -> pl.Series:
    """The codes among `rows` under which other units than the account's have an initiative already."""
    if by.sees_everything or rows.is_empty():
        return pl.Series("code", [], pl.String)
    own = _numbers(connection, by)
    stored = stored_rows(connection, programme_id, rows["code"])
    return stored.filter(~pl.col("unit_id").is_in(own) & ~pl.col("grassroots_id").is_in(own).fill_null(value=False))[
        "code"
    ]


def named(codes: pl.Series) -> dict[str, Any]:
    """How many there are, and the first of them: what the sentence needs."""
    return {"count": codes.len(), "codes": ", ".join(codes.head(_SHOWN).to_list())}


def own_entries(connection: Connection, entries: Sequence[Mapping[str, Any]], by: Reader) -> list[Mapping[str, Any]]:
    """The entries of the queue about rows of the account's units; the code of another's row is left out of them."""
    if by.sees_everything:
        return list(entries)
    covered, own, row = covered_units(connection, by) or frozenset(), _numbers(connection, by), initiative.c
    codes = {code for entry in entries for code in (entry["code"], entry["other_code"])}
    mine = select(row.programme_id, row.code).where(row.unit_id.in_(own) | row.grassroots_id.in_(own))
    known = {tuple(found) for found in connection.execute(mine.where(row.code.in_(codes - {None})))}

    def is_mine(entry: Mapping[str, Any], code: str | None) -> bool:
        return (entry["programme_id"], code) in known

    return [
        {**entry, "other_code": entry["other_code"] if is_mine(entry, entry["other_code"]) else None}
        for entry in entries
        if (entry["code"] in covered if entry["reason"] == _OF_A_UNIT else is_mine(entry, entry["code"]))
    ]


def _numbers(connection: Connection, by: Reader) -> list[int]:
    codes = covered_units(connection, by) or frozenset()
    return list(connection.scalars(select(unit.c.id).where(unit.c.code.in_(codes))))
