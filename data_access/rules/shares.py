"""The share of one part in one whole, and the rate of a number of units."""

from collections.abc import Mapping, Sequence

from model.catalogue import Unit


def share_of(part: float | None, whole: float | None) -> float | None:
    """A part in percent; None where either is not known or nothing, or the part is none.

    What was judged in a period may have come before it, and members may have been counted long ago: 4.251 of 1 is no
    share, and nobody is told 425.100%.
    """
    return 100 * part / whole if whole and part is not None and part <= whole else None


def per_members(units: Sequence[Unit], counts: Mapping[int, int]) -> tuple[float | None, int]:
    """Counts by unit id per 100 members, of the units whose members are known, and how many of them those are."""
    rated_units = [unit for unit in units if unit.members]
    members = sum(unit.members or 0 for unit in rated_units)
    return (100 * sum(counts.get(unit.id, 0) for unit in rated_units) / members if members else None), len(rated_units)
