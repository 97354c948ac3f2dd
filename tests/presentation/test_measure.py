"""What is measured, uploads or valid initiatives, is the same number wherever an answer adds it up."""

import pytest

from charts.compare import draw_courses
from charts.kit.theme import Look
from data_access.queries.compare import fetch_compare
from data_access.queries.map import fetch_map
from data_access.queries.people import fetch_people
from data_access.queries.quarters import fetch_quarter_recognition
from data_access.queries.ranking import fetch_ranking
from data_access.queries.sectors import fetch_sector_units
from data_access.queries.target_courses import fetch_target_courses
from data_access.queries.targets import fetch_targets
from data_access.queries.trend import fetch_trend
from data_access.queries.unit import fetch_unit
from data_access.queries.value import fetch_value
from data_access.store.records import Records
from exports.html.stage import make_slides
from exports.kinds import KINDS, make_file
from language.languages import LANGUAGES
from model.address import parse_query
from model.codes import Measure, TargetStatus
from presentation.compare import view_compare
from presentation.figures import gather, gather_worded
from presentation.overview import view_overview
from presentation.race import view_race
from presentation.trend import view_trend
from presentation.week import view_week
from tests.exports.conftest import OCCASION
from tests.exports.reading import lines_of

SCOPES = ("phase=1", "region=dbsh&as_of=2022-04-20T08:00", "unit=LD-38&phase=1")
COUNTS = ("uploads", "valid")


@pytest.mark.parametrize("query", SCOPES)
@pytest.mark.parametrize("measure", COUNTS)
def test_every_answer_adds_up_to_what_is_measured(small_records: Records, query: str, measure: str):
    filters, _ = parse_query(f"{query}&measure={measure}", small_records.catalogue)
    figures, trend = gather(small_records, filters), fetch_trend(small_records, filters)
    count = figures.overview.facts[measure].value

    assert count
    assert figures.overview.count.value == figures.overview.daily["cumulative"][-1] == count
    assert {part.counts: part.frame["uploads"].sum() for part in figures.sectors} == {measure: count}
    assert {cut["uploads"].sum() for cut in figures.cuts.values()} == {count}
    assert fetch_sector_units(small_records, filters)["uploads"].sum() == count
    assert fetch_targets(small_records, filters)["uploads"].sum() == count
    assert fetch_people(small_records, filters).uploads == fetch_value(small_records, filters).uploads == count
    assert {steps["uploads"].sum() for steps in trend.steps.values()} == {trend.forecast.count} == {count}
    assert fetch_quarter_recognition(small_records, filters)["uploads"].sum() <= count


@pytest.mark.parametrize("measure", COUNTS)
def test_units_and_their_courses_are_ranked_by_what_is_measured(small_records: Records, measure: str):
    filters, _ = parse_query(f"phase=1&measure={measure}", small_records.catalogue)
    count = gather(small_records, filters).overview.count.value

    assert fetch_ranking(small_records, filters).total == fetch_map(small_records, filters).total == count
    peers = {peer.who: peer.uploads for peer in fetch_unit(small_records, filters).peers}
    assert peers["nation"] == count
    targets, courses = (ask(small_records, filters) for ask in (fetch_targets, fetch_target_courses))
    ends = courses.group_by("unit_code", maintain_order=True).last().join(targets, on="unit_code")
    assert ends.height
    assert ends["reached_pct"].to_list() == pytest.approx(ends["reached_pct_right"].to_list())


@pytest.mark.parametrize("code", LANGUAGES)
def test_titles_and_stamps_name_what_is_measured(small_records: Records, code: str):
    filters, _ = parse_query("phase=1&measure=valid", small_records.catalogue)
    figures, wording = gather_worded(small_records, filters, LANGUAGES[code])
    overview, trend = view_overview(figures, wording), view_trend(figures, wording)
    of_valid = wording.counted("valid")

    assert overview.count.label == LANGUAGES[code].exports.facts["valid"]
    assert trend.last == overview.count.text == next(iter(overview.figures.values())).text
    assert of_valid in overview.stamp.counted
    assert of_valid in trend.title
    assert of_valid in trend.chart_title.lower()
    assert of_valid in view_week(small_records, figures, wording).title
    assert (
        view_race(small_records, figures, wording).frames[-1].runners[0].value
        == fetch_ranking(small_records, filters).frame["value"][0]
    )


@pytest.mark.parametrize("kind", KINDS)
def test_no_file_draws_uploads_under_a_title_of_valid_ones(small_records: Records, kind: str):
    """Numbers of the days, of the leaders and of sectors were those of uploads below “5.810 sáng kiến hợp lệ”."""
    filters, _ = parse_query("phase=1&measure=valid", small_records.catalogue)
    of_uploads = filters.changed(measure=Measure.UPLOADS)
    measured, uploaded = (gather(small_records, one) for one in (filters, of_uploads))
    write = LANGUAGES["vi"].numbers.count
    parts = {write(n) for part in measured.sectors for n in part.frame["uploads"]}
    others = {write(n) for part in uploaded.sectors for n in part.frame["uploads"]} - parts
    others |= {write(uploaded.overview.facts["last_7_days"].value)}

    text = " ".join(lines_of(kind, make_file(kind, small_records, filters, LANGUAGES["vi"], OCCASION, "overview")))

    assert not [number for number in others if f" {number} " in f" {text} " and len(number) > len("999")]


def test_every_slide_of_the_stage_follows_the_measure(small_records: Records):
    filters, _ = parse_query("phase=1&measure=valid", small_records.catalogue)
    figures, wording = gather_worded(small_records, filters, LANGUAGES["vi"])
    number = view_overview(figures, wording).count.text

    headline, trend = make_slides(small_records, filters, LANGUAGES["vi"], ("headline", "trend"))

    assert headline["body"]["number"] == trend["body"]["end"] == number


@pytest.mark.parametrize("narrowing", ["measure=valid", "status=valid"])
def test_who_has_uploaded_but_has_nothing_valid_yet_is_not_silent(demo_records: Records, narrowing: str):
    """Three days after the start 49 unions with uploads were “not reported”, and with them the whole country."""
    uploads, _ = parse_query("phase=1&as_of=2022-01-12", demo_records.catalogue)
    filters, _ = parse_query(f"phase=1&as_of=2022-01-12&{narrowing}", demo_records.catalogue)
    counts = {row["unit_code"]: row["uploads"] for row in fetch_targets(demo_records, uploads).to_dicts()}
    targets = {row["unit_code"]: row for row in fetch_targets(demo_records, filters).to_dicts()}

    undecided = [code for code, row in targets.items() if counts[code] and not row["uploads"]]
    assert undecided
    for code, row in targets.items():
        assert (row["status"] == TargetStatus.NOT_REPORTED.value) is not bool(counts[code])
    alone = gather(demo_records, filters.changed(units=(undecided[0],))).overview
    assert not alone.is_silent
    assert alone.facts["reached_pct"].value == alone.count.value == 0


def test_a_comparison_says_which_of_its_numbers_are_of_valid_ones(small_records: Records):
    filters, _ = parse_query("phase=1&measure=valid&unit=LD-38&unit=LD-01", small_records.catalogue)
    comparison, language = fetch_compare(small_records, filters), LANGUAGES["vi"]
    alone = fetch_value(small_records, filters.changed(units=("LD-38",)))
    side = comparison.sides[0]

    assert side.daily["cumulative"][-1] == side.facts["valid"].value == alone.uploads
    assert side.facts["benefit_vnd"].value == alone.total
    assert side.facts["computed_pct"].value == pytest.approx(100 * alone.computed / alone.uploads)
    note = view_compare(comparison, language).note
    assert language.compare.measures["benefit_vnd"] in note
    assert language.compare.measures["computed_pct"] in note
    foot = str(draw_courses(comparison, ("a", "b"), Look(language)).layout)
    assert language.names.measure("valid") in foot.replace("\u00a0", " ")
