"""Charts whose bars filter the page: a click writes the address, a second one undoes it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import plotly.graph_objects as go
import streamlit as st

from charts.kit.controls import plotly_config
from charts.kit.picking import has_rows, pickable
from charts.kit.spoken import accessible_text
from interface.shell import address, loading
from interface.shell.problems import showing_problems
from interface.shell.visit import Visit
from interface.widgets.panels import show_chart, show_title
from interface.widgets.replaying import replay
from interface.widgets.sources import Sources
from language.languages import Language
from model.catalogue import Catalogue


@dataclass(frozen=True)
class Pickable:
    """A chart whose bars can be selected, and the texts around it."""

    title: str
    note: str
    draw: Callable[[], go.Figure]
    sources: Sources


def show_still(chart: Pickable, language: Language) -> None:
    """Draw a framed chart whose bars select nothing."""
    show_chart(chart.title, chart.note, chart.draw(), chart.sources, language)


def show_pickable(parameter: str, visit: Visit, chart: Pickable | None) -> None:
    """Draw a framed chart; a click on a row toggles its code in the address. Nothing where there is no chart."""
    if chart is None:
        return
    language = visit.language
    # A widget cannot be replayed, so the figure is kept instead. A new key for every view forgets the last click.
    key = f"pick_{parameter}_{crc32(visit.key.encode()):x}"
    with st.container(border=True, height="stretch"), showing_problems(language):
        name = f"{parameter}|{visit.key}"
        figure = loading.cached_figure(name, lambda: pickable(chart.draw()))
        hint = language.pages.pick if has_rows(figure) else ""
        replay(f"{name}|title", lambda: show_title(chart.title, chart.note, chart.sources, language, hint))
        st.plotly_chart(
            figure,
            theme=None,
            config=plotly_config(language),
            alt=loading.cached(f"{name}|alt", lambda: accessible_text(figure, chart.title)),
            key=key,
            on_select=lambda: _clicked(key, parameter, visit.catalogue),
            selection_mode="points",
        )


def _clicked(key: str, parameter: str, catalogue: Catalogue) -> None:
    state: Any = st.session_state[key]
    codes = [code for point in state["selection"]["points"] if (code := _code(point.get("customdata")))]
    if codes:
        toggle_code(parameter, codes[0], catalogue)


def _code(customdata: object) -> str:
    """The code of a bar, given alone or in a list of one."""
    if isinstance(customdata, list | tuple):
        return str(customdata[0]) if customdata and customdata[0] else ""
    return str(customdata) if customdata else ""


def toggle_code(parameter: str, code: str, catalogue: Catalogue) -> None:
    """Select a single code, or deselect it. A province of 2025 stands for all its units."""
    codes = catalogue.find_units(code) if parameter == "unit" else (code,)
    now = address.newest().get(parameter, [])
    address.write({parameter: [] if set(codes) <= set(now) else codes}, catalogue)
