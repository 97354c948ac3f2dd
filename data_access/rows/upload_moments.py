"""Exact moments of events: the few questions about single rows that charts have."""

from datetime import date, datetime

from sqlalchemy import Connection, select

from data_access.cube.integer_days import day_as_integer
from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import scope_of
from data_access.database.errors import NotFrozen
from data_access.database.schema import initiative
from data_access.store.records import Records, of_records
from model.filters import Filters


def moment_of_upload(records: Records, filters: Filters, day: date, place: int) -> datetime | None:
    """The moment of the `place`-th upload of a day among those that the filters count, counted from 1.

    None where frozen figures no longer know it.
    """
    rows, own_filters = initiative.c, records.to_count(of_records(filters))
    scope = scope_of(own_filters, records.catalogue)
    question = (
        select(rows.uploaded_at)
        .where(*counted_rows(scope, days=(day_as_integer(day),)))
        .order_by(rows.uploaded_at)
        .limit(1)
        .offset(place - 1)
    )

    def ask(connection: Connection) -> datetime | None:
        return connection.execute(question).scalar_one_or_none()

    try:
        return records.ask_rows(ask, ("moment_of_upload", own_filters, day, place), own_filters, day)
    except NotFrozen:
        return None
