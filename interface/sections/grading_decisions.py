"""Closing and correcting a grading, for those with permission; the decisions taken, for everybody."""

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st

from data_access.database.errors import NotSaved
from data_access.database.settings import database_url
from data_access.staff.grading import close_grading, correct_grading
from interface.shell.access import current_reader
from interface.shell.visit import Visit
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from model.accounts import may
from model.graded import Grading
from model.periods import Period
from presentation.grading_words import period_within, write_points
from presentation.signatures import display_name

_SAVED: Final = "grading_saved"  # how many decisions this session has saved


def show_decisions(grading: Grading, visit: Visit) -> None:
    """Draw who closed the period, and every correction with its reason."""
    language, texts = visit.language, visit.language.grading
    if grading.closed:
        moment = language.numbers.moment(grading.closed.closed_at)
        st.info(
            texts.closed.format(moment=moment, who=plain(display_name(grading.closed.who, language))),
            icon=":material/lock:",
        )
    if grading.corrections:
        units = visit.catalogue.unit_by_id
        rows = [
            (
                language.names.word(units[correction.unit_id].name),
                f"{'+' if correction.points > 0 else ''}{write_points(correction.points, language)}",
                correction.reason,
                display_name(correction.who, language),
                language.numbers.moment(correction.made_at),
            )
            for correction in grading.corrections
        ]
        st.markdown(f"## {texts.corrections_title}")
        show_small_table(texts.correction_columns, rows, numbers=(1,), long=(2,), caption=texts.corrections_title)


def show_decision_forms(grading: Grading, period: Period, visit: Visit) -> None:
    """Draw the forms; nothing without permission or under frozen figures."""
    texts, by = visit.language.grading, current_reader()
    if not may(by, "freeze") or visit.records.frozen is not None or visit.filters.within:
        return
    with st.expander(texts.decide_title, icon=":material/gavel:"):
        if grading.closed is None and by.sees_everything:
            st.caption(texts.close_note)
            sure = st.checkbox(
                texts.close_sure.format(period=period_within(period, visit.language)), key="grading_sure"
            )
            if st.button(texts.close_button, icon=":material/lock:", disabled=not sure, key="grading_close"):
                _do(partial(close_grading, database_url(), visit.records, visit.filters, period, by), visit)
        with st.form("grading_correction", border=False):
            st.caption(texts.correct_note)
            names = dict(grading.frame.select("unit_code", "unit_name").iter_rows())
            word = visit.language.names.word
            turn = st.session_state.get(_SAVED, 0)  # empty again once something was saved: nobody saves it twice
            code = st.selectbox(
                texts.columns["unit_name"], list(names), format_func=lambda code: word(names[code]), key=f"unit_{turn}"
            )
            points = st.number_input(texts.correct_points, -100.0, 100.0, 0.0, 0.5, key=f"points_{turn}")
            reason = st.text_input(texts.correct_reason, max_chars=300, key=f"reason_{turn}")
            if st.form_submit_button(texts.correct_button) and code:
                _do(
                    partial(
                        correct_grading, database_url(), visit.records, visit.filters, period, code, points, reason, by
                    ),
                    visit,
                )


def _do(write: Callable[[], None], visit: Visit) -> None:
    """Save and rerun the page, or show why it was refused."""
    try:
        write()
    except NotSaved as problem:
        sentences = visit.language.grading.refusals
        st.error(sentences.get(problem.code, sentences["away"]).format(reference=problem.reference))
        return
    visit.records.catch_up()
    st.session_state[_SAVED] = st.session_state.get(_SAVED, 0) + 1
    st.rerun()
