"""Forecasts from printed counts alone, tried on the printed counts that followed."""

from datetime import datetime, timedelta
from math import sqrt
from typing import Final

from data_access.ledger.ledger import UPLOADS, Figure, figures_of, known_by, owner_of_scope
from data_access.rules.forecast import ENOUGH_DAYS
from data_access.store.records import Records
from model.catalogue import Phase, Programme
from model.filters import Filters, end_of_day
from model.trend import Forecast, Trial

_A_WEEK: Final = 7


def printed_forecast(records: Records, programme: Programme, filters: Filters) -> Forecast:
    """The expected end of the period, from the last two printed counts."""
    counts = _counts(records, programme, filters)
    phase = programme.phase(filters.phase)
    end = phase.end if phase else programme.end
    start = phase.start if phase else programme.start
    last = counts[-1] if counts else None
    thin = Forecast("few_printed", last[0] if last else None, start, end, last[1] if last else None)
    if end is None or last is None or last[0].date() >= end or len(counts) < 2:
        return thin
    return _between(counts[-2], counts[-1], start_of(programme, phase), end_of_day(end)) or thin


def printed_trials(records: Records, programme: Programme, filters: Filters) -> tuple[Trial, ...]:
    """Each third count forecast from the two before it, within one phase, because a new phase begins anew."""
    counts = _counts(records, programme, filters)
    trials = []
    for before, now, then in zip(counts, counts[1:], counts[2:], strict=False):
        phase = next((p for p in programme.phases if p.start <= now[0].date() < p.end), None)
        if phase is None or then[0].date() > phase.end:
            continue
        thin = Forecast("few_printed", now[0], phase.start, then[0].date(), now[1])
        forecast = _between(before, now, start_of(programme, phase), then[0])
        trials.append(Trial(forecast or thin, then[1], "published"))
    return tuple(trials)


def start_of(programme: Programme, phase: Phase | None) -> datetime | None:
    """The first day of printed counts: that of the programme, in whichever phase they were printed."""
    day = programme.start or (phase.start if phase else None)
    return datetime(day.year, day.month, day.day) if day else None


def _between(
    before: tuple[datetime, int], now: tuple[datetime, int], start: datetime | None, end: datetime
) -> Forecast | None:
    """A range from the steady pace since the start to the last growth; None where that would be guessing."""
    ahead = (end - now[0]) / timedelta(days=1)
    if start is None or (before[0] - start).days < ENOUGH_DAYS or (now[0] - before[0]).days < _A_WEEK:
        return None
    passed = (now[0] - start) / timedelta(days=1)
    if ahead > passed / 2:
        return None
    steady = now[1] * (1 + ahead / passed)
    growing = now[1] * (now[1] / before[1]) ** (ahead / ((now[0] - before[0]) / timedelta(days=1)))
    low, high = sorted((steady, growing))
    middle = round(sqrt(low * high))
    return Forecast("milestones", now[0], start.date(), end.date(), now[1], round(low), middle, round(high), 2)


def _counts(records: Records, programme: Programme, filters: Filters) -> list[tuple[datetime, int]]:
    """Printed running totals of the whole, or of the one unit asked about, oldest first."""
    owner = owner_of_scope(records, filters)
    if owner is None or filters.narrows_rows or filters.since or filters.until:
        return []
    counts: dict[datetime, int] = {}
    for figure in figures_of(records, programme.code):
        if _is_total(figure, owner) and known_by(figure, filters.as_of) and figure.moment:
            counts.setdefault(figure.moment, int(figure.value))
    return sorted(counts.items())


def _is_total(figure: Figure, owner: str) -> bool:
    return figure.owner == owner and not figure.part and not figure.category and figure.metric in UPLOADS
