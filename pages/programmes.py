"""Chương trình: what programmes there are; set up, changed, copied, closed by whoever may."""

import streamlit as st

from data_access.database.errors import NotSaved
from importer.wording import Wording
from interface.sections.programme_drafts import show_draft
from interface.sections.programme_making import show_copying, show_form, show_intake
from interface.sections.programme_tables import show_tables
from interface.sections.programmes import show_programmes
from interface.shell.access import current_reader
from interface.shell.page import open_page
from interface.shell.problems import told
from interface.widgets.sources import plain
from model.accounts import may

visit = open_page("programmes")
texts, by = visit.language.programmes, current_reader()
if not may(by, "manage_programmes"):
    st.info(texts.may_not, icon=":material/lock:")
    st.stop()

st.caption(texts.intro)
with told(visit.language):
    try:
        show_draft(visit, by)
        listed, book, quick, tables = st.tabs(texts.tabs)
        with listed:
            show_programmes(visit)
        with book:
            show_intake(visit)
        with quick:
            show_copying(visit)
            show_form(visit)
        with tables:
            show_tables(visit)
    except NotSaved as problem:
        st.error(plain(Wording(visit.language).problem(problem)))
