"""A known problem told in one sentence, with the code that finds the log entry."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from data_access.errors import DataAccessError, DatabaseChanged
from language.languages import Language

RETRY_SECONDS = 4


def tell(problem: DataAccessError, language: Language) -> None:
    """One sentence and a code. The page asks again by itself."""
    texts = language.problems
    sentence = texts.database_changed if isinstance(problem, DatabaseChanged) else texts.database_unreachable
    st.error(sentence.format(reference=problem.reference), icon=":material/cloud_off:")
    _ask_again()


@contextmanager
def told(language: Language) -> Iterator[None]:
    """Known problems inside end the page with their sentence."""
    try:
        yield
    except DataAccessError as problem:
        tell(problem, language)
        st.stop()


@st.fragment(run_every=RETRY_SECONDS)
def _ask_again() -> None:
    asked = st.session_state.get("asked_again", False)
    st.session_state["asked_again"] = not asked
    if asked:
        st.rerun()
