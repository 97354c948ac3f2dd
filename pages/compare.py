"""So sánh: unions, moments or programmes side by side, and changes since the last meeting."""

from functools import cache

import plotly.graph_objects as go
import streamlit as st

from charts.compare import draw_courses, draw_growth
from charts.ranking import draw_rank_slope
from data_access.queries.compare import fetch_compare, natural
from interface.sections.compare import choose_sides, show_changed, show_measures, show_passed
from interface.shell.named_charts import show_named_chart, show_table_title
from interface.shell.page import open_page
from interface.widgets.tables import show_table
from model.compare import Compared, Comparison, compared_sides
from model.measures import is_money
from presentation.compare import CompareView, view_compare

visit = open_page("compare")
language, texts = visit.language, visit.language.compare
compared = compared_sides(st.query_params.get("compare", "")) or natural(visit.filters)
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
def comparison() -> Comparison:
    """The answer, fetched once for all blocks."""
    return fetch_compare(visit.records, visit.filters, compared)


@cache
def view() -> CompareView:
    return view_compare(comparison(), language)


def chart(name: str, figure: go.Figure) -> None:
    show_named_chart(view(), name, figure, visit)


def changes() -> None:
    if view().picked:
        st.caption(view().picked)
    if view().changed:
        show_changed(view(), visit)


def measures() -> None:
    show_measures(comparison(), view(), visit)


def courses() -> None:
    chart("courses", draw_courses(comparison(), view().names, visit.look))


def growth() -> None:
    changes = comparison().changes
    if changes:
        chart("growth", draw_growth(changes, visit.look, money=is_money(visit.filters.measure)))


def moves() -> None:
    changes = comparison().changes
    if changes and not changes.ranking.frame["rank_before"].drop_nulls().is_empty():
        chart("ranks", draw_rank_slope(changes.ranking, visit.look))


def passed() -> None:
    if comparison().changes:
        show_passed(view(), language)


def table() -> None:
    changes = comparison().changes
    if changes:
        show_table_title(view(), "table", visit)
        moves = changes.moves.rename({"printed": "both_printed"})
        columns = COLUMNS if moves["both_printed"].is_null().all() else (*COLUMNS[:7], "both_printed", *COLUMNS[7:])
        words = dict.fromkeys(("reached_before", "reached_pct"), moves["reached_qualifier"].to_list())
        show_table(moves.select(columns), language, money=is_money(visit.filters.measure), words=words)
    else:
        visit.show_printed_limits(texts.only_records)


choose_sides(compared, visit)
visit.show(changes, compared)
visit.show(measures, compared)
if compared is not Compared.MOMENTS:
    visit.show(courses, compared)
else:
    left, right = st.columns(2)
    with left:
        visit.show(growth, compared)
    with right:
        visit.show(moves, compared)
        visit.show(passed, compared)
    visit.show(table, compared)
