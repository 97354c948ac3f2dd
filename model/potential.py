"""“Tiềm năng”: the count a unit could reach, from its members and comparable units."""

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
    """The potential of one unit: the interquartile range of comparable units' counts per member, times its own members.

    `verdict`: below, within or above the range; None without one, and then `why`: no_members, few_alike or
    takes_no_part.
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
    has_reported: bool = True  # whoever has reported nothing has no 0: nothing is known of it

    @property
    def known_count(self) -> int | None:
        return self.count if self.has_reported else None


@dataclass(frozen=True)
class Potentials:
    """All units shown, and the overall count per 100 members (None where unknown)."""

    units: tuple[Potential, ...]
    mean_per100: float | None
    alike: Alike = USUAL

    @property
    def below(self) -> tuple[Potential, ...]:
        """Units below their potential, largest gap first."""
        below = [unit for unit in self.units if unit.verdict == "below"]
        return tuple(sorted(below, key=lambda unit: unit.count - (unit.low or 0)))

    def of(self, code: str) -> Potential | None:
        return next((unit for unit in self.units if unit.code == code), None)
