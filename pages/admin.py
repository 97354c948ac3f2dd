"""Quản trị: accounts and roles, audit log, settings."""

import streamlit as st

from interface.sections.accounts import show_accounts
from interface.sections.audit import show_audit
from interface.sections.in_force import show_settings
from interface.shell.access import current_reader
from interface.shell.page import open_page
from interface.shell.problems import showing_problems
from model.accounts import may

visit = open_page("admin")
texts = visit.language.admin
if not may(current_reader(), "manage_accounts"):
    st.info(texts.may_not, icon=":material/lock:")
    st.stop()

accounts, audit, settings = st.tabs(texts.tabs)
with showing_problems(visit.language):
    with accounts:
        show_accounts(visit)
    with audit:
        show_audit(visit)
    with settings:
        show_settings(visit.language)
