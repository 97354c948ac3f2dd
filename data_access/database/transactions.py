"""One write at a time, whole or not at all; errors of the database become known problems."""

import logging
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import psycopg
from sqlalchemy import URL, Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from data_access.database.connections import cannot_be_written, open_engine
from data_access.database.errors import DatabaseUnreachable, NotSaved
from data_access.database.known_schema import unknown_revision

log = logging.getLogger(__name__)

PATIENCE: Final = 180.0  # seconds to wait for another import
_LOCK: Final = 7_402_023  # any number, the same for every process that writes initiatives
_SETTINGS: Final = (
    "SET LOCAL idle_in_transaction_session_timeout = '10min'",
    "SET LOCAL lock_timeout = '60s'",
    "SET LOCAL statement_timeout = 0",
    "SET LOCAL maintenance_work_mem = '256MB'",  # new indexes are sorted in memory, not on the disk
)
# Comparing a file with the database, or reading everything, takes time between two queries.
_LONG_READING: Final = f"SET LOCAL statement_timeout = '60s'; {_SETTINGS[0]}"
_OF_EVERYTHING: Final = f"SET LOCAL statement_timeout = 0; {_SETTINGS[0]}"
# Bulk writes go past SQLAlchemy, so that the drivers' own errors arrive, too.
_PROBLEMS: Final = (DBAPIError, sqlite3.Error, psycopg.Error)
_LOST: Final = ("OperationalError", "AdminShutdown", "InterfaceError", "ConnectionTimeout")
_FULL: Final = ("disk is full", "No space left", "53100", "could not extend file")
_BUSY: Final = ("locked", "busy")
_UNPREPARED: Final = ("no such table", "no column named", "no such column", "unable to open")


@contextmanager
def writing(url: str, *, gives_up_all: bool = False) -> Iterator[Connection]:
    """A transaction that no other import runs beside. Raises NotSaved; then nothing was written.

    Who `gives_up_all` that the database holds may do so whatever version of the program it belongs to.
    """
    until = time.monotonic() + PATIENCE
    with _opened(open_engine(url, bulk=True)) as engine, _begun(engine, until, gives_up_all=gives_up_all) as connection:
        yield connection


@contextmanager
def reading(url: str) -> Iterator[Connection]:
    """One state of the database, for queries that may take longer than a page's. Raises NotSaved."""
    with _opened(open_engine(url, read_only=True)) as engine, engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(_LONG_READING))
        yield connection


def allow_reading_everything(connection: Connection) -> None:
    """Lift PostgreSQL's limits from a transaction that walks over all rows and works on them between two queries."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(_OF_EVERYTHING))


@contextmanager
def changing(url: str, refusal: str) -> Iterator[Connection]:
    """A small change of what staff keep, whole or not at all. Raises DatabaseUnreachable, which says `refusal`."""
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as problem:
        unreachable = DatabaseUnreachable(refusal)
        log.warning("%s %s", unreachable, problem)
        raise unreachable from problem
    finally:
        engine.dispose()


@contextmanager
def _opened(engine: Engine) -> Iterator[Engine]:
    """The engine, disposed at the end; its errors become NotSaved."""
    try:
        yield engine
    except _PROBLEMS as problem:
        raise _as_not_saved(problem, engine.url) from problem
    finally:
        engine.dispose()


@contextmanager
def _begun(engine: Engine, until: float, *, gives_up_all: bool = False) -> Iterator[Connection]:
    connection = _with_lock(engine, until)
    try:
        if not gives_up_all:
            _refuse_unknown(connection)
        yield connection
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
    finally:
        connection.close()


def _refuse_unknown(connection: Connection) -> None:
    revision = unknown_revision(connection)
    if revision is not None:
        raise NotSaved("newer_schema", revision=revision)


def _with_lock(engine: Engine, until: float) -> Connection:
    """A connection in a transaction that holds the only lock for writers."""
    while True:
        connection = engine.connect()
        try:
            if _takes_lock(connection):
                return connection
        except DBAPIError as problem:
            connection.close()
            if not any(word in str(problem.orig) for word in _BUSY):
                raise
        connection.close()
        if time.monotonic() > until:
            raise NotSaved("somebody_else_is_importing")
        time.sleep(0.2)


def _takes_lock(connection: Connection) -> bool:
    if connection.dialect.name != "postgresql":
        # The first statement begins the transaction, and BEGIN IMMEDIATE is the lock.
        connection.exec_driver_sql("PRAGMA cache_size = -120000")  # kibibytes: a million rows spill less
        return True
    if not connection.scalar(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": _LOCK}):
        return False
    allow_long_writes(connection)
    return True


def allow_long_writes(connection: Connection) -> None:
    """Allow long pauses between writes of a transaction, and many rows."""
    if connection.dialect.name == "postgresql":
        for setting in _SETTINGS:
            connection.execute(text(setting))


def _as_not_saved(problem: Exception, url: URL) -> NotSaved:
    cause = getattr(problem, "orig", None) or problem
    kind = type(cause).__name__
    words = f"{getattr(cause, 'sqlstate', '')} {cause}"
    if any(word in words for word in _FULL):
        refusal = NotSaved("disk_full")
    elif cannot_be_written(url):
        refusal = NotSaved("read_only")
    elif any(word in words for word in _BUSY):
        refusal = NotSaved("somebody_else_is_importing")
    elif any(word in words for word in _UNPREPARED) or kind in ("UndefinedTable", "UndefinedColumn"):
        refusal = NotSaved("not_prepared")
    elif getattr(problem, "connection_invalidated", False) or kind in _LOST:
        refusal = NotSaved("database_lost")
    else:
        refusal = NotSaved("database_refused")
    log.error("%s: %s: %s", refusal, kind, str(cause).strip()[:500])
    return refusal
