"""Versions of the data: one counter for each programme, raised in the transaction of every write."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, func, insert, select, update

from data_access.database.schema import changed_day, changed_unit, data_version, initiative
from model.clock import this_second

_FEW: Final = 300  # units; more are not worth a row each
NO_DAY: Final = 19700101  # said of a version in which no row changed; so that earlier versions take it for a day
_NO_UNIT: Final = 0


@dataclass(frozen=True)
class Touched:
    """The days (20220420) whose cells a write moved, and the units they belong to, before and after."""

    days: frozenset[int]
    units: frozenset[int]


def raise_version(connection: Connection, programme_id: int, days: Collection[int], units: Collection[int] = ()) -> int:
    """Tell every reader that `days` of a programme changed, in the transaction that changed them; the new version.

    `units`: the only ones whose cells of these days moved; none stands for any.
    """
    last = select(func.max(initiative.c.uploaded_at)).where(
        initiative.c.programme_id == programme_id,
        initiative.c.uploaded_day
        == select(func.max(initiative.c.uploaded_day))
        .where(initiative.c.programme_id == programme_id)
        .scalar_subquery(),
    )
    now = this_second()
    values = {"changed_at": now, "last_uploaded_at": connection.scalar(last)}
    same = data_version.c.programme_id == programme_id
    raised = update(data_version).where(same).values(version=data_version.c.version + 1, **values)
    version = connection.scalar(raised.returning(data_version.c.version))
    if version is None:
        version = 1
        connection.execute(insert(data_version).values(programme_id=programme_id, version=version, **values))
    if days:
        rows = [{"programme_id": programme_id, "version": version, "day": day} for day in sorted(set(days))]
        connection.execute(insert(changed_day), rows)
    if days and 0 < len(units) <= _FEW:
        unit_rows = [{"programme_id": programme_id, "version": version, "unit_id": unit} for unit in sorted(set(units))]
        connection.execute(insert(changed_unit), unit_rows)
    return int(version)


def raise_without_rows(connection: Connection, programme_id: int) -> int:
    """Tell every reader that something changed, and that no row did: a name, a target, a decision; the new version."""
    return raise_version(connection, programme_id, (NO_DAY,), (_NO_UNIT,))
