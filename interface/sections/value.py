"""The most valuable initiatives, on the value page."""

import streamlit as st

from interface.shell.address import link_params
from interface.shell.visit import Visit
from interface.shell.wording import records_source
from interface.widgets.panels import record_links, show_title
from interface.widgets.small_tables import show_small_table
from model.codes import STATUSES
from model.value import Value
from presentation.value import ValueView


def show_largest(value: Value, view: ValueView, visit: Visit) -> None:
    """Draw the rows of highest benefit, titles escaped."""
    language = visit.language
    texts, numbers, names = language.value, language.numbers, language.names
    if not value.largest and (visit.records.lists_rows or not value.computed):
        return
    sectors = visit.catalogue.sector_by_id
    units = visit.catalogue.unit_by_code
    rows = [
        [
            numbers.count(place),
            row["title"],
            numbers.money_vnd(row["benefit_vnd"]),
            " · ".join(name for name in (names.word(units[row["unit_code"]].short_name), row["below"]) if name),
            names.sector(sectors[row["sector_id"]].code),
            names.status(STATUSES[row["status"]]),
            row["code"],
        ]
        for place, row in enumerate(value.largest, start=1)
    ]
    heads = ("place", "title", "benefit", "unit", "sector", "state", "code")
    with st.container(border=True):
        show_title(view.titles["largest"], view.notes["largest"], records_source(visit), language)
        if not visit.may_show_rows():
            return
        records = record_links([row["code"] for row in value.largest], link_params(visit.filters))
        show_small_table(
            [texts.columns[name] for name in heads], rows, numbers=(0, 2), long=(1, 3), links={1: records}, whole=(6,)
        )
