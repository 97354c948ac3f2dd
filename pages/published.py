"""Số liệu công bố: whether the records agree with what was printed, the ledger, its sources."""

import streamlit as st

from charts.published import draw_levels, draw_milestones
from data_access.queries.published import fetch_inconsistencies, fetch_published
from data_access.reference.notes import read_notes
from interface.sections.boundaries import show_what_became
from interface.sections.ledger import show_ledger, show_reconciliation, show_verdicts
from interface.sections.ledger_notes import show_inconsistencies, show_notes
from interface.sections.ledger_search import search_ledger
from interface.shell.page import open_page
from interface.shell.wording import ledger_source
from interface.widgets.panels import show_chart
from interface.widgets.sources import plain
from model.places import has_places
from presentation.published import describe_left_open
from presentation.wording import Wording

visit = open_page("published")
language, texts = visit.language, visit.language.pages
left_open = describe_left_open(visit.filters, Wording(language, visit.catalogue))


def say_left_open() -> None:
    if left_open:
        st.info(plain(left_open))


def verdicts() -> None:
    show_verdicts(fetch_published(visit.records, visit.filters), language)


def milestones() -> None:
    figures = fetch_published(visit.records, visit.filters)
    for title, note, figure in (
        (language.published.milestones_title, language.published.milestones_note, draw_milestones(figures, visit.look)),
        (language.published.levels_title, language.published.levels_note, draw_levels(figures, visit.look)),
    ):
        if figure is not None:
            show_chart(title, note, figure, ledger_source(language), language)


def reconciliation() -> None:
    show_reconciliation(fetch_published(visit.records, visit.filters), language, periods=bool(left_open))


def inconsistencies() -> None:
    show_inconsistencies(fetch_inconsistencies(visit.records, visit.filters), language)


def provinces() -> None:
    show_what_became(visit)


def notes() -> None:
    entries = read_notes(visit.filters.programme)
    if not has_places(visit.catalogue, visit.filters.changed(within=None)):
        entries = entries.filter(entries["programme"] != "")  # those of no programme are about provinces
    if not entries.is_empty():
        show_notes(entries, language)


visit.show(say_left_open)
visit.show(verdicts)
figures = fetch_published(visit.records, visit.filters)
show_ledger(figures, search_ledger(language), language, width=visit.width, periods=bool(left_open))
visit.show(reconciliation)
visit.show(milestones)
visit.show(inconsistencies)
if has_places(visit.catalogue, visit.filters.changed(within=None)):
    visit.show(provinces)
visit.show(notes)
