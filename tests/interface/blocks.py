"""Pages that `test_replaying` runs: each says where a block stands. `DRAWN` counts how often it was drawn."""

from collections import Counter
from urllib.parse import urlencode

import streamlit as st

from interface.widgets.replaying import draw_once

DRAWN: Counter[str] = Counter()


def block(name: str = "block") -> None:
    """Two elements and a box with two more."""
    DRAWN[name] += 1
    st.markdown("first")
    with st.container(border=True):
        st.markdown("inside")
        with st.popover("more"):
            st.markdown("deep")
    st.caption("last")


def alone() -> None:
    draw_once("block", block)
    st.text("after")


def after_others() -> None:
    st.text("before")
    st.text("before")
    draw_once("block", block)
    st.text("after")


def in_a_box() -> None:
    st.text("before")
    with st.container():
        st.text("in the box")
        draw_once("block", block)
        st.text("in the box, after")
    st.text("after")


def in_the_sidebar() -> None:
    with st.sidebar:
        st.text("before")
        draw_once("block", block)
    st.text("after")


def in_a_fragment() -> None:
    @st.fragment
    def part() -> None:
        draw_once("block", block)
        st.button("again", key="again")

    part()
    st.text("after")


def twice() -> None:
    draw_once("block", block)
    draw_once("block", block)


def within_another() -> None:
    def outer() -> None:
        DRAWN["outer"] += 1
        st.text("around")
        draw_once("block", block)

    draw_once("outer", outer)
    st.text("after")


def links(unit: str) -> None:
    def linked() -> None:
        DRAWN["links"] += 1
        st.page_link("https://example.org/unit", label="unit", query_params={"unit": [unit], "phase": ["1"]})
        st.text("between")
        st.page_link("https://example.org/all", label="all", query_params={"phase": ["1"]})

    queries = {"unit": urlencode({"unit": [unit], "phase": ["1"]}, doseq=True), "all": "phase=1"}
    draw_once("links", linked, queries)


def styled() -> None:
    def sheet() -> None:
        DRAWN["styles"] += 1
        st.html("<style>p { color: red; }</style>")

    with st._event:
        draw_once("styles", sheet)
    st.text("after")


def elsewhere() -> None:
    def scattered() -> None:
        DRAWN["scattered"] += 1
        st.text("here")
        st.sidebar.text("there")

    draw_once("scattered", scattered)
    st.text("after")


def into_an_earlier_box() -> None:
    box = st.container()

    def backwards() -> None:
        DRAWN["backwards"] += 1
        box.text("there")
        st.text("here")

    draw_once("backwards", backwards)
    st.text("after")


def with_a_picture() -> None:
    def picture() -> None:
        DRAWN["picture"] += 1
        st.image(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>".decode())

    draw_once("picture", picture)


def failing() -> None:
    def fails() -> None:
        DRAWN["failing"] += 1
        st.text("half")
        raise ValueError("not drawn")

    draw_once("failing", fails)


def with_a_widget() -> None:
    draw_once("widget", lambda: st.button("of one reader"))
