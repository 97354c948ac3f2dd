"""Known problems as one sentence with a reference to the log entry."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import streamlit as st

from data_access.database.errors import (
    DataAccessError,
    DatabaseChanged,
    DatabaseDamaged,
    DatabaseNewer,
    NotAllowed,
    NotListed,
    PageFailed,
    Unanswerable,
    UnreadableSetting,
)
from language.languages import Language, language_of_code

LOGGER = logging.getLogger(__name__)
RETRY_SECONDS = 4
Answer = TypeVar("Answer")
_SENTENCES = {
    DatabaseChanged: "database_changed",
    DatabaseDamaged: "database_damaged",
    DatabaseNewer: "database_newer",
}


def show_problem(problem: DataAccessError, language: Language) -> None:
    """Draw the sentence and the reference. The page reruns by itself where that may help."""
    if isinstance(problem, Unanswerable):
        st.info(language.problems.unanswered(problem.reason), icon=":material/lock_clock:")
        return
    texts = language.problems
    if isinstance(problem, NotListed):
        st.info(texts.not_listed, icon=":material/lock:")
        return
    if isinstance(problem, NotAllowed):
        st.error(texts.not_allowed.format(units=", ".join(problem.units)), icon=":material/lock:")
        return
    if isinstance(problem, UnreadableSetting):
        reason = texts.unreadable_reasons[problem.reason]
        sentence = texts.unreadable_setting.format(setting=problem.setting, reason=reason, reference=problem.reference)
        st.error(sentence, icon=":material/settings_alert:")
        return
    sentence = getattr(texts, _SENTENCES.get(type(problem), "database_unreachable"))
    st.error(sentence.format(reference=problem.reference), icon=":material/cloud_off:")
    _ask_again()


@contextmanager
def showing_problems(language: Language) -> Iterator[None]:
    """Known problems inside end the page with a sentence; a part that is unanswerable or forbidden is skipped."""
    try:
        yield
    except DataAccessError as problem:
        show_problem(problem, language)
        if not isinstance(problem, Unanswerable | NotListed):
            st.stop()


def language_of_address() -> Language:
    """The language that the address names, with its general words; Vietnamese without any."""
    return language_of_code(st.query_params.get("lang", ""))


def show_failure(problem: Exception) -> None:
    """Draw the sentence for an error that nothing foresaw. Its code finds the log entry with the trace."""
    failed = PageFailed("A page failed")
    LOGGER.error("%s", failed, exc_info=problem)
    language = language_of_address()
    st.error(language.problems.page_failed.format(reference=failed.reference), icon=":material/error:")


def require_answer(question: Callable[[], Answer], language: Language) -> Answer:
    """The result of a question the page depends on; where there is none, the page ends with the reason."""
    answers: list[Answer] = []
    with showing_problems(language):
        answers.append(question())
    if not answers:
        st.stop()
    return answers[0]


@st.fragment(run_every=RETRY_SECONDS)
def _ask_again() -> None:
    was_retried = st.session_state.get("asked_again", False)
    st.session_state["asked_again"] = not was_retried
    if was_retried:
        st.rerun()
