"""The audit log of imports: which began, which ended, and which never did because the process died."""

import json
import os
import socket
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from data_access.database.audit_log import note
from data_access.database.schema import audit_event
from data_access.database.transactions import reading, writing
from model.clock import this_moment
from model.edges import Json

STARTED: Final = "import_started"
FINISHED: Final = ("import", "import_failed", "import_unfinished")
_LONGEST: Final = timedelta(hours=2)  # an import of another machine that is silent this long has died


def myself() -> Json:
    """Identifies this process among all that ever ran."""
    return {"host": socket.gethostname(), "pid": os.getpid(), "since": _started(os.getpid())}


def _started(pid: int) -> str | None:
    """When a process of this machine began, in ticks since the machine started; None where it is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[19]
    except OSError:
        return None


def close_unfinished(url: str) -> list[Json]:
    """Log the end of imports whose process died, and return file, who and at of each; they wrote nothing."""
    with reading(url) as connection:
        died = _died(connection)
    if died:
        with writing(url) as connection:
            died = _died(connection)  # another process may have reported them in between
            for run in died:
                note(connection, run["who"], "import_unfinished", started=run["started"], file=run["file"])
    return died


def _died(connection: Connection) -> list[Json]:
    events = connection.execute(
        select(audit_event)
        .where(audit_event.c.action.in_((STARTED, *FINISHED)))
        .order_by(audit_event.c.id.desc())
        .limit(200)
    ).all()
    ended = {json.loads(event.detail or "{}").get("started") for event in events if event.action != STARTED}
    statements = []
    for event in events:
        detail = json.loads(event.detail or "{}")
        if event.action != STARTED or event.id in ended or _is_alive(detail, event.happened_at):
            continue
        run = {"file": detail.get("file", ""), "who": event.who, "at": event.happened_at, "started": event.id}
        statements.append(run)
    return statements


def _is_alive(detail: Json, since: datetime) -> bool:
    if detail.get("host") != socket.gethostname():
        return this_moment() - since < _LONGEST
    pid = detail.get("pid")
    return isinstance(pid, int) and _started(pid) is not None and _started(pid) == detail.get("since")
