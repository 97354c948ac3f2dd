"""The current settings, read-only and without secrets."""

from urllib.parse import urlsplit

import streamlit as st

from data_access.database.settings import database_url
from data_access.staff.sessions import IDLE, LONGEST
from interface.widgets.small_tables import show_small_table
from language.languages import Language
from model import settings
from model.settings import Access, Misconfigured
from web.access import read_provider


def show_settings(language: Language) -> None:
    """Draw how readers log in, where the numbers come from, and how long sessions last."""
    texts, names = language.admin, language.admin.settings
    access = settings.access()
    rows = [(names["access"], names[access.value])]
    if access is Access.LOGIN:
        try:
            provider = read_provider()
            rows += [(names["address"], provider.origin), (names["provider"], _place(provider.server_metadata_url))]
        except Misconfigured as problem:
            rows.append((names["provider"], str(problem)))
        count = language.numbers.count
        rows.append((names["idle"], names["hours"].format(count=count(IDLE.seconds // 3600))))
        rows.append((names["longest"], names["days"].format(count=count(LONGEST.days))))
    rows.append((names["database"], _place(database_url())))
    rows.append((names["upload"], names["megabytes"].format(count=st.get_option("server.maxUploadSize"))))
    st.caption(texts.settings_note)
    show_small_table(("", ""), rows, caption=texts.tabs[2])


def _place(address: str) -> str:
    """Scheme, host and database name of a URL, without user and password."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}{parts.path}"
