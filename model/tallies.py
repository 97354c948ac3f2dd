"""The counts of a unit in a graded period, and the measures computed from them."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple, TypeAlias

# What uploads alone can raise and never lower; the rest are shares of what was judged, and growth.
RISING: Final = ("pace", "direct_pace", "nonstate_pace", "reached", "uploads", "valid", "per100", "computed")
UPLOADED: Final = (*RISING, "growth")  # which uploads of the period raise


class Tally(NamedTuple):
    """The counts of one unit: in the period, and from the start of its target's period to the end of this one."""

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
        """Whether the unit has uploaded nothing by the end of the period, so that its results are unknown."""
        return not (self.to_date or self.uploads or self.valid or self.invalid)

    def with_more(self, count: int) -> "Tally":
        """A copy with `count` more valid initiatives of direct workers."""
        names = ("uploads", "valid", "direct", "direct_valid", "to_date", "direct_to_date")
        return self._replace(**{name: getattr(self, name) + count for name in names})


Measure: TypeAlias = Callable[[Tally], float | None]


def _paced(tally: Tally) -> float | None:
    """The part of the target due by the end of the period."""
    return tally.target * tally.passed_pct / 100 if tally.target and tally.passed_pct else None


def _percent(part: float, whole: float | None) -> float | None:
    return 100 * part / whole if whole else None


def _share(some: int, every: int) -> float:
    """A percentage; 0 where the whole is 0, since nothing was earned yet."""
    return 100 * some / every if every else 0.0


# The value of each measure for a unit. None where unknown: no target, no members, no earlier count.
OF_MEASURE: Final[Mapping[str, Measure]] = {
    "pace": lambda tally: _percent(tally.to_date, _paced(tally)),
    "direct_pace": lambda tally: _percent(tally.direct_to_date, _paced(tally)),
    "nonstate_pace": lambda tally: _percent(tally.nonstate_to_date, _paced(tally)),
    "reached": lambda tally: _percent(tally.to_date, tally.target),
    "uploads": lambda tally: float(tally.uploads),
    "valid": lambda tally: float(tally.valid),
    "per100": lambda tally: _percent(tally.uploads, tally.members),
    "computed": lambda tally: float(tally.computed),
    "valid_share": lambda tally: _share(tally.valid, tally.valid + tally.invalid),
    "invalid_share": lambda tally: _share(tally.invalid, tally.valid + tally.invalid),
    "direct_share": lambda tally: _share(tally.direct_valid, tally.valid),
    "nonstate_share": lambda tally: _share(tally.nonstate_valid, tally.valid),
    "computed_share": lambda tally: _share(tally.computed, tally.valid),
    "growth": lambda tally: _percent(tally.uploads - tally.before, tally.before),
    "judge_days": lambda tally: tally.judge_days,
}


def measure_value(tally: Tally, measure: str) -> float | None:
    """The value of a measure for a unit, or None."""
    return OF_MEASURE[measure](tally)
