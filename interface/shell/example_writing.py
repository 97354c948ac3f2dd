"""Saving on the examples page, with the outcome shown."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from data_access.database.errors import NotAllowed, NotSaved
from interface.shell.visit import Visit
from interface.widgets.sources import plain

_DONE: Final = "example_done"


def do(write: Callable[[], object], visit: Visit, notice: str = "") -> None:
    """Save and rerun the page with `notice` on top, or show why it was refused."""
    sentences = visit.language.examples.refusals
    try:
        write()
    except NotSaved as problem:
        st.error(sentences.get(problem.code, sentences["away"]).format(reference=problem.reference, **problem.params))
        return
    except NotAllowed as problem:
        st.error(sentences["not_allowed"].format(reference=problem.reference))
        return
    visit.records.live.catch_up()
    st.session_state[_DONE] = notice
    st.rerun()


def show_done() -> None:
    """Draw the message of the last action, once."""
    notice = st.session_state.pop(_DONE, "")
    if notice:
        st.success(plain(notice), icon=":material/check:")
