"""Everything the process knows of its database at one moment."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import polars as pl
from sqlalchemy import Connection, select

from data_access.cube.cube import Cube, Version, empty_cube, read_cube, read_versions, refreshed
from data_access.database.bounded import Database
from data_access.database.known_schema import require_known_schema
from data_access.database.schema import programme, published_figure, target
from data_access.reference.catalogue import fetch_catalogue
from data_access.reference.provenance import with_provenance
from model.catalogue import Catalogue
from model.clock import this_moment
from model.frames import PUBLISHED, Columns

TARGETS: Final[Columns] = {
    "programme_id": pl.Int64,
    "unit_id": pl.Int64,
    "phase": pl.Int64,  # 0 is the whole programme
    "kind": pl.String,
    "value": pl.Int64,
    "qualifier": pl.String,
    "as_of": pl.Date,
    "source": pl.String,
}
_DERIVED: Final = (
    "id_inferred",
    "title_inferred",
    "day_inferred",
    "system_value",
    "difference",
)  # by others than the database
FIGURES: Final[Columns] = {name: kind for name, kind in PUBLISHED.items() if name not in _DERIVED}

# One count for the whole process: keys of caches must differ between two databases, too.
_STAMPS: Final = itertools.count(1)


@dataclass(frozen=True, eq=False)
class State:
    """One complete state. `stamp` differs for other content."""

    stamp: int
    read_at: datetime
    versions: Mapping[int, Version]
    catalogue: Catalogue
    targets: pl.DataFrame
    published: pl.DataFrame
    cubes: Mapping[int, Cube]

    def cube(self, programme_code: str) -> Cube:
        """The cube of a programme, an empty one where it has no records."""
        number = self.catalogue.programme(programme_code).id
        return self.cubes.get(number) or empty_cube(number)

    def targets_of(self, programme_code: str) -> pl.DataFrame:
        """The targets of a programme: TARGETS without `programme_id`."""
        of_programme = pl.col("programme_id") == self.catalogue.programme(programme_code).id
        return self.targets.filter(of_programme).drop("programme_id")


def read_state(database: Database, before: State | None = None) -> State:
    """The current state; of the cubes known before only changes are read."""
    if before is None:
        database.ask(require_known_schema)
    versions, catalogue, targets, published = database.ask(_read_reference)
    cubes: dict[int, Cube] = {}
    for each in catalogue.programmes:
        old = before.cubes.get(each.id) if before else None
        if old is not None and old.state == versions.get(each.id, Version()):
            cubes[each.id] = old
        elif old is not None:
            cubes[each.id] = refreshed(database, old)
        else:
            cubes[each.id] = read_cube(database, each.id) if each.id in versions else empty_cube(each.id)
    return State(next(_STAMPS), this_moment(), versions, catalogue, targets, published, cubes)


def _read_reference(connection: Connection) -> tuple[dict[int, Version], Catalogue, pl.DataFrame, pl.DataFrame]:
    targets = select(*(target.c[name] for name in TARGETS))
    figures = (
        select(*(programme.c.code if name == "programme" else published_figure.c[name] for name in FIGURES))
        .select_from(published_figure.outerjoin(programme))
        .order_by(published_figure.c.id)
    )
    ledger = pl.DataFrame([tuple(row) for row in connection.execute(figures)], schema=FIGURES, orient="row")
    return (
        read_versions(connection),
        fetch_catalogue(connection),
        pl.DataFrame([tuple(row) for row in connection.execute(targets)], schema=TARGETS, orient="row"),
        with_provenance(ledger),
    )
