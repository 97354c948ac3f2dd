"""Chương trình: list of programmes; set-up, changes, copies and states for those with permission."""

from typing import Final

import streamlit as st

from data_access.database.errors import NotSaved
from interface.sections.programme_drafts import show_draft
from interface.sections.programme_making import show_intake, show_quick
from interface.sections.programme_tables import show_tables
from interface.sections.programmes import show_last_result, show_programmes
from interface.shell.access import current_reader
from interface.shell.page import open_page
from interface.shell.problems import showing_problems
from interface.shell.refusals import show_refusal
from model.accounts import may

_FIRST: Final = ("book", "quick")  # before there is a programme nothing can be listed or changed
_DRAWN: Final = {"listed": show_programmes, "book": show_intake, "quick": show_quick, "tables": show_tables}
_TABS: Final = tuple(_DRAWN)

visit = open_page("programmes")
texts, by = visit.language.programmes, current_reader()
if not may(by, "manage_programmes"):
    st.info(texts.may_not, icon=":material/lock:")
    st.stop()

st.caption(texts.intro)
with showing_problems(visit.language):
    try:
        with st.container():  # there with and without a sentence, so that the open tab stays open below it
            show_last_result(visit)
        choices, below = st.container(), st.container()  # what would change stands where the button was pressed
        with below:
            show_draft(visit, by)
        there_are = bool(visit.catalogue.programmes)
        tabs = dict(zip(_TABS, texts.tabs, strict=True))
        tab_names = [name for name in _TABS if there_are or name in _FIRST]
        for name, tab in zip(tab_names, choices.tabs([tabs[name] for name in tab_names]), strict=True):
            with tab:
                _DRAWN[name](visit)
    except NotSaved as problem:
        show_refusal(problem, visit.language)
