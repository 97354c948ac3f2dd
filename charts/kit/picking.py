"""Charts with selectable bars: selected ones stay, the others are greyed."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import plotly.graph_objects as go

from charts.kit.bars import Bar
from charts.kit.theme import Look


def mark_picked(bars: Sequence[Bar], picked: Collection[str], look: Look) -> list[Bar]:
    """The bars with unselected codes in grey; unchanged without a selection."""
    if not picked:
        return list(bars)
    return [
        replace(bar, bold=True) if bar.code in picked else replace(bar, colour=look.palette.rest, pattern="")
        for bar in bars
    ]


def pickable(figure: go.Figure) -> go.Figure:
    """The figure with clicks enabled and without plotly's own fading of unselected bars."""
    for trace in figure.data:
        letters = {"textfont": {"color": colour}} if (colour := trace.textfont.color) else {}
        trace.unselected = {"marker": {"opacity": 1}, **letters}
    # What Streamlit asks of a chart that listens, only later: then plotly would draw it a second time.
    figure.layout.clickmode, figure.layout.dragmode = "event+select", "pan"
    return figure
