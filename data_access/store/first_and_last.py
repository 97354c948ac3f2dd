"""First and last day of everybody in a unit, from which counts in a period follow without a walk over its rows."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from data_access.cube.integer_days import day_as_integer
from data_access.cube.scope import Scope
from model.filters import Filters


@dataclass(frozen=True)
class Appearances:
    """`days`: how many of each unit were met between a first day and a last one: unit_id, first, last (20220420), n."""

    days: pl.DataFrame

    def within(self, scope: Scope) -> pl.DataFrame | None:
        """How many of each unit were met in the whole days of a scope: unit_id, n.

        None where some were met before and after: only rows know whether they were met in between.
        """
        days, first, last = self.days, pl.col("first"), pl.col("last")
        if scope.last_whole_day:
            days = days.filter(first <= day_as_integer(scope.last_whole_day))
        if scope.start:
            days = days.filter(last >= day_as_integer(scope.start))
        if scope.start and scope.last_whole_day:
            around = (first < day_as_integer(scope.start)) & (last > day_as_integer(scope.last_whole_day))
            if days.select(around.any()).item():
                return None
        return days.group_by("unit_id").agg(pl.col("n").sum()).sort("unit_id")


def of_period(
    read_frame: Callable[[Filters], pl.DataFrame], filters: Filters, scope: Scope, day: str = "day"
) -> pl.DataFrame:
    """What `read_frame` tells of a scope, cut from what it tells of all times where days are enough to tell."""
    return within(read_frame(filters.ever), scope, day) if is_by_days(scope) else read_frame(filters)


def within(frame: pl.DataFrame, scope: Scope, day: str = "day") -> pl.DataFrame:
    """The rows of a frame whose `day` (20220420) is a whole day of a scope."""
    if scope.start:
        frame = frame.filter(pl.col(day) >= day_as_integer(scope.start))
    return frame.filter(pl.col(day) <= day_as_integer(scope.last_whole_day)) if scope.last_whole_day else frame


def date_of(name: str) -> pl.Expr:
    """The column of that name, 20220420, as dates."""
    number = pl.col(name)
    return pl.date(number // 10_000, number // 100 % 100, number % 100).alias(name)


def is_by_days(scope: Scope) -> bool:
    """Whether days are enough to tell which rows count: not within a day, nor where decisions tell as well."""
    return scope.cut_day is None and not scope.statuses and scope.levels_then is None
