"""Simulated counts that match a published figure are marked, unit by unit."""

from contextlib import closing
from datetime import datetime

import pytest

from data_access.database.bounded import Database
from data_access.queries.compare import fetch_compare
from data_access.queries.overview import fetch_overview
from data_access.queries.published import fetch_inconsistencies, fetch_published
from data_access.queries.ranking import fetch_ranking
from data_access.queries.sectors import fetch_sectors
from data_access.queries.targets import fetch_targets
from data_access.store.live import LiveRecords
from model.codes import Basis, Measure
from model.filters import Filters, end_of_day

AT_8 = datetime(2022, 4, 20, 8)
TEN = {"LD-38", "LD-01", "LD-40", "LD-42", "LD-24", "LD-79", "LD-31", "LD-92", "LD-89", "LD-80"}
SILENT = "CD-HH"  # has reported nothing, and nobody printed anything of it


@pytest.fixture(scope="module")
def records(demo_database: str):
    with closing(LiveRecords(Database(demo_database))) as records:
        yield records


def printed(frame) -> dict[str, bool | None]:
    return dict(zip(frame["unit_code"].to_list(), frame["printed"].to_list(), strict=True))


def test_the_printed_ten_are_marked_and_nobody_else(records):
    for frame, silent in (
        (fetch_ranking(records, Filters(as_of=AT_8, top=100)).frame, set()),
        (fetch_targets(records, Filters(as_of=AT_8, phase=1)), {SILENT}),
    ):
        marks = printed(frame)
        assert {code for code, mark in marks.items() if mark} == TEN
        assert {code for code, mark in marks.items() if code and mark is None} == silent


@pytest.mark.parametrize(
    "filters",
    [
        Filters(as_of=datetime(2022, 4, 20, 9)),  # an hour that no source speaks of
        Filters(as_of=AT_8, measure=Measure.BENEFIT),
        Filters(as_of=AT_8, sectors=("y-te",)),
        Filters(as_of=AT_8, basis=Basis.PUBLISHED),
    ],
)
def test_without_printed_figures_nothing_is_marked(records, filters: Filters):
    assert fetch_ranking(records, filters).frame["printed"].is_null().all()


def test_a_ratio_of_a_printed_and_a_made_up_number_is_not_printed(records):
    now = Filters(as_of=AT_8, before=end_of_day(datetime(2022, 3, 26).date()))
    moves = {row["unit_code"]: row for row in fetch_compare(records, now).changes.moves.iter_rows(named=True)}

    assert round(moves["LD-24"]["factor"], 2) == 3.88
    assert moves["LD-24"]["printed"] is False
    sides = fetch_compare(records, Filters(as_of=AT_8, units=("LD-24", "LD-26"))).sides
    assert [side.facts["uploads"].is_printed for side in sides] == [True, False]


def test_within_a_union_printed_figures_are_its_own(records):
    """Inside a union only published figures of it and of its units are shown, never the nation's."""
    for code in ("LD-38", "LD-01"):
        inside, alone = (
            Filters(basis=Basis.PUBLISHED, **question) for question in ({"within": code}, {"units": (code,)})
        )
        own, same = fetch_overview(records, inside), fetch_overview(records, alone)
        assert own.facts["uploads"] == same.facts["uploads"]
        assert own.facts["target"] == same.facts["target"]
        assert own.daily.equals(same.daily)
        assert own.cards == same.cards
        assert fetch_published(records, inside).equals(fetch_published(records, alone))
        assert fetch_inconsistencies(records, inside).equals(fetch_inconsistencies(records, alone))
        assert [part.scheme for part in fetch_sectors(records, inside)] == [
            part.scheme for part in fetch_sectors(records, alone)
        ]
    whole = fetch_overview(records, Filters(basis=Basis.PUBLISHED))
    assert whole.facts["uploads"] != own.facts["uploads"]
    assert fetch_published(records, Filters()).height > fetch_published(records, inside).height > 0
