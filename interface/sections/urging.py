"""“Cần đôn đốc”: units to call, and text for a message."""

import streamlit as st

from data_access.queries.follow_up import fetch_behind
from data_access.rules.status import WEEK_DAYS
from interface.shell.visit import Visit
from interface.shell.wording import records_source
from interface.widgets.panels import show_title
from interface.widgets.small_tables import show_small_table
from language.languages import Language
from model.behind import Behind, BehindList
from model.exactness import reached_word, same_direction, with_sign
from presentation.behind import last_day_of

_COPIED = 30


def show_behind(visit: Visit) -> None:
    """Draw the units most in need first; nothing without a known pace."""
    late = fetch_behind(visit.records, visit.filters)
    if late is None or late.moment is None:
        return
    language, texts, numbers = visit.language, visit.language.targets, visit.language.numbers
    with st.container(border=True):
        title = texts.behind_title.format(count=numbers.count(len(late.units)), all=numbers.count(late.considered))
        if silent := sum(late_unit.is_silent for late_unit in late.units):  # the overview lists them apart
            title += texts.behind_silent.format(count=numbers.count(silent))
        days = numbers.count(max(late.days_left or 0, 1))
        note = texts.behind_over if late.is_over else texts.behind_note.format(days=days)
        lacking = [texts.behind_lacking.format(count=numbers.count(late.without_target))] if late.without_target else []
        show_title(title, note, records_source(visit, lacking, late.moment), language)
        if not late.units:
            st.success(texts.behind_nobody)
            return
        heads = [texts.behind_columns[name] for name in ("unit", "why", "gap", "needed", "last_week", "last_day")]
        rows = [_row(unit, language) for unit in late.units]
        show_small_table(heads, rows, numbers=(2, 3, 4), long=(1,), caption=title, write_count=numbers.count)


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


def _row(late_unit: Behind, language: Language) -> list[str]:
    numbers = language.numbers
    gap, week = (late_unit.gap, late_unit.last_week / WEEK_DAYS) if late_unit.has_reported else (None, None)
    return [
        language.names.word(late_unit.unit.short_name),
        _why(late_unit, language),
        with_sign(numbers.signed(gap), reached_word(None, late_unit.target_qualifier)),
        _needed(late_unit, language),
        numbers.pace(week, late_unit.needed),
        last_day_of(late_unit, language),
    ]


def _why(late_unit: Behind, language: Language) -> str:
    """Why a unit is listed: since when it is silent, or its actual and needed pace."""
    texts, numbers = language.targets.behind_why, language.numbers
    if late_unit.last_day is None:
        return texts["never"]
    if late_unit.is_silent:
        return texts["silent"].format(day=numbers.date(late_unit.last_day))
    return texts["slow"].format(
        pace=language.numbers.pace(late_unit.last_week / WEEK_DAYS, late_unit.needed),
        needed=_needed(late_unit, language),
    )


def _needed(late_unit: Behind, language: Language) -> str:
    """The pace needed, as inexact as the target; “–” of who has reported nothing: what is missing is not known."""
    if not late_unit.has_reported:
        return language.numbers.count(None)
    return language.names.qualified(
        language.numbers.count(late_unit.needed), same_direction(late_unit.target_qualifier)
    )


def _text(behind: BehindList, language: Language) -> str:
    """Plain text: as-of first, then one line a unit."""
    texts, numbers = language.targets, language.numbers
    lines = [texts.behind_head.format(moment=numbers.moment(behind.moment), end=numbers.date(behind.end))]
    for number, unit in enumerate(behind.units[:_COPIED], 1):
        parts = [_why(unit, language)]
        if unit.target is not None and unit.gap is not None:
            uploads, write = numbers.count(unit.uploads), language.names.qualified
            target = write(numbers.count(unit.target), unit.target_qualifier)
            gap = write(numbers.count(-unit.gap), same_direction(unit.target_qualifier))
            line = texts.behind_line if unit.has_reported else texts.behind_line_silent
            parts.append(line.format(done=uploads, target=target, gap=gap))
        lines.append(f"{number}. {language.names.word(unit.unit.short_name)}: {'; '.join(parts)}.")
    if len(behind.units) > _COPIED:
        lines.append(texts.behind_more.format(count=numbers.count(len(behind.units) - _COPIED)))
    return "\n".join(lines)
