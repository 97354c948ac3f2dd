"""A database that always answers within a time limit, with data or with a problem that pages know."""

import logging
import os
import socket
import sqlite3
import time
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from data_access.database.connections import open_engine
from data_access.database.errors import DataAccessError, DatabaseChanged, DatabaseDamaged, DatabaseUnreachable
from data_access.database.row_level import fetch_within
from model.reach import Reach

log = logging.getLogger(__name__)
T = TypeVar("T")

IN_A_COMMAND: Final = 30.0  # seconds: nobody else waits, and a busy machine reads everything slowly
_MISSING: Final = ("42P01", "42703", "3F000")  # table, column, schema
_MISSING_IN_SQLITE: Final = ("no such table", "no such column")
_DAMAGED: Final = ("XX001", "XX002")  # data, index
_DAMAGED_IN_SQLITE: Final = ("malformed", "not a database")
_BUSY: Final = ("57014", "55P03")  # statement_timeout, lock_timeout: the server itself is well
_BUSY_IN_SQLITE: Final = ("locked", "interrupted", "busy")
_WRITES: Final = "25006"  # somebody wrote in a transaction that only reads
_WRONG_IN_SQLITE: Final = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_READONLY)  # what other drivers call ProgrammingError
_OURS: Final = ("ProgrammingError", "DataError", "IntegrityError", "NotSupportedError")


@dataclass
class _Task:
    """A running question: its connection, and whether a caller still waits for it."""

    connection: Any = None
    given_up: bool = False


class Database:
    """Asks in a bounded pool of threads: no timeout helps against a server that takes the bytes and never answers."""

    def __init__(
        self,
        url: str,
        answer_within: float = 5.0,
        hold: float = 5.0,
        workers: int = 8,
        engine: Engine | None = None,
    ) -> None:
        """`answer_within`: seconds an answer may take. `hold`: seconds a failed database is left alone.

        `engine`: what to ask instead of one for `url`.
        """
        self.url = url
        self.answer_within = answer_within
        self.hold = hold
        self._engine = engine or open_engine(url, read_only=True)
        self._work = ThreadPoolExecutor(workers, thread_name_prefix="database")
        self._connections: weakref.WeakSet[Any] = weakref.WeakSet()
        self._closed_until = 0.0
        event.listen(self._engine, "connect", self._remember)

    @property
    def is_file(self) -> bool:
        """Whether the database is a file on this machine, which may be slow but never silent."""
        return self._engine.dialect.name == "sqlite"

    def ask(self, query: Callable[[Connection], T], *, within: float | None = None, reach: Reach | None = None) -> T:
        """What `query` returns, asked in one read transaction. It may be asked twice, so it must only read.

        `reach`: the rows that PostgreSQL itself lets it see, where the roles are set up (roles.py).

        Raises DatabaseUnreachable or DatabaseChanged, after a failure at once for some seconds.
        """
        if time.monotonic() < self._closed_until:
            raise DatabaseUnreachable("The database failed a moment ago.")
        task = _Task()
        answer = self._work.submit(self._run, partial(fetch_within, query, reach), task)
        try:
            return answer.result(self.answer_within if within is None else within)
        except TimeoutError as cause:
            raise self._give_up(answer, task, cause) from cause
        except PoolTimeout as cause:
            raise self._unreachable("No connection was free.", cause, leave_alone=True) from cause
        except DBAPIError as cause:
            raise self._known_problem(cause) from cause

    def expect_news(self) -> None:
        """Expect a question for what this process has just written; nothing to do without standbys."""

    def lag(self) -> float | None:
        """Seconds that what is read is behind what was written; None where that cannot be."""
        return None

    def close(self) -> None:
        """End everything, questions on their way included."""
        self._work.shutdown(wait=False, cancel_futures=True)
        self._cut(list(self._connections))
        self._engine.dispose()

    def _run(self, query: Callable[[Connection], T], task: _Task) -> T:
        try:
            return self._once(query, task)
        except DBAPIError as problem:
            # Once more only when the connection itself was lost, never for a timeout or a wrong question.
            if not problem.connection_invalidated or task.given_up:
                raise
            return self._once(query, task)

    def _once(self, query: Callable[[Connection], T], task: _Task) -> T:
        with self._engine.connect() as connection:
            task.connection = connection.connection.driver_connection
            try:
                return query(connection)
            finally:
                task.connection = None

    def _remember(self, connection: Any, _entry: object) -> None:
        # A file needs no cutting while it is opened, and its connections know no weak references.
        if not isinstance(connection, sqlite3.Connection):
            self._connections.add(connection)

    def _give_up(self, answer: "Future[T]", task: _Task, cause: BaseException) -> DataAccessError:
        task.given_up = True
        answer.cancel()
        connection = task.connection
        self._cut(list(self._connections) if connection is None else [connection])
        # A slow question to a file says nothing about the file; a silent server is away.
        is_file = isinstance(connection, sqlite3.Connection)
        return self._unreachable("No answer in time.", cause, leave_alone=not is_file)

    def _cut(self, connections: list[Any]) -> None:
        """Stop what waits in other threads: close the sockets under it, interrupt SQLite."""
        for connection in connections:
            try:
                if isinstance(connection, sqlite3.Connection):
                    connection.interrupt()
                else:
                    _shut(connection.fileno())
            except Exception as problem:  # noqa: BLE001 (drivers differ, and it may be closed already)
                log.debug("Nothing to cut: %s", problem)

    def _known_problem(self, cause: DBAPIError) -> Exception:
        state, words = getattr(cause.orig, "sqlstate", None), str(cause.orig)
        if state in _MISSING or (state is None and any(word in words for word in _MISSING_IN_SQLITE)):
            problem: DataAccessError = DatabaseChanged("The database lacks a table or a column.")
            log.error("%s: %s", problem, cause)
            return problem
        if state in _DAMAGED or (state is None and any(word in words for word in _DAMAGED_IN_SQLITE)):
            damage = DatabaseDamaged("The database is damaged: put a backup back with `python -m data_access restore`.")
            log.error("%s: %s", damage, cause)
            return damage
        if state in _BUSY or (state is None and any(word in words for word in _BUSY_IN_SQLITE)):
            return self._unreachable("The database is busy.", cause, leave_alone=False)
        if _is_our_fault(cause, state):
            return cause
        return self._unreachable("The database is away.", cause, leave_alone=True)

    def _unreachable(self, sentence: str, cause: BaseException, *, leave_alone: bool) -> DatabaseUnreachable:
        if leave_alone:
            self._closed_until = time.monotonic() + self.hold
        problem = DatabaseUnreachable(sentence)
        log.warning("%s: %s: %s", problem, type(cause).__name__, cause)
        return problem


def _is_our_fault(cause: DBAPIError, state: str | None) -> bool:
    """Whether the question itself was wrong: the database is well then, and asking again would not help."""
    code = getattr(cause.orig, "sqlite_errorcode", None)
    is_from_database = isinstance(cause, DatabaseError | InterfaceError)
    return type(cause).__name__ in _OURS or state == _WRITES or code in _WRONG_IN_SQLITE or not is_from_database


def _shut(descriptor: int) -> None:
    with socket.socket(fileno=os.dup(descriptor)) as line:
        line.shutdown(socket.SHUT_RDWR)
