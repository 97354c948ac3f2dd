"""Saved views, and the gallery of examples."""

from functools import partial
from typing import Final
from urllib.parse import parse_qs, urlencode

import streamlit as st

from data_access.database.settings import database_url
from data_access.rows.exemplars import fetch_exemplars
from data_access.rows.staff_choices import (
    delete_view,
    find_view,
    save_view,
    saved_views,
)
from data_access.rows.then import counted_until
from data_access.store.records import Records
from interface.shell.access import act, current_reader
from interface.shell.address import params, put
from interface.shell.cells import cell_writer
from interface.shell.visit import Visit
from interface.widgets.panels import show_title
from interface.widgets.sources import plain
from presentation.row_words import UNKNOWN
from presentation.signatures import display_name

_NOT_KEPT: Final = ("lang", "row", "page", "view")


def open_view(records: Records, sentence: str) -> None:
    """Replace `?view=12` in the address by the filters, words and order of that saved view."""
    number = st.query_params.get("view", "")
    if not number:
        return
    view = find_view(records, int(number)) if number.isdecimal() and len(number) < 10 else None
    if view is None:
        st.warning(sentence)
        return
    query = {name: values for name, values in params().items() if name == "lang"}
    st.query_params.from_dict({**parse_qs(view.query), **query})
    st.rerun()


def show_views(visit: Visit) -> None:
    """Draw the reader's saved views as links, and a field to save the current one."""
    texts, by = visit.language.explore, current_reader()
    with st.popover(texts.views, icon=":material/bookmarks:", key="views"):
        with st.form("keep", border=False, clear_on_submit=True):
            name = st.text_input(texts.save_name, max_chars=120)
            st.caption(texts.save_note)
            if st.form_submit_button(texts.save) and name.strip():
                here = {key: values for key, values in params().items() if key not in _NOT_KEPT}
                view_params = {"programme": [visit.filters.programme], **here}
                save_view(database_url(), by, name, visit.subject, urlencode(view_params, doseq=True))
                st.success(texts.saved.format(name=plain(name)))
        views = saved_views(visit.records, by.email)
        if not views:
            st.caption(texts.no_views)
        for view in views:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{plain(view.name)}**", width="stretch")
                query = {**parse_qs(view.query), "lang": [visit.language.code]}
                label = texts.link.format(number=view.id)
                st.page_link(f"pages/{view.subject}.py", label=label, query_params=query, width="content")
                st.button(
                    texts.forget.format(name=plain(view.name)),
                    icon=":material/delete:",
                    key=f"forget_{view.id}",
                    type="tertiary",
                    on_click=act,
                    args=(visit.language, partial(delete_view, database_url(), number=view.id)),
                )


def show_examples(visit: Visit) -> None:
    """Draw title, union, who chose it and why, all escaped."""
    texts, language, write = visit.language.explore, visit.language, cell_writer(visit)
    show_title(texts.examples_title, texts.examples_note, None, language)
    if not visit.may_show_rows():
        return
    exemplars = fetch_exemplars(visit.records, visit.programme.code, counted_until(visit.filters, visit.catalogue))
    if not exemplars:
        st.info(texts.no_examples)
        return
    with st.grid(min_column_width=360):
        for example in exemplars:
            with st.container(border=True, height="stretch"):
                row = example.row
                if row is None:
                    st.caption(texts.example_gone.format(code=plain(example.code)))
                else:
                    st.markdown(f"## {plain(row['title'])}")
                    words = (write(name, row) for name in ("author", "unit", "sector", "level", "benefit_vnd"))
                    st.markdown(" · ".join(plain(part) for part in words if part != UNKNOWN))
                st.markdown(plain(example.reason))
                who = f" · {plain(display_name(example.who, visit.language))}" if example.who else ""
                st.caption(texts.chosen_by.format(day=language.numbers.date(example.chosen_at), who=who))
                if row is not None:
                    st.button(
                        example.code,
                        key=f"example_{example.code}",
                        icon=":material/open_in_new:",
                        on_click=_open,
                        args=(example.code,),
                    )


def _open(code: str) -> None:
    put("row", code)
