"""Shares of one whole that add up as written: 4,12%, 24,48% and 71,40% for 75, 446 and 1.301, never 100,01%."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

_STEPS: Final = 100  # hundredths of a percent, as percentages are written


def shares_of(counts: Sequence[float], whole: float | None) -> list[float | None]:
    """The share of each count in percent; to two digits and adding up to 100 where the counts are the whole.

    What rounding down leaves goes to the largest remainders. Equal counts have equal shares even where that leaves a
    hundredth over; a share that would be written as nothing or as everything without being so stays as it is.
    """
    if not whole:
        return [None for _ in counts]
    exact = [100 * count / whole for count in counts]
    if sum(counts) != whole:
        return list(exact)
    steps = [int(share * _STEPS + 1e-9) for share in exact]
    missing = 100 * _STEPS - sum(steps)
    order = sorted(range(len(counts)), key=lambda place: (steps[place] - exact[place] * _STEPS, counts[place]))
    for _, equals in groupby(order, key=lambda place: counts[place]):
        places = list(equals)
        if len(places) <= missing:
            missing -= len(places)
            for place in places:
                steps[place] += 1
    return [_truthful(step / _STEPS, share) for step, share in zip(steps, exact, strict=True)]


def shares_by_code(counts: Mapping[str, int]) -> dict[str, float | None]:
    """`shares_of` all counts together, by the codes of these."""
    return dict(zip(counts, shares_of(list(counts.values()), sum(counts.values())), strict=True))


def _truthful(rounded: float, exact: float) -> float:
    """Never 0% of something, nor 100% of less than all."""
    return exact if (rounded <= 0 < exact) or (exact < 100 <= rounded) else rounded
