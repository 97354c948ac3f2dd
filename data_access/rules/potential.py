"""The rule of “Tiềm năng”: similar units, and what they let expect of a unit."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import ceil, floor
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.catalogue import Unit
from model.potential import ALIKE, Potential
from model.reference import USUAL, Alike

_SIZE: Final = "size"
# Units that share something, the smallest first: their numbers, members and initiatives per member.
_Group: TypeAlias = tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]


class Expectations:
    """The potential of each of many units.

    A unit is looked for among those that share something with it, in the order of their members: comparing each of
    5,000 with each other takes 17 seconds.
    """

    def __init__(
        self, units: Sequence[Unit], counts: Mapping[int, int], rule: Alike = USUAL, day: date | None = None
    ) -> None:
        """`units`: all of the programme. `counts`: what they have, by number.

        Who takes no part on that day is neither judged nor a measure: its count is one of a shorter time.
        """
        self._counts = counts
        self._rule = rule
        self._day = day
        there = (unit for unit in units if unit.members and unit.reports_on(day))
        measured = sorted(there, key=lambda unit: unit.members or 0)
        self._groups = {alike: self._grouped(measured, alike) for alike in ALIKE}

    def of(self, unit: Unit) -> Potential:
        """The potential of one unit. It is never its own measure, and nothing is guessed without members."""
        count, has_reported = self._counts.get(unit.id, 0), unit.id in self._counts
        potential = Potential(unit.code, unit.name, unit.members, count, rule=self._rule, has_reported=has_reported)
        if not unit.reports_on(self._day):
            return replace(potential, why="takes_no_part")
        if not unit.members:
            return replace(potential, why="no_members")
        alike, rates = self._like(unit, unit.members)
        per100 = 100 * count / unit.members if has_reported else None
        potential = replace(potential, per100=per100, alike=alike, others=len(rates))
        if len(rates) < self._rule.units:
            return replace(potential, why="few_alike")
        lower, upper = _middle_half(rates)
        low, high = floor(lower * unit.members), ceil(upper * unit.members)
        verdict = "below" if count < low else "above" if count > high else "within"
        return replace(potential, low=low, high=high, verdict=verdict, low_per100=100 * lower, high_per100=100 * upper)

    def _like(self, unit: Unit, members: int) -> tuple[tuple[str, ...], NDArray[np.float64]]:
        """The units that share most with it, once there are enough; otherwise those that share least."""
        alike: tuple[str, ...] = ()
        rates = np.empty(0)
        for alike in ALIKE:
            group = self._groups[alike].get(_shared(unit, alike))
            rates = np.empty(0) if group is None else self._rates(group, unit, members, by_size=_SIZE in alike)
            if len(rates) >= self._rule.units:
                break
        return alike, rates

    def _rates(self, group: _Group, unit: Unit, members: int, *, by_size: bool) -> NDArray[np.float64]:
        numbers, sizes, rates = group
        first, end = 0, len(sizes)
        if by_size:
            times = sizes / members
            first = int(np.searchsorted(times, 1 / self._rule.times, "left"))
            end = int(np.searchsorted(times, self._rule.times, "right"))
        others: NDArray[np.float64] = rates[first:end][numbers[first:end] != unit.id]
        return others

    def _grouped(self, units: Sequence[Unit], alike: Sequence[str]) -> dict[Hashable, _Group]:
        groups: dict[Hashable, list[Unit]] = defaultdict(list)
        for unit in units:
            groups[_shared(unit, alike)].append(unit)
        return {
            shared: (
                np.array([unit.id for unit in some], np.int64),
                np.array([unit.members or 1 for unit in some], np.float64),
                np.array([self._counts.get(unit.id, 0) / (unit.members or 1) for unit in some], np.float64),
            )
            for shared, some in groups.items()
        }


def _middle_half(rates: NDArray[np.float64]) -> tuple[float, float]:
    """The first and the third quartile, as `statistics.quantiles` gives them with the method “inclusive”."""
    last = len(rates) - 1
    places = [divmod(quarter * last, 4) for quarter in (1, 3)]
    positions = {min(place + step, last) for place, _ in places for step in (0, 1)}
    ordered = np.partition(rates, sorted(positions))
    lower, upper = (
        float(ordered[place] * (4 - rest) + ordered[min(place + 1, last)] * rest) / 4 for place, rest in places
    )
    return lower, upper


def _shared(unit: Unit, alike: Sequence[str]) -> tuple[str | None, ...]:
    """The properties that similar units share; a programme's own unit has the kind stated in its workbook."""
    names = (name for name in alike if name != _SIZE)
    return tuple((unit.kind_name or unit.kind) if name == "kind" else getattr(unit, name) for name in names)
