"""A programme's set-up as one value, which can be compared, kept and restored exactly."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, insert, select, update

from data_access.database.errors import NotSaved
from data_access.database.schema import (
    adoption,
    changed_day,
    changed_unit,
    data_version,
    exemplar,
    exemplar_picture,
    former_row,
    grading_class,
    grading_closed,
    grading_correction,
    grading_criterion,
    held_row,
    import_batch,
    import_problem,
    initiative,
    initiative_cell,
    mail_letter,
    mail_order,
    phase,
    programme,
    programme_event,
    programme_sector,
    programme_unit,
    published_figure,
    readiness_fact,
    readiness_item,
    snapshot,
    target,
    unit,
)
from data_access.importing.planned import as_json, from_json
from model.edges import Row

State = dict[str, list[Row]]

MARK: Final = "programme_setup"  # of rows in former_row that hold a whole state
_OWN: Final[Mapping[str, tuple[Table, Sequence[str]]]] = {
    "phase": (phase, ("number",)),
    "programme_unit": (programme_unit, ("unit_id",)),
    "programme_sector": (programme_sector, ("sector_id",)),
    "target": (target, ("unit_id", "phase", "kind")),
    "programme_event": (programme_event, ("day", "name")),
    "grading_criterion": (grading_criterion, ("place",)),
    "grading_class": (grading_class, ("at_least", "code")),
    "readiness_item": (readiness_item, ("place",)),
}
_BESIDE: Final = (
    *(adoption, changed_day, changed_unit, data_version, exemplar, exemplar_picture),
    *(grading_closed, grading_correction, initiative_cell, mail_order, readiness_fact),
)


def state_of(connection: Connection, programme_id: int) -> State:
    """Everything that a set-up workbook can change, in a fixed order."""
    state: State = {"programme": _rows(connection, programme, programme.c.id == programme_id, ("id",))}
    for name, (table, key) in _OWN.items():
        state[name] = _rows(connection, table, table.c.programme_id == programme_id, key)
    members = select(programme_unit.c.unit_id).where(programme_unit.c.programme_id == programme_id)
    state["unit"] = _rows(connection, unit, unit.c.id.in_(members), ("id",))
    return state


def _rows(connection: Connection, table: Table, condition: Any, key: Sequence[str]) -> list[Row]:
    query = select(table).where(condition).order_by(*(table.c[name] for name in key))
    result = connection.execute(query)
    names = tuple(result.keys())  # asked once: mappings ask at every row, which took most of the time of large ones
    return [dict(zip(names, row, strict=True)) for row in result]


def keep_state(connection: Connection, batch_id: int, programme_id: int, before: State) -> None:
    """Remember the state before a batch; a programme made by the batch has no row in it."""
    content = {name: [as_json(row) for row in rows] for name, rows in before.items()}
    values = {"batch_id": batch_id, "table_name": MARK, "row_id": programme_id, "content": json.dumps(content)}
    connection.execute(insert(former_row).values(**values))


def restore_state(connection: Connection, batch_id: int) -> tuple[int, int]:
    """Restore the set-up from before a batch; a new one becomes empty.

    Returns how many rows are gone that were added since, and how many are as before that were changed or taken out.
    """
    marks = select(former_row).where(former_row.c.batch_id == batch_id, former_row.c.table_name == MARK)
    row = connection.execute(marks).first()
    if row is None:
        return 0, 0
    state = json.loads(row.content)
    differences = _differing(state, state_of(connection, row.row_id))
    content = {name: [json.loads(row) for row in rows] for name, rows in state.items()}
    for name, (table, _) in _OWN.items():
        if name not in content:
            continue  # kept before there was such a table
        connection.execute(delete(table).where(table.c.programme_id == row.row_id))
        rows = [from_json(table, json.dumps(row)) for row in content[name]]
        if rows:
            connection.execute(insert(table), rows)
    for name, table in (("programme", programme), ("unit", unit)):
        for stored_row in content[name]:
            values = from_json(table, json.dumps(stored_row))
            connection.execute(update(table).where(table.c.id == stored_row["id"]).values(**values))
    return differences


def _differing(before: Mapping[str, Sequence[str]], state: State) -> tuple[int, int]:
    """The number of rows added since a state, by their keys, and of its rows that were changed or removed."""
    now = {name: [as_json(row) for row in rows] for name, rows in state.items()}
    new_count = 0
    for name, (_, key) in _OWN.items():
        there = {_key_of(row, key) for row in before.get(name, ())}
        new_count += sum(_key_of(row, key) not in there for row in now[name])
    rows_now = {name: set(rows) for name, rows in now.items()}
    return new_count, sum(row not in rows_now[name] for name, rows in before.items() for row in rows)


def _key_of(row: str, key: Sequence[str]) -> tuple[Any, ...]:
    content = json.loads(row)
    return tuple(content[name] for name in key)


def was_new(connection: Connection, batch_id: int) -> bool:
    """Whether the batch made its programme."""
    marks = select(former_row.c.content).where(former_row.c.batch_id == batch_id, former_row.c.table_name == MARK)
    content = connection.scalar(marks)
    return content is not None and not json.loads(content)["programme"]


def remove_rows(connection: Connection, number: int) -> None:
    """Delete a programme with everything, its imports too. Raises NotSaved (programme_in_use) where figures name it."""
    records = [
        connection.scalar(select(table.c.programme_id).where(table.c.programme_id == number).limit(1))
        for table in (initiative, snapshot, published_figure)
    ]
    if any(row is not None for row in records):
        code = connection.scalar(select(programme.c.code).where(programme.c.id == number))
        raise NotSaved("programme_in_use", programme=code)
    batches = select(import_batch.c.id).where(import_batch.c.programme_id == number)
    for table in (held_row, import_problem, former_row):
        connection.execute(delete(table).where(table.c.batch_id.in_(batches)))
    orders = select(mail_order.c.id).where(mail_order.c.programme_id == number)
    connection.execute(delete(mail_letter).where(mail_letter.c.order_id.in_(orders)))
    for table in (*(table for table, _ in _OWN.values()), *_BESIDE, import_batch):
        connection.execute(delete(table).where(table.c.programme_id == number))
    connection.execute(delete(programme).where(programme.c.id == number))


def has_records(connection: Connection, programme_id: int) -> bool:
    """Whether any initiative belongs to the programme."""
    query = select(initiative.c.id).where(initiative.c.programme_id == programme_id).limit(1)
    return connection.scalar(query) is not None
