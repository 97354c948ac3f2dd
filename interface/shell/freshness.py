"""Pages follow the data: a new version redraws them, an old one says its age."""

from contextlib import suppress

import streamlit as st

from data_access.database.errors import DataAccessError
from data_access.store.records import Freshness, Records
from interface.shell.access import is_still
from language.languages import Language
from model.reader import Reader

# A commit must be on screen within two seconds (measured: one look costs the server about 1 ms).
LOOK_EVERY_SECONDS = 1.5


def watch(records: Records, seen: Freshness, reader: Reader, language: Language) -> None:
    """Say how old the numbers are while the database is away; redraw the page when anything changed,
    the account of its reader included."""
    if not seen.reachable:
        moment = language.numbers.moment(seen.read_at)
        st.warning(language.problems.stale.format(moment=moment), icon=":material/cloud_off:")
    _follow(records, seen, reader)


@st.fragment(run_every=LOOK_EVERY_SECONDS)
def _follow(records: Records, seen: Freshness, reader: Reader) -> None:
    now = records.poll()
    if (now.version, now.reachable) != (seen.version, seen.reachable) or not _is_still(reader):
        st.rerun()


def _is_still(reader: Reader) -> bool:
    """A database that is away says nothing against anybody: the page tells it when somebody clicks."""
    with suppress(DataAccessError):
        return is_still(reader)
    return True
