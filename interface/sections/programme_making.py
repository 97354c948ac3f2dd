"""New programmes: from the Excel template, as a copy, or by a short form."""

from datetime import date

import streamlit as st

from data_access.database.errors import NotSaved
from data_access.database.settings import database_url
from data_access.database.transactions import reading
from data_access.programmes.book import filled_book, template_book
from data_access.programmes.copying import copied_tables, require_new
from data_access.programmes.fields import Field
from data_access.programmes.pages import LARGEST
from data_access.programmes.sheets import PROGRAMME
from exports.kinds import SPREADSHEET
from importer.programmes import help_text
from interface.shell.refusals import show_refusal
from interface.shell.visit import Visit
from interface.widgets.field_labels import field_label
from interface.widgets.held_draft import hold_draft


def show_intake(visit: Visit) -> None:
    """Draw the template download and the upload of the filled workbook."""
    texts = visit.language.programmes
    st.markdown(texts.template_note)
    st.download_button(
        texts.template,
        lambda: template_book(lambda sheet, field: help_text(sheet, field, texts)),
        "chuong-trinh.xlsx",
        SPREADSHEET,
        on_click="ignore",
        icon=":material/download:",
        key="programme_template",
    )
    st.markdown(texts.upload)
    note = texts.upload_note.format(most=LARGEST)
    file = st.file_uploader(texts.upload, ("xlsx",), help=note, label_visibility="collapsed")
    st.caption(note)
    if file is not None and st.session_state.get("programme_file") != file.file_id:
        st.session_state["programme_file"] = file.file_id
        hold_draft(file.getvalue(), file.name)
        st.rerun()


def show_quick(visit: Visit) -> None:
    """Draw the copy form and the short form."""
    show_copying(visit)
    show_form(visit)


def show_copying(visit: Visit) -> None:
    """Draw the form that copies a programme to the next year."""
    texts = visit.language.programmes
    codes = {programme.code: programme for programme in visit.catalogue.programmes if programme.start and programme.end}
    if not codes:
        return
    names = {code: visit.language.name_of(programme) for code, programme in codes.items()}
    with st.form("programme_copy"):
        st.markdown(f"**{texts.copy_title}**")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            code = st.selectbox(texts.copy_from, list(codes), format_func=names.__getitem__, key="copy_from")
            new = st.text_input(texts.new_code, max_chars=40, key="copy_code")
        if st.form_submit_button(texts.copy_button) and new.strip():
            try:
                with reading(database_url()) as connection:
                    require_new(connection, new.strip())
                    tables = copied_tables(connection, str(code), new.strip())
            except NotSaved as problem:  # here, so that the form below is still drawn
                show_refusal(problem, visit.language)
                return
            hold_draft(filled_book(tables), f"{code}.xlsx", is_typed=True)
            st.rerun()


def show_form(visit: Visit) -> None:
    """Draw the first sheet of the workbook as a form."""
    texts = visit.language.programmes
    with st.form("programme_form"):
        st.markdown(f"**{texts.form_title}**")
        with st.grid(2, min_column_width=280):
            values = {field.key: _ask(field, visit) for field in PROGRAMME.fields}
        st.caption(texts.form_note)
        if st.form_submit_button(texts.form_button):
            hold_draft(filled_book({PROGRAMME.key: [values]}), f"{values['code'] or 'form'}.xlsx", is_typed=True)
            st.rerun()


def _ask(field: Field, visit: Visit) -> str | date | None:
    """The value of one field, entered in the widget for its kind; None where blank."""
    texts = visit.language.programmes
    label = field_label(field, visit.language)
    help_of_field, key = help_text(PROGRAMME, field, texts) or None, f"form_{field.key}"
    if field.choices:
        return st.selectbox(label, field.choices, None, texts.choice, help=help_of_field, key=key, placeholder="")
    if field.kind == "day":
        return st.date_input(label, None, format="DD/MM/YYYY", help=help_of_field, key=key)
    return st.text_input(label, help=help_of_field, key=key, placeholder=field.example).strip() or None
