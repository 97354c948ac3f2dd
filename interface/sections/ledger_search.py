"""The search box of the ledger."""

import streamlit as st

from interface.shell.address import put
from interface.widgets.repeating import repeat
from language.languages import Language


def search_ledger(language: Language) -> str:
    """The search words, kept in the address."""
    repeat("search", st.query_params.get("q", ""))
    st.text_input(
        language.published.search,
        key="search",
        icon=":material/search:",
        on_change=_searched,
        label_visibility="visible",
    )
    return str(st.session_state["search"])


def _searched() -> None:
    put("q", st.session_state["search"].strip())
