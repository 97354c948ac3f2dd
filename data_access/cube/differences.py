"""Which days differ between two sets of cells: found in milliseconds, by sums that differ where cells do."""

from collections.abc import Collection
from typing import Final

import numpy as np

from data_access.cube.columns import LAST_DAY, Columns
from data_access.cube.keys import Numbers
from model.dimensions import DIMENSIONS

_MIX: Final = np.uint64(0x9E3779B97F4A7C15)  # large and odd: products spread over all 64 bits
_BENEFIT: Final = np.uint64(0xC2B2AE3D27D4EB4F)


def differing_days(
    first: Columns, second: Columns, last_day: int = LAST_DAY, names: Collection[str] = DIMENSIONS
) -> frozenset[int]:
    """Days (since 1970) up to `last_day` whose events are not counted the same in both, by the dimensions named."""
    sums, others = _sums(first, names), _sums(second, names)
    slots = {slot for slot in sums.keys() | others.keys() if sums.get(slot) != others.get(slot)}
    return frozenset(day for day in (slot & LAST_DAY for slot in slots) if day <= last_day)


def _sums(cells: Columns, names: Collection[str]) -> dict[int, int]:
    """One number for each event and day, whatever the order of its cells."""
    if not len(cells):
        return {}
    key = np.zeros(len(cells), dtype=np.uint64)
    for name in names:
        key = (key + cells.dimensions[name].astype(np.uint64) + np.uint64(1)) * _MIX
    weights: Numbers = key * cells.weights["n"].astype(np.uint64)
    weights += (key ^ _BENEFIT) * cells.weights["benefit"].astype(np.uint64)
    slots = cells.slots.astype(np.int64)
    begins = np.flatnonzero(np.diff(slots, prepend=-1))
    sums = np.add.reduceat(weights, begins)
    return dict(zip(slots[begins].tolist(), sums.tolist(), strict=True))
