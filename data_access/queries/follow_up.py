"""Units to call: those whose last seven days are below the pace their target still needs, and silent ones."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from data_access.queries.targets import sum_of, target_word, targets_of, targets_of_kind
from data_access.queries.unit_counts import counts_of_units, reporting_units
from data_access.queries.weekly import course_at, fetch_week
from data_access.rules.against_target import against_target
from data_access.rules.pace import is_before, is_comparable, last_counted, reads_ledger, target_period
from data_access.rules.status import judge
from data_access.rules.taking_part import taking_part
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.behind import Behind, BehindList
from model.codes import TargetStatus
from model.filters import Filters


@remembered
def fetch_behind(records: Records, filters: Filters) -> BehindList | None:
    """The list under the filters, by province of 2025 where asked for.

    None where no pace can be told: printed figures, or what has no targets.
    """
    programme = records.catalogue.programme(filters.programme)
    if reads_ledger(records, programme, filters) or not is_comparable(programme, filters):
        return None
    reporting, filters = reporting_units(records, filters), filters.of_measure
    moment = last_counted(records.slice(filters))
    start, end = target_period(programme, filters)
    if moment is None or is_before(moment, start):  # nobody is late yet
        return None
    now, week = counts_of_units(records, filters.changed(as_of=moment)), fetch_week(records, filters, moment)
    course = course_at(records, programme, filters, moment)
    stated_targets = targets_of(records, programme, filters)
    groups = taking_part(records.catalogue, filters, moment)
    late, lacking = list[Behind](), 0
    for group in groups:
        targets = targets_of_kind(stated_targets, filters.target, group.units)
        target = sum_of(targets)
        lacking += target is None
        uploads, last_week = (sum(counts.get(unit.id, 0) for unit in group.units) for counts in (now, week))
        gap, own = against_target(uploads, target).gap, replace(course, week=last_week)
        word = target_word(targets)
        has_reported = group.has_any(reporting)
        status = judge(uploads, target, own, words=(None, word), has_reported=has_reported)
        needed = own.needed(gap)
        unit = Behind(group, uploads, target, gap, needed, last_week, None, status, word)
        if unit.is_to_urge or status is TargetStatus.MISSED:
            late.append(unit)
    late = _with_last_days(records, filters.changed(as_of=moment), late) if late else late
    # The needed pace is rounded: among equals the larger gap comes first.
    late.sort(key=lambda unit: (unit.needed is None, -(unit.needed or 0), unit.gap or 0, unit.uploads))
    behind = tuple(unit for unit in late if unit.is_to_urge)
    missed = tuple(unit for unit in late if unit.status is TargetStatus.MISSED)
    return BehindList(behind, len(groups), lacking, moment, end, course.days_left, missed)


def _with_last_days(records: Records, filters: Filters, units: Sequence[Behind]) -> list[Behind]:
    last_days = _last_days(records, filters)
    return [
        replace(late, last_day=max((last_days[u.id] for u in late.unit.units if u.id in last_days), default=None))
        for late in units
    ]


def _last_days(records: Records, filters: Filters) -> dict[int, date]:
    ever = records.slice(filters.changed(phase=None, since=None)).daily("unit_id")
    units, days = ever["unit_id"].to_numpy(), ever["day"].to_numpy()
    places = np.flatnonzero(ever["uploads"].to_numpy() > 0)
    last = places[np.flatnonzero(np.diff(units[places], append=-1))]  # in the order of units, and of their days
    return dict(zip(units[last].tolist(), days[last].tolist(), strict=True))
