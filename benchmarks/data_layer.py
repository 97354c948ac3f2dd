"""The cube and the queries of the pages, in this process."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count, islice
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from benchmarks.figures import Figure, milliseconds, timed
from data_access.cli.answer import SUBJECTS
from data_access.cli.answer_table import AnswerTable
from data_access.cube.cells import add_cells
from data_access.cube.cube import read_cube, refreshed
from data_access.database.bounded import Database
from data_access.database.connections import open_engine
from data_access.database.schema import initiative
from data_access.database.versions import raise_version
from data_access.rows.newest import newest_rows
from data_access.store.records import Records
from model.codes import OWNERSHIPS, POSITIONS
from model.edges import Json, Row
from model.filters import Filters, end_of_day

_PROGRAMME: Final = 1
_MARK: Final = "bench-"
_LAST_PUBLISHED: Final = date(2022, 10, 2)
_latest = count(20)  # a new number of rows each time, so that no answer is kept


def measure_cube(url: str) -> Iterator[Figure]:
    """Loading all cells, and refreshing after a write."""
    with closing(Database(url)) as database:
        yield Figure("cube ready from stored cells", [timed(partial(read_cube, database, 1)) for _ in range(5)], "s", 1)
        yield Figure("refresh after 100 new rows", _refreshes(database), "ms", 200)


def measure_questions(records: Records) -> Iterator[Figure]:
    """The main query of eight questions, unfiltered and with filters that are not cached."""
    _interact(records, Filters())
    after_all = [end_of_day(date(2023, 12, day)) for day in range(1, 16)]  # nothing was asked for before
    everything = [partial(_interact, records, Filters(as_of=moment)) for moment in after_all]
    yield Figure("eight questions, unfiltered", milliseconds(everything), "ms", 30)
    filtered = [partial(_interact, records, filters) for filters in _narrow(records, 15)]
    yield Figure("eight questions, filtered", milliseconds(filtered), "ms", 10)
    hours = [partial(_total, records, Filters(as_of=datetime(2022, 4, 20, hour))) for hour in range(8, 18)]
    yield Figure("a moment within a day, first time", milliseconds(hours), "ms")


def measure_pages(records: Records) -> Iterator[Figure]:
    """`answer` for each page, at a moment that is not cached."""
    for subject, ask in SUBJECTS.items():
        moments = [end_of_day(_LAST_PUBLISHED - timedelta(days=7 * week)) for week in range(7)]
        runs = [partial(_answered, ask, records, Filters(as_of=moment)) for moment in moments]
        yield Figure(f"data of /{subject}", milliseconds(runs), "ms")


def _interact(records: Records, filters: Filters) -> None:
    slice_ = records.slice(filters)
    slice_.counts()
    slice_.counts("unit_id")
    slice_.counts("unit_id").sort("uploads", descending=True).head(10)
    slice_.counts("sector_id")
    slice_.daily()
    slice_.counts("level")
    slice_.counts("position", "ownership")
    newest_rows(records, filters, next(_latest))


def _narrow(records: Records, number: int) -> list[Filters]:
    """Filters with a result that are not cached."""
    candidates = _drawn(records)
    queries = list(islice((query for query in candidates if records.slice(query).counts()["uploads"].sum()), number))
    for other in islice(candidates, 20):
        records.slice(other)
    return queries


def _drawn(records: Records) -> Iterator[Filters]:
    draw = random.Random(1)
    sectors = [sector.code for sector in records.catalogue.sectors]
    units = [unit.code for unit in records.catalogue.units]
    while True:
        yield Filters(
            units=tuple(draw.sample(units, 5)),
            sectors=tuple(draw.sample(sectors, 2)),
            positions=(draw.choice(POSITIONS),),
            ownerships=(draw.choice(OWNERSHIPS),),
        )


def _total(records: Records, filters: Filters) -> None:
    records.slice(filters).counts()


def _answered(ask: Callable[[Records, Filters], AnswerTable], records: Records, filters: Filters) -> None:
    ask(records, filters)


def _refreshes(database: Database) -> list[float]:
    cube, seconds = read_cube(database, _PROGRAMME), []
    for _ in range(7):
        with _hundred_rows(database.url):
            seconds.append(1000 * timed(lambda cube=cube: refreshed(database, cube)))  # type: ignore[misc]
        cube = refreshed(database, cube)
    return seconds


@contextmanager
def _hundred_rows(url: str) -> Iterator[None]:
    """Context manager: the database as after an import of a hundred rows of some days; restored afterwards."""
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            _remove(connection)
            rows = [dict(row) for row in connection.execute(select(initiative).limit(100).offset(400_000)).mappings()]
            new_rows = [{**row, "id": None, "code": f"{_MARK}{number}"} for number, row in enumerate(rows)]
            connection.execute(insert(initiative), [_without_id(row) for row in new_rows])
            _announce(connection, [], new_rows)
        yield
        with engine.begin() as connection:
            _remove(connection)
    finally:
        engine.dispose()


def _without_id(row: Row) -> Json:
    return {name: value for name, value in row.items() if name != "id"}


def _remove(connection: Connection) -> None:
    ours = initiative.c.code.startswith(_MARK)
    rows = [dict(row) for row in connection.execute(select(initiative).where(ours)).mappings()]
    if rows:
        connection.execute(delete(initiative).where(ours))
        _announce(connection, rows, [])


def _announce(connection: Connection, before: Sequence[Json], after: Sequence[Json]) -> None:
    units = {int(row["unit_id"]) for row in (*before, *after)}
    raise_version(connection, _PROGRAMME, add_cells(connection, _PROGRAMME, before, after), units)
