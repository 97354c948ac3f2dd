"""Cards, titles and sentences that pages about the outcome of initiatives have to show."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, TypeVar

from data_access.queries.compare import fetch_compare
from data_access.queries.grading import fetch_grading
from data_access.queries.overview import fetch_overview
from data_access.queries.people import fetch_people
from data_access.queries.readiness import fetch_readiness
from data_access.queries.recognition import fetch_recognition
from data_access.queries.unit import fetch_unit
from data_access.queries.value import fetch_value
from data_access.rows.explore import fetch_rows
from data_access.rows.then import counted_until, with_now
from data_access.rules.answerable import answerable
from data_access.rules.grading_scheme import fetch_scheme
from data_access.store.records import Records
from language.languages import Language
from language.words.formatting import MISSING
from model.codes import Basis
from model.filters import Filters
from model.rows import RowSearch
from presentation.compare import view_compare
from presentation.explore import view_rows
from presentation.grading import view_grading, view_scheme
from presentation.metric_card import cards_of_silent
from presentation.people import PeopleView, view_people
from presentation.profile import view_profile
from presentation.readiness import view_readiness
from presentation.recognition import RecognitionView, view_recognition
from presentation.row_words import LISTED
from presentation.value import ValueView, view_value
from presentation.worded_table import WordedTable

Lines = Iterator[str]
_View = TypeVar("_View", PeopleView, ValueView)


def placed_on_page_of_records(subject: str, records: Records, filters: Filters, language: Language) -> Lines:
    """Every sentence that a page about the outcome of initiatives must have; nothing for other pages."""
    yield from _PLACED[subject](records, filters, language) if subject in _PLACED else ()


def _recognition(records: Records, filters: Filters, language: Language) -> Lines:
    recognition = fetch_recognition(records, filters)
    view = view_recognition(recognition, language, is_of_statuses=bool(filters.statuses))
    yield view.statuses_ignored
    yield from _of_charts(view) if recognition.counts and recognition.steps and view.notes["use"] else ()


def _value(records: Records, filters: Filters, language: Language) -> Lines:
    if (value := fetch_value(records, filters)).known:
        view = view_value(value, language)
        charts = [name for name in view.titles if name != "units" and (name != "largest" or value.largest)]
        titles, notes = ({name: words[name] for name in charts} for words in (view.titles, view.notes))
        view = _known(view, records, filters, language)
        yield from _of_charts(replace(view, titles=titles, notes=notes))  # of unions the ranking says it


def _known(view: _View, records: Records, filters: Filters, language: Language) -> _View:
    """A view whose cards have no number where nobody in scope has reported anything (decision 0021)."""
    is_silent = fetch_overview(records, filters).is_silent
    return replace(view, cards=cards_of_silent(view.cards, language)) if is_silent else view


def _people(records: Records, filters: Filters, language: Language) -> Lines:
    if (people := fetch_people(records, filters)).known:
        yield from _of_charts(_known(view_people(people, language), records, filters, language))


def _unit(records: Records, filters: Filters, language: Language) -> Lines:
    if not filters.units:
        return
    profile = fetch_unit(records, filters)
    one = view_profile(profile, records.catalogue.programme(filters.programme), str(filters.measure), language)
    levels, peers = [one.levels] if profile.counts else [], [one.peers] if one.peers.rows else []
    yield from (f"{card.label} {card.value}" for card in one.cards)
    yield from (card.note for card in one.cards)
    for table in (one.targets, one.states, *levels, *peers):
        yield from _of_table(table)


def _compare(records: Records, filters: Filters, language: Language) -> Lines:
    sides = view_compare(fetch_compare(records, filters), language)
    yield from (sides.title, sides.note, sides.picked, sides.changed_title, *sides.met[:12], *sides.started[:12])
    yield from (" ".join(line) for line in sides.lines)


def _grading(records: Records, filters: Filters, language: Language) -> Lines:
    graded, scheme = fetch_grading(records, filters), view_scheme(fetch_scheme(records, filters.programme), language)
    yield from (*_of_table(scheme.criteria), scheme.example)
    if graded.period:
        clusters = {unit.code: unit.cluster for unit in records.catalogue.units}
        view = view_grading(graded, graded.period, language, clusters)
        yield view.title
        yield from (f"{card.label} {card.value}" for card in view.classes)
        yield from (*_of_table(view.units), *_of_table(replace(view.points, title="")))  # that is the head of a fold


def _readiness(records: Records, filters: Filters, language: Language) -> Lines:
    readiness = fetch_readiness(records, filters)
    if not readiness.items:
        return
    view = view_readiness(readiness, language)
    yield from _of_table(replace(view.shares, title="", note=""))
    if not readiness.is_empty:
        yield from (view.shares.title, view.shares.note, view.cause)
        yield from (f"{card.label} {card.value}" for card in view.cards)
        yield from (line for table in (view.contrasts, view.units) for line in _of_table(table))


def _explore(records: Records, filters: Filters, language: Language) -> Lines:
    filters, _ = answerable(records, filters)
    if filters.basis is not Basis.RECORDS:
        return
    question, until = RowSearch(), counted_until(filters, records.catalogue)
    page, catalogue = fetch_rows(records, filters, question), records.catalogue.seen_in(filters.programme)
    columns = with_now(LISTED, until)
    view = view_rows(page, question, columns, catalogue, language, total=page.total, with_people=True)
    yield view.range if page.rows else ""  # nothing to turn pages of
    yield from (" ".join(row[:2]) for row in view.table.rows[:5])


def _of_table(table: WordedTable) -> Lines:
    yield from (table.title, table.note)
    heads = [head if any(cells) else "" for head, *cells in zip(table.heads, *table.rows, strict=True)]
    for row in table.rows[:100]:  # more are folded
        yield " ".join(cell or (MISSING if head else "") for head, cell in zip(heads, row, strict=True))


def _of_charts(view: RecognitionView | ValueView | PeopleView) -> Lines:
    yield from (f"{card.label} {card.value}" for card in view.cards)
    yield from (card.note for card in view.cards)
    yield from (*view.titles.values(), *view.notes.values())


_PLACED: Final = {
    "recognition": _recognition,
    "value": _value,
    "people": _people,
    "unit": _unit,
    "compare": _compare,
    "grading": _grading,
    "readiness": _readiness,
    "explore": _explore,
}
