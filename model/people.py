"""Authors: how many, in which positions, of which workplaces, and participating grassroots unions."""

from dataclasses import dataclass
from datetime import datetime

import polars as pl

from model.codes import NONE


@dataclass(frozen=True)
class PeopleGroup:
    """Initiatives and rewards of one kind of author; code `none` is unrecorded."""

    code: str
    uploads: int
    valid: int
    rewarded: int


@dataclass(frozen=True)
class People:
    """The answer of the people page. Rates cover only units with known members: `members_units` of `units_total`.

    Empty where only published figures exist.
    """

    moment: datetime | None
    uploads: int
    people: int | None  # None: no initiative says who wrote it
    members: int | None  # of the units whose members are known
    members_units: int
    units_total: int
    per100: float | None  # initiatives per 100 members of those units
    participation_pct: float | None  # distinct authors per 100 members of those units
    positions: tuple[PeopleGroup, ...]
    ownerships: tuple[PeopleGroup, ...]
    sexes: tuple[tuple[str, int], ...]
    participating: int | None  # grassroots unions with an initiative; None: no initiative names one
    grassroots: int | None  # all that the catalogue knows
    units: pl.DataFrame  # PEOPLE_UNITS
    counts: str = "uploads"  # what is counted: valid ones where the measure asks for them

    @property
    def known(self) -> bool:
        """Whether there are records."""
        return bool(self.positions)

    @property
    def noted(self) -> frozenset[str]:
        """What is recorded of any author in scope: positions, ownerships, sexes."""
        groups = {"positions": self.positions, "ownerships": self.ownerships}
        is_known = {name: any(group.uploads and group.code != NONE for group in some) for name, some in groups.items()}
        is_known["sexes"] = any(count and code != NONE for code, count in self.sexes)
        return frozenset(name for name, is_noted in is_known.items() if is_noted)

    @property
    def rewarded(self) -> int:
        return sum(group.rewarded for group in self.positions)
