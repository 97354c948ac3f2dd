"""Tiến độ: actual pace, needed pace, and forecast."""

import streamlit as st

from charts.steps import draw_steps
from charts.trend import draw_curve
from data_access.queries.overview import fetch_overview
from data_access.queries.trend import fetch_trend
from interface.sections.trending import (
    curve_note,
    edit_happenings,
    show_comparisons,
    show_forecast,
    show_happenings,
    show_standing,
    show_trials,
)
from interface.shell.address import option
from interface.shell.choosing import Chooser
from interface.shell.page import open_page
from interface.shell.problems import showing_problems
from interface.shell.wording import fact_sources
from interface.widgets.panels import show_chart, show_title
from model.accounts import may
from model.trend import NATURAL_STEP, STEP_DAYS, known_steps, needed_per_step
from presentation.trend import curve_title, steps_title

visit = open_page("trend")
language, texts = visit.language, visit.language.trend
every = option("step", STEP_DAYS, NATURAL_STEP)


def standing() -> None:
    show_standing(fetch_overview(visit.records, visit.filters), visit.filters, language)


def curve() -> None:
    overview, trend = fetch_overview(visit.records, visit.filters), fetch_trend(visit.records, visit.filters)
    figure = draw_curve(overview, visit.programme, trend.forecast, trend.happenings, visit.look)
    sources = fact_sources(overview, (overview.counts, "target"), language)
    show_chart(curve_title(trend, overview, language), curve_note(overview, trend, language), figure, sources, language)


def forecast() -> None:
    overview, trend = fetch_overview(visit.records, visit.filters), fetch_trend(visit.records, visit.filters)
    with st.container(border=True, height="stretch"):
        show_forecast(trend, overview, language)


def happenings() -> None:
    happenings_of_view = fetch_trend(visit.records, visit.filters).happenings
    if not happenings_of_view and not may(visit.reader, "mark_event"):
        return
    with st.container(border=True, height="stretch"):
        show_happenings(happenings_of_view, language)
        edit_happenings(visit, happenings_of_view)


def steps() -> None:
    overview, trend = fetch_overview(visit.records, visit.filters), fetch_trend(visit.records, visit.filters)
    counts = known_steps(trend, overview, every)
    if counts.is_empty():
        if overview.facts["uploads"].source.kind == "records":
            st.caption(language.charts.nothing)
        else:
            visit.show_printed_limits(texts.no_steps)
        return
    needed = needed_per_step(overview, every)
    word = overview.facts["needed_per_day"].qualifier
    figure = draw_steps(counts, every, needed, visit.look, overview.moment, word, counts=overview.counts)
    title = steps_title(overview, every, language)
    sources = fact_sources(overview, (overview.counts,), language)
    show_chart(title, texts.steps_note, figure, sources, language)


def trials() -> None:
    with st.container(border=True):
        if some := fetch_trend(visit.records, visit.filters).trials:
            show_title(texts.trials_title, texts.trials_note, None, language)
            show_trials(some, language)
        else:
            show_title(texts.trials_title, texts.no_trials, None, language)


def comparisons() -> None:
    with st.container(border=True):
        show_title(texts.compare_title, texts.compare_note, None, language)
        is_silent = fetch_overview(visit.records, visit.filters).is_silent  # two zeros would be numbers
        show_comparisons(() if is_silent else fetch_trend(visit.records, visit.filters).comparisons, language)


visit.show(standing)
visit.show(curve)
left, right = st.columns(2)
with left:
    visit.show(forecast)
with right, showing_problems(language):
    happenings()
Chooser(visit.catalogue, language).one(
    "step",
    language.pages.filter_names["step"],
    list(STEP_DAYS),
    every,
    texts.steps.__getitem__,
    default=NATURAL_STEP,
    key="switch",
)
visit.show(steps, every)
visit.show(comparisons)
visit.show(trials)
