"""Places in the classes that take only some units of a cluster: who has one, and what the next one takes."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

from model.grading import GradeClass, Key, Scheme

_FEWEST: Final = 1


def classes_of(
    totals: Mapping[int, float],
    clusters: Mapping[int, str],
    scheme: Scheme,
    reached: Mapping[int, float] | None = None,
) -> dict[int, GradeClass]:
    """The class of every unit. Where a class takes only some percent of a cluster (at least one), the others go down.

    Of equal points more of the target `reached` goes first; what is equal then goes up together or not at all.
    `clusters` names those that have quotas, with all their units.
    """
    graded = {number: scheme.class_of(total) for number, total in totals.items()}
    members: dict[str, list[int]] = defaultdict(list)
    for number, cluster in clusters.items():
        members[cluster].append(number)
    for place, grade_class in enumerate(scheme.classes[:-1]):
        if grade_class.quota_pct is None:
            continue
        for numbers in members.values():
            inside = {
                n: (totals[n], (reached or {}).get(n, 0.0)) for n in numbers if n in graded and graded[n] is grade_class
            }
            most, order = _places(len(numbers), grade_class), sorted(inside.values())
            over = [n for n, key in inside.items() if len(order) - bisect_left(order, key) > most]
            graded |= dict.fromkeys(over, scheme.classes[place + 1])
    return graded


@dataclass(frozen=True)
class Contest:
    """The competition for the places of a better class in a cluster, computed once and used for every unit.

    `cluster`: the share of its target that each has reached, by the id of the unit; the others are of all units.
    """

    wanted: GradeClass
    totals: Mapping[int, float]
    classes: Mapping[int, GradeClass]
    cluster: Mapping[int, float]
    scheme: Scheme

    def last_but(self, number: int) -> Key | None:
        """The key a unit must exceed to get a place; None where there is room, or for everybody."""
        if self.wanted.quota_pct is None or number not in self.cluster:
            return None
        rivals, most = self._rivals, _places(len(self.cluster), self.wanted)
        own = self._key(number) if number in self.totals else None
        mine = bisect_left(rivals, own) if own else len(rivals)
        is_one = mine < len(rivals) and rivals[mine] == own
        if len(rivals) - is_one < most:
            return None
        return rivals[-most - 1] if is_one and mine >= len(rivals) - most else rivals[-most]

    @cached_property
    def better(self) -> frozenset[Key]:
        """The keys of the units in better classes than the one wanted."""
        return frozenset(map(self._key, self._of(better=True)))

    @cached_property
    def _rivals(self) -> list[Key]:
        """All other units with enough points, the weakest first."""
        return sorted(
            self._key(number) for number in self._of(better=False) if self.totals[number] >= self.wanted.at_least
        )

    def _of(self, *, better: bool) -> Iterator[int]:
        place = {grade_class.code: at for at, grade_class in enumerate(self.scheme.classes)}
        for number in (number for number in self.cluster if number in self.totals):
            if (place[self.classes[number].code] < place[self.wanted.code]) == better:
                yield number

    def _key(self, number: int) -> Key:
        return self.totals[number], self.cluster[number]


Contests: TypeAlias = Mapping[tuple[str, str], Contest]  # by the code of the class and the name of the cluster


def contests_of(
    scheme: Scheme,
    totals: Mapping[int, float],
    classes: Mapping[int, GradeClass],
    clusters: Mapping[str, Mapping[int, float]],
) -> Contests:
    """The contest of every class in every cluster, and in none: “”. `clusters`: the shares of the target, by unit."""
    each = {"": dict[int, float](), **clusters}.items()
    return {
        (grade_class.code, name): Contest(grade_class, totals, classes, some, scheme)
        for grade_class in scheme.classes
        for name, some in each
    }


def _places(units: int, grade_class: GradeClass) -> int:
    """The number of units of a cluster that a class takes."""
    return max(_FEWEST, math.floor(units * (grade_class.quota_pct or 0.0) / 100))
