"""What was found valid and nobody has rewarded yet: how long ago, whose, and which."""

from datetime import datetime
from typing import Any

import polars as pl
from sqlalchemy import ColumnElement, Connection, func, or_, select

from data_access.cube.columns import day_as_integer
from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import Scope, scope_of
from data_access.database.schema import initiative
from data_access.store.records import Records, of_rows
from model.edges import Row
from model.filters import VALID_ALONE, Filters
from model.frames import Columns

_BY_DAY: Columns = {"unit_id": pl.Int64, "settled": pl.Int64, "n": pl.Int64}


def count_unrewarded(records: Records, filters: Filters, moment: datetime) -> pl.DataFrame:
    """Unit id, age in days by the moment, and how many are that old. Raises NotFrozen."""
    asked = records.to_count(_valid(filters))
    scope = scope_of(asked, records.catalogue)
    row = initiative.c
    unit = scope.unit.label("unit_id")
    question = select(unit, row.settled_day, func.count()).where(*counted_rows(scope), _not_yet(scope))
    question = question.group_by(unit, row.settled_day)

    def ask(connection: Connection) -> pl.DataFrame:
        found = [tuple(one) for one in connection.execute(question)]
        return pl.DataFrame(found, schema=_BY_DAY, orient="row")

    counted = records.ask_rows(ask, ("count_unrewarded", asked), asked)
    number = pl.col("settled")
    day = pl.date(number // 10_000, number // 100 % 100, number % 100)
    age = (pl.lit(moment.date()) - day).dt.total_days().clip(0)
    return counted.select("unit_id", age.alias("days"), "n")


def oldest_unrewarded(records: Records, filters: Filters, most: int) -> list[Row]:
    """The ones that wait longest: code, title, unit_id and settled_at, of the reader's units. Raises NotListed."""
    asked = records.to_list(_valid(filters))
    scope = scope_of(asked, records.catalogue)
    row = initiative.c
    question = select(row.code, row.title, scope.unit.label("unit_id"), row.settled_at)
    question = question.where(*counted_rows(scope), _not_yet(scope)).order_by(row.settled_day, row.id).limit(most)

    def ask(connection: Connection) -> list[Row]:
        return [dict(found) for found in connection.execute(question).mappings()]

    return records.ask_list(ask, ("oldest_unrewarded", most, asked), asked)


def _valid(filters: Filters) -> Filters:
    return of_rows(filters.changed(statuses=VALID_ALONE))


def _not_yet(scope: Scope) -> ColumnElement[Any]:
    """Not rewarded by the moment; what was rewarded later was waiting then."""
    row = initiative.c
    if scope.as_of is None:
        return row.rewarded_day.is_(None)
    later = row.rewarded_day > day_as_integer(scope.as_of) if scope.cut_day is None else row.rewarded_at > scope.as_of
    return or_(row.rewarded_day.is_(None), later)
