"""The moments of uploads: exact counts between calibrated moments, plausible days and hours within."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

import numpy as np

from data_access.demo.clock import DAY, seconds
from data_access.demo.plan import START, Floats, Ints, Plan

# Uploads per hour of the day, in any unit: working hours, a noon break, an evening.
_HOURS: Final = (1, 0.5, 0.3, 0.2, 0.3, 1, 5, 22, 65, 95, 105, 82, 35, 50, 92, 100, 95, 60, 32, 26, 30, 31, 20, 8)
_PASSED: Final = np.concatenate(([0.0], np.cumsum(_HOURS) / sum(_HOURS)))
_EDGES: Final = np.arange(25) * 3600.0
_WEEKDAYS: Final = (1.0, 1.06, 1.05, 1.02, 0.97, 0.34, 0.2)
_HOLIDAYS: Final = {
    **{date(2022, 1, 31) + timedelta(days): 0.06 for days in range(7)},  # Tết
    **dict.fromkeys((date(2022, 4, 11), date(2022, 5, 2), date(2022, 5, 3), date(2022, 9, 2)), 0.2),
}
# Growth of the daily rate inside each segment of the plan, so that one segment meets the next; the surge before
# the end of phase 1 is the steepest, afterwards uploads fall and pick up again.
_GROWTH: Final = (0.0, 0.042, 0.025, 0.02, 0.025, 0.02, 0.0, 0.0, 0.058, -0.015, 0.01)


@dataclass(frozen=True)
class Slots:
    """The days of one segment. Moments are seconds since 1970; a day that a moment cuts is only partly inside."""

    midnight: Ints
    first: Ints  # second of the day, inclusive
    last: Ints  # second of the day, inclusive
    weight: Floats


def slots_between(start: datetime, end: datetime, growth: float) -> Slots:
    """The days from `start` to `end`, both inclusive to the second."""
    days = [start.date() + timedelta(number) for number in range((end.date() - start.date()).days + 1)]
    midnight = np.array([seconds(datetime.combine(day, time())) for day in days])
    first = np.maximum(seconds(start) - midnight, 0)
    last = np.minimum(seconds(end) - midnight, DAY - 1)
    kind = np.array([_HOLIDAYS.get(day, _WEEKDAYS[day.weekday()]) for day in days])
    part = _share_of_day(last + 1) - _share_of_day(first)
    return Slots(midnight, first, last, kind * part * np.exp(growth * np.arange(len(days))))


def draw_segment(counts: Ints, slots: Slots, rng: np.random.Generator) -> tuple[Ints, Ints]:
    """The unit index and the moment (seconds) of each upload; `counts` holds how many each unit makes."""
    weeks = slots.midnight // (7 * DAY)
    mood = rng.lognormal(0, 0.22, (len(counts), int(weeks[-1] - weeks[0]) + 1))  # some weeks a unit is busier
    weights = slots.weight * mood[:, weeks - weeks[0]] * rng.lognormal(0, 0.07, len(slots.weight))
    uploads = rng.multinomial(counts, weights / weights.sum(axis=1, keepdims=True))
    places = np.repeat(np.arange(uploads.size), uploads.ravel())
    unit, slot = places // uploads.shape[1], places % uploads.shape[1]
    low, high = _share_of_day(slots.first)[slot], _share_of_day(slots.last + 1)[slot]
    second = np.interp(low + rng.random(len(slot)) * (high - low), _PASSED, _EDGES).astype(np.int64)
    return unit, slots.midnight[slot] + np.clip(second, slots.first[slot], slots.last[slot])


def draw_uploads(plan: Plan, rng: np.random.Generator) -> tuple[Ints, Ints]:
    """Unit index and moment (seconds) of every planned upload, oldest first; the last one is at the last moment."""
    pieces = []
    former = START - timedelta(seconds=1)
    counts = np.diff(plan.uploads, axis=1, prepend=0)
    for number, moment in enumerate(plan.moments):
        final = number == len(plan.moments) - 1
        end = moment - timedelta(seconds=1) if final else moment  # nobody else shares the very last second
        slots = slots_between(former + timedelta(seconds=1), end, _GROWTH[number])
        pieces.append(draw_segment(counts[:, number], slots, rng))
        former = moment
    unit, at = in_time_order(*(np.concatenate(piece) for piece in zip(*pieces, strict=True)))
    at[-1] = seconds(plan.moments[-1])
    return unit, at


def draw_more(plan: Plan, rows: int, closing: datetime, rng: np.random.Generator) -> tuple[Ints, Ints]:
    """`rows` further uploads up to `closing`, uncalibrated, in the shares of the last planned months."""
    share = plan.uploads[:, -1] - plan.uploads[:, -2]
    start = plan.moments[-1] + timedelta(seconds=1)
    counts = rng.multinomial(rows, share / share.sum())
    return in_time_order(*draw_segment(counts, slots_between(start, closing, 0.002), rng))


def in_time_order(unit: Ints, at: Ints) -> tuple[Ints, Ints]:
    """Units and moments, both sorted by moment."""
    order = np.argsort(at, kind="stable")
    return unit[order], at[order]


def _share_of_day(second: Ints) -> Floats:
    return np.interp(second, _EDGES, _PASSED)
