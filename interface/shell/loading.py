"""The one door to the data: one `Records` for the whole process, and blocks of a page drawn once per view."""

from collections.abc import Callable

import plotly.graph_objects as go
import streamlit as st

from data_access.database.bounded import Database
from data_access.database.replicas import Replicated
from data_access.database.settings import database_url, read_url
from data_access.store.live import LiveRecords
from data_access.store.row_answers import elsewhere
from model import settings


def open_records() -> LiveRecords:
    """The records of the database that is set now; a changed setting opens another."""
    return _records(database_url(), read_url())


@st.cache_resource(show_spinner=False)
def _records(url: str, of_readers: str) -> LiveRecords:
    database = Database(url) if of_readers == url else Replicated(url, of_readers)
    return LiveRecords(database, rows_from=elsewhere(), shared=settings.shared_answers())


def replay(key: str, draw: Callable[[], None]) -> None:
    """Draw a block, or send what it drew the last time under this key. The key must name all that shows in it."""
    if settings.replays_blocks():
        _replayed(key, draw)
    else:
        draw()


# Streamlit replays the messages of a cached function: 7 ms of CPU instead of 200 for a page of eight charts.
@st.cache_data(show_spinner=False, max_entries=3000)
def _replayed(key: str, _draw: Callable[[], None]) -> None:
    del key  # Streamlit tells the calls apart by it
    _draw()


def kept(key: str, draw: Callable[[], go.Figure]) -> go.Figure:
    """A figure drawn once per key. Nobody changes it."""
    return _kept(key, draw) if settings.replays_blocks() else draw()


@st.cache_resource(show_spinner=False, max_entries=500)
def _kept(key: str, _draw: Callable[[], go.Figure]) -> go.Figure:
    del key  # Streamlit tells the calls apart by it
    return _written_once(_draw())


def _written_once(figure: go.Figure) -> go.Figure:
    """The figure, whose dictionary is not copied anew for every rerun: a tenth of the CPU of a known view."""
    written = figure.to_dict()
    object.__setattr__(figure, "to_dict", lambda: written)
    return figure
