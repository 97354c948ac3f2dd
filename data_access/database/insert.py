"""One row in, its id out, on either database."""

from sqlalchemy import Connection, Table, insert

from model.edges import Row


def insert_one(connection: Connection, table: Table, values: Row) -> int:
    """Write one row; its new id."""
    return int(connection.execute(insert(table).values(**values).returning(table.c.id)).scalar_one())
