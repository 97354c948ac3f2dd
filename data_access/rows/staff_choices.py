"""What people choose and keep: named views, exemplary initiatives, events on the axis of time, and who took rows."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final, TypeVar

from sqlalchemy import Connection, delete, insert, select, update

from data_access.database.audit_log import note
from data_access.database.connections import open_engine
from data_access.database.errors import NotAllowed
from data_access.database.permissions import covered_units, require, signature
from data_access.database.schema import exemplar, initiative, programme_event, saved_view, unit
from data_access.database.versions import raise_version
from data_access.rows.explore import fetch_row
from data_access.store.records import Records
from model.reader import Reader
from model.rows import Exemplar, SavedView

T = TypeVar("T")

NAME_LENGTH: Final = 120
_QUERY_LENGTH: Final = 4000


def save_view(url: str, by: Reader, name: str, subject: str, query: str) -> int:
    """Keep a view under a name, in place of the owner's former one of that name; its number."""
    require(by, "keep_view")
    owner = by.email
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


def delete_view(url: str, by: Reader, number: int) -> None:
    """Forget a view; only its owner can."""
    mine = (saved_view.c.id == number) & (saved_view.c.owner == by.email)
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


def choose_exemplar(url: str, programme_id: int, code: str, reason: str, by: Reader) -> None:
    """Hold an initiative up as an example, or change the reason."""
    values = {"reason": reason.strip(), "who": signature(by), "chosen_at": _now()}
    same = (exemplar.c.programme_id == programme_id) & (exemplar.c.code == code)

    def write(connection: Connection) -> None:
        _require_example(connection, by, programme_id, code)
        if not connection.execute(update(exemplar).where(same).values(**values)).rowcount:
            connection.execute(insert(exemplar).values(programme_id=programme_id, code=code, **values))
        note(connection, signature(by), "example_chosen", programme=programme_id, code=code)
        raise_version(connection, programme_id, ())

    _written(url, write)


def drop_exemplar(url: str, programme_id: int, code: str, by: Reader) -> None:
    """Take an initiative out of the gallery."""
    same = (exemplar.c.programme_id == programme_id) & (exemplar.c.code == code)

    def write(connection: Connection) -> None:
        _require_example(connection, by, programme_id, code)
        connection.execute(delete(exemplar).where(same))
        note(connection, signature(by), "example_dropped", programme=programme_id, code=code)
        raise_version(connection, programme_id, ())

    _written(url, write)


def fetch_exemplars(records: Records, programme_code: str, moment: datetime | None = None) -> tuple[Exemplar, ...]:
    """The gallery of a programme as its rows stood at a moment, what was chosen last first.

    Asked each time: whoever chooses wants to see it.
    """
    if not records.lists_rows:
        return ()
    programme = records.catalogue.programme(programme_code)
    columns = exemplar.c
    question = select(columns.code, columns.reason, columns.who, columns.chosen_at)
    question = question.where(columns.programme_id == programme.id).order_by(columns.chosen_at.desc(), columns.code)
    chosen = records.ask_now(lambda connection: connection.execute(question).all())
    gallery = [
        Exemplar(row.code, row.reason, row.who, row.chosen_at, fetch_row(records, programme.code, row.code, moment))
        for row in chosen
    ]
    # One whose row is gone says so to whoever sees all; to others it may be one of another unit.
    return tuple(one for one in gallery if one.row or records.reach_of(programme_code) is None)


def add_event(url: str, programme_id: int, day: date, name: str, source: str, by: Reader) -> None:
    """Put an event on the axis of time; the same name on the same day replaces its source."""
    require(by, "mark_event")
    name = name.strip()[:NAME_LENGTH]
    values = {"source": source.strip(), "who": signature(by), "added_at": _now()}
    columns = programme_event.c
    same = (columns.programme_id == programme_id) & (columns.day == day) & (columns.name == name)

    def write(connection: Connection) -> None:
        if not connection.execute(update(programme_event).where(same).values(**values)).rowcount:
            new = insert(programme_event).values(programme_id=programme_id, day=day, name=name, **values)
            connection.execute(new)
        note(connection, signature(by), "event_marked", programme=programme_id, day=day, name=name)
        raise_version(connection, programme_id, ())

    _written(url, write)


def drop_event(url: str, programme_id: int, number: int, by: Reader) -> None:
    """Take an event off the axis."""
    require(by, "mark_event")
    same = (programme_event.c.programme_id == programme_id) & (programme_event.c.id == number)

    def write(connection: Connection) -> None:
        connection.execute(delete(programme_event).where(same))
        note(connection, signature(by), "event_dropped", programme=programme_id, number=number)
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


def note_download(url: str, by: Reader, detail: str) -> None:
    """Write down that rows with names of people left the dashboard."""
    require(by, "take_rows")
    _written(url, lambda connection: note(connection, signature(by), "rows_downloaded", rows=detail))


def _require_example(connection: Connection, by: Reader, programme_id: int, code: str) -> None:
    """Leads choose among what their units, and those below them, have handed in."""
    require(by, "choose_example")
    covered = covered_units(connection, by)
    places = select(initiative.c.unit_id, initiative.c.grassroots_id)
    places = places.where(initiative.c.programme_id == programme_id, initiative.c.code == code)
    found = connection.execute(places).first()
    if covered is None or found is None:
        return
    codes = connection.scalars(
        select(unit.c.code).where(unit.c.id.in_([one for one in found if one is not None]))
    ).all()
    if not covered & set(codes):
        raise NotAllowed("choose_example", tuple(codes))


def _written(url: str, write: Callable[[Connection], T]) -> T:
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            return write(connection)
    finally:
        engine.dispose()


def _now() -> datetime:
    return datetime.now().replace(microsecond=0)
