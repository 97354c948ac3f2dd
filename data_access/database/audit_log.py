"""The audit log: who did what, appended in the transaction that did it."""

import json
from typing import Any

from sqlalchemy import Connection

from data_access.database.insert import insert_one
from data_access.database.schema import audit_event
from model.clock import this_second


def note(connection: Connection, who: str, action: str, **detail: Any) -> int:
    """Write one event; its id."""
    values = {
        "happened_at": this_second(),
        "who": who,
        "action": action,
        "detail": json.dumps(detail, ensure_ascii=False, default=str),
    }
    return insert_one(connection, audit_event, values)
