"""Moments before or after everything that the records know."""

from dataclasses import dataclass
from datetime import date, datetime, time

import polars as pl

from data_access.rules.pace import is_before, reads_ledger
from data_access.store.records import Records
from model.address_values import read_moment
from model.filters import Filters, end_of_day


@dataclass(frozen=True)
class Beyond:
    """`moment` was asked for; `known` is the newest upload (`after`), or the beginning of the day of the first."""

    moment: datetime
    known: datetime
    after: bool
    printed: bool = False  # `known` is of the first published figure
    begins: date | None = None  # the first day of the programme, where it had not come


def beyond_data(records: Records, filters: Filters) -> Beyond | None:
    """The note about the moment asked for; None where the records, or the printed figures, reach it.

    Of a moment after the last printed figure every number tells its own day.
    """
    if filters.as_of is None:
        return None
    programme = records.catalogue.programme(filters.programme)
    begins = programme.start if is_before(filters.as_of, programme.start) else None
    if reads_ledger(records, programme, filters):
        return _before_print(records, programme.code, filters.as_of, begins)
    last = records.last_moment(filters.programme)
    if last and filters.as_of > end_of_day(last.date()):
        return Beyond(filters.as_of, last, after=True)
    days = records.slice(Filters(programme=filters.programme)).daily()["day"]
    if len(days) and filters.as_of.date() < (first := min(days)):
        return Beyond(filters.as_of, datetime.combine(first, time.min), after=False, begins=begins)
    return None


def _before_print(records: Records, programme: str, moment: datetime, begins: date | None) -> Beyond | None:
    """None where a figure was printed by then, or where some figure is of no moment at all."""
    printed = records.published().filter(pl.col("programme") == programme)["as_of"]
    first = read_moment(min(printed.drop_nulls().to_list(), default="")) if not _is_timeless(printed) else None
    if first is None or first.date() <= moment.date():
        return None
    return Beyond(moment, datetime.combine(first, time.min), after=False, printed=True, begins=begins)


def _is_timeless(moments: pl.Series) -> bool:
    return bool((moments.fill_null("") == "").any())
