"""Simulated counts that match a published figure are marked, unit by unit."""

from datetime import datetime

import pytest

from data_access.queries.compare import fetch_compare
from data_access.queries.overview import fetch_overview
from data_access.queries.published import fetch_inconsistencies, fetch_published
from data_access.queries.ranking import fetch_ranking
from data_access.queries.sectors import fetch_sectors
from data_access.queries.targets import fetch_targets
from model.codes import Basis, Measure
from model.filters import Filters, end_of_day

AT_8 = datetime(2022, 4, 20, 8)
TEN = {"LD-38", "LD-01", "LD-40", "LD-42", "LD-24", "LD-79", "LD-31", "LD-92", "LD-89", "LD-80"}
SILENT = "CD-HH"  # has reported nothing, and nobody printed anything of it


def printed(frame) -> dict[str, bool | None]:
    return dict(zip(frame["unit_code"].to_list(), frame["printed"].to_list(), strict=True))


def test_the_printed_ten_are_marked_and_nobody_else(demo_records):
    for frame, silent in (
        (fetch_ranking(demo_records, Filters(as_of=AT_8, top=100)).frame, set()),
        (fetch_targets(demo_records, Filters(as_of=AT_8, phase=1)), {SILENT}),
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
def test_without_printed_figures_nothing_is_marked(demo_records, filters: Filters):
    assert fetch_ranking(demo_records, filters).frame["printed"].is_null().all()


def test_a_ratio_of_a_printed_and_a_made_up_number_is_not_printed(demo_records):
    now = Filters(as_of=AT_8, before=end_of_day(datetime(2022, 3, 26).date()))
    moves = {row["unit_code"]: row for row in fetch_compare(demo_records, now).changes.moves.iter_rows(named=True)}

    assert round(moves["LD-24"]["factor"], 2) == 3.88
    assert moves["LD-24"]["printed"] is False
    sides = fetch_compare(demo_records, Filters(as_of=AT_8, units=("LD-24", "LD-26"))).sides
    assert [side.facts["uploads"].is_printed for side in sides] == [True, False]


def test_within_a_union_printed_figures_are_its_own(demo_records):
    """Inside a union only published figures of it and of its units are shown, never the nation's."""
    for code in ("LD-38", "LD-01"):
        inside, alone = (
            Filters(basis=Basis.PUBLISHED, **question) for question in ({"within": code}, {"units": (code,)})
        )
        own, same = fetch_overview(demo_records, inside), fetch_overview(demo_records, alone)
        assert own.facts["uploads"] == same.facts["uploads"]
        assert own.facts["target"] == same.facts["target"]
        assert own.daily.equals(same.daily)
        assert own.cards == same.cards
        assert fetch_published(demo_records, inside).equals(fetch_published(demo_records, alone))
        assert fetch_inconsistencies(demo_records, inside).equals(fetch_inconsistencies(demo_records, alone))
        assert [part.scheme for part in fetch_sectors(demo_records, inside)] == [
            part.scheme for part in fetch_sectors(demo_records, alone)
        ]
    whole = fetch_overview(demo_records, Filters(basis=Basis.PUBLISHED))
    assert whole.facts["uploads"] != own.facts["uploads"]
    assert fetch_published(demo_records, Filters()).height > fetch_published(demo_records, inside).height > 0
