"""Widgets repeat what the address says."""

from collections.abc import Iterable
from typing import Final

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

_REPEATED: Final = "repeated_widgets"  # page and labels of each widget, by its key
_NOTHING: Final = object()


def repeat(key: str, value: object, labels: Iterable[str] = ()) -> None:
    """Set the widget `key` to `value`, unless it has it already, on this page and with these labels.

    What is set overrules the browser when it arrives there. On a slow line that would take back what the reader has
    chosen meanwhile.
    """
    context = get_script_run_ctx()
    place = (context.page_script_hash if context else "", tuple(labels))
    repeated = st.session_state.setdefault(_REPEATED, {})
    if repeated.get(key) == place and st.session_state.get(key, _NOTHING) == value:
        return
    repeated[key] = place
    st.session_state[key] = value
