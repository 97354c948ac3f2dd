"""What writers say of the cells they moved since a version: on which days, and of which units."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Final

import numpy as np
from sqlalchemy import ColumnElement, Table, func, select

from data_access.cube.columns import Columns, day_number, from_numbers
from data_access.cube.readers import Snapshot
from data_access.database.schema import changed_day, changed_unit
from model.codes import Event

_FEW_OF: Final = 10  # units read alone are at most one in ten: each is looked for on each day


def changed_days(state: Snapshot, programme_id: int, since: int, until: int) -> list[int] | None:
    """The days (20220420) that changed between two versions, None where one of them does not say which."""
    if until <= since or _count_versions(state, changed_day, programme_id, since, until) < until - since:
        return None
    query = select(changed_day.c.day).distinct().where(*_between(changed_day, programme_id, since, until))
    return sorted(row[0] for row in state.rows(query))


def changed_units(state: Snapshot, cells: Columns, programme_id: int, since: int, until: int) -> list[int] | None:
    """The only units that changed between two versions; None where nobody says so, or they are many of these cells."""
    if _count_versions(state, changed_unit, programme_id, since, until) < until - since:
        return None
    query = select(changed_unit.c.unit_id).distinct().where(*_between(changed_unit, programme_id, since, until))
    ordered = sorted(row[0] for row in state.rows(query))
    there = len(np.unique(cells.dimensions["unit_id"]))
    return ordered if len(ordered) * _FEW_OF <= there else None


def patched(cells: Columns, days: Iterable[date], units: Collection[int], fresh: Columns) -> Columns:
    """The cells of some days, those of some units taken out and `fresh`, which has only such, put in."""
    stretches = (cells.stretch(event, number, number) for event in Event for number in map(day_number, days))
    places = np.concatenate([np.arange(stretch.start, stretch.stop) for stretch in stretches])
    kept = places[~np.isin(cells.dimensions["unit_id"][places], np.array(sorted(units)))]
    dimensions = {k: np.concatenate([column[kept], fresh.dimensions[k]]) for k, column in cells.dimensions.items()}
    n, benefit = (np.concatenate([cells.weights[k][kept], fresh.weights[k]]) for k in ("n", "benefit"))
    return from_numbers(np.concatenate([cells.slots[kept], fresh.slots]), dimensions, n, benefit)


def _count_versions(state: Snapshot, table: Table, programme_id: int, since: int, until: int) -> int:
    """How many of the versions in between say something there."""
    query = select(func.count(table.c.version.distinct())).where(*_between(table, programme_id, since, until))
    return int(state.rows(query)[0][0])


def _between(table: Table, programme_id: int, since: int, until: int) -> Sequence[ColumnElement[bool]]:
    return table.c.programme_id == programme_id, table.c.version > since, table.c.version <= until
