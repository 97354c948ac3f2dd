"""Places of the classes that take only some units of a cluster: who has one, and what it takes to get one."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

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
    grouped: dict[str, list[int]] = defaultdict(list)
    for number, cluster in clusters.items():
        grouped[cluster].append(number)
    for place, one in enumerate(scheme.classes[:-1]):
        if one.quota_pct is None:
            continue
        for numbers in grouped.values():
            inside = {n: (totals[n], (reached or {}).get(n, 0.0)) for n in numbers if n in graded and graded[n] is one}
            most = _places(len(numbers), one)
            over = [n for n, key in inside.items() if sum(other >= key for other in inside.values()) > most]
            graded |= dict.fromkeys(over, scheme.classes[place + 1])
    return graded


@dataclass(frozen=True)
class Contest:
    """A unit that wants a place in a better class, among the units of its cluster: ids of units everywhere.

    `cluster`: the share of its target that each has reached.
    """

    number: int
    wanted: GradeClass
    totals: Mapping[int, float]
    classes: Mapping[int, GradeClass]
    cluster: Mapping[int, float]
    scheme: Scheme

    @property
    def last(self) -> Key | None:
        """What the unit has to be above to get a place; None where there is room, or for everybody."""
        if self.wanted.quota_pct is None or self.number not in self.cluster:
            return None
        rivals = sorted(
            self._key(one) for one in self._others(better=False) if self.totals[one] >= self.wanted.at_least
        )
        most = _places(len(self.cluster), self.wanted)
        return rivals[-most] if len(rivals) >= most else None

    @property
    def better(self) -> frozenset[Key]:
        """What the units in better classes than the one wanted have."""
        return frozenset(map(self._key, self._others(better=True)))

    def _others(self, *, better: bool) -> Iterator[int]:
        place = {one.code: at for at, one in enumerate(self.scheme.classes)}
        for one in (one for one in self.cluster if one != self.number and one in self.totals):
            if (place[self.classes[one].code] < place[self.wanted.code]) == better:
                yield one

    def _key(self, one: int) -> Key:
        return self.totals[one], self.cluster[one]


def _places(units: int, one: GradeClass) -> int:
    """How many units of a cluster a class takes."""
    return max(_FEWEST, math.floor(units * (one.quota_pct or 0.0) / 100))
