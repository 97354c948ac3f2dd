"""Rows of tables as Parquet files, the same bytes for the same rows."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, Float, Integer, SmallInteger, Table

from data_access.database.lake import FILE

# Days are folders: engines read these two from the names and pass over what nobody asked for.
FOLDERS: Final = ("programme_id", "uploaded_day")
_KINDS: Final[tuple[tuple[type, pa.DataType], ...]] = (
    (BigInteger, pa.int64()),
    (SmallInteger, pa.int32()),
    (Integer, pa.int32()),
    (Boolean, pa.bool_()),
    (Float, pa.float64()),
    (DateTime, pa.timestamp("us")),
    (Date, pa.date32()),
)


def schema_of(table: Table, leave_out: Sequence[str] = ()) -> pa.Schema:
    """The columns of a table as Parquet has them."""
    return pa.schema([(column.name, _kind(column)) for column in table.c if column.name not in leave_out])


def as_arrow(rows: Sequence[Sequence[Any]], schema: pa.Schema) -> pa.Table:
    """Rows as Arrow, from drivers that give moments as text and Booleans as numbers, like SQLite's."""
    columns: Sequence[Sequence[Any]] = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.table([_array(values, kind.type) for values, kind in zip(columns, schema, strict=True)], schema=schema)


def write_file(folder: Path, rows: pa.Table) -> str:
    """Write the file of a folder; the SHA-256 of its bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    buffer = pa.BufferOutputStream()
    pq.write_table(rows, buffer, compression="zstd")
    content = buffer.getvalue()
    (folder / FILE).write_bytes(content)
    return sha256(content).hexdigest()


def day_folder(folder: Path, programme_id: int, day: int) -> Path:
    """The folder of the rows of a day, below that of a version."""
    return folder / "initiative" / f"programme_id={programme_id}" / f"uploaded_day={day}"


def _kind(column: Column[Any]) -> pa.DataType:
    # Keys of any engine are whole numbers; their variants for SQLite are not asked.
    for sql_type, kind in _KINDS:
        if isinstance(column.type, sql_type):
            return kind
    return pa.string()


def _array(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    if pa.types.is_boolean(kind):
        return pa.array([None if value is None else bool(value) for value in values], kind)
    if (pa.types.is_timestamp(kind) or pa.types.is_date(kind)) and any(isinstance(value, str) for value in values):
        return pa.array(values, pa.string()).cast(kind)
    return pa.array(values, kind)
