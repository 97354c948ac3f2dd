"""How a number, a chart and a table look on every page."""

from collections.abc import Sequence
from html import escape
from typing import Final
from urllib.parse import urlencode

import plotly.graph_objects as go
import streamlit as st

from charts.kit.controls import plotly_config
from charts.kit.spoken import accessible_text
from interface.widgets.sources import explain, show_sources
from language.languages import Language
from model.folding import slug
from presentation.facts import own_day
from presentation.key_figures import KeyFigure
from presentation.metric_card import MetricCard, known_note

CARDS_OF_A_UNION: Final = 5  # in a row
_LONG: Final = 10  # letters that a card of 150 px holds at full size
_LONGER: Final = 13
_LONGEST: Final = 17
_SENTENCE: Final = 21


def show_card(figure: KeyFigure, language: Language) -> None:
    """One number with its label, a note under it, and its explanation behind the “?”."""
    own = own_day(figure.fact, language) if figure.fact.is_older else ""
    note = " · ".join(part for part in (own, figure.note) if part)
    show_metric(figure.short_label, figure.value, note, explain(figure.name, figure.fact, language), figure.name)


def _length(written: str) -> str:
    """How long a number is: the longer, the smaller it is written (style.css), since none is broken over two lines."""
    if len(written) > _SENTENCE:
        return "sentence"
    if len(written) > _LONGER:
        return "longest" if len(written) > _LONGEST else "longer"
    return "long" if len(written) > _LONG else "short"


def show_metric(label: str, value: str, note: str, text: str, name: str = "") -> None:
    """A card of words that are already written; `text` stands behind its “?”. `name` parts equal labels.

    A note in which something is not known says nothing.
    """
    with st.container(key=f"{_length(value)}_value_{name or slug(label)}", height="stretch"):
        st.metric(
            label,
            value,
            known_note(note) or None,
            delta_color="off",
            delta_arrow="off",
            help=text,
            border=True,
            height="stretch",
        )


def show_metrics(cards: Sequence[MetricCard]) -> None:
    """Cards beside each other, as many in a row as there is room for."""
    with st.grid(len(cards), min_column_width=148, gap="small"):
        for card in cards:
            show_metric(card.label, card.value, card.note, card.definition)


def show_chart(title: str, note: str, figure: go.Figure, sources: Sequence[str], language: Language) -> None:
    """A framed chart under its title, with “Nguồn” at hand."""
    with st.container(border=True, height="stretch"):
        show_title(title, note, sources, language)
        plot(figure, title, language)


def plot(figure: go.Figure, alt: str, language: Language) -> None:
    """A figure as it is: colours, letters and numbers are its own."""
    st.plotly_chart(figure, theme=None, config=plotly_config(language), alt=accessible_text(figure, alt))


def show_title(title: str, note: str, sources: Sequence[str], language: Language) -> None:
    """The head of a panel: title, one line under it, “Nguồn” at the right."""
    with st.container(gap=None):
        with st.container(horizontal=True, vertical_alignment="top", gap="small"):
            st.markdown(f"## {title}", width="stretch")
            if sources:
                show_sources(sources, language)
        if note:
            st.caption(note)


def show_link(subject: str, label: str, params: dict[str, list[str]]) -> None:
    """A link to another page with the same filters."""
    st.page_link(f"pages/{subject}.py", label=label, icon=":material/arrow_forward:", query_params=params)


def record_links(codes: Sequence[str], params: dict[str, list[str]], subject: str = "explore") -> list[str]:
    """Addresses of some records in full, those of initiatives or of another page's subject; from every page."""
    return [f"{subject}?{urlencode({**params, 'row': [code]}, doseq=True)}" for code in codes]


def show_verdict(sentence: str, rule: str) -> None:
    """The one sentence of a scope; the rule behind it under the pointer."""
    st.html(f'<p class="verdict" title="{escape(rule)}">{escape(sentence)}</p>')
