"""Sẵn sàng: which unions have which items ready, and whether those perform better."""

from functools import cache

import streamlit as st

from charts.readiness import draw_shares
from data_access.queries.readiness import fetch_readiness
from interface.sections.readiness import (
    choose_item,
    show_contrasts,
    show_lacking,
    show_printed,
    show_shares,
    show_statements,
    show_units,
    sources_of_statements,
)
from interface.sections.readiness_saying import show_readiness_input
from interface.shell.page import open_page
from interface.shell.problems import showing_problems
from interface.widgets.panels import show_chart, show_metrics
from model.readiness import Readiness
from presentation.readiness import ReadinessView, view_lacking, view_readiness

visit = open_page("readiness")
language, texts = visit.language, visit.language.readiness


@cache
def readiness() -> Readiness:
    """The answer, fetched once for all blocks."""
    return fetch_readiness(visit.records, visit.filters)


def notes() -> None:
    if not readiness().items:
        st.info(texts.not_frozen)
        return
    if readiness().is_empty:
        st.info(texts.nothing)
    if readiness().is_example:
        st.caption(texts.example)


@cache
def view() -> ReadinessView:
    return view_readiness(readiness(), language)


def cards() -> None:
    show_metrics(view().cards)


def shares() -> None:
    table = view().shares
    show_chart(
        table.title,
        table.note,
        draw_shares(readiness(), visit.look),
        sources_of_statements(view().sources, readiness(), language),
        language,
    )


def items() -> None:
    show_shares(view().shares)


def printed() -> None:
    show_printed(readiness(), visit)


def lacking() -> None:
    show_lacking(view_lacking(readiness(), item, language), language)


def contrasts() -> None:
    show_contrasts(view(), readiness(), language)


def units() -> None:
    show_units(view(), readiness(), language)


def statements() -> None:
    show_statements(readiness(), visit)


if not visit.catalogue.programmes:
    st.stop()
visit.show(notes)
answer = None
with showing_problems(language):
    answer = readiness()
if answer is not None and answer.items:
    if not answer.is_empty:
        visit.show(cards)
        left, right = st.columns((2, 3))
        with left:
            visit.show(shares)
        with right, st.container(border=True, height="stretch"):
            st.markdown(f"## {language.tables.table}")
            visit.show(items)
            visit.show(printed)
        item = choose_item(answer, view().sources, visit)
        visit.show(lacking, item)
        visit.show(contrasts)
        visit.show(units)
        visit.show(statements)
    else:
        visit.show(items)
        visit.show(printed)
    with showing_problems(language):
        show_readiness_input(answer, visit)
