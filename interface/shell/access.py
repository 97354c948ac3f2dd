"""Who may see the pages: only this machine while access is open, otherwise logged-in accounts."""

from collections.abc import Callable
from html import escape
from urllib.parse import quote, urlencode

import streamlit as st

from data_access.database.errors import NotAllowed
from data_access.database.permissions import signature
from data_access.store.records import Records
from interface.shell.problems import showing_problems
from interface.shell.sessions import login_sessions
from interface.widgets.sources import plain
from language.languages import Language
from model import settings
from model.accounts import may
from model.reader import LOCAL, Reader
from model.settings import Access, Misconfigured
from web.door import comes_from_here
from web.sessions import COOKIE, FIELD, form_token


def admit(subject: str, language: Language) -> None:
    """End the page for readers without an account or whose session has ended."""
    try:
        access = settings.access()
    except Misconfigured:
        st.error(language.problems.access_unknown.format(written=plain(settings.raw_value(settings.Setting.ACCESS))))
        st.stop()
    if access is Access.OPEN:
        if not _is_here():
            st.error(language.problems.login_required)
            st.stop()
        return
    with showing_problems(language):
        account = login_sessions().reader(_token(), is_click=True)
    if account is None:
        _show_way_in(subject, language)
        st.stop()


def may_change(action: str, records: Records) -> bool:
    """Whether the reader of this page may do that to these records; frozen figures stay as they are."""
    return records.frozen is None and may(current_reader(), action)


def current_reader() -> Reader:
    """The reader of this page. Raises NotAllowed where the session has ended."""
    if settings.access() is Access.OPEN:
        return LOCAL
    account = login_sessions().reader(_token())
    if account is None:
        raise NotAllowed("enter")
    return account


def act(language: Language, do: Callable[[Reader], object]) -> None:
    """Callback helper: run `do` as the account of this click, or show why it may not."""
    with showing_problems(language):
        do(current_reader())


def is_still(reader: Reader) -> bool:
    """Whether the reader of an open page may still see it unchanged."""
    return settings.access() is Access.OPEN or login_sessions().reader(_token()) == reader


def reader() -> str:
    """The address of the logged-in account; "" without login."""
    return current_reader().email


def writer(action: str = "import") -> str | None:
    """Name of a reader who may do `action`: the account, or the user at this machine. None for everybody else."""
    account = current_reader()
    return signature(account) if may(account, action) else None


def may_see_people() -> bool:
    """Whether names of authors may be shown."""
    return may(current_reader(), "see_rows")


def show_account(language: Language) -> None:
    """Draw the logged-in account and a link to log out; nothing without login."""
    account = current_reader()
    if account == LOCAL:
        return
    texts = language.pages
    st.html(
        f'<form class="account" method="post" action="auth/logout"><span title="{escape(texts.roles[account.role])}">'
        f'{escape(account.email)}</span><input type="hidden" name="{FIELD}" value="{form_token(_token())}">'
        f'<input type="hidden" name="lang" value="{language.code}">'
        f'<button type="submit">{texts.log_out}</button></form>'
    )


def _show_way_in(subject: str, language: Language) -> None:
    query = urlencode([(name, value) for name in st.query_params for value in st.query_params.get_all(name)])
    to = quote(f"/{'' if subject == 'overview' else subject}{f'?{query}' if query else ''}", safe="")
    st.info(language.problems.session_over, icon=":material/lock:")
    st.html(f'<a class="log-in" href="auth/login?to={to}" target="_self">{language.pages.log_in}</a>')


def _token() -> str:
    return str(st.context.cookies.get(COOKIE, ""))


def _is_here() -> bool:
    """The check of web.door repeated, for `streamlit run dashboard.py`, which runs without it."""
    headers = st.context.headers
    everything = [(name, value) for name in headers for value in headers.get_all(name)]
    if not everything:
        return True  # no browser: a script runs the page in its own process
    return comes_from_here(everything, st.context.ip_address or "127.0.0.1", needs_origin=True)
