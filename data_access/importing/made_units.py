"""Units created by an import, which are removed with it unless they are used by now."""

from collections.abc import Collection, Iterator
from typing import Any, Final

from sqlalchemy import Connection, delete, func, select, update

from data_access.database.schema import (
    former_row,
    grading_correction,
    initiative,
    programme_unit,
    readiness_fact,
    target,
    unit,
)
from data_access.importing.planned import from_json

_AT_ONCE: Final = 500  # numbers in one question


def undo_units(connection: Connection, batch_id: int) -> int:
    """Units are what they were before a batch; those it made go. The next batch whose rows use one owns it then.

    How many were restored.
    """
    query = select(former_row).where(former_row.c.batch_id == batch_id, former_row.c.table_name == "unit")
    rows = connection.execute(query.order_by(former_row.c.id.desc())).all()
    restored = 0
    for row in rows:
        if row.content is not None:
            values = from_json(unit, row.content)
            restored += connection.execute(update(unit).where(unit.c.id == row.row_id).values(**values)).rowcount
    _remove(connection, {row.row_id: row.id for row in rows if row.content is None})
    return restored


def _remove(connection: Connection, units: dict[int, int]) -> None:
    owners = _owners(connection, units)
    staying = _staying(connection, units, {*owners, *_taking_part(connection, units)})
    for number, owner in owners.items():
        if owner:
            connection.execute(update(former_row).where(former_row.c.id == units[number]).values(batch_id=owner))
    for some in _chunks(units.keys() - staying):
        connection.execute(update(unit).where(unit.c.id.in_(some)).values(parent_id=None))
    for some in _chunks(units.keys() - staying):
        connection.execute(delete(unit).where(unit.c.id.in_(some)))


def _owners(connection: Connection, numbers: Collection[int]) -> dict[int, int]:
    """The first batch whose rows name a unit."""
    owners: dict[int, int] = {}
    for column in (initiative.c.grassroots_id, initiative.c.unit_id):
        for some in _chunks(numbers):
            query = select(column, func.min(func.coalesce(initiative.c.batch_id, 0))).group_by(column)
            for number, owner in connection.execute(query.where(column.in_(some))):
                owners[number] = min(owner, owners.get(number, owner))
    return owners


def _taking_part(connection: Connection, numbers: Collection[int]) -> Iterator[int]:
    """Units that a programme, a target, a manual correction or a readiness statement refers to."""
    references = (target.c.unit_id, grading_correction.c.unit_id, readiness_fact.c.unit_id)
    for column in (programme_unit.c.unit_id, programme_unit.c.parent_id, *references):
        for some in _chunks(numbers):
            yield from connection.scalars(select(column).where(column.in_(some)).distinct())


def _staying(connection: Connection, numbers: Collection[int], needed_units: set[int]) -> set[int]:
    """The units in use, with everything above them."""
    parents: dict[int, Any] = {}
    for some in _chunks(numbers):
        below = select(unit.c.id, unit.c.parent_id).where(unit.c.parent_id.in_(some) | unit.c.id.in_(some))
        parents |= {row.id: row.parent_id for row in connection.execute(below)}
    staying = set(needed_units)
    new = {parent for number, parent in parents.items() if number in needed_units or number not in numbers}
    while new:
        staying |= new
        new = {parents[number] for number in new if parents.get(number)} - staying
    return staying


def _chunks(numbers: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(numbers)
    for first in range(0, len(ordered), _AT_ONCE):
        yield ordered[first : first + _AT_ONCE]
