"""Readiness: how many of all units have each item."""

import plotly.graph_objects as go

from charts.kit.parts import Part, draw_parts
from charts.kit.theme import Look, say_nothing
from model.readiness import Readiness


def draw_shares(readiness: Readiness, look: Look) -> go.Figure:
    """One bar for each item, on a track as long as the number of units."""
    if readiness.is_empty or not readiness.shares:
        return say_nothing(look, look.language.readiness.nothing)
    language = look.language
    parts = [
        Part(
            language.names.word(language.name_of(share.item)),
            None if share.yes_pct is None else share.yes,
            look.palette.data,
        )
        for share in readiness.shares
    ]
    day = readiness.as_of
    foot = language.readiness.shares_day.format(day=language.numbers.date(day)) if day else ""
    return draw_parts(parts, readiness.shares[0].units, look, foot=(foot,), head=language.readiness.states["yes"])
