"""Remembered answers about imported files: listed, and removable."""

from functools import partial

import streamlit as st

from data_access.database.errors import NotAllowed, NotSaved
from data_access.database.settings import database_url
from data_access.database.transactions import reading
from data_access.importing.choices import Kind
from data_access.importing.heading_words import FIELDS
from data_access.importing.headings import heading_of
from data_access.importing.remembering import UNIT, Remembered, fetch_remembered, forget
from importer.wording import Wording
from interface.shell.refusals import show_refusal
from interface.widgets.import_columns import labels_of
from interface.widgets.more import show_more
from model.catalogue import Catalogue
from model.reader import Reader
from presentation.signatures import display_name

_SHOWN = 100


def show_memory(by: Reader, catalogue: Catalogue, wording: Wording) -> None:
    """Draw every remembered answer with a button to forget it."""
    texts = wording.texts
    with reading(database_url()) as connection:
        answers = fetch_remembered(connection, by)
    if not answers:
        st.caption(texts.nothing_remembered)
        return
    st.caption(texts.memory_note)
    for number, answer in enumerate(answers[:_SHOWN]):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(answer_line(answer, catalogue, wording), width="stretch")
            st.button(
                texts.forget, key=f"forget-{number}", on_click=partial(_forget, answer, by), icon=":material/undo:"
            )
    show_more(len(answers) - _SHOWN, wording.language)
    problem = st.session_state.pop("memory_problem", None)
    if isinstance(problem, NotSaved):
        show_refusal(problem, wording.language)
    elif problem is not None:
        st.error(wording.language.problems.not_allowed.format(units=""))


def _forget(answer: Remembered, by: Reader) -> None:
    try:
        forget(database_url(), by, answer)
    except (NotSaved, NotAllowed) as problem:
        st.session_state["memory_problem"] = problem


def answer_line(answer: Remembered, catalogue: Catalogue, wording: Wording) -> str:
    """“Trạng thái “đã phê chuẩn” → Hợp lệ · An, 20/04/2022 08:00”."""
    texts = wording.texts
    subject, meaning = texts.remembered[answer.what], answer.meaning
    words = answer.spelling
    if answer.what == UNIT:
        unit = catalogue.unit_by_code.get(answer.meaning)
        meaning = unit.short_name if unit else answer.meaning
    elif answer.what == "word":
        field, _, words = answer.spelling.partition(":")
        subject = heading_of(Kind.INITIATIVES, field) if field in FIELDS[Kind.INITIATIVES] else subject
        meaning = labels_of(field, wording).get(answer.meaning, answer.meaning)
    elif answer.what == "heading":
        kind, _, words = answer.spelling.partition(":")
        meaning = heading_of(Kind(kind), answer.meaning) if answer.meaning in FIELDS[Kind(kind)] else texts.not_used
    elif answer.what == "union_from":
        words, meaning = texts.kinds[answer.spelling], texts.from_source[answer.meaning]
    elif answer.what == "sector":
        meaning = wording.language.names.sector(answer.meaning)
    elif answer.what == "blank":
        meaning = texts.left_blank
    text = f"{subject} “{words}” → {meaning}"
    return f"{text} · {display_name(answer.who, wording.language)}, {wording.language.numbers.moment(answer.at)}"
