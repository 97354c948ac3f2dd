"""A few initiatives typed by hand, checked like a file."""

import csv
import io
from collections.abc import Sequence
from datetime import date

import streamlit as st

from data_access.importing.choices import Kind
from data_access.importing.headings import heading_of
from importer.wording import Wording
from interface.widgets.import_columns import labels_of
from model.clock import this_day

_TYPED, _MENDED = "typed_rows", "typed_rows_mended"
_FIELDS = ("code", "title", "author", "unit", "uploaded_at", "sector", "status", "benefit_vnd")


def type_rows(units: Sequence[str], sectors: Sequence[str], wording: Wording) -> bytes | None:
    """Draw the form and the rows so far; returns them as CSV for the preview, None before."""
    texts = wording.texts
    rows: list[dict[str, str]] = st.session_state.setdefault(_TYPED, [])
    _ask_row(units, sectors, wording, rows)
    if not rows:
        return None
    cells = _mended([{heading_of(Kind.INITIATIVES, name): row[name] for name in _FIELDS} for row in rows])
    with st.container(horizontal=True):
        is_ready = st.toggle(texts.look_at_typed.format(count=wording.count(len(cells))), key="typed_ready")
        st.button(texts.clear_typed, on_click=rows.clear)
    return _as_csv(cells) if is_ready and cells else None


def _mended(cells: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows after edits in the table, kept for the next entry."""
    edited = st.data_editor(
        cells, num_rows="dynamic", hide_index=True, placeholder="", key=f"typed-{len(cells)}-{hash(str(cells))}"
    )
    rows = [{name: str(value or "") for name, value in row.items()} for row in edited]
    rows = [row for row in rows if any(row.values())]
    st.session_state[_MENDED] = [dict(zip(_FIELDS, row.values(), strict=True)) for row in rows]
    return rows


def _ask_row(units: Sequence[str], sectors: Sequence[str], wording: Wording, rows: list[dict[str, str]]) -> None:
    texts, names = wording.texts, wording.language.explore.columns
    with st.form("typed", clear_on_submit=True):
        row: dict[str, str] = {}
        with st.container(horizontal=True):
            row["code"] = st.text_input(f"{names['code']} *", max_chars=60)
            row["title"] = st.text_input(f"{names['title']} *", max_chars=500)
            row["author"] = st.text_input(names["author"], max_chars=300)
        with st.container(horizontal=True):
            row["unit"] = st.selectbox(f"{names['unit']} *", units, None, placeholder=texts.choose_unit) or ""
            day = st.date_input(f"{names['uploaded_at']} *", None, format="DD/MM/YYYY", max_value=this_day())
            row["sector"] = st.selectbox(names["sector"], sectors, None, placeholder=texts.choose_unit) or ""
            labels = labels_of("status", wording)
            row["status"] = st.selectbox(names["status"], list(labels), None, format_func=labels.__getitem__) or ""
            row["benefit_vnd"] = st.text_input(names["benefit_vnd"], max_chars=40)
        row["uploaded_at"] = day.strftime("%d/%m/%Y") if isinstance(day, date) else ""
        if st.form_submit_button(texts.add_typed) and any(row.values()):
            rows[:] = [*(st.session_state.get(_MENDED, []) if rows else []), row]
            st.rerun()


def _as_csv(rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
