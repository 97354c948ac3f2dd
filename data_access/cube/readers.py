"""Cells and counts from any database, each in its fastest way; one snapshot reads one state of the database."""

import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, Protocol

import numpy as np
import orjson
import polars as pl
from sqlalchemy import BigInteger, Connection, LargeBinary, Select, cast, func, literal, literal_column, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.sql.expression import ColumnElement

from data_access.cube.columns import Columns
from data_access.cube.keys import Numbers
from data_access.cube.packing import unpacked

_ROWS_AT_ONCE: Final = 65_536
_LIMIT: Final = 1_000_000_000
_NONE: Final = np.empty(0, dtype=np.int64)


class Snapshot(Protocol):
    """One state of the database."""

    def rows(self, query: Select[Any]) -> list[tuple[Any, ...]]:
        """All rows."""

    def cells(self, packed: Select[Any]) -> Columns:
        """The cells of a query that packs them: `packed_cells` and its like."""

    def numbers(self, query: Select[*tuple[Any, ...]]) -> pl.DataFrame:
        """All rows of a query of whole numbers that are never null nor below zero."""

    def occurrences(self, query: Select[*tuple[Any, ...]]) -> pl.DataFrame:
        """How often each row of a query of two or three whole numbers under 10**9 - 1 occurs, as its columns and n.

        Fast where rows come in the order of the first column, which is never null.
        """


def snapshot(connection: Connection) -> Snapshot:
    """The fastest reader for this database."""
    readers: dict[str, type[_Any]] = {"sqlite": _Streamed, "postgresql": _Aggregated}
    return readers.get(connection.dialect.name, _Any)(connection)


class _Any:
    """Any other database: rows in chunks."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, query: Select[Any]) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self._connection.execute(query)]

    def numbers(self, query: Select[*tuple[Any, ...]]) -> pl.DataFrame:
        return pl.DataFrame(
            self.rows(query), schema=dict.fromkeys(query.selected_columns.keys(), pl.Int64), orient="row"
        )

    def cells(self, packed: Select[Any]) -> Columns:
        result = self._connection.execute(packed, execution_options={"yield_per": _ROWS_AT_ONCE})
        chunks = [np.array([tuple(row) for row in chunk], dtype=np.int64) for chunk in result.partitions()]
        whole = np.concatenate([np.empty((0, 4), dtype=np.int64), *chunks])
        return unpacked(*whole.T)

    def occurrences(self, query: Select[*tuple[Any, ...]]) -> pl.DataFrame:
        columns = query.selected_columns
        by_columns = query.add_columns(func.count().label("n")).group_by(*columns)
        schema = dict.fromkeys((*columns.keys(), "n"), pl.Int64)
        return pl.DataFrame(self.rows(by_columns), schema=schema, orient="row")


class _Streamed(_Any):
    """SQLite: numbers straight from the driver into columns.

    By the driver that everybody else here uses: a second SQLite library in the process (ADBC brings one) takes the
    first one's locks off when it closes the file, and other processes then remove the log it is reading from.
    """

    def cells(self, packed: Select[Any]) -> Columns:
        """The cells of a day come as three lists of numbers: half the time of four numbers a cell.

        They are read in another thread, while SQLite writes those of the next day.
        """
        cell = packed.subquery().c
        lists = (func.json_group_array(column) for column in (cell.packed, cell.n, cell.sum_benefit))
        query = select(cell.day, *lists).group_by(cell.day)
        with ThreadPoolExecutor(1) as reading:
            parts = list(reading.map(_cells_of_day, self._connection.execute(query)))
        packs, days, counts, benefits = map(np.concatenate, zip([_NONE] * 4, *parts, strict=True))
        return unpacked(packs, days, counts, benefits)

    def numbers(self, query: Select[*tuple[Any, ...]]) -> pl.DataFrame:
        return pl.DataFrame(self._columns(query))

    def _columns(self, query: Select[*tuple[Any, ...]]) -> dict[str, Numbers]:
        names = [str(column.key) for column in query.selected_columns]
        result = self._connection.execute(query)
        cursor: Any = result.cursor
        try:
            numbers = np.fromiter(cursor, dtype=np.dtype([(name, "i8") for name in names]))
        except sqlite3.Error as problem:
            raise OperationalError("numbers", None, problem) from problem
        finally:
            result.close()
        return {name: numbers[name].copy() for name in names}

    def occurrences(self, query: Select[*tuple[Any, ...]]) -> pl.DataFrame:
        """The other columns of each first one come as one list of numbers: half the time of sorting a million rows."""
        first, *others = query.selected_columns
        name, *names = (str(column.key) for column in query.selected_columns)
        packed: ColumnElement[Any] = literal_column("0")
        for column in others:
            packed = packed * _LIMIT + func.coalesce(column + 1, 0)
        lists = query.with_only_columns(first, func.json_group_array(packed)).group_by(first)
        sets = [(key, *np.unique(orjson.loads(values), return_counts=True)) for key, values in self.rows(lists)]
        rest = np.concatenate([_NONE, *(numbers for _, numbers, _ in sets)])
        columns: dict[str, Numbers] = {"n": np.concatenate([_NONE, *(counts for _, _, counts in sets)])}
        for other in reversed(names):
            columns[other] = rest % _LIMIT - 1
            rest = rest // _LIMIT
        columns[name] = np.repeat(np.array([key for key, *_ in sets], dtype=np.int64), [len(n) for _, n, _ in sets])
        filled = (pl.when(pl.col(other) >= 0).then(pl.col(other)).alias(other) for other in names)
        return pl.DataFrame(columns).with_columns(filled).select(name, *names, "n")


class _Aggregated(_Any):
    """PostgreSQL: the cells of a day in one value, because every row of a result costs the client a microsecond."""

    _FORMAT: Final = np.dtype([("packed", ">i8"), ("day", ">i4"), ("n", ">i4"), ("benefit", ">i8")])

    def cells(self, packed: Select[Any]) -> Columns:
        cell = packed.subquery().c
        record = func.int8send(cell.packed).op("||")(func.int4send(cell.day))
        record = record.op("||")(func.int4send(cell.n)).op("||")(func.int8send(cell.sum_benefit))
        query = select(func.string_agg(record, func.decode("", "hex"))).group_by(cell.day)
        numbers = np.frombuffer(self._joined(query), dtype=self._FORMAT)
        return unpacked(*(numbers[name] for name in ("packed", "day", "n", "benefit")))

    def occurrences(self, query: Select[*tuple[Any, ...]]) -> pl.DataFrame:
        return self.numbers(query.add_columns(func.count().label("n")).group_by(*query.selected_columns))

    def numbers(self, query: Select[*tuple[Any, ...]]) -> pl.DataFrame:
        rows, names = query.subquery(), query.selected_columns.keys()
        record: ColumnElement[Any] = literal(b"", LargeBinary)
        for name in names:
            record = record.op("||")(func.int8send(func.coalesce(cast(rows.c[name], BigInteger), -1)))
        packed = select(func.string_agg(record, func.decode("", "hex"))).group_by(rows.c[names[0]])
        numbers = np.frombuffer(self._joined(packed), dtype=">i8").astype(np.int64).reshape(-1, len(names))
        filled = (pl.when(pl.col(name) >= 0).then(pl.col(name)).alias(name) for name in names)
        return pl.DataFrame(numbers, schema=list(names), orient="row").select(filled)

    def _joined(self, query: Select[Any]) -> bytes:
        return b"".join(bytes(row[0]) for row in self._connection.execute(query))


def _cells_of_day(row: Sequence[Any]) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Packed cells, day, count and benefit, cell by cell."""
    packs, counts, benefits = (np.array(orjson.loads(numbers), dtype=np.int64) for numbers in row[1:])
    return packs, np.full(len(counts), row[0]), counts, benefits
