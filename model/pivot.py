"""A cross table of two dimensions whose totals stay exact, because ratios keep numerator and denominator."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import polars as pl

from model.dimensions import CUBE

OF_UNIT: Final = ("unit", "region", "kind", "cluster")
MONTH: Final = "month"
DIMENSIONS: Final = (*OF_UNIT, *(dimension.code for dimension in CUBE if dimension.code not in OF_UNIT), MONTH)
# What a cell is: a count, a sum, or one of these over another (numerator, denominator, factor).
RATIOS: Final = {
    "valid_pct": ("valid", "uploads", 100.0),
    "computed_pct": ("benefit_count", "uploads", 100.0),
    "benefit_mean": ("benefit_vnd", "benefit_count", 1.0),
}
SUMS: Final = ("uploads", "valid", "invalid", "review", "rewarded", "benefit_vnd")
MEASURES: Final = (*SUMS, *RATIOS)
SHARES: Final = ("none", "row", "column", "all")


@dataclass(frozen=True)
class Pivot:
    """`cells` has one row for each non-empty combination: down, across (codes), part, whole (null for sums)."""

    cells: pl.DataFrame
    down: str
    across: str
    measure: str
    groups: dict[str, str]  # of the codes down: what their subtotals are of; empty without subtotals
    moment: datetime | None

    def value(self, down: tuple[str, ...] | None = None, across: str | None = None) -> float | None:
        """A cell, or a total where a dimension is None; for ratios, the sum of parts over the sum of wholes."""
        cells = self.cells
        if down is not None:
            cells = cells.filter(pl.col("down").is_in(down))
        if across is not None:
            cells = cells.filter(pl.col("across") == across)
        if cells.is_empty():
            return None
        part = float(cells["part"].sum())
        if self.measure not in RATIOS:
            return part
        whole = float(cells["whole"].sum())
        return RATIOS[self.measure][2] * part / whole if whole else None
