"""Bản đồ: one measure for every province, as tiles or outlines, with a list."""

import streamlit as st

from charts.map import OUTLINE, SHAPES, TILES
from data_access.queries.map import fetch_map
from data_access.queries.overview import fetch_overview
from data_access.queries.ranking import fetch_ranking
from data_access.store.offered import offered_measures
from interface.sections.atlas import (
    selected_groups,
    show_atlas,
    show_chosen,
    show_elsewhere,
    show_licence,
    show_list,
    show_total,
)
from interface.shell.address import option
from interface.shell.choosing import Chooser
from interface.shell.page import open_page
from interface.shell.problems import showing_problems
from interface.widgets.panels import show_title
from interface.widgets.sources import sources_of
from model.places import has_places
from presentation.places import describe_ceiling
from presentation.whole import whole_name

visit = open_page("map")
language, texts = visit.language, visit.language.map
shape = option("shape", SHAPES, TILES)

if not has_places(visit.catalogue, visit.filters):
    st.info(texts.no_places, icon=":material/wrong_location:")
    st.stop()

with st.container(horizontal=True, vertical_alignment="bottom"):
    choose = Chooser(visit.catalogue, language)
    names = language.pages.filter_names
    choose.from_list(
        "measure",
        texts.measure,
        offered_measures(visit.records, visit.filters, "map"),
        visit.filters.measure,
        lambda measure: language.names.measure(str(measure)),
        key="switch",
    )
    choose.one("shape", names["shape"], list(SHAPES), shape, texts.shapes.__getitem__, default=TILES, key="switch")


def total() -> None:
    atlas = fetch_map(visit.records, visit.filters)
    if atlas.frame["value"].is_null().all():
        st.info(texts.nothing)
    if ceiling := describe_ceiling(fetch_ranking(visit.records, visit.filters.changed(units=())), language):
        st.markdown(ceiling)
    stated = fetch_overview(visit.records, visit.filters.changed(units=())).facts["uploads"]
    exact = stated.value != atlas.total
    show_total(
        atlas,
        language,
        whole_name(visit.programme, language),
        None if exact else stated.qualifier,
    )


def numbers() -> None:
    atlas = fetch_map(visit.records, visit.filters)
    with st.container(border=True, height="stretch"):
        show_title(texts.list_title, "", sources_of(atlas.moment, [atlas.source], language), language)
        show_list(atlas, selected_groups(atlas, visit.filters, visit.catalogue), visit.look)


def elsewhere() -> None:
    atlas = fetch_map(visit.records, visit.filters)
    if atlas.elsewhere["in_scope"].any():
        with st.container(border=True):
            show_title(texts.elsewhere_title, texts.elsewhere_note, None, language)
            show_elsewhere(atlas, visit.look)


visit.show(total)
if visit.filters.units:
    show_chosen(visit.filters, visit.catalogue, language)
left, right = st.columns([11, 9])
with left, st.container(border=True), showing_problems(language):
    atlas = fetch_map(visit.records, visit.filters)
    title = texts.title.format(measure=language.names.measure(str(atlas.measure)), count=str(atlas.boundary))
    show_title(title, texts.how, sources_of(atlas.moment, [atlas.source], language), language, texts.hint)
    show_atlas(atlas, shape, visit.filters, visit.catalogue, visit.look)
    if shape == OUTLINE:
        show_licence(language)
with right:
    visit.show(numbers)
visit.show(elsewhere)
