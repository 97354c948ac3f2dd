"""The benefit of initiatives in VND: computed for about a third of them, with a heavy tail."""

from typing import Final

import numpy as np

from data_access.demo.clock import NEVER, seconds
from data_access.demo.plan import GROUPS, PHASE_2, Flags, Floats, Ints, Plan
from model.codes import BAND_LIMITS_VND, BILLION_VND

_MILLION: Final = 1_000_000
# By sector: none, hcsn, giao-duc, y-te, sxkd, nong-nghiep, khac.
_COMPUTED: Final = np.array([0.2, 0.29, 0.26, 0.34, 0.6, 0.45, 0.24])
_MEDIAN: Final = np.array([5, 6, 3.5, 9, 45, 18, 8]) * _MILLION
_SPREAD: Final = 1.1
_ROUNDED_TO: Final = 10_000
_LARGEST_ORDINARY: Final = 25 * BILLION_VND

# Published: over 10.000 tỷ in phase 1, over 162 tỷ of them in Thanh Hóa; Lâm Đồng and An Giang are known to be small.
_PHASE_1: Final = 10_036 * BILLION_VND
_THANH_HOA: Final = "LD-38"
_THANH_HOA_PHASE_1: Final = 162_400 * _MILLION
_SMALL: Final = {"LD-68": 0.25, "LD-89": 0.2}

# Large ones: how many in each phase, from and to (tỷ đồng). Just one is over 500.
_LARGE: Final = (
    (1, 1, 512, 512),
    (1, 9, 102, 330),
    (1, 34, 30.5, 98),
    (2, 3, 105, 240),
    (2, 14, 30.5, 95),
)
_LARGE_UNITS: Final = ("CD-DK", "CD-DL", "CD-TKS", "CD-CT", "CD-TT", "LD-79", "LD-75", "LD-31", "LD-27", "LD-22")


def draw_benefits(
    plan: Plan, unit: Ints, at: Ints, group: Ints, sector: Ints, rng: np.random.Generator
) -> tuple[Ints, Floats]:
    """The benefit of each planned upload in VND (NEVER where not computed) and the factor that units were scaled by."""
    first = at < seconds(PHASE_2)
    large = _large_ones(plan, unit, first, group, rng)
    raw = _ordinary(sector, rng)
    raw[large >= 0] = NEVER
    factor = np.array([_SMALL.get(code, 1.0) for code in plan.codes])
    of_thanh_hoa = unit == plan.codes.index(_THANH_HOA)
    computed = raw >= 0
    weighted = raw * factor[unit]
    of_others = _PHASE_1 - _THANH_HOA_PHASE_1 - large[first & (large >= 0)].sum()
    factor *= of_others / weighted[computed & first & ~of_thanh_hoa].sum()
    factor[plan.codes.index(_THANH_HOA)] = _THANH_HOA_PHASE_1 / raw[computed & first & of_thanh_hoa].sum()
    return np.where(large >= 0, large, _scaled(raw, factor[unit])), factor


def draw_more_benefits(factor: Floats, unit: Ints, sector: Ints, rng: np.random.Generator) -> Ints:
    """The benefit of further uploads, without large ones."""
    return _scaled(_ordinary(sector, rng), factor[unit])


def bands_of(benefit: Ints) -> Ints:
    """The band of each benefit (model.codes.benefit_band); NEVER is “not computed”."""
    band = 1 + np.searchsorted(np.array(BAND_LIMITS_VND), benefit, side="right")
    return np.asarray(np.where(benefit < 0, 0, band), dtype=np.int64)


def _ordinary(sector: Ints, rng: np.random.Generator) -> Floats:
    value = _MEDIAN[sector] * np.exp(_SPREAD * rng.standard_normal(len(sector)))
    return np.asarray(np.where(rng.random(len(sector)) < _COMPUTED[sector], value, NEVER), dtype=np.float64)


def _scaled(raw: Floats, factor: Floats) -> Ints:
    value = np.clip(np.rint(raw * factor / _ROUNDED_TO), 1, _LARGEST_ORDINARY // _ROUNDED_TO) * _ROUNDED_TO
    return np.asarray(np.where(raw < 0, NEVER, value), dtype=np.int64)


def _large_ones(plan: Plan, unit: Ints, first: Flags, group: Ints, rng: np.random.Generator) -> Ints:
    large = np.full(len(unit), NEVER, dtype=np.int64)
    places = [plan.codes.index(code) for code in _LARGE_UNITS]
    candidates = np.isin(unit, places) & (group == GROUPS.index("domestic"))
    for phase, number, low, high in _LARGE:
        for nth in range(number):
            # One unit after the other, so that the biggest unit does not take them all.
            here = candidates & (first == (phase == 1)) & (large < 0) & (unit == places[nth % len(places)])
            tenths = round(float(np.exp(rng.uniform(np.log(low), np.log(high)))) * 10)
            large[rng.choice(np.flatnonzero(here))] = tenths * BILLION_VND // 10
    return large
