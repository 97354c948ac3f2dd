"""Giá trị làm lợi: total benefit, its distribution, and how many have no computed value."""

from functools import cache, partial

import plotly.graph_objects as go
import streamlit as st

from charts.ranking import draw_ranking
from charts.value import draw_bands, draw_concentration, draw_sector_values
from data_access.queries.ranking import fetch_ranking
from data_access.queries.value import fetch_value
from interface.sections.printed import show_printed_about
from interface.sections.value import show_largest
from interface.shell.named_charts import pickable_chart, show_named_chart
from interface.shell.page import open_page
from interface.shell.picking import show_pickable
from interface.shell.problems import require_answer, showing_problems
from interface.shell.wording import known_cards, ranking_note, ranking_sources
from interface.widgets.panels import show_chart, show_metrics
from model.codes import Measure
from model.picking import around, picked
from model.value import Value
from presentation.value import ValueView, view_value

visit = open_page("value")
language, texts = visit.language, visit.language.value
PRINTED = ("gia_tri_lam_loi", "gia_tri_lam_loi_max", "nguong_gia_tri_lam_loi")


@cache
def value() -> Value:
    """The answer, fetched once for all blocks."""
    return fetch_value(visit.records, visit.filters)


@cache
def view() -> ValueView:
    return view_value(value(), language)


def chart(name: str, figure: go.Figure) -> None:
    show_named_chart(view(), name, figure, visit)


def cards() -> None:
    st.caption(view().counted if value().statuses else f"{view().counted} *{texts.status_hint}*")
    show_metrics(known_cards(view().cards, visit))


def bands() -> None:
    chart("bands", draw_bands(value(), visit.look))


def concentration() -> None:
    chart("concentration", draw_concentration(value(), visit.look))


def sectors() -> None:
    sectors = picked(visit.filters, "sector")
    wide = fetch_value(visit.records, around(visit.filters, "sector")) if sectors else value()
    units = fetch_ranking(visit.records, visit.filters.of_measure.changed(measure=Measure.BENEFIT)).frame.height
    beside = units and units + 1  # the note below them
    draw = partial(draw_sector_values, wide, visit.look, sectors, rows_beside=beside)
    show_pickable("sector", visit, pickable_chart(view(), "sectors", draw, visit))


def units() -> None:
    ranking = fetch_ranking(visit.records, visit.filters.of_measure.changed(measure=Measure.BENEFIT))
    if not ranking.frame.is_empty():
        note, figure = ranking_note(ranking, visit) or view().notes["units"], draw_ranking(ranking, visit.look)
        show_chart(view().titles["units"], note, figure, ranking_sources(ranking, language), language)


def largest() -> None:
    show_largest(value(), view(), visit)


def printed() -> None:
    if not value().known:
        visit.show_printed_limits(texts.only_printed)
    show_printed_about(PRINTED, texts.printed_title, texts.printed_note, visit)


# This needs rows, and those of frozen figures may have changed.
if require_answer(lambda: value().known, language):
    visit.show(cards)
    with st.grid(2, min_column_width=430):
        for block in (bands, concentration):
            with st.container(height="stretch"):
                visit.show(block)
        with showing_problems(language):
            sectors()
        with st.container(height="stretch"):
            visit.show(units)
    visit.show(largest)
visit.show(printed)
