"""One initiative in words, as list cells and as a dialog."""

import streamlit as st

from data_access.database.settings import database_url
from data_access.rows.exemplars import choose_exemplar, drop_exemplar, fetch_exemplars
from data_access.rows.then import counted_until, with_now
from interface.shell.access import current_reader
from interface.shell.cells import cell_writer
from interface.shell.visit import Visit
from interface.widgets.small_tables import show_small_table
from model.accounts import may
from model.edges import Row
from presentation.row_words import COLUMNS


def show_record(row: Row, visit: Visit) -> None:
    """Draw all fields, and whether it is an example."""
    texts, write = visit.language.explore, cell_writer(visit)
    columns = with_now(COLUMNS, counted_until(visit.filters, visit.catalogue))
    cells = [(texts.columns[name], write(name, row)) for name in columns]
    show_small_table(("", ""), cells, caption=texts.record.format(code=row["code"]))
    own_exemplar = next(
        (exemplar for exemplar in fetch_exemplars(visit.records, visit.programme.code) if exemplar.code == row["code"]),
        None,
    )
    by = current_reader()
    if not may(by, "choose_example"):
        return
    with st.form("example", border=False):
        reason = st.text_area(texts.reason, value=own_exemplar.reason if own_exemplar else "", max_chars=500, height=80)
        if st.form_submit_button(texts.choose, icon=":material/star:") and reason.strip():
            choose_exemplar(database_url(), visit.programme.id, row["code"], reason, by)
            _close()
    if own_exemplar and st.button(texts.unchoose, icon=":material/star_border:", key="unchoose"):
        drop_exemplar(database_url(), visit.programme.id, row["code"], by)
        _close()


def _close() -> None:
    st.query_params.pop("row", None)
    st.rerun()
