"""When exactly something happened: the few questions about single rows that charts ask."""

from datetime import date, datetime

from sqlalchemy import Connection, select

from data_access.database.errors import NotFrozen
from data_access.database.schema import initiative
from data_access.store.records import Records
from model.catalogue import Programme


def moment_of_upload(
    records: Records, programme: Programme, day: date, place: int, unit_ids: tuple[int, ...] = ()
) -> datetime | None:
    """The moment of the `place`-th upload of a day, counted from 1; only the units given, all where none is.

    None where frozen figures no longer know it.
    """
    rows = initiative.c
    question = (
        select(rows.uploaded_at)
        .where(rows.programme_id == programme.id, rows.uploaded_day == int(day.strftime("%Y%m%d")))
        .order_by(rows.uploaded_at)
        .limit(1)
        .offset(place - 1)
    )
    if unit_ids:
        question = question.where(rows.unit_id.in_(unit_ids))

    def ask(connection: Connection) -> datetime | None:
        return connection.execute(question).scalar_one_or_none()

    try:
        return records.ask_rows(ask, ("moment_of_upload", programme.code, day, place, unit_ids), day)
    except NotFrozen:
        return None
