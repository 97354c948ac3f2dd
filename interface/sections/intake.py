"""Import of one file: upload, preview, questions, saving. Answers are kept in the session."""

import tempfile
from pathlib import Path
from typing import Final

import streamlit as st

from data_access.database.errors import NotSaved
from data_access.database.settings import database_url
from data_access.importing.choices import Choices, Kind
from data_access.importing.opening import ENDINGS
from data_access.importing.remarks import Severity
from data_access.importing.syncing.row_file import kind_of
from data_access.importing.syncing.running import waiting_file
from data_access.importing.understood import Understood
from importer.wording import Wording
from interface.shell.programme_choice import choose_programme
from interface.shell.refusals import show_refusal
from interface.shell.visit import Visit
from interface.widgets.import_columns import ask_missing_columns
from interface.widgets.import_form import type_rows
from interface.widgets.import_held import WAITING, Intake
from interface.widgets.import_job import ANSWERING
from interface.widgets.import_preview import show_preview, show_remarks
from interface.widgets.import_questions import ask
from interface.widgets.import_upload import offer_template, written_files
from model.reader import Reader

_HELD: Final = "intake"


def show_intake(visit: Visit, by: Reader) -> None:
    """Draw all steps for one file; nothing while rows of a source are being answered."""
    wording = Wording(visit.language)
    if ANSWERING in st.session_state:
        st.button(wording.texts.back_to_files, key="from_files", on_click=_end_answering)
    elif intake := _uploaded(visit, by, wording):
        _go_on(intake, visit, wording)


def show_answering(visit: Visit, by: Reader) -> None:
    """Draw the waiting rows of a source, below the button that opened them."""
    if ANSWERING in st.session_state:
        wording = Wording(visit.language)
        _go_on(_waiting(by, wording), visit, wording)


def _end_answering() -> None:
    st.session_state.pop(ANSWERING, None)


def _go_on(intake: Intake, visit: Visit, wording: Wording) -> None:
    texts = wording.texts
    if intake.saving is not None:
        _show_saving(intake, wording, visit)
        return
    try:
        understood = intake.start_reading().wait(texts.reading_rows, visit.language)
    except NotSaved as problem:
        _show_refusal(problem, intake, wording)
        return
    show_remarks(understood, wording)
    if understood.of(Severity.REFUSED):
        ask_missing_columns(understood, intake.answer, wording)
        return
    ask(understood, intake.answer, visit.catalogue, wording)
    show_preview(understood, wording)
    _offer_saving(intake, understood, wording)


def _waiting(by: Reader, wording: Wording) -> Intake:
    """The waiting rows of a source as an intake; answers are remembered for the source."""
    name, programme = st.session_state[ANSWERING]
    st.button(wording.texts.back_to_files, on_click=_end_answering)
    held: Intake | None = st.session_state.get(_HELD)
    key = (WAITING, name)
    if held is None or held.key != key:
        folder = tempfile.TemporaryDirectory(prefix="intake-")
        path = waiting_file(database_url(), name, Path(folder.name), by)
        choices = Choices(programme, kind_of(path), by=by, replace=True, keep_good=True, sender=f"sync:{name}")
        held = Intake(key, f"sync:{name}", path, folder, choices)
        st.session_state[_HELD] = held
    return held


def _uploaded(visit: Visit, by: Reader, wording: Wording) -> Intake | None:
    texts = wording.texts
    programmes = {programme.code: wording.programme(programme) for programme in visit.catalogue.programmes}
    with st.container(horizontal=True, vertical_alignment="bottom", key="two_choices"):
        programme = choose_programme(texts.programme, programmes, visit)
        kind = st.selectbox(texts.kind, list(Kind), format_func=lambda kind: texts.kinds[str(kind)])
    most = st.get_option("server.maxUploadSize")
    note = texts.upload_note.format(most=most)
    files = st.file_uploader(texts.upload, [*ENDINGS, "zip"], accept_multiple_files=True, help=note)
    typed: bytes | None = None
    if not files and str(kind) == Kind.INITIATIVES:
        offer_template(visit.catalogue, programme, wording, visit.language)
        with st.expander(texts.type_by_hand):
            units, sectors = visit.units_to_fill(programme), visit.catalogue.sectors_of(programme)
            typed = type_rows(units, [sector.name_vi for sector in sectors], wording)
    if not files and typed is None:
        st.session_state.pop(_HELD, None)
        return None
    mark = [str(file.file_id) for file in files] or [str(hash(typed))]
    key = (*mark, programme, str(kind))
    held: Intake | None = st.session_state.get(_HELD)
    if held is None or held.key != key:
        folder = tempfile.TemporaryDirectory(prefix="intake-")
        contents: list[tuple[str, bytes | memoryview]] = [(file.name, file.getbuffer()) for file in files]
        contents = contents or [(texts.typed_file, typed or b"")]
        name, path = written_files(contents, Path(folder.name))
        choices = Choices(programme, kind or Kind.INITIATIVES, by=by)
        held = Intake(key, name, path, folder, choices)
        st.session_state[_HELD] = held
    return held


def _offer_saving(intake: Intake, understood: Understood, wording: Wording) -> None:
    texts = wording.texts
    wrong = understood.left_out.height
    if wrong and understood.good:
        label = texts.keep_good.format(count=wording.count(wrong))
        keep = st.checkbox(label, intake.choices.keep_good)
        if keep != intake.choices.keep_good:
            intake.answer(keep_good=keep)
            st.rerun()
    changes = understood.counts[0] + understood.counts[1]
    if understood.may_be_saved and not changes:
        st.info(texts.nothing_to_save)
    if st.button(
        texts.save.format(count=wording.count(changes)),
        type="primary",
        icon=":material/save:",
        disabled=not understood.may_be_saved or not changes,
        help=None if understood.may_be_saved else texts.saving_locked,
    ):
        intake.start_saving(understood)
        st.rerun()


def _show_refusal(problem: NotSaved, intake: Intake, wording: Wording) -> None:
    show_refusal(problem, wording.language)
    st.button(wording.texts.save_again, on_click=intake.answer)


def _show_saving(intake: Intake, wording: Wording, visit: Visit) -> None:
    texts = wording.texts
    if intake.saving is None:
        return
    try:
        saved = intake.saving.wait(texts.writing_rows, visit.language)
    except NotSaved as problem:
        _show_refusal(problem, intake, wording)
        return
    st.success(wording.saved(saved))
    if saved.left_out:
        st.warning(wording.left_out(saved))
    if saved.held:
        st.info(texts.held_on_page.format(count=wording.count(saved.held), tab=texts.tab_queue))
    st.page_link(
        "dashboard.py",
        label=texts.see_result,
        icon=":material/arrow_forward:",
        query_params={"programme": intake.choices.programme, "lang": visit.language.code},
    )
