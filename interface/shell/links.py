"""Links between the pages, in the sidebar."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final, TypeAlias
from urllib.parse import urlencode

import streamlit as st

from interface.shell.opening import linked_params
from interface.widgets.replaying import replay
from language.languages import Language
from model.codes import Measure
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


def draw_links(pages: Sequence[Link], here: str, filters: Filters, map_measure: Measure, language: Language) -> None:
    """Draw common pages directly and the others in groups; the group of the current page is open."""
    texts = language.pages
    elsewhere, to_map = (linked_params(name, here, map_measure, filters) for name in ("", "map"))
    params = {name: to_map if name == "map" else elsewhere for name, _, _ in pages}
    # Drawn once for all filters: only the addresses that the links lead to are others.
    query, map_query = (urlencode(some, doseq=True) for some in (elsewhere, to_map))
    queries = {texts.titles[name]: map_query if name == "map" else query for name in params}
    key = "|".join(("links", here, *queries, *(texts.groups[group] for group in GROUPS)))
    with st.container(gap=None, key="links"):
        replay(key, partial(_draw, pages, here, params, language), queries)


def _draw(pages: Sequence[Link], here: str, params: Mapping[str, dict[str, list[str]]], language: Language) -> None:
    def link(page: Link) -> None:
        name, script, icon = page
        st.page_link(script, label=language.pages.titles[name], icon=icon, query_params=params[name])

    of_groups = [name for names in GROUPS.values() for name in names]
    for page in pages:
        if page[0] not in of_groups:
            link(page)
    for group, names in GROUPS.items():
        links = [page for page in pages if page[0] in names]
        if links:
            with st.expander(language.pages.groups[group], expanded=here in names):
                for page in links:
                    link(page)
