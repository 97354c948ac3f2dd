"""Valid initiatives without a reward: their age, units and rows."""

from datetime import datetime
from typing import Any

import polars as pl
from sqlalchemy import ColumnElement, or_, select

from data_access.cube.integer_days import day_as_integer
from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import Scope, scope_of
from data_access.database.schema import initiative
from data_access.rows.row_questions import occurrences, rows_by_name
from data_access.store.first_and_last import date_of, within
from data_access.store.records import Records, of_rows
from model.edges import Row
from model.filters import VALID_ALONE, Filters


def count_unrewarded(records: Records, filters: Filters, moment: datetime) -> pl.DataFrame:
    """Unit id, age in days at the moment, and number of that age. Raises NotFrozen.

    Cells tell what was found valid on each day; of the rows only the few that were rewarded are asked.
    """
    allowed = records.to_count(_valid(filters))
    rewarded = _rewarded(records, allowed).rename({"n": "rewarded"})
    valid = records.slice(allowed).daily("unit_id").rename({"day": "settled"})
    unrewarded = pl.col("uploads") - pl.col("rewarded").fill_null(0)
    waiting = valid.join(rewarded, on=["unit_id", "settled"], how="left").select("unit_id", "settled", n=unrewarded)
    age = (pl.lit(moment.date()) - pl.col("settled")).dt.total_days().clip(0)
    return waiting.filter(pl.col("n") > 0).select("unit_id", age.alias("days"), "n")


def _rewarded(records: Records, filters: Filters) -> pl.DataFrame:
    """How many of each unit and day of decision (pl.Date) were rewarded by the moment: unit_id, settled, n."""
    scope = scope_of(filters, records.catalogue)
    # Only rows know the hour; what whole days tell is read once for all moments.
    if scope.cut_day:
        rewards = _rewards(records, filters)
    else:
        rewards = within(_rewards(records, filters.ever), scope, "settled")
        if scope.as_of:
            rewards = rewards.filter(pl.col("rewarded") <= day_as_integer(scope.as_of))
    return rewards.group_by("unit_id", date_of("settled")).agg(pl.col("n").sum())


def _rewards(records: Records, filters: Filters) -> pl.DataFrame:
    """Rows by their days of decision and reward (20220420) and unit; within a day, those rewarded by its hour."""
    scope = scope_of(filters, records.catalogue)
    row = initiative.c
    columns = row.settled_day.label("settled"), scope.unit.label("unit_id"), row.rewarded_day.label("rewarded")
    by_now = [row.rewarded_at <= scope.as_of] if scope.cut_day else []
    question = select(*columns).where(row.rewarded_day > 0, *counted_rows(scope), *by_now)
    return records.ask_rows(occurrences(question), ("rewards", filters), filters)


def oldest_unrewarded(records: Records, filters: Filters, most: int) -> list[Row]:
    """The longest waiting initiatives of the reader's units: code, title, unit_id, settled_at. Raises NotListed."""
    allowed = records.to_list(_valid(filters))
    scope = scope_of(allowed, records.catalogue)
    row = initiative.c
    question = select(row.code, row.title, scope.unit.label("unit_id"), row.settled_at)
    question = question.where(*counted_rows(scope), _not_yet(scope)).order_by(row.settled_day, row.id).limit(most)
    return records.ask_list(rows_by_name(question), ("oldest_unrewarded", most, allowed), allowed)


def _valid(filters: Filters) -> Filters:
    return of_rows(filters.changed(statuses=VALID_ALONE))


def _not_yet(scope: Scope) -> ColumnElement[Any]:
    """Not rewarded by the moment; a later reward was still missing then."""
    row = initiative.c
    if scope.as_of is None:
        return row.rewarded_day.is_(None)
    later = row.rewarded_day > day_as_integer(scope.as_of) if scope.cut_day is None else row.rewarded_at > scope.as_of
    return or_(row.rewarded_day.is_(None), later)
