"""Colours of the map's bands, from low to high."""

from typing import Final

from charts.kit.palette import DARK, LIGHT
from charts.kit.theme import Look
from model.codes import Measure
from model.measures import is_judged

# Below and above a target, in five steps distinguishable with any colour vision; the palest have a border.
_LIGHT: Final = ("#B45309", "#EBAA4A", "#A9CDE8", "#3C86BF", "#0A4A80")
_DARK: Final = ("#E8702A", "#F2C063", "#3E6E96", "#6FB4EA", "#CFE9FF")


def band_steps(count: int) -> tuple[int, ...]:
    """The indices, among five, for `count` bands; the outermost are always used."""
    return {1: (4,), 2: (1, 4), 3: (1, 2, 4), 4: (0, 1, 3, 4)}.get(count, (0, 1, 2, 3, 4))


def band_colours(count: int, measure: Measure, look: Look) -> tuple[str, ...]:
    """Colours of `count` bands, from low to high."""
    ramp = colour_ramp(measure, dark=look.dark)
    return tuple(ramp[step] for step in band_steps(count))


def colour_ramp(measure: Measure, *, dark: bool) -> tuple[str, ...]:
    """The five colours from low to high.

    Orange means short of a target; counts are no judgement, so they use shades of blue.
    """
    if is_judged(measure):
        return _DARK if dark else _LIGHT
    return (DARK if dark else LIGHT).heat[1:]
