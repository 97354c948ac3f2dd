"""The rule of “Tiềm năng”: which units are like another, and what that lets expect of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil, floor
from statistics import quantiles

from model.catalogue import Unit
from model.potential import ALIKE, Potential
from model.reference import USUAL, Alike


def expect(unit: Unit, units: Sequence[Unit], counts: Mapping[int, int], group: Alike = USUAL) -> Potential:
    """What could be expected of one unit. It never is its own measure, and nothing is guessed without members."""
    count = counts.get(unit.id, 0)
    told = Potential(unit.code, unit.name, unit.members, count, asked=group)
    if not unit.members:
        return replace(told, why="no_members")
    alike, others = _like(unit, units, group)
    told = replace(told, per100=100 * count / unit.members, alike=alike, others=len(others))
    if len(others) < group.units:
        return replace(told, why="few_alike")
    rates = [counts.get(one.id, 0) / (one.members or 1) for one in others]
    lower, _, upper = quantiles(rates, n=4, method="inclusive")
    low, high = floor(lower * unit.members), ceil(upper * unit.members)
    verdict = "below" if count < low else "above" if count > high else "within"
    return replace(told, low=low, high=high, verdict=verdict, low_per100=100 * lower, high_per100=100 * upper)


def _like(unit: Unit, units: Sequence[Unit], group: Alike) -> tuple[tuple[str, ...], list[Unit]]:
    """The units that share most with it, as soon as there are enough; else those that share least."""
    alike: tuple[str, ...] = ()
    found: list[Unit] = []
    for alike in ALIKE:
        found = [one for one in units if one.id != unit.id and one.members and _shares(one, unit, alike, group.times)]
        if len(found) >= group.units:
            break
    return alike, found


def _shares(one: Unit, unit: Unit, alike: Sequence[str], times: int) -> bool:
    return all(_same_size(one, unit, times) if name == "size" else _of(one, name) == _of(unit, name) for name in alike)


def _of(unit: Unit, name: str) -> str | None:
    """A unit of a programme's own is of the kind that its workbook says."""
    return (unit.kind_name or unit.kind) if name == "kind" else getattr(unit, name)


def _same_size(one: Unit, unit: Unit, times: int) -> bool:
    ratio = (one.members or 0) / (unit.members or 1)
    return 1 / times <= ratio <= times
