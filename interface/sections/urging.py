"""“Cần đôn đốc”: units to call, and text for a message."""

import streamlit as st

from data_access.queries.follow_up import fetch_behind
from data_access.rules.status import WEEK_DAYS
from interface.shell.visit import Visit
from interface.widgets.panels import show_title
from interface.widgets.small_tables import show_small_table
from language.languages import Language
from model.behind import Behind, BehindList
from model.exactness import opposite_direction, same_direction, with_sign
from presentation.verdict import pace_text

_COPIED = 30


def show_behind(visit: Visit) -> None:
    """Draw the units most in need first; nothing without a known pace."""
    late = fetch_behind(visit.records, visit.filters)
    if late is None or late.moment is None:
        return
    language, texts, numbers = visit.language, visit.language.targets, visit.language.numbers
    with st.container(border=True):
        title = texts.behind_title.format(count=numbers.count(len(late.units)), all=numbers.count(late.considered))
        days = numbers.count(max(late.days_left or 0, 1))
        note = texts.behind_over if late.is_over else texts.behind_note.format(days=days)
        moment = f"**{language.facts.as_of_label}:** {numbers.moment(late.moment)}"
        lacking = [texts.behind_lacking.format(count=numbers.count(late.without_target))] if late.without_target else []
        show_title(title, note, [moment, *lacking], language)
        if not late.units:
            st.success(texts.behind_nobody)
            return
        heads = [texts.behind_columns[name] for name in ("unit", "why", "gap", "needed", "last_week", "last_day")]
        rows = [_row(one, language) for one in late.units]
        show_small_table(heads, rows, numbers=(2, 3, 4), long=(1,), caption=title, counted=numbers.count)


@st.fragment
def offer_text(visit: Visit) -> None:
    """Draw the list as text to copy. It is drawn on request, since the code block costs a script of 1.5 MB."""
    late = fetch_behind(visit.records, visit.filters)
    if late is None or not late.units:
        return
    texts = visit.language.targets
    place = st.expander(texts.behind_copy, icon=":material/content_copy:", key="behind_copy", on_change="rerun")
    if place.open:
        place.code(_text(late, visit.language), language=None, wrap_lines=True)


def _row(one: Behind, language: Language) -> list[str]:
    numbers = language.numbers
    return [
        language.names.word(one.unit.short_name),
        _why(one, language),
        with_sign(numbers.signed(one.gap), opposite_direction(one.target_qualifier)),
        _needed(one, language),
        pace_text(one.last_week / WEEK_DAYS, language),
        numbers.date(one.last_day) if one.last_day else language.targets.behind_never,
    ]


def _why(one: Behind, language: Language) -> str:
    """Why a unit is listed: since when it is silent, or its actual and needed pace."""
    texts, numbers = language.targets.behind_why, language.numbers
    if one.last_day is None:
        return texts["never"]
    if one.is_silent:
        return texts["silent"].format(day=numbers.date(one.last_day))
    return texts["slow"].format(pace=pace_text(one.last_week / WEEK_DAYS, language), needed=_needed(one, language))


def _needed(one: Behind, language: Language) -> str:
    """The pace needed; “at least” where the target is a lower bound."""
    return language.names.qualified(language.numbers.count(one.needed), same_direction(one.target_qualifier))


def _text(behind: BehindList, language: Language) -> str:
    """Plain text: as-of first, then one line a unit."""
    texts, numbers = language.targets, language.numbers
    lines = [texts.behind_head.format(moment=numbers.moment(behind.moment), end=numbers.date(behind.end))]
    for number, one in enumerate(behind.units[:_COPIED], 1):
        parts = [_why(one, language)]
        if one.target is not None and one.gap is not None:
            done, write = numbers.count(one.uploads), language.names.qualified
            target = write(numbers.count(one.target), one.target_qualifier)
            gap = write(numbers.count(-one.gap), same_direction(one.target_qualifier))
            parts.append(texts.behind_line.format(done=done, target=target, gap=gap))
        lines.append(f"{number}. {language.names.word(one.unit.short_name)}: {'; '.join(parts)}.")
    if len(behind.units) > _COPIED:
        lines.append(texts.behind_more.format(count=numbers.count(len(behind.units) - _COPIED)))
    return "\n".join(lines)
