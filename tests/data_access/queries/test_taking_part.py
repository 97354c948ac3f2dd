"""A unit that has left or not yet joined is neither silent nor late, and no list names it."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from sqlalchemy import delete, insert

from data_access.database.connections import open_engine
from data_access.database.schema import programme_unit, unit
from data_access.database.versions import raise_version
from data_access.queries.follow_up import fetch_behind
from data_access.queries.overview import fetch_overview
from data_access.queries.ranking import fetch_ranking
from data_access.queries.targets import fetch_targets
from data_access.reference.seed import ids_by_code
from data_access.store.records import Records
from model.filters import Filters
from tests.data_access.drawn_programme import PROGRAMME_ID, records_over
from tests.live_records import live_records

# Phase 1 ends on 31/05/2022.
ROWS = """
unit  | uploaded_at      | count
LD-38 | 2022-02-01 08:00 | 3
LD-38 | 2022-07-01 08:00 | 2
LD-40 | 2022-02-01 08:00 | 4
LD-01 | 2022-02-01 08:00 | 1
LD-01 | 2022-06-02 08:00 | 1
"""
TARGETS = """
unit  | phase | kind       | value
LD-38 | 0     | registered | 100
LD-40 | 0     | registered | 100
LD-38 | 2     | registered | 50
LD-33 | 2     | registered | 50
"""
MEMBERS = {  # from and until when
    "LD-38": (None, None),
    "LD-40": (None, date(2022, 5, 31)),  # left before phase 2
    "LD-01": (None, date(2022, 6, 15)),  # left within it, after an upload
    "LD-06": (date(2022, 9, 1), None),  # comes later
    "LD-33": (None, date(2022, 5, 31)),  # left, and somebody set it a target all the same
    "LD-10": (None, None),  # takes part and is silent
}


@pytest.fixture
def records(prepared_url: str) -> Iterator[Records]:
    records_over(prepared_url, ROWS, TARGETS).close()
    engine = open_engine(prepared_url)
    with engine.begin() as connection:
        ids = ids_by_code(connection, unit)
        connection.execute(delete(programme_unit))
        connection.execute(
            insert(programme_unit),
            [
                {"programme_id": PROGRAMME_ID, "unit_id": ids[code], "ranked": True, "start": start, "end": end}
                for code, (start, end) in MEMBERS.items()
            ],
        )
        raise_version(connection, PROGRAMME_ID, ())
    engine.dispose()
    with live_records(prepared_url) as records:
        yield records


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(as_of=datetime(2022, 7, 2)), {"LD-38", "LD-40", "LD-01", "LD-10"}),
        (Filters(as_of=datetime(2022, 7, 2), phase=1), {"LD-38", "LD-40", "LD-01", "LD-33", "LD-10"}),
        (Filters(as_of=datetime(2022, 7, 2), phase=2), {"LD-38", "LD-01", "LD-33", "LD-10"}),
        (Filters(as_of=datetime(2022, 9, 2), phase=2), {"LD-38", "LD-01", "LD-06", "LD-33", "LD-10"}),
    ],
)
def test_targets_are_of_those_who_take_part_or_have_something(records: Records, filters: Filters, expected: set[str]):
    assert set(fetch_targets(records, filters)["unit_code"]) == expected


def test_nobody_who_left_is_called(records: Records):
    called = fetch_behind(records, Filters(as_of=datetime(2022, 7, 2)))

    assert {one.unit.code for one in called.units} == {"LD-10"}


def test_the_ranking_counts_only_those_as_silent(records: Records):
    ranking = fetch_ranking(records, Filters(as_of=datetime(2022, 7, 2), phase=2))

    assert set(ranking.frame["unit_code"]) >= {"LD-38", "LD-01"}
    assert "LD-40" not in set(ranking.frame["unit_code"])


def test_the_overview_counts_the_same(records: Records):
    overview = fetch_overview(records, Filters(as_of=datetime(2022, 7, 2)))

    assert overview.facts["units_total"].value == 2
