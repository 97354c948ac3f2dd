"""What only rows tell, by the day of their upload: after a change only the rows of the changed days are read again."""

from collections.abc import Callable, Hashable, Sequence
from typing import Final, TypeAlias

import polars as pl
from sqlalchemy import Connection

from data_access.cube.changed import changed_days
from data_access.cube.cube import Cube
from data_access.cube.readers import snapshot
from data_access.database.bounded import Database
from data_access.store.lru import Recent
from data_access.store.row_answers import RowAnswers

# Of all days, or of some (20220420): `uploaded` among the columns.
ByDay: TypeAlias = Callable[[Connection, Sequence[int] | None], pl.DataFrame]

_KEPT: Final = 24


class DayFrames:
    """Frames by key with the version they are of at least: what is newer in them is asked again, and is the same."""

    def __init__(self, database: Database, rows: RowAnswers) -> None:
        self._database = database
        self._rows = rows
        self._kept: Recent[tuple[int, pl.DataFrame]] = Recent(_KEPT)

    def ask(self, query: ByDay, key: Hashable, cube: Cube) -> pl.DataFrame:
        """The frame of the rows that a cube counts, or newer ones."""
        place = cube.programme_id, key
        kept = self._kept.get(place)
        days = self._changed(cube, kept[0]) if kept else None
        if kept is None or days is None:
            frame = self._rows.sum(lambda connection: query(connection, None), cube)
        else:
            fresh = self._rows.sum(lambda connection: query(connection, days), cube)
            frame = pl.concat([kept[1].filter(~pl.col("uploaded").is_in(days)), fresh])
        return self._kept.put(place, (cube.state.number, frame))[1]

    def _changed(self, cube: Cube, since: int) -> list[int] | None:
        """The days on which rows that changed meanwhile were uploaded, among others; None where nobody says which."""

        def read(connection: Connection) -> list[int] | None:
            return changed_days(snapshot(connection), cube.programme_id, since, cube.state.number)

        return self._database.ask(read)
