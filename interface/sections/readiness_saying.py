"""Readiness brought in on its page: a file or a form, shown first, saved when somebody says so."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

import streamlit as st

from data_access.database.errors import NotSaved
from data_access.database.settings import database_url
from data_access.programmes.readiness_book import readiness_book, said_book
from data_access.programmes.readiness_saving import load_readiness_content
from data_access.programmes.saving import Loaded
from data_access.queries.readiness import told_of
from data_access.rules.readiness import fetch_history, latest
from exports.kinds import SPREADSHEET
from importer.programmes import finding_line
from importer.readiness import change_lines
from importer.wording import Wording
from interface.shell.access import current_reader
from interface.shell.visit import Visit
from interface.widgets.sources import plain
from model.accounts import may
from model.readiness import Readiness
from presentation.file_names import file_name
from presentation.readiness import item_name

_HELD: Final = "readiness_draft"
_SAVED: Final = "readiness_saved"
_TOLD: Final = 100  # findings, changes


@dataclass(frozen=True)
class _Draft:
    """One file in memory, and the programme it is for."""

    content: bytes
    name: str
    programme: str


def say(found: Readiness, visit: Visit) -> None:
    """The file, the form and what waits to be saved; nothing for those who may not, and under frozen figures."""
    texts = visit.language.readiness
    if not may(current_reader(), "import") or visit.records.frozen is not None:
        return
    saved = st.session_state.pop(_SAVED, None)
    if saved:
        st.success(plain(saved), icon=":material/check:")
    draft: _Draft | None = st.session_state.get(_HELD)
    if draft and draft.programme == visit.filters.programme:
        _show_draft(draft, found, visit)
        return
    with st.expander(texts.say_title, icon=":material/edit_note:"):
        _take_file(found, visit)
        _take_form(found, visit)


def _take_file(found: Readiness, visit: Visit) -> None:
    texts = visit.language.readiness
    st.markdown(f"**{texts.say_file}**")
    st.caption(texts.say_file_note)
    make = partial(_template, found, visit)
    about = visit.language.exports.menu.file_words["readiness"]
    name = file_name(about, "xlsx", visit.records, visit.filters, visit.language)
    st.download_button(texts.template, make, name, SPREADSHEET, on_click="ignore", icon=":material/download:")
    file = st.file_uploader(texts.say_file, ["xlsx", "xls", "ods"], key="readiness_file", label_visibility="collapsed")
    if file is not None and st.button(texts.preview, key="readiness_preview_file"):
        _hold(file.getvalue(), file.name, visit)


def _take_form(found: Readiness, visit: Visit) -> None:
    texts, word = visit.language.readiness, visit.language.names.word
    units = [
        unit for unit in visit.catalogue.units_in(visit.filters) if unit.code in told_of(visit.records, visit.filters)
    ]
    with st.form("readiness_form", border=False):
        st.markdown(f"**{texts.say_form}**")
        fields, items = texts.fields, found.names
        names = {unit.code: word(unit.name) for unit in units}
        unit = st.selectbox(fields["unit"], list(names), format_func=names.__getitem__)
        named = {code: item_name(item, visit.language) for code, item in items.items()}
        item = st.selectbox(fields["item"], list(items), format_func=named.__getitem__)
        result = st.text_input(fields["result"], max_chars=20, key="readiness_result")
        day = st.date_input(fields["day"], datetime.now().date(), max_value=datetime.now().date(), format="DD/MM/YYYY")
        source = st.text_input(fields["source"], max_chars=300, key="readiness_source")
        note = st.text_input(fields["note"], max_chars=300, key="readiness_note")
        if st.form_submit_button(texts.preview) and unit and item:
            _hold(said_book(unit, items[item], result, day, source, note), texts.say_form, visit)


def _hold(content: bytes, name: str, visit: Visit) -> None:
    st.session_state[_HELD] = _Draft(content, name, visit.filters.programme)
    st.rerun()


def _template(found: Readiness, visit: Visit) -> bytes:
    known = latest(fetch_history(visit.records, visit.filters))
    own = told_of(visit.records, visit.filters)
    units = [unit for unit in visit.catalogue.units_in(visit.filters) if unit.code in own]
    return readiness_book(found.items, units, known, datetime.now().date())


def _show_draft(draft: _Draft, found: Readiness, visit: Visit) -> None:
    texts = visit.language.readiness
    preview = _load(draft, visit, dry_run=True)
    if preview is None:
        return
    with st.container(border=True):
        if preview.findings:
            lines = [finding_line(one, visit.language.programmes) for one in preview.findings]
            count = visit.language.numbers.count(len(lines))
            st.error("\n".join(f"- {plain(line)}" for line in lines[:_TOLD]))
            st.caption(visit.language.programmes.refused.format(count=count))
        elif preview.is_same:
            st.info(texts.same)
        else:
            st.markdown(f"**{texts.changes.format(count=visit.language.numbers.count(len(preview.cells)))}**")
            lines = change_lines(preview, found.items, visit.catalogue.unit_by_code, visit.language)
            st.markdown("\n".join(f"- {plain(line)}" for line in lines[:_TOLD]))
        with st.container(horizontal=True):
            fine = not preview.findings and not preview.is_same
            if fine and st.button(texts.save, type="primary", icon=":material/save:", key="readiness_save"):
                _save(draft, visit)
            st.button(texts.discard, on_click=_discard, key="readiness_discard", icon=":material/close:")


def _save(draft: _Draft, visit: Visit) -> None:
    saved = _load(draft, visit, dry_run=False)
    if saved is None or saved.findings:
        return
    visit.records.live.catch_up()
    count = visit.language.numbers.count(len(saved.cells))
    st.session_state[_SAVED] = visit.language.readiness.saved.format(count=count, batch=saved.batch)
    _discard()
    st.rerun()


def _load(draft: _Draft, visit: Visit, *, dry_run: bool) -> Loaded | None:
    try:
        return load_readiness_content(
            database_url(), draft.content, draft.programme, current_reader(), name=draft.name, dry_run=dry_run
        )
    except NotSaved as problem:
        st.error(plain(Wording(visit.language).problem(problem)))
        return None


def _discard() -> None:
    st.session_state.pop(_HELD, None)
