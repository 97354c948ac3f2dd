"""Connections to the engine of ROWS_URL, which reads the lake: Apache Spark through its Thrift server.

A transaction there is one published version of the lake: sessions look at the newest when they begin.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

from data_access.database.errors import UnreadableSetting
from data_access.database.lake import current, folder_of

TABLES: Final = ("initiative", "data_version", "unit")
_PATIENCE: Final = 120_000  # ms a server may be silent
_LOST: Final = re.compile("invalid ?session|invalid ?operation ?handle", re.IGNORECASE)
_PORT: Final = 10_000


def open_rows_engine(setting: str, url: str, lake: Path) -> Engine:
    """An engine that answers questions about rows from a lake. Raises UnreadableSetting."""
    try:
        address = make_url(url)
        if address.get_backend_name() != "hive":
            raise UnreadableSetting(setting, "rows_engine")
        engine = create_engine(address, creator=lambda: _connected(address), pool_size=4, max_overflow=4)
    except (NoSuchModuleError, ImportError) as cause:
        raise UnreadableSetting(setting, "rows_driver") from cause
    except (ArgumentError, ValueError):
        # The cause would show the whole address: it is left out on purpose.
        raise UnreadableSetting(setting, "rows_engine") from None
    event.listen(engine, "begin", _Views(lake).look)
    event.listen(engine, "handle_error", _as_lost)
    return engine


class _Views:
    """The views of the lake in a session, under the names of the tables."""

    def __init__(self, lake: Path) -> None:
        self._lake = lake

    def look(self, connection: Connection) -> None:
        """Point the session's views at the published version."""
        number = current(self._lake)
        if connection.info.get("lake") == number:
            return
        folder = folder_of(self._lake, number)
        views = {row[1] for row in connection.exec_driver_sql("SHOW VIEWS IN global_temp")}
        for table in TABLES:
            # Files are listed once for all sessions. Numbers begin anew in a lake that was made anew.
            name = f"{table}_{number}_{folder.stat().st_mtime_ns}"
            if name not in views:
                path = str(folder / table).replace("\\", "\\\\").replace("'", "\\'")
                statement = f"CREATE OR REPLACE GLOBAL TEMPORARY VIEW {name} USING parquet OPTIONS (path '{path}')"
                connection.exec_driver_sql(statement)
            view = f"CREATE OR REPLACE TEMPORARY VIEW {table} AS SELECT * FROM global_temp.{name}"  # noqa: S608 (our own names)
            connection.exec_driver_sql(view)
        connection.info["lake"] = number


def _connected(address: URL) -> Any:
    # Not everybody who has a dashboard has such an engine: these packages are in requirements-scale.txt alone.
    hive, thrift, transport = map(import_module, ("pyhive.hive", "thrift.Thrift", "thrift.transport.TTransport"))
    auth = str(address.query.get("auth", "NOSASL"))
    try:
        if auth != "NOSASL":
            return hive.connect(address.host, address.port, address.username, auth=auth, password=address.password)
        line = import_module("thrift.transport.TSocket").TSocket(address.host, address.port or _PORT)
        line.setTimeout(_PATIENCE)
        connection = hive.connect(username=address.username, thrift_transport=transport.TBufferedTransport(line))
    except (thrift.TException, OSError) as cause:
        raise OperationalError("connect", None, cause, connection_invalidated=True) from cause
    # Whoever gives up waiting ends the line under the one that waits.
    connection.fileno = line.handle.fileno
    end = connection.close
    connection.close = lambda: _ended(end, thrift.TException)
    return connection


def _ended(end: Callable[[], None], error: type[Exception]) -> None:
    """Close the connection to a server that may be gone already."""
    with suppress(error, OSError):
        end()


def _as_lost(context: ExceptionContext) -> None:
    """Translate a broken connection into the error of other drivers, which is retried on a new one."""
    problem = context.original_exception
    names = {kind.__name__ for kind in type(problem).__mro__}
    if "TException" not in names and not isinstance(problem, OSError) and not _LOST.search(str(problem)):
        return
    if context.connection is not None:
        context.connection.invalidate()
    raise OperationalError(context.statement, None, problem, connection_invalidated=True) from problem
