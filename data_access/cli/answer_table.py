"""The table that `answer` prints for a page: columns by name, and rows that also know what they were made of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

import polars as pl

from model.edges import Row

ORIGIN: Final = "origin"  # no column: the fact, breakdown or comparison that a row was made of, for who words it


@dataclass(frozen=True)
class AnswerTable:
    """Rows in order. A column that a row leaves out is unknown there.

    Rows may hold more than the columns, which scripts are not told: what presentation/rows words them by.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @classmethod
    def named(cls, columns: tuple[str, ...], rows: Iterable[Sequence[object]]) -> Self:
        """A table of rows that hold a value for each column, in order."""
        return cls(columns, tuple(dict(zip(columns, row, strict=True)) for row in rows))

    def made_of(self, origins: Iterable[object]) -> Self:
        """The same table, with each row knowing its origin, in order."""
        rows = tuple({**row, ORIGIN: origin} for row, origin in zip(self.rows, origins, strict=True))
        return replace(self, rows=rows)

    @classmethod
    def of_frame(cls, frame: pl.DataFrame, columns: Iterable[str] | None = None) -> Self:
        """The named columns of a frame, or all of them; its other columns are kept beside them."""
        return cls(tuple(frame.columns if columns is None else columns), tuple(frame.iter_rows(named=True)))

    @property
    def full(self) -> Iterator[Row]:
        """The rows with every column, None where nothing is known."""
        unknown = dict.fromkeys(self.columns)
        return ({**unknown, **row} for row in self.rows)
