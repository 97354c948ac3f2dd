"""The period of a target: the share of it that has passed, the days left, and the needed pace."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from data_access.cube.slices import Slice
from data_access.store.records import Records
from model.catalogue import Programme
from model.clock import this_second
from model.codes import Basis, DataKind
from model.filters import END_OF_DAY, Filters, end_of_day


@dataclass(frozen=True)
class Pace:
    """The position of a moment in a period. All None where the programme states no dates or nothing was recorded.

    Days are counted from date to date: on 20/04/2022, 102 of the 143 days from 08/01 to 31/05/2022 have passed
    (71,3 %) and 41 are left. So the first day is 0 % and the last day 100 %.
    """

    passed_pct: float | None
    days_left: int | None


def pace_at(moment: datetime | None, start: date | None, end: date | None) -> Pace:
    """The position of `moment` between two inclusive days."""
    if moment is None or start is None or end is None:
        return Pace(None, None)
    today = min(max(moment.date(), start - timedelta(days=1)), end)
    length = (end - start).days
    passed = 100 * max((today - start).days, 0) / length if length else 100.0
    return Pace(passed, (end - today).days)


def is_before(moment: datetime | None, start: date | None) -> bool:
    """Whether the first day is still to come, judged by today where nothing was counted."""
    return start is not None and (moment or this_second()).date() < start


def days_early(reached_at: datetime | None, end: date | None) -> int | None:
    """Whole days from the upload that met a target to the last day; a day without an hour counts from its start.

    So 1.000.000 at 15:34 on 03/10/2022 was 332 days before 01/09/2023, as the sources say.
    """
    if reached_at is None or end is None:
        return None
    start = datetime.combine(reached_at.date(), time.min) if reached_at.time() == END_OF_DAY else reached_at
    return (datetime.combine(end, time.min) - start).days


def phase_number(programme: Programme, filters: Filters) -> int | None:
    """The phase asked for, None where the programme has no such phase."""
    phase = programme.phase(filters.phase)
    return phase.number if phase else None


def target_period(programme: Programme, filters: Filters) -> tuple[date | None, date | None]:
    """First and last day of the target's period: the phase, else the programme."""
    phase = programme.phase(filters.phase)
    return (phase.start, phase.end) if phase else (programme.start, programme.end)


def is_comparable(programme: Programme, filters: Filters) -> bool:
    """Whether counts and targets cover the same: no target exists for a sector or from the middle on."""
    start, _ = target_period(programme, filters)
    starts_late = filters.since is not None and (start is None or filters.since > start)
    return not filters.narrows_rows and not starts_late


def last_counted(slice_: Slice) -> datetime | None:
    """The end of what a slice counts, and so of its period."""
    if slice_.moment is None or slice_.end is None:
        return slice_.moment
    return min(slice_.moment, end_of_day(slice_.end))


def reads_ledger(records: Records, programme: Programme, filters: Filters) -> bool:
    """Whether printed figures answer, by choice or because there is nothing else."""
    only_printed = programme.data_kind is DataKind.PUBLISHED_ONLY and not records.has_records(programme.code)
    return filters.basis is Basis.PUBLISHED or only_printed
