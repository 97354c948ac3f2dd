"""Counting the cells of all events in one query gives what one query for each event gives."""

from datetime import datetime

import pytest
from sqlalchemy import ColumnElement, Connection, case

from data_access.cube.cells import DAY_OF, DECISIONS, cells_of, cells_of_decisions
from data_access.cube.cells_at_once import Conditions, cells_at_once, reads_all_rows
from data_access.cube.partial_day import MOMENT_OF
from data_access.database.connections import open_engine
from data_access.database.schema import initiative
from model.codes import Event
from tests.copies import Copies
from tests.data_access.invented_rows import invent, write

ROW = initiative.c
MOMENT = datetime(2022, 5, 31, 12)
ALL: Conditions = dict.fromkeys(Event, ())
UNTIL_NOON: Conditions = {event: (DAY_OF[event] == 20220531, MOMENT_OF[event] <= MOMENT) for event in Event}
ABOVE = case((ROW.unit_id < 30, 1000), else_=ROW.unit_id)


@pytest.mark.parametrize(
    ("conditions", "common", "unit"),
    [
        (ALL, (), None),
        (UNTIL_NOON, (), None),
        (ALL, (ROW.sector_id == 2, ROW.benefit_vnd.is_not(None)), None),
        (UNTIL_NOON, (ROW.unit_id < 50,), ABOVE),
    ],
    ids=["everything", "a part of a day", "some rows", "by a unit above"],
)
def test_the_same_cells(
    conditions: Conditions, common: tuple[ColumnElement[bool], ...], unit: ColumnElement[int] | None, copies: Copies
) -> None:
    """Only PostgreSQL can run both."""
    with copies.of("postgresql") as url:
        write(url, *invent(400, seed=1), *invent(20, seed=2, programme_id=2))
        with open_engine(url, read_only=True).connect() as connection:
            apart = [cells_of(1, event, *conditions[event], *common, unit=unit) for event in Event]
            expected = sorted(tuple(row) for query in apart for row in connection.execute(query))
            at_once = cells_at_once(1, conditions, *common, unit=unit)
            assert sorted(tuple(row) for row in connection.execute(at_once)) == expected != []
            decisions = cells_of_decisions(1, *conditions[Event.VALID], *common, unit=unit)
            settled = [cell for cell in expected if cell[1] in DECISIONS]
            assert sorted(tuple(row) for row in connection.execute(decisions)) == settled != []


def test_databases_with_indexes_are_queried_for_each_event(connection: Connection) -> None:
    assert not reads_all_rows(connection)
