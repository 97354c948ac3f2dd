"""The cells of one programme in memory, and how they follow the database."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final

from sqlalchemy import Connection, select, text

from data_access.cube.changed import changed_days, changed_units, patched
from data_access.cube.columns import LAST_DAY, Columns, no_cells
from data_access.cube.integer_days import day_from_integer
from data_access.cube.months import by_month
from data_access.cube.packing import packed_cells
from data_access.cube.readers import Snapshot, snapshot
from data_access.database.bounded import Database
from data_access.database.schema import data_version
from model.clock import this_moment
from model.codes import Event
from model.dimensions import DIMENSIONS

# Questions about one or two dimensions of everything are answered from these, fifty times smaller than the cells.
VIEWS: Final = (
    ("benefit_band",),
    ("level",),
    ("position", "ownership"),
    ("sector_id", "position"),
    ("unit_id",),
)
LOAD_WITHIN: Final = 15.0  # seconds
_LONG: Final = 100_000  # cells; 82 unions of a year make 30,000


@dataclass(frozen=True)
class Version:
    """One state of a programme's records. `changed_at` tells a restored database from the one before."""

    number: int = 0
    changed_at: datetime | None = None
    last_uploaded_at: datetime | None = None


@dataclass(frozen=True, eq=False)
class Cube:
    """All cells of one programme at one version. `last_moment` is its newest upload."""

    programme_id: int
    state: Version
    read_at: datetime
    cells: Columns
    views: tuple[Columns, ...]
    rows_of: Version | None = None

    @property
    def rows_state(self) -> Version:
        """The state since which no row is known to have changed: answers from rows since then are still valid."""
        return self.rows_of or self.state

    @property
    def version(self) -> int:
        return self.state.number

    @property
    def last_moment(self) -> datetime | None:
        return self.state.last_uploaded_at

    def view(self, needed: Collection[str]) -> Columns:
        """The smallest cells that know all `needed` dimensions."""
        fitting = (view for view in self.views if set(needed) <= set(view.dimensions))
        return next(fitting, self.cells)

    def months_of(self, cells: Columns) -> Columns | None:
        """The cells of a large view by month; None for other views, which are counted as fast by day."""
        return self._by_month.get(id(cells))

    @cached_property
    def _by_month(self) -> dict[int, Columns]:
        return {id(view): by_month(view) for view in self.views if len(view) > _LONG}

    @cached_property
    def levels_known_from(self) -> int:
        """The day (since 1970) by whose end every upload had its level of today; LAST_DAY where one has no decision."""
        decided = [self.cells.stretch(event, 0, LAST_DAY) for event in (Event.VALID, Event.INVALID)]
        uploads = self._with_a_level(self.cells.stretch(Event.UPLOADED, 0, LAST_DAY))
        if uploads != sum(map(self._with_a_level, decided)):
            return LAST_DAY
        days = (self.cells.days(part)[self.cells.dimensions["level"][part] > 0] for part in decided)
        return max(int(some.max(initial=0)) for some in days)

    def _with_a_level(self, part: slice) -> int:
        levels, numbers = self.cells.dimensions["level"][part], self.cells.weights["n"][part]
        return int(numbers[levels > 0].sum())

    def of(self, cells: Columns) -> "Cube":
        """The same state with other cells, such as only some kinds of rows."""
        return Cube(self.programme_id, self.state, self.read_at, cells, (), self.rows_of)


def empty_cube(programme_id: int) -> Cube:
    """The cube of a programme without records."""
    return cube_of(programme_id, Version(), no_cells())


def cube_of(programme_id: int, state: Version, cells: Columns) -> Cube:
    """The cube made of some cells."""
    return Cube(programme_id, state, this_moment(), cells, _views(cells))


def _views(cells: Columns) -> tuple[Columns, ...]:
    """VIEWS of some cells: views without units are counted once from all cells, then from each other."""
    without_units = cells.grouped([name for name in DIMENSIONS if name != "unit_id"])
    return tuple((cells if "unit_id" in names else without_units).grouped(names) for names in VIEWS)


def read_cube(database: Database, programme_id: int) -> Cube:
    """The whole cube, read from one state of the database."""

    def read(connection: Connection) -> Cube:
        allow_long_questions(connection)
        return _read(snapshot(connection), programme_id)

    return database.ask(read, within=LOAD_WITHIN)


def refreshed(database: Database, cube: Cube) -> Cube:
    """The cube of now: only the days that changed are read, everything where these are not fully known.

    Of these days only the cells of the units that changed, where writers say that these are few.
    """

    def read(connection: Connection) -> Cube:
        allow_long_questions(connection)
        state = snapshot(connection)
        version = _read_version(state, cube.programme_id)
        if version == cube.state:
            return cube
        steps = cube.programme_id, cube.version, version.number
        days = changed_days(state, *steps)
        if days is None:
            return _read(state, cube.programme_id)
        if not days:
            return Cube(cube.programme_id, version, this_moment(), cube.cells, cube.views, cube.rows_state)
        units = changed_units(state, cube.view(("unit_id",)), *steps)
        fresh = state.cells(packed_cells(cube.programme_id, days, units))
        return _with_days(cube, version, days, units, fresh)

    return database.ask(read, within=LOAD_WITHIN)


def read_versions(connection: Connection) -> dict[int, Version]:
    """The version of every programme that was ever written to."""
    columns = data_version.c
    query = select(columns.programme_id, columns.version, columns.changed_at, columns.last_uploaded_at)
    return {row[0]: Version(*row[1:]) for row in connection.execute(query)}


def _read(state: Snapshot, programme_id: int) -> Cube:
    version, cells = _read_version(state, programme_id), state.cells(packed_cells(programme_id))
    return cube_of(programme_id, version, cells)


def _with_days(
    cube: Cube, version: Version, days: Collection[int], units: Collection[int] | None, fresh: Columns
) -> Cube:
    """`fresh`: the cells of these days now, only of these units where any are given."""
    dates = [day_from_integer(day) for day in days]
    if units is not None:
        fresh = patched(cube.cells, dates, units, fresh)
    views = zip(cube.views, _views(fresh), strict=True)
    return Cube(
        cube.programme_id,
        version,
        this_moment(),
        cube.cells.replaced(dates, fresh),
        tuple(view.replaced(dates, fresh_view) for view, fresh_view in views),
    )


def _read_version(state: Snapshot, programme_id: int) -> Version:
    columns = data_version.c
    query = select(columns.version, columns.changed_at, columns.last_uploaded_at)
    for row in state.rows(query.where(columns.programme_id == programme_id)):
        return Version(row[0], row[1], row[2])
    return Version()


def allow_long_questions(connection: Connection, within: float = LOAD_WITHIN) -> None:
    """Allow a query that reads everything `within` seconds, more than a page's query has."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL statement_timeout = {int(within * 1000)}"))
