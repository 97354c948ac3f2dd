"""What every page says that it counts, and parts of a whole that add up to it."""

from dataclasses import replace
from datetime import date, datetime
from itertools import product

import polars as pl
import pytest

from data_access.programmes.states import Standing
from data_access.store.records import Records
from interface.shell.page_list import OF_A_PROGRAMME, PAGES, WITHOUT_FILTERS
from language.languages import LANGUAGES
from model.address import parse_query
from model.codes import Measure
from model.frames import READINESS
from model.readiness import STATES, Readiness, Share
from presentation.by_measure import measure_note, measures_note
from presentation.figures import gather
from presentation.programme_state import describe_state
from presentation.readiness_words import card_counts
from presentation.recognition import describe_ideas
from presentation.stamp import stamp_of_page
from presentation.verdict import describe_verdict
from presentation.wording import Wording

SUBJECTS = [page.subject for page in PAGES if page.subject not in (*OF_A_PROGRAMME, *WITHOUT_FILTERS)]
# Pages whose own numbers are initiatives uploaded; of all others the stamp says something of its own.
OF_UPLOADS = {"overview", "targets", "ranking", "sectors", "trend", "map", "explore", "stage", "reports"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stamp_of_every_page_says_what_it_counts(records: Records, language: str):
    figures = gather(records, parse_query("as_of=2022-04-20T08:00&phase=1", records.catalogue)[0])
    wording = Wording(LANGUAGES[language], figures.catalogue)
    counted = {subject: stamp_of_page(subject, figures, wording).counted for subject in SUBJECTS}
    uploads = wording.texts.counted.format(what=LANGUAGES[language].facts.counts["uploads"])

    assert {subject for subject, words in counted.items() if words == uploads} == OF_UPLOADS
    assert [subject for subject, words in counted.items() if not words] == ["published"]  # each row names its own
    own = [counted[subject] for subject in ("recognition", "grading", "readiness", "examples", "value", "people")]
    assert len(set(own)) == len(own)


@pytest.mark.parametrize(
    ("query", "statuses"),
    [
        ("", ""),
        ("measure=valid", "trạng thái: hợp lệ"),
        ("status=valid&status=review", "trạng thái: hợp lệ, đang xem xét"),
        ("measure=valid&status=review", "trạng thái: đang xem xét"),
        ("measure=benefit", ""),
    ],
)
def test_benefit_and_people_name_the_statuses_that_alone_count(records: Records, query: str, statuses: str):
    figures = gather(records, parse_query(query, records.catalogue)[0])
    wording = Wording(LANGUAGES["vi"], figures.catalogue)
    words_of = {subject: stamp_of_page(subject, figures, wording).counted for subject in ("value", "people", "grading")}

    assert ["trạng thái" in words for words in words_of.values()] == [bool(statuses), bool(statuses), False]
    assert statuses in words_of["value"]
    assert statuses in words_of["people"]


def test_the_stamp_of_the_map_follows_its_measure(records: Records):
    figures = gather(records, parse_query("measure=benefit", records.catalogue)[0])
    wording = Wording(LANGUAGES["vi"], figures.catalogue)

    assert stamp_of_page("map", figures, wording).counted == stamp_of_page("ranking", figures, wording).counted
    assert "làm lợi" in stamp_of_page("map", figures, wording).counted


def test_the_cards_of_readiness_add_up_to_all_units():
    """“1 + 73 + 0” of 82 left out those that lack nothing as far as is known."""
    states = list(product(STATES, repeat=2))
    rows = [
        {"unit_code": f"LD-{number:02}", "unit_name": "A", "item_code": item, "state": state}
        for number, pair in enumerate(states)
        for item, state in zip(("plan", "video"), pair, strict=True)
    ]
    counts = card_counts(Readiness((), False, pl.DataFrame(rows, schema=READINESS), (), (), None))

    assert counts == {"units": 9, "all": 1, "some": 5, "partly": 2, "silent": 1}
    assert counts.pop("units") == sum(counts.values())
    assert all(language.readiness.cards.keys() == {"units", *counts} for language in LANGUAGES.values())


def test_units_with_ideas_and_units_that_report_none_are_two_numbers():
    """“77 of 82 have reported” stood beside “50 have” for the same thing."""
    ideas = Share(None, yes=50, no=27, unknown=5, amount=29_174)  # type: ignore[arg-type]
    vietnamese, english = (describe_ideas(ideas, LANGUAGES[code]) for code in ("vi", "en"))

    assert "29.174 ý tưởng của 50 đơn vị. 27 đơn vị báo chưa có ý tưởng nào. 5 đơn vị chưa rõ" in vietnamese
    assert "29,174, by 50 unions. 27 unions have stated" in english and "5 unions" in english
    assert "0 đơn vị" not in describe_ideas(replace(ideas, unknown=0), LANGUAGES["vi"]).replace("50 đơn vị", "")


@pytest.mark.parametrize(
    ("state", "day", "vietnamese", "english"),
    [
        ("running", date(2022, 1, 7), "chưa bắt đầu (từ 08/01/2022)", "not begun (from 8 Jan 2022)"),
        ("running", date(2022, 1, 8), "đang chạy", "running"),
        ("running", date(2023, 9, 1), "đang chạy", "running"),
        (
            "running",
            date(2023, 9, 2),
            "đã hết hạn 01/09/2023",
            "ended on 1 Sep 2023",
        ),
        ("closed", date(2026, 1, 1), "đã khép lại", "closed"),
    ],
)
def test_a_programme_runs_between_its_days_alone(state: str, day: date, vietnamese: str, english: str):
    dates = {"start": date(2022, 1, 8), "end": date(2023, 9, 1)}
    programme = Standing("1tr", "A", "A", state, True, 82, 1, 1, datetime(2023, 1, 1), **dates)

    assert describe_state(programme, day, LANGUAGES["vi"]) == vietnamese
    assert describe_state(programme, day, LANGUAGES["en"]) == english


@pytest.mark.parametrize("language", LANGUAGES.values())
def test_another_measure_than_uploads_is_named(language):
    assert measure_note("uploads", language) == measures_note("uploads", ["A"], language) == ""
    assert language.facts.counts["valid"] in measure_note("valid", language)
    assert "A, B" in measures_note("valid", ["A", "B"], language)


@pytest.mark.parametrize(("language", "words"), [("vi", "sáng kiến hợp lệ, đạt"), ("en", "valid initiatives, ")])
def test_a_verdict_on_valid_ones_names_them(records: Records, language: str, words: str):
    """“85.394, đạt 28,46%” stood beside 163.532 uploads, of 300.000."""
    filters, _ = parse_query("as_of=2022-04-20T08:00&phase=1&measure=valid", records.catalogue)

    assert words in describe_verdict(gather(records, filters).overview, filters, LANGUAGES[language])
    usual = filters.changed(measure=Measure.UPLOADS)
    assert words not in describe_verdict(gather(records, usual).overview, usual, LANGUAGES[language])
