"""Long lists in parts of a hundred, selected by the reader."""

from typing import Final

import streamlit as st

from language.languages import Language

AT_ONCE: Final = 100


def choose_part(total: int, key: str, language: Language) -> slice:
    """The selected part of a list; the whole of a short one."""
    if total <= AT_ONCE:
        return slice(None)
    count = language.numbers.count

    def named(first: int) -> str:
        places = {"first": count(first + 1), "last": count(min(first + AT_ONCE, total)), "total": count(total)}
        return language.pages.part.format(**places)

    first = st.selectbox(language.pages.part_of_list, range(0, total, AT_ONCE), format_func=named, key=key, width=260)
    return slice(first, first + AT_ONCE)
