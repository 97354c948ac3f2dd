"""Columns and words with names of the file's own, mapped to their meanings."""

from collections import Counter
from collections.abc import Callable

import streamlit as st

from data_access.importing.heading_words import FIELDS
from data_access.importing.headings import field_of, heading_key, heading_of
from data_access.importing.remarks import Severity
from data_access.importing.understood import Understood
from data_access.importing.words import meanings
from importer.wording import Wording
from interface.widgets.more import show_more
from interface.widgets.sources import plain
from language.languages import VIETNAMESE

Answer = Callable[..., None]
_NAMES = {"position": "positions", "ownership": "ownerships", "solution": "solutions", "status": "statuses"}
_NAMES |= {"level": "levels", "unit_kind": "kinds", "target_kind": "target_kinds"}
_AT_ONCE = 20


def ask_missing_columns(understood: Understood, answer: Answer, wording: Wording) -> None:
    """Draw, for each required column a file lacks, the choice of the column that holds it."""
    texts, kind = wording.texts, understood.choices.kind
    codes = ("missing_column", "repeated_column")
    for remark in [remark for remark in understood.of(Severity.REFUSED) if remark.code in codes]:
        there = _numbered([str(heading) for heading in _listed(remark.params["there"])])
        with st.form("missing_columns"):
            st.markdown(f"**{texts.columns_title}**")
            answers: dict[str, str] = {}
            for column in _listed(remark.params["columns"]):
                label = texts.column_question.format(column=plain(str(column)))
                heading = st.selectbox(label, there, None, placeholder=texts.choose_unit)
                name = field_of(kind, str(column))
                if heading and name:
                    answers[heading] = name
            if st.form_submit_button(texts.apply, type="primary") and answers:
                answer(heading_names={**understood.choices.heading_names, **answers})
                st.rerun()


def _listed(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list | tuple) else ()


def _numbered(headings: list[str]) -> list[str]:
    """Headings made unique: a repeated one becomes “Đơn vị#2”."""
    counts = Counter(map(heading_key, headings))
    numbers: Counter[str] = Counter()
    distinct = []
    for heading in headings:
        key = heading_key(heading)
        numbers[key] += 1
        distinct.append(f"{heading}#{numbers[key]}" if counts[key] > 1 else heading)
    return distinct


def ask_other_columns(understood: Understood, answer: Answer, wording: Wording) -> None:
    """Draw the choice of a column for every unknown heading."""
    texts, kind = wording.texts, understood.choices.kind
    ignored = [remark for remark in understood.of(Severity.WARNING) if remark.code == "ignored_columns"]
    free = {name: heading_of(kind, name) for name in FIELDS[kind] if name not in understood.headings}
    if not ignored or not free:
        return
    with st.expander(texts.other_columns), st.form("other_columns"):
        answers: dict[str, str] = {}
        headings = list(map(str, _listed(ignored[0].params["columns"])))
        for heading in headings[:_AT_ONCE]:
            label = texts.heading_question.format(heading=plain(heading))
            name = st.selectbox(label, list(free), None, format_func=free.__getitem__, placeholder=texts.not_used)
            if name:
                answers[heading] = name
        show_more(len(headings) - _AT_ONCE, wording.language)
        if st.form_submit_button(texts.apply) and answers:
            answer(heading_names={**understood.choices.heading_names, **answers})
            st.rerun()


def ask_words(understood: Understood, answer: Answer, wording: Wording) -> None:
    """Draw the choice of a code for every unknown word of coded columns."""
    texts = wording.texts
    fields = {heading: name for name, heading in understood.headings.items()}
    questions = [
        (fields[column], column, word, count) for column, word, count in understood.unknown_words if column in fields
    ]
    questions = [question for question in questions if meanings(question[0])]
    if not questions:
        return
    with st.form("words"):
        st.markdown(f"**{texts.words_title}**")
        answers: dict[str, str] = {}
        for name, column, word, count in questions[:_AT_ONCE]:
            labels = labels_of(name, wording)
            params = {"column": plain(column), "value": plain(word), "count": wording.count(count)}
            question = texts.word_question.format(**params)
            code = st.selectbox(
                question, list(labels), None, format_func=labels.__getitem__, placeholder=texts.choose_unit
            )
            if code:
                answers[f"{name}:{word}"] = code
        show_more(len(questions) - _AT_ONCE, wording.language)
        if st.form_submit_button(texts.apply, type="primary") and answers:
            answer(words={**understood.choices.words, **answers})
            st.rerun()


def labels_of(name: str, wording: Wording) -> dict[str, str]:
    """The codes of a column and their labels."""
    words = meanings(name)
    if name not in _NAMES or (wording.language is VIETNAMESE and name != "level"):
        return words
    names = wording.language.names.by_code(_NAMES[name])
    return {code: names.get(code, word) for code, word in words.items()}
