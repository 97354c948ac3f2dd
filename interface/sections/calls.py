"""Leaders, units behind and silent units: five names each, beside the charts of the overview."""

from html import escape
from itertools import islice
from typing import Final

import streamlit as st

from data_access.queries.follow_up import fetch_behind
from data_access.queries.ranking import fetch_leaders
from interface.shell.address import link_params
from interface.shell.visit import Visit
from interface.widgets.panels import show_link
from model.behind import Behind
from model.codes import TargetStatus
from model.exactness import same_direction
from presentation.behind import last_day_of
from presentation.facts import write_ranked
from presentation.wording import Wording

_NAMES: Final = 5

_Line = tuple[str, str]  # a unit's short name, and what is said of it


def show_calls(visit: Visit) -> None:
    """Draw the three lists; without a known pace only the leaders."""
    texts, behind = visit.language.overview, fetch_behind(visit.records, visit.filters)
    lists = [(texts.leading, _leading(visit))]
    if behind is not None and behind.moment is not None:
        slow, silent = ([unit for unit in behind.units if unit.is_silent is still] for still in (False, True))
        below = texts.to_urge.format(status=visit.language.names.target_status(TargetStatus.BEHIND).lower())
        groups = [(below, slow), (texts.silent, silent)]
        if behind.is_over:  # after the deadline there is nobody to call
            groups = [(visit.language.names.target_status(TargetStatus.MISSED), list(behind.missed))]
        if not behind.has_targets:  # of what nobody could miss “none” would say that all is well
            groups = [] if behind.is_over else [(texts.silent, silent)]
        count = visit.language.numbers.count
        lists += [(f"{head} · {count(len(units))}", _lines(visit, units)) for head, units in groups]
    if not any(lines for _, lines in lists):
        return
    with st.container(border=True, key="calls"):
        st.html(f'<div class="calls">{"".join(_list(head, lines, texts.nobody) for head, lines in lists)}</div>')
    more = texts.more.format(page=visit.language.pages.titles["targets"])
    show_link("targets", more, link_params(visit.filters))


def _leading(visit: Visit) -> list[_Line]:
    ranking, _ = fetch_leaders(visit.records, visit.filters.changed(measure=visit.filters.count_measure, top=10))
    if not ranking.is_ordered:
        return []
    wording = Wording(visit.language, visit.catalogue)
    return [
        (
            f"{row['rank']}. {wording.short_unit(row['unit_code'], row['short_name'])}",
            write_ranked(row, ranking.measure, visit.language),
        )
        for row in islice(ranking.frame.iter_rows(named=True), _NAMES)
        if row["unit_code"] is not None and row["rank"] is not None
    ]


def _lines(visit: Visit, units: list[Behind]) -> list[_Line]:
    """What each unit still lacks; for those without a target or any report, since when they are silent."""
    furthest = sorted(units, key=lambda unit: unit.gap or 0)  # the needed pace is rounded: ties would mix the gaps
    return [(visit.language.names.word(unit.unit.short_name), _reason(visit, unit)) for unit in furthest[:_NAMES]]


def _reason(visit: Visit, late_unit: Behind) -> str:
    language, numbers = visit.language, visit.language.numbers
    if late_unit.has_reported and late_unit.gap is not None and late_unit.gap < 0:
        count = language.names.qualified(numbers.count(-late_unit.gap), same_direction(late_unit.target_qualifier))
        return language.overview.to_go.format(count=count)
    return last_day_of(late_unit, language)


def _list(head: str, lines: list[_Line], nobody: str) -> str:
    items = "".join(f"<li><span>{escape(name)}</span><span>{escape(line)}</span></li>" for name, line in lines)
    return f"<section><h2>{escape(head)}</h2><ol>{items or f'<li><span>{escape(nobody)}</span></li>'}</ol></section>"
