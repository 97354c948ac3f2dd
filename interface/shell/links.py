"""The links between the pages, in the sidebar of each."""

from collections.abc import Sequence
from typing import Final, TypeAlias

import streamlit as st

from interface.shell import address
from interface.shell.loading import replay
from language.languages import Language
from model.filters import Filters

Link: TypeAlias = tuple[str, str, str]  # subject, script, icon of a page
GROUPS: Final = {
    "analysis": (
        "trend",
        "map",
        "unit",
        "recognition",
        "grading",
        "readiness",
        "examples",
        "value",
        "people",
        "compare",
        "explore",
    ),
    "work": ("stage", "reports", "import", "programmes", "admin"),
}


def draw_links(pages: Sequence[Link], here: str, filters: Filters, language: Language) -> None:
    """What everybody asks is always in view; the rest waits in groups, of which the reader's own is open."""
    params = address.link_params(filters)
    grouped = [name for names in GROUPS.values() for name in names]

    def draw() -> None:
        for name, script, icon in pages:
            if name not in grouped:
                st.page_link(script, label=language.pages.titles[name], icon=icon, query_params=params)
        for group, names in GROUPS.items():
            links = [link for link in pages if link[0] in names]
            if links:
                with st.expander(language.pages.groups[group], expanded=here in names):
                    for name, script, icon in links:
                        st.page_link(script, label=language.pages.titles[name], icon=icon, query_params=params)

    with st.container(gap=None, key="links"):
        replay(f"links|{here}|{language.code}|{len(pages)}|{sorted(params.items())}", draw)
