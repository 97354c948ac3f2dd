"""A cube follows its database: only changes are read again, and the result is the same as from reading everything."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime, timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, update

from data_access.cube import cube as cubes
from data_access.cube.cells import add_cells, rebuild_days
from data_access.cube.columns import WEIGHTS, Columns
from data_access.cube.cube import Cube, empty_cube, read_cube, refreshed
from data_access.cube.integer_days import day_as_integer
from data_access.database.bounded import Database
from data_access.database.connections import open_engine
from data_access.database.schema import changed_day, data_version, initiative
from data_access.database.versions import raise_version
from model.dimensions import DIMENSIONS
from tests.data_access.invented_rows import FIRST, announce, invent, write

DAY = day_as_integer(FIRST.date())


@pytest.fixture
def database(prepared_url: str) -> Iterator[Database]:
    write(prepared_url, *invent(400, seed=1), *invent(50, seed=2, programme_id=2))
    with closing(Database(prepared_url)) as database:
        yield database


@pytest.fixture
def queries(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[int] | None, list[int] | None]]:
    """The days and units whose cells were queried, query by query; None means all."""
    calls: list[tuple[list[int] | None, list[int] | None]] = []
    real = cubes.packed_cells

    def noted(programme_id: int, days=None, units=None):
        calls.append(tuple(None if some is None else list(some) for some in (days, units)))
        return real(programme_id, days, units)

    monkeypatch.setattr(cubes, "packed_cells", noted)
    return calls


def days_of(queries: list[tuple[list[int] | None, list[int] | None]]) -> list[list[int] | None]:
    return [days for days, _ in queries]


def units_of(queries: list[tuple[list[int] | None, list[int] | None]]) -> list[list[int] | None]:
    return [units for _, units in queries]


@contextmanager
def writing(database: Database):
    engine = open_engine(database.url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def contents(cells: Columns) -> dict[tuple, tuple]:
    """Cells as a mapping, whatever their order and types."""
    keys = np.column_stack([cells.slots, *(cells.dimensions[name] for name in cells.dimensions)]).tolist()
    sums = np.column_stack([cells.weight(name, slice(None)) for name in WEIGHTS]).tolist()
    assert len({tuple(key) for key in keys}) == len(keys)
    return {tuple(key): tuple(values) for key, values in zip(keys, sums, strict=True)}


def assert_same(cube: Cube, other: Cube) -> None:
    assert (cube.programme_id, cube.state) == (other.programme_id, other.state)
    assert contents(cube.cells) == contents(other.cells)
    assert [contents(view) for view in cube.views] == [contents(view) for view in other.views]
    assert (np.diff(cube.cells.slots.astype(np.int64)) >= 0).all()


def test_a_refresh_reads_the_days_that_changed_and_no_others(database, queries):
    before = read_cube(database, 1)
    queries.clear()
    touched = write(database.url, *invent(3, seed=7))

    after = refreshed(database, before)

    assert days_of(queries) == [sorted(touched)]
    assert_same(after, read_cube(database, 1))


def rows_of(units: Sequence[int], number: int, seed: int) -> list[dict]:
    """Invented rows spread over these units."""
    return [{**row, "unit_id": units[n % len(units)]} for n, row in enumerate(invent(number, seed))]


@pytest.mark.parametrize("expected", [[1], [1, 2, 3], []])
def test_of_the_days_that_changed_only_the_units_are_read_that_writers_name(database, queries, expected):
    write(database.url, *rows_of(range(1, 41), 800, seed=3))
    before = read_cube(database, 1)
    queries.clear()
    with writing(database) as connection:
        rows = rows_of([1, 2, 3], 30, seed=4)
        rows = [row for row in rows if row["unit_id"] in expected or not expected]
        connection.execute(insert(initiative), rows)
        raise_version(connection, 1, add_cells(connection, 1, (), rows), expected)

    after = refreshed(database, before)

    assert units_of(queries) == [expected or None]
    assert_same(after, read_cube(database, 1))


def test_units_are_read_alone_where_they_are_few_and_every_version_names_them(database, queries):
    write(database.url, *rows_of(range(1, 41), 800, seed=3))
    cube = read_cube(database, 1)
    for number, (touched, is_named) in enumerate([((7,), True), ((7, 8), True), ((9,), False), (range(1, 11), True)]):
        with writing(database) as connection:
            gone = connection.execute(select(initiative).where(initiative.c.unit_id.in_(touched))).mappings().all()[:5]
            fresh = rows_of(touched, 12, seed=100 + number)
            connection.execute(delete(initiative).where(initiative.c.id.in_([row["id"] for row in gone])))
            connection.execute(insert(initiative), fresh)
            days = add_cells(connection, 1, gone, fresh)
            raise_version(connection, 1, days, touched if is_named else ())
        if number == 0:
            continue  # two writes are caught up in one step
        cube = refreshed(database, cube)
        assert_same(cube, read_cube(database, 1))

    assert [units for n, units in enumerate(units_of(queries)) if n % 2 == 1] == [[7, 8], None, None]


def test_nothing_is_read_where_nothing_changed(database, queries):
    before = read_cube(database, 1)
    queries.clear()
    write(database.url, *invent(3, seed=7, programme_id=2))

    assert refreshed(database, before) is before
    assert days_of(queries) == []


def test_several_writes_are_caught_up_in_one_step(database, queries):
    before = read_cube(database, 1)
    queries.clear()
    touched = write(database.url, *invent(2, seed=7)) | write(database.url, *invent(2, seed=8))

    after = refreshed(database, before)

    assert after.version == before.version + 2
    assert days_of(queries) == [sorted(touched)]


def test_a_version_that_does_not_name_its_days_reads_everything(database, queries):
    before = read_cube(database, 1)
    queries.clear()
    with writing(database) as connection:
        connection.execute(delete(initiative).where(initiative.c.uploaded_day == DAY))
        rebuild_days(connection, 1, [DAY])
        raise_version(connection, 1, [DAY])
        connection.execute(delete(changed_day))

    after = refreshed(database, before)

    assert days_of(queries) == [None]
    assert_same(after, read_cube(database, 1))


def test_a_restored_database_is_read_anew(database, queries):
    before = read_cube(database, 1)
    with writing(database) as connection:
        connection.execute(update(data_version).values(version=1, changed_at=datetime(2021, 1, 1)))
        connection.execute(delete(initiative).where(initiative.c.uploaded_day > DAY, initiative.c.programme_id == 1))
        days = {day_as_integer((FIRST + timedelta(days=day)).date()) for day in range(30)}
        rebuild_days(connection, 1, days)
    queries.clear()

    after = refreshed(database, before)

    assert days_of(queries) == [None]
    assert after.state.changed_at == datetime(2021, 1, 1)
    assert_same(after, read_cube(database, 1))


def test_a_day_that_lost_its_last_row_is_gone(database):
    before = read_cube(database, 1)
    with writing(database) as connection:
        rows = [dict(row) for row in connection.execute(select(initiative)).mappings() if row["programme_id"] == 1]
        connection.execute(delete(initiative).where(initiative.c.programme_id == 1))
        announce(connection, rows)

    after = refreshed(database, before)

    assert len(after.cells) == 0
    assert after.last_moment is None
    assert_same(after, read_cube(database, 1))


def test_rows_that_arrive_late_change_the_past(database):
    before = read_cube(database, 1)
    late = invent(20, seed=9, first=FIRST - timedelta(days=90))
    write(database.url, *late)

    after = refreshed(database, before)

    assert after.last_moment == before.last_moment
    assert after.cells.day_range[0] == before.cells.day_range[0] - 90
    assert after.cells.weights["n"].sum() > before.cells.weights["n"].sum()
    assert_same(after, read_cube(database, 1))


def test_the_cube_of_a_programme_without_records_is_empty(database):
    assert contents(read_cube(database, 3).cells) == contents(empty_cube(3).cells) == {}


def test_views_say_what_the_cells_say(database):
    cube = read_cube(database, 1)

    for view in cube.views:
        summed: dict[tuple, np.ndarray] = {}
        names = list(view.dimensions)
        for key, values in contents(cube.cells).items():
            group = (key[0], *(key[1 + DIMENSIONS.index(name)] for name in names))
            summed[group] = summed.get(group, 0) + np.array(values)
        assert contents(view) == {group: tuple(values.tolist()) for group, values in summed.items()}


# What somebody may do to the records: new rows, now or late; a decision; a row taken out.
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(1, 6), st.integers(-40, 5)),
        st.tuples(st.just("decide"), st.integers(1, 30), st.integers(0, 2)),
        st.tuples(st.just("remove"), st.integers(1, 30), st.just(0)),
    ),
    min_size=1,
    max_size=4,
)


def test_whatever_is_written_the_refreshed_cube_is_the_one_read_anew(database):
    counter = iter(range(10_000, 20_000))

    @settings(
        max_examples=15,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(st.data())
    def check(data):
        cube = read_cube(database, 1)
        for step, number, other in data.draw(STEPS):
            if step == "add":
                write(database.url, *invent(number, seed=next(counter), first=FIRST + timedelta(days=other)))
            else:
                change(database, step, number, other)
            if data.draw(st.booleans()):
                cube = refreshed(database, cube)
        assert_same(refreshed(database, cube), read_cube(database, 1))

    check()


def change(database: Database, step: str, number: int, status: int) -> None:
    """Decide or remove every nth row, as an importer does."""
    with writing(database) as connection:
        chosen = (initiative.c.programme_id == 1) & (initiative.c.id % (number + 3) == 0)
        before = [dict(row) for row in connection.execute(select(initiative).where(chosen)).mappings()]
        if step == "remove":
            connection.execute(delete(initiative).where(chosen))
        else:
            decided = {"settled_at": initiative.c.uploaded_at, "settled_day": initiative.c.uploaded_day}
            undecided = {"settled_at": None, "settled_day": None}
            connection.execute(
                update(initiative).where(chosen).values(status=status, **(decided if status else undecided))
            )
        after = [dict(row) for row in connection.execute(select(initiative).where(chosen)).mappings()]
        if before:
            announce(connection, [*before, *after])
