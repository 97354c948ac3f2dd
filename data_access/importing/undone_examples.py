"""Undo of a file of examples: restored as they were before, or removed."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from data_access.database.errors import NotSaved
from data_access.database.schema import adoption, exemplar, exemplar_picture, former_row
from data_access.importing.planned import as_json, from_json
from model.edges import Row


def kept(row: Mapping[Any, Any] | None) -> str | None:
    """An example in the form that an import keeps; None where there was none."""
    return as_json(dict(row)) if row is not None else None


def undo_examples(connection: Connection, batch: int) -> tuple[int, int]:
    """The number of examples removed, and restored. Raises NotSaved (examples_edited): later edits of staff stay."""
    own = former_row.c
    query = select(own.content).where(own.batch_id == batch, own.table_name == exemplar.name).order_by(own.id.desc())
    removed = restored = 0
    for content in connection.scalars(query).all():
        former = json.loads(content)
        after = from_json(exemplar, former["after"])
        same = (exemplar.c.programme_id == after["programme_id"]) & (exemplar.c.code == after["code"])
        now = connection.execute(select(exemplar).where(same)).mappings().first()
        if kept(now) != former["after"] or (former["before"] is None and _has_more(connection, after)):
            raise NotSaved("examples_edited", batch=batch, example=after["code"])
        if former["before"] is None:
            connection.execute(delete(exemplar).where(same))
            removed += 1
        else:
            connection.execute(update(exemplar).where(same).values(**from_json(exemplar, former["before"])))
            restored += 1
    return removed, restored


def _has_more(connection: Connection, row: Row) -> bool:
    """Whether somebody added pictures, or a unit said that it uses it."""
    return any(
        connection.scalar(
            select(func.count()).where(table.c.programme_id == row["programme_id"], table.c.code == row["code"])
        )
        for table in (exemplar_picture, adoption)
    )
