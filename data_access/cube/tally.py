"""Sums of stretches of cells by group."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from math import prod
from typing import Final

import numpy as np
import polars as pl

from data_access.cube.columns import Columns
from data_access.cube.keys import Numbers, decoded, summed
from model.frames import COUNTS

MOST_GROUPS: Final = 2_000_000  # possible groups, one element of every array each; above that only groups that occur
_MANY_GROUPS: Final = 4_000  # above that, too, where there are fewer cells than groups: a unit's days among all units'


@dataclass(frozen=True, eq=False)
class _Part:
    label: Hashable
    weights: Collection[str]
    columns: Columns
    stretch: slice
    key: Numbers
    sign: int


@dataclass(frozen=True, eq=False)
class Sums:
    """`groups` tells the numbers of each group, first dimension first; all arrays have the same length."""

    groups: dict[str, Numbers]
    length: int
    values: dict[tuple[Hashable, str], Numbers]

    def of(self, label: Hashable, weight: str) -> Numbers:
        """The sums of one label, 0 where nothing was added."""
        return self.values.get((label, weight), np.zeros(self.length, dtype=np.int64))


def added_up(counts: pl.DataFrame) -> pl.DataFrame:
    """COUNTS without dimensions, of those by some."""
    return pl.DataFrame({name: [int(counts[name].sum())] for name in COUNTS}, schema=COUNTS)


def frame_of(columns: Mapping[str, Numbers]) -> pl.DataFrame:
    """Arrays as a frame; series by series they cost half of what a dictionary with a schema costs."""
    return pl.DataFrame([pl.Series(name, numbers) for name, numbers in columns.items()])


def first_day_and_size(*parts: Columns) -> tuple[int, int]:
    """The first day of anything (since 1970), and the number of days to the last."""
    days = [columns.day_range for columns in parts if len(columns)]
    if not days:
        return 0, 1
    first, last = min(day[0] for day in days), max(day[1] for day in days)
    return first, last - first + 1


class Tally:
    """Sums by label and weight for each combination of some dimensions, `day` (counted from `first_day`) among them."""

    def __init__(self, sizes: dict[str, int], first_day: int = 0) -> None:
        self._sizes = sizes
        self._first_day = first_day
        self._parts: list[_Part] = []

    @property
    def has_days(self) -> bool:
        return "day" in self._sizes

    def add(self, label: Hashable, columns: Columns, stretch: slice, weights: Collection[str], sign: int = 1) -> None:
        """Count a stretch under a label, adding to what the label has, or subtracting it (`sign` -1)."""
        if stretch.stop == stretch.start:
            return
        key = np.zeros(stretch.stop - stretch.start, dtype=np.int64)
        for name, size in self._sizes.items():
            if name == "day":
                key = key * size + (columns.days(stretch) - self._first_day)
            else:
                key = key * size + columns.dimensions[name][stretch]
        self._parts.append(_Part(label, weights, columns, stretch, key, sign))

    def sums(self) -> "Sums":
        """Everything added so far."""
        length, keys = prod(self._sizes.values()), None
        if length > MOST_GROUPS or length > max(_MANY_GROUPS, sum(len(part.key) for part in self._parts)):
            keys = np.unique(np.concatenate([np.empty(0, dtype=np.int64), *(part.key for part in self._parts)]))
            length = len(keys)
        totals: dict[tuple[Hashable, str], Numbers] = {}
        for part in self._parts:
            key = part.key if keys is None else np.searchsorted(keys, part.key)
            for weight in part.weights:
                values = part.sign * summed(key, part.columns.weight(weight, part.stretch), length)
                before = totals.get((part.label, weight))
                totals[part.label, weight] = values if before is None else before + values
        _, groups = decoded(np.arange(length) if keys is None else keys, self._sizes)
        return Sums(groups, length, totals)
