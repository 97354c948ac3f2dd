"""How units stand against their targets, in words."""

from html import escape

import polars as pl
import streamlit as st

from charts.kit.statuses import STATUS_MARKS, status_colour
from interface.shell.chips import active_filters
from interface.shell.visit import Visit
from interface.widgets.sources import Sources, plain
from language.languages import Language
from model.catalogue import Catalogue
from model.filters import Filters
from presentation.statements import unit_statements
from presentation.targets import describe_states


def show_statuses(targets: pl.DataFrame, language: Language, *, dark: bool = False) -> None:
    """Draw how many units have each status: shape, colour, number and word."""
    parts = [
        f'<span><span style="color:{status_colour(state.status, dark)}">{STATUS_MARKS[state.status]}</span> '
        f"<b>{state.text}</b> {escape(state.name)}</span>"
        for state in describe_states(targets, language)
    ]
    st.html(f'<div class="statuses">{"".join(parts)}</div>')


def show_not_comparable(filters: Filters, catalogue: Catalogue, language: Language) -> None:
    """Draw why no rate is computed for filters by which no targets are set."""
    if not filters.narrows_rows and not filters.since:
        return
    narrowing = [label for name, _, label in active_filters(filters, catalogue, language) if name not in _FINE]
    if narrowing:
        st.info(language.targets.not_comparable.format(filters=", ".join(map(plain, narrowing))))


_FINE = ("as_of", "to", "phase", "unit", "kind", "region", "cluster", "snapshot")
_SOURCES = 6


def show_source_statements(targets: pl.DataFrame, language: Language) -> None:
    """Draw statements of sources about units without a number."""
    texts = language.targets
    lines = list(unit_statements(targets, language, plain))
    if lines:
        with st.container(border=True):
            st.markdown(f"## {texts.statements_title}")
            st.markdown("\n".join(f"- {line}" for line in lines))


def target_sources(visit: Visit, targets: pl.DataFrame) -> Sources:
    """As-of of the counts and the distinct sources of the targets shown."""
    language = visit.language
    moments = targets["as_of"].drop_nulls().unique().sort()
    moment = "; ".join(language.numbers.moment(moment) for moment in moments) or language.facts.unknown
    sources = targets["target_source"].drop_nulls().unique().sort().to_list()
    more = language.pages.and_more.format(count=language.numbers.count(len(sources) - _SOURCES))
    kind = language.facts.source_kinds["target"]
    names = [f"{kind} · {plain(language.names.staff_text(source))}" for source in sources[:_SOURCES]]
    return Sources(moment, [*(names or [kind]), *([more] if len(sources) > _SOURCES else ())])
