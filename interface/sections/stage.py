"""The stage on a page: preview and play, choice of slides, saved lists."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final
from urllib.parse import parse_qs, urlencode, urlsplit

import streamlit as st

from data_access.database.errors import DataAccessError, NameTaken
from data_access.database.settings import database_url
from data_access.staff.slide_lists import forget_slide_list, read_slide_lists, save_slide_list
from data_access.store.records import Records
from exports.html.stage import SCRIPT, STYLE, VIEWS, available_views, make_slides
from exports.html.stage.palettes import PALETTES
from interface.shell.access import current_reader
from interface.shell.address import put
from interface.shell.choosing import if_offered
from interface.shell.visit import Visit
from interface.widgets.parameters import address_params
from interface.widgets.sources import plain
from language.languages import Language
from model.address import canonical
from model.stage import SlideList
from presentation.signatures import display_name

SECONDS: Final = (0, 10, 15, 20, 30, 60)
_component: Final = st.components.v2.component(
    "stage",
    html='<div class="stage-host"></div>',
    css=STYLE,
    js=SCRIPT,
)


def slide_lists(records: Records) -> tuple[SlideList, ...]:
    """Saved lists; empty while the database is unavailable, since slides work without."""
    try:
        return records.ask_now(read_slide_lists)
    except DataAccessError:
        return ()


def open_list(lists: tuple[SlideList, ...], language: Language) -> tuple[tuple[str, ...], int]:
    """Slides and seconds from the address; no slides where it names none.

    A link to a saved list also brings its filters.
    """
    list_code, seconds = st.query_params.get("stage", ""), st.query_params.get("advance", "")
    saved = next((slides for slides in lists if slides.code == list_code), None)
    if saved and not set(st.query_params) - {"stage", "play", "lang"}:
        query = {name: value for name, value in st.query_params.items() if name in ("stage", "play", "lang")}
        params = parse_qs(saved.query)
        st.query_params.from_dict({**params, **query, "advance": str(saved.seconds)})
        st.rerun()
    views = saved.views if saved else tuple(list_code.split("."))
    offered = tuple(dict.fromkeys(view for view in views if view in VIEWS))
    if list_code and not offered:
        st.warning(language.stage.unknown_list.format(name=plain(list_code[:80])))
    return offered, int(seconds) if seconds.isdecimal() and int(seconds) in SECONDS else 0


def show_stage(visit: Visit, views: tuple[str, ...], seconds: int) -> tuple[str, ...]:
    """Draw the slides; returns their views, the default ones without a choice.

    They play at once where the address says so.
    """
    slides = make_slides(visit.records, visit.filters, visit.language, views)
    _component(
        data={
            "slides": slides,
            "seconds": seconds,
            "autoplay": st.query_params.get("play") == "1",
            "dark": visit.dark,
            "palettes": PALETTES,
            "words": dict(visit.language.stage.buttons),
            "health": "/_stcore/health",
        },
        key="stage",
        on_left_change=_left,
    )
    return views or tuple(slide["view"] for slide in slides)


def _left() -> None:
    """Callback: remove “play” from the address, so that neither a reload nor a shared link starts the slides again."""
    put("play", "")


def choose_slides(visit: Visit, views: tuple[str, ...], seconds: int) -> None:
    """Draw the choice of slides, in order, and the seconds for each."""
    texts, offered = visit.language.stage, available_views(visit.catalogue, visit.filters)
    st.session_state["stage_views"] = [view for view in views if view in offered]
    st.session_state["stage_seconds"] = seconds
    st.multiselect(
        texts.choose, offered, format_func=texts.views.__getitem__, key="stage_views", on_change=if_offered,
        args=(_chosen, "stage_views", offered), help=texts.choose_help,
    )  # fmt: skip
    st.segmented_control(
        texts.advance,
        SECONDS,
        format_func=lambda wait: texts.advance_seconds.format(seconds=wait) if wait else texts.advance_off,
        key="stage_seconds",
        required=True,
        on_change=if_offered,
        args=(_chosen, "stage_seconds", SECONDS),
    )


def _chosen() -> None:
    views, seconds = st.session_state["stage_views"], st.session_state["stage_seconds"]
    put("stage", ".".join(views))
    put("advance", str(seconds or ""))


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


def show_link(visit: Visit) -> None:
    """Draw the address that starts these slides on another machine."""
    here = urlsplit(st.context.url or "")
    params = {"programme": [visit.filters.programme], **address_params(without="play"), "play": ["1"]}
    st.caption(visit.language.stage.link)
    st.code(
        f"{here.scheme}://{here.netloc}{here.path}?{urlencode(params, doseq=True)}",
        language=None,
        wrap_lines=True,
    )
