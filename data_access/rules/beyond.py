"""A moment before or after everything that the records know."""

from dataclasses import dataclass
from datetime import datetime, time

from data_access.store.records import Records
from model.codes import Basis
from model.filters import Filters, end_of_day


@dataclass(frozen=True)
class Beyond:
    """`moment` was asked for; `known` is the newest upload (`after`), or the beginning of the day of the first."""

    moment: datetime
    known: datetime
    after: bool


def beyond_data(records: Records, filters: Filters) -> Beyond | None:
    """What is to be told of the moment asked for; None where the records reach it, and of printed figures."""
    if filters.basis is not Basis.RECORDS or filters.as_of is None:
        return None
    last = records.last_moment(filters.programme)
    if last and filters.as_of > end_of_day(last.date()):
        return Beyond(filters.as_of, last, after=True)
    days = records.slice(Filters(programme=filters.programme)).daily()["day"]
    if len(days) and filters.as_of.date() < (first := min(days)):
        return Beyond(filters.as_of, datetime.combine(first, time.min), after=False)
    return None
