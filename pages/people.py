"""Con người: authors, their workplaces, and rewards."""

from collections.abc import Callable
from functools import cache, partial

import plotly.graph_objects as go
import streamlit as st

from charts.people import draw_ownerships, draw_positions, draw_rewards, draw_sexes
from data_access.queries.people import fetch_people
from interface.sections.people import show_unknown
from interface.sections.printed import show_printed_about
from interface.shell.named_charts import pickable_chart, show_named_chart, show_table_title
from interface.shell.page import open_page
from interface.shell.picking import show_pickable
from interface.shell.problems import require_answer, showing_problems
from interface.shell.wording import known_cards
from interface.widgets.panels import show_metrics
from interface.widgets.tables import show_table
from model.people import People
from model.picking import around, picked
from presentation.people import PeopleView, view_people

visit = open_page("people")
language, texts = visit.language, visit.language.people
PRINTED = ("nguoi_tham_gia", "nguoi_dang_ky", "cdcs_tham_gia", "doan_vien_tham_gia", "ty_trong_khu_vuc_doanh_nghiep",
           "doan_vien", "cnvcld", "cdcs", "lao_dong_duoc_dao_tao", "luot_hoc_tap")  # fmt: skip
COLUMNS = ("unit_name", "people", "uploads", "members", "per100", "participation_pct", "participating", "worker_pct")


@cache
def people() -> People:
    """The answer, fetched once for all blocks."""
    return fetch_people(visit.records, visit.filters)


def around_of(parameter: str) -> People:
    """The scope of a chart with selectable bars: all filters except its own."""
    return (
        fetch_people(visit.records, around(visit.filters, parameter)) if picked(visit.filters, parameter) else people()
    )


@cache
def view() -> PeopleView:
    return view_people(people(), language)


def chart(name: str, figure: go.Figure) -> None:
    show_named_chart(view(), name, figure, visit)


def cards() -> None:
    if view().counted:
        st.caption(view().counted)
    show_metrics(known_cards(view().cards, visit))


def pick_authors(parameter: str, name: str, draw: Callable[..., go.Figure]) -> None:
    """Draw initiatives by position or ownership of their authors, with selectable bars."""
    wide = around_of(parameter)
    words = view_people(wide, language)
    if name not in words.titles:
        return
    figure = partial(draw, wide, visit.look, picked(visit.filters, parameter))
    show_pickable(parameter, visit, pickable_chart(words, name, figure, visit))


def rewards() -> None:
    chart("rewards", draw_rewards(people(), visit.look))


def sexes() -> None:
    chart("sexes", draw_sexes(people(), visit.look))


def units() -> None:
    if "units" not in view().titles:
        return
    show_table_title(view(), "units", visit)
    show_table(people().units.select(COLUMNS), language)


def printed() -> None:
    if not people().known:
        visit.show_printed_limits(texts.only_printed)
    show_printed_about(PRINTED, texts.printed_title, texts.printed_note, visit)
    show_unknown(visit)


# This needs rows, and those of frozen figures may have changed.
if require_answer(lambda: people().known, language):
    visit.show(cards)
    with st.grid(2, min_column_width=430):
        with showing_problems(language):
            pick_authors("position", "positions", draw_positions)
        if "rewards" in view().titles:
            with st.container(height="stretch"):
                visit.show(rewards)
        with showing_problems(language):
            pick_authors("ownership", "ownerships", draw_ownerships)
        if "sexes" in view().titles:
            with st.container(height="stretch"):
                visit.show(sexes)
    visit.show(units)
visit.show(printed)
