"""Access to the data: one `Records` a process, and blocks of a page drawn once per view."""

from collections.abc import Callable, Mapping
from typing import Final, TypeVar, cast

import plotly.graph_objects as go
import streamlit as st

from data_access.database.bounded import Database
from data_access.database.replicas import Replicated
from data_access.database.settings import database_url, read_url
from data_access.store.live import LiveRecords
from data_access.store.lru import Recent
from data_access.store.row_answers import elsewhere
from interface.widgets.replaying import replay
from model import settings

T = TypeVar("T")

_KEPT: Final[Recent[tuple[object]]] = Recent(2000)  # st.cache_resource takes ten times as long to find a value


def open_records() -> LiveRecords:
    """The records of the configured database; a changed setting opens another."""
    return _records(database_url(), read_url())


@st.cache_resource(show_spinner=False)
def _records(url: str, of_readers: str) -> LiveRecords:
    database = Database(url) if of_readers == url else Replicated(url, of_readers)
    return LiveRecords(database, rows_from=elsewhere(), shared=settings.shared_answers())


def show_html(body: str) -> None:
    """Draw HTML, sanitised once for all readers who get the same."""

    def draw() -> None:
        st.html(body)

    replay(f"html|{body}", draw)


def show_styles(sheets: Mapping[str, str], scheme: str) -> None:
    """Apply the sheet of styles of a colour scheme, the same on every page."""

    def draw() -> None:
        st.html(sheets[scheme])

    with st._event:  # noqa: SLF001 (Streamlit puts styles there, and from there they can be sent again)
        replay(f"styles {scheme}", draw)


def cached(key: str, make: Callable[[], T]) -> T:
    """A value computed once per key, which must cover all it depends on. Callers must not change it."""
    if not settings.replays_blocks():
        return make()
    return cast("T", _KEPT.get_or_make(key, lambda: (make(),))[0])


def cached_figure(key: str, draw: Callable[[], go.Figure]) -> go.Figure:
    """A figure drawn once per key."""
    return cached(key, draw)
