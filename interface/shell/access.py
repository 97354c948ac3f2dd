"""Who may see the pages: everybody on loopback, otherwise readers who logged in."""

import getpass
import os
from ipaddress import ip_address

import streamlit as st

from language.languages import Language
from model.reader import LOCAL, Reader, Role


def admit(language: Language) -> None:
    """End the page for readers who may not see it. Fails closed: without a set-up login nobody gets in."""
    if not _login_needed():
        return
    if "auth" not in st.secrets:
        st.error(language.problems.login_required)
        st.stop()
    if not st.user.is_logged_in:
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
    is_here = _on_loopback(st.get_option("server.address")) and not _login_needed()
    # A proxy on this machine brings in everybody from outside.
    return None if not is_here or "X-Forwarded-For" in st.context.headers else getpass.getuser()


def may_see_people() -> bool:
    """Whether names of authors may be shown: to everybody on loopback or where access is open, else when logged in."""
    return not _login_needed() or bool(st.user.get("is_logged_in"))


def _login_needed() -> bool:
    mode = os.environ.get("DASHBOARD_ACCESS", "")
    if mode in ("open", "login"):
        return mode == "login"
    return not _on_loopback(st.get_option("server.address"))


def _on_loopback(address: str | None) -> bool:
    """Whether only this machine can reach the server. No address means every network."""
    if not address:
        return False
    try:
        return address == "localhost" or ip_address(address).is_loopback
    except ValueError:
        return False
