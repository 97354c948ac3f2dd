"""Lĩnh vực: breakdowns that add up, with what they leave unexplained."""

import streamlit as st

from charts.sectors import draw_cut, draw_sector_heat, draw_sectors
from data_access.sectors import fetch_cut, fetch_sector_units, fetch_sectors
from interface.page import open_page
from interface.panels import show_chart
from interface.sources import tell_source
from interface.tables import show_table
from interface.wording import breakdown_note, breakdown_table, breakdown_title
from model.codes import Basis
from model.facts import Source

visit = open_page("sectors")
language, texts = visit.language, visit.language.pages
records = tell_source(Source("records", visit.programme.name_vi), language)


def breakdowns() -> None:
    found = fetch_sectors(visit.keeper, visit.filters)
    if not found:
        st.info(language.sectors.no_sectors)
    for breakdown in found:
        show_chart(
            breakdown_title(breakdown, language, language.sectors.sectors_page_title),
            breakdown_note(breakdown, language),
            draw_sectors(breakdown, visit.look),
            [tell_source(breakdown.source, language)],
            language,
        )


def ownership() -> None:
    cut = fetch_cut(visit.keeper, visit.filters, "ownership")
    if not cut.is_empty():
        show_chart(language.sectors.ownership_title, "", draw_cut(cut, "ownership", visit.look), [records], language)


def position() -> None:
    cut = fetch_cut(visit.keeper, visit.filters, "position")
    if not cut.is_empty():
        show_chart(language.sectors.position_title, "", draw_cut(cut, "position", visit.look), [records], language)


def heat() -> None:
    cells = fetch_sector_units(visit.keeper, visit.filters)
    if not cells.is_empty():
        show_chart(
            language.sectors.heat_title,
            language.sectors.heat_note,
            draw_sector_heat(cells, visit.look),
            [records],
            language,
        )


def table() -> None:
    for breakdown in fetch_sectors(visit.keeper, visit.filters):
        title = breakdown_title(breakdown, language, language.sectors.sectors_page_title)
        show_table(breakdown_table(breakdown, language), language, title=title)


visit.show(breakdowns)
if visit.filters.basis is Basis.RECORDS:
    with st.grid(min_column_width=430):
        with st.container():
            visit.show(ownership)
        with st.container():
            visit.show(position)
    visit.show(heat)
visit.show(table)
