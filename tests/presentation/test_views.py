"""Views have the numbers of `answer` and one stamp; tests/consistency compares their words on every surface."""

import csv
import io

import pytest

from data_access.cli.answer import answer
from data_access.queries.people import fetch_people
from data_access.queries.recognition import fetch_recognition
from data_access.queries.value import fetch_value
from data_access.store.records import Records
from language.languages import LANGUAGES
from model.address import parse_query
from presentation.figures import Figures
from presentation.overview import view_overview
from presentation.people import view_people
from presentation.published import view_published
from presentation.ranking import view_ranking
from presentation.recognition import view_recognition
from presentation.sectors import view_sectors
from presentation.targets import view_targets
from presentation.trend import view_trend
from presentation.value import view_value
from presentation.wording import Wording
from tests.consistency.placed import scope_of

SCOPES = (
    "as_of=2022-04-20T08:00&phase=1",
    "basis=published&as_of=2022-04-20T08:00",
    "basis=published",
    "region=dbsh&phase=1",
    "measure=valid&phase=1",
    "measure=benefit",
)
EVERY_SCOPE = pytest.mark.parametrize("query", SCOPES)


def figures_of(records: Records, query: str, language: str = "vi") -> tuple[Figures, Wording]:
    filters, _ = parse_query(query, records.catalogue)
    return scope_of(records, filters, LANGUAGES[language])


def answered(records: Records, subject: str, query: str, key: str) -> dict[str, dict[str, str]]:
    return {row[key]: row for row in csv.DictReader(io.StringIO(answer(records, subject, query)))}


def about(number: float | None) -> object:
    return pytest.approx(number, abs=0.005)


@EVERY_SCOPE
def test_places_have_the_values_of_answer(records: Records, query: str):
    places = view_ranking(*figures_of(records, query)).places
    rows = answered(records, "ranking", query, "unit_code")

    assert [float(rows[place.code]["value"]) for place in places] == [about(place.value) for place in places]


@EVERY_SCOPE
def test_units_have_the_rates_and_states_of_answer(records: Records, query: str):
    view, rows = view_targets(*figures_of(records, query)), answered(records, "targets", query, "unit_code")

    assert {unit.code for unit in view.lines} == {*rows}
    assert [rows[unit.code]["status"] for unit in view.lines] == [unit.status for unit in view.lines]
    assert [float(rows[unit.code]["reached_pct"]) for unit in view.reached] == [
        about(unit.reached_pct) for unit in view.reached
    ]
    assert sum(state.count for state in view.states) == len(rows)


def test_a_list_of_those_furthest_from_their_targets_begins_with_the_furthest(records: Records):
    view = view_targets(*figures_of(records, "as_of=2022-04-20T08:00&phase=1"), most=3)

    assert [unit.code for unit in view.last] == [unit.code for unit in reversed(view.reached[-3:])]
    assert view.last == view.furthest(3) and view.last[0].reached_pct == min(u.reached_pct for u in view.reached)


@EVERY_SCOPE
def test_key_figures_are_those_of_answer(records: Records, query: str):
    figures, rows = view_overview(*figures_of(records, query)).figures, answered(records, "overview", query, "metric")

    for name, figure in figures.items():
        value = rows[name]["value"]
        assert (float(value) if value else None) == about(figure.fact.value)


@EVERY_SCOPE
def test_parts_are_those_of_answer(records: Records, query: str):
    breakdowns = view_sectors(*figures_of(records, query)).breakdowns
    rows = answered(records, "sectors", query, "sector_code")

    assert {part.code: part.count for view in breakdowns[:1] for part in view.parts} == {
        code: float(row["uploads"]) for code, row in rows.items()
    }


@EVERY_SCOPE
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_views_of_a_scope_name_it_alike(records: Records, query: str, language: str):
    scope = figures_of(records, query, language)
    views = [view(*scope) for view in (view_overview, view_targets, view_ranking, view_sectors, view_trend)]
    stamps = [view.stamp for view in (*views, view_published(*scope))]

    assert len({stamp.scope for stamp in stamps}) == 1
    assert len({stamp.banner for stamp in stamps[:-1]}) == 1  # the ledger has the system's own numbers beside it
    assert all(stamp.as_of and stamp.full_source for stamp in stamps)


def test_an_inexact_number_is_inexact_on_every_surface(records: Records):
    """The “hơn” of a nation's total stands before it wherever its share is stated."""
    view = view_ranking(*figures_of(records, "basis=published&as_of=2022-04-20T08:00"))

    assert "của hơn " in view.share


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", ("as_of=2022-04-20T08:00&phase=1", "region=dbsh&phase=1", "basis=published"))
def test_cards_of_outcomes_have_the_numbers_of_answer(records: Records, query: str, language: str):
    filters, words = parse_query(query, records.catalogue)[0], LANGUAGES[language]
    judged, value, people = (fetch(records, filters) for fetch in (fetch_recognition, fetch_value, fetch_people))
    statuses, worth = answered(records, "recognition", query, "code"), answered(records, "value", query, "kind")

    if judged.counts is None:
        assert not view_recognition(judged, words).cards
        assert not worth.keys() & {"computed", "mean", "median"}
        return
    cards = {
        card.name: card.value
        for view in (view_recognition(judged, words), view_value(value, words), view_people(people, words))
        for card in view.cards
    }
    numbers = words.numbers
    assert cards["review"] == numbers.count(int(statuses["review"]["value"]))
    rewarded = int(statuses["rewarded"]["value"])  # nothing noted is no “nobody”
    assert cards["rewarded"] == (numbers.count(rewarded) if rewarded else words.facts.unknown)
    assert cards["valid_pct"] == numbers.percent(
        100 * int(statuses["valid"]["value"]) / int(statuses["uploads"]["value"])
    )
    assert cards["computed"] == numbers.count(int(worth["computed"]["count"]))
    assert cards["unknown"] == numbers.count(int(worth["not_computed"]["count"]))
    assert cards["total"].split() == numbers.money_vnd(int(worth["computed"]["benefit_vnd"])).split()


def test_a_rate_without_authors_does_not_report_missing_members(records: Records):
    filters, _ = parse_query("as_of=2022-04-20T08:00&phase=1", records.catalogue)
    people, words = fetch_people(records, filters), LANGUAGES["vi"]
    cards = {card.name: card for card in view_people(people, words).cards}

    assert people.members_units
    assert people.people is None
    assert cards["participation_pct"].note == words.people.nobody_named
