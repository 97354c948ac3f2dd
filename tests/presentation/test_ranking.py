"""The ranking is worded once: slides, report, stage, page and `answer` say the same of the same places."""

import csv
import io

import pytest

from data_access.cli.answer import answer
from data_access.store.records import Records
from exports.html.stage.sheet import LONGEST_TITLE
from exports.kinds import make_file
from language.languages import LANGUAGES
from model.address import parse_query
from presentation.figures import gather
from presentation.own_words import named
from presentation.ranking import RankingView, view_ranking
from presentation.wording import Wording, shortened
from tests.exports.conftest import OCCASION
from tests.exports.reading import words_of

SCOPES = (
    "as_of=2022-04-20T08:00&phase=1",
    "basis=published&as_of=2022-04-20T08:00",
    "basis=published",
    "region=dbsh&phase=1",
    "measure=benefit",
)


def view_of(records: Records, query: str, language: str = "vi") -> RankingView:
    filters, _ = parse_query(query, records.catalogue)
    figures = gather(records, filters)
    words = named(LANGUAGES[language], figures.catalogue, filters.programme)
    return view_ranking(figures, Wording(words, figures.catalogue))


def said_by(kind: str, records: Records, query: str, language: str = "vi") -> str:
    filters, _ = parse_query(query, records.catalogue)
    return words_of(kind, make_file(kind, records, filters, LANGUAGES[language], OCCASION, "ranking"))


def missing(said: str, *sentences: str) -> list[str]:
    return [sentence for sentence in sentences if " ".join(sentence.split()) not in said]


@pytest.mark.parametrize("query", SCOPES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_slides_say_all_of_it(records: Records, query: str, language: str):
    view = view_of(records, query, language)
    said = said_by("slides", records, query, language)

    sentences = (view.verdict, view.title, view.no_order, view.share, view.rest, view.unknown, view.leading)
    assert view.places
    assert not missing(said, *sentences, view.legend, view.stamp.scope, view.stamp.as_of, view.stamp.counted)
    assert not missing(said, *(place.name for place in view.places))


@pytest.mark.parametrize("query", SCOPES)
def test_the_report_and_the_stage_say_it(records: Records, query: str):
    view = view_of(records, query)
    report, stage = said_by("report", records, query), said_by("pack", records, query)

    # A title of two lines is read from a PDF with what stands beside it in between.
    assert not missing(report, view.title.partition(" tại ")[0], view.no_order, view.share, view.leading)
    assert not missing(stage, shortened(view.verdict, LONGEST_TITLE).removesuffix("…"), view.no_order or view.share)
    for place in view.places:
        assert not missing(report, place.name, place.text)
        assert not missing(stage, place.name, place.text)


@pytest.mark.parametrize("query", SCOPES)
def test_answer_has_the_same_numbers(records: Records, query: str):
    places = view_of(records, query).places
    rows = {row["unit_code"]: row for row in csv.DictReader(io.StringIO(answer(records, "ranking", query)))}

    assert [float(rows[place.code]["value"]) for place in places] == pytest.approx(
        [place.value for place in places], abs=0.005
    )


def test_an_inexact_number_is_inexact_on_every_surface(records: Records):
    """A nation's “hơn” stands before the whole, wherever the share is said."""
    view = view_of(records, "basis=published&as_of=2022-04-20T08:00")

    assert "của hơn " in view.share
