"""The numbers that the database gives to programmes and units, by their codes."""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, select

from data_access.database.errors import NotSaved
from data_access.database.schema import programme


def ids_by_code(connection: Connection, table: Table) -> dict[str, int]:
    """The stored numbers of programmes or units by code."""
    return {row.code: row.id for row in connection.execute(select(table.c.code, table.c.id))}


def programme_ids(connection: Connection) -> Sequence[int]:
    """The numbers of all programmes."""
    return connection.scalars(select(programme.c.id).order_by(programme.c.id)).all()


def find_programme_id(connection: Connection, code: str | None) -> int | None:
    """The number of the programme with that code, None where there is none."""
    number: int | None = connection.scalar(select(programme.c.id).where(programme.c.code == code))
    return number


def programme_id_of(connection: Connection, code: str) -> int:
    """The number of the programme with that code. Raises NotSaved (unknown_programme)."""
    number = find_programme_id(connection, code)
    if number is None:
        codes = connection.scalars(select(programme.c.code).order_by(programme.c.id)).all()
        raise NotSaved("unknown_programme", programme=code, known=list(codes))
    return number
