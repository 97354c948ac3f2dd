"""Indexes and references set aside while many rows are inserted."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, ForeignKeyConstraint, text
from sqlalchemy.schema import AddConstraint, DropConstraint, DropIndex

from data_access.database.schema import initiative
from data_access.database.search_index import without_search_index


def owns_rows(connection: Connection) -> bool:
    """Whether this login may drop and create indexes of `initiative`, which a mere writer cannot."""
    if connection.dialect.name != "postgresql":
        return True
    owned = "SELECT pg_has_role(current_user, relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('initiative')"
    return bool(connection.scalar(text(owned)))


@contextmanager
def without_indexes(connection: Connection) -> Iterator[None]:
    """Drop the indexes of `initiative` meanwhile, because creating them once is faster than updating them."""
    indexes = sorted(initiative.indexes, key=lambda index: str(index.name))
    for index in indexes:
        connection.execute(DropIndex(index, if_exists=True))  # drop() looks first, and misses indexes of expressions
    with without_search_index(connection), _referring_later(connection):
        yield
    for index in indexes:
        index.create(connection)


@contextmanager
def _referring_later(connection: Connection) -> Iterator[None]:
    """Check references at the end: PostgreSQL looks up each one separately otherwise, 15 s in a million rows."""
    references = set() if connection.dialect.name == "sqlite" else initiative.foreign_key_constraints
    with without_constraints(connection, references):
        yield


@contextmanager
def without_constraints(connection: Connection, constraints: Collection[ForeignKeyConstraint]) -> Iterator[None]:
    """Drop these references meanwhile; adding them again checks all rows at once."""
    for constraint in constraints:
        connection.execute(DropConstraint(constraint, if_exists=True))
    yield
    for constraint in constraints:
        connection.execute(AddConstraint(constraint, isolate_from_table=False))
