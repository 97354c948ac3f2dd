"""Công nhận: decisions, levels of recognition, rewards, use, and how long each took."""

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
from interface.shell.named_charts import show_named_chart
from interface.shell.page import open_page
from interface.shell.problems import showing_problems
from interface.shell.wording import known_cards, ledger_source, records_source
from interface.widgets.panels import show_chart, show_metrics, show_title
from interface.widgets.tables import show_table
from model.recognition import Recognition, Waits
from presentation.recognition import RecognitionView, describe_ideas, view_recognition

visit = open_page("recognition")
language, texts = visit.language, visit.language.recognition
ROWS_BESIDE = {"wide": 9, "broad": 11}  # of the funnel: two charts of seven rows, with the head of the second
COLUMNS = ("unit_name", "review", "review_pct", "valid", "valid_pct", "invalid", "rewarded", "uploads")


@cache
def recognition() -> Recognition:
    """The answer, fetched once for all blocks."""
    return fetch_recognition(visit.records, visit.filters)


@cache
def view() -> RecognitionView:
    return view_recognition(recognition(), language, is_of_statuses=bool(visit.filters.statuses))


def chart(name: str, figure: go.Figure) -> None:
    show_named_chart(view(), name, figure, visit)


def waits(name: str, lasted: Waits | None, colour: str = "") -> None:
    moment = recognition().moment
    show_waits(view().titles[name], view().notes[name], lasted, visit, colour, moment=moment)


def cards() -> None:
    if view().statuses_ignored:
        st.info(view().statuses_ignored)
    if view().cards:
        show_metrics(known_cards(view().cards, visit))
    ideas = fetch_ideas(visit.records, visit.filters) if view().cards else None
    if ideas:
        st.markdown(describe_ideas(ideas, language))


def funnel() -> None:
    if recognition().steps:
        rows = ROWS_BESIDE["broad" if visit.look.broad else "wide"]
        chart("funnel", draw_funnel(recognition(), visit.look, rows))


def states() -> None:
    if recognition().counts:
        chart("states", draw_states(recognition(), visit.look))


def use() -> None:
    if view().notes["use"]:
        chart("use", draw_use(recognition(), visit.look))


def use_noted() -> None:
    if view().notes["use"] and view().use_noted:
        st.caption(view().use_noted)


def decided() -> None:
    waits("decided", recognition().decided)


def waiting() -> None:
    waits("waiting", recognition().waiting, visit.look.palette.on_track)


def rewarded() -> None:
    waits("rewarded", recognition().rewarded, visit.look.palette.gold)


def unrewarded() -> None:
    unrewarded_now = fetch_unrewarded(visit.records, visit.filters)
    if unrewarded_now and unrewarded_now.waits.total:
        show_unrewarded(unrewarded_now, recognition(), visit)


def units() -> None:
    if not recognition().units.is_empty():
        show_title(texts.units_title, texts.units_note, records_source(visit), language, language.pages.sort)
        show_table(recognition().units.select(COLUMNS), language)


def printed() -> None:
    """Published ladders and lists; otherwise the honours of the ledger."""
    if recognition().counts is None:
        visit.show_printed_limits(texts.only_records)
    show_printed(recognition().printed, visit)
    figures = None if recognition().printed else draw_awards(fetch_published(visit.records, visit.filters), visit.look)
    if figures is not None:
        show_chart(texts.awards_title, texts.awards_note, figures, ledger_source(language), language)
    elif not recognition().printed and recognition().counts is None:
        st.info(texts.no_printed)


visit.show(cards)
judged = None  # needs rows, and those of frozen figures may have changed
with showing_problems(language):
    judged = recognition().counts is not None
if judged is None:
    st.stop()
if judged:
    left, right = st.columns(2)
    with left:
        visit.show(funnel)
    with right:
        visit.show(states)
        visit.show(use)
    visit.show(use_noted)
    with st.grid(3, min_column_width=300):
        for block in (decided, waiting, rewarded):
            with st.container(height="stretch"):
                visit.show(block)
    visit.show(unrewarded)
    with showing_problems(language):
        list_unrewarded(visit)
    visit.show(units)
visit.show(printed)
with showing_problems(language):
    show_other_programmes(printed_elsewhere(visit.records, visit.filters), visit)
