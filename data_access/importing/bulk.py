"""Many rows into one table: COPY on PostgreSQL, one prepared statement on SQLite."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import polars as pl
from sqlalchemy import Connection, Table

from data_access.importing.rows import MOMENT
from model.garbage import uncollected

Progress = Callable[[int], None]
BATCH: Final = 20_000


def insert_rows(
    connection: Connection, table: Table | str, rows: pl.DataFrame, progress: Progress | None = None
) -> None:
    """Insert `rows`, whose columns are columns of the table; `progress` hears how many more are in."""
    name = table if isinstance(table, str) else table.name
    if not rows.height:
        return
    if connection.dialect.name == "postgresql":
        _copy(connection, name, rows, progress)
    else:
        columns, places = ", ".join(f'"{column}"' for column in rows.columns), ", ".join("?" * rows.width)
        run_many(connection, f'INSERT INTO "{name}" ({columns}) VALUES ({places})', rows, progress)  # noqa: S608 (our own names)


def insert_at_once(connection: Connection, table: Table, rows: pl.DataFrame, progress: Progress | None = None) -> None:
    """Insert `rows` with one statement: SQLite writes its word index to the disk after each, and merges it then."""
    if connection.dialect.name != "sqlite" or not rows.height:
        insert_rows(connection, table, rows, progress)
        return
    columns = ", ".join(f'"{column}"' for column in rows.columns)
    with beside(connection, table.name, rows, progress) as staged:
        query = f'INSERT INTO "{table.name}" ({columns}) SELECT {columns} FROM "{staged}" ORDER BY rowid'  # noqa: S608 (our own names)
        connection.exec_driver_sql(query)


@contextmanager
def beside(connection: Connection, name: str, rows: pl.DataFrame, progress: Progress | None = None) -> Iterator[str]:
    """The name of a temporary table that holds `rows`, with the column types of table `name`."""
    columns, staged = ", ".join(f'"{column}"' for column in rows.columns), f"staged_{name}"
    empty = f'SELECT {columns} FROM "{name}" LIMIT 0'  # noqa: S608 (our own names)
    ends = " ON COMMIT DROP" if connection.dialect.name == "postgresql" else ""
    connection.exec_driver_sql(f'CREATE TEMPORARY TABLE "{staged}"{ends} AS {empty}')
    insert_rows(connection, staged, rows, progress)
    yield staged
    connection.exec_driver_sql(f'DROP TABLE "{staged}"')


def run_many(connection: Connection, statement: str, rows: pl.DataFrame, progress: Progress | None = None) -> None:
    """Run a statement of SQLite once per row, with the row's values in order."""
    cursor = _cursor(connection)
    try:
        with uncollected():
            for batch in rows.iter_slices(BATCH):
                cursor.executemany(statement, tuples(as_stored(batch)))
                if progress:
                    progress(batch.height)
    finally:
        cursor.close()


def tuples(rows: pl.DataFrame) -> Iterator[tuple[Any, ...]]:
    """`rows.rows()` in two thirds of the time, and never all of them at once."""
    return zip(*(column.to_list() for column in rows), strict=True)


def as_stored(rows: pl.DataFrame) -> pl.DataFrame:
    """`rows` as SQLite keeps them: moments as the text that SQLAlchemy writes, truth as 0 and 1."""
    moments = [name for name, dtype in rows.schema.items() if dtype == MOMENT]
    dates = [name for name, dtype in rows.schema.items() if dtype == pl.Date]
    truths = [name for name, dtype in rows.schema.items() if dtype == pl.Boolean]
    return rows.with_columns(
        *(pl.col(name).dt.strftime("%Y-%m-%d %H:%M:%S.%6f") for name in moments),
        *(pl.col(name).dt.strftime("%Y-%m-%d") for name in dates),
        *(pl.col(name).cast(pl.Int64) for name in truths),
    )


def _cursor(connection: Connection) -> Any:
    return connection.connection.cursor()


def _copy(connection: Connection, name: str, rows: pl.DataFrame, progress: Progress | None) -> None:
    columns = ", ".join(f'"{column}"' for column in rows.columns)
    cursor = _cursor(connection)
    try:
        if not _is_guarded(cursor, name):
            _stream(cursor, name, columns, rows, progress)
            return
        # COPY goes past row-level security, so PostgreSQL refuses it there: the rows are copied beside and moved.
        cursor.execute(f'CREATE TEMPORARY TABLE "copied" (LIKE "{name}" INCLUDING DEFAULTS) ON COMMIT DROP')
        _stream(cursor, "copied", columns, rows, progress)
        cursor.execute(f'INSERT INTO "{name}" ({columns}) SELECT {columns} FROM "copied"')  # noqa: S608 (our own names)
        cursor.execute('DROP TABLE "copied"')
    finally:
        cursor.close()


def _is_guarded(cursor: Any, name: str) -> bool:
    cursor.execute("SELECT row_security_active(%s)", (f'"{name}"',))
    return bool(cursor.fetchone()[0])


def _stream(cursor: Any, name: str, columns: str, rows: pl.DataFrame, progress: Progress | None) -> None:
    with cursor.copy(f'COPY "{name}" ({columns}) FROM STDIN (FORMAT csv)') as stream:
        for batch in rows.iter_slices(BATCH):
            stream.write(batch.write_csv(include_header=False, datetime_format="%Y-%m-%d %H:%M:%S.%6f").encode())
            if progress:
                progress(batch.height)
