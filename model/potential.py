"""“Tiềm năng”: what could be expected of a unit by its members and by the units that are like it."""

from dataclasses import dataclass
from typing import Final

from model.reference import USUAL, Alike

# What like units share, the closest first: `size` is like, the rest is equal.
ALIKE: Final = (
    ("kind", "region", "size"),
    ("kind", "cluster", "size"),
    ("kind", "size"),
    ("kind",),
)


@dataclass(frozen=True)
class Potential:
    """One unit. The range is what the middle half of its like units do per member, times its own members.

    `verdict`: below, within or above the range; None where there is none, and `why`: no_members or few_alike.
    """

    code: str
    name: str
    members: int | None
    count: int
    per100: float | None = None
    alike: tuple[str, ...] = ()  # of ALIKE
    others: int = 0  # like units
    low: int | None = None
    high: int | None = None
    low_per100: float | None = None
    high_per100: float | None = None
    verdict: str | None = None
    why: str | None = None
    rule: Alike = USUAL  # what the programme takes for alike


@dataclass(frozen=True)
class Potentials:
    """Every unit that is shown, and what all whose members are known do per 100 of them (None: nobody knows)."""

    units: tuple[Potential, ...]
    mean_per100: float | None
    alike: Alike = USUAL

    @property
    def below(self) -> tuple[Potential, ...]:
        """Those that do less than could be expected, the largest gap first."""
        below = [one for one in self.units if one.verdict == "below"]
        return tuple(sorted(below, key=lambda one: one.count - (one.low or 0)))

    def of(self, code: str) -> Potential | None:
        return next((one for one in self.units if one.code == code), None)
