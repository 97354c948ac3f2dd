"""How connections are opened: every wait has a limit, and readers cannot write."""

import os
import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import quote

import psycopg
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

_SQLITE_PATIENCE: Final = {"read": 2.0, "write": 10.0}  # seconds to wait for a lock
_POSTGRESQL_SOCKET: Final = {
    "connect_timeout": 2,  # seconds; libpq knows nothing shorter
    "tcp_user_timeout": 4000,  # ms until a peer whose kernel stopped answering is given up
    "keepalives_idle": 10,
    "keepalives_interval": 3,
    "keepalives_count": 3,
}
# A server that sorts rows into its indexes does not read from the socket meanwhile; that is no lost connection.
_BUSY_SERVER: Final = {"tcp_user_timeout": 120_000}
# Of each transaction and not of the session: behind PgBouncer the next one may be on another connection.
_LOCKS: Final = "SET LOCAL lock_timeout = 2000; SET LOCAL idle_in_transaction_session_timeout = 10000"
_READER: Final = f"{_LOCKS}; SET LOCAL statement_timeout = 3000"


class _WithHints(SQLiteCompiler):
    """Lets `with_hint(table, "INDEXED BY ...", "sqlite")` through, which SQLAlchemy drops for SQLite."""

    def get_from_hint_text(self, table: object, text: str | None) -> str | None:  # noqa: ARG002 (given)
        return text


def open_engine(url: str, *, read_only: bool = False, bulk: bool = False) -> Engine:
    """An engine for `url`. Transactions of readers see one state of the database from their first question on.

    `bulk`: many rows at once, for which a server may be too busy to listen for a while.
    """
    address = make_url(url)
    backend = address.get_backend_name()
    if backend == "sqlite":
        return _sqlite(address, read_only=read_only)
    if backend == "postgresql":
        return _postgresql(address, read_only=read_only, bulk=bulk)
    return create_engine(address, pool_pre_ping=True, pool_timeout=3, pool_recycle=1800)


def sqlite_file(url: URL) -> Path | None:
    """The file behind a SQLite address, None in memory."""
    return None if url.database in (None, "", ":memory:") else Path(str(url.database)).resolve()


def make_folder_of(url: str) -> None:
    """Make the folder of a SQLite file, which SQLite itself does not; nothing for another database."""
    file = sqlite_file(make_url(url))
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)


def read_only_address(file: Path) -> str:
    """The SQLite address that opens `file` for reading and never creates it."""
    # Beside a file of today's kind SQLite writes two more, unless it is told that nobody changes it.
    never_changes = "&immutable=1" if file.parent.is_dir() and is_mounted_read_only(file.parent) else ""
    return f"file:{quote(str(file))}?mode=ro{never_changes}"


def is_mounted_read_only(folder: Path) -> bool:
    """Whether the file of a SQLite database is on a read-only file system."""
    return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def cannot_be_written(url: URL) -> bool:
    """Whether this user may not write where a SQLite file is."""
    file = sqlite_file(url) if url.get_backend_name() == "sqlite" else None
    return file is not None and file.exists() and not all(os.access(place, os.W_OK) for place in (file, file.parent))


def _postgresql(address: URL, *, read_only: bool, bulk: bool) -> Engine:
    isolation: dict[str, str] = {"isolation_level": "REPEATABLE READ"} if read_only else {}
    if read_only and address.query.get("target_session_attrs") == "read-write":
        # libpq would find every one of our readers unfit, since they cannot write; the server is what is meant.
        address = address.update_query_dict({"target_session_attrs": "primary"})
    engine = create_engine(
        address,
        pool_pre_ping=True,  # a dead pooled connection is replaced before it is used
        pool_size=5,
        max_overflow=5,
        pool_timeout=3,
        pool_recycle=1800,
        connect_args={
            **_POSTGRESQL_SOCKET,
            **(_BUSY_SERVER if bulk else {}),
            "prepare_threshold": None,  # what one connection prepared another one of PgBouncer's does not know
        },
        **isolation,
    )
    _limit_each_transaction(engine, read_only=read_only)
    return engine


def _limit_each_transaction(engine: Engine, *, read_only: bool) -> None:
    @event.listens_for(engine, "connect")
    def prepare(connection: psycopg.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.read_only = read_only or None

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(_READER if read_only else _LOCKS)


def _sqlite(address: URL, *, read_only: bool) -> Engine:
    file = sqlite_file(address)
    patience = _SQLITE_PATIENCE["read" if read_only else "write"]
    if read_only and file:

        def connect() -> sqlite3.Connection:
            return sqlite3.connect(read_only_address(file), uri=True, timeout=patience, check_same_thread=False)

        engine = create_engine(address, creator=connect, pool_size=5, max_overflow=5, pool_timeout=3)
        _follow_replaced_file(engine, file)
    else:
        engine = create_engine(address, connect_args={"timeout": patience})

    engine.dialect.statement_compiler = _WithHints

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # transactions begin where SQLAlchemy says, below
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer that reads first would otherwise fail with "database is locked" when it starts to write.
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def _follow_replaced_file(engine: Engine, file: Path) -> None:
    """Otherwise a file replaced by `mv` would be read in its old state until the process ends."""

    @event.listens_for(engine, "connect")
    def remember(_connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
        entry.info["file"] = _identity(file)

    @event.listens_for(engine, "checkout")
    def compare(_connection: sqlite3.Connection, entry: ConnectionPoolEntry, _proxy: object) -> None:
        if entry.info["file"] != _identity(file):
            raise DisconnectionError(f"{file.name} was replaced")


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        state = file.stat()
    except FileNotFoundError:
        return None
    return state.st_dev, state.st_ino
