"""Xếp hạng: the leaders by a chosen measure, and movements."""

from collections.abc import Mapping, Sequence
from functools import partial

import polars as pl
import streamlit as st

from charts.ranking import draw_rank_slope, draw_ranking
from data_access.queries.clusters import fetch_cluster_ranking
from data_access.queries.quarters import fetch_quarter_recognition
from data_access.queries.ranking import fetch_leaders, fetch_ranking
from data_access.store.offered import offered_measures
from interface.sections.rankings import (
    cluster_table,
    movement_title,
    offered_places,
    quarter_table,
    ranking_facts,
    show_leading,
    show_nobody,
    words_of_places,
)
from interface.shell.choosing import Chooser, choose_before
from interface.shell.page import open_page
from interface.shell.picking import Pickable, show_pickable
from interface.shell.problems import showing_problems
from interface.shell.wording import ranking_note, ranking_sources
from interface.widgets.panels import show_chart, show_title
from interface.widgets.tables import show_table
from model.codes import Basis
from model.measures import is_judged, is_money
from presentation.by_measure import measure_note
from presentation.places import ranking_title
from presentation.wording import join_sentences

visit = open_page("ranking")
language, texts = visit.language, visit.language.pages
COLUMNS = ("rank", "unit_name", "value", "share_pct", "cumulative_pct", "rank_before", "cluster", "cluster_rank")

is_counted = visit.filters.basis is Basis.RECORDS
places = offered_places(visit.catalogue, visit.filters, language)
with st.container(horizontal=True, vertical_alignment="bottom"):
    choose = Chooser(visit.catalogue, language)
    if is_counted:
        choose.from_list(
            "measure",
            texts.filter_names["measure"],
            offered_measures(visit.records, visit.filters, "ranking"),
            visit.filters.measure,
            lambda measure: language.names.measure(str(measure)),
            key="switch",
        )
    choose.one(
        "top",
        language.ranking.places,
        list(places),
        str(visit.filters.top),
        places.__getitem__,
    )
    if is_counted:
        choose_before(
            visit.filters, visit.catalogue, language, fetch_ranking(visit.records, visit.filters).before_moment
        )


def pick_place() -> None:
    ranking, picked_unit = fetch_leaders(visit.records, visit.filters)
    if ranking.frame.is_empty():
        show_nobody(ranking, visit)
        return
    title, note = ranking_title(ranking, language), ranking_note(ranking, visit)
    draw, sources = partial(draw_ranking, ranking, visit.look, picked_unit), ranking_sources(ranking, language)
    show_pickable("unit", visit, Pickable(title, note, draw, sources))


def chart() -> None:
    ranking = fetch_ranking(visit.records, visit.filters)
    if ranking.frame.is_empty():
        show_nobody(ranking, visit)
        return
    show_chart(
        ranking_title(ranking, language),
        ranking_note(ranking, visit),
        draw_ranking(ranking, visit.look),
        ranking_sources(ranking, language),
        language,
    )


def facts() -> None:
    ranking = (
        fetch_leaders(visit.records, visit.filters)[0] if is_counted else fetch_ranking(visit.records, visit.filters)
    )
    if not ranking.frame.is_empty():
        ranking_facts(ranking, visit)
        show_leading(visit, visit.filters)


def movement() -> None:
    ranking, _ = fetch_leaders(visit.records, visit.filters)
    if ranking.before_moment is None or ranking.frame["rank_before"].drop_nulls().is_empty():
        return
    show_chart(
        movement_title(ranking, language),
        language.ranking.movement_note,
        draw_rank_slope(ranking, visit.look),
        ranking_sources(ranking, language),
        language,
    )


def counted() -> str:
    return language.names.measure(str(visit.filters.measure))


def table() -> None:
    ranking, picked_unit = fetch_leaders(visit.records, visit.filters)
    rows = ranking.frame.filter(pl.col("unit_code").is_in(picked_unit)) if picked_unit else ranking.frame
    if not rows.is_empty():
        money = is_money(visit.filters.measure)
        columns = COLUMNS if rows["printed"].is_null().all() else (*COLUMNS[:3], "printed", *COLUMNS[3:])
        words = words_of_places(rows)
        frame = rows.select(columns)
        if is_judged(visit.filters.measure):  # a percentage has its decimals also where they are zero
            frame = frame.rename({"value": "reached_pct"})
        show_table(frame, language, title=language.tables.table, money=money, value=counted(), words=words)


def show_part(
    frame: pl.DataFrame, title: str, note: str, *, money: bool = False, words: Mapping[str, Sequence[str | None]] = {}
) -> None:
    """Draw a smaller table of the ranking under its title; nothing where it is empty."""
    if not frame.is_empty():
        ranking = fetch_ranking(visit.records, visit.filters)
        show_title(title, note, ranking_sources(ranking, language), language)
        show_table(frame, language, money=money, value=counted(), words=words)


def clusters() -> None:
    inside, texts = fetch_cluster_ranking(visit.records, visit.filters), language.ranking
    money = is_money(visit.filters.measure)
    words = {"value": inside["qualifier"].to_list(), "reached_pct": inside["qualifier"].to_list()}
    show_part(cluster_table(inside), texts.cluster_title, texts.cluster_note, money=money, words=words)


def quarters() -> None:
    recognised, texts = fetch_quarter_recognition(visit.records, visit.filters), language.ranking
    words = {"quarter_target": recognised["target_qualifier"].to_list()}
    note = join_sentences((texts.quarter_note, measure_note(visit.filters.counted_rows, language)))
    show_part(quarter_table(recognised, language), texts.quarter_title, note, words=words)


with st.grid(2, min_column_width=430):
    with st.container():
        if is_counted:
            with showing_problems(language):
                pick_place()
        else:
            visit.show(chart)
    with st.container():
        visit.show(movement)
        visit.show(facts)
visit.show(table)
visit.show(clusters)
visit.show(quarters)
