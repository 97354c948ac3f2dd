"""The content of a snapshot, read into memory."""

from dataclasses import dataclass
from typing import Final

import polars as pl
from sqlalchemy import Connection, select

from data_access.cube.columns import Columns
from data_access.cube.cube import Cube, Version, allow_long_questions, cube_of
from data_access.cube.packing import packed_frozen_cells
from data_access.cube.readers import snapshot
from data_access.database.schema import snapshot_people, snapshot_target
from data_access.snapshots.freezing import TARGET
from data_access.store.state import TARGETS
from model.frames import Columns as Schema
from model.freezing import Frozen

_PEOPLE: Final[Schema] = {"unit_id": pl.Int64, "people": pl.Int64}


@dataclass(frozen=True, eq=False)
class Content:
    """Everything frozen. `week_before` counts the part of a day that ends a week before the moment."""

    cube: Cube
    week_before: Columns
    targets: pl.DataFrame
    people: pl.DataFrame


def read_content(connection: Connection, frozen: Frozen) -> Content:
    """The content of one snapshot, read from one state of the database."""
    allow_long_questions(connection)
    of_snapshot = snapshot_target.c.snapshot_id == frozen.id
    targets = connection.execute(select(*(snapshot_target.c[name] for name in TARGET)).where(of_snapshot))
    people = select(snapshot_people.c.unit_id, snapshot_people.c.people).order_by(snapshot_people.c.unit_id)
    rows = connection.execute(people.where(snapshot_people.c.snapshot_id == frozen.id))
    schema = {name: TARGETS[name] for name in TARGET}
    state = snapshot(connection)
    cells = state.cells(packed_frozen_cells(frozen.id))
    week_before = state.cells(packed_frozen_cells(frozen.id, week_before=True))
    return Content(
        cube_of(frozen.programme_id, Version(frozen.id, frozen.frozen_at, frozen.as_of), cells),
        week_before,
        pl.DataFrame([tuple(row) for row in targets], schema=schema, orient="row"),
        pl.DataFrame([tuple(row) for row in rows], schema=_PEOPLE, orient="row"),
    )
