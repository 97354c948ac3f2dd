from contextlib import closing
from datetime import date, datetime

import pytest

from data_access.queries.overview import fetch_overview
from language.languages import LANGUAGES
from model.codes import Basis, Measure
from model.filters import Filters, end_of_day
from presentation.key_figures import key_figures
from presentation.verdict import describe_verdict
from tests.data_access.drawn_programme import records_over

ROWS = """
unit   | uploaded_at         | count | status  | settled_at       | benefit
LD-38  | 2022-02-01 08:00    | 30    | valid   | 2022-02-05 10:00 | 1000
LD-38  | 2022-02-12 08:00    | 6     |         |                  |
LD-40  | 2022-02-12 08:00:01 | 4     | invalid | 2022-02-13 08:00 |
LD-79  | 2022-02-13 07:59    | 1     |         |                  |
LD-79  | 2022-02-13 08:00    | 9     |         |                  |
"""
TARGETS = """
unit  | phase | value
LD-38 | 1     | 30
LD-40 | 1     | 50
LD-38 | 0     | 100
"""
SATURDAY = Filters(phase=1, as_of=datetime(2022, 2, 12, 8, 0, 30))


def values(overview, *names: str) -> tuple:
    return tuple(overview.facts[name].value for name in names)


def test_a_moment_counts_to_the_second(records):
    overview = fetch_overview(records, SATURDAY)

    assert values(overview, "uploads", "valid", "under_review", "benefit_vnd", "benefit_count") == (
        40,
        30,
        10,
        30_000,
        30,
    )
    assert values(overview, "units_reported", "units_total", "last_7_days") == (2, 82, 10)
    assert {fact.as_of for name, fact in overview.facts.items() if name in ("uploads", "gap")} == {SATURDAY.as_of}


def test_a_decision_counts_on_its_own_day(records):
    later = fetch_overview(records, SATURDAY.changed(as_of=end_of_day(date(2022, 2, 13))))
    earlier = fetch_overview(records, SATURDAY.changed(as_of=datetime(2022, 2, 5, 9, 59)))

    assert values(later, "uploads", "valid", "under_review") == (50, 30, 16)
    assert values(earlier, "uploads", "valid", "under_review") == (30, 0, 30)


def test_the_nation_is_held_against_the_plan(records):
    overview = fetch_overview(records, SATURDAY)

    assert overview.target_scope == "national"
    assert values(overview, "target", "gap") == (300_000, -299_960)
    assert values(overview, "days_left", "needed_per_day") == (108, 2_778)
    assert overview.facts["reached_pct"].value == pytest.approx(100 * 40 / 300_000)
    assert overview.facts["target"].source.kind == "national_plan"


def test_less_than_the_nation_is_held_against_the_sum_of_targets(records):
    overview = fetch_overview(records, SATURDAY.changed(units=("LD-38", "LD-40")))

    assert overview.target_scope == "registered"
    assert values(overview, "target", "gap", "units_reported", "units_total") == (80, -40, 2, 2)
    assert values(overview, "units_above_target", "share_of_nation") == (1, 100)
    assert overview.facts["target"].source.kind == "target_sum"


def test_valid_can_be_what_is_measured(records):
    overview = fetch_overview(records, SATURDAY.changed(units=("LD-38",), measure=Measure.VALID))

    assert values(overview, "uploads", "gap", "reached_pct") == (36, 0, 100)
    assert overview.facts["gap"].counts == "valid"


def test_the_days_of_what_is_measured_come_to_its_count(records):
    """A curve of uploads ran below a title with the share of valid ones, and the pace needed began at its end."""
    for measure in (Measure.VALID, Measure.UPLOADS):
        overview = fetch_overview(records, SATURDAY.changed(units=("LD-38",), measure=measure))
        assert overview.counts == measure.value
        assert overview.daily["cumulative"][-1] == overview.count.value


def test_a_share_of_the_rows_is_held_against_no_target(records):
    overview = fetch_overview(records, SATURDAY.changed(sectors=("none",)))

    assert not overview.comparable
    assert values(overview, "uploads", "target", "gap", "reached_pct", "needed_per_day") == (
        40,
        300_000,
        None,
        None,
        None,
    )


def test_the_upload_that_met_the_target_is_found_to_the_second(records):
    one = Filters(phase=1, units=("LD-38",))
    assert fetch_overview(records, one).reached_at == datetime(2022, 2, 1, 8)

    two = Filters(phase=1, units=("LD-38", "LD-79"), as_of=datetime(2022, 2, 20))
    assert fetch_overview(records, two).reached_at == datetime(2022, 2, 1, 8)
    assert fetch_overview(records, SATURDAY).reached_at is None


@pytest.mark.parametrize(("within", "kind"), [(None, "units"), ("LD-38", "units_inside")])
def test_numbers_of_units_inside_one_count_those_alone(records, within: str | None, kind: str):
    facts = fetch_overview(records, Filters(within=within)).facts

    assert {facts[name].counts for name in ("units_reported", "units_total", "units_above_target")} == {kind}
    for language in LANGUAGES.values():
        assert kind in language.facts.counts
    assert len({language.facts.counts[kind] for language in LANGUAGES.values()}) == len(LANGUAGES)


def test_within_the_day_the_place_decides(prepared_url: str):
    targets = "unit | phase | value\nLD-38 | 1 | 40"
    with closing(records_over(prepared_url, ROWS, targets)) as records:
        overview = fetch_overview(records, Filters(phase=1, units=("LD-38", "LD-40", "LD-79")))

    assert overview.reached_at == datetime(2022, 2, 12, 8, 0, 1)


@pytest.mark.parametrize(("word", "is_known"), [("ít nhất", True), ("khoảng", False)])
def test_when_a_target_that_is_only_known_about_was_met_is_not_known(prepared_url: str, word: str, is_known: bool):
    """With the same word its share has: a star to the second would claim what the verdict leaves open."""
    targets = f"unit | phase | value | qualifier\nLD-38 | 1 | 40 | {word}"
    with closing(records_over(prepared_url, ROWS, targets)) as records:
        overview = fetch_overview(records, Filters(phase=1, units=("LD-38", "LD-40", "LD-79")))

    assert (overview.reached_at is not None, overview.facts["days_early"].value is not None) == (is_known, is_known)
    assert overview.facts["reached_pct"].qualifier == ("nhiều nhất" if is_known else word)


def test_the_days_run_up_to_the_total(records):
    daily = fetch_overview(records, SATURDAY).daily

    assert daily.rows() == [(date(2022, 2, 1), 30, 30), (date(2022, 2, 12), 10, 40)]


def test_leaders_are_put_in_proportion(records):
    overview = fetch_overview(records, SATURDAY)

    assert values(overview, "top10_share_pct", "first_over_second", "first_over_tenth") == (100, 9, None)


def test_a_programme_without_a_record_answers_from_the_ledger(prepared_url: str):
    with closing(records_over(prepared_url)) as records:
        overview = fetch_overview(records, Filters(as_of=datetime(2022, 4, 20, 8)))

    assert overview.facts["uploads"].value == 163_532
    assert overview.facts["uploads"].source.kind == "published"


LEDGER = Filters(basis=Basis.PUBLISHED, as_of=datetime(2022, 4, 20, 8), phase=1)


def test_the_ledger_keeps_the_words_before_its_numbers(records):
    facts = fetch_overview(records, LEDGER).facts

    assert (facts["uploads"].value, facts["uploads"].qualifier) == (163_532, "hơn")
    assert facts["reached_pct"].qualifier == "hơn"
    assert (facts["gap"].value, facts["needed_per_day"].value, facts["days_left"].value) == (-136_468, 3_329, 41)
    assert round(facts["time_passed_pct"].value, 1) == 71.3
    assert facts["valid"].value is facts["benefit_vnd"].value is facts["people"].value is None


def test_the_moments_of_what_is_measured_are_those_of_its_figures(records):
    whole = LEDGER.changed(measure=Measure.VALID)
    one = whole.changed(units=("LD-33",), as_of=None, phase=None)

    assert fetch_overview(records, whole).counts == "uploads"  # nobody printed how many were valid: the uploads stay
    assert fetch_overview(records, one).daily["cumulative"][-1] == fetch_overview(records, one).facts["valid"].value


def test_a_figure_of_the_day_is_not_known_before_the_day_is_over(records):
    day = date(2022, 5, 31)

    assert fetch_overview(records, LEDGER.changed(as_of=datetime(2022, 5, 31, 8))).facts["uploads"].value == 300_000
    assert fetch_overview(records, LEDGER.changed(as_of=end_of_day(day))).facts["uploads"].value == 696_948


def test_time_passes_after_the_last_printed_count(records):
    overview = fetch_overview(records, LEDGER.changed(as_of=end_of_day(date(2022, 3, 26))))
    cards = key_figures(overview, LANGUAGES["vi"])

    assert (overview.facts["uploads"].value, overview.facts["days_left"].value) == (23, 66)
    assert round(overview.facts["time_passed_pct"].value, 1) == 53.8
    # What the days left need was computed from the day of the count: said beside neither.
    assert cards["reached_pct"].note == cards["gap"].note == ""


def test_a_target_met_by_an_inexact_number_on_an_inferred_day_says_both(records):
    overview = fetch_overview(records, LEDGER.changed(as_of=end_of_day(date(2022, 5, 11))))

    assert (overview.reached_at.date(), overview.reached_inferred) == (date(2022, 5, 11), True)
    vietnamese = LANGUAGES["vi"]
    assert describe_verdict(overview, LEDGER, vietnamese) == "hơn 300.000, đạt hơn 100,00%"
    assert key_figures(overview, vietnamese)["reached_pct"].note == "đạt lúc 11/05/2022, suy ra, trước hạn 20 ngày"


def test_a_figure_of_another_period_is_not_used(records):
    def uploads(**filters):
        return fetch_overview(records, Filters(basis=Basis.PUBLISHED, **filters)).facts["uploads"].value

    assert uploads() == 2_400_000
    assert uploads(phase=1) == 696_948
    assert uploads(phase=2) is uploads(since=date(2022, 2, 1)) is uploads(sectors=("y-te",)) is None
    assert uploads(until=date(2022, 5, 31)) == 300_000


def test_what_a_source_computed_stands_beside_what_we_compute(records):
    overview = fetch_overview(records, LEDGER.changed(as_of=end_of_day(date(2022, 5, 31))))

    assert round(overview.facts["reached_pct"].value, 2) == 232.32
    assert overview.printed["ty_le_dat_chi_tieu_gd1"].value == 232.3
    assert overview.printed["ty_le_vuot_chi_tieu_gd1"].value == 132


def test_several_units_are_never_added_up_as_if_they_were_all(records):
    facts = fetch_overview(records, LEDGER.changed(regions=("dbsh",))).facts

    assert facts["uploads"].value is None
    assert (facts["uploads_of_listed"].value, facts["uploads_of_listed"].qualifier) == (24_369, "ít nhất")
    assert round(facts["share_of_nation"].value, 2) == 14.90


def test_only_figures_of_one_moment_are_divided(records):
    def share(as_of):
        return fetch_overview(records, LEDGER.changed(units=("LD-38",), as_of=as_of)).facts["share_of_nation"].value

    assert round(share(datetime(2022, 4, 20, 8)), 2) == 21.85
    assert share(datetime(2022, 4, 1)) is None


def test_the_published_moments_are_the_whole_curve(records):
    daily = fetch_overview(records, LEDGER.changed(as_of=end_of_day(date(2022, 5, 31)))).daily

    assert daily["cumulative"].to_list() == [23, 163_532, 300_000, 696_948]
    assert daily["uploads"].null_count() == 4


def cards(records, programme: str) -> dict:
    return {card.code: card.fact for card in fetch_overview(records, Filters(programme=programme)).cards}


def test_programmes_without_uploads_show_what_was_printed(records):
    town, district, far = (cards(records, code) for code in ("son-tay-2024", "phu-xuyen-5-nam", "cu-jut-5-nam"))

    assert (town["nguoi_tot_viec_tot"].value, round(town["workers_of_good_deeds"].value, 2)) == (860, 3.72)
    assert (district["sang_kien_cong_nhan|cap_co_so"].value, district["grassroots_per_year"].value) == (3_055, 611)
    assert round(district["upper_of_grassroots"].value, 2) == 51.06
    assert (far["cdcs"].value, round(far["workers_per_grassroots"].value, 1)) == (89, 37.3)
    assert district["luot_hoc_tap"].qualifier == "trên"
    assert district["luot_hoc_tap"].as_of is None


def test_a_programme_without_a_printed_moment_is_always_known(records):
    filters = Filters(programme="phu-xuyen-5-nam", as_of=datetime(2000, 1, 1))

    assert len(fetch_overview(records, filters).cards) > 8
    assert not fetch_overview(records, filters.changed(programme="cu-jut-5-nam")).cards
