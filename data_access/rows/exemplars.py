"""Initiatives that staff chose as examples: chosen with a reason, listed with their rows, dropped."""

from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from data_access.database.audit_log import note
from data_access.database.errors import NotAllowed
from data_access.database.permissions import covered_units, require, signature
from data_access.database.schema import adoption, exemplar, exemplar_picture, initiative, unit
from data_access.database.transactions import changing
from data_access.database.versions import raise_without_rows
from data_access.rows.explore import fetch_row
from data_access.store.records import Records
from model.clock import this_second
from model.edges import Row
from model.reader import Reader
from model.rows import Exemplar

_REFUSAL: Final = "The example could not be saved."


def choose_exemplar(url: str, programme_id: int, code: str, reason: str, by: Reader) -> None:
    """Choose an initiative as an example, or change the reason; its row's content is shown from then on."""
    now = this_second()
    values = {"reason": reason.strip(), "who": signature(by), "chosen_at": now}
    same = is_example(programme_id, code)
    with changing(url, _REFUSAL) as connection:
        require_example(connection, by, programme_id, code)
        if not connection.execute(update(exemplar).where(same).values(**values)).rowcount:
            details = {**details_of_row(connection, programme_id, code, by), "day": now.date()}
            connection.execute(insert(exemplar).values(programme_id=programme_id, code=code, **values, **details))
        note(connection, signature(by), "example_chosen", programme=programme_id, code=code)
        raise_without_rows(connection, programme_id)


def drop_exemplar(url: str, programme_id: int, code: str, by: Reader) -> None:
    """Take an initiative out of the gallery."""
    same = is_example(programme_id, code)
    with changing(url, _REFUSAL) as connection:
        require_example(connection, by, programme_id, code)
        connection.execute(delete(exemplar).where(same))
        for table in (exemplar_picture, adoption):
            connection.execute(delete(table).where(table.c.programme_id == programme_id, table.c.code == code))
        note(connection, signature(by), "example_dropped", programme=programme_id, code=code)
        raise_without_rows(connection, programme_id)


def fetch_exemplars(records: Records, programme_code: str, moment: datetime | None = None) -> tuple[Exemplar, ...]:
    """The gallery of a programme with its rows as of a moment, the latest choice first.

    Asked each time: whoever chooses wants to see it.
    """
    if not records.lists_rows:
        return ()
    programme = records.catalogue.programme(programme_code)
    columns = exemplar.c
    question = select(columns.code, columns.reason, columns.who, columns.chosen_at)
    question = question.where(columns.programme_id == programme.id).order_by(columns.chosen_at.desc(), columns.code)
    rows = records.ask_now(lambda connection: connection.execute(question).all())
    gallery = [
        Exemplar(row.code, row.reason, row.who, row.chosen_at, fetch_row(records, programme.code, row.code, moment))
        for row in rows
    ]
    # One whose row is gone says so to whoever sees all; to others it may be one of another unit.
    return tuple(exemplar for exemplar in gallery if exemplar.row or records.reach_of(programme_code) is None)


def is_example(programme_id: int, code: str) -> ColumnElement[bool]:
    """The condition of the one row of `exemplar` about an initiative."""
    return (exemplar.c.programme_id == programme_id) & (exemplar.c.code == code)


def details_of_row(connection: Connection, programme_id: int, code: str, by: Reader) -> Row:
    """The content of an initiative without its author; empty where there is no such row. Raises NotAllowed."""
    require_example(connection, by, programme_id, code)
    own = initiative.c
    columns = own.title, own.unit_id, own.grassroots_id, own.sector_id, own.benefit_vnd
    query = select(*columns).where(own.programme_id == programme_id, own.code == code)
    return dict(connection.execute(query).mappings().first() or {})


def require_example(connection: Connection, by: Reader, programme_id: int, code: str) -> None:
    """Require that the initiative is of the reader's units or those below them."""
    require(by, "choose_example")
    covered = covered_units(connection, by)
    places = select(initiative.c.unit_id, initiative.c.grassroots_id)
    places = places.where(initiative.c.programme_id == programme_id, initiative.c.code == code)
    row = connection.execute(places).first()
    if covered is None or row is None:
        return
    codes = connection.scalars(
        select(unit.c.code).where(unit.c.id.in_([number for number in row if number is not None]))
    ).all()
    if not covered & set(codes):
        raise NotAllowed("choose_example", tuple(codes))
