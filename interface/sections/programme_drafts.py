"""A programme draft before it is saved: changes, errors, and the buttons to save or discard."""

from typing import Final

import streamlit as st

from data_access.database.errors import NotSaved
from data_access.database.settings import database_url
from data_access.programmes.saving import Loaded, load_content
from importer.programmes import cell_lines, change_lines, finding_line, typed_line
from importer.wording import Wording
from interface.shell.access import current_reader
from interface.shell.beginning import link_to_import
from interface.shell.refusals import show_refusal
from interface.shell.visit import Visit
from interface.widgets.held_draft import Draft, discard_draft, empty_forms, forget_tables, held_draft, show_meeting
from interface.widgets.loading import show_remarks
from interface.widgets.more import show_lines
from interface.widgets.sources import plain
from language.languages import Language
from model.reader import Reader

_SAVED: Final = "programme_saved"


def show_draft(visit: Visit, by: Reader) -> None:
    """Draw the preview of the draft, or what was just saved; otherwise nothing."""
    _show_saved(visit)
    draft = held_draft()
    if draft is None:
        return
    texts = visit.language.programmes
    if draft.preview is None:
        draft.preview = load_content(database_url(), draft.content, draft.name, by, dry_run=True)
    with st.container(border=True):
        if draft.meets_another:
            show_meeting(draft.preview.code, draft.began, visit.language)
        if draft.preview.findings:
            _show_findings(draft, draft.preview, Wording(visit.language))
        else:
            show_remarks(draft.preview, visit.language)
            _show_changes(draft.preview, visit.language)
        with st.container(horizontal=True):
            waiting = not draft.preview.findings and not draft.preview.is_same
            if waiting:
                save = st.button(texts.save, type="primary", icon=":material/save:", key="programme_save")
                if save:
                    _save(draft, visit)
            st.button(texts.discard, on_click=discard_draft, key="programme_discard", icon=":material/close:")


def _show_findings(draft: Draft, preview: Loaded, wording: Wording) -> None:
    texts, line_of = wording.language.programmes, typed_line if draft.is_typed else finding_line
    lines = [line_of(finding, wording.language) for finding in preview.findings]
    head = f"**{texts.refused.format(count=wording.count(len(lines)))}**"
    show_lines(st.error, lines, wording.language, head)


def _show_changes(preview: Loaded, language: Language) -> None:
    texts = language.programmes
    if preview.is_same:
        st.info(plain(texts.same.format(code=preview.code)))
        return
    title = texts.preview_new if preview.is_new else texts.preview_changed
    lines = "\n".join(f"- {plain(line)}" for line in change_lines(preview, texts))
    st.markdown(f"**{plain(title.format(code=preview.code))}**\n\n{lines}")
    cells = cell_lines(preview, language)
    if cells:
        with st.expander(texts.cells_title, expanded=len(cells) <= 20):
            st.markdown("\n".join(f"- {plain(line)}" for line in cells))


def _save(draft: Draft, visit: Visit) -> None:
    try:
        state = draft.preview.before if draft.preview else None
        saved = load_content(database_url(), draft.content, draft.name, current_reader(), expected=state)
    except NotSaved as problem:
        show_refusal(problem, visit.language)
        return
    if saved.findings or saved.is_late:  # somebody saved something else meanwhile
        draft.preview, draft.is_late = saved, True
        st.rerun()
    visit.records.live.catch_up()
    st.session_state[_SAVED] = saved
    forget_tables()
    empty_forms()
    discard_draft()
    st.rerun()


def _show_saved(visit: Visit) -> None:
    saved: Loaded | None = st.session_state.pop(_SAVED, None)
    if saved is None:
        return
    texts = visit.language.programmes
    st.success(plain(texts.saved_page.format(code=saved.code, batch=saved.batch)), icon=":material/check:")
    params = {"programme": saved.code, "lang": visit.language.code}
    with st.container(horizontal=True):
        label = texts.open_it.format(code=plain(saved.code))
        st.page_link("dashboard.py", label=label, icon=":material/arrow_forward:", query_params=params)
        link_to_import(saved.code, visit.language)
