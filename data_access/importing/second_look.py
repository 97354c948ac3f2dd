"""Rows that a person should check: likely duplicates, sudden jumps, huge benefits, dates outside the programme.

The rows are saved and count; the queue says that somebody has to decide, and later who did.
"""

import json
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Final

import polars as pl
from sqlalchemy import Connection, func, select

from data_access.database.schema import initiative_cell
from data_access.importing.context import ProgrammeContext
from data_access.importing.resemblance import find_resembling
from model.codes import BILLION_VND, Event
from model.edges import Json

HUGE_VND: Final = 500 * BILLION_VND
JUMP: Final = 20  # times the usual day of the unit
_LEAST_IN_JUMP: Final = 100  # uploads; a jump from 1 to 20 is a good day
_FEW_DAYS: Final = 1_000  # units and days of a file; for more of them all days are added up at once
_FEW_UNITS: Final = 500  # for more of them the days of all are added up
_DAYS_KNOWN: Final = 5  # days with uploads that make a usual day
MOST_OF_A_REASON: Final = 1_000  # entries in the queue of one batch for one reason; the rest is only counted


@dataclass(frozen=True)
class Held:
    """One entry of the queue. `code` is the initiative's, or the unit's where a whole day waits."""

    reason: str
    code: str
    detail: Json
    other_code: str | None = None

    @property
    def as_json(self) -> str:
        return json.dumps(self.detail, ensure_ascii=False, default=str)


@dataclass(frozen=True)
class HeldRows:
    """The rows for a second look, and by kind their count and the parameters of its sentence."""

    rows: tuple[Held, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    params: dict[str, Json] = field(default_factory=dict)


def find_held(connection: Connection, context: ProgrammeContext, new: pl.DataFrame, updates: pl.DataFrame) -> HeldRows:
    """The entries of the queue that writing these rows would add."""
    names = [name for name in new.columns if name in updates.columns]
    rows = pl.concat([new.select(names), updates.select(names)])
    if not rows.height:
        return HeldRows()
    checks = [
        _huge(rows),
        _outside(rows, context),
        _jumps(connection, context, new),
        _resembling(connection, context, new),
    ]
    held = tuple(entry for entries, _, _ in checks for entry in entries)
    counts = {reason: count for _, reason, count in checks if count}
    params: dict[str, Json] = {
        "outside_programme": {
            "start": context.programme.start,
            "end": context.programme.end,
            "programme": context.programme.code,
        },
        "same_title": {
            "example": next((entry.detail.get("title", "") for entry in held if entry.reason == "same_title"), "")
        },
    }
    return HeldRows(held, counts, params)


_HeldRows = tuple[list[Held], str, int]


def _huge(rows: pl.DataFrame) -> _HeldRows:
    return _held_for(rows.filter(pl.col("benefit_vnd") > HUGE_VND), "huge_benefit", "benefit_vnd")


def _outside(rows: pl.DataFrame, context: ProgrammeContext) -> _HeldRows:
    start, end = context.period
    before = pl.col("uploaded_at") < _midnight(start) if start else pl.lit(value=False)
    after = pl.col("uploaded_at").dt.date() > end if end else pl.lit(value=False)
    return _held_for(rows.filter(before | after), "outside_programme", "uploaded_at")


def _held_for(rows: pl.DataFrame, reason: str, column: str) -> _HeldRows:
    """The first of these rows, each with the value that is the reason, and how many there are."""
    entries = [
        Held(reason, row["code"], {column: row[column], "title": row["title"][:120]})
        for row in rows.head(MOST_OF_A_REASON).iter_rows(named=True)
    ]
    return entries, reason, rows.height


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _jumps(connection: Connection, context: ProgrammeContext, new: pl.DataFrame) -> _HeldRows:
    """Days on which a unit with a usual number of uploads has 20 times as many."""
    cell = initiative_cell.c
    of_units = sorted(_that_may_jump(connection, context, new))
    if not of_units:
        return [], "sudden_jump", 0
    query = (
        select(cell.unit_id, cell.day, func.sum(cell.n))
        .where(cell.programme_id == context.programme_id, cell.event == int(Event.UPLOADED))
        .group_by(cell.unit_id, cell.day)
    )
    if len(of_units) <= _FEW_UNITS:
        query = query.where(cell.unit_id.in_(of_units))
    sums = [tuple(map(int, row)) for row in connection.execute(query)]
    before = pl.DataFrame(sums, schema={"unit_id": pl.Int64, "day": pl.Int64, "known": pl.Int64}, orient="row")
    new_counts = new.group_by("unit_id", pl.col("uploaded_day").alias("day")).agg(added=pl.len().cast(pl.Int64))
    days = new_counts.join(before, on=["unit_id", "day"], how="full", coalesce=True).with_columns(
        pl.col("added", "known").fill_null(0)
    )
    days = days.with_columns(n=pl.col("added") + pl.col("known"))
    usual = pl.col("n").median().over("unit_id")
    jumps = days.with_columns(usual=usual, days=pl.len().over("unit_id")).filter(
        (pl.col("added") > 0)
        & (pl.col("n") >= _LEAST_IN_JUMP)
        & (pl.col("days") > _DAYS_KNOWN)
        & (pl.col("n") >= JUMP * pl.col("usual"))
    )
    units = context.catalogue.unit_by_id
    entries = [
        Held(
            "sudden_jump",
            units[row["unit_id"]].code,
            {"day": row["day"], "n": row["n"], "usual": row["usual"], "unit": units[row["unit_id"]].short_name},
        )
        for row in jumps.sort("n", descending=True).head(MOST_OF_A_REASON).iter_rows(named=True)
        if row["unit_id"] in units
    ]
    return entries, "sudden_jump", jumps.height


def _that_may_jump(connection: Connection, context: ProgrammeContext, new: pl.DataFrame) -> set[int]:
    """Units with so many uploads on a day of these rows; only their other days have to be added up."""
    new_counts = new.group_by("unit_id", "uploaded_day").agg(pl.len())
    if new_counts.height > _FEW_DAYS:
        return set(new_counts["unit_id"].drop_nulls())
    cell = initiative_cell.c
    query = (
        select(cell.unit_id, cell.day, func.sum(cell.n))
        .where(
            cell.programme_id == context.programme_id,
            cell.event == int(Event.UPLOADED),
            cell.day.in_(new_counts["uploaded_day"].unique().to_list()),
        )
        .group_by(cell.unit_id, cell.day)
    )
    uploads = {(unit, day): int(number) for unit, day, number in connection.execute(query)}
    days = new_counts.iter_rows()
    return {unit for unit, day, count in days if uploads.get((unit, day), 0) + count >= _LEAST_IN_JUMP}


def _resembling(connection: Connection, context: ProgrammeContext, new: pl.DataFrame) -> _HeldRows:
    pairs, count = find_resembling(connection, context.programme_id, new, MOST_OF_A_REASON)
    entries = [
        Held("same_title", pair.code, {"title": pair.title[:120], "other": pair.other}, pair.other) for pair in pairs
    ]
    return entries, "same_title", count
