"""The benefit of initiatives: total, distribution, and how many are without a computed value."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import polars as pl

from model.edges import Row

# The most valuable so many percent of the computed ones: what share of the whole they hold.
TOP_PERCENTS: Final = (1, 5, 10, 50)


@dataclass(frozen=True)
class Concentration:
    """The most valuable `percent` of the computed initiatives, rounded up to whole ones."""

    percent: int
    count: int
    benefit_vnd: int
    share_pct: float


@dataclass(frozen=True)
class Value:
    """The answer of the value page, in VND. Everything but `uploads` covers only initiatives with a computed benefit.

    Empty where only published figures exist.
    """

    moment: datetime | None
    uploads: int
    computed: int
    total: int
    mean: float | None
    median: int | None
    highest: int | None  # of everything in scope, whoever may see the row
    bands: tuple[tuple[str, int, int], ...]  # code, how many, their sum; those not computed are `none` with sum 0
    concentration: tuple[Concentration, ...]
    largest: tuple[Row, ...]  # rows of `initiative` with unit_code and below, highest first
    sectors: pl.DataFrame  # sector_code, computed, benefit_vnd, mean_vnd; the largest sum first
    statuses: tuple[str, ...] = ()  # counted alone; none is every status

    @property
    def known(self) -> bool:
        """Whether there are records."""
        return bool(self.bands)
