"""Lĩnh vực: breakdowns that add up, with their unexplained remainders."""

from datetime import datetime
from functools import partial

import streamlit as st

from charts.sectors import draw_cut, draw_sector_heat
from data_access.queries.sectors import fetch_cut, fetch_sector_units, fetch_sectors
from interface.sections.sector_charts import sector_chart
from interface.shell.page import open_page
from interface.shell.picking import Pickable, show_pickable, show_still
from interface.shell.problems import showing_problems
from interface.shell.wording import (
    breakdown_table,
    breakdown_title,
    counts_note,
    records_source,
)
from interface.widgets.panels import show_chart
from interface.widgets.tables import show_table
from model.codes import Basis
from model.picking import around, picked
from presentation.wording import Wording, join_sentences

visit = open_page("sectors")
language, texts = visit.language, visit.language.pages


def breakdowns() -> None:
    """All breakdowns without selectable bars."""
    schemes = fetch_sectors(visit.records, visit.filters)
    if not schemes:
        st.info(language.sectors.no_sectors)
    for breakdown in schemes[by_sector:]:
        show_still(sector_chart(breakdown, visit, visit.look), language)


def pick_sector() -> None:
    highlighted = picked(visit.filters, "sector")
    for breakdown in fetch_sectors(visit.records, around(visit.filters, "sector"))[:1]:
        chart = sector_chart(breakdown, visit, visit.look, highlighted)
        show_pickable("sector", visit, chart)


def counted_until() -> datetime | None:
    return next((breakdown.as_of for breakdown in fetch_sectors(visit.records, visit.filters)), None)


def pick_cut(dimension: str, title: str) -> None:
    """Draw ownership or position of the authors, with selectable bars."""
    cut = fetch_cut(visit.records, around(visit.filters, dimension), dimension)
    if not cut.is_empty():
        draw = partial(draw_cut, cut, dimension, visit.look, picked(visit.filters, dimension), moment=counted_until())
        show_pickable(
            dimension,
            visit,
            Pickable(
                title,
                counts_note(visit, visit.filters.counted_rows),
                draw,
                records_source(visit, moment=counted_until()),
            ),
        )


def heat() -> None:
    cells = fetch_sector_units(visit.records, visit.filters)
    if not cells.is_empty():
        show_chart(
            language.sectors.heat_title,
            join_sentences((language.sectors.heat_note, counts_note(visit, visit.filters.counted_rows))),
            draw_sector_heat(cells, visit.look, moment=counted_until()),
            records_source(visit, moment=counted_until()),
            language,
        )


def table() -> None:
    for breakdown in fetch_sectors(visit.records, visit.filters):
        if not breakdown.frame["uploads"].sum():
            continue  # zeros would say that nothing was done where nothing is reported
        title = breakdown_title(breakdown, language)
        words = {
            "count": breakdown.frame["qualifier"].to_list(),
            "share_pct": [breakdown.share_word(row) for row in breakdown.frame.iter_rows(named=True)],
        }
        show_table(breakdown_table(breakdown, Wording(language, visit.catalogue)), language, title=title, words=words)


by_sector = int(visit.filters.basis is Basis.RECORDS)
with showing_problems(language):
    if by_sector:
        pick_sector()
visit.show(breakdowns)
if visit.filters.basis is Basis.RECORDS:
    with st.grid(2, min_column_width=430), showing_problems(language):
        pick_cut("ownership", language.sectors.ownership_title)
        pick_cut("position", language.sectors.position_title)
    visit.show(heat)
visit.show(table)
