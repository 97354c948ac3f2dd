"""“Sẵn sàng”: what units have to have ready, what is said of it, and how those who have it do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

STATES: Final = ("no", "yes", "unknown")  # by the number that the database holds
FEWEST: Final = 5  # units on either side, before those who have and those who have not are compared


IDEAS: Final = "y-tuong"  # the counted item that says how many ideas a unit has registered, before it uploads any


@dataclass(frozen=True)
class Item:
    """One thing to have ready. `counted`: an amount is said, and 0 is “no”. `metric`: what the press prints of it."""

    code: str
    name_vi: str
    name_en: str
    counted: bool = False
    metric: str = ""


@dataclass(frozen=True)
class Statement:
    """What was last said of one item of one unit."""

    state: str
    amount: int | None
    day: date
    source: str = ""
    note: str = ""
    who: str = ""


@dataclass(frozen=True)
class Share:
    """How many units have an item, and what they add up to where it is counted."""

    item: Item
    yes: int
    no: int
    unknown: int
    amount: int | None = None

    @property
    def units(self) -> int:
        return self.yes + self.no + self.unknown

    @property
    def yes_pct(self) -> float | None:
        """Of all units: one that nobody knows of is none that has it. None where nobody said anything of any."""
        return 100 * self.yes / self.units if self.yes + self.no else None


@dataclass(frozen=True)
class Contrast:
    """The middle unit of those who have an item and of those who said they have not: percent of the target."""

    item: Item
    having: int
    lacking: int
    having_pct: float | None
    lacking_pct: float | None

    @property
    def is_telling(self) -> bool:
        """Whether there are enough units on both sides to say anything."""
        return min(self.having, self.lacking) >= FEWEST


@dataclass(frozen=True)
class Readiness:
    """Items, and what units said of them as of `until` (None: until today). `frame` is READINESS."""

    items: tuple[Item, ...]
    is_example: bool
    frame: pl.DataFrame
    shares: tuple[Share, ...]
    contrasts: tuple[Contrast, ...]
    until: date | None

    @property
    def is_empty(self) -> bool:
        """Whether nobody has said anything."""
        return all(share.yes + share.no == 0 for share in self.shares)

    @property
    def names(self) -> Mapping[str, Item]:
        return {item.code: item for item in self.items}
