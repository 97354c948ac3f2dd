"""Insertion of one row that returns its id, on either engine."""

from sqlalchemy import Connection, Table, insert

from model.edges import Row


def insert_one(connection: Connection, table: Table, values: Row) -> int:
    """Insert one row; returns its new id."""
    return int(connection.execute(insert(table).values(**values).returning(table.c.id)).scalar_one())
