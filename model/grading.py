"""“Xếp loại thi đua”: what a unit is graded by, and how what it did becomes points and a class."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

# What uploads alone can raise and never lower; the rest are shares of what was judged, and growth.
RISING: Final = ("pace", "direct_pace", "nonstate_pace", "reached", "uploads", "valid", "per100", "computed")
UPLOADED: Final = (*RISING, "growth")  # which uploads of the period raise
MEASURES: Final = (
    *RISING,
    *("valid_share", "invalid_share", "direct_share", "nonstate_share", "computed_share", "growth", "judge_days"),
)
EARNED: Final = ("judge_days",)  # of a unit of which nothing was judged, nothing is known and nothing earned
SCALES: Final = ("linear", "steps")
SILENT: Final = "silent"  # in the place of a measure: nothing was reported
Key: TypeAlias = tuple[float, float]  # what places are given by: points, then the share of the target that is reached
MOST_MORE: Final = 10_000_000  # initiatives: beyond it the next class is out of reach by number


@dataclass(frozen=True)
class Tally:
    """What one unit did: in the period, and from the beginning of what its target covers up to the period's end."""

    uploads: int = 0
    valid: int = 0
    invalid: int = 0
    direct: int = 0  # uploads of direct workers
    direct_valid: int = 0
    nonstate_valid: int = 0
    computed: int = 0  # valid ones whose benefit is known
    before: int = 0  # uploads of the period before
    to_date: int = 0
    direct_to_date: int = 0
    nonstate_to_date: int = 0
    target: int | None = None
    judge_days: float | None = None  # mean from upload to decision, of those judged in the period
    passed_pct: float | None = None  # of the target's days, at the end
    members: int | None = None

    @property
    def is_silent(self) -> bool:
        """Whether nothing has come from the unit by the end of the period: nobody knows then what it did."""
        return not (self.to_date or self.uploads or self.valid or self.invalid)

    def with_more(self, count: int) -> "Tally":
        """The same with `count` more valid initiatives of direct workers."""
        names = ("uploads", "valid", "direct", "direct_valid", "to_date", "direct_to_date")
        return replace(self, **{name: getattr(self, name) + count for name in names})


def measured(tally: Tally, measure: str) -> float | None:
    """What a measure says of a unit. None where nobody knows: no target, no members, nothing to grow from.

    A share of nothing is 0: nothing has been earned yet.
    """
    paced = tally.target * tally.passed_pct / 100 if tally.target and tally.passed_pct else None
    parts: Mapping[str, tuple[float, float | None]] = {
        "pace": (tally.to_date, paced),
        "direct_pace": (tally.direct_to_date, paced),
        "nonstate_pace": (tally.nonstate_to_date, paced),
        "reached": (tally.to_date, tally.target),
        "per100": (tally.uploads, tally.members),
        "growth": (tally.uploads - tally.before, tally.before),
    }
    shares: Mapping[str, tuple[int, int]] = {
        "valid_share": (tally.valid, tally.valid + tally.invalid),
        "invalid_share": (tally.invalid, tally.valid + tally.invalid),
        "direct_share": (tally.direct_valid, tally.valid),
        "nonstate_share": (tally.nonstate_valid, tally.valid),
        "computed_share": (tally.computed, tally.valid),
    }
    if measure in parts:
        part, whole = parts[measure]
        return 100 * part / whole if whole else None
    if measure in shares:
        some, all_ = shares[measure]
        return 100 * some / all_ if all_ else 0.0
    value = getattr(tally, measure)
    return None if value is None else float(value)


@dataclass(frozen=True)
class Criterion:
    """One thing a unit is graded by. `weight` is the most it can bring; below 0 the most it can cost.

    `linear`: nothing at `zero_at`, everything from `full_at` on. `steps`: pairs of a value and the percent of the
    weight that it earns. A `bonus` that nobody knows costs nothing.
    """

    measure: str
    weight: float
    scale: str
    zero_at: float = 0.0
    full_at: float = 100.0
    steps: tuple[tuple[float, float], ...] = ()
    bonus: bool = False
    name_vi: str = ""
    name_en: str = ""

    def points(self, value: float | None) -> float | None:
        """What a value earns; None for what is not known."""
        if value is None:
            return 0.0 if self.bonus or self.measure in EARNED else None
        if self.scale == "steps":
            earned = max((percent for least, percent in self.steps if value >= least), default=0.0)
            return self.weight * earned / 100 + 0.0  # what costs nothing is 0 and not −0
        share = (value - self.zero_at) / (self.full_at - self.zero_at)
        return self.weight * min(max(share, 0.0), 1.0) + 0.0


@dataclass(frozen=True)
class GradeClass:
    """One class, from `at_least` points on. `quota_pct`: the most units of a cluster that may be in it."""

    code: str
    at_least: float
    quota_pct: float | None = None
    name_vi: str = ""
    name_en: str = ""


@dataclass(frozen=True)
class Scheme:
    """Criteria and classes, the best class first. `is_example`: what ships, until a programme has its own.

    `grades_silent`: of gradings that were closed when a unit that had reported nothing had 0 points, not none.
    """

    criteria: tuple[Criterion, ...]
    classes: tuple[GradeClass, ...]
    is_example: bool = False
    grades_silent: bool = False

    @property
    def most(self) -> float:
        """Points of a unit that earns everything but the bonus."""
        return sum(one.weight for one in self.criteria if one.weight > 0 and not one.bonus)

    def weighing(self, weights: Mapping[str, float]) -> "Scheme":
        """The same with other weights, for trying."""
        changed = (replace(one, weight=weights.get(one.measure, one.weight)) for one in self.criteria)
        return replace(self, criteria=tuple(changed))

    def leaves_out(self, tally: Tally) -> bool:
        """Whether a unit has no grade because nothing is known of it, which is no 0."""
        return tally.is_silent and not self.grades_silent

    def points(self, tally: Tally) -> tuple[float | None, ...]:
        """What each criterion brings."""
        if self.leaves_out(tally):
            return (None,) * len(self.criteria)
        return tuple(one.points(measured(tally, one.measure)) for one in self.criteria)

    def total(self, tally: Tally) -> float | None:
        """All points, never below 0; None where a criterion cannot be known: a part would not be comparable."""
        points = [one for one in self.points(tally) if one is not None]
        return round(max(sum(points), 0.0), 6) if len(points) == len(self.criteria) else None

    def class_of(self, total: float) -> GradeClass:
        """The best class that the points are enough for; the last one takes everybody."""
        return next((one for one in self.classes if total >= one.at_least), self.classes[-1])

    def more_for(
        self,
        tally: Tally,
        wanted: GradeClass,
        given: float = 0.0,
        last: Key | None = None,
        better: Collection[Key] = (),
    ) -> int | None:
        """How many more valid initiatives of direct workers bring a unit into a class; None where no number does.

        `given`: points by hand. `last`: points and share of the target of whoever has the last place, where the
        class is full. `better`: those of the units in better classes: their equal would go down with them, where there
        is one place too few. Twice as many are tried each time: more of one thing may be less of another.
        """

        def enough(count: int) -> bool:
            after = tally.with_more(count)
            total = max((self.total(after) or 0.0) + given, 0.0)
            key = total, measured(after, "reached") or 0.0
            return total >= wanted.at_least and (last is None or key > last) and key not in better

        low, high = 0, 1
        while not enough(high):
            low, high = high + 1, 2 * high
            if high > MOST_MORE:
                return None
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if enough(middle) else (middle + 1, high)
        return high
