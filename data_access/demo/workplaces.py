"""The grassroots union of each upload."""

from typing import Final

import numpy as np
import polars as pl

from data_access.demo.clock import seconds
from data_access.demo.plan import EXACT_UNIONS, GROUPS, Flags, Floats, Ints, Plan

_CELLS: Final = len(GROUPS)


def draw_unions(unions: pl.DataFrame, unit: Ints, group: Ints, rng: np.random.Generator) -> Ints:
    """The index of a union of the right unit and group for each upload, by weight."""
    cell = unions["unit"].to_numpy() * _CELLS + unions["group"].to_numpy()
    return _draw(cell, unions["weight"].to_numpy(), unit * _CELLS + group, rng)


def fix_exact_unions(
    plan: Plan, unions: pl.DataFrame, uploads: tuple[Ints, Ints, Ints], union: Ints, rng: np.random.Generator
) -> None:
    """Change `union` in place so that each of EXACT_UNIONS has its published count at its moment.

    `uploads` are the unit, the moment (seconds) and the group of each upload.
    """
    unit, at, group = uploads
    exact = unions["exact"].to_numpy()
    for code, group_name, moment in dict.fromkeys((e.unit, e.group, e.moment) for e in EXACT_UNIONS):
        place, kind = plan.codes.index(code), GROUPS.index(group_name)
        rows = np.flatnonzero((unit == place) & (group == kind) & (at <= seconds(moment)))
        rng.shuffle(rows)
        others = _others(unions, place, kind)
        end = 0
        for index, exact_union in enumerate(EXACT_UNIONS):
            if (exact_union.unit, exact_union.group, exact_union.moment) == (code, group_name, moment):
                union[rows[end : end + exact_union.uploads]] = np.flatnonzero(exact == index)[0]
                end += exact_union.uploads
        if end > len(rows):
            raise ArithmeticError(f"{code} has {len(rows)} uploads for {end} published ones.")
        rest = rows[end:]
        weight = np.where(others, unions["weight"].to_numpy(), 0.0)
        union[rest] = rng.choice(len(weight), len(rest), p=weight / weight.sum())


def _others(unions: pl.DataFrame, place: int, kind: int) -> Flags:
    here = (unions["unit"].to_numpy() == place) & (unions["group"].to_numpy() == kind)
    return np.asarray(here & (unions["exact"].to_numpy() < 0), dtype=np.bool_)


def _draw(cell: Ints, weight: Floats, cells_drawn: Ints, rng: np.random.Generator) -> Ints:
    """An index into the sorted `cell` for each of `cells_drawn`, by weight inside the cell."""
    passed = np.concatenate(([0.0], np.cumsum(weight)))
    first = np.searchsorted(cell, cells_drawn, side="left")
    behind = np.searchsorted(cell, cells_drawn, side="right")
    point = passed[first] + rng.random(len(cells_drawn)) * (passed[behind] - passed[first])
    place: Ints = np.searchsorted(passed, point, side="right") - 1
    return np.asarray(np.clip(place, first, behind - 1), dtype=np.int64)
