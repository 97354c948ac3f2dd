"""The seal on frozen figures: a checksum that the audit log repeats, so that a change of either shows."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from typing import Any, Final

import numpy as np
from sqlalchemy import Connection, select

from data_access.database.schema import (
    audit_event,
    snapshot,
    snapshot_cell,
    snapshot_examples,
    snapshot_people,
    snapshot_readiness,
    snapshot_target,
)
from model.dimensions import FIRST_SEALED

FROZEN: Final = "snapshot_frozen"  # in the audit log
_ROWS_AT_ONCE: Final = 50_000


def checksum_of(connection: Connection, number: int) -> str:
    """SHA-256 over all that is frozen under a snapshot's number, the same on every database.

    Cells by the dimensions there were when they were frozen: those of later migrations are not covered.
    """
    digest = sha256()
    head = [snapshot.c[name] for name in ("programme_id", "code", "name", "as_of", "frozen_at", "who", "cell_columns")]
    *head_values, covered = connection.execute(select(*head).where(snapshot.c.id == number)).one()
    digest.update(_line(head_values if covered == FIRST_SEALED else (*head_values, covered)))
    for chunk in _cells(connection, number, covered.split(",")):
        digest.update(chunk)
    for table in (snapshot_target, snapshot_people):
        columns = [column for column in table.c if column.name != "snapshot_id"]
        rows = connection.execute(select(*columns).where(table.c.snapshot_id == number))
        digest.update(b"".join(sorted(_line(row) for row in rows)))
    for beside in (snapshot_readiness.c, snapshot_examples.c):
        content = connection.scalar(select(beside.content).where(beside.snapshot_id == number))
        digest.update((content or "").encode())  # figures frozen before there was such a thing have none
    return digest.hexdigest()


def broken_seals(connection: Connection) -> Iterator[str]:
    """A sentence for every snapshot that was changed since it was frozen, or is missing."""
    promised = dict(_promised(connection))
    snapshots = {row.code: row for row in connection.execute(select(snapshot).order_by(snapshot.c.id))}
    for code, row in snapshots.items():
        if checksum_of(connection, row.id) != row.sha256:
            yield f"Snapshot {code}: its figures are not those that were frozen at {row.frozen_at}."
        elif promised.get(code) != row.sha256:
            yield f"Snapshot {code}: its checksum is not the one in the audit log."
    for code in promised.keys() - snapshots.keys():
        yield f"Snapshot {code} is gone, but the audit log knows it."


def _promised(connection: Connection) -> Iterator[tuple[str, str]]:
    """Code and checksum of every snapshot, from the audit log."""
    events = select(audit_event.c.detail).where(audit_event.c.action == FROZEN).order_by(audit_event.c.id)
    for detail in connection.scalars(events):
        content = json.loads(detail or "{}")
        yield str(content.get("code")), str(content.get("sha256"))


def _cells(connection: Connection, number: int, covered: Sequence[str]) -> Iterator[bytes]:
    cell = snapshot_cell.c
    key = ("day", "event", *(name for name in covered if name in cell))
    columns = [cell[name] for name in (*key, "n", "sum_benefit")]
    query = select(*columns).where(cell.snapshot_id == number).order_by(*(cell[name] for name in key))
    rows = connection.execute(query, execution_options={"yield_per": _ROWS_AT_ONCE})
    for chunk in rows.partitions():
        yield np.array([tuple(row) for row in chunk], dtype="<i8").tobytes()


def _line(row: Iterable[Any]) -> bytes:
    words = (value.isoformat() if isinstance(value, date) else "" if value is None else str(value) for value in row)
    return ("\x1f".join(words) + "\n").encode()
