"""Who may see the pages: this machine alone while access is open, otherwise readers who logged in."""

import getpass
import os

import streamlit as st

from interface.widgets.sources import plain
from language.languages import Language
from model.reader import LOCAL, Reader, Role
from web.access import Access, Misconfigured, read_access
from web.door import comes_from_here


def admit(language: Language) -> None:
    """End the page for readers who may not see it. Fails closed: without a set-up login nobody gets in."""
    try:
        access = read_access()
    except Misconfigured:
        st.error(language.problems.access_unknown.format(written=plain(os.environ.get("DASHBOARD_ACCESS", ""))))
        st.stop()
    if access is Access.OPEN:
        if not _is_here():
            st.error(language.problems.login_required)
            st.stop()
    elif "auth" not in st.secrets:
        st.error(language.problems.login_required)
        st.stop()
    elif not st.user.is_logged_in:
        st.button(language.pages.log_in, on_click=st.login, type="primary")
        st.stop()


def current_reader() -> Reader:
    """Who this page is for. Asked once a run, after `admit`."""
    return Reader(reader(), Role.LEAD) if _login_needed() else LOCAL


def reader() -> str:
    """The address a reader logged in with; nobody where no login is asked for."""
    return str(st.user.get("email") or "") if st.user.get("is_logged_in") else ""


def writer() -> str | None:
    """Name of a reader who may write: who logged in, or whoever sits at this machine. None for everybody else."""
    if st.user.get("is_logged_in"):
        return reader() or str(st.user.get("name") or "?")
    return None if _login_needed() or not _is_here() else getpass.getuser()


def may_see_people() -> bool:
    """Whether names of authors may be shown: to everybody at this machine, else when logged in."""
    return not _login_needed() or bool(st.user.get("is_logged_in"))


def _login_needed() -> bool:
    return read_access() is Access.LOGIN


def _is_here() -> bool:
    """The rule of the door once more, for `streamlit run dashboard.py`, which starts without a door."""
    headers = st.context.headers
    everything = [(name, value) for name in headers for value in headers.get_all(name)]
    if not everything:
        return True  # no browser asks: a script runs the page in its own process
    return comes_from_here(everything, st.context.ip_address or "127.0.0.1", needs_origin=True)
