"""Đơn vị: one union on one page, with links up, down and to its neighbours."""

import streamlit as st

from charts.overview import draw_progress
from data_access.ledger.printed_counts import count_is_printed
from data_access.queries.overview import fetch_overview
from data_access.queries.ranking import fetch_ranking
from data_access.queries.sectors import fetch_sectors
from data_access.queries.unit import fetch_unit, of_one_union, unit_of
from interface.sections.boundaries import show_merged, show_successor
from interface.sections.potential import show_potential_of
from interface.sections.profile import (
    show_neighbours,
    show_newest,
    show_path,
    show_states,
    show_worded,
)
from interface.sections.sector_charts import sector_chart
from interface.shell.choosing import Chooser, searchable
from interface.shell.page import open_page
from interface.shell.picking import show_pickable, show_still
from interface.shell.problems import showing_problems
from interface.shell.wording import fact_sources
from interface.widgets.headline import show_cards, show_headline
from interface.widgets.panels import show_chart
from interface.widgets.sources import plain
from model.boundaries import code_of, merged_province
from model.codes import Basis
from model.folding import vietnamese_key
from model.picking import around, picked
from model.taking_part import has_members
from presentation.places import describe_ceiling_of
from presentation.profile import view_profile

visit = open_page("unit")
language, texts = visit.language, visit.language.unit

merged = merged_province(visit.catalogue, visit.filters.units)
if not has_members(visit.catalogue, visit.filters.programme):
    st.stop()  # as the head has told
with showing_problems(language):
    unit = unit_of(visit.records, visit.filters)
    profile = fetch_unit(visit.records, visit.filters)
    alone = visit.filters if merged else of_one_union(visit.records, visit.filters)
    rank = fetch_overview(visit.records, alone).printed.get("xep_hang_ca_nuoc")
    view = view_profile(profile, visit.programme, str(visit.filters.measure), language, rank)
options = sorted(visit.catalogue.members(visit.filters), key=lambda other: vietnamese_key(other.short_name))
labels = {
    other.code: searchable(language.names.word(other.short_name), visit.catalogue.names_of(other)) for other in options
}
if merged:
    labels = {code_of(merged): plain(language.names.province(merged.name_2025)), **labels}


def headline() -> None:
    overview = fetch_overview(visit.records, alone)
    st.markdown(f"## {plain(language.one_of(unit.name, unit.name_en))}")
    show_successor(unit, visit)
    show_headline(overview, alone, language)
    show_cards(overview, language, view.cards)
    printed = count_is_printed(visit.records, alone, unit.code, overview.facts["uploads"].value)
    if printed is not None:
        sentence = language.facts.printed_unit if printed else language.facts.simulated_unit
        st.caption(sentence.format(count=language.numbers.count(overview.facts["uploads"].value)))
    if ceiling := describe_ceiling_of(overview.facts["uploads"], fetch_ranking(visit.records, alone), language):
        st.caption(ceiling)
    show_potential_of(unit.code, visit)


def targets() -> None:
    with st.container(border=True):
        show_worded(view.targets, language, numbers=(2, 3, 4, 5), as_of=profile.moment)


def progress() -> None:
    overview = fetch_overview(visit.records, alone)
    figure = draw_progress(overview, visit.programme, visit.look)
    sources = fact_sources(overview, (overview.counts,), language)
    show_chart(texts.progress_title, "", figure, sources, language)


def sectors() -> None:
    for breakdown in fetch_sectors(visit.records, around(alone, "sector"))[:1]:
        chart = sector_chart(breakdown, visit, visit.look, picked(visit.filters, "sector"))
        if visit.filters.basis is Basis.RECORDS:
            show_pickable("sector", visit, chart)
        else:
            show_still(chart, language)


def show_course() -> None:
    """Draw the count and, beside it, its sectors; alone it has the whole width."""
    if not fetch_sectors(visit.records, around(alone, "sector")):
        visit.show(progress)
        return
    left, right = st.columns(2)
    with left:
        visit.show(progress)
    with right, showing_problems(language):
        sectors()


def states() -> None:
    with st.container(border=True, height="stretch"):
        show_states(view, language)


def peers() -> None:
    with st.container(border=True):
        show_worded(view.peers, language, numbers=range(1, 8), marked=(0,))


def below() -> None:
    with st.container(border=True, height="stretch"):
        show_worded(view.below, language, numbers=(1,))


def newest() -> None:
    with st.container(border=True):
        show_newest(profile, visit)


show_path(profile, visit.filters, visit, merged)
Chooser(visit.catalogue, language).from_list(
    "unit", texts.choose, list(labels), code_of(merged) if merged else unit.code, labels.__getitem__, key="switch"
)
if merged:
    with showing_problems(language):
        show_merged(merged, visit)
    show_course()
    st.stop()
if len(visit.filters.units) > 1:
    st.caption(texts.several.format(count=len(visit.filters.units), unit=plain(unit.short_name)))
show_neighbours(profile, visit.filters, language)
visit.show(headline)
visit.show(targets)
show_course()
if profile.peers:
    visit.show(peers)
show_units_below = profile.participating is not None and bool(view.below.title)
for column, draw in zip(st.columns(1 + show_units_below), (states, below), strict=False):
    with column:
        visit.show(draw)
if profile.participating is not None:
    visit.show(newest)
elif profile.counts is not None:
    st.info(language.problems.not_frozen, icon=":material/lock_clock:")
