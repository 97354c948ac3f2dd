"""A table on its way onto a sheet, and where it then stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from exports.xlsx.cells import Column, Kind
from exports.xlsx.lettering import width_of


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
    rows: Sequence[Sequence[object]] = ()  # the values that stand there

    def part(self, start: int, count: int) -> "Placed":
        """The position of `count` rows from the row `start` of the body on."""
        return Placed(self.sheet, self.first + start, self.first + start + count - 1, self.rows[start : start + count])

    def longest(self, column: int, rows: int) -> str:
        """The longest text of a column in the first rows."""
        return max((str(row[column] or "") for row in self.rows[:rows]), key=width_of, default="")

    def most(self, column: int, rows: int) -> float:
        """The largest number of a column in the first rows."""
        numbers = (row[column] for row in self.rows[:rows])
        return max((float(number) for number in numbers if isinstance(number, int | float)), default=0.0)

    def span(self, column: int, rows: int | None = None) -> list[str | int]:
        """A column of the table as a chart range."""
        last = self.last if rows is None else min(self.last, self.first + rows - 1)
        return [self.sheet, self.first, column, last, column]


def naming_columns(columns: Sequence[Column]) -> int:
    """How many columns say whose row it is: those to the end of the first texts that wrap, codes and names."""
    first = next((place for place, column in enumerate(columns) if column.kind is Kind.LONG), 0)
    return first + sum(1 for _ in takewhile(lambda column: column.kind is Kind.LONG, columns[first:]))
