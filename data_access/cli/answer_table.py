"""What `answer` says of a page: columns by name, and rows that hold a value under each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import polars as pl

from model.edges import Row


@dataclass(frozen=True)
class AnswerTable:
    """Rows in order. A column that a row leaves out is unknown there."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @classmethod
    def named(cls, columns: tuple[str, ...], rows: Iterable[Sequence[object]]) -> Self:
        """A table of rows that hold a value for each column, in order."""
        return cls(columns, tuple(dict(zip(columns, row, strict=True)) for row in rows))

    @classmethod
    def of_frame(cls, frame: pl.DataFrame, columns: Iterable[str] | None = None) -> Self:
        """The columns named of a frame, or all of them."""
        chosen = frame if columns is None else frame.select(*columns)
        return cls(tuple(chosen.columns), tuple(chosen.iter_rows(named=True)))

    @property
    def full(self) -> Iterator[Row]:
        """The rows with every column, None where nothing is known."""
        unknown = dict.fromkeys(self.columns)
        return ({**unknown, **row} for row in self.rows)
