"""The view of a ranking has the numbers that `answer` prints; tests/consistency asks every surface for its words."""

import csv
import io

import pytest

from data_access.cli.answer import answer
from data_access.store.records import Records
from language.languages import LANGUAGES
from model.address import parse_query
from presentation.figures import gather
from presentation.own_words import named
from presentation.ranking import RankingView, view_ranking
from presentation.wording import Wording

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
