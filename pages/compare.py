"""So sánh: unions, moments or programmes on the same measures, and what changed since the last meeting."""

from functools import cache

import streamlit as st

from charts.compare import draw_courses, draw_growth
from charts.ranking import draw_rank_slope
from data_access.queries.compare import fetch_compare, natural
from interface.sections.compare import choose_sides, show_changed, show_measures, show_passed, side_names
from interface.shell.page import open_page
from interface.shell.wording import records_source
from interface.widgets.panels import show_chart, show_title
from interface.widgets.tables import show_table
from model.compare import Compared, Comparison, asked_sides
from model.measures import is_money

visit = open_page("compare")
language, texts = visit.language, visit.language.compare
what = asked_sides(st.query_params.get("compare", "")) or natural(visit.filters)
COLUMNS = (
    "unit_name",
    "rank_before",
    "rank",
    "value_before",
    "value",
    "added",
    "factor",
    "reached_before",
    "reached_pct",
)


@cache
def found() -> Comparison:
    """Asked once however many blocks are drawn anew."""
    return fetch_compare(visit.records, visit.filters, what)


def told() -> None:
    if not found().chosen and len(found().sides) > 1:
        st.caption(texts.picked[str(what)])
    changes = found().changes
    if changes:
        show_changed(found(), changes, visit)


def measures() -> None:
    show_measures(found(), visit)


def courses() -> None:
    figure = draw_courses(found(), side_names(found(), visit), visit.look)
    show_chart(texts.courses_title, texts.courses_note, figure, records_source(visit), language)


def growth() -> None:
    changes = found().changes
    if changes:
        money = is_money(visit.filters.measure)
        figure = draw_growth(changes, visit.look, money=money)
        show_chart(texts.growth_title, texts.growth_note, figure, records_source(visit), language)


def moves() -> None:
    changes = found().changes
    if changes and not changes.ranking.frame["rank_before"].drop_nulls().is_empty():
        figure = draw_rank_slope(changes.ranking, visit.look)
        show_chart(texts.rank, language.ranking.movement_note, figure, records_source(visit), language)


def passed() -> None:
    changes = found().changes
    if changes:
        show_passed(changes, visit)


def table() -> None:
    changes = found().changes
    if changes:
        show_title(texts.moves_title, texts.moves_note, records_source(visit), language)
        moved = changes.moves.rename({"printed": "both_printed"})
        columns = COLUMNS if moved["both_printed"].is_null().all() else (*COLUMNS[:7], "both_printed", *COLUMNS[7:])
        show_table(moved.select(columns), language, money=is_money(visit.filters.measure))
    else:
        visit.tell_printed_only(texts.only_records)


choose_sides(what, visit)
visit.show(told, what)
visit.show(measures, what)
if what is not Compared.MOMENTS:
    visit.show(courses, what)
else:
    left, right = st.columns(2)
    with left:
        visit.show(growth, what)
    with right:
        visit.show(moves, what)
        visit.show(passed, what)
    visit.show(table, what)
