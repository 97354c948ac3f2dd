"""The stage on a page: preview and play, choice of slides, the link to them."""

from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

import streamlit as st

from exports.html.stage import SCRIPT, STYLE, VIEWS, available_views, make_slides
from exports.html.stage.palettes import PALETTES
from interface.shell.address import put
from interface.shell.choosing import if_offered
from interface.shell.visit import Visit
from interface.widgets.parameters import address_params
from interface.widgets.repeating import repeat
from interface.widgets.sources import plain
from language.languages import Language
from model.stage import SlideList

SECONDS: Final = (0, 10, 15, 20, 30, 60)
_component: Final = st.components.v2.component(
    "stage",
    html='<div class="stage-host"></div>',
    css=STYLE,
    js=SCRIPT,
)


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
    repeat("stage_views", [view for view in views if view in offered], map(texts.views.__getitem__, offered))
    repeat("stage_seconds", seconds, (texts.advance_seconds, texts.advance_off))
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
