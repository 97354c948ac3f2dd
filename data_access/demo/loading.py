"""Many rows into one table by the fastest way each engine has, inside the open transaction."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

import polars as pl
from sqlalchemy import Connection, Table, case, delete, insert, select, text

from data_access.database.parallel import made_ahead
from data_access.importing.bulk import tuples
from model.garbage import uncollected


def load(connection: Connection, table: Table, columns: Sequence[str], frames: Iterable[pl.DataFrame]) -> Iterator[int]:
    """Write the frames, whose columns are `columns`; yields how many rows were written after each."""
    write = _copy_once if _begins_anew(connection, table) else _WAYS.get(connection.dialect.name, _insert_plainly)
    names = ", ".join(f'"{name}"' for name in columns)
    with uncollected():
        for frame in made_ahead(frames):  # polars and the database leave Python alone
            write(connection, table, names, frame)
            yield len(frame)


def _begins_anew(connection: Connection, table: Table) -> bool:
    """Whether PostgreSQL may write rows as frozen: the table is empty, and nobody reads it before the commit."""
    if connection.dialect.name != "postgresql" or connection.scalar(select(1).select_from(table).limit(1)):
        return False
    connection.execute(text(f'TRUNCATE "{table.name}"'))
    return True


def empty(connection: Connection, table: Table, condition: Any) -> None:
    """Delete the rows of `condition`; all at once where no other row is left."""
    is_other = case((condition, 0), else_=1) == 1  # rows for which the condition is NULL stay, too
    others = connection.scalar(select(1).select_from(table).where(is_other).limit(1))
    if others:
        connection.execute(delete(table).where(condition))
    elif connection.dialect.name == "postgresql":
        connection.execute(text(f'TRUNCATE "{table.name}"'))
    else:
        connection.execute(delete(table))


def _insert_many(connection: Connection, table: Table, names: str, frame: pl.DataFrame) -> None:
    marks = ", ".join("?" * frame.width)
    cursor: Any = connection.connection.cursor()
    cursor.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', tuples(frame))  # noqa: S608 (our own names)
    cursor.close()


def _copy_once(connection: Connection, table: Table, names: str, frame: pl.DataFrame) -> None:
    """COPY with FREEZE, into a table truncated in this transaction: readers need not check commits row by row."""
    _copy(connection, table, names, frame, "FORMAT csv, FREEZE")


def _copy(connection: Connection, table: Table, names: str, frame: pl.DataFrame, form: str = "FORMAT csv") -> None:
    cursor: Any = connection.connection.cursor()
    with cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN ({form})') as copy:
        copy.write(frame.write_csv(include_header=False).encode())
    cursor.close()


def _insert_plainly(connection: Connection, table: Table, _names: str, frame: pl.DataFrame) -> None:
    connection.execute(insert(table), frame.to_dicts())


_WAYS: Final[dict[str, Callable[[Connection, Table, str, pl.DataFrame], None]]] = {
    "sqlite": _insert_many,
    "postgresql": _copy,
}
