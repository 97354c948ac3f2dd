"""Saved lists of slides: open, save, remove."""

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

from data_access.database.errors import DataAccessError, NameTaken
from data_access.database.settings import database_url
from data_access.staff.slide_lists import forget_slide_list, read_slide_lists, save_slide_list
from data_access.store.records import Records
from interface.shell.access import current_reader
from interface.shell.visit import Visit
from interface.widgets.sources import plain
from language.languages import Language
from model.address import canonical
from model.stage import SlideList
from presentation.signatures import display_name


def slide_lists(records: Records) -> tuple[SlideList, ...]:
    """Saved lists; empty while the database is unavailable, since slides work without."""
    try:
        return records.ask_now(read_slide_lists)
    except DataAccessError:
        return ()


def show_lists(visit: Visit, lists: tuple[SlideList, ...], views: tuple[str, ...], seconds: int) -> None:
    """Draw saved lists to open or remove, and a field to save the current one."""
    texts = visit.language.stage
    st.markdown(f"## {texts.saved}")
    for saved in lists:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            who = plain(display_name(saved.who, visit.language))
            when = f"{visit.language.numbers.moment(saved.saved_at)} · {who}".removesuffix(" · ")
            params = {**parse_qs(saved.query), "stage": [saved.code], "advance": [str(saved.seconds)]}
            params["lang"] = [visit.language.code]
            st.page_link(
                "pages/stage.py", label=plain(saved.name), icon=":material/slideshow:", query_params=params, help=when
            )
            label = texts.forget.format(name=saved.name)
            st.button(
                plain(label), icon=":material/delete:", type="tertiary", key=f"forget_{saved.code}",
                on_click=_tried, args=(visit.language, partial(_forget, saved.code)),
            )  # fmt: skip
    if not lists:
        st.caption(texts.saved_none)
    with (
        st.form("save_list", border=False, enter_to_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(texts.name, key="stage_name", max_chars=80)
        scope = (visit.language, views, seconds, canonical(visit.filters))
        st.form_submit_button(texts.save, on_click=_save, args=scope)
    _show_notices()


def _forget(code: str) -> None:
    forget_slide_list(database_url(), code, current_reader())


def _save(language: Language, views: tuple[str, ...], seconds: int, query: str) -> None:
    name = st.session_state["stage_name"].strip()
    if not any(letter.isalnum() for letter in name):
        st.session_state["stage_notice"] = language.stage.name_missing
        return

    def save() -> None:
        st.query_params["stage"] = save_slide_list(database_url(), name, views, seconds, query, current_reader())

    _tried(language, save)


def _tried(language: Language, change: Callable[[], Any]) -> None:
    """Callback: run a change and keep its message, since callbacks run before the page is drawn."""
    try:
        change()
    except NameTaken:
        st.session_state["stage_notice"] = language.stage.name_taken
    except DataAccessError as problem:
        st.session_state["stage_notice"] = language.stage.not_saved.format(reference=problem.reference)


def _show_notices() -> None:
    notice = st.session_state.pop("stage_notice", "")
    if notice:
        st.warning(notice)
