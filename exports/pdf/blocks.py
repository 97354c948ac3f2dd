"""The parts of a printed report: bars, counts and tables as plain values with their texts written."""

from typing import Any, Final

from charts.kit.palette import LIGHT
from data_access.queries.published import verdict
from exports.colours import status_colour
from model.results import Breakdown
from presentation.figures import Figures
from presentation.ranking import view_ranking
from presentation.sectors import view_parts
from presentation.targets import view_targets
from presentation.wording import Wording, printable, shortened

Value = Any  # what JSON can hold

_MOST_BARS: Final = 10
_LIST: Final = 2  # unions that make one


def _bar(name: str, value: float, text: str, most: float, colour: str, note: str = "") -> dict[str, Value]:
    return {"name": name, "text": text, "part": value / most if most > 0 else 0, "colour": colour, "note": note}


def ranking(figures: Figures, wording: Wording) -> dict[str, Value]:
    """At most ten places, the first three in gold."""
    view = view_ranking(figures, wording, _MOST_BARS)
    most = max((place.value for place in view.places), default=0)
    shown = view.places if len(view.places) >= _LIST and most else ()  # who is alone leads nobody
    bars = [
        _bar(place.name, place.value, place.text, most, LIGHT.gold if place.is_medal else LIGHT.data) for place in shown
    ]
    said = (view.share if shown else "", view.no_order, view.leading, view.legend)
    note = " ".join(part for part in said if part)
    return {"title": view.title, "bars": bars, "note": note, "nothing": wording.texts.slides.ranking_nothing}


def furthest(figures: Figures, wording: Wording) -> dict[str, Value]:
    """The units furthest from their target, the least far first; all of them where there are few."""
    view = view_targets(figures, wording, _MOST_BARS)
    bars = [
        _bar(unit.short_name, min(unit.reached_pct or 0.0, 100.0), unit.reached, 100, status_colour(unit.status))
        for unit in view.last
    ]
    return {"title": view.last_title, "bars": bars, "note": ""}


def sectors(breakdown: Breakdown, wording: Wording) -> dict[str, Value]:
    """One breakdown with what its parts leave open."""
    view = view_parts(breakdown, wording)
    most = max((part.count for part in view.parts), default=0)
    bars = [
        _bar(part.name, part.count, part.text, most, LIGHT.rest if part.is_rest else LIGHT.data, part.share)
        for part in view.parts
    ]
    return {"title": view.title, "bars": bars, "note": view.gap}


def statuses(figures: Figures, wording: Wording) -> dict[str, Value]:
    """How many units stand where."""
    view = view_targets(figures, wording)
    rows = [[state.name, state.text, status_colour(state.status)] for state in view.states]
    return {"title": view.states_title, "rows": rows}


def units(figures: Figures, wording: Wording) -> dict[str, Value]:
    """Every unit, best first; `parts` are bars of one scale, capped at twice the target."""
    view, columns = view_targets(figures, wording), wording.texts.columns
    names = ("unit_name", "uploads", "target", "reached_pct", "gap", "status")
    rows = [
        {
            "cells": [unit.name, unit.uploads, unit.target, unit.reached, unit.gap, unit.status_name],
            "part": min(unit.reached_pct or 0.0, 200.0) / 200,
            "colour": status_colour(unit.status),
        }
        for unit in view.lines
    ]
    header = [columns[name] for name in names]
    return {"title": wording.texts.titles["units"], "counted": view.counted, "header": header, "rows": rows}


def published(figures: Figures, wording: Wording) -> dict[str, Value]:
    """The ledger beside the system."""
    language, columns = wording.language, wording.texts.columns
    names = ("unit_name", "metric", "as_of", "published", "system_value", "verdict")

    rows = [
        [
            shortened(language.names.word(printable(row["unit_name"])), 60),
            wording.metric(row["metric"], row["category"]),
            wording.printed_moment(row),
            wording.printed_value(row["value"], row["unit_of_measure"], row["qualifier"]),
            wording.system_value(row),
            language.published.verdicts[verdict(row)],
        ]
        for row in figures.published.to_dicts()
    ]
    header = [columns[name] for name in names]
    if figures.is_simulated:  # said here, too, where no banner stands over printed figures
        header[names.index("system_value")] += f" ({wording.texts.kinds_of_data['simulated']})"
    return {"title": wording.texts.titles["published"], "header": header, "rows": rows}
