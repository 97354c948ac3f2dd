"""What people choose and keep: named views, exemplary initiatives, events on the axis of time, and who took rows."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final, TypeVar

from sqlalchemy import Connection, delete, insert, select, update

from data_access.database.connections import open_engine
from data_access.database.schema import audit_event, exemplar, programme_event, saved_view
from data_access.database.versions import raise_version
from data_access.rows.explore import fetch_row
from data_access.store.records import Records
from model.rows import Exemplar, SavedView

T = TypeVar("T")

NAME_LENGTH: Final = 120
_QUERY_LENGTH: Final = 4000


def save_view(url: str, owner: str, name: str, subject: str, query: str) -> int:
    """Keep a view under a name, in place of the owner's former one of that name; its number."""
    values = {"subject": subject, "query": query[:_QUERY_LENGTH], "saved_at": _now()}
    name = name.strip()[:NAME_LENGTH]
    mine = (saved_view.c.owner == owner) & (saved_view.c.name == name)

    def write(connection: Connection) -> int:
        number = connection.scalar(update(saved_view).where(mine).values(**values).returning(saved_view.c.id))
        if number is None:
            new = insert(saved_view).values(owner=owner, name=name, **values).returning(saved_view.c.id)
            number = connection.scalar(new)
        return int(number or 0)

    return _written(url, write)


def delete_view(url: str, owner: str, number: int) -> None:
    """Forget a view; only its owner can."""
    mine = (saved_view.c.id == number) & (saved_view.c.owner == owner)
    _written(url, lambda connection: connection.execute(delete(saved_view).where(mine)))


def saved_views(records: Records, owner: str) -> tuple[SavedView, ...]:
    """The views of one owner by name. Asked each time: they are no part of any version."""
    question = select(saved_view).where(saved_view.c.owner == owner).order_by(saved_view.c.name)
    return records.ask_now(lambda connection: tuple(SavedView(*row) for row in connection.execute(question)))


def find_view(records: Records, number: int) -> SavedView | None:
    """A view by its number, whoever owns it: that is how views are shared."""
    question = select(saved_view).where(saved_view.c.id == number)
    found = records.ask_now(lambda connection: connection.execute(question).first())
    return SavedView(*found) if found else None


def choose_exemplar(url: str, programme_id: int, code: str, reason: str, who: str) -> None:
    """Hold an initiative up as an example, or change the reason."""
    values = {"reason": reason.strip(), "who": who, "chosen_at": _now()}
    same = (exemplar.c.programme_id == programme_id) & (exemplar.c.code == code)

    def write(connection: Connection) -> None:
        if not connection.execute(update(exemplar).where(same).values(**values)).rowcount:
            connection.execute(insert(exemplar).values(programme_id=programme_id, code=code, **values))
        raise_version(connection, programme_id, ())

    _written(url, write)


def drop_exemplar(url: str, programme_id: int, code: str) -> None:
    """Take an initiative out of the gallery."""
    same = (exemplar.c.programme_id == programme_id) & (exemplar.c.code == code)

    def write(connection: Connection) -> None:
        connection.execute(delete(exemplar).where(same))
        raise_version(connection, programme_id, ())

    _written(url, write)


def fetch_exemplars(records: Records, programme_code: str) -> tuple[Exemplar, ...]:
    """The gallery of a programme, what was chosen last first. Asked each time: whoever chooses wants to see it."""
    programme = records.catalogue.programme(programme_code)
    columns = exemplar.c
    question = select(columns.code, columns.reason, columns.who, columns.chosen_at)
    question = question.where(columns.programme_id == programme.id).order_by(columns.chosen_at.desc(), columns.code)
    chosen = records.ask_now(lambda connection: connection.execute(question).all())
    return tuple(
        Exemplar(row.code, row.reason, row.who, row.chosen_at, fetch_row(records, programme.code, row.code))
        for row in chosen
    )


def add_event(url: str, programme_id: int, day: date, name: str, source: str, who: str) -> None:
    """Put an event on the axis of time; the same name on the same day replaces its source."""
    name = name.strip()[:NAME_LENGTH]
    values = {"source": source.strip(), "who": who, "added_at": _now()}
    columns = programme_event.c
    same = (columns.programme_id == programme_id) & (columns.day == day) & (columns.name == name)

    def write(connection: Connection) -> None:
        if not connection.execute(update(programme_event).where(same).values(**values)).rowcount:
            new = insert(programme_event).values(programme_id=programme_id, day=day, name=name, **values)
            connection.execute(new)
        raise_version(connection, programme_id, ())

    _written(url, write)


def drop_event(url: str, programme_id: int, number: int) -> None:
    """Take an event off the axis."""
    same = (programme_event.c.programme_id == programme_id) & (programme_event.c.id == number)

    def write(connection: Connection) -> None:
        connection.execute(delete(programme_event).where(same))
        raise_version(connection, programme_id, ())

    _written(url, write)


def fetch_events(records: Records, programme_code: str) -> list[tuple[int, date, str, str]]:
    """Number, day, name and source of the events that staff added."""
    programme = records.catalogue.programme(programme_code)
    columns = programme_event.c
    question = select(columns.id, columns.day, columns.name, columns.source)
    question = question.where(columns.programme_id == programme.id).order_by(columns.day, columns.name)
    return records.ask(
        lambda connection: [(row[0], row[1], row[2], row[3]) for row in connection.execute(question)],
        key=("events", programme.code),
    )


def note_download(url: str, who: str, detail: str) -> None:
    """Write down that rows with names of people left the dashboard."""
    values = {"happened_at": _now(), "who": who or "-", "action": "rows_downloaded", "detail": detail}
    _written(url, lambda connection: connection.execute(insert(audit_event).values(**values)))


def _written(url: str, write: Callable[[Connection], T]) -> T:
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            return write(connection)
    finally:
        engine.dispose()


def _now() -> datetime:
    return datetime.now().replace(microsecond=0)
