"""What is valid and not rewarded yet: ages, units, and a list to act on."""

from typing import Final

import streamlit as st

from data_access.queries.recognition import fetch_unrewarded
from data_access.rows.unrewarded import oldest_unrewarded
from interface.sections.recognition import show_waits
from interface.shell.visit import Visit
from interface.widgets.small_tables import show_small_table
from interface.widgets.tables import show_table
from model.recognition import Unrewarded

_LISTED: Final = 50
_COLUMNS: Final = ("unit_name", "unrewarded", "over_60_days", "unrewarded_pct", "longest_days")


def show_unrewarded(left: Unrewarded, visit: Visit) -> None:
    """How long they have been waiting, and whose they are."""
    texts = visit.language.recognition
    ages, units = st.columns(2)
    with ages:
        show_waits(texts.unrewarded_title, texts.unrewarded_note, left.waits, visit, visit.look.palette.gold)
    with units:
        st.caption(texts.unrewarded_units)
        show_table(left.units.select(_COLUMNS), visit.language, height=330)


def list_unrewarded(visit: Visit) -> None:
    """The ones that wait longest, for accounts that may see rows: of their own units alone."""
    left, language = fetch_unrewarded(visit.records, visit.filters), visit.language
    if left is None or not left.waits.total or not visit.records.lists_rows:
        return
    texts, numbers = language.recognition, language.numbers
    most = numbers.count(min(_LISTED, left.waits.total))
    if not st.toggle(texts.unrewarded_list.format(count=most), key="unrewarded_list"):
        return
    visit.tell_rows()
    moment, units = visit.moment, visit.catalogue.unit_by_id
    rows = [
        (
            str(row["code"]),
            str(row["title"]),
            language.names.word(units[row["unit_id"]].name),
            numbers.date(row["settled_at"].date()),
            numbers.count((moment.date() - row["settled_at"].date()).days) if moment else "",
        )
        for row in oldest_unrewarded(visit.records, visit.filters, _LISTED)
    ]
    with st.container(height=420, border=False):
        show_small_table(texts.unrewarded_columns, rows, numbers=(4,), whole=(0, 3), long=(1,))
