"""Cells that no day of the cube holds: counted from the rows, at the version of a cube."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final

import numpy as np
from sqlalchemy import Column, ColumnElement, Connection

from data_access.cube.below import Within
from data_access.cube.cells import DAY_OF, DECISIONS, cells_of, cells_of_decisions
from data_access.cube.cells_at_once import Conditions, cells_at_once, reads_all_rows
from data_access.cube.columns import Columns, from_numbers, slots_of
from data_access.cube.integer_days import day_as_integer
from data_access.cube.row_conditions import beside_cells, levelled_later
from data_access.cube.scope import Beside, Scope
from data_access.database.schema import initiative
from model.codes import Event
from model.dimensions import DIMENSIONS
from model.reach import Reach

MOMENT_OF: Final[dict[Event, Column[Any]]] = {
    Event.UPLOADED: initiative.c.uploaded_at,
    Event.VALID: initiative.c.settled_at,
    Event.INVALID: initiative.c.settled_at,
    Event.REWARDED: initiative.c.rewarded_at,
    Event.APPLIED: initiative.c.applied_at,
    Event.REPLICATED: initiative.c.replicated_at,
}


@dataclass(frozen=True)
class PartOfDay:
    """A part of a programme's rows: values that the cube does not tell apart, rows below a unit, some units."""

    programme_id: int
    beside: Beside = ()
    within: Within | None = None
    reach: Reach | None = None

    @property
    def conditions(self) -> list[ColumnElement[bool]]:
        """The rows of the part, as conditions on `initiative`."""
        below = [initiative.c.unit_id == self.within.top, self.within.rows] if self.within else []
        return [*beside_cells(self.beside, self.reach), *below]


def count_part_of_day(connection: Connection, part: PartOfDay, moment: datetime) -> Columns:
    """Count the events of the day of `moment` up to and including it."""
    day = day_as_integer(moment.date())
    return _count(connection, part, {event: [DAY_OF[event] == day, MOMENT_OF[event] <= moment] for event in Event})


def count_levelled_later(connection: Connection, part: PartOfDay, scope: Scope) -> Columns:
    """Count the uploads up to the end of a scope whose level was given later, by that level."""
    return _count(connection, part, {Event.UPLOADED: levelled_later(scope)})


def count_beside(connection: Connection, part: PartOfDay) -> Columns:
    """Count all cells of the rows of a part."""
    return _count(connection, part, {event: [] for event in Event})


def _count(connection: Connection, part: PartOfDay, conditions: Conditions) -> Columns:
    unit = part.within.unit if part.within else None
    if reads_all_rows(connection):
        statements = [cells_at_once(part.programme_id, conditions, *part.conditions, unit=unit)]
    else:
        count, alone = partial(cells_of, part.programme_id, unit=unit), [e for e in conditions if e not in DECISIONS]
        statements = [count(event, *conditions[event], *part.conditions) for event in alone]
        if Event.VALID in conditions:
            both = (*conditions[Event.VALID], *part.conditions)
            statements.append(cells_of_decisions(part.programme_id, *both, unit=unit))
    return _columns([tuple(row) for statement in statements for row in connection.execute(statement)])


def _columns(rows: list[tuple[Any, ...]]) -> Columns:
    """Columns from rows of day, event, the dimensions, n and the sum of benefits."""
    numbers = np.array(rows, dtype=np.int64).reshape(-1, len(DIMENSIONS) + 4).T
    dimensions = dict(zip(DIMENSIONS, numbers[2:-2], strict=True))
    return from_numbers(slots_of(numbers[1], numbers[0]), dimensions, numbers[-2], numbers[-1])
