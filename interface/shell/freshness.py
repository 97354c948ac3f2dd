"""Pages follow the data: a new version redraws them, an unavailable database shows the age."""

from contextlib import suppress

import streamlit as st

from data_access.database.errors import DataAccessError
from data_access.store.records import Freshness, Records
from interface.shell import address
from interface.shell.access import is_still
from interface.widgets.sources import plain
from language.languages import Language
from model.clock import this_moment
from model.reader import Reader
from web.health import open_tabs

# A commit must be visible within two seconds, including the refresh; one check costs about 1 ms.
LOOK_EVERY_SECONDS = 1.0
LOOK_OFTEN_SECONDS = 0.4  # with few open tabs
FEW_TABS = 40
SHOWN_FROM = 10.0  # seconds that a standby is behind


def watch(records: Records, state: Freshness, reader: Reader, programme: str, language: Language) -> None:
    """Draw the age of the numbers while the database is unavailable; rerun the page when data or account change."""
    if not state.reachable:
        moment = language.numbers.moment(state.read_at)
        st.warning(language.problems.stale.format(moment=moment), icon=":material/cloud_off:")
    elif state.lag is not None and state.lag > SHOWN_FROM:
        st.warning(language.problems.lagging.format(seconds=round(state.lag)), icon=":material/sync_problem:")
    _show_sources(state, programme, language)
    often = LOOK_OFTEN_SECONDS if open_tabs() <= FEW_TABS else LOOK_EVERY_SECONDS
    st.fragment(_follow, run_every=often)(records, state, reader)


def _show_sources(state: Freshness, programme: str, language: Language) -> None:
    """Draw the lag of synchronised sources, with a warning where an interval was missed."""
    for source in state.sources:
        moment = language.numbers.moment(source.succeeded_at) if source.succeeded_at else "–"
        if source.programme != programme:
            continue
        if source.is_stale(this_moment()):
            sentence = language.problems.sync_stale.format(source=plain(source.name), moment=moment)
            st.warning(sentence, icon=":material/sync_problem:")
        elif source.succeeded_at:
            st.caption(language.problems.synced.format(source=plain(source.name), moment=moment))


def _follow(records: Records, state: Freshness, reader: Reader) -> None:
    address.confirm()
    now = records.poll()
    if (now.version, now.reachable) != (state.version, state.reachable) or not _is_still(reader):
        st.rerun()


def _is_still(reader: Reader) -> bool:
    """`access.is_still`, but True while the database is unavailable: the next click reports that."""
    with suppress(DataAccessError):
        return is_still(reader)
    return True
