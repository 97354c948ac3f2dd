"""Cells counted from the rows, kept for the version of the cube that they belong to."""

from collections.abc import Callable, Hashable
from contextlib import suppress
from functools import partial

from sqlalchemy import Connection

from data_access.cube.columns import Columns
from data_access.cube.cube import Cube
from data_access.store.lru import Recent
from data_access.store.row_answers import Moved, RowAnswers


class RowCounts:
    """Counts of one kind; a `question` tells them apart within a version."""

    def __init__(self, rows: RowAnswers, size: int) -> None:
        self._rows = rows
        self._kept: Recent[Columns] = Recent(size)

    def of(
        self, cube: Cube, count: Callable[[Connection], Columns], question: Hashable, *, exact: bool = True
    ) -> Columns:
        """The count at the version of a cube, which is kept, or of the rows as they are. Raises Moved if those moved
        on.
        """
        ask = partial(self._rows.count, count, cube, exact=exact)
        key = (cube.state, cube.programme_id, question)
        return self._kept.get_or_make(key, ask) if exact else self._kept.get(key) or ask()

    def whenever(self, cube: Cube, count: Callable[[Connection], Columns], question: Hashable) -> Columns:
        """The count of the cube's rows where possible, otherwise of the rows as they are, for late callers."""
        with suppress(Moved):
            return self.of(cube, count, question)
        return self.of(cube, count, question, exact=False)
