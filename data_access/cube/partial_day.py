"""Cells that no day of the cube holds: counted from the rows, at the version of a cube."""

from datetime import datetime
from functools import partial
from typing import Any, Final

import numpy as np
from sqlalchemy import Column, ColumnElement, Connection

from data_access.cube.below import Within
from data_access.cube.cells import DAY_OF, cells_of
from data_access.cube.columns import Columns, day_as_integer, from_numbers, slots_of
from data_access.cube.scope import Beside, beside_cells
from data_access.database.schema import initiative
from model.codes import Event
from model.dimensions import DIMENSIONS

MOMENT_OF: Final[dict[Event, Column[Any]]] = {
    Event.UPLOADED: initiative.c.uploaded_at,
    Event.VALID: initiative.c.settled_at,
    Event.INVALID: initiative.c.settled_at,
    Event.REWARDED: initiative.c.rewarded_at,
}


def count_part_of_day(
    connection: Connection, programme_id: int, moment: datetime, beside: Beside = (), within: Within | None = None
) -> Columns:
    """What happened on the day of `moment` up to and including it."""
    day = day_as_integer(moment.date())

    def until(event: Event) -> list[ColumnElement[bool]]:
        return [DAY_OF[event] == day, MOMENT_OF[event] <= moment, *beside_cells(beside), *_below(within)]

    return _count(connection, programme_id, {event: until(event) for event in Event}, within)


def count_beside(connection: Connection, programme_id: int, beside: Beside, within: Within | None = None) -> Columns:
    """All cells of some values that the cube does not tell apart, kinds of solutions for one, or below one unit."""
    conditions = {event: [*beside_cells(beside), *_below(within)] for event in Event}
    return _count(connection, programme_id, conditions, within)


def _below(within: Within | None) -> list[ColumnElement[bool]]:
    return [initiative.c.unit_id == within.top, within.rows] if within else []


def _count(
    connection: Connection,
    programme_id: int,
    conditions: dict[Event, list[ColumnElement[bool]]],
    within: Within | None,
) -> Columns:
    count = partial(cells_of, programme_id, unit=within.unit if within else None)
    return _columns([tuple(row) for event in Event for row in connection.execute(count(event, *conditions[event]))])


def _columns(rows: list[tuple[Any, ...]]) -> Columns:
    """Columns from rows of day, event, the dimensions, n and the sum of benefits."""
    numbers = np.array(rows, dtype=np.int64).reshape(-1, len(DIMENSIONS) + 4).T
    dimensions = dict(zip(DIMENSIONS, numbers[2:-2], strict=True))
    return from_numbers(slots_of(numbers[1], numbers[0]), dimensions, numbers[-2], numbers[-1])
