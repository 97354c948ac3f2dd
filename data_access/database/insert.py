"""One row in, its id out, on either database."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, insert


def insert_one(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Write one row; its new id."""
    return int(connection.execute(insert(table).values(**values).returning(table.c.id)).scalar_one())
