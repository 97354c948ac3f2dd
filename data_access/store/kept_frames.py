"""Frames that only rows give, each with its state: after a change only the changed parts are read again."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import polars as pl
from sqlalchemy import Connection

from data_access.cube.changed import changed_days, named_units
from data_access.cube.cube import Cube, Version
from data_access.cube.readers import snapshot
from data_access.cube.scope import Scope
from data_access.database.bounded import Database
from data_access.store.lru import Recent
from data_access.store.row_answers import RowAnswers

# The rows of all days, or of some (20220420), with `uploaded` among the columns; of all units, or of some, `unit_id`.
ByPart: TypeAlias = Callable[[Connection, Sequence[int] | None], pl.DataFrame]

BY_DAY: Final = "uploaded"
BY_UNIT: Final = "unit_id"
_KEPT: Final = 24


@dataclass(frozen=True)
class RowState:
    """The state of an answer about rows: the version of their programme, and the meaning of the filters then."""

    version: Version
    scope: Scope


class KeptFrames:
    """Frames by key; those of the same scope are updated, with the same result as a new query."""

    def __init__(self, database: Database, rows: RowAnswers) -> None:
        self._database = database
        self._rows = rows
        self._kept: Recent[tuple[RowState, pl.DataFrame]] = Recent(_KEPT)

    def ask(self, query: ByPart, key: Hashable, cube: Cube, state: RowState, part: str) -> pl.DataFrame:
        """The frame of the rows that a cube counts, or of newer ones; `part`: BY_DAY or BY_UNIT."""
        frame = self._kept.get(key)
        days = (
            self._changed(frame[0].version, state.version, cube, part)
            if frame and frame[0].scope == state.scope
            else None
        )
        if frame is None or days is None:
            return self._rows.sum(lambda connection: query(connection, None), cube)
        if not days:
            return frame[1]
        fresh = self._rows.sum(lambda connection: query(connection, days), cube)
        return pl.concat([frame[1].filter(~pl.col(part).is_in(days)), fresh])

    def keep(self, key: Hashable, state: RowState, frame: pl.DataFrame) -> pl.DataFrame:
        """Remember a frame for everybody."""
        return self._kept.put(key, (state, frame))[1]

    def _changed(self, since: Version, until: Version, cube: Cube, part: str) -> list[int] | None:
        """The days of upload, or the units, of changed rows, perhaps with others; None where writers noted none."""
        if since == until:
            return []

        def read(connection: Connection) -> list[int] | None:
            read_changes = changed_days if part == BY_DAY else named_units
            return read_changes(snapshot(connection), cube.programme_id, since.number, until.number)

        return self._database.ask(read)
