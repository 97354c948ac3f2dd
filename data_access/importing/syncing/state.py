"""The progress of a source, kept in the database: a run after a kill begins where the last complete one ended."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from data_access.database.schema import import_batch, initiative, sync_source, sync_waiting
from data_access.importing.syncing.row_file import Waiting
from data_access.importing.syncing.settings import SourceSettings
from data_access.reference.ids import programme_id_of
from model.clock import this_second
from model.edges import Json, Row

_AT_ONCE: Final = 500


def begin(connection: Connection, settings: SourceSettings) -> tuple[Json, Waiting, datetime | None]:
    """Note that a run starts; the mark, the rows that wait, and when deletions were looked for."""
    same = sync_source.c.name == settings.name
    state = connection.execute(select(sync_source).where(same)).first()
    number = programme_id_of(connection, settings.programme)
    every = int(settings.every.total_seconds()) if settings.every else None
    values = {"programme_id": number, "every_seconds": every, "started_at": this_second()}
    if state is None:
        connection.execute(insert(sync_source).values(name=settings.name, **values))
        return {}, {}, None
    connection.execute(update(sync_source).where(same).values(**values))
    rows = select(sync_waiting).where(sync_waiting.c.source == settings.name)
    waiting = {row.code: json.loads(row.content) for row in connection.execute(rows)}
    return json.loads(state.mark or "{}"), waiting, state.checked_at


def succeed(connection: Connection, name: str, mark: Row, waiting: Waiting) -> None:
    """Record the success of a run: its mark and the waiting rows."""
    connection.execute(delete(sync_waiting).where(sync_waiting.c.source == name))
    rows = [
        {"source": name, "code": code[:200], "content": json.dumps(row, ensure_ascii=False)}
        for code, row in waiting.items()
    ]
    if rows:
        connection.execute(insert(sync_waiting), rows)
    values = {
        "mark": json.dumps(mark, default=str),
        "problem": "",
        "succeeded_at": this_second(),
    }
    connection.execute(update(sync_source).where(sync_source.c.name == name).values(**values))


def fail(connection: Connection, name: str, problem: str) -> None:
    """Record why a run failed."""
    connection.execute(update(sync_source).where(sync_source.c.name == name).values(problem=problem[:500]))


def note_deleted(connection: Connection, settings: SourceSettings, keys: set[str]) -> list[str]:
    """Record codes that the source no longer has; they are reported, never deleted."""
    mine = (
        select(initiative.c.code)
        .join(import_batch, import_batch.c.id == initiative.c.batch_id)
        .where(import_batch.c.file_name == settings.file_name)
    )
    lost_keys = sorted(set(connection.scalars(mine)) - keys)
    now = this_second()
    same = sync_source.c.name == settings.name
    connection.execute(update(sync_source).where(same).values(deleted=len(lost_keys), checked_at=now))
    return lost_keys


def waiting_rows(connection: Connection, name: str) -> Sequence[dict[str, str]]:
    """The rows of a source that wait for an answer."""
    rows = select(sync_waiting.c.content).where(sync_waiting.c.source == name).order_by(sync_waiting.c.code)
    return [json.loads(content) for content in connection.scalars(rows)]


def end_waiting(connection: Connection, name: str, codes: Sequence[str]) -> None:
    """Remove the rows with these codes from the waiting ones, because they are saved."""
    row = sync_waiting.c
    for start in range(0, len(codes), _AT_ONCE):
        some = codes[start : start + _AT_ONCE]
        connection.execute(delete(sync_waiting).where(row.source == name, row.code.in_(some)))
