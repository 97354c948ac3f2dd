"""“Sẵn sàng”: items units should have ready, their statements, and how units with an item perform."""

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
    """One item. `counted`: an amount is stated, and 0 means “no”. `metric`: the ledger's metric for it."""

    code: str
    name_vi: str
    name_en: str
    counted: bool = False
    metric: str = ""


@dataclass(frozen=True)
class Statement:
    """The latest statement of one unit about one item."""

    state: str
    amount: int | None
    day: date
    source: str = ""
    note: str = ""
    who: str = ""


@dataclass(frozen=True)
class Share:
    """How many units have an item, and the sum of amounts for counted items."""

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
        """The percentage of all units, unknown ones counted as lacking; None where no unit made a statement."""
        return 100 * self.yes / self.units if self.yes + self.no else None


@dataclass(frozen=True)
class Contrast:
    """The median percentage of target of units with an item and of units that said they lack it."""

    item: Item
    having: int
    lacking: int
    having_pct: float | None
    lacking_pct: float | None

    @property
    def is_telling(self) -> bool:
        """Whether both groups have enough units for a comparison."""
        return min(self.having, self.lacking) >= FEWEST


@dataclass(frozen=True)
class Readiness:
    """Items, and the units' statements as of `until` (None: today). `frame` is READINESS."""

    items: tuple[Item, ...]
    is_example: bool
    frame: pl.DataFrame
    shares: tuple[Share, ...]
    contrasts: tuple[Contrast, ...]
    until: date | None
    judged: int = 0  # units whose percentage of the target is known: contrasts are made of these alone

    @property
    def is_empty(self) -> bool:
        """Whether there are no statements."""
        return all(share.yes + share.no == 0 for share in self.shares)

    @property
    def as_of(self) -> date | None:
        """The day up to which statements count: the one asked for, else that of the newest; None without any."""
        newest: date | None = self.frame["day"].max()  # type: ignore[assignment]
        return self.until or newest

    @property
    def names(self) -> Mapping[str, Item]:
        return {item.code: item for item in self.items}
