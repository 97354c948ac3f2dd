"""Choices of people: saved views, examples, events on the time axis, and a log of downloads."""

from datetime import date
from typing import Final

from sqlalchemy import delete, insert, select, update

from data_access.database.audit_log import note
from data_access.database.permissions import require, signature
from data_access.database.schema import programme_event, saved_view
from data_access.database.transactions import changing
from data_access.database.versions import raise_without_rows
from data_access.store.records import Records
from model.clock import this_second
from model.reader import Reader
from model.rows import SavedView
from model.trend import Happening

NAME_LENGTH: Final = 120
_QUERY_LENGTH: Final = 4000
_VIEW_REFUSED: Final = "The view could not be kept."
_EVENT_REFUSED: Final = "The event could not be saved."
_DOWNLOAD_REFUSED: Final = "The download could not be noted."


def save_view(url: str, by: Reader, name: str, subject: str, query: str) -> int:
    """Save a view under a name, replacing the owner's former one of that name; returns its number.

    Raises DatabaseUnreachable, as all that write here; the others raise NotAllowed, too.
    """
    require(by, "keep_view")
    owner = by.email
    values = {"subject": subject, "query": query[:_QUERY_LENGTH], "saved_at": this_second()}
    name = name.strip()[:NAME_LENGTH]
    mine = (saved_view.c.owner == owner) & (saved_view.c.name == name)
    with changing(url, _VIEW_REFUSED) as connection:
        number = connection.scalar(update(saved_view).where(mine).values(**values).returning(saved_view.c.id))
        if number is None:
            new = insert(saved_view).values(owner=owner, name=name, **values).returning(saved_view.c.id)
            number = connection.scalar(new)
    return int(number or 0)


def delete_view(url: str, by: Reader, number: int) -> None:
    """Delete a view, which only its owner can."""
    mine = (saved_view.c.id == number) & (saved_view.c.owner == by.email)
    with changing(url, _VIEW_REFUSED) as connection:
        connection.execute(delete(saved_view).where(mine))


def saved_views(records: Records, owner: str) -> tuple[SavedView, ...]:
    """The views of one owner by name, queried each time, because they belong to no version."""
    question = select(saved_view).where(saved_view.c.owner == owner).order_by(saved_view.c.name)
    return records.ask_now(lambda connection: tuple(SavedView(*row) for row in connection.execute(question)))


def find_view(records: Records, number: int) -> SavedView | None:
    """A view by its number, whoever owns it, because views are shared that way."""
    question = select(saved_view).where(saved_view.c.id == number)
    row = records.ask_now(lambda connection: connection.execute(question).first())
    return SavedView(*row) if row else None


def add_event(url: str, programme_id: int, day: date, name: str, source: str, by: Reader) -> None:
    """Add an event to the time axis; the same name on the same day replaces its source."""
    require(by, "mark_event")
    name = name.strip()[:NAME_LENGTH]
    values = {"source": source.strip(), "who": signature(by), "added_at": this_second()}
    columns = programme_event.c
    same = (columns.programme_id == programme_id) & (columns.day == day) & (columns.name == name)
    with changing(url, _EVENT_REFUSED) as connection:
        if not connection.execute(update(programme_event).where(same).values(**values)).rowcount:
            new = insert(programme_event).values(programme_id=programme_id, day=day, name=name, **values)
            connection.execute(new)
        note(connection, signature(by), "event_marked", programme=programme_id, day=day, name=name)
        raise_without_rows(connection, programme_id)


def drop_event(url: str, programme_id: int, number: int, by: Reader) -> None:
    """Remove an event from the time axis."""
    require(by, "mark_event")
    same = (programme_event.c.programme_id == programme_id) & (programme_event.c.id == number)
    with changing(url, _EVENT_REFUSED) as connection:
        connection.execute(delete(programme_event).where(same))
        note(connection, signature(by), "event_dropped", programme=programme_id, number=number)
        raise_without_rows(connection, programme_id)


def fetch_events(records: Records, programme_code: str) -> list[Happening]:
    """The events that staff added or a set-up workbook has, by day."""
    programme = records.catalogue.programme(programme_code)
    columns = programme_event.c
    question = select(columns.day, columns.name, columns.name_en, columns.source, columns.id)
    question = question.where(columns.programme_id == programme.id).order_by(columns.day, columns.name)
    return records.ask(
        lambda connection: [
            Happening(row.day, row.name, row.name_en or row.name, row.source, row.id)
            for row in connection.execute(question)
        ],
        key=("events", programme.code),
    )


def note_download(url: str, by: Reader, **detail: object) -> None:
    """Log that rows with names of people were downloaded."""
    require(by, "take_rows")
    with changing(url, _DOWNLOAD_REFUSED) as connection:
        note(connection, signature(by), "rows_downloaded", **detail)
