"""Places of the classes that take only some units of a cluster: who has one, and what it takes to get one."""

import math
from collections import defaultdict
from collections.abc import Mapping
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
    found = {number: scheme.class_of(total) for number, total in totals.items()}
    grouped: dict[str, list[int]] = defaultdict(list)
    for number, cluster in clusters.items():
        grouped[cluster].append(number)
    for place, one in enumerate(scheme.classes[:-1]):
        if one.quota_pct is None:
            continue
        for numbers in grouped.values():
            inside = {n: (totals[n], (reached or {}).get(n, 0.0)) for n in numbers if n in found and found[n] is one}
            most = _places(len(numbers), one)
            over = [n for n, key in inside.items() if sum(other >= key for other in inside.values()) > most]
            found |= dict.fromkeys(over, scheme.classes[place + 1])
    return found


def last_place(
    number: int,
    wanted: GradeClass,
    totals: Mapping[int, float],
    classes: Mapping[int, GradeClass],
    cluster: Mapping[int, float],
    scheme: Scheme,
) -> Key | None:
    """What a unit has to be above to get a place in a class; None where there is room, or for everybody.

    `cluster` names the units of its cluster, each with the share of its target that it has reached.
    """
    if wanted.quota_pct is None or number not in cluster:
        return None
    place = {one.code: at for at, one in enumerate(scheme.classes)}
    rivals = sorted(
        (totals[one], reached)
        for one, reached in cluster.items()
        if one != number and one in totals and totals[one] >= wanted.at_least
        if place[classes[one].code] >= place[wanted.code]
    )
    most = _places(len(cluster), wanted)
    return rivals[-most] if len(rivals) >= most else None


def better_keys(
    number: int,
    wanted: GradeClass,
    totals: Mapping[int, float],
    classes: Mapping[int, GradeClass],
    cluster: Mapping[int, float],
    scheme: Scheme,
) -> frozenset[Key]:
    """What the units of a cluster have that are in better classes than the one wanted; as for `last_place`."""
    place = {one.code: at for at, one in enumerate(scheme.classes)}
    others = (one for one in cluster if one != number and one in totals)
    better = (one for one in others if place[classes[one].code] < place[wanted.code])
    return frozenset((totals[one], cluster[one]) for one in better)


def _places(units: int, one: GradeClass) -> int:
    """How many units of a cluster a class takes."""
    return max(_FEWEST, math.floor(units * (one.quota_pct or 0.0) / 100))
