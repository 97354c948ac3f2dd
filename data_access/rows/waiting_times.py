"""How long initiatives waited for a decision and a reward: the rows grouped by their days, cached by version."""

from datetime import datetime
from functools import partial
from typing import Any, Final

import polars as pl
from sqlalchemy import ColumnElement, case, select

from data_access.cube.integer_days import day_as_integer
from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import Scope, scope_of
from data_access.database.schema import initiative
from data_access.rows.row_questions import occurrences_by_day
from data_access.store.first_and_last import date_of, of_period
from data_access.store.records import Records, of_rows
from data_access.store.row_order import counted
from model.filters import Filters
from model.recognition import WAIT_LIMITS, Waits

_LATER: Final = ("settled", "rewarded")


def fetch_days(records: Records, filters: Filters) -> pl.DataFrame:
    """Rows of the scope by the days (pl.Date) of upload, decision and reward known at its moment: those, and n."""
    allowed = records.to_count(of_rows(filters))
    scope = scope_of(allowed, records.catalogue)
    days = of_period(partial(_days, records), allowed, scope, "uploaded")
    if scope.as_of:
        last = day_as_integer(scope.as_of)
        days = days.with_columns(pl.when(pl.col(name) <= last).then(pl.col(name)).alias(name) for name in _LATER)
    return days.with_columns(map(date_of, ("uploaded", *_LATER)))


def _days(records: Records, filters: Filters) -> pl.DataFrame:
    """The days as numbers (20220420), including those known later where whole days are enough."""
    row, scope = initiative.c, scope_of(filters, records.catalogue)
    columns = zip(("uploaded", *_LATER), (row.uploaded_day, *_known_days(scope)), strict=True)
    question = counted(select(*(day.label(name) for name, day in columns)).where(*counted_rows(scope)), scope)
    return records.ask_by_day(occurrences_by_day(question), ("fetch_days", filters), filters)


def waits(days: pl.DataFrame, since: str, until: str) -> Waits:
    """Days from one kind of date to another, for rows with both."""
    both = days.filter(pl.col(since).is_not_null() & pl.col(until).is_not_null())
    return of_ages(both.select(((pl.col(until) - pl.col(since)).dt.total_days()).alias("days"), "n"))


def still_waiting(days: pl.DataFrame, moment: datetime) -> Waits:
    """Days that undecided initiatives have been waiting by a moment."""
    open_ = days.filter(pl.col("settled").is_null())
    age = (pl.lit(moment.date()) - pl.col("uploaded")).dt.total_days()
    return of_ages(open_.select(age.alias("days"), "n"))


def of_ages(ages: pl.DataFrame) -> Waits:
    """Waits of `n` initiatives each, by their whole days (`days`); a day that is noted too early counts as none."""
    by_length = ages.group_by(pl.col("days").clip(0)).agg(pl.col("n").sum())
    lengths = dict(by_length.iter_rows())
    buckets = [0] * (len(WAIT_LIMITS) + 1)
    for days, n in lengths.items():
        buckets[sum(days > limit for limit in WAIT_LIMITS)] += n
    return Waits(tuple(buckets), _median(lengths), max(lengths, default=None))


def _median(lengths: dict[int, int]) -> float | None:
    """The median; the upper one of two."""
    total, passed_count = sum(lengths.values()), 0
    for days in sorted(lengths):
        passed_count += lengths[days]
        if passed_count > total // 2:
            return float(days)
    return None


def _known_days(scope: Scope) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Days of decision and reward. Inside a day only the rows can tell what came before the hour."""
    row = initiative.c
    if scope.cut_day is None:
        return row.settled_day, row.rewarded_day
    settled = case((row.settled_at <= scope.as_of, row.settled_day))
    return settled, case((row.rewarded_at <= scope.as_of, row.rewarded_day))
