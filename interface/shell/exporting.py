"""“Xuất”: files of the page under its filters, made on click."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final
from urllib.parse import urlsplit

import streamlit as st

from data_access.database.settings import database_url
from data_access.staff.audit import note_event
from data_access.store.records import Records
from exports.kinds import KINDS, make_file, name_of_file
from interface.shell import address
from interface.shell.access import current_reader, reader
from interface.shell.address import link_params
from interface.shell.problems import showing_problems
from language.languages import Language
from model import settings
from model.address import canonical
from model.filters import Filters
from model.reader import Reader
from presentation.occasion import Occasion, switches_of

_ICONS: Final[Mapping[str, str]] = {
    "slides": ":material/slideshow:",
    "one-page": ":material/description:",
    "report": ":material/menu_book:",
    "formal": ":material/approval:",
    "text": ":material/edit_document:",
    "workbook": ":material/table_view:",
    "pack": ":material/luggage:",
    "pictures": ":material/imagesmode:",
    "csv": ":material/data_table:",
}


@st.fragment
def show_exports(subject: str, records: Records, filters: Filters, language: Language) -> None:
    """Draw the menu, filled when opened. A click makes one file in a thread of its own without rerunning the page."""
    texts = language.exports.menu
    menu = st.popover(texts.open, icon=":material/download:", type="tertiary", key="export_menu", on_change="rerun")
    if menu.open:
        with menu:
            st.caption(texts.note)
            with showing_problems(language):
                _show_kinds(subject, records, filters, language)


def _show_kinds(subject: str, records: Records, filters: Filters, language: Language) -> None:
    occasion, by = current_occasion(subject), current_reader()
    with st.container(gap=None, key="exports"):
        for code, kind in KINDS.items():
            if not kind.pages or subject in kind.pages:
                make = partial(_make, code, records, filters, language, occasion, subject, by)
                _offer(code, make, name_of_file(code, records, filters, language, subject), language)
        if filters.snapshot is None:
            params = link_params(filters, show="frozen")
            label, icon = language.freezing.freeze_these, ":material/lock_clock:"
            st.page_link("pages/reports.py", label=label, icon=icon, query_params=params)


def _offer(code: str, make: Callable[[], bytes], name: str, language: Language) -> None:
    texts = language.exports.menu
    st.download_button(
        texts.labels[code],
        make,
        name,
        KINDS[code].mime,
        key=f"export_{code}",
        help=texts.notes[code],
        on_click="ignore",
        icon=_ICONS[code],
        type="tertiary",
        width="stretch",
    )


def current_occasion(subject: str) -> Callable[[], Occasion]:
    """A factory of the occasion of a file: who asks, from which page, at the time of the click.

    The reader is determined here because download threads have no session.
    """
    page = "" if subject == "overview" else subject
    return partial(Occasion, reader(), app_address(), page=page, switches=switches_of(address.params()))


def app_address() -> str:
    """The address of the app as this reader's browser knows it; "" where there is none."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}{settings.base_path()}" if here.netloc else ""


def _make(
    code: str,
    records: Records,
    filters: Filters,
    language: Language,
    occasion: Callable[[], Occasion],
    subject: str,
    by: Reader,
) -> bytes:
    """The file as bytes.

    For accounts the download is recorded first; at the machine itself, the database could be copied anyway.
    """
    if by.email:
        note_event(database_url(), by, "exported", kind=code, page=subject, query=canonical(filters))
    return make_file(code, records, filters, language, occasion(), subject)
