"""Rows of some days as Arrow tables, the same from either database."""

from collections.abc import Collection, Iterator
from io import BytesIO
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv
from sqlalchemy import Connection

from data_access.database.schema import initiative
from data_access.lake.files import FOLDERS, as_arrow, schema_of

_DAY: Final = "uploaded_day"
_ROWS: Final = schema_of(initiative, leave_out=FOLDERS)
_DATED: Final = pa.schema([(_DAY, pa.int32()), *_ROWS])


def read_days(connection: Connection, programme_id: int, days: Collection[int]) -> pa.Table:
    """The rows of a programme that were uploaded on some days, by day and id."""
    names = ", ".join(f'"{name}"' for name in _DATED.names)
    numbers = ", ".join(str(int(day)) for day in days)
    condition = f"programme_id = {int(programme_id)} AND {_DAY} IN ({numbers})"
    query = f"SELECT {names} FROM initiative WHERE {condition} ORDER BY {_DAY}, id"  # noqa: S608 (numbers and our own names)
    if connection.dialect.name == "postgresql":
        return _copied(connection, query)
    # As the driver gives them: moments of SQLite are read by Arrow in a tenth of the time.
    return as_arrow(list(connection.exec_driver_sql(query)), _DATED)


def by_day(rows: pa.Table) -> Iterator[tuple[int, pa.Table]]:
    """The days of rows in order, each with its rows; the column of the day is left out, as it names the folder."""
    begun = 0
    for day_count in pc.value_counts(rows[_DAY].combine_chunks()).to_pylist():
        of_day = rows.slice(begun, day_count["counts"]).select(_ROWS.names)
        yield day_count["values"], of_day.combine_chunks()
        begun += day_count["counts"]


def _copied(connection: Connection, query: str) -> pa.Table:
    """The CSV that PostgreSQL writes, parsed by Arrow in a third of the time that rows of Python take."""
    connection.exec_driver_sql("SET LOCAL datestyle = 'ISO'")
    cursor: Any = connection.connection.cursor()
    content = BytesIO()
    with cursor.copy(f"COPY ({query}) TO STDOUT (FORMAT csv)") as copy:
        for part in copy:
            content.write(part)
    cursor.close()
    content.seek(0)
    if not content.getbuffer():
        return _DATED.empty_table()
    return csv.read_csv(
        content,
        read_options=csv.ReadOptions(column_names=_DATED.names),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        # An empty text has quotes, one that is missing has none.
        convert_options=csv.ConvertOptions(
            column_types=_DATED,
            null_values=[""],
            true_values=["t"],
            false_values=["f"],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )
