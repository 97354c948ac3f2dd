"""Synchronised sources: their state, and their rows waiting for an answer."""

import streamlit as st

from data_access.database.settings import database_url
from data_access.database.transactions import reading
from data_access.reference.sync_states import fetch_sync_states
from importer.wording import Wording
from interface.widgets.import_job import ANSWERING
from interface.widgets.sources import plain
from model.reader import Reader


def show_sources(by: Reader, wording: Wording) -> None:
    """Draw each source in one line, with access to its waiting rows for accounts that see all units."""
    texts = wording.texts
    with reading(database_url()) as connection:
        states = fetch_sync_states(connection)
    if not states:
        st.caption(texts.no_sources)
    for state in states:
        moment = wording.language.numbers.moment(state.succeeded_at) if state.succeeded_at else "–"
        counts = {"waiting": wording.count(state.waiting), "deleted": wording.count(state.deleted)}
        st.text(texts.source_state.format(source=state.name, moment=moment, **counts))
        if state.problem:
            st.warning(plain(texts.source_problem.format(source=state.name, problem=state.problem)))
        if state.waiting and by.sees_everything:
            label = texts.answer_waiting.format(count=counts["waiting"])
            st.button(label, key=f"answer {state.name}", on_click=_answer, args=(state.name, state.programme))


def _answer(name: str, programme: str) -> None:
    st.session_state[ANSWERING] = (name, programme)
