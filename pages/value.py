"""Giá trị làm lợi: how much in all, how it is spread, and of how many nobody knows."""

from functools import cache, partial

import streamlit as st

from charts.ranking import draw_ranking
from charts.value import draw_bands, draw_concentration, draw_sector_values
from data_access.queries.ranking import fetch_ranking
from data_access.queries.value import fetch_value
from interface.sections.printed import show_printed_about
from interface.sections.value import concentration_note, show_largest, show_value_cards
from interface.shell.page import open_page
from interface.shell.picking import show_pickable
from interface.shell.problems import answered, told
from interface.shell.wording import ranking_note, ranking_sources, records_source
from interface.widgets.panels import show_chart
from model.codes import Measure
from model.picking import around, picked
from model.value import Value

visit = open_page("value")
language, texts = visit.language, visit.language.value
PRINTED = ("gia_tri_lam_loi", "gia_tri_lam_loi_max", "nguong_gia_tri_lam_loi")


@cache
def found() -> Value:
    """Asked once however many blocks are drawn anew."""
    return fetch_value(visit.records, visit.filters)


def cards() -> None:
    show_value_cards(found(), language)


def bands() -> None:
    show_chart(texts.bands_title, texts.bands_note, draw_bands(found(), visit.look), records_source(visit), language)


def concentration() -> None:
    figure, note = draw_concentration(found(), visit.look), concentration_note(found(), language)
    show_chart(texts.concentration_title, note, figure, records_source(visit), language)


def sectors() -> None:
    chosen = picked(visit.filters, "sector")
    wide = fetch_value(visit.records, around(visit.filters, "sector")) if chosen else found()
    draw = partial(draw_sector_values, wide, visit.look, chosen)
    note = f"{texts.sectors_note} {language.pages.pick}"
    show_pickable("sector", visit, texts.sectors_title, note, draw, records_source(visit))


def units() -> None:
    ranking = fetch_ranking(visit.records, visit.filters.changed(measure=Measure.BENEFIT))
    if not ranking.frame.is_empty():
        note, figure = ranking_note(ranking, visit), draw_ranking(ranking, visit.look)
        show_chart(texts.units_title, note or texts.units_note, figure, ranking_sources(ranking, language), language)


def largest() -> None:
    show_largest(found(), visit)


def printed() -> None:
    if not found().known:
        visit.tell_printed_only(texts.only_printed)
    show_printed_about(PRINTED, texts.printed_title, texts.printed_note, visit)


# Only rows can tell, and those of frozen figures may have changed.
if answered(lambda: found().known, language):
    visit.show(cards)
    with st.grid(2, min_column_width=430):
        for block in (bands, concentration):
            with st.container():
                visit.show(block)
        with told(language):
            sectors()
        with st.container():
            visit.show(units)
    visit.show(largest)
visit.show(printed)
