"""The audit log: who did what, appended in the transaction that did it."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from data_access.database.insert import insert_one
from data_access.database.schema import audit_event


def note(connection: Connection, who: str, action: str, **detail: Any) -> int:
    """Write one event; its id."""
    values = {
        "happened_at": datetime.now().replace(microsecond=0),
        "who": who,
        "action": action,
        "detail": json.dumps(detail, ensure_ascii=False, default=str),
    }
    return insert_one(connection, audit_event, values)
