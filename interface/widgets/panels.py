"""The look of numbers, charts and tables on every page."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlencode

import plotly.graph_objects as go
import streamlit as st

from charts.kit.controls import plotly_config
from charts.kit.spoken import accessible_text
from interface.widgets.replaying import replay
from interface.widgets.sources import Sources, explain, plain, show_sources
from language.languages import Language
from model.folding import slug
from presentation.facts import own_day
from presentation.key_figures import KeyFigure
from presentation.metric_card import MetricCard, known_note

_LONG: Final = 10  # letters that a card of 150 px holds at full size
_LONGER: Final = 13
_LONGEST: Final = 17
_SENTENCE: Final = 21


def show_card(figure: KeyFigure, language: Language) -> None:
    """Draw one number with label and note; the explanation opens at the “?”."""
    own = own_day(figure.fact, language) if figure.fact.is_older else ""
    note = " · ".join(part for part in (own, figure.note) if part)
    show_metric(figure.short_label, figure.value, note, explain(figure.name, figure.fact, language), figure.name)


def _length(text: str) -> str:
    """The CSS class for the length of a number: longer ones are smaller (style.css), so that none breaks into two
    lines.
    """
    if len(text) > _SENTENCE:
        return "sentence"
    if len(text) > _LONGER:
        return "longest" if len(text) > _LONGEST else "longer"
    return "long" if len(text) > _LONG else "short"


def show_metric(label: str, value: str, note: str, text: str, name: str = "") -> None:
    """Draw a card of formatted text; `text` opens at its “?”. `name` tells cards of one label apart.

    A note that contains an unknown value is left out.
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
    """Draw cards side by side, as many in a row as fit."""
    with st.grid(len(cards), min_column_width=148, gap="small"):
        for card in cards:
            show_metric(card.label, card.value, card.note, card.definition)


def columns_that_fill(cards: int, most: int) -> int:
    """The number of columns, up to `most`, that leaves the fewest holes in the last row of so many cards."""
    return min(range(min(most, cards), 1, -1), key=lambda columns: -cards % columns, default=1)


def show_chart(title: str, note: str, figure: go.Figure, sources: Sources, language: Language) -> None:
    """Draw a framed chart under its title, with its sources."""
    with st.container(border=True, height="stretch"):
        show_title(title, note, sources, language)
        plot(figure, title, language)


def plot(figure: go.Figure, alt: str, language: Language) -> None:
    """Draw a figure without Streamlit's theme."""
    st.plotly_chart(figure, theme=None, config=plotly_config(language), alt=accessible_text(figure, alt))


def show_title(title: str, note: str, sources: Sources | None, language: Language, hint: str = "") -> None:
    """Draw the head of a panel: title, a line of Markdown below it, sources on the right.

    `hint` ends the line with what hands can do here; paper leaves it out.
    """
    with st.container(gap=None):
        with st.container(horizontal=True, vertical_alignment="top", gap="small"):
            st.markdown(f"## {plain(title)}", width="stretch")
            if sources:
                show_sources(sources, language)
        if line := _with_hint(note, hint):
            st.caption(line)


def show_hint(hint: str) -> None:
    """Draw a line of what hands can do here, which paper leaves out."""
    st.caption(f"*{hint}*")


def _with_hint(note: str, hint: str) -> str:
    """A line whose end is emphasised, which style.css writes as all else and paper.css hides."""
    if not hint:
        return note
    if not note or note.endswith("."):
        return f"{note} *{hint}*".strip()
    return f"{note}\u00a0*· {hint}*"  # no line begins with “·”


def show_link(subject: str, label: str, params: dict[str, list[str]]) -> None:
    """Draw a link to another page with the same filters."""

    def draw() -> None:
        st.page_link(f"pages/{subject}.py", label=label, icon=":material/arrow_forward:", query_params=params)

    replay(f"link|{subject}|{label}", draw, {label: urlencode(params, doseq=True)})


def record_links(codes: Sequence[str], params: dict[str, list[str]], subject: str = "explore") -> list[str]:
    """Addresses of records, relative to the app: initiatives, or records of another page."""
    return [f"{subject}?{urlencode({**params, 'row': [code]}, doseq=True)}" for code in codes]
