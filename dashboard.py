"""Tổng quan: the state of the programme on one screen; the first page."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from charts.overview import draw_progress
from charts.ranking import draw_ranking
from data_access.queries.overview import fetch_overview
from data_access.queries.ranking import fetch_leaders, fetch_ranking
from data_access.queries.sectors import fetch_sectors
from interface.sections.calls import show_calls
from interface.sections.rankings import lead_over_others, show_leading
from interface.sections.sector_charts import sector_chart
from interface.shell.address import link_params
from interface.shell.page import open_page
from interface.shell.picking import Pickable, show_pickable, show_still
from interface.shell.problems import showing_problems
from interface.shell.wording import fact_sources, ranking_sources
from interface.widgets.headline import show_cards, show_headline, show_origins
from interface.widgets.panels import show_chart, show_link
from model.breakdown import Breakdown
from model.codes import Basis, Measure
from model.picking import around, picked
from model.results import Ranking
from presentation.overview import progress_finding
from presentation.ranking import ranking_verdict, share_of_places
from presentation.sectors import largest_part
from presentation.wording import Wording

visit = open_page("overview")
texts, look = visit.language.pages, visit.look
narrow = replace(look, wide=False)  # a third of the page has no room for a third column of numbers


def more(page: str) -> str:
    return visit.language.overview.more.format(page=texts.titles[page])


def headline() -> None:
    overview = fetch_overview(visit.records, visit.filters)
    show_headline(overview, visit.filters, visit.language)
    show_cards(overview, visit.language)


def progress() -> None:
    overview = fetch_overview(visit.records, visit.filters)
    if overview.daily.is_empty():
        return
    texts, fact = visit.language.overview, overview.counts
    note = texts.progress_notes["printed" if visit.filters.basis is Basis.PUBLISHED else fact]
    sources = fact_sources(overview, (fact, "target"), visit.language)
    show_chart(
        progress_finding(overview, visit.language),
        note,
        draw_progress(overview, visit.programme, narrow, low=True),
        sources,
        visit.language,
    )


def leaders() -> None:
    filters = visit.filters.changed(measure=Measure.UPLOADS, top=10)
    ranking = fetch_ranking(visit.records, filters)
    if ranking.frame.is_empty():
        show_leading(visit, filters)
        return
    with st.container():
        show_still(_leader_chart(ranking), visit.language)
        link_to_ranking()


def link_to_ranking() -> None:
    show_link("ranking", more("ranking"), link_params(visit.filters))


def _leader_chart(ranking: Ranking, highlighted: Sequence[str] = ()) -> Pickable:
    """Who leads, and the places' share of the whole, in the words of slides and reports."""
    wording = Wording(visit.language, visit.catalogue)
    parts = (share_of_places(ranking, visit.programme, wording), lead_over_others(ranking, visit.language))
    return Pickable(
        ranking_verdict(ranking, wording),
        " · ".join(part for part in parts if part),
        partial(draw_ranking, ranking, narrow, highlighted),
        ranking_sources(ranking, visit.language),
    )


def _leaders_to_pick() -> Pickable | None:
    filters = visit.filters.changed(measure=visit.filters.count_measure, top=10)
    ranking, picked_units = fetch_leaders(visit.records, filters)
    return None if ranking.frame.is_empty() else _leader_chart(ranking, picked_units)


def pick_leader() -> None:
    show_pickable("unit", visit, visit.keep("leaders", _leaders_to_pick))


def sectors() -> None:
    for breakdown in fetch_sectors(visit.records, visit.filters)[:1]:
        with st.container():
            show_still(_sector_chart(breakdown), visit.language)
            link_to_sectors()


def _sector_chart(breakdown: Breakdown, highlighted: Sequence[str] = ()) -> Pickable:
    """The records' under their largest sector; printed ones under their scheme."""
    wording, form = Wording(visit.language, visit.catalogue), visit.language.overview.sectors_finding
    return sector_chart(breakdown, visit, narrow, highlighted, largest_part(breakdown, wording, form))


def link_to_sectors() -> None:
    show_link("sectors", more("sectors"), link_params(visit.filters))


def _sectors_to_pick() -> Pickable | None:
    for breakdown in fetch_sectors(visit.records, around(visit.filters, "sector"))[:1]:
        return _sector_chart(breakdown, picked(visit.filters, "sector"))
    return None


def pick_sector() -> None:
    show_pickable("sector", visit, visit.keep("sectors", _sectors_to_pick))


def calls() -> None:
    show_calls(visit)


def origins() -> None:
    show_origins(fetch_overview(visit.records, visit.filters), visit.language)


with st.container():  # optional texts come last, so that the charts above them do not move
    visit.show(headline)
with st.grid(3, min_column_width=300, key="first_view"):
    with st.container():
        visit.show(progress)
        visit.show(origins)
    with st.container(), showing_problems(visit.language):
        if visit.filters.basis is Basis.RECORDS:
            pick_leader()
            if visit.keep("leaders", _leaders_to_pick):
                visit.show(link_to_ranking)
        else:
            visit.show(leaders)
    with st.container(), showing_problems(visit.language):
        visit.show(calls)
        if visit.filters.basis is Basis.RECORDS:
            pick_sector()
            visit.show(link_to_sectors)
        else:
            visit.show(sectors)
