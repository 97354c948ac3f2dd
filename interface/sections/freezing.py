"""“Chốt số liệu”: staff freeze figures under a name and find frozen ones."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import streamlit as st

from data_access.database.errors import CodeTaken, DataAccessError, NameTaken, NotSaved
from data_access.database.permissions import signature
from data_access.database.settings import database_url
from data_access.importing.bulk import Progress
from data_access.snapshots.freezing import MomentAhead, NothingToFreeze, freeze
from data_access.snapshots.frozen_changes import fetch_frozen_list
from interface.shell.access import current_reader
from interface.shell.frozen import show_frozen_list
from interface.shell.problems import showing_problems
from interface.shell.visit import Visit
from interface.widgets.import_job import Job
from interface.widgets.panels import show_title
from interface.widgets.sources import plain
from language.languages import Language
from model.accounts import may
from model.filters import Filters
from model.folding import slug
from model.freezing import Frozen, FrozenChanges

_HELD: Final = "freezing"  # what somebody is about to freeze
_REFUSAL: Final = "freezing_refused"  # until the next try
_DONE: Final = "freezing_done"
_REFUSED: Final = {NameTaken: "name_taken", CodeTaken: "code_taken", NothingToFreeze: "nothing", MomentAhead: "ahead"}
_UNSAVED: Final = {"somebody_else_is_importing": "busy", "disk_full": "disk_full"}


@dataclass(frozen=True)
class _Request:
    """What will be frozen, held from confirmation on, even if the filters of the page change."""

    programme: str
    programme_name: str
    moment: datetime
    total: int
    name: str
    code: str
    job: Job[Frozen] | None = None


def show_freezing(visit: Visit) -> None:
    """Draw the form with its confirmation, for those with permission, and the list of frozen figures."""
    texts = visit.language.freezing
    show_title(texts.title, texts.note, None, visit.language)
    if _REFUSAL in st.session_state:
        st.error(st.session_state[_REFUSAL])
    if visit.records.frozen is not None:
        st.info(texts.leave_first)
    elif not may(current_reader(), "freeze"):
        st.info(texts.may_not)
    else:
        _show_form(visit)
    with showing_problems(visit.language):
        snapshots = fetch_frozen_list(visit.records, visit.filters.programme)
        _show_done(snapshots, visit.language)
        show_frozen_list(snapshots, visit.filters, visit.language)


def _show_form(visit: Visit) -> None:
    held: _Request | None = st.session_state.get(_HELD)
    if held is not None and held.job is not None:
        _finish(held.job, visit.language)
        return
    moment = visit.filters.as_of or visit.records.last_moment(visit.filters.programme)
    total = _total(visit, moment)
    if moment is None or not total:
        st.info(visit.language.freezing.refusals["nothing"])
        return
    request = _Request(visit.programme.code, visit.language.short_name_of(visit.programme), moment, total, "", "")
    with st.container(border=True):
        st.markdown(_worded(visit.language.freezing.what, request, visit.language))
        if held is None:
            _ask(request, visit.language)
        else:
            _confirm(held, visit.language)


def _total(visit: Visit, moment: datetime | None) -> int:
    if moment is None:
        return 0
    then = Filters(programme=visit.filters.programme, as_of=moment)
    return int(visit.records.slice(then).counts()["uploads"].item())


def _ask(request: _Request, language: Language) -> None:
    texts = language.freezing
    with st.form("freeze", border=False):
        st.text_input(texts.name, key="freeze_name", placeholder=texts.name_hint, max_chars=120)
        st.text_input(texts.code, key="freeze_code", placeholder=texts.code_hint, max_chars=50)
        st.form_submit_button(texts.review, on_click=_review, args=(request, texts.refusals), type="primary")


def _review(request: _Request, refusals: Mapping[str, str]) -> None:
    """Callback: hold the input for confirmation, or report what is missing."""
    name = " ".join(st.session_state["freeze_name"].split())
    if not any(letter.isalnum() for letter in name):
        st.session_state[_REFUSAL] = refusals["name_missing"]
        return
    st.session_state.pop(_REFUSAL, None)
    st.session_state[_HELD] = replace(request, name=name, code=slug(st.session_state["freeze_code"]))


def _confirm(held: _Request, language: Language) -> None:
    texts = language.freezing
    st.warning(_worded(texts.sure, held, language), icon=":material/lock_clock:")
    st.caption(texts.who_freezes.format(who=plain(signature(current_reader()))))
    with st.container(horizontal=True):
        st.button(texts.confirm, icon=":material/lock:", type="primary", key="freeze_now", on_click=_start)
        st.button(texts.cancel, key="freeze_cancel", on_click=_forget)


def _worded(sentence: str, request: _Request, language: Language) -> str:
    numbers = language.numbers
    return sentence.format(
        programme=plain(request.programme_name),
        moment=numbers.moment(request.moment),
        total=numbers.count(request.total),
        name=plain(request.name),
        as_of=language.pages.filter_names["as_of"],
    )


def _start() -> None:
    """Callback: begin to freeze, once even for repeated clicks."""
    held: _Request | None = st.session_state.get(_HELD)
    if held is None or held.job is not None:
        return
    st.session_state.pop(_REFUSAL, None)
    url, by = database_url(), current_reader()

    def work(_: Progress) -> Frozen:
        return freeze(url, held.programme, held.name, by, held.moment, held.code or None, renumber=False)

    st.session_state[_HELD] = replace(held, job=Job(work))


def _forget() -> None:
    """Callback: return to the form with its input."""
    held: _Request | None = st.session_state.pop(_HELD, None)
    if held is not None:
        st.session_state.update({"freeze_name": held.name, "freeze_code": held.code})


def _finish(job: Job[Frozen], language: Language) -> None:
    """Wait until freezing is done and report the outcome; fields are cleared only on success."""
    try:
        st.session_state[_DONE] = job.wait(language.freezing.working, language).code
    except DataAccessError as problem:
        st.session_state[_REFUSAL] = _refusal(problem, language)
    _forget()
    if _DONE in st.session_state:
        st.session_state.update({"freeze_name": "", "freeze_code": ""})
    st.rerun()


def _refusal(problem: DataAccessError, language: Language) -> str:
    code = _UNSAVED.get(problem.code) if isinstance(problem, NotSaved) else _REFUSED.get(type(problem))
    return language.freezing.refusals[code or "away"].format(reference=problem.reference)


def _show_done(snapshots: tuple[FrozenChanges, ...], language: Language) -> None:
    code = st.session_state.pop(_DONE, "")
    for snapshot in snapshots:
        if snapshot.frozen.code == code:
            numbers = language.numbers
            name, moment = plain(snapshot.frozen.name), numbers.moment(snapshot.frozen.as_of)
            sentence = language.freezing.done.format(name=name, moment=moment, total=numbers.count(snapshot.uploads))
            st.success(sentence, icon=":material/lock:")
