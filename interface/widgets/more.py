"""A hint that a list is truncated."""

import streamlit as st

from language.languages import Language


def show_more(count: int, language: Language) -> None:
    """Draw “… và 12 nữa” where a list leaves out that many; nothing for 0."""
    if count > 0:
        st.caption(language.pages.and_more.format(count=language.numbers.count(count)))
