"""The days and units whose cells changed since a version, as noted by writers."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Final

import numpy as np
from sqlalchemy import ColumnElement, Table, func, select

from data_access.cube.columns import Columns, day_number, from_numbers
from data_access.cube.readers import Snapshot
from data_access.database.schema import changed_day, changed_unit
from data_access.database.versions import NO_DAY
from model.codes import Event

_FEW_OF: Final = 10  # units read alone are at most one in ten: each is looked for on each day


def changed_days(state: Snapshot, programme_id: int, since: int, until: int) -> list[int] | None:
    """The days (20220420) that changed between two versions, empty where no row did; None where a writer noted none."""
    if until <= since or _count_versions(state, changed_day, programme_id, since, until) < until - since:
        return None
    query = select(changed_day.c.day).distinct().where(*_between(changed_day, programme_id, since, until))
    return sorted(row[0] for row in state.rows(query) if row[0] != NO_DAY)


def named_units(state: Snapshot, programme_id: int, since: int, until: int) -> list[int] | None:
    """The units whose rows changed between two versions, before or after; None where a writer noted none."""
    if until <= since or _count_versions(state, changed_unit, programme_id, since, until) < until - since:
        return None
    query = select(changed_unit.c.unit_id).distinct().where(*_between(changed_unit, programme_id, since, until))
    return sorted(row[0] for row in state.rows(query) if row[0])


def changed_units(state: Snapshot, cells: Columns, programme_id: int, since: int, until: int) -> list[int] | None:
    """`named_units`; also None where they hold a large part of these cells."""
    units = named_units(state, programme_id, since, until)
    there = len(np.unique(cells.dimensions["unit_id"]))
    return units if units is not None and len(units) * _FEW_OF <= there else None


def patched(cells: Columns, days: Iterable[date], units: Collection[int], fresh: Columns) -> Columns:
    """The cells of some days with those of some units replaced by `fresh`, which has only these units."""
    stretches = (cells.stretch(event, number, number) for event in Event for number in map(day_number, days))
    places = np.concatenate([np.arange(stretch.start, stretch.stop) for stretch in stretches])
    other_places = places[~np.isin(cells.dimensions["unit_id"][places], np.array(sorted(units)))]
    dimensions = {
        k: np.concatenate([column[other_places], fresh.dimensions[k]]) for k, column in cells.dimensions.items()
    }
    n, benefit = (np.concatenate([cells.weights[k][other_places], fresh.weights[k]]) for k in ("n", "benefit"))
    return from_numbers(np.concatenate([cells.slots[other_places], fresh.slots]), dimensions, n, benefit)


def _count_versions(state: Snapshot, table: Table, programme_id: int, since: int, until: int) -> int:
    """The number of versions in between that noted something there."""
    query = select(func.count(table.c.version.distinct())).where(*_between(table, programme_id, since, until))
    return int(state.rows(query)[0][0])


def _between(table: Table, programme_id: int, since: int, until: int) -> Sequence[ColumnElement[bool]]:
    return table.c.programme_id == programme_id, table.c.version > since, table.c.version <= until
