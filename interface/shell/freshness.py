"""Pages follow the data: a new version redraws them, an old one says its age."""

import streamlit as st

from data_access.store.records import Freshness, Records
from language.languages import Language

# A commit must be on screen within two seconds (measured: one look costs the server about 1 ms).
LOOK_EVERY_SECONDS = 1.5


def watch(records: Records, seen: Freshness, language: Language) -> None:
    """Say how old the numbers are while the database is away; redraw the page when anything changed."""
    if not seen.reachable:
        moment = language.numbers.moment(seen.read_at)
        st.warning(language.problems.stale.format(moment=moment), icon=":material/cloud_off:")
    _follow(records, seen)


@st.fragment(run_every=LOOK_EVERY_SECONDS)
def _follow(records: Records, seen: Freshness) -> None:
    now = records.poll()
    if (now.version, now.reachable) != (seen.version, seen.reachable):
        st.rerun()
