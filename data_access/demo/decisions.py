"""The outcome of each upload: decision, recognition, use and reward, as if everything were already known."""

from datetime import datetime
from typing import Final

import numpy as np
import polars as pl

from data_access.demo.clock import DAY, NEVER, seconds, weekday
from data_access.demo.plan import Flags, Ints, Plan
from model.codes import LEVELS, STATUSES

_REVIEW, _VALID, _INVALID = (STATUSES.index(name) for name in ("review", "valid", "invalid"))
_FATES: Final = (0.795, 0.064)  # valid, invalid; the rest is never decided
_LONGEST: Final = 36  # days until a council could decide; it meets at most three days later
_UNDATED: Final = 0.003  # decisions whose date nobody noted
_FIRST_HOUR, _LAST_HOUR = 8, 17

# Recognition of valid initiatives, in the order of LEVELS. Few get beyond the district (domain.md a.1, D01-D03).
_LEVEL_SHARES: Final = (0.012, 0.632, 0.3, 0.046, 0.007, 0.003)
_NOT_APPLIED, _APPLIED, _NOT_KNOWN = 0.11, 0.83, 0.06
_SPREAD: Final = (0.8, 0.14, 0.05, 0.01)  # nowhere else, 1-3 places, 4-20 places, not counted

_REWARD_CHANCE: Final = np.array([0.0, 0.02, 0.06, 0.22, 0.35, 0.6])  # by level
_WORKERS_LESS: Final = 0.6  # rewards reach managers more often than direct workers
_CEREMONIES: Final = tuple(
    seconds(datetime(year, month, day, 9))
    for year, month, day in (
        *((2022, 3, 8), (2022, 4, 26), (2022, 5, 19), (2022, 6, 10), (2022, 6, 28), (2022, 7, 14), (2022, 7, 28)),
        *((2022, 8, 12), (2022, 8, 26), (2022, 9, 9), (2022, 9, 23), (2022, 9, 30), (2022, 10, 20), (2022, 11, 20)),
        *((2022, 12, 20), (2023, 2, 3), (2023, 3, 8), (2023, 4, 26), (2023, 5, 19), (2023, 7, 28), (2023, 8, 31)),
        *((2023, 10, 7), (2023, 12, 31)),
    )
)
_REWARD_WAIT: Final = 10 * DAY  # the shortest time from a decision to a ceremony

_HUNG_YEN: Final = "LD-33"
_HUNG_YEN_VALID: Final = 588  # of its uploads by the moment below; nothing else was decided by then
_HUNG_YEN_MOMENT: Final = seconds(datetime(2022, 5, 10, 23, 59, 59))


def decide(plan: Plan, unit: Ints, at: Ints, position: Ints, rng: np.random.Generator) -> pl.DataFrame:
    """status, settled (seconds), dated, level, applied, replicated, rewarded (seconds) of each upload."""
    status, settled = _settle(unit, at, rng)
    dated = rng.random(len(at)) >= _UNDATED
    _fix_hung_yen(plan, unit, at, status, settled, dated)
    settled = np.where(status == _REVIEW, NEVER, np.where(dated, settled, at))
    level = np.where(status == _VALID, _levels(plan, unit, rng), LEVELS.index("none"))
    valid = status == _VALID
    applied = _applied(valid, rng)
    return pl.DataFrame(
        {
            "status": status,
            "settled": settled,
            "dated": dated & (status != _REVIEW),
            "level": level,
            "applied": applied,
            "replicated": _replicated(applied, rng),
            "rewarded": np.where(valid, _rewarded(settled, level, position, rng), NEVER),
        }
    )


def _settle(unit: Ints, at: Ints, rng: np.random.Generator) -> tuple[Ints, Ints]:
    chance = rng.random(len(at))
    valid, invalid = _FATES
    status = np.where(chance < valid, _VALID, np.where(chance < valid + invalid, _INVALID, _REVIEW))
    pace = rng.normal(2.2, 0.25, int(unit.max()) + 1)  # some councils are slower than others
    wait = np.clip(np.rint(np.exp(pace[unit] + 0.65 * rng.standard_normal(len(at)))), 1, _LONGEST).astype(np.int64)
    day = at // DAY + wait
    # Councils meet on Mondays and Thursdays, or on Tuesdays and Fridays.
    until = [(first + unit % 2 - weekday(day * DAY)) % 7 for first in (0, 3)]
    day += np.minimum(*until)
    return status, day * DAY + rng.integers(_FIRST_HOUR * 3600, _LAST_HOUR * 3600, len(at))


def _fix_hung_yen(plan: Plan, unit: Ints, at: Ints, status: Ints, settled: Ints, dated: Flags) -> None:
    """The published split of one day: its oldest uploads are valid by then, all others are still under review."""
    rows = np.flatnonzero((unit == plan.codes.index(_HUNG_YEN)) & (at <= _HUNG_YEN_MOMENT))
    rows = rows[np.argsort(at[rows], kind="stable")]
    early, late = rows[:_HUNG_YEN_VALID], rows[_HUNG_YEN_VALID:]
    dated[rows] = True
    status[early] = _VALID
    settled[early] = np.minimum(settled[early], _HUNG_YEN_MOMENT - 8 * 3600)
    settled[late] = np.maximum(settled[late], settled[late] % DAY + _HUNG_YEN_MOMENT // DAY * DAY + DAY)


def _levels(plan: Plan, unit: Ints, rng: np.random.Generator) -> Ints:
    level = np.searchsorted(np.cumsum(_LEVEL_SHARES)[:-1], rng.random(len(unit)), side="right")
    provincial = np.array([code.startswith("LD") for code in plan.codes])[unit]
    province, ministry = LEVELS.index("province"), LEVELS.index("ministry")
    # A central union answers to a ministry, not to a province.
    return np.asarray(np.where(~provincial & (level == province), ministry, level), dtype=np.int64)


def _applied(valid: Flags, rng: np.random.Generator) -> Ints:
    """1 yes, 0 no, NEVER unknown; only recognised initiatives can be put to use."""
    use = rng.choice((0, 1, NEVER), len(valid), p=(_NOT_APPLIED, _APPLIED, _NOT_KNOWN))
    return np.asarray(np.where(valid, use, NEVER), dtype=np.int64)


def _replicated(applied: Ints, rng: np.random.Generator) -> Ints:
    """The number of units that took an initiative over, NEVER where unknown: recognised ones, but rarely."""
    kind = rng.choice(4, len(applied), p=_SPREAD)
    places = np.select([kind == 1, kind == 2], [rng.integers(1, 4, len(kind)), rng.integers(4, 21, len(kind))], 0)
    return np.asarray(np.where((applied == 1) & (kind < 3), places, NEVER), dtype=np.int64)


def _rewarded(settled: Ints, level: Ints, position: Ints, rng: np.random.Generator) -> Ints:
    chance = _REWARD_CHANCE[level] * np.where(position == 1, _WORKERS_LESS, 1.0)
    days = np.array(_CEREMONIES)
    later = rng.geometric(0.45, len(settled)) - 1
    place = np.searchsorted(days, settled + _REWARD_WAIT) + later
    when = days[np.minimum(place, len(days) - 1)]
    return np.asarray(np.where(rng.random(len(settled)) < chance, when, NEVER), dtype=np.int64)
