"""Finds and repairs writes that bypassed the importer, by comparing every day's rows with its cells."""

import logging
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, Connection, Select, cast, func, literal, select

from data_access.cube.cells import DAY_OF, happened, rebuild_days
from data_access.database.bounded import Database
from data_access.database.connections import open_engine
from data_access.database.schema import initiative, initiative_cell
from data_access.database.versions import raise_version
from model.codes import Event
from model.dimensions import DIMENSIONS

log = logging.getLogger(__name__)

AUDIT_WITHIN: Final = 60.0  # seconds; nobody waits for it
# Different factors, so that a row that only moved from one unit or level to another shows, too.
_FACTORS: Final = dict(zip(DIMENSIONS, (1009, 211, 53, 17, 5, 1, 2003, 4001), strict=False))


def find_unannounced(database: Database, programme_id: int) -> list[int]:
    """The days (20220420) whose rows and cells disagree in count, sum of benefit or dimensions."""

    def compare(connection: Connection) -> list[int]:
        rows = {key for event in Event for key in _keys(connection, _rows(programme_id, event))}
        cells = set(_keys(connection, _cells(programme_id)))
        return sorted({int(key[1]) for key in rows ^ cells})

    return database.ask(compare, within=AUDIT_WITHIN)


def repair_unannounced(database: Database, programme_id: int) -> list[int]:
    """Rebuild the days that disagree and raise the version; the days repaired."""
    days = find_unannounced(database, programme_id)
    if days:
        log.warning("Programme %s was written past the importer on %s days, from %s.", programme_id, len(days), days[0])
        engine = open_engine(database.url)
        try:
            with engine.begin() as connection:
                rebuild_days(connection, programme_id, days)
                raise_version(connection, programme_id, ())  # rows may have changed on other days as well
        finally:
            engine.dispose()
    return days


def _keys(connection: Connection, query: Select[Any]) -> Iterable[tuple[int, ...]]:
    return (tuple(int(value) for value in row) for row in connection.execute(query))


def _rows(programme_id: int, event: Event) -> Select[Any]:
    row, day = initiative.c, DAY_OF[event]
    return (
        select(
            literal(int(event)),
            day,
            func.count(),
            func.coalesce(func.sum(row.benefit_vnd), 0),
            func.sum(_fingerprint(row)),
        )
        .where(row.programme_id == programme_id, happened(event))
        .group_by(day)
    )


def _cells(programme_id: int) -> Select[Any]:
    cell = initiative_cell.c
    return (
        select(
            cell.event, cell.day, func.sum(cell.n), func.sum(cell.sum_benefit), func.sum(cell.n * _fingerprint(cell))
        )
        .where(cell.programme_id == programme_id)
        .group_by(cell.event, cell.day)
    )


def _fingerprint(columns: Any) -> ColumnElement[int]:
    terms = [cast(columns[name], BigInteger) * factor for name, factor in _FACTORS.items()]
    return sum(terms[1:], terms[0])
