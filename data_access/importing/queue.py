"""The queue of rows for a second look, with the decisions about them."""

import json
from collections.abc import Collection, Sequence
from typing import Any

import polars as pl
from sqlalchemy import Connection, delete, func, select, update

from data_access.database.audit_log import note
from data_access.database.errors import NotSaved
from data_access.database.insert import insert_one
from data_access.database.permissions import covered_numbers, covered_units, require, signature
from data_access.database.schema import held_row, import_batch, initiative, programme, unit
from data_access.database.transactions import writing
from data_access.database.versions import raise_version
from data_access.importing.comparing import STORED, frame_of
from data_access.importing.moved_cells import NEEDED, move_cells
from data_access.importing.out_of_scope import own_code, own_entries
from data_access.importing.writing import remember
from model.clock import this_second
from model.edges import Row
from model.reader import Reader


def waiting(
    connection: Connection, by: Reader, programme_code: str | None = None, *, decided: bool = False, most: int = 500
) -> list[Row]:
    """Entries of the reader's units, oldest first: held_row's columns, `detail` as a dict.

    Or `decided` ones, newest first. At most so many; `total` of each says how many there are.
    """
    require(by, "import")
    own = covered_numbers(connection, by)
    other = held_row.c.other_code if own is None else own_code(held_row.c.other_code, own)
    columns = (programme.c.code.label("programme"), other.label("other"), func.count().over().label("total"))
    query = select(held_row, *columns).join(programme, programme.c.id == held_row.c.programme_id)
    if own is not None:
        query = query.where(own_entries(own))
    query = query.where(held_row.c.decision.is_not(None) if decided else held_row.c.decision.is_(None))
    if programme_code:
        query = query.where(programme.c.code == programme_code)
    order = held_row.c.id.desc() if decided else held_row.c.id
    rows = connection.execute(query.order_by(order).limit(most)).mappings()
    return [
        {**row, "other_code": row["other"], "detail": {**json.loads(row["detail"]), "other": row["other"] or ""}}
        for row in rows
    ]


def decide(url: str, entries: Collection[int], decision: str, by: Reader) -> int | None:
    """Keep or remove the rows of the entries. Removal makes a batch (returned) that undo restores."""
    require(by, "decide")
    who = signature(by)
    if decision not in ("keep", "remove"):
        raise NotSaved("unknown_decision", decision=decision)
    with writing(url) as connection:
        rows = connection.execute(
            select(held_row).where(held_row.c.id.in_(list(entries)), held_row.c.decision.is_(None))
        ).all()
        if not rows:
            raise NotSaved("nothing_waits")
        _require_scope(connection, by, rows)
        batch = None
        for programme_id in sorted({row.programme_id for row in rows}):
            mine = [row for row in rows if row.programme_id == programme_id]
            if decision == "remove":
                batch = _remove(connection, programme_id, mine, who) or batch
        now = this_second()
        values = {"decision": decision, "decided_at": now, "decided_by": who, "decided_batch_id": batch}
        connection.execute(update(held_row).where(held_row.c.id.in_([row.id for row in rows])).values(**values))
        note(connection, who, f"second_look_{decision}", entries=[row.id for row in rows], batch=batch)
        return batch


def _require_scope(connection: Connection, by: Reader, entries: Sequence[Any]) -> None:
    """Require that an account of some units decides about its own rows only."""
    covered = covered_units(connection, by)
    if covered is None:
        return
    rows = pl.concat([_rows_of(connection, entry.programme_id, entry) for entry in entries])
    codes = connection.scalars(select(unit.c.code).where(unit.c.id.in_(rows["unit_id"].unique().to_list()))).all()
    require(by, "decide", codes, covered)


def _remove(connection: Connection, programme_id: int, entries: list[Any], who: str) -> int | None:
    rows = pl.concat([_rows_of(connection, programme_id, entry) for entry in entries]).unique("id", maintain_order=True)
    if not rows.height:
        return None
    now = this_second()
    values = {
        "programme_id": programme_id,
        "kind": "second look",
        "who": who,
        "imported_at": now,
        "file_name": "",
        "sha256": "",
        "rows": 0,
    }
    batch = insert_one(connection, import_batch, values)
    remember(connection, batch, rows)
    ids = rows["id"].to_list()
    for start in range(0, len(ids), 10_000):
        connection.execute(delete(initiative).where(initiative.c.id.in_(ids[start : start + 10_000])))
    extent = move_cells(connection, programme_id, rows.select(NEEDED), rows.clear().select(NEEDED))
    raise_version(connection, programme_id, extent.days, extent.units)
    return batch


def _rows_of(connection: Connection, programme_id: int, entry: Any) -> pl.DataFrame:
    """The stored rows (STORED) that an entry is about: one, or all that its batch wrote for a unit on a day."""
    columns = [initiative.c[name] for name in STORED]
    query = select(*columns).where(initiative.c.programme_id == programme_id)
    if entry.reason == "sudden_jump":
        number = select(unit.c.id).where(unit.c.code == entry.code).scalar_subquery()
        day = json.loads(entry.detail)["day"]
        query = query.where(
            initiative.c.unit_id == number, initiative.c.uploaded_day == day, initiative.c.batch_id == entry.batch_id
        )
    else:
        query = query.where(initiative.c.code == entry.code)
    rows = connection.execute(query).all()
    return frame_of(rows)
