"""The author group of each upload: exact national totals by phase, plausible shares in every unit."""

from typing import Final

import numpy as np

from data_access.demo.clock import seconds
from data_access.demo.plan import GROUP_TOTALS, GROUPS, PHASE_2, Floats, Ints, Plan
from data_access.demo.unions import read_profiles

_LATER: Final = np.array([1.0, 1.4, 3.0, 0.8, 0.9])  # how groups gain and lose from phase 1 to phase 2
_FIXED: Final = "an-giang"  # its shares are published and stay as its profile has them
_ROUNDS: Final = 200


def plan_groups(plan: Plan) -> Ints:
    """Uploads by unit, phase (0, 1) and group. Sums over units are GROUP_TOTALS, over groups those of the plan."""
    priors = np.array([_prior(unit.profile) for unit in plan.units])
    fixed = np.array([unit.profile == _FIXED for unit in plan.units])
    first = plan.uploads[:, _last_of_phase_1(plan)]
    of_phase = (first, plan.uploads[:, -1] - first)
    planned = []
    for phase, (rows, totals) in enumerate(zip(of_phase, GROUP_TOTALS, strict=True)):
        columns = np.array(totals)
        counts = np.zeros((len(rows), len(GROUPS)), dtype=np.int64)
        counts[fixed] = _rounded(priors[fixed] * rows[fixed, None], rows[fixed])
        weights = priors[~fixed] * (_LATER if phase else 1.0)
        counts[~fixed] = _fitted(weights, rows[~fixed], columns - counts[fixed].sum(axis=0))
        planned.append(counts)
    return np.stack(planned, axis=1)


def draw_groups(unit: Ints, at: Ints, counts: Ints, rng: np.random.Generator) -> Ints:
    """The group of each upload: exactly `counts[unit, phase, group]` of each, in random order."""
    phase = (at >= seconds(PHASE_2)).astype(np.int64)
    order = np.lexsort((rng.random(len(unit)), phase, unit))
    labels = np.repeat(np.tile(np.arange(len(GROUPS)), counts.shape[0] * counts.shape[1]), counts.ravel())
    group = np.empty(len(unit), dtype=np.int64)
    group[order] = labels
    return group


def draw_more_groups(unit: Ints, counts: Ints, rng: np.random.Generator) -> Ints:
    """The group of each further upload, in the shares of phase 2."""
    later = counts[:, 1, :].astype(np.float64)
    passed = np.cumsum(later / np.maximum(later.sum(axis=1, keepdims=True), 1), axis=1)
    group = (rng.random(len(unit))[:, None] > passed[unit]).sum(axis=1)
    return np.asarray(np.minimum(group, len(GROUPS) - 1), dtype=np.int64)


def _last_of_phase_1(plan: Plan) -> int:
    return max(number for number, moment in enumerate(plan.moments) if moment < PHASE_2)


def _prior(profile: str) -> Floats:
    weights = np.zeros(len(GROUPS))
    for group, _sector, _ownership, weight in read_profiles()[profile]:
        weights[GROUPS.index(group)] += weight
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def _fitted(weights: Floats, rows: Ints, columns: Ints) -> Ints:
    """Whole numbers close to `weights` with these row and column sums (iterative proportional fitting)."""
    table = weights * rows[:, None]
    for _ in range(_ROUNDS):
        table *= columns / table.sum(axis=0)
        table *= (rows / np.maximum(table.sum(axis=1), 1e-9))[:, None]
    counts = np.floor(table).astype(np.int64)
    missing = columns - counts.sum(axis=0)
    for row in np.argsort(-(table - counts).max(axis=1)):
        for _ in range(int(rows[row] - counts[row].sum())):
            column = int(np.argmax(np.where(weights[row] > 0, missing, -(10**9))))
            counts[row, column] += 1
            missing[column] -= 1
    if missing.any():
        raise ArithmeticError(f"Group totals cannot be met: {missing} left over.")
    return counts


def _rounded(table: Floats, rows: Ints) -> Ints:
    counts = np.floor(table).astype(np.int64)
    counts[np.arange(len(rows)), table.argmax(axis=1)] += rows - counts.sum(axis=1)
    return counts
