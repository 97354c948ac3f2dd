"""Writes to small tables (targets, units, figures), planned first, so that a preview counts what a save does."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Table, delete, insert, select, update

from data_access.database.insert import insert_one
from data_access.database.schema import former_row
from data_access.reference.shipping import changes_of
from model.edges import Json, Row


@dataclass(frozen=True)
class Planned:
    """One row to write: `values` for a new row (no `former`), or those that change of the row `row_id`.

    A `former` row without values goes.
    """

    table: Table
    values: Row
    row_id: int | None = None
    former: Row | None = None


Counts = tuple[int, int, int]


def plan(
    connection: Connection,
    table: Table,
    key: Sequence[str],
    rows: Sequence[Row],
    removed_rows: Sequence[Row] = (),
) -> tuple[list[Planned], Counts]:
    """Plan the writes that make `rows` true and remove `removed_rows`; `key` tells rows apart.

    Returns the counts of new, changed (or gone) and same rows as well.
    """
    row_by_key = {tuple(row[name] for name in key): dict(row) for row in connection.execute(select(table)).mappings()}
    planned: list[Planned] = []
    same = 0
    for row in rows:
        former = row_by_key.get(tuple(row[name] for name in key))
        if former is None:
            planned.append(Planned(table, row))
            continue
        if changes := changes_of(row, former):
            planned.append(Planned(table, changes, former["id"], former))
        else:
            same += 1
    for row in removed_rows:
        former = row_by_key.get(tuple(row[name] for name in key))
        if former is None:
            same += 1
        else:
            planned.append(Planned(table, {}, former["id"], former))
    updates = sum(change.former is not None for change in planned)
    return planned, (len(planned) - updates, updates, same)


def write(connection: Connection, batch_id: int, planned: Sequence[Planned]) -> None:
    """Write the rows and remember what they were before."""
    remembered = []
    for change in planned:
        if change.row_id is None:
            row_id = insert_one(connection, change.table, change.values)
        else:
            row_id = change.row_id
            same = change.table.c.id == row_id
            connection.execute(
                update(change.table).where(same).values(**change.values)
                if change.values
                else delete(change.table).where(same)
            )
        content = None if change.former is None else as_json(change.former)
        remembered.append(
            {
                "batch_id": batch_id,
                "former_batch_id": None,
                "table_name": change.table.name,
                "row_id": row_id,
                "content": content,
            }
        )
    if remembered:
        connection.execute(insert(former_row), remembered)


def as_json(row: Row) -> str:
    """A stored row as text; moments and days in ISO form."""
    return json.dumps(
        {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()},
        ensure_ascii=False,
    )


def from_json(table: Table, content: str) -> Json:
    """The row that `as_json` wrote."""
    values: Json = json.loads(content)
    for name, value in values.items():
        kind = table.c[name].type.python_type
        if value is not None and kind is datetime:
            values[name] = datetime.fromisoformat(value)
        elif value is not None and kind is date:
            values[name] = date.fromisoformat(value)
    return values
