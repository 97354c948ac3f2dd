"""“Từ cuộc họp trước”: a moment kept in the address; every page shows what was added since."""

from html import escape

import streamlit as st

from data_access.queries.overview import fetch_overview
from interface.shell import address
from interface.shell.visit import Visit
from interface.widgets.repeating import repeat
from model.catalogue import Catalogue
from model.codes import Basis
from model.filters import Filters
from presentation.since import describe_since

_KEY = "meeting_before"


def choose_meeting(filters: Filters, catalogue: Catalogue, label: str) -> None:
    """Choose the day of the last meeting, also used by rankings and comparisons."""
    repeat(_KEY, filters.before.date() if filters.before else None)
    st.date_input(
        label,
        key=_KEY,
        format="DD/MM/YYYY",
        on_change=address.write_widget,
        args=("before", _KEY, catalogue),
    )


def show_since(visit: Visit) -> None:
    """Draw what was added since; nothing without a moment earlier than the one on view."""
    filters = visit.filters
    before = filters.before
    if before is None or filters.basis is not Basis.RECORDS or (visit.moment and before >= visit.moment):
        return

    def since_meeting() -> None:
        now = fetch_overview(visit.records, filters)
        then = fetch_overview(visit.records, filters.changed(as_of=before))
        sentence = describe_since(then, now, before, visit.language)
        if sentence:
            st.html(f'<p class="since">{escape(sentence)}</p>')

    visit.show(since_meeting)
