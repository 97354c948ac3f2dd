"""Uploads of the last seven full days (168 hours), the basis of verdicts."""

from datetime import date, datetime, time, timedelta
from typing import Final

from data_access.cube.columns import day_of
from data_access.queries.unit_counts import counts_of_units
from data_access.rules.pace import is_before, pace_at, target_period
from data_access.rules.status import WEEK_DAYS, Course
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.catalogue import Programme
from model.filters import Filters, is_finished

WEEK: Final = timedelta(days=WEEK_DAYS)
_SECOND: Final = timedelta(seconds=1)  # the end of a day is its last second


@remembered
def fetch_week(records: Records, filters: Filters, moment: datetime, column: str = "uploads") -> dict[int, int]:
    """The growth of `column` (uploads or valid) in the 7 times 24 hours up to `moment`, by unit id."""
    until, since = (counts_of_units(records, filters.changed(as_of=at), column) for at in (moment, moment - WEEK))
    return {unit: count - since.get(unit, 0) for unit, count in until.items()}


def course_at(
    records: Records, programme: Programme, filters: Filters, moment: datetime | None, week: int | None = None
) -> Course:
    """The position in the target's period at `moment`; `week` is the growth of its last 7 days."""
    start, end = target_period(programme, filters)
    before = is_before(moment, start)
    if moment is None:
        return Course(is_before=before)
    first = _first_day(records, programme, start)
    early = first is None or moment + _SECOND - datetime.combine(first, time.min) < WEEK
    return Course(week, pace_at(moment, start, end).days_left, is_finished(moment, end), early, before)


def _first_day(records: Records, programme: Programme, start: date | None) -> date | None:
    """The first day with data: of the period, or of the records where they begin later."""
    number, _ = records.cube(programme.code).cells.day_range
    if not number:
        return None
    recorded = day_of(number)
    return max(start, recorded) if start else recorded
