"""Charts with selectable bars: selected ones stay, the others are greyed."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import plotly.graph_objects as go

from charts.kit.bars import Bar
from charts.kit.drawn import UncopiedFigure
from charts.kit.theme import Look, Trace
from model.edges import Json


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
    described = figure.to_dict()
    # What Streamlit asks of a chart that listens, only later: then plotly would draw it a second time.
    layout = {**described["layout"], "clickmode": "event+select", "dragmode": "pan"}
    return UncopiedFigure([{**trace, "unselected": _unfaded(trace)} for trace in described["data"]], layout)


def has_rows(figure: go.Figure) -> bool:
    """Whether there is anything to click: an empty chart has no traces."""
    return bool(figure.to_dict()["data"])  # figure.data would make objects of all traces


def _unfaded(trace: Trace) -> Json:
    colour = trace.get("textfont", {}).get("color")
    return {"marker": {"opacity": 1}, **({"textfont": {"color": colour}} if colour else {})}
