"""Many rows into one table by the fastest way each engine has, inside the open transaction."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

import polars as pl
from sqlalchemy import Connection, Table, case, delete, insert, select, text

from data_access.importing.bulk import uncollected


def load(connection: Connection, table: Table, columns: Sequence[str], frames: Iterable[pl.DataFrame]) -> Iterator[int]:
    """Write the frames, whose columns are `columns`; yields how many rows were written after each."""
    prepare, write = _WAYS.get(connection.dialect.name, _PLAIN)
    names = ", ".join(f'"{name}"' for name in columns)
    with uncollected():
        for frame in frames:
            write(connection, table, names, prepare(frame))
            yield len(frame)


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


def _as_tuples(frame: pl.DataFrame) -> list[tuple[Any, ...]]:
    return frame.rows()


def _insert_many(connection: Connection, table: Table, names: str, batch: list[tuple[Any, ...]]) -> None:
    marks = ", ".join("?" for _ in batch[0])
    cursor = connection.connection.cursor()
    cursor.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', batch)  # noqa: S608 (our own names)
    cursor.close()


def _as_csv(frame: pl.DataFrame) -> bytes:
    return frame.write_csv(include_header=False).encode()


def _copy(connection: Connection, table: Table, names: str, batch: bytes) -> None:
    cursor: Any = connection.connection.cursor()
    with cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN (FORMAT csv)') as copy:
        copy.write(batch)
    cursor.close()


def _as_dicts(frame: pl.DataFrame) -> list[dict[str, Any]]:
    return frame.to_dicts()


def _insert_plainly(connection: Connection, table: Table, _names: str, batch: list[dict[str, Any]]) -> None:
    connection.execute(insert(table), batch)


_Way = tuple[Callable[[pl.DataFrame], Any], Callable[[Connection, Table, str, Any], None]]
_PLAIN: Final[_Way] = (_as_dicts, _insert_plainly)
_WAYS: Final[dict[str, _Way]] = {"sqlite": (_as_tuples, _insert_many), "postgresql": (_as_csv, _copy)}
