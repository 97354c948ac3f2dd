"""The choice of a programme that part of a page is about."""

from collections.abc import Mapping

import streamlit as st

from interface.shell.visit import Visit


def choose_programme(label: str, names: Mapping[str, str], visit: Visit, key: str | None = None) -> str:
    """Draw a list of programmes (names by code) that begins with the page's own; returns a code."""
    codes = list(names)
    index = codes.index(visit.filters.programme) if visit.filters.programme in codes else 0
    return str(st.selectbox(label, codes, index, format_func=names.__getitem__, key=key))
