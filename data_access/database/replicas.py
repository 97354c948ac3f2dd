"""Reads from standbys of PostgreSQL, never of an older state than seen before; from the primary where they lag."""

import logging
import threading
from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from sqlalchemy import Connection, select, text

from data_access.database.bounded import Database
from data_access.database.errors import DataAccessError, DatabaseUnreachable
from data_access.database.schema import data_version
from model.reach import Reach

log = logging.getLogger(__name__)
T = TypeVar("T")

# Nothing received that is not shown is no lag, however long ago the last write was.
_LAG: Final = text(
    "SELECT CASE WHEN NOT pg_is_in_recovery() THEN 0 "
    "WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() AND EXISTS (SELECT 1 FROM pg_stat_wal_receiver) THEN 0 "
    "ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) END"
)


class _Behind(Exception):  # noqa: N818 (a signal, not an error)
    """Raised where a standby has not reached the state that its reader has seen."""


class Replicated(Database):
    """A database that is read from a standby and written to at its primary."""

    def __init__(self, url: str, read_url: str, answer_within: float = 5.0) -> None:
        """`url` is the primary's: whoever writes opens that one."""
        super().__init__(read_url, answer_within)
        self.url = url
        self._primary = Database(url, answer_within)
        self._seen: dict[int, int] = {}
        self._guard = threading.Lock()

    def ask(self, query: Callable[[Connection], T], *, within: float | None = None, reach: Reach | None = None) -> T:
        """The answer of a standby, or of the primary where standbys lag or are unreachable."""
        try:
            return super().ask(lambda connection: self._at_least_seen(connection, query), within=within, reach=reach)
        except _Behind:
            log.debug("A standby is behind: the primary answers.")
        except DatabaseUnreachable as problem:
            log.warning("The primary answers in the place of a standby: %s", problem)
        return self._primary.ask(lambda connection: self._as_seen(connection, query), within=within, reach=reach)

    def expect_news(self) -> None:
        """Accept nothing older than the primary's state from now on, because its writer reads next."""
        self._primary.ask(lambda connection: self._as_seen(connection, lambda _connection: None))

    def lag(self) -> float | None:
        """Seconds that the standby is behind; None where it cannot be asked."""
        try:
            lag = super().ask(lambda connection: connection.scalar(_LAG))
        except DataAccessError:
            return None
        return None if lag is None else max(float(lag), 0.0)

    def close(self) -> None:
        """End the connections to standbys and primary."""
        super().close()
        self._primary.close()

    def _at_least_seen(self, connection: Connection, query: Callable[[Connection], T]) -> T:
        """The result of `query` from one state that is no older than any before."""
        versions = _versions(connection)
        with self._guard:
            if any(versions.get(programme, 0) < least for programme, least in self._seen.items()):
                raise _Behind
            self._seen = {**self._seen, **versions}
        return query(connection)

    def _as_seen(self, connection: Connection, query: Callable[[Connection], T]) -> T:
        """The result of `query` from the primary, whose state counts even after a backup was restored."""
        versions = _versions(connection)
        with self._guard:
            self._seen = dict(versions)
        return query(connection)


def _versions(connection: Connection) -> Mapping[int, int]:
    columns = data_version.c
    return {row[0]: row[1] for row in connection.execute(select(columns.programme_id, columns.version))}
