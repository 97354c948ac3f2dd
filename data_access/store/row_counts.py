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
        """At the version of a cube and then kept, or else as they come. Raises Moved where the rows have moved on."""
        ask = partial(self._rows.count, count, cube, exact=exact)
        key = (cube.state, cube.programme_id, question)
        return self._kept.get_or_make(key, ask) if exact else self._kept.get(key) or ask()

    def whenever(self, cube: Cube, count: Callable[[Connection], Columns], question: Hashable) -> Columns:
        """For whoever asks late: those of the cube where they can be had, else as they come."""
        with suppress(Moved):
            return self.of(cube, count, question)
        return self.of(cube, count, question, exact=False)
