"""Numbered events on a time axis, listed under the chart."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final

from charts.kit.lettering import escape_text
from charts.kit.theme import SMALL_SIZE, Look, Trace
from charts.kit.timeline import stamp
from model.trend import Happening

_MOST_NUMBERED: Final = 20


def numbered(place: int) -> str:
    """The symbol of an event: ① to ⑳."""
    return chr(0x2460 + place) if place < _MOST_NUMBERED else "•"


def event_signs(happenings: Sequence[Happening], start: date, end: date, height: float, look: Look) -> Trace:
    """Numbered symbols at one height with names on hover; the list under the chart explains them."""
    inside = _inside(happenings, start, end)
    numbers = look.language.numbers
    return {
        "type": "scatter",
        "mode": "text",
        "x": [stamp(datetime.combine(event.day, time(12))) for _, event in inside],
        "y": [height] * len(inside),
        "text": [f"<b>{numbered(place)}</b>" for place, _ in inside],
        "cliponaxis": False,
        "textfont": {"size": SMALL_SIZE + 5, "color": look.palette.ink},
        "hovertext": [f"{numbers.date(event.day)}: {escape_text(look.language.name_of(event))}" for _, event in inside],
        "textposition": ["middle right" if event.day <= start else "middle center" for _, event in inside],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def event_names(happenings: Sequence[Happening], start: date, end: date, look: Look) -> list[str]:
    """The events drawn, each with its symbol, day and name, for a chart that no list stands beside."""
    numbers = look.language.numbers
    return [
        f"{numbered(place)}\u00a0{numbers.date(event.day)} {escape_text(look.language.name_of(event))}"
        for place, event in _inside(happenings, start, end)
    ]


def _inside(happenings: Sequence[Happening], start: date, end: date) -> list[tuple[int, Happening]]:
    """The events between two days, with the place that numbers them."""
    return [(place, event) for place, event in enumerate(happenings) if start <= event.day <= end]
