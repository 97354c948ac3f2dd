"""Questions about rows: answered by the lake's engine where it has the same state, else by the database."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy import Connection

from data_access.cube.columns import Columns
from data_access.cube.cube import Cube, Version, allow_long_questions, read_versions
from data_access.database.bounded import Database
from data_access.database.errors import DataAccessError, DatabaseUnreachable
from data_access.database.lake import Manifest, current, published
from data_access.database.rows_setting import rows_engine
from model.reach import Reach
from model.settings import Setting, lake_folder, raw_value

log = logging.getLogger(__name__)
T = TypeVar("T")

SUM_WITHIN: Final = 20.0  # seconds: ten million rows take some, asked once a version for everybody
_ON_ITS_WAY: Final = 2.0  # seconds within which a healthy server reports that it gives up
_ELSEWHERE_WITHIN: Final = 30.0  # seconds for an engine that reads all rows of a question


class Moved(Exception):  # noqa: N818 (a signal, not an error)
    """Raised when a cube is behind the rows."""


class Elsewhere:
    """A lake and its engine."""

    def __init__(self, database: Database, lake: Path) -> None:
        self.database = database
        self._lake = lake
        self._known = Manifest()

    def holds(self, cube: Cube) -> bool:
        """Whether its rows are those that the cube counts."""
        try:
            if current(self._lake) != self._known.number:
                self._known = published(self._lake)
        except (DataAccessError, OSError, ValueError) as problem:
            log.warning("The lake cannot be read: %s", problem)
            return False
        part = self._known.parts.get(cube.programme_id)
        same = {(state.number, state.changed_at) for state in (cube.state, cube.rows_state)}
        return part is not None and part.state in same


def elsewhere() -> Elsewhere | None:
    """The engine of ROWS_URL; None where nothing is set. Raises UnreadableSetting."""
    engine, lake = rows_engine(), lake_folder()
    if engine is None or lake is None:
        return None
    return Elsewhere(Database(raw_value(Setting.ROWS_URL), _ELSEWHERE_WITHIN, engine=engine), lake)


def patient(query: Callable[[Connection], T], within: float) -> Callable[[Connection], T]:
    """The query, with so many seconds of a server's time."""

    def patiently(connection: Connection) -> T:
        allow_long_questions(connection, within)
        return query(connection)

    return patiently


class RowAnswers:
    """Queries rows of initiatives. Exactness comes before speed: a lake that lags is not used."""

    def __init__(self, database: Database, beside: Elsewhere | None = None) -> None:
        self._database = database
        self._beside = beside
        self._within = max(SUM_WITHIN, database.answer_within)

    def ask(
        self, query: Callable[[Connection], T], cube: Cube, within: float | None = None, reach: Reach | None = None
    ) -> T:
        """The result of `query` over the rows that a cube counts; `within` seconds where the database answers."""
        if self._beside is not None and self._beside.holds(cube):
            try:
                return self._beside.database.ask(query)
            except DatabaseUnreachable as problem:
                log.warning("The database answers in the place of the engine for rows: %s", problem)
        return self._database.ask(query, within=within, reach=reach)

    def sum(self, query: Callable[[Connection], T], cube: Cube, reach: Reach | None = None) -> T:
        """`ask` for queries made once a version, which may take longer than a page's others."""
        return self.ask(patient(query, self._within), cube, self._within + _ON_ITS_WAY, reach)

    def count(self, count: Callable[[Connection], Columns], cube: Cube, *, exact: bool) -> Columns:
        """`sum` for cells counted from the rows; `exact`: from those that the cube counts, else it raises Moved."""

        def read(connection: Connection) -> Columns:
            if exact and read_versions(connection).get(cube.programme_id, Version()) != cube.state:
                raise Moved
            return count(connection)

        return self.sum(read, cube)

    def close(self) -> None:
        """End the separate connections of long queries."""
        if self._beside is not None:
            self._beside.database.close()
