"""Before the first day nobody is late: cards, sentences, titles and answers say that it has not begun."""

import pytest

from data_access.cli.answer import scope_of_query
from data_access.queries.overview import fetch_overview
from data_access.queries.targets import fetch_targets
from language.languages import ENGLISH, VIETNAMESE
from model.codes import TargetStatus
from presentation.figures import gather
from presentation.key_figures import key_figures
from presentation.overview import view_overview
from presentation.prose import opening_of, reporting_of, states_of
from presentation.wording import Wording

BEFORE = (
    "as_of=2022-01-07",
    "as_of=2022-01-07&basis=published",
    "as_of=2022-04-20&phase=2",
    "as_of=2022-01-07&sector=y-te",
)


@pytest.mark.parametrize("query", BEFORE)
def test_nobody_is_late_before_the_first_day(records, query: str):
    scoped, filters = scope_of_query(records, query)

    assert fetch_overview(scoped, filters).status is TargetStatus.NOT_BEGUN
    assert set(fetch_targets(scoped, filters)["status"]) <= {TargetStatus.NOT_BEGUN.value}


def test_on_the_first_day_those_without_uploads_have_not_reported(records):
    scoped, filters = scope_of_query(records, "as_of=2022-01-08")

    assert "not_begun" not in set(fetch_targets(scoped, filters)["status"])
    assert not fetch_overview(scoped, filters).is_before


@pytest.mark.parametrize(
    ("language", "title", "note"),
    [
        (VIETNAMESE, "Chưa bắt đầu: ngày đầu tiên là 08/01/2022", "bắt đầu ngày 08/01/2022"),
        (ENGLISH, "Not begun: the first day is 8 Jan 2022", "begins on 8 Jan 2022"),
    ],
)
def test_cards_titles_and_sentences_say_when_it_begins(records, language, title: str, note: str):
    scoped, filters = scope_of_query(records, "as_of=2022-01-07")
    figures, wording = gather(scoped, filters), Wording(language, records.catalogue)

    assert key_figures(figures.overview, language)["units_reported"].note == note
    assert view_overview(figures, wording).title == title
    text = " ".join((opening_of(figures, wording), *reporting_of(figures, wording)))
    assert language.exports.prose.together["units_before"] in text
    assert "82 đơn vị chưa" not in text and "82 have not" not in text
    assert not list(states_of(figures, wording))  # nothing was judged of a period that has not come
