"""Bars that a reader picks: the picked ones stay as they are in bold letters, the others step back."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import plotly.graph_objects as go

from charts.kit.bars import Bar
from charts.kit.theme import Look


def mark_picked(bars: Sequence[Bar], picked: Collection[str], look: Look) -> list[Bar]:
    """The bars with those of other codes in grey; all as they are where nothing is picked."""
    if not picked:
        return list(bars)
    return [
        replace(bar, bold=True) if bar.code in picked else replace(bar, colour=look.palette.rest, pattern="")
        for bar in bars
    ]


def pickable(figure: go.Figure) -> go.Figure:
    """The same figure for clicks: without this plotly pales every bar and word that was not clicked."""
    drawn = figure.to_plotly_json()
    for trace in drawn["data"]:
        trace["unselected"] = {"marker": {"opacity": 1}}
        if "textfont" in trace:
            trace["unselected"]["textfont"] = {"color": trace["textfont"]["color"]}
    # What Streamlit asks of a chart that listens, only later: then plotly would draw it a second time.
    drawn["layout"] |= {"clickmode": "event+select", "dragmode": "pan"}
    return go.Figure(drawn, _validate=False)
