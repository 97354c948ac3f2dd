"""What pages about what became of the records have to place: cards, titles and sentences of their views."""

from collections.abc import Iterator
from dataclasses import replace

from data_access.queries.compare import fetch_compare
from data_access.queries.people import fetch_people
from data_access.queries.recognition import fetch_recognition
from data_access.queries.unit import fetch_unit
from data_access.queries.value import fetch_value
from data_access.store.records import Records
from language.languages import Language
from model.filters import Filters
from presentation.compare import view_compare
from presentation.people import PeopleView, view_people
from presentation.profile import view_profile
from presentation.recognition import RecognitionView, view_recognition
from presentation.value import ValueView, view_value

Said = Iterator[str]


def placed_on_page_of_records(subject: str, records: Records, filters: Filters, language: Language) -> Said:
    """Every sentence that a page about what became of the records has to say; nothing of others."""
    if subject == "recognition":
        found = fetch_recognition(records, filters)
        told = view_recognition(found, language, is_of_statuses=bool(filters.statuses))
        yield told.statuses_ignored
        yield from _of_charts(told) if found.counts and found.steps and told.notes["use"] else ()
    if subject == "value" and (value := fetch_value(records, filters)).known:
        view = view_value(value, language)
        charts = [name for name in view.titles if name != "units" and (name != "largest" or value.largest)]
        titles, notes = ({name: said[name] for name in charts} for said in (view.titles, view.notes))
        yield from _of_charts(replace(view, titles=titles, notes=notes))  # of unions the ranking says it
    if subject == "unit" and filters.units:
        profile = fetch_unit(records, filters)
        one = view_profile(profile, records.catalogue.programme(filters.programme), str(filters.measure), language)
        tables = (
            one.targets,
            one.states,
            *([one.levels] if profile.counts else []),
            *([one.peers] if one.peers.rows else []),
        )
        yield from (f"{card.label} {card.value}" for card in one.cards)
        yield from (card.note for card in one.cards)
        for table in tables:
            yield from (table.title, table.note, *(" ".join(row) for row in table.rows))
    if subject == "compare":
        sides = view_compare(fetch_compare(records, filters), language)
        yield from (sides.title, sides.note, sides.picked, sides.changed_title, *sides.met[:12], *sides.started[:12])
        yield from (" ".join(line) for line in sides.lines)
    if subject == "people" and (people := fetch_people(records, filters)).known:
        yield from _of_charts(view_people(people, language))


def _of_charts(view: RecognitionView | ValueView | PeopleView) -> Said:
    yield from (f"{card.label} {card.value}" for card in view.cards)
    yield from (card.note for card in view.cards)
    yield from (*view.titles.values(), *view.notes.values())
