from contextlib import closing
from datetime import datetime

import pytest

from data_access.queries.clusters import fetch_cluster_ranking
from data_access.queries.overview import fetch_overview
from data_access.queries.ranking import fetch_leaders, fetch_ranking
from data_access.queries.unit import fetch_unit
from language.languages import LANGUAGES
from model.codes import Basis, Boundary, Measure
from model.filters import Filters
from presentation.places import describe_ceiling, shared_leaders
from presentation.ranking import ranking_verdict
from presentation.wording import Wording
from tests.data_access.drawn_programme import records_over

UPLOADS = """
unit   | uploaded_at      | count | author | benefit
LD-40  | 2022-02-01 08:00 | 5     | An     | 2000000
LD-38  | 2022-02-20 08:00 | 6     | Bình   |
LD-38  | 2022-02-20 08:00 | 2     | Chi    |
LD-42  | 2022-02-10 08:00 | 3     |        | 0
LD-72  | 2022-02-20 08:00 | 3     | An     |
LD-79  | 2022-02-20 08:00 | 3     | An     |
LD-01  | 2022-03-01 08:00 | 9     | An     |
"""
EIGHT = datetime(2022, 4, 20, 8)
FILTERS = Filters(as_of=datetime(2022, 2, 20, 8), top=3)
UNITS = ("LD-38", "LD-40", "LD-42", "LD-72", "LD-79", "LD-48")


@pytest.fixture
def records(prepared_url: str):
    targets = "unit | value\nLD-40 | 10\nLD-38 | 4"
    with closing(
        records_over(prepared_url, UPLOADS, targets, members={"LD-40": 50, "LD-38": 400, "LD-42": 10, "LD-72": 30})
    ) as records:
        yield records


def columns_of(ranking, *columns: str) -> list[tuple]:
    return ranking.frame.select(*columns).rows()


def test_places_are_by_value_equals_share_one_and_stand_in_vietnamese_order(records):
    ranking = fetch_ranking(records, FILTERS.changed(top=5))

    assert columns_of(ranking, "rank", "unit_code", "value") == [
        (1, "LD-38", 8),
        (2, "LD-40", 5),
        (3, "LD-42", 3),  # Hà Tĩnh, Tây Ninh, TP. Hồ Chí Minh
        (3, "LD-72", 3),
        (3, "LD-79", 3),
        (None, None, 0),
    ]


def test_who_has_reported_nothing_has_no_place_and_zero_of_a_filter_is_a_number(records):
    everything = fetch_ranking(records, FILTERS.changed(top=1000))
    narrowed = fetch_ranking(records, FILTERS.changed(units=("LD-38", "LD-48"), sectors=("khac",), top=1000))
    nobody = fetch_ranking(records, FILTERS.changed(as_of=datetime(2022, 1, 1, 8)))

    assert "LD-48" not in everything.frame["unit_code"].to_list()
    assert (
        everything.rest_silent == everything.rest_units == 82 - everything.known
    )  # what the bar of the rest then says
    assert nobody.frame.is_empty()
    assert (nobody.total, nobody.rest_units) == (None, 0)
    assert "LD-48" not in narrowed.frame["unit_code"].to_list()


def test_the_rest_completes_a_total_that_does_not_depend_on_how_many_are_shown(records):
    for top, rest in ((1, 14), (3, 6), (5, 0)):
        ranking = fetch_ranking(records, FILTERS.changed(top=top))
        last = ranking.frame.row(-1, named=True)
        assert (last["rank"], last["unit_code"], last["unit_name"], last["value"]) == (None, None, "Còn lại", rest)
        assert ranking.total == ranking.frame["value"].sum() == 22
        assert ranking.rest_units == 82 - top
        assert last["cumulative_pct"] == pytest.approx(100)


def test_shares_are_of_the_scope(records):
    ranking = fetch_ranking(records, FILTERS.changed(units=("LD-38", "LD-40", "LD-42"), top=2))

    assert columns_of(ranking, "unit_code", "share_pct", "cumulative_pct") == [
        ("LD-38", 50, 50),
        ("LD-40", 31.25, 81.25),
        (None, 18.75, 100),
    ]
    assert ranking.shown_share_pct == 81.25
    assert (ranking.first_over_second, ranking.first_over_last) == (1.6, 1.6)


def test_movement_is_against_a_week_before_and_who_had_nothing_then_has_no_place(records):
    ranking = fetch_ranking(records, FILTERS)

    assert ranking.before_moment == datetime(2022, 2, 13, 8)
    assert columns_of(ranking, "unit_code", "rank_before")[:3] == [("LD-38", None), ("LD-40", 1), ("LD-42", 2)]


def test_movement_against_any_moment_counts_it_in(records):
    ranking = fetch_ranking(records, FILTERS.changed(before=datetime(2022, 2, 10, 7, 59)))

    assert columns_of(ranking, "unit_code", "rank_before")[1:3] == [("LD-40", 1), ("LD-42", None)]


def test_per_100_members_leaves_out_whoever_has_no_known_members(records):
    ranking = fetch_ranking(records, FILTERS.changed(measure=Measure.PER100, units=UNITS, top=2))

    assert columns_of(ranking, "rank", "unit_code", "value") == [(1, "LD-42", 30), (2, "LD-40", 10), (None, None, None)]
    assert (ranking.total, ranking.without_value, ranking.rest_units) == (None, 2, 2)
    assert ranking.frame["share_pct"].null_count() == 3


def test_percent_of_target_ranks_only_who_has_one(records):
    ranking = fetch_ranking(records, FILTERS.changed(measure=Measure.REACHED))

    assert columns_of(ranking, "rank", "unit_code", "value") == [(1, "LD-38", 200), (2, "LD-40", 50)]
    assert ranking.without_value == 80


def test_whoever_is_not_among_the_printed_leaders_has_at_most_as_many_as_the_last(records):
    def published_ranking(**filters):
        return fetch_ranking(records, Filters(basis=Basis.PUBLISHED, **filters))

    text, moment = describe_ceiling(published_ranking(kinds=("city",), as_of=EIGHT), LANGUAGES["vi"]), {"as_of": EIGHT}
    assert "nhiều nhất 4.479 (≤ 4.479)" in text and "20/04/2022 08:00" in text
    assert (
        published_ranking(units=("LD-48",), **moment).ceiling
        == published_ranking(kinds=("industry",), **moment).ceiling
        == 4_479
    )
    assert (
        describe_ceiling(published_ranking(units=("LD-38",), **moment), LANGUAGES["vi"]) == ""
    )  # everybody asked about is printed
    assert published_ranking(as_of=datetime(2022, 3, 27)).ceiling is None  # eight that a source happened to print
    assert published_ranking().ceiling is None


def test_people_are_counted_once_in_each_unit(records):
    ranking = fetch_ranking(records, FILTERS.changed(measure=Measure.PEOPLE, units=UNITS, top=2))

    assert columns_of(ranking, "unit_code", "value")[0] == ("LD-38", 2)
    assert ranking.total == 5


def test_benefit_that_was_never_computed_is_no_zero(records):
    ranking = fetch_ranking(records, FILTERS.changed(measure=Measure.BENEFIT))

    assert columns_of(ranking, "unit_code", "value") == [("LD-40", 10_000_000), ("LD-42", 0)]
    assert ranking.without_value == 80


def test_provinces_of_2025_are_ranked_as_one(records):
    ranking = fetch_ranking(records, FILTERS.changed(boundary=Boundary.NEW, top=1, as_of=datetime(2022, 3, 1, 8)))

    assert columns_of(ranking, "unit_code", "value")[0] == ("34:01", 9)
    assert ranking.total == 31


def test_the_place_in_the_cluster_does_not_depend_on_who_else_is_shown(records):
    ranking = fetch_ranking(records, FILTERS.changed(units=("LD-42", "LD-72")))

    assert columns_of(ranking, "unit_code", "cluster_rank")[:2] == [("LD-42", 3), ("LD-72", 1)]


def test_clusters_list_their_units_best_first(records):
    frame = fetch_cluster_ranking(records, FILTERS.changed(regions=("btb-dhmt",)))

    assert frame.select("cluster_rank", "unit_code").rows()[:3] == [(1, "LD-38"), (2, "LD-40"), (3, "LD-42")]
    assert frame.height == 3  # who has reported nothing has no place
    assert set(frame["cluster_note"]) == {"provisional: by socio-economic region"}


LEDGER = Filters(basis=Basis.PUBLISHED, as_of=datetime(2022, 4, 20, 8))


def test_the_ledger_ranks_the_newest_list_of_several_units(records):
    ranking = fetch_ranking(records, LEDGER)

    assert columns_of(ranking, "rank", "unit_code", "value")[0] == (1, "LD-38", 35_728)
    assert columns_of(ranking, "unit_code", "value", "qualifier")[9:] == [("LD-80", 4_479, None), (None, 52_462, "hơn")]
    assert (ranking.total, ranking.rest_units, ranking.moment) == (163_532, 72, datetime(2022, 4, 20, 8))
    assert ranking.frame["rank_before"].null_count() == 11
    assert round(ranking.shown_share_pct, 2) == 67.92
    assert (round(ranking.first_over_second, 2), round(ranking.first_over_last, 2)) == (1.93, 7.98)


def test_an_inexact_place_leaves_its_word_to_what_is_computed_with_it(records):
    ranking = fetch_ranking(records, Filters(programme="75n"))

    assert columns_of(ranking, "unit_code", "value", "qualifier") == [
        ("LD-40", 25_621, None), ("LD-42", 15_700, "hơn"), (None, 200_481, "dưới"),
    ]  # fmt: skip
    assert (ranking.shown_word, ranking.lead_word(1), ranking.whole_qualifier) == ("hơn", "dưới", None)


def test_shares_of_an_inexact_whole_keep_its_word(records):
    """Exact parts of “hơn 163.532” are less than they read, the rest is more, and all of it is all of it."""
    ranking = fetch_ranking(records, LEDGER.changed(top=2))

    words = columns_of(ranking, "unit_code", "share_qualifier", "cumulative_qualifier")
    assert words == [("LD-38", "dưới", "dưới"), ("LD-01", "dưới", "dưới"), (None, "hơn", None)]
    assert ranking.shown_share_word == "dưới"
    overview = fetch_overview(records, LEDGER)
    assert overview.facts["top10_share_pct"].qualifier == "dưới"
    assert fetch_overview(records, LEDGER.changed(units=("LD-38",))).facts["share_of_nation"].qualifier == "dưới"
    assert overview.facts["share_of_nation"].qualifier is None  # the nation is all of itself


@pytest.mark.parametrize(
    ("narrower", "total", "share"),
    [
        ({"regions": ("dbsh",)}, 24_369, 14.90),
        ({"regions": ("dbscl",)}, 14_041, 8.59),
        ({"regions": ("tdmnpb",)}, 6_601, 4.04),
        ({"regions": ("btb-dhmt",)}, 59_584, 36.44),
        ({"kinds": ("city",)}, 35_652, 21.80),
        ({"kinds": ("province",)}, 75_418, 46.12),
    ],
)
def test_a_filter_keeps_the_shares_of_the_nation_and_knows_no_rest(records, narrower: dict, total: int, share: float):
    ranking = fetch_ranking(records, LEDGER.changed(**narrower))

    assert ranking.total == ranking.frame["value"].sum() == total
    assert round(ranking.shown_share_pct, 2) == share
    assert ranking.frame["unit_code"].null_count() == ranking.rest_units == 0


def test_no_central_union_was_among_the_printed_ten(records):
    ranking = fetch_ranking(records, LEDGER.changed(kinds=("industry", "corporation")))

    assert ranking.frame.is_empty()
    assert ranking.total is None


def test_a_moment_before_any_list_has_no_ranking(records):
    assert fetch_ranking(records, LEDGER.changed(as_of=datetime(2022, 1, 7))).frame.is_empty()


def test_of_two_contradicting_figures_the_first_printed_is_ranked(records):
    ranking = fetch_ranking(records, LEDGER.changed(as_of=datetime(2022, 6, 1)))

    assert columns_of(ranking, "unit_code", "value") == [
        ("LD-38", 170_263),
        ("LD-79", 57_849),
        ("LD-68", 8_871),
        (None, 459_965),
    ]


@pytest.mark.parametrize(
    ("moment", "narrower", "known", "units", "ordered"),
    [
        (datetime(2022, 4, 20, 8), {}, 10, 82, True),  # “10 đơn vị đang dẫn đầu cả nước”
        (datetime(2022, 4, 20, 8), {"regions": ("dbsh",)}, 2, 11, True),  # whoever is not among the ten is below them
        (datetime(2022, 4, 20, 8), {"units": ("LD-24",)}, 1, 1, False),  # nobody to stand above
        (datetime(2022, 6, 1), {}, 3, 82, False),
        (datetime(2022, 6, 1), {"units": ("LD-38", "LD-79")}, 2, 2, True),  # everybody asked about
        (datetime(2022, 6, 1), {"units": ("LD-38", "LD-79", "LD-01")}, 2, 3, False),
        (datetime(2022, 3, 27), {}, 8, 82, False),
        (None, {"measure": Measure.REACHED}, 3, 82, False),
    ],
)
def test_units_of_the_ledger_have_places_only_where_nobody_can_stand_between(
    records, moment, narrower: dict, known: int, units: int, ordered: bool
):
    ranking = fetch_ranking(records, LEDGER.changed(as_of=moment, **narrower))

    assert (ranking.known, ranking.units, ranking.is_ordered) == (known, units, ordered)
    listed = ranking.frame.filter(ranking.frame["unit_code"].is_not_null())
    assert listed["rank"].null_count() == (0 if ordered else listed.height)
    assert ordered or (ranking.first_over_second, ranking.first_over_last) == (None, None)
    assert listed["value"].to_list() == sorted(listed["value"], reverse=True)


def test_without_places_nobody_stands_above_and_there_are_no_leaders(records):
    filters = LEDGER.changed(as_of=datetime(2022, 6, 1))
    profile, overview = fetch_unit(records, filters.changed(units=("LD-79",))), fetch_overview(records, filters)

    assert (profile.rank, profile.previous, profile.following) == (None, None, None)
    assert {overview.facts[name].value for name in ("top10_share_pct", "first_over_second", "first_over_tenth")} == {
        None
    }


def test_one_unit_is_shown_among_the_places_it_holds(records):
    ranking, picked = fetch_leaders(records, FILTERS.changed(units=("LD-40",)))

    assert picked == ("LD-40",)
    assert columns_of(ranking, "unit_code", "rank")[:2] == [("LD-38", 1), ("LD-40", 2)]
    assert ranking.total == fetch_ranking(records, FILTERS).total


def test_a_province_of_2025_is_one_of_them(records):
    (code,) = fetch_ranking(records, FILTERS.changed(units=("LD-40",), boundary=Boundary.NEW)).frame["unit_code"]

    assert fetch_leaders(records, FILTERS.changed(units=("LD-40",), boundary=Boundary.NEW))[1] == (code,)


@pytest.mark.parametrize(
    ("units", "top"),
    [
        ((), 3),  # nothing is picked
        (("LD-38", "LD-40"), 3),  # whoever asks about several compares these
        (("LD-42",), 1),  # not among the places shown
        (("LD-01",), 3),  # nothing uploaded by then
    ],
)
def test_other_questions_keep_to_their_scope(records, units, top):
    filters = FILTERS.changed(units=units, top=top)

    ranking, picked = fetch_leaders(records, filters)

    assert picked == ()
    assert ranking.frame.equals(fetch_ranking(records, filters).frame)


@pytest.mark.parametrize("boundary", list(Boundary))
def test_the_rest_counts_the_places_that_are_drawn(records, boundary):
    places = records.catalogue.groups(records.catalogue.units, boundary)
    assert fetch_ranking(records, Filters(boundary=boundary, top=1)).rest_units == len(places) - 1


def test_whoever_shares_the_first_place_is_named_beside(records):
    catalogue = records.catalogue
    values = {code: Wording(language, catalogue) for code, language in LANGUAGES.items()}
    equal = fetch_ranking(records, FILTERS.changed(units=("LD-42", "LD-72", "LD-79", "LD-48")))
    alone = fetch_ranking(records, FILTERS.changed(units=("LD-40", "LD-42", "LD-72")))

    assert ranking_verdict(equal, values["vi"]).startswith("Hà Tĩnh, Tây Ninh, TP. Hồ Chí Minh cùng dẫn đầu: 3")
    assert " lead: 3" in ranking_verdict(equal, values["en"])
    assert ranking_verdict(alone, values["vi"]).startswith("Nghệ An dẫn đầu: 5")
    many = [(f"LD-{number}", str(number), 1.0) for number in (38, 40, 42, 72)]
    assert shared_leaders(many, values["vi"]) == "Nhiều đơn vị"
