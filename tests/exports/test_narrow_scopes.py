"""Files of narrow scopes: units without reports, one sector, ties, a period judged late."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import polars as pl
import pytest
from pptx import Presentation

from data_access.store.records import Records
from exports.kinds import make_file
from exports.unit_table import unit_table
from language.languages import LANGUAGES
from model.address import parse_query
from model.codes import Measure
from model.filters import Filters
from presentation.briefs import make_briefs
from presentation.calculated import calculated_note
from presentation.figures import gather
from presentation.formal import formal_report
from presentation.one_union import view_one_union
from presentation.overview import view_overview
from presentation.ranking import view_ranking
from presentation.stamp import stamp
from presentation.trend import view_trend
from presentation.wording import Wording, cut_middle, join_sentences
from tests.copies import Copies
from tests.data_access.drawn_programme import records_over
from tests.exports.conftest import OCCASION
from tests.exports.reading import lines_of, plain, words_of

ROWS = """
    unit  | uploaded_at      | count | status | settled_at       | sector   | grassroots
    LD-01 | 2022-02-01 08:00 | 5     | valid  | 2022-03-10 08:00 | y-te     | none
    LD-01 | 2022-03-05 08:00 | 4     | review | 2022-03-05 08:00 | y-te     | TO-1
    LD-01 | 2022-03-05 08:00 | 1     | review | 2022-03-05 08:00 | giao-duc | TO-2
    LD-38 | 2022-03-05 08:00 | 9     | review | 2022-03-05 08:00 | y-te     | none
    LD-40 | 2022-03-05 08:00 | 9     | review | 2022-03-05 08:00 | y-te     | none
"""
BELOW = "code | above | name\nTO-1 | LD-01 | tổ 1 Hà Nội\nTO-2 | LD-01 | Tổ 2, Hà Nội"
NOW = datetime(2022, 4, 20, 8)


@pytest.fixture(scope="module")
def drawn_records(copies: Copies) -> Iterator[Records]:
    with copies.of("sqlite") as url, closing(records_over(url, ROWS, grassroots=BELOW)) as records:
        yield records


def gather_words(records: Records, filters: Filters, language: str = "vi"):
    figures = gather(records, filters)
    return figures, Wording(LANGUAGES[language], figures.catalogue)


@pytest.mark.parametrize("kind", ["slides", "report", "one-page", "formal", "text", "pack"])
@pytest.mark.parametrize(("lang", "word", "zeros"), [
    ("vi", "Chưa báo cáo", ("0 sáng kiến", "0,00%")),
    ("en", "Not reported", ("0 initiatives", "0.00%")),
])  # fmt: skip
def test_no_file_of_a_union_that_has_reported_nothing_has_a_zero(
    records: Records, kind: str, lang: str, word: str, zeros: tuple[str, ...]
):
    filters, _ = parse_query("as_of=2022-04-20T08:00&phase=1&unit=LD-45", records.catalogue)
    content = make_file(kind, records, filters, LANGUAGES[lang], OCCASION)
    text = words_of(kind, content)
    assert not [zero for zero in zeros if f" {zero}" in text]
    assert word in text or kind in ("formal", "text")  # those have whole sentences


def test_a_silent_union_keeps_its_target_and_has_no_rank(records: Records):
    figures, wording = gather_words(records, Filters(as_of=NOW, phase=1, units=("LD-45",)))
    view, union = view_overview(figures, wording), view_one_union(figures, wording)
    assert view.is_silent and view.title == "Chưa có sáng kiến nào" and view.no_target == "Chỉ tiêu: 300"
    assert union and union.title == "Quảng Trị: chưa xếp hạng" and "Còn thiếu" not in dict(union.cards)


@pytest.mark.parametrize("kind", ["report", "one-page", "formal", "text", "workbook"])
@pytest.mark.parametrize(("unit", "has_target"), [("LD-38", True), ("LD-42", False)])
def test_only_who_has_a_target_reads_where_it_is_from(records: Records, kind: str, unit: str, has_target: bool):
    filters, _ = parse_query(f"as_of=2022-04-20T08:00&phase=1&unit={unit}", records.catalogue)
    text = words_of(kind, make_file(kind, records, filters, LANGUAGES["vi"], OCCASION))
    kinds = LANGUAGES["vi"].facts.source_kinds
    assert any(kinds[kind] in text for kind in ("target", "target_sum")) is has_target


def test_the_mark_of_the_bars_of_every_unit_is_explained(records: Records):
    for language, words in (("vi", "Vạch đỏ: 100% chỉ tiêu"), ("en", "Red mark: 100% of target")):
        filters = Filters(as_of=NOW, phase=1)
        assert words in words_of("report", make_file("report", records, filters, LANGUAGES[language], OCCASION))
    assert unit_table(*gather_words(records, Filters(as_of=NOW, phase=1, units=("LD-42", "LD-31"))))["marked"] == ""


@pytest.mark.parametrize(("query", "has"), [("sector=y-te", False), ("", True)])
def test_a_filter_of_one_sector_gives_no_breakdown(drawn_records: Records, query: str, has: bool):
    filters, _ = parse_query(f"as_of=2022-04-20T08:00&{query}", drawn_records.catalogue)
    deck = make_file("slides", drawn_records, filters, LANGUAGES["vi"], OCCASION)
    titles = [plain(slide.shapes.title.text_frame.text) for slide in Presentation(BytesIO(deck)).slides]
    assert any(title.startswith("Y tế nhiều nhất") for title in titles) is has
    for kind in ("report", "text"):
        text = words_of(kind, make_file(kind, drawn_records, filters, LANGUAGES["vi"], OCCASION))
        assert ("Theo lĩnh vực" in text) is has


def test_no_heading_of_a_report_has_nothing_below_it(records: Records):
    filters, _ = parse_query("as_of=2022-04-20T08:00&phase=1&unit=LD-45", records.catalogue)
    lines = lines_of("one-page", make_file("one-page", records, filters, LANGUAGES["vi"], OCCASION))
    assert not [head for head in ("Theo lĩnh vực", "Theo nhóm tác giả", "Số đơn vị theo") if head in " ".join(lines)]


def test_no_bar_is_longer_than_its_scale(drawn_records: Records):
    """More may be judged in a period than uploaded."""
    figures, wording = gather_words(
        drawn_records, Filters(as_of=NOW, since=date(2022, 3, 1), sectors=("y-te",), units=("LD-01",))
    )
    briefs = make_briefs(drawn_records, figures, wording)
    lists = [one for brief in briefs for one in brief.lists]
    (steps,) = (brief.lists[0] for brief in briefs if brief.page == "recognition")
    assert [bar.value for bar in steps.bars] == [4, 5]
    assert lists and all(bar.value <= one.most for one in lists for bar in one.bars)


def test_levels_that_nobody_noted_are_no_chart(drawn_records: Records):
    figures, wording = gather_words(drawn_records, Filters(as_of=NOW))
    (brief,) = (one for one in make_briefs(drawn_records, figures, wording) if one.page == "recognition")
    assert [one.head for one in brief.lists] == [wording.language.stage.heads["steps"]]


@pytest.mark.parametrize(("language", "words"), [("vi", "Cùng hạng: "), ("en", "Same rank: ")])
def test_who_has_as_many_is_not_zero_below(drawn_records: Records, language: str, words: str):
    figures, wording = gather_words(drawn_records, Filters(as_of=NOW, units=("LD-38",)), language)
    view = view_one_union(figures, wording)
    assert view and [line for line in view.neighbours if line.startswith(words)]
    assert not [line for line in view.neighbours if line.endswith(" 0") or line.startswith("0 ")]


def test_bars_below_a_union_leave_out_its_name(drawn_records: Records):
    figures, wording = gather_words(drawn_records, Filters(as_of=NOW, units=("LD-01",)))
    view = view_one_union(figures, wording)
    assert view and view.upper_title == "Đơn vị trực thuộc Hà Nội"
    assert {one.name: one.short_name for one in view.upper} == {
        "tổ 1 Hà Nội": "Tổ 1",
        "Tổ 2, Hà Nội": "Tổ 2",
    }


def test_a_formal_report_of_one_union_names_it_as_its_subject(drawn_records: Records):
    for units, named in ((("LD-01",), True), ((), False)):
        report = formal_report(*gather_words(drawn_records, Filters(as_of=NOW, units=units)), OCCASION)
        assert report.subject.endswith(" của LĐLĐ thành phố Hà Nội") is named


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_annex_of_units_without_targets_does_not_speak_of_them(drawn_records: Records, language: str):
    figures, wording = gather_words(drawn_records, Filters(as_of=NOW), language)
    without = figures.targets.with_columns(target=pl.lit(None, pl.Int64), reached_pct=pl.lit(None, pl.Float64))
    both = (without.with_columns(target=pl.lit(10, pl.Int64)), without)
    titles = [formal_report(replace(figures, targets=each), wording, OCCASION).table_title for each in both]
    texts = wording.texts.report

    assert titles == [texts.table_annex.upper(), texts.table_annex_no_target.upper()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_below_a_union_leave_out_its_name_in_any_language(copies: Copies, language: str):
    """“Xí nghiệp số 1 CĐ Điện lực” of the “Electricity Union”: what they differ in must not be cut away."""
    rows = "unit | uploaded_at | grassroots\nCD-DL | 2022-02-01 08:00 | XN-1\nCD-DL | 2022-02-02 08:00 | XN-2"
    below = "code | above | name\nXN-1 | CD-DL | Xí nghiệp số 1 CĐ Điện lực\nXN-2 | CD-DL | Xí nghiệp số 2 CĐ Điện lực"
    with copies.of("sqlite") as url, closing(records_over(url, rows, grassroots=below)) as records:
        view = view_one_union(*gather_words(records, Filters(as_of=NOW, units=("CD-DL",)), language))
    assert view and {each.short_name for each in view.upper} == {"Xí nghiệp số 1", "Xí nghiệp số 2"}


def test_leaders_have_something_and_everybody_is_no_share(drawn_records: Records):
    figures, wording = gather_words(drawn_records, Filters(as_of=NOW, units=("LD-01", "LD-38", "LD-40", "LD-45")))
    view = view_ranking(figures, wording)
    assert {place.code for place in view.places} == {"LD-01", "LD-38", "LD-40"} and not view.share
    assert view.title.startswith("3 ")


def test_notes_run_on_as_sentences():
    assert join_sentences(["Một: 1", "", "Hai.", "Ba: 3"]) == "Một: 1. Hai. Ba: 3"


def test_names_cut_in_the_middle_keep_what_they_differ_in():
    names = [f"Công ty TNHH Một thành viên Cấp nước số {number}" for number in (1, 2)]
    cut = [cut_middle(name, 30) for name in names]
    assert cut == [f"Công ty TNHH Một thành… số {number}" for number in (1, 2)]
    assert cut_middle("Tổ 1", 30) == "Tổ 1"


@pytest.mark.parametrize(("note", "words"), [("0/1", ""), ("79/82", "79 trong 82 đơn vị có chỉ tiêu")])
def test_of_one_unit_nobody_counts_who_has_a_target(note: str, words: str, write: Callable[..., str] = calculated_note):
    assert write(note, LANGUAGES["vi"]) == words


@pytest.mark.parametrize(("language", "needed"), [("vi", "Cần mỗi ngày"), ("en", "Needed per day")])
def test_a_silent_union_stands_on_its_headline_and_nothing_is_needed_of_what_is_not_known(
    records: Records, language: str, needed: str
):
    filters, _ = parse_query("as_of=2022-04-20T08:00&phase=1&unit=LD-45", records.catalogue)
    deck = Presentation(BytesIO(make_file("slides", records, filters, LANGUAGES[language], OCCASION)))
    words = ["\n".join(one.text_frame.text for one in slide.shapes if one.has_text_frame) for slide in deck.slides]
    assert not [text for text in words if needed in text]
    assert not [text for text in words if text.startswith(("Quảng Trị: chưa xếp hạng", "Quảng Trị: not ranked"))]


LONG_SCOPE = "as_of=2022-04-20T08:00&unit=LD-38&unit=LD-01&unit=LD-79&sector=y-te&sector=giao-duc&level=grassroots"


def test_a_long_scope_is_whole_on_slides_and_keeps_clear_of_what_stands_beside_it(records: Records):
    filters, _ = parse_query(LONG_SCOPE, records.catalogue)
    deck = Presentation(BytesIO(make_file("slides", records, filters, LANGUAGES["en"], OCCASION)))
    lines = [{one.name: one for one in slide.shapes} for slide in deck.slides]
    scopes = [line["scope"].text_frame.text for line in lines if "scope" in line and "count" not in line]
    assert len(scopes) > 3 and not [scope for scope in scopes if scope.endswith("…")]
    beside = [line for line in lines if "count" in line]
    assert beside and all(line["scope"].left + line["scope"].width <= line["count"].left for line in beside)


def test_published_figures_are_of_all_initiatives(records: Records):
    """The ledger knows no single ones: beside a filter of sectors it still says what was printed of the unions."""
    filters, _ = parse_query(LONG_SCOPE, records.catalogue)
    figures = gather(records, filters)
    scope = stamp("published", figures, Wording(LANGUAGES["en"], figures.catalogue)).scope
    assert "Thanh Hóa" in scope and "Health" not in scope and "Grassroots" not in scope


@pytest.mark.parametrize("kind", ["slides", "report", "formal", "text", "pack"])
def test_units_without_targets_are_listed_without_columns_of_dashes(drawn_records: Records, kind: str):
    """Five slides of a union's own units had “–” for every target and every share of one."""
    filters, _ = parse_query("within=LD-01&phase=1", drawn_records.catalogue)
    figures, wording = gather_words(drawn_records, filters)
    content = make_file(kind, drawn_records, filters, LANGUAGES["vi"], OCCASION)

    assert unit_table(figures, wording)["header"] == [wording.texts.columns[name] for name in ("unit_name", "uploads")]
    assert "– – –" not in words_of(kind, content)
    if kind == "slides":
        assert {line for line in lines_of(kind, content) if line.startswith("2 đơn vị: ")} == {"2 đơn vị: thực hiện"}


def test_days_in_files_are_those_of_what_is_measured(drawn_records: Records):
    for measure, key in ((Measure.UPLOADS, "daily"), (Measure.VALID, "daily_valid")):
        figures, wording = gather_words(drawn_records, Filters(as_of=NOW, measure=measure))
        view = view_trend(figures, wording)
        assert view.chart_title == wording.texts.charts[key]
        assert view.days["cumulative"][-1] == figures.overview.facts[measure.value].value
