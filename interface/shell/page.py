"""Opening a page: access, language, filters and data (design.md section 4)."""

from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import streamlit as st

from data_access.database.errors import NotAllowed
from data_access.rules.answerable import answerable
from data_access.snapshots.frozen import at_snapshot_or_notice
from data_access.store.narrowing import narrowed
from data_access.store.records import Records
from data_access.store.scoped import records_for
from interface.shell import address, loading
from interface.shell.access import admit, current_reader, show_account
from interface.shell.beginning import lead_to_first_import, lead_to_first_programme, lead_to_members
from interface.shell.emptiness import explain_emptiness, show_beyond
from interface.shell.freshness import watch
from interface.shell.head import draw_head
from interface.shell.links import Link
from interface.shell.page_list import OF_A_PROGRAMME, PAGES, WITHOUT_FILTERS
from interface.shell.paper import paper_colours
from interface.shell.preparing import prepare_default_database
from interface.shell.problems import language_of_address, showing_problems
from interface.shell.sidebar import draw_sidebar
from interface.shell.visit import Visit, width_of_window
from interface.shell.wording import brand_of
from interface.widgets.sources import plain
from language.languages import Language
from model.accounts import may
from model.address import parse
from model.catalogue import Catalogue
from model.codes import Basis
from model.filters import Filters
from model.notices import Notice
from model.places import has_places
from model.reader import Reader
from model.taking_part import has_members
from presentation.own_words import adapted_language

HERE: Final = Path(__file__).parent
_SHEETS: Final = "".join(
    (*((HERE / sheet).read_text("utf-8") for sheet in ("style.css", "paper.css")), paper_colours())
)
# Menus and dialogs stand outside the app, and Streamlit tells the app alone whether it is dark.
_OF_THE_SCREEN: Final = "@media screen { :root { color-scheme: %s; --brightness: %s; } }"
_BRIGHTNESS: Final = {"light": 1, "dark": 0.7}  # of photographs: a white ground is glaring in the dark
STYLES: Final = {
    scheme: f"<style>{_SHEETS}{_OF_THE_SCREEN % (scheme, light)}</style>" for scheme, light in _BRIGHTNESS.items()
}
# Written out: Streamlit reads a file and decodes its picture again at every rerun.
ICON: Final = f"data:image/png;base64,{b64encode((HERE.parents[1] / 'static' / 'icon.png').read_bytes()).decode()}"


_WITHOUT_RESULTS: Final = (*OF_A_PROGRAMME, *WITHOUT_FILTERS)  # pages that no filter narrows
_NEEDED: Final = {"admin": "manage_accounts", "programmes": "manage_programmes"}  # pages that not everybody has


def open_page(subject: str) -> Visit:
    """Draw everything above the content and return the visit. Ends the page where it cannot be shown."""
    address.arrive()
    language = language_of_address()
    titles = language.pages.titles
    st.set_page_config(titles[subject], ICON, layout="wide")
    dark = st.context.theme.type == "dark"
    loading.show_styles(STYLES, "dark" if dark else "light")
    admit(subject, language)
    with showing_problems(language):
        reader = current_reader()
        prepare_default_database(language)
        records = records_for(loading.open_records(), reader)
        waiting = st.empty()
        if not records.is_loaded:
            waiting.skeleton(height=480)
        catalogue = records.catalogue
        waiting.empty()
        freshness = records.poll()
        filters, notices = parse(address.params(), catalogue)
        catalogue = catalogue.seen_in(filters.programme)
        language = adapted_language(language, catalogue, filters.programme)
        filters, outside = _within_reach(records, filters, language)
        records, filters, unknown, live_filters = _at_moment(records, filters)
        width = width_of_window(st.context.cookies.get("view"))
        st.set_page_config(f"{titles[subject]} · {brand_of(catalogue.programme(filters.programme), language)}", ICON)
        visit = Visit(subject, language, filters, catalogue, records, reader, freshness, dark, width)
        draw_sidebar(_links(reader, catalogue, filters), subject, live_filters, catalogue, records, language)
        with st.sidebar:
            show_account(language)
        if not catalogue.programmes:
            watch(records, freshness, reader, filters.programme, language)  # the first one may come from elsewhere
            lead_to_first_programme(subject, reader, language)
            return visit
        _draw_above(visit, live_filters, (*notices, *outside, *unknown))
    return visit


def _draw_above(visit: Visit, live_filters: Filters, notices: Iterable[Notice]) -> None:
    """Draw head, notices, freshness and explanations of empty views in one container.

    Removing a chip then does not shift the elements below, which the browser keeps.
    """
    records, filters, language = visit.records, visit.filters, visit.language
    with st.container():
        draw_head(visit, live_filters)
        _show_notices(notices, language)
        watch(records, visit.freshness, visit.reader, filters.programme, language)

        def emptiness() -> None:
            is_beyond = show_beyond(filters, records, language)
            if not has_members(visit.catalogue, filters.programme):
                lead_to_members(visit, language)
            elif records.has_records(filters.programme):
                if visit.subject not in _WITHOUT_RESULTS:
                    explain_emptiness(filters, visit.catalogue, records, language, is_beyond=is_beyond)
            elif filters.basis is Basis.RECORDS:
                lead_to_first_import(visit.subject, filters.programme, language)

        visit.show(emptiness)


def _links(reader: Reader, catalogue: Catalogue, filters: Filters) -> list[Link]:
    """The pages this account may use; the map only for programmes with places."""
    with_map = not catalogue.programmes or has_places(catalogue, filters.changed(within=None))
    pages = [
        page
        for page in PAGES
        if (with_map or page.subject != "map") and may(reader, _NEEDED.get(page.subject, "keep_view"))
    ]
    return [(page.subject, page.script, page.icon) for page in pages]


def _show_notices(notices: Iterable[Notice], language: Language) -> None:
    """Draw which parts of the address were ignored, and why."""
    texts = language.problems
    for notice in notices:
        st.warning(texts.notice(notice.reason, plain(notice.parameter[:80]), plain(notice.value[:80])))


def _within_reach(records: Records, filters: Filters, language: Language) -> tuple[Filters, tuple[Notice, ...]]:
    """The filters limited to units the reader may compare, with notices for those removed."""
    try:
        return narrowed(records, filters), ()
    except NotAllowed as problem:
        notice = Notice("unit", ", ".join(problem.units), "out_of_reach")
    try:
        return narrowed(records, filters.changed(units=(), within=None)), (notice,)
    except NotAllowed:
        st.info(language.problems.nothing_in_reach, icon=":material/lock:")
        st.stop()


def _at_moment(records: Records, live_filters: Filters) -> tuple[Records, Filters, tuple[Notice, ...], Filters]:
    """Live or frozen records, the filters, notices, and the parameters that widgets repeat."""
    records, filters, unknown = at_snapshot_or_notice(records, live_filters)
    live_filters = live_filters.changed(programme=filters.programme, snapshot=filters.snapshot)
    filters, unprinted = answerable(records, filters)
    return records, filters, (*unknown, *unprinted), live_filters
