"""A programme as editable tables, one for each sheet of its workbook, with the same preview as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd
import streamlit as st

from data_access.database.settings import database_url
from data_access.database.transactions import reading
from data_access.importing.files.cell_values import word_of_switch
from data_access.programmes.book import filled_book
from data_access.programmes.fields import Field, Sheet
from data_access.programmes.merging import in_their_lines, lines_of, merged
from data_access.programmes.sheets import PROGRAMME, SHEETS, TARGETS
from data_access.programmes.tables import Tables, tables_of
from data_access.programmes.versions import SetupVersion, version_of
from importer.programmes import help_text
from interface.shell.programme_choice import choose_programme
from interface.shell.visit import Visit
from interface.widgets.column_widths import room_of
from interface.widgets.field_labels import field_label
from interface.widgets.held_draft import BEGUN, Draft, held_draft, hold_draft, show_meeting
from model.edges import Json, Row

_VALUE: Final = 800  # px, beside the names of fields in a window of 1366


@dataclass(frozen=True)
class _ShownTables:
    """The tables on screen: programme, sheet and version."""

    place: tuple[str, str]
    tables: Tables
    began: SetupVersion


def show_tables(visit: Visit) -> None:
    """Choose a programme and a sheet, edit rows, and preview the changes."""
    texts = visit.language.programmes
    if not visit.catalogue.programmes:
        st.info(texts.none_yet.partition(".")[0] + ".")
        return
    one_of = visit.language.one_of
    st.session_state.setdefault("edited_sheet", PROGRAMME.key)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        names = {programme.code: visit.language.name_of(programme) for programme in visit.catalogue.programmes}
        code = choose_programme(texts.which, names, visit, "edited_programme")
        titles = {sheet.key: one_of(sheet.vi, sheet.en) for sheet in SHEETS}
        key = st.segmented_control(
            texts.tabs[3], list(titles), format_func=titles.__getitem__, key="edited_sheet", required=True
        )
    sheet = next(sheet for sheet in SHEETS if sheet.key == (key or PROGRAMME.key))
    tables, began = _begun(code, sheet, visit)
    st.caption(texts.edit_note)
    editor = _editor_key(code, sheet, began)
    rows = _edit_lines(tables, editor, visit) if sheet is PROGRAMME else _edit_rows(sheet, tables, editor, visit)
    is_pressed, name = st.button(texts.edit_button, type="primary", key="programme_preview"), f"{code}.xlsx"
    late = _is_late(held_draft(), name)
    if is_pressed or late:
        hold_draft(filled_book(_changed(code, sheet, tables, rows)), name, began, is_typed=True, is_late=late)
        st.rerun()


def _is_late(draft: Draft | None, name: str) -> bool:
    """Whether somebody saved between the preview of these tables and “save”: changes are put over theirs anew."""
    loaded = draft.preview if draft and draft.is_typed and draft.began and draft.name == name else None
    return loaded is not None and loaded.is_late


def _changed(code: str, sheet: Sheet, tables: Tables, rows: list[Json]) -> Tables:
    """The edited sheet over the stored ones; other sheets keep changes that others saved meanwhile."""
    with reading(database_url()) as connection:
        tables_now = tables_of(connection, code)
    before, now = (_written(sheet, setup[sheet.key]) for setup in (tables, tables_now))
    merged_rows = [dict(row) for row in merged(sheet, before, rows, now)]
    removed_rows = _removed(now, merged_rows) if sheet is TARGETS else []
    rows_in_lines = merged_rows if sheet is PROGRAMME else in_their_lines(merged_rows, len(before))
    return {PROGRAMME.key: tables_now[PROGRAMME.key], sheet.key: [*rows_in_lines, *removed_rows]}


def _written(sheet: Sheet, rows: Sequence[Row]) -> list[Json]:
    """The cells of a sheet as text for the editor."""
    return [{field.key: _text(row.get(field.key)) for field in sheet.fields} for row in rows]


def _begun(code: str, sheet: Sheet, visit: Visit) -> tuple[Tables, SetupVersion]:
    """The tables when editing began; without edits, as they are now.

    The editor stores edits by row number, which would hit other rows in a newer version.
    """
    with reading(database_url()) as connection:
        now = version_of(connection, code)
        held: _ShownTables | None = st.session_state.get(BEGUN)
        if held and held.place == (code, sheet.key) and held.began.mark != now.mark and _is_changed(held, sheet):
            if held_draft() is None:  # beside it, its own preview says so
                show_meeting(code, held.began, visit.language)
            if not st.button(visit.language.programmes.take_theirs, key="programme_take", icon=":material/refresh:"):
                return held.tables, held.began
        if held is None or held.place != (code, sheet.key) or held.began.mark != now.mark:
            held = st.session_state[BEGUN] = _ShownTables((code, sheet.key), tables_of(connection, code), now)
    return held.tables, held.began


def _is_changed(held: _ShownTables, sheet: Sheet) -> bool:
    edits = st.session_state.get(_editor_key(held.place[0], sheet, held.began), {})
    return any(edits.get(name) for name in ("edited_rows", "added_rows", "deleted_rows"))


def _editor_key(code: str, sheet: Sheet, began: SetupVersion) -> str:
    return f"rows_{code}_{sheet.key}_{began.mark}"


def _edit_lines(tables: Tables, key: str, visit: Visit) -> list[Json]:
    """Edit the first sheet, one line a field."""
    one_of, choice = visit.language.one_of, visit.language.programmes.choice
    row = tables[PROGRAMME.key][0]
    meant = {field.key: {choice(word): word for word in field.choices} for field in PROGRAMME.fields}
    words_by_key = {key: {word: label for label, word in words.items()} for key, words in meant.items()}
    frame = _frame(
        {
            "field": [one_of(field.vi, field.en) for field in PROGRAMME.fields],
            "value": [_word(_text(row.get(field.key)), words_by_key[field.key]) for field in PROGRAMME.fields],
        }
    )
    columns = {
        "field": st.column_config.TextColumn(
            one_of(PROGRAMME.vi, PROGRAMME.en), disabled=True, width=room_of(frame["field"])
        ),
        "value": st.column_config.TextColumn(visit.language.programmes.value_column, width=_VALUE),
    }
    edited = st.data_editor(frame, column_config=columns, hide_index=True, key=key, height="content", placeholder="")
    values = zip(meant.items(), edited["value"], strict=True)
    return [{key: _word(_cell_value(value), words) for (key, words), value in values}]


def _word(text: str | None, words: Mapping[str, str]) -> str | None:
    """One of the words of a field in the other language; anything else as it is."""
    return words.get(text or "", text)


def _edit_rows(sheet: Sheet, tables: Tables, key: str, visit: Visit) -> list[Json]:
    texts = visit.language.programmes
    stored_rows = tables[sheet.key]
    lines = [str(line) for line in lines_of(len(stored_rows))]
    cells = {field.key: [_text(row.get(field.key)) for row in stored_rows] for field in sheet.fields}
    frame = _frame({"line": lines, **cells})
    columns: Json = {"line": st.column_config.TextColumn(texts.line_column, disabled=True, width="small")}
    columns |= {field.key: _column(sheet, field, visit) for field in sheet.fields}
    edited = st.data_editor(frame, column_config=columns, num_rows="dynamic", hide_index=True, key=key, placeholder="")
    names = [field.key for field in sheet.fields]
    rows = ({name: _cell_value(row[name]) for name in ("line", *names)} for row in edited.to_dict("records"))
    return [row for row in rows if any(row[name] for name in names)]


def _column(sheet: Sheet, field: Field, visit: Visit) -> Any:
    texts = visit.language.programmes
    head = field_label(field, visit.language)
    hint = help_text(sheet, field, texts) or None
    if field.choices:
        return st.column_config.SelectboxColumn(head, options=list(field.choices), format_func=texts.choice, help=hint)
    return st.column_config.TextColumn(head, help=hint)


def _removed(before: Sequence[Row], after: Sequence[Row]) -> list[Json]:
    """Mark targets whose row was deleted, as a file would."""
    key = ("unit", "kind", "phase")
    keys = {tuple(row[name] or "" for name in key) for row in after}
    rows = [row for row in before if tuple(_text(row[name]) or "" for name in key) not in keys]
    return [{**row, "value": "xóa"} for row in rows]


def _frame(cells: Mapping[str, Sequence[str | None]]) -> pd.DataFrame:
    """A frame of strings in which blanks are empty strings."""
    texts = {name: [value or "" for value in values] for name, values in cells.items()}
    return pd.DataFrame({name: pd.Series(values, dtype="object") for name, values in texts.items()})


def _cell_value(cell: Any) -> str | None:
    """The value of an edited cell; None where blank."""
    return str(cell).strip() or None if isinstance(cell, str) else None


def _text(value: Any) -> str | None:
    """A value of the workbook as people write it."""
    if value is None:
        return None
    if isinstance(value, bool):
        return word_of_switch(is_on=value)
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)
