"""Công nhận: judged, recognised by level, rewarded, used, and how long each took."""

from functools import cache

import streamlit as st

from charts.published import draw_awards
from charts.recognition import draw_funnel, draw_states, draw_use
from data_access.queries.published import fetch_published
from data_access.queries.recognition import fetch_recognition, fetch_unrewarded, printed_elsewhere
from interface.sections.recognition import (
    list_unrewarded,
    show_other_programmes,
    show_printed,
    show_recognition_cards,
    show_unrewarded,
    show_waits,
)
from interface.shell.page import open_page
from interface.shell.problems import told
from interface.shell.wording import records_source
from interface.widgets.panels import show_chart, show_title
from interface.widgets.tables import show_table
from model.recognition import Recognition

visit = open_page("recognition")
language, texts = visit.language, visit.language.recognition
COLUMNS = ("unit_name", "review", "review_pct", "valid", "valid_pct", "invalid", "rewarded", "uploads")


@cache
def found() -> Recognition:
    """Asked once however many blocks are drawn anew."""
    return fetch_recognition(visit.records, visit.filters)


def cards() -> None:
    if visit.filters.statuses:
        st.info(texts.statuses_ignored)
    show_recognition_cards(found(), language)


def funnel() -> None:
    if found().steps:
        show_chart(
            texts.funnel_title, texts.funnel_note, draw_funnel(found(), visit.look), records_source(visit), language
        )


def states() -> None:
    if found().counts:
        show_chart(
            texts.states_title, texts.states_note, draw_states(found(), visit.look), records_source(visit), language
        )


def use() -> None:
    used = found().use
    if used and used.total:
        numbers = language.numbers
        note = texts.use_sentence.format(
            applied=numbers.count(100 * used.applied / used.total),
            replicated=numbers.count(100 * used.replicated / used.total),
        )
        show_chart(texts.use_title, note, draw_use(found(), visit.look), records_source(visit), language)


def decided() -> None:
    show_waits(texts.decided_title, texts.waits_note, found().decided, visit)


def waiting() -> None:
    show_waits(texts.waiting_title, texts.waiting_note, found().waiting, visit, visit.look.palette.on_track)


def rewarded() -> None:
    show_waits(texts.rewarded_title, texts.waits_note, found().rewarded, visit, visit.look.palette.gold)


def unrewarded() -> None:
    left = fetch_unrewarded(visit.records, visit.filters)
    if left and left.waits.total:
        show_unrewarded(left, visit)


def units() -> None:
    if not found().units.is_empty():
        show_title(texts.units_title, texts.units_note, records_source(visit), language)
        show_table(found().units.select(COLUMNS), language)


def printed() -> None:
    """Ladders and lists; where none was printed as such, the honours of the ledger."""
    if found().counts is None:
        visit.tell_printed_only(texts.only_records)
    show_printed(found().printed, visit)
    figures = None if found().printed else draw_awards(fetch_published(visit.records, visit.filters), visit.look)
    if figures is not None:
        show_chart(texts.awards_title, texts.awards_note, figures, [language.published.ledger_title], language)
    elif not found().printed and found().counts is None:
        st.info(texts.no_printed)


visit.show(cards)
judged = None  # only rows can tell, and those of frozen figures may have changed
with told(language):
    judged = found().counts is not None
if judged is None:
    st.stop()
if judged:
    left, right = st.columns(2)
    with left:
        visit.show(funnel)
    with right:
        visit.show(states)
        visit.show(use)
    with st.grid(3, min_column_width=300):
        for block in (decided, waiting, rewarded):
            with st.container():
                visit.show(block)
    visit.show(unrewarded)
    with told(language):
        list_unrewarded(visit)
    visit.show(units)
visit.show(printed)
with told(language):
    show_other_programmes(printed_elsewhere(visit.records, visit.filters), visit)
