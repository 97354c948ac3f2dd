"""The units an account may see within one programme."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Self

from model.unit_tree import UnitTree


@dataclass(frozen=True)
class Reach:
    """Units by id whose rows may be shown: ranked ones as a whole, and parts of other ranked ones in `below`."""

    units: tuple[int, ...]
    below: tuple[int, ...] = ()
    covered: frozenset[int] = field(default=frozenset(), compare=False)  # the account's units and all below them

    @classmethod
    def of(cls, own: Collection[int], tree: UnitTree, ranked: Collection[int]) -> Self:
        """The reach of an account of some units, which includes everything below them."""
        covered = tree.covered(own)
        units = covered.intersection(ranked)
        return cls(tuple(sorted(units)), tuple(sorted(covered - tree.covered(units))), covered)
