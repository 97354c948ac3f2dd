"""How a count stands against its target: one verdict for every page, file and answer (docs/verdicts.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from math import ceil
from typing import Final

from model.codes import TargetStatus
from model.exactness import bounds_of, bounds_of_target

WEEK_DAYS: Final = 7

_DONE: Final = (TargetStatus.EXCEEDED, TargetStatus.MET)
# What a verdict still holds for: who is on pace is so all the more where the target may be met already.
_NO_WORSE: Final[Mapping[TargetStatus, tuple[TargetStatus, ...]]] = {
    TargetStatus.EXCEEDED: _DONE,
    TargetStatus.MET: _DONE,
    TargetStatus.ON_TRACK: (*_DONE, TargetStatus.ON_TRACK),
    TargetStatus.TOO_EARLY: (*_DONE, TargetStatus.TOO_EARLY),
}


@dataclass(frozen=True)
class Course:
    """What a verdict on a running target needs.

    `week`: counted in the last 7 days, None where that is not known. `days_left`: until the last day, None where
    none is stated. `is_over`: the last day has ended. `is_early`: fewer than 7 days of data. `is_before`: the first
    day has not come.
    """

    week: int | None = None
    days_left: int | None = None
    is_over: bool = False
    is_early: bool = False
    is_before: bool = False

    @property
    def pace(self) -> float | None:
        """Uploads a day, on average of the last 7 days."""
        return None if self.week is None or self.is_early else self.week / WEEK_DAYS

    def needed(self, gap: float | None) -> int | None:
        """Initiatives a day, rounded up, that close a gap below 0 by the end; on the last day all that is missing."""
        if gap is None or self.days_left is None or self.is_over:
            return None
        return ceil(-gap / max(self.days_left, 1)) if gap < 0 else 0

    def keeps_up(self, missing: float) -> bool | None:
        """Whether the pace of the last week closes the gap by the end; None where that is unknown."""
        if self.week is None or self.days_left is None:
            return None
        return self.week * max(self.days_left, 1) >= WEEK_DAYS * missing


def judge(
    count: float | None,
    target: float | None,
    course: Course,
    *,
    comparable: bool = True,
    words: tuple[str | None, str | None] = (None, None),
    has_reported: bool = False,
) -> TargetStatus:
    """The verdict: met at any time, by pace while the period runs, by the total after its end.

    `words` are the qualifiers of count and target. What they leave open must not change the verdict, or there is none.
    `has_reported`: there are uploads, although none of what is counted, so that 0 is a number.
    """
    is_silent = count is None or not (count or has_reported)
    if is_silent and course.is_before:
        return TargetStatus.NOT_BEGUN  # before the first day nobody is late
    if not comparable:
        return TargetStatus.NOT_COMPARABLE
    if count is None or is_silent:
        return TargetStatus.NOT_REPORTED
    if target is None:
        return TargetStatus.NO_TARGET
    verdict, (of_count, of_target) = _of_numbers(count, target, course), words
    others = product(bounds_of(count, of_count), bounds_of_target(target, of_target))
    holds = all(_of_numbers(*pair, course) in _NO_WORSE.get(verdict, (verdict,)) for pair in others)
    return verdict if holds else TargetStatus.NOT_COMPARABLE


def _of_numbers(count: float, target: float, course: Course) -> TargetStatus:
    """The verdict on two exact numbers."""
    if count >= target:
        return TargetStatus.EXCEEDED if count > target else TargetStatus.MET
    return _by_course(target - count, course)


def _by_course(missing: float, course: Course) -> TargetStatus:
    """The verdict on a target that is not met."""
    if course.is_over:
        return TargetStatus.MISSED
    if course.is_early:
        return TargetStatus.TOO_EARLY
    keeps_up = course.keeps_up(missing)
    if keeps_up is None:
        return TargetStatus.NOT_COMPARABLE
    return TargetStatus.ON_TRACK if keeps_up else TargetStatus.BEHIND
