"""The cross table: its dimensions, and the table with totals."""

from typing import Final

import streamlit as st

from data_access.queries.pivot import fetch_pivot
from interface.shell.address import option
from interface.shell.choosing import Chooser
from interface.shell.visit import Visit
from interface.shell.wording import records_source
from interface.widgets.panels import show_title
from interface.widgets.small_tables import show_small_table
from model.pivot import DIMENSIONS, MEASURES, SHARES
from presentation.pivot import view_pivot, why_no_pivot

_DEFAULTS: Final = {"down": "sector", "across": "level", "of": "uploads", "share": "none"}
_ALLOWED: Final = {"down": DIMENSIONS, "across": DIMENSIONS, "of": MEASURES, "share": SHARES}


def chosen(parameter: str) -> str:
    """The address's value for one part of the table."""
    return option(parameter, _ALLOWED[parameter], _DEFAULTS[parameter])


def choose_pivot(visit: Visit) -> None:
    """Draw the choice of rows, columns, measure, and what cells show."""
    texts = visit.language.explore
    choose = Chooser(visit.catalogue, visit.language)
    names = {"down": texts.dimensions, "across": texts.dimensions, "of": texts.measures, "share": texts.shares}
    with st.grid(len(names), min_column_width=180):
        for parameter, options in _ALLOWED.items():
            label = names[parameter].__getitem__
            choose.from_list(parameter, getattr(texts, parameter), options, chosen(parameter), label, key="pivot")


def show_pivot(visit: Visit) -> None:
    """Draw the table with subtotals and totals, or why there is none."""
    language, down, across, measure = visit.language, chosen("down"), chosen("across"), chosen("of")
    if why := why_no_pivot(down, across, measure, language):
        st.info(why)
        return
    pivot = fetch_pivot(visit.records, visit.filters, down, across, measure)
    view = view_pivot(pivot, chosen("share"), visit.catalogue, language)
    table = view.table
    with st.container(border=True):
        show_title(table.title, table.note, records_source(visit, moment=pivot.moment), language)
        show_small_table(
            table.heads, table.rows, numbers=range(1, len(table.heads)), marked=view.sums, caption=table.title
        )
