"""A table on its way onto a sheet, and where it then stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from exports.xlsx.cells import Column, Kind


@dataclass(frozen=True)
class Table:
    """Columns and rows of plain values in column order."""

    name: str  # as formulas call it
    columns: Sequence[Column]
    rows: Sequence[Sequence[object]]
    kinds: Sequence[Sequence[Kind | None]] = ()  # where a row differs from its column
    total_of: tuple[int, ...] = ()  # columns that add up


@dataclass(frozen=True)
class Placed:
    """The position of a table's body: zero-based rows and columns, `last` inclusive."""

    sheet: str
    first: int
    last: int

    def span(self, column: int, rows: int | None = None) -> list[str | int]:
        """A column of the table as a chart range."""
        last = self.last if rows is None else min(self.last, self.first + rows - 1)
        return [self.sheet, self.first, column, last, column]
