"""Undo of one import, exact or refused with the reason."""

from dataclasses import dataclass
from typing import Any, Final

import polars as pl
from sqlalchemy import Connection, delete, func, insert, select, update

from data_access.database.audit_log import note
from data_access.database.errors import NotAllowed, NotSaved
from data_access.database.permissions import require, signature
from data_access.database.schema import former_row, held_row, import_batch, initiative, metadata, programme
from data_access.database.transactions import writing
from data_access.database.versions import Touched, raise_version, raise_without_rows
from data_access.importing.comparing import STORED
from data_access.importing.made_units import undo_units
from data_access.importing.moved_cells import NEEDED, move_cells
from data_access.importing.planned import from_json
from data_access.importing.programme_state import remove_rows, restore_state, was_new
from data_access.importing.undone_examples import undo_examples
from data_access.importing.writing import WRITTEN, update_rows
from model.clock import this_second
from model.edges import Row
from model.reader import Reader

_OTHERS: Final = ("target", "published_figure", "readiness_fact")


@dataclass(frozen=True)
class Undone:
    """The result of an undo: rows removed again, rows restored."""

    batch: int
    file_name: str
    removed: int
    restored: int


def undo(url: str, batch: int, by: Reader) -> Undone:
    """Undo one import. Raises NotSaved (no_such_batch, already_undone, later_edits) and then changes nothing.

    An account of some units takes back its own imports; NotAllowed says so.
    """
    require(by, "undo")
    who = signature(by)
    with writing(url) as connection:
        row = connection.execute(select(import_batch).where(import_batch.c.id == batch)).first()
        if row is None:
            raise NotSaved("no_such_batch", batch=batch)
        if not by.sees_everything and row.who != who:
            raise NotAllowed("undo", by.units)
        if row.undone_at:
            raise NotSaved("already_undone", batch=batch, at=row.undone_at)
        _refuse_later_edits(connection, row)
        if was_new(connection, batch):
            return _undo_programme(connection, row, who)
        removed, restored, extent = _undo_initiatives(connection, row)
        for name in _OTHERS:
            more = _undo_others(connection, batch, name)
            removed, restored = removed + more[0], restored + more[1]
        more = undo_examples(connection, batch)
        setup = restore_state(connection, batch)
        removed, restored = removed + more[0] + setup[0], restored + more[1] + setup[1]
        restored += undo_units(connection, batch)
        connection.execute(delete(former_row).where(former_row.c.batch_id == batch))
        now = this_second()
        waiting = held_row.c.batch_id == batch, held_row.c.decision.is_(None)
        connection.execute(update(held_row).where(*waiting).values(decision="undone", decided_at=now, decided_by=who))
        again = held_row.c.decided_batch_id == batch
        connection.execute(
            update(held_row).where(again).values(decision=None, decided_at=None, decided_by=None, decided_batch_id=None)
        )
        connection.execute(update(import_batch).where(import_batch.c.id == batch).values(undone_at=now))
        raise_version(connection, row.programme_id, extent.days, extent.units)
        note(connection, who, "undo", batch=batch, file=row.file_name, removed=removed, restored=restored)
        return Undone(batch, row.file_name, removed, restored)


def _undo_programme(connection: Connection, batch: Any, who: str) -> Undone:
    """Remove a programme that the batch made, with everything of it; imports into it have to be undone first."""
    own = import_batch.c.programme_id == batch.programme_id
    others = connection.scalars(
        select(import_batch.c.id).where(own, import_batch.c.id != batch.id, import_batch.c.undone_at.is_(None))
    ).all()
    if others:
        raise NotSaved("later_edits", batch=batch.id, batches=list(others))
    restore_state(connection, batch.id)
    undo_units(connection, batch.id)
    remove_rows(connection, batch.programme_id)
    note(connection, who, "undo", batch=batch.id, file=batch.file_name, removed=batch.rows, restored=0)
    for number in connection.scalars(select(programme.c.id)).all():
        raise_without_rows(connection, number)
    return Undone(batch.id, batch.file_name, batch.rows, 0)


def _refuse_later_edits(connection: Connection, batch: Any) -> None:
    """Refuse where a later batch changed or removed the rows."""
    mine = select(former_row.c.row_id, former_row.c.table_name).where(former_row.c.batch_id == batch.id).subquery()
    later = former_row.c.batch_id > batch.id
    by_rows = (
        select(former_row.c.batch_id)
        .join(mine, (mine.c.row_id == former_row.c.row_id) & (mine.c.table_name == former_row.c.table_name))
        .where(later)
    )
    by_owner = select(former_row.c.batch_id).where(later, former_row.c.former_batch_id == batch.id)
    ordered = sorted({*connection.scalars(by_rows.distinct()), *connection.scalars(by_owner.distinct())})
    if ordered:
        raise NotSaved("later_edits", batch=batch.id, batches=ordered)
    if batch.kind == "initiatives":
        there = connection.scalar(select(func.count()).where(initiative.c.batch_id == batch.id))
        if there != batch.rows:
            raise NotSaved("rows_gone", batch=batch.id, there=there, written=batch.rows)


def _undo_initiatives(connection: Connection, batch: Any) -> tuple[int, int, Touched]:
    former = _former_initiatives(connection, batch.id)
    columns = [initiative.c[name] for name in NEEDED]
    now = connection.execute(select(*columns).where(initiative.c.batch_id == batch.id)).all()
    schema = {name: STORED[name] for name in NEEDED}
    before = pl.DataFrame([tuple(row) for row in now], schema=schema, orient="row")
    present = set(
        connection.scalars(
            select(initiative.c.id)
            .join(former_row, former_row.c.row_id == initiative.c.id)
            .where(former_row.c.batch_id == batch.id, former_row.c.table_name == "initiative")
        )
    )
    update_rows(connection, former.filter(pl.col("id").is_in(present)).select(*WRITTEN, "batch_id", "id"))
    removed = former.filter(~pl.col("id").is_in(present))
    if removed.height:
        rows = [{**row, "programme_id": batch.programme_id} for row in removed.iter_rows(named=True)]
        connection.execute(insert(initiative), rows)
    count = connection.execute(delete(initiative).where(initiative.c.batch_id == batch.id)).rowcount
    extent = move_cells(connection, batch.programme_id, before, former.select(NEEDED))
    return count, former.height, extent


def _former_initiatives(connection: Connection, batch_id: int) -> pl.DataFrame:
    query = select(former_row.c.content).where(
        former_row.c.batch_id == batch_id, former_row.c.table_name == "initiative"
    )
    rows = [from_json(initiative, content) for content in connection.scalars(query)]
    return pl.DataFrame(rows, schema=STORED, orient="row")


def _undo_others(connection: Connection, batch_id: int, name: str) -> tuple[int, int]:
    table = metadata.tables[name]
    query = select(former_row).where(former_row.c.batch_id == batch_id, former_row.c.table_name == name)
    removed = restored = 0
    for row in connection.execute(query.order_by(former_row.c.id.desc())).all():
        if row.content is None:
            removed += connection.execute(delete(table).where(table.c.id == row.row_id)).rowcount
        else:
            values = from_json(table, row.content)
            row_count = connection.execute(update(table).where(table.c.id == row.row_id).values(**values)).rowcount
            if not row_count:  # the batch removed it
                connection.execute(insert(table).values(**values))
            restored += 1
    return removed, restored


def batches(connection: Connection, by: Reader, programme_code: str | None = None, most: int = 50) -> list[Row]:
    """The latest imports, newest first, each with the `total`; to an account of some units its own."""
    require(by, "import")
    columns = (programme.c.code.label("programme"), func.count().over().label("total"))
    query = select(import_batch, *columns).join(programme, programme.c.id == import_batch.c.programme_id)
    query = query.order_by(import_batch.c.id.desc()).limit(most)
    if not by.sees_everything:
        query = query.where(import_batch.c.who == signature(by))
    if programme_code:
        query = query.where(programme.c.code == programme_code)
    return [dict(row) for row in connection.execute(query).mappings()]
