"""Questions about a file that only staff can answer, as buttons."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

import polars as pl
import streamlit as st

from data_access.importing.amounts import amount_near
from data_access.importing.choices import Kind
from data_access.importing.files.legacy import OLD
from data_access.importing.remarks import Remark, Severity
from data_access.importing.understood import Understood
from importer.questions import UNIT_CODES
from importer.wording import Wording
from interface.widgets.import_columns import ask_other_columns, ask_words
from interface.widgets.more import show_more
from interface.widgets.sources import plain
from model.catalogue import Catalogue
from model.folding import vietnamese_key
from model.reference import unit_labels

Answer = Callable[..., None]
_Ask = Callable[[Remark, Answer, Wording], None]
OLD_ENCODINGS: Final = (*OLD, "windows-1258", "utf-8")
_NAMES_AT_ONCE: Final = 20


def ask(understood: Understood, answer: Answer, catalogue: Catalogue, wording: Wording) -> None:
    """Draw every open question of a file."""
    codes: set[str] = set()
    for remark in understood.of(Severity.QUESTION):
        with st.container(border=True):
            # The page shows the preview as a table.
            sentence = wording.remark(replace(remark, params={**remark.params, "preview": ""}))
            st.markdown(f":material/help: **{wording.texts.severities['question']}.** {plain(sentence)}")
            if remark.code not in codes:
                _ANSWERS[remark.code](remark, answer, wording)
        codes.add(remark.code)
    own = catalogue.of_programme(catalogue.programme(understood.choices.programme))
    below = catalogue.below.get(catalogue.programme(understood.choices.programme).id, {}).values()
    may_mean = (*own.units, *(below if understood.choices.kind is Kind.TARGETS else ()))  # others never name these
    labels = unit_labels(may_mean)
    units = {code: labels[code] for code in sorted(labels, key=lambda code: vietnamese_key(labels[code]))}
    sectors = {sector.code: wording.language.name_of(sector) for sector in own.sectors}
    _ask_blanks(understood, answer, wording)
    ask_words(understood, answer, wording)
    _ask_names(understood, UNIT_CODES, units, answer, wording)
    _ask_names(understood, ("unknown_sector",), sectors, answer, wording)
    ask_other_columns(understood, answer, wording)


def _ask_encoding(remark: Remark, answer: Answer, wording: Wording) -> None:
    texts, guess = wording.texts, str(remark.params["encoding"])
    preview = remark.params["preview"]
    if isinstance(preview, list):
        st.dataframe({texts.first_rows.removesuffix(":"): preview}, hide_index=True, placeholder="")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button(texts.yes_convert, on_click=answer, kwargs={"encoding": guess}, type="primary")
        others = [name for name in OLD_ENCODINGS if name != guess]
        other = st.selectbox(texts.other_encoding, others, None, format_func=lambda name: texts.encodings[name])
    if other:
        answer(encoding=other)
        st.rerun()


def _of_some(field: str, answers: Mapping[str, str], best: str = "") -> _Ask:
    """Draw a question with a button for each answer (label in ImportTexts by value); `best` is highlighted."""

    def ask(_remark: Remark, answer: Answer, wording: Wording) -> None:
        with st.container(horizontal=True):
            for value, label in answers.items():
                kind: Literal["primary", "secondary"] = "primary" if value == best else "secondary"
                st.button(getattr(wording.texts, label), on_click=answer, kwargs={field: value}, type=kind)

    return ask


def _ask_sheets(remark: Remark, answer: Answer, wording: Wording) -> None:
    texts, sheets = wording.texts, remark.params["sheets"]
    names = list(map(str, sheets)) if isinstance(sheets, list) else []
    with st.container(horizontal=True, vertical_alignment="bottom"):
        ticked = st.multiselect(texts.these_sheets, names)
        st.button(texts.apply, on_click=answer, kwargs={"sheets": tuple(ticked)}, disabled=not ticked, type="primary")
        st.button(texts.all_sheets, on_click=answer, kwargs={"sheets": ("*",)})


def _ask_total(_remark: Remark, answer: Answer, wording: Wording) -> None:
    st.button(wording.texts.ignore_total, on_click=answer, kwargs={"total_row": "ignore"}, type="primary")


def _ask_union(remark: Remark, answer: Answer, wording: Wording) -> None:
    options = remark.params["options"]
    with st.container(horizontal=True):
        for source in map(str, options) if isinstance(options, list) else ():
            label = wording.texts.from_source[source]
            st.button(label, key=f"union {source}", on_click=answer, kwargs={"union_from": source})


def _ask_overwrites(remark: Remark, answer: Answer, wording: Wording) -> None:
    label = wording.texts.overwrite.format(count=wording.count(int(str(remark.params["count"]))))
    st.button(label, on_click=answer, kwargs={"replace": True}, type="primary")


_ANSWERS: Final[dict[str, _Ask]] = {
    "legacy_encoding": _ask_encoding,
    "month_first": _of_some("date_order", {"mdy": "month_day", "dmy": "day_month"}, best="mdy"),
    "hidden_rows": _of_some("hidden_rows", {"include": "include_hidden", "skip": "skip_hidden"}),
    "several_sheets": _ask_sheets,
    "total_differs": _ask_total,
    "whole_differs": _ask_total,
    "units_ended": _of_some("ended", {"move": "to_successor", "keep": "keep_ended"}, best="move"),
    "union_missing": _ask_union,
    "overwrites": _ask_overwrites,
    "alike_codes": _of_some("alike", {"same": "same_initiative", "different": "other_initiatives"}),
    "unit_in_doubt": _of_some(
        "money_unit",
        {"thousand": "in_thousands", "million": "in_millions", "billion": "in_billions", "dong": "in_dong"},
    ),
    "dots_in_doubt": _of_some("dots", {"thousands": "mark_of_thousands", "decimal": "mark_of_decimals"}),
}


def _ask_blanks(understood: Understood, answer: Answer, wording: Wording) -> None:
    """Draw the texts in amount columns, each of which may mean “unknown”."""
    words = understood.wrong.filter(pl.col("code") == "not_a_number") if understood.wrong.height else understood.wrong
    words_of_blanks = words["value"].drop_nulls().unique(maintain_order=True).to_list() if words.height else []
    for word in words_of_blanks[:_NAMES_AT_ONCE]:
        blanks = {"blanks": (*understood.choices.blanks, word)}
        label = wording.texts.means_blank.format(value=plain(word))
        with st.container(horizontal=True):
            st.button(label, key=f"blank {word}", on_click=answer, kwargs=blanks)
            near = amount_near(word)
            if near:
                amounts = {"amounts": {**understood.choices.amounts, word: near}}
                means = wording.texts.means_amount.format(value=plain(word), amount=wording.count(near))
                st.button(means, key=f"amount {word}", on_click=answer, kwargs=amounts)
    show_more(len(words_of_blanks) - _NAMES_AT_ONCE, wording.language)


def _ask_names(
    understood: Understood, codes: Sequence[str], names: dict[str, str], answer: Answer, wording: Wording
) -> None:
    """Draw unknown words of the file with their nearest candidates first."""
    if not understood.wrong.height:
        return
    words = (
        understood.wrong.filter(pl.col("code").is_in(codes))
        .group_by("value", maintain_order=True)
        .agg(pl.len().alias("count"), pl.col("hint").first())
    )
    if not words.height:
        return
    texts = wording.texts
    is_unit = codes == UNIT_CODES
    with st.form(codes[0]):
        st.markdown(f"**{texts.units_title if is_unit else texts.sectors_title}**")
        if is_unit:
            st.caption(texts.units_advice)
        answers: dict[str, str] = {}
        for row in words.head(_NAMES_AT_ONCE).iter_rows(named=True):
            hinted = f", {row['hint'] or ''}, "  # a name may have a comma of its own
            near = [code for code in names if f", {names[code]}, " in hinted]
            options = [*near, *(code for code in names if code not in near)]
            question = texts.unit_question.format(value=plain(row["value"]), count=wording.count(row["count"]))
            if is_unit and row["hint"]:
                question += f" – {texts.hint.format(hint=row['hint'])}"
            meant = st.selectbox(question, options, None, format_func=names.__getitem__, placeholder=texts.choose_unit)
            if meant:
                answers[row["value"]] = meant
        show_more(words.height - _NAMES_AT_ONCE, wording.language)
        if st.form_submit_button(texts.apply, type="primary") and answers:
            field = "unit_names" if is_unit else "sector_names"
            answer(**{field: {**getattr(understood.choices, field), **answers}})
            st.rerun()
