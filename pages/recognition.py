"""Công nhận: judged, recognised by level, rewarded, used, and how long each took."""

from functools import cache

import plotly.graph_objects as go
import streamlit as st

from charts.published import draw_awards
from charts.recognition import draw_funnel, draw_states, draw_use
from data_access.queries.published import fetch_published
from data_access.queries.readiness import fetch_ideas
from data_access.queries.recognition import fetch_recognition, fetch_unrewarded, printed_elsewhere
from interface.sections.recognition import (
    list_unrewarded,
    show_other_programmes,
    show_printed,
    show_unrewarded,
    show_waits,
)
from interface.shell.page import open_page
from interface.shell.problems import told
from interface.shell.wording import records_source
from interface.widgets.panels import show_chart, show_metrics, show_title
from interface.widgets.tables import show_table
from model.recognition import Recognition, Waits
from presentation.recognition import RecognitionView, tell_ideas, view_recognition

visit = open_page("recognition")
language, texts = visit.language, visit.language.recognition
COLUMNS = ("unit_name", "review", "review_pct", "valid", "valid_pct", "invalid", "rewarded", "uploads")


@cache
def found() -> Recognition:
    """Asked once however many blocks are drawn anew."""
    return fetch_recognition(visit.records, visit.filters)


@cache
def view() -> RecognitionView:
    return view_recognition(found(), language, is_of_statuses=bool(visit.filters.statuses))


def chart(name: str, figure: go.Figure) -> None:
    show_chart(view().titles[name], view().notes[name], figure, records_source(visit), language)


def waits(name: str, lasted: Waits | None, colour: str = "") -> None:
    show_waits(view().titles[name], view().notes[name], lasted, visit, colour)


def cards() -> None:
    if view().statuses_ignored:
        st.info(view().statuses_ignored)
    if view().cards:
        show_metrics(view().cards)
    ideas = fetch_ideas(visit.records, visit.filters) if view().cards else None
    if ideas:
        st.markdown(tell_ideas(ideas, language))


def funnel() -> None:
    if found().steps:
        chart("funnel", draw_funnel(found(), visit.look))


def states() -> None:
    if found().counts:
        chart("states", draw_states(found(), visit.look))


def use() -> None:
    if view().notes["use"]:
        chart("use", draw_use(found(), visit.look))
        if view().use_noted:
            st.caption(view().use_noted)


def decided() -> None:
    waits("decided", found().decided)


def waiting() -> None:
    waits("waiting", found().waiting, visit.look.palette.on_track)


def rewarded() -> None:
    waits("rewarded", found().rewarded, visit.look.palette.gold)


def unrewarded() -> None:
    left = fetch_unrewarded(visit.records, visit.filters)
    if left and left.waits.total:
        show_unrewarded(left, found(), visit)


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
            with st.container(height="stretch"):
                visit.show(block)
    visit.show(unrewarded)
    with told(language):
        list_unrewarded(visit)
    visit.show(units)
visit.show(printed)
with told(language):
    show_other_programmes(printed_elsewhere(visit.records, visit.filters), visit)
