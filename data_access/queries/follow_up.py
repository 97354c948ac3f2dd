"""Who needs a call: units whose last seven days are below the pace that their target still needs, and silent ones."""

from dataclasses import replace
from datetime import date

import polars as pl

from data_access.queries.targets import target_word, targets_of
from data_access.queries.weekly import course_at, fetch_week
from data_access.rules.pace import is_comparable, last_counted, reads_ledger, target_period
from data_access.rules.status import judge
from data_access.store.asked_once import asked_once
from data_access.store.records import Records
from model.behind import Behind, BehindList
from model.codes import TargetStatus
from model.filters import Filters


@asked_once
def fetch_behind(records: Records, filters: Filters) -> BehindList | None:
    """The list under the filters; None where no pace can be told: printed figures, or what has no targets."""
    programme = records.catalogue.programme(filters.programme)
    if reads_ledger(records, programme, filters) or not is_comparable(programme, filters):
        return None
    filters = filters.of_measure
    moment = last_counted(records.slice(filters))
    start, end = target_period(programme, filters)
    if moment is None or (start is not None and moment.date() < start):  # before the first day nobody is late
        return None
    now, week = _counts(records, filters.changed(as_of=moment)), fetch_week(records, filters, moment)
    last_days = _last_days(records, filters.changed(as_of=moment))
    course = course_at(records, programme, filters, moment)
    known = targets_of(records, programme, filters)
    units = records.catalogue.units_in(filters)
    found = []
    for unit in units:
        target = known.get((unit.id, filters.target.value))
        uploads = now.get(unit.id, 0)
        gap = uploads - target.value if target else None
        last_week = week.get(unit.id, 0)
        own = replace(course, week=last_week)
        status = judge(uploads, target.value if target else None, own)
        met = gap is not None and gap >= 0
        if not met and (last_week == 0 or status is TargetStatus.BEHIND):
            value, needed = target.value if target else None, own.needed(None if gap is None else -gap)
            word = target_word([target]) if target else None
            found.append(Behind(unit, uploads, value, gap, needed, last_week, last_days.get(unit.id), status, word))
    ordered = sorted(found, key=lambda one: (one.needed is None, -(one.needed or 0), one.uploads))
    lacking = sum((unit.id, filters.target.value) not in known for unit in units)
    return BehindList(tuple(ordered), len(units), lacking, moment, end, course.days_left)


def _counts(records: Records, filters: Filters) -> dict[int, int]:
    counted = records.slice(filters).counts("unit_id")
    return dict(zip(counted["unit_id"].to_list(), counted["uploads"].to_list(), strict=True))


def _last_days(records: Records, filters: Filters) -> dict[int, date]:
    ever = records.slice(filters.changed(phase=None, since=None)).daily("unit_id")
    last = pl.col("day").filter(pl.col("uploads") > 0).max()
    return {number: day for number, day in ever.group_by("unit_id").agg(last).iter_rows() if day}
