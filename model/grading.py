"""“Xếp loại thi đua”: criteria of grading, and how results become points and a class."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from model.tallies import OF_MEASURE, Tally, measure_value

EARNED: Final = ("judge_days",)  # without decisions on its initiatives, a unit's share is unknown and earns nothing
SILENT: Final = "silent"  # in the place of a measure: nothing was reported
Key: TypeAlias = tuple[float, float]  # what places are given by: points, then the share of the target that is reached
MOST_MORE: Final = 10_000_000  # initiatives: beyond it the next class is out of reach by number


@dataclass(frozen=True)
class Criterion:
    """A criterion. `weight` is the maximum of points, or of deductions if negative.

    `linear`: 0% at `zero_at`, 100% from `full_at`. `steps`: pairs of a value and the percentage of the weight it earns.
    An unknown `bonus` costs nothing.
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
        """The points for a value; None for unknown values."""
        if value is None:
            return 0.0 if self.bonus or self.measure in EARNED else None
        if self.scale == "steps":
            reached = [percent for least, percent in self.steps if value >= least]
            earned = max(reached) if reached else 0.0
            return self.weight * earned / 100 + 0.0  # what costs nothing is 0 and not −0
        share = (value - self.zero_at) / (self.full_at - self.zero_at)
        return self.weight * (0.0 if share < 0 else min(share, 1.0)) + 0.0


@dataclass(frozen=True)
class GradeClass:
    """A class, from `at_least` points. `quota_pct` limits the share of a cluster's units in it."""

    code: str
    at_least: float
    quota_pct: float | None = None
    name_vi: str = ""
    name_en: str = ""


@dataclass(frozen=True)
class Scheme:
    """Criteria and classes, best class first. `is_example`: the built-in scheme.

    `grades_silent`: for gradings closed when silent units still got 0 points instead of none.
    """

    criteria: tuple[Criterion, ...]
    classes: tuple[GradeClass, ...]
    is_example: bool = False
    grades_silent: bool = False

    @property
    def most(self) -> float:
        """The maximum of points without bonuses."""
        return sum(criterion.weight for criterion in self.criteria if criterion.weight > 0 and not criterion.bonus)

    def weighing(self, weights: Mapping[str, float]) -> "Scheme":
        """A copy with other weights, for trials."""
        criteria = (
            replace(criterion, weight=weights.get(criterion.measure, criterion.weight)) for criterion in self.criteria
        )
        return replace(self, criteria=tuple(criteria))

    def leaves_out(self, tally: Tally) -> bool:
        """Whether a unit gets no grade, because nothing is known of it."""
        return tally.is_silent and not self.grades_silent

    def points(self, tally: Tally) -> tuple[float | None, ...]:
        """The points by criterion."""
        if self.leaves_out(tally):
            return (None,) * len(self.criteria)
        return tuple(criterion.points(measure_value(tally, criterion.measure)) for criterion in self.criteria)

    def total(self, tally: Tally) -> float | None:
        """The sum of points, at least 0; None where a criterion is unknown, since a partial sum is not comparable."""
        if self.leaves_out(tally):
            return None
        total = 0.0
        for criterion in self.criteria:
            earned = criterion.points(OF_MEASURE[criterion.measure](tally))
            if earned is None:
                return None
            total += earned
        return round(max(total, 0.0), 6)

    def class_of(self, total: float) -> GradeClass:
        """The best class the points suffice for; the last class has no minimum."""
        return next((grade_class for grade_class in self.classes if total >= grade_class.at_least), self.classes[-1])

    def more_for(
        self,
        tally: Tally,
        grade_class: GradeClass,
        correction: float = 0.0,
        last: Key | None = None,
        better: Collection[Key] = (),
    ) -> int | None:
        """How many more valid initiatives of direct workers lift a unit into a class; None where no number does.

        `correction`: points by hand. `last`: points and share of target of the unit in the last place, where the class
        is full. `better`: those of the units in better classes, since a tie there moves a unit down when places are
        short.
        The search doubles the number each time, because points do not rise monotonically.
        """

        def enough(count: int) -> bool:
            after = tally.with_more(count)
            total = max((self.total(after) or 0.0) + correction, 0.0)
            key = total, measure_value(after, "reached") or 0.0
            return total >= grade_class.at_least and (last is None or key > last) and key not in better

        low, high = 0, 1
        while not enough(high):
            low, high = high + 1, 2 * high
            if high > MOST_MORE:
                return None
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if enough(middle) else (middle + 1, high)
        return high
