"""Parts of the printed report as plain values with formatted texts: bars, counts, tables."""

from typing import Any, Final

from charts.kit.palette import LIGHT
from exports.colours import status_colour
from model.breakdown import Breakdown
from model.codes import TargetStatus
from presentation.briefs.brief import Brief
from presentation.definitions import define_statuses
from presentation.figures import Figures
from presentation.one_union import UnionView
from presentation.published import COLUMNS, view_published
from presentation.ranking import view_ranking
from presentation.sectors import view_parts
from presentation.targets import view_targets
from presentation.wording import Wording, join_sentences, shortened

Value = Any  # what JSON can hold

_MOST_BARS: Final = 10
_LIST: Final = 2  # unions that make one
_OF_NO_TARGET: Final = (TargetStatus.NOT_COMPARABLE, TargetStatus.NO_TARGET)  # which say nothing of the count


def _bar(name: str, value: float, text: str, most: float, colour: str, note: str = "") -> dict[str, Value]:
    """A bar beside others, the longest of which is full: it has no track, whose end would mean another number."""
    part = value / most if most > 0 else 0
    return {"name": name, "text": text, "part": part, "colour": colour, "note": note, "has_track": False}


def ranking(figures: Figures, wording: Wording) -> dict[str, Value]:
    """At most ten places, the first three in gold."""
    view = view_ranking(figures, wording, _MOST_BARS)
    most = max((place.value for place in view.places), default=0)
    places = view.places if len(view.places) >= _LIST and most else ()  # who is alone leads nobody
    bars = [
        _bar(place.name, place.value, place.text, most, LIGHT.gold if place.is_medal else LIGHT.data)
        for place in places
    ]
    sentences = (view.share if places else "", view.no_order, view.bound, view.leading, view.legend)
    note = join_sentences(sentences)
    return {
        "title": view.title,
        "bars": bars,
        "note": note,
        "bound": view.bound,
        "nothing": wording.texts.slides.ranking_nothing,
    }


def furthest(figures: Figures, wording: Wording) -> dict[str, Value]:
    """The units furthest from their targets, the furthest first; all units where there are few."""
    view = view_targets(figures, wording, _MOST_BARS)
    bars = [
        {
            **_bar(unit.short_name, min(unit.reached_pct or 0.0, 100.0), unit.reached, 100, status_colour(unit.status)),
            "has_track": True,  # which ends at the whole target
        }
        for unit in (view.last if len(view.last) >= _LIST else ())
    ]
    return {"title": view.last_title, "bars": bars, "note": ""}


def one_union(view: UnionView | None) -> dict[str, Value]:
    """Neighbours in the ranking and the union's own upper unions; empty where the scope is not one union."""
    if view is None:
        return {"title": "", "lines": [], "upper_title": "", "bars": []}
    most = max((unit.value for unit in view.upper), default=0)
    bars = [_bar(unit.short_name, unit.value, unit.text, most, LIGHT.data) for unit in view.upper]
    return {
        "title": view.title,
        "lines": [line for line in (*view.neighbours, view.bound) if line],
        "upper_title": view.upper_title,
        "bars": bars,
    }


def brief_block(brief: Brief) -> dict[str, Value]:
    """The brief of another page: its headline and its lists of bars with their notes."""
    lists = [
        {
            "title": bar_list.head,
            "bars": [
                _bar(
                    " · ".join(filter(None, (bar.name, bar.note))) if brief.columns else bar.name,
                    bar.value,
                    bar.text,
                    bar_list.most,
                    LIGHT.rest if bar.is_rest else LIGHT.data,
                    "" if brief.columns else bar.note,
                )
                for bar in bar_list.bars
            ],
        }
        for bar_list in brief.lists
    ]
    return {"title": brief.headline, "lists": lists, "note": join_sentences((*brief.notes, *brief.more))}


def sectors(breakdown: Breakdown, wording: Wording) -> dict[str, Value]:
    """One breakdown with its unexplained remainder."""
    view = view_parts(breakdown, wording)
    most = max((part.count for part in view.parts), default=0)
    bars = [
        _bar(part.name, part.count, part.text, most, LIGHT.rest if part.is_rest else LIGHT.data, part.share)
        for part in view.parts
    ]
    return {"title": view.title, "bars": bars, "note": view.whole}


def statuses(figures: Figures, wording: Wording) -> dict[str, Value]:
    """How many units have each status, and what the statuses mean, for reports without definitions."""
    view = view_targets(figures, wording)
    compared = any(state.status not in _OF_NO_TARGET for state in view.states)
    states = view.states if compared and sum(state.count for state in view.states) >= _LIST else ()
    rows = [[state.name, state.text, status_colour(state.status)] for state in states]
    return {"title": view.states_title, "rows": rows, "defined": define_statuses(figures, wording) if rows else ""}


def unit_statements(figures: Figures, wording: Wording) -> dict[str, Value]:
    """What sources say about units without a number."""
    view = view_targets(figures, wording)
    return {"title": view.statements_title, "lines": list(view.statements)}


def published(figures: Figures, wording: Wording) -> dict[str, Value]:
    """Published figures beside those of the system."""
    view, columns = view_published(figures, wording), wording.texts.columns
    rows = [
        [shortened(line.unit, 60), line.metric, line.moment, line.printed, line.system, line.verdict_name]
        for line in view.lines
    ]
    header = [columns[name] for name in COLUMNS]
    if view.system_note:  # said here, too, where no banner stands over printed figures
        header[COLUMNS.index("system_value")] += f" ({view.system_note})"
    return {"title": wording.texts.titles["published"], "note": view.left_open, "header": header, "rows": rows}
