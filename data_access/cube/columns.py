"""Cells as sorted arrays of small numbers: what is counted in memory.

numpy, by measurement (docs/decisions): a count over a million cells costs half the CPU it costs in Polars.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import prod
from typing import Final

import numpy as np

from data_access.cube.integer_days import day_from_integer
from data_access.cube.keys import Numbers, decoded, summed
from data_access.cube.places import Places
from model.codes import Event
from model.dimensions import DIMENSIONS

WEIGHTS: Final = ("n", "computed", "benefit")
_EPOCH: Final = date(1970, 1, 1).toordinal()
_DAY_BITS: Final = 16
_MANY: Final = 10_000  # fewer cells are looked through at once
_INDEXED: Final = "unit_id"  # the dimension with most numbers: one of them leaves a hundredth of the cells
LAST_DAY: Final = (1 << _DAY_BITS) - 1  # days since 1970: in 2149


def day_number(day: date) -> int:
    """Days since 1970, limited to what slots can hold."""
    return min(max(day.toordinal() - _EPOCH, 0), LAST_DAY)


def day_of(number: int) -> date:
    """The day behind a number of the cube: the inverse of `day_number`."""
    return date.fromordinal(number + _EPOCH)


@dataclass(frozen=True, eq=False)
class Columns:
    """Cells ordered by event and day. Nobody changes the arrays.

    `slots` holds event x 65536 + days since 1970, so that a period of an event is one stretch. `n` counts rows,
    `computed` those of them whose benefit is known (the band tells where it is among the dimensions), `benefit`
    sums it in VND. All in the smallest types that hold them: choosing rows costs what reading memory costs.
    """

    slots: Numbers
    dimensions: Mapping[str, Numbers]
    weights: Mapping[str, Numbers]

    def __len__(self) -> int:
        return len(self.slots)

    @cached_property
    def sizes(self) -> dict[str, int]:
        """One more than the largest number of each dimension."""
        return {name: int(column.max(initial=0)) + 1 for name, column in self.dimensions.items()}

    def stretch(self, event: Event, first: int, last: int) -> slice:
        """The slice of the cells of an event on the days `first` to `last` (since 1970, inclusive)."""
        base = int(event) << _DAY_BITS
        ends = np.searchsorted(self.slots, np.array([base + first, base + last + 1], dtype=self.slots.dtype))
        return slice(int(ends[0]), max(int(ends[0]), int(ends[1])))

    def days(self, stretch: slice) -> Numbers:
        """Days since 1970, cell by cell."""
        return self.slots[stretch] & LAST_DAY

    @cached_property
    def day_range(self) -> tuple[int, int]:
        """The first and the last day of any event; both 0 where there is none."""
        days = self.days(slice(None))
        return (int(days.min()), int(days.max())) if len(days) else (0, 0)

    def weight(self, name: str, stretch: slice) -> Numbers:
        """One of WEIGHTS, cell by cell."""
        if name in self.weights:
            return self.weights[name][stretch]
        return self.weights["n"][stretch] * (self.dimensions["benefit_band"][stretch] > 0)

    def has_day(self, day: int) -> bool:
        """Whether anything happened on a day."""
        stretches = (self.stretch(event, day, day) for event in Event)
        return any(stretch.stop > stretch.start for stretch in stretches)

    def where(self, values: Mapping[str, Collection[int]], last_day: int = LAST_DAY) -> "Columns":
        """The cells up to a day whose numbers are among the chosen ones, for every dimension named."""
        places: Numbers | None = None
        for name in sorted(values, key=lambda name: name != _INDEXED):  # where others have little left to look through
            mask = self._mask(name, values[name])
            if places is None:
                places = self._first_places(name, mask, last_day)
            else:
                places = places[np.take(mask, self.dimensions[name][places])]
        return self if places is None else self._pick(places)

    def _mask(self, name: str, numbers: Collection[int]) -> Numbers:
        """Whether each number of a dimension is among some."""
        mask = np.zeros(self.sizes[name], dtype=bool)
        mask[[number for number in numbers if 0 <= number < len(mask)]] = True
        return mask

    def _first_places(self, name: str, mask: Numbers, last_day: int) -> Numbers:
        if name == _INDEXED and len(self) > _MANY and (few := self._places.of_few(mask)) is not None:
            return few if last_day == LAST_DAY else few[(self.slots[few] & LAST_DAY) <= last_day]
        column = self.dimensions[name]
        parts = [self.stretch(event, 0, last_day) for event in Event]
        # take() is four times faster here than an index in brackets
        return np.concatenate([np.flatnonzero(np.take(mask, column[part])) + part.start for part in parts])

    @cached_property
    def _places(self) -> Places:
        return Places(self.dimensions[_INDEXED])

    def since(self, first_day: int) -> "Columns":
        """The cells from a day on."""
        return self._pick(np.flatnonzero((self.slots & LAST_DAY) >= first_day))

    def grouped(self, names: Collection[str]) -> "Columns":
        """The same counts by fewer dimensions."""
        firsts, key = self._runs
        sizes = {name: self.sizes[name] for name in names}
        for name, size in sizes.items():
            key = key * size + self.dimensions[name]
        length = len(firsts) * prod(sizes.values())
        sums = {name: summed(key, self.weight(name, slice(None)), length) for name in WEIGHTS}
        counted_keys = np.flatnonzero(sums["n"])
        rest, dimensions = decoded(counted_keys, sizes)
        small = {name: _small(numbers) for name, numbers in dimensions.items()}
        return Columns(
            self.slots[firsts][rest], small, {name: _small(column[counted_keys]) for name, column in sums.items()}
        )

    @cached_property
    def _runs(self) -> tuple[Numbers, Numbers]:
        """Where each slot begins, and the number of its slot for each cell."""
        begins = np.diff(self.slots.astype(np.int64), prepend=-1) != 0
        return np.flatnonzero(begins), np.cumsum(begins) - 1

    def replaced(self, days: Iterable[date], fresh: "Columns") -> "Columns":
        """These cells without the given days, and with `fresh`, which has only such days."""
        pieces: list[tuple[Columns, slice]] = []
        position = 0
        numbers = sorted(map(day_number, days))
        for event in Event:
            for number in numbers:
                old = self.stretch(event, number, number)
                pieces += [(self, slice(position, old.start)), (fresh, fresh.stretch(event, number, number))]
                position = old.stop
        return _joined([*pieces, (self, slice(position, len(self)))])

    def _pick(self, places: Numbers) -> "Columns":
        return Columns(
            self.slots[places],
            {name: column[places] for name, column in self.dimensions.items()},
            {name: column[places] for name, column in self.weights.items()},
        )


def from_numbers(slots: Numbers, dimensions: Mapping[str, Numbers], n: Numbers, benefit: Numbers) -> Columns:
    """Columns from unordered numbers of any integer type."""
    order = np.argsort(slots, kind="stable")
    small = {name: _small(dimensions[name])[order] for name in DIMENSIONS}
    return Columns(slots.astype(np.uint32)[order], small, {"n": _small(n)[order], "benefit": _small(benefit)[order]})


def _small(numbers: Numbers) -> Numbers:
    """The same numbers, none of them negative, in the smallest unsigned type."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))


def no_cells() -> Columns:
    """Columns without a single cell."""
    nothing = np.empty(0, dtype=np.int64)
    return from_numbers(nothing, dict.fromkeys(DIMENSIONS, nothing), nothing, nothing)


def slots_of(events: Numbers, days: Numbers) -> Numbers:
    """Slots from events and days as the database stores them (20220420)."""
    distinct_days, place = np.unique(days, return_inverse=True)
    numbers = [day_number(day_from_integer(day)) for day in distinct_days.tolist()]
    return (events.astype(np.uint32) << _DAY_BITS) | np.array(numbers, dtype=np.uint32)[place]


def _joined(pieces: Sequence[tuple[Columns, slice]]) -> Columns:
    whole = pieces[0][0]
    return Columns(
        np.concatenate([columns.slots[part] for columns, part in pieces]),
        {k: np.concatenate([columns.dimensions[k][part] for columns, part in pieces]) for k in whole.dimensions},
        {k: np.concatenate([columns.weights[k][part] for columns, part in pieces]) for k in whole.weights},
    )
