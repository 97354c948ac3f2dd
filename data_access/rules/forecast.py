"""The end of a period: a range from earlier courses, and none where history is too thin (docs/forecasts.md).

A straight line would have called phase 1 late on 20/04/2022, with 54,5 % at 71,3 % of the time; it ended at 232,3 %.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from math import sqrt
from typing import Final

import numpy as np

from data_access.rules.histories import Courses, Sums
from data_access.rules.status import WEEK_DAYS
from model.catalogue import Phase
from model.filters import end_of_day
from model.trend import Forecast, Trial

# A course counts once it is long enough not to be chance; fewer examples than this are an anecdote.
ENOUGH_UPLOADS: Final = 30
ENOUGH_EXAMPLES: Final = 10
ENOUGH_DAYS: Final = 14
# Bounds further apart tell a meeting nothing: of the launch, growth going on gave 1 to 404 million.
WIDEST: Final = 5
_LOW, _HIGH = 10, 90  # percentiles of the examples
_NOTHING: Final[Sums] = np.zeros(0, dtype=np.int64)
_TRIED_AT: Final = (0.25, 0.5, 0.75, 0.9)  # shares of a period's time
_REHEARSED_AT: Final = (0.25, 0.5, 0.75, 1.0)  # shares of the time that is left


def forecast(
    courses: Courses, moment: datetime, start: date, end: date, finished: Sequence[Phase], week: int | None = None
) -> Forecast:
    """The range at the end of `end`, from what was known at `moment`; `finished` phases ended before `start`.

    `week` is what the last 7 days brought, where `moment` is not the end of a day.
    """
    day = moment.date()
    count = courses.in_scope(start, day)
    pace = (
        courses.in_scope(max(start, day - timedelta(days=WEEK_DAYS - 1)), day) if week is None else week
    ) / WEEK_DAYS
    thin = Forecast("thin", moment, start, end, count, pace=pace)
    steady = thin.steady
    if not count or day >= end or steady is None:
        return thin
    for method, (early, late) in (
        ("shape", _shapes(courses, (moment - _midnight(start)) / (_midnight(end) - _midnight(start)), finished)),
        ("growth", _growth(courses, day, start, end)),
    ):
        has_enough = early >= ENOUGH_UPLOADS
        if has_enough.sum() >= ENOUGH_EXAMPLES:
            times = float(late[has_enough].sum() / early[has_enough].sum())
            slow, fast = (float(by) for by in np.percentile(late[has_enough] / early[has_enough], (_LOW, _HIGH)))
            # Examples alone foresaw four to ninety times what came: neither pace nor growth goes on for ever.
            low, high = min(count * min(slow, times), steady), max(count * max(fast, times), steady)
            if high <= WIDEST * low:
                bounds = round(low), round(sqrt(count * times * steady)), round(high)
                return replace(thin, method=method, examples=int(has_enough.sum()), times=times).within(*bounds)
    return thin


def trials(courses: Courses, phases: Sequence[Phase], moment: datetime) -> tuple[Trial, ...]:
    """The forecasts for every finished phase, with only what was known then."""
    over = [phase for phase in phases if end_of_day(phase.end) <= moment]
    trials_so_far = []
    for phase in over:
        earlier = [other for other in over if other.end < phase.start]
        for share in _TRIED_AT:
            day = phase.start + timedelta(days=round(share * (phase.end - phase.start).days))
            forecast_then = forecast(courses, end_of_day(day), phase.start, phase.end, earlier)
            trials_so_far.append(Trial(forecast_then, courses.in_scope(phase.start, phase.end), "records"))
    return tuple(trials_so_far)


def rehearsals(courses: Courses, now: Forecast) -> tuple[Trial, ...]:
    """The forecast of today by growth, made as far ahead as the end is now and less far, with what was known then."""
    if now.method != "growth" or now.moment is None or now.start is None or now.end is None:
        return ()
    today = now.moment.date() if now.moment == end_of_day(now.moment.date()) else now.moment.date() - timedelta(days=1)
    days_left = (now.end - now.moment.date()).days
    ahead = sorted({max(ENOUGH_DAYS // 2, round(share * days_left)) for share in _REHEARSED_AT}, reverse=True)
    guesses = (forecast(courses, end_of_day(today - timedelta(days=days)), now.start, today, ()) for days in ahead)
    return tuple(Trial(guess, courses.in_scope(now.start, today), "records") for guess in guesses)


def _shapes(courses: Courses, share: float, finished: Sequence[Phase]) -> tuple[Sums, Sums]:
    """The counts of units in finished phases at this share of the time, and at the end."""
    early, late = [_NOTHING], [_NOTHING]
    for phase in finished:
        passed = int(share * (phase.end - phase.start).days)
        early.append(courses.between(phase.start, phase.start + timedelta(days=passed)))
        late.append(courses.between(phase.start, phase.end))
    return np.concatenate(early), np.concatenate(late)


def _growth(courses: Courses, day: date, start: date, end: date) -> tuple[Sums, Sums]:
    """The counts of units as many days ago as are left, and today; empty where that is before they really began."""
    before = day - (end - day)
    if (before - start).days < ENOUGH_DAYS:
        return _NOTHING, _NOTHING
    return courses.between(start, before), courses.between(start, day)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)
