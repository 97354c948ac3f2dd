"""The audit log for administrators. Nothing here changes or removes an event."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, or_, select

from data_access.database.audit_log import note
from data_access.database.permissions import signature
from data_access.database.schema import audit_event
from data_access.database.transactions import changing
from model.reader import Reader


@dataclass(frozen=True)
class AuditEvent:
    """Who did what, when. `parts` are the details by name, without empty ones."""

    happened_at: datetime
    who: str
    action: str
    parts: Mapping[str, object]

    @property
    def detail(self) -> str:
        """“name: value; name: value”."""
        return "; ".join(f"{name}: {_plain(value)}".removeprefix(": ") for name, value in self.parts.items())


@dataclass(frozen=True)
class EventSearch:
    """Which events to find. `who`: a part of the logged name, ignoring case, or one of `people`."""

    since: datetime | None = None
    until: datetime | None = None
    who: str = ""
    people: Collection[str] = ()
    actions: Collection[str] = ()

    @property
    def conditions(self) -> list[ColumnElement[bool]]:
        columns = audit_event.c
        limits = [columns.happened_at >= self.since] if self.since else []
        if self.until:
            limits.append(columns.happened_at <= self.until)
        who = self.who.strip()
        if who:
            limits.append(or_(columns.who.icontains(who, autoescape=True), columns.who.in_(self.people)))
        return [*limits, columns.action.in_(self.actions)] if self.actions else limits


EVERY_EVENT: Final = EventSearch()


def note_event(url: str, by: Reader, action: str, **detail: object) -> None:
    """Log an event that changed nothing here, such as a download or a sent letter. Raises DatabaseUnreachable."""
    with changing(url, "The audit log cannot be written.") as connection:
        note(connection, signature(by), action, **detail)


def find_events(
    connection: Connection, search: EventSearch = EVERY_EVENT, most: int | None = None
) -> tuple[AuditEvent, ...]:
    """Events, newest first."""
    columns = audit_event.c
    query = select(columns.happened_at, columns.who, columns.action, columns.detail)
    query = query.where(*search.conditions)
    query = query.order_by(columns.happened_at.desc(), columns.id.desc()).limit(most)
    return tuple(AuditEvent(row[0], row[1], row[2], _parts(row[3])) for row in connection.execute(query))


def count_events(connection: Connection, search: EventSearch = EVERY_EVENT) -> int:
    """The number of events that `find_events` would find without a limit."""
    query = select(func.count()).select_from(audit_event).where(*search.conditions)
    return int(connection.scalar(query) or 0)


def known_actions(connection: Connection) -> tuple[str, ...]:
    """The kinds of events in the log."""
    return tuple(connection.scalars(select(audit_event.c.action).distinct().order_by(audit_event.c.action)))


def known_people(connection: Connection) -> tuple[str, ...]:
    """The logged names of everybody who did anything: addresses of accounts, logins of the server, commands."""
    return tuple(connection.scalars(select(audit_event.c.who).distinct().order_by(audit_event.c.who)))


def _parts(detail: str | None) -> Mapping[str, object]:
    """The details from JSON; any other text as one part without a name."""
    try:
        values = json.loads(detail or "")
    except ValueError:
        values = detail
    if not isinstance(values, dict):
        values = {"": values}
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
