"""Secondary indexes out of the way while many rows come in."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Table


@contextmanager
def without_indexes(connection: Connection, table: Table) -> Iterator[None]:
    """Drop the secondary indexes of `table` meanwhile: building them once is faster than keeping them in step."""
    indexes = sorted(table.indexes, key=lambda index: str(index.name))
    for index in indexes:
        index.drop(connection, checkfirst=True)
    yield
    for index in indexes:
        index.create(connection)
