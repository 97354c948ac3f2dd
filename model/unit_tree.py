"""The hierarchy of units."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class UnitTree:
    """Units by id with the id of the unit above; None at the top."""

    parents: Mapping[int, int | None]

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        children: dict[int, list[int]] = {}
        for number, parent in self.parents.items():
            if parent is not None:
                children.setdefault(parent, []).append(number)
        return children

    def children(self, parent: int) -> tuple[int, ...]:
        """The ids directly below."""
        return tuple(self._children.get(parent, ()))

    def child_of(self, parent: int) -> dict[int, int]:
        """Every unit below `parent` at any depth, mapped to the child of `parent` it belongs to."""
        children: dict[int, int] = {}
        for child in self.children(parent):
            waiting = [child]
            while waiting:
                number = waiting.pop()
                if number not in children:
                    children[number] = child
                    waiting += self.children(number)
        return children

    def covered(self, numbers: Collection[int]) -> frozenset[int]:
        """These units and every unit below them."""
        return frozenset(numbers).union(*(self.child_of(number) for number in numbers))

    def above(self, number: int) -> tuple[int, ...]:
        """The unit and all units above it, highest first."""
        chain: list[int] = []
        here: int | None = number
        while here is not None and here not in chain:
            chain.append(here)
            here = self.parents.get(here)
        return tuple(reversed(chain))
