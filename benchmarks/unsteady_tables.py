"""Database tables as sources that are written, locked, dropped and disconnected."""

import itertools
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

from benchmarks.unsteady_sources import new_row, new_title

_TABLE: Final = (
    "CREATE TABLE sk (ma VARCHAR(40) PRIMARY KEY, ten VARCHAR(200), don_vi VARCHAR(100), ngay VARCHAR(20), sua {})"
)
_STAMP: Final = {"sqlite": "TEXT", "postgresql": "TIMESTAMP", "mysql": "DATETIME(6)"}
_LATE: Final = 3.0  # seconds between a stamp and its commit, at most; the overlap of the source is a minute
_HELD: Final = 7.0  # seconds that a table is locked: longer than SQLite waits


@dataclass
class TableSource:
    """A database table. Rows are stamped before they are committed, sometimes long before."""

    name: str
    url: str
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    gone: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.engine: Engine = create_engine(self.url, pool_pre_ping=True)
        with self.engine.begin() as connection:
            connection.execute(text(_TABLE.format(_STAMP[self.engine.dialect.name])))

    @property
    def options(self) -> str:
        options = {"type": "database", "url": self.url, "table": "sk", "changed": "sua", "key": "ma"}
        options |= {"overlap": "1m", "check_deleted_every": "0s"}
        return "\n".join(f'{name} = "{value}"' for name, value in options.items())

    def change(self, draw: Random) -> None:
        with suppress(DBAPIError), self.engine.begin() as connection:  # ended by a fault: not written
            for _ in range(draw.randint(1, 5)):
                self._change(connection, draw)
            if draw.random() < 0.2:
                time.sleep(draw.random() * _LATE)

    def _change(self, connection: Connection, draw: Random) -> None:
        codes = list(connection.scalars(text("SELECT ma FROM sk")))
        kind = draw.choices(("new", "changed", "gone"), (6, 3, 1))[0] if codes else "new"
        if kind == "new":
            row = new_row(f"{self.name}-{next(self.numbers):05d}", draw)
            values = {**row, "sua": str(datetime.now())}
            connection.execute(text("INSERT INTO sk VALUES (:ma, :ten, :don_vi, :ngay, :sua)"), values)
        elif kind == "changed":
            values = {"ten": new_title(draw), "sua": str(datetime.now()), "ma": draw.choice(codes)}
            connection.execute(text("UPDATE sk SET ten = :ten, sua = :sua WHERE ma = :ma"), values)
        else:
            code = draw.choice(codes)
            self.gone.add(code)
            connection.execute(text("DELETE FROM sk WHERE ma = :ma"), {"ma": code})

    def fail(self, draw: Random) -> None:
        fault = draw.choice((self._go_away, self._lock, self._end_connections))
        with suppress(DBAPIError):
            fault()

    def _go_away(self) -> None:
        self._run("ALTER TABLE sk RENAME TO sk_away")
        time.sleep(2)
        self._run("ALTER TABLE sk_away RENAME TO sk")

    def _lock(self) -> None:
        locks = {"sqlite": "BEGIN EXCLUSIVE", "mysql": "LOCK TABLES sk WRITE"}
        with self.engine.connect() as connection:
            connection.exec_driver_sql(locks.get(self.engine.dialect.name, "LOCK TABLE sk IN ACCESS EXCLUSIVE MODE"))
            time.sleep(_HELD)
            if self.engine.dialect.name == "mysql":
                connection.exec_driver_sql("UNLOCK TABLES")

    def _end_connections(self) -> None:
        """Terminate all connections, whatever they are reading."""
        if self.engine.dialect.name == "postgresql":
            end_connections(self.engine)
        elif self.engine.dialect.name == "mysql":
            with self.engine.connect() as connection:
                others = text(
                    "SELECT id FROM information_schema.processlist WHERE id <> connection_id() AND db = 'portal'"
                )
                for number in list(connection.scalars(others)):
                    with suppress(DBAPIError):
                        connection.execute(text(f"KILL {number}"))

    def _run(self, statement: str) -> None:
        for _ in range(20):  # SQLite may be locked by a reader
            try:
                with self.engine.begin() as connection:
                    connection.execute(text(statement))
            except DBAPIError:
                time.sleep(0.5)
            else:
                return
        raise RuntimeError(statement)

    def content(self) -> dict[str, str]:
        with self.engine.connect() as connection:
            return {row.ma: row.ten for row in connection.execute(text("SELECT ma, ten FROM sk"))}


def end_connections(engine: Engine) -> None:
    """Terminate all other connections to this PostgreSQL database."""
    ended = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    with engine.connect() as connection:
        connection.execute(ended)
