"""The head of a page, on screen and in the print footer."""

from html import escape

import streamlit as st

from interface.shell.chips import show_chips
from interface.shell.exporting import show_exports
from interface.shell.frozen import show_frozen
from interface.shell.loading import show_html
from interface.shell.meeting import show_since
from interface.shell.page_list import OF_A_PROGRAMME, WITHOUT_FILTERS
from interface.shell.visit import Visit
from interface.shell.way_up import show_way_up
from model.codes import Basis, DataKind
from model.filters import Filters
from presentation.filter_line import filter_line
from presentation.wording import Wording, phase_name


def draw_head(visit: Visit, filters: Filters) -> None:
    """Draw title, moment, scope, downloads and chips; without scope and chips where only the programme is chosen, and
    title and downloads alone where nothing is.

    Its data attributes hold words that scripts and print styles need.
    """
    if visit.subject in WITHOUT_FILTERS:
        title = visit.language.pages.titles[visit.subject]
        _draw_line(visit, f"<h1>{title}</h1>", title)
        return
    texts, name = visit.language.pages, visit.language.short_name_of(visit.programme)
    show_frozen(visit.records, visit.language)
    if visit.programme.data_kind is DataKind.SIMULATED and visit.filters.basis is Basis.RECORDS:
        show_html(f'<div class="simulated">{texts.simulated_banner}</div>')
    if visit.subject in OF_A_PROGRAMME:
        title = texts.titles[visit.subject]
        _draw_line(visit, f"<h1>{title}</h1><p>{escape(name)}</p>", f"{title} · {name}")
        return
    moment = visit.stated_moment
    as_of = texts.as_of.format(moment=visit.language.numbers.moment(moment)) if moment else _undated(visit)
    line = f'<p><strong class="as-of">{as_of}</strong> · {escape(name)} · {_scope(visit)}</p>'
    _draw_line(visit, f"<h1>{texts.titles[visit.subject]}</h1>{line}", _foot(visit, as_of))
    if filters.basis is not visit.filters.basis:
        st.caption(texts.published_only)
    show_way_up(filters, visit.catalogue, visit.language)
    show_chips(filters, visit.catalogue, visit.language)
    show_since(visit)


def _draw_line(visit: Visit, words: str, foot: str) -> None:
    """Draw title and scope beside the downloads, with what scripts say and the foot of printed sheets."""
    texts = visit.language.pages
    with st.container(horizontal=True, vertical_alignment="top", gap="small", key="head"):
        show_html(
            f'<div class="head" data-more="{escape(texts.more_rows)}" data-rest="{escape(texts.more_page)}" '
            f'data-wider="{escape(texts.more_columns)}" data-lower="{escape(texts.rows_below)}" '
            f'data-foot="{escape(foot)}">{words}</div>'
        )
        show_exports(visit.subject, visit.records, visit.filters, visit.language)


def _foot(visit: Visit, as_of: str) -> str:
    """The footer of every printed sheet: moment, programme, scope, source."""
    texts, filters = visit.language.pages, visit.filters
    name = visit.language.short_name_of(visit.programme)
    scope = filter_line(filters, Wording(visit.language, visit.catalogue))
    simulated = visit.programme.data_kind is DataKind.SIMULATED and filters.basis is Basis.RECORDS
    source = texts.paper_sources["simulated" if simulated else str(filters.basis)]
    return " · ".join((as_of, name, scope, source))


def _undated(visit: Visit) -> str:
    texts = visit.language.pages
    return texts.no_records if visit.filters.basis is Basis.RECORDS else texts.as_of_latest_published


def _scope(visit: Visit) -> str:
    """Phase, and in words what the numbers of the page are of."""
    texts = visit.language.pages
    phase = (
        phase_name(visit.programme, visit.filters.phase, visit.language)
        if visit.filters.phase
        else texts.whole_programme
    )
    basis = texts.basis_of_page.get(visit.subject) or texts.basis_long[str(visit.filters.basis)]
    return f"{phase} · {basis}"
