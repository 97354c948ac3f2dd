"""What a click led to: kept for the next rerun, then shown once."""

from typing import Literal

import streamlit as st

from interface.widgets.sources import plain

Outcome = Literal["success", "error"]


def keep_notice(name: str, outcome: Outcome, sentence: str) -> None:
    """Keep a sentence until a part of the page shows the notices of that name."""
    st.session_state[name] = (outcome, sentence)


def show_notice(name: str) -> None:
    """Draw the kept sentence of that name once; nothing where there is none."""
    outcome, sentence = st.session_state.pop(name, ("", ""))
    if sentence:
        (st.success if outcome == "success" else st.error)(plain(sentence))
