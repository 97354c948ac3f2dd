"""Progress of the programme: cumulative uploads, target, and the pace still needed."""

from datetime import datetime, time
from typing import Final

import plotly.graph_objects as go

from charts.kit.needed_pace import needed_pace
from charts.kit.theme import Layout, Look, Trace, new_figure, say_nothing
from charts.kit.timeline import grid_lines, months_axis, stamp
from charts.progress import Progress, read_progress
from charts.progress_pace import pace_text, progress_foot
from charts.progress_texts import progress_texts
from model.catalogue import Programme
from model.results import Overview

_HEIGHT: Final = 330
_LOW: Final = 205  # beside other panels, above the fold of a small screen


def draw_progress(overview: Overview, programme: Programme, look: Look, *, low: bool = False) -> go.Figure:
    """The cumulative line, the target, the pace still needed, and the ends of phases."""
    chart = read_progress(overview, programme, look)
    if chart is None:
        return say_nothing(look, look.language.charts.nothing)
    pace = pace_text(chart)
    return new_figure(
        look,
        [*_needed_pace(chart), _line(chart), _dots(chart)],
        height=_LOW if low else look.lower(_HEIGHT),
        foot=progress_foot(chart, says_pace=not pace),
        margin={"l": 2, "r": 9, "t": 24, "b": 26},
        hovermode="x",
        shapes=[*grid_lines(look, chart.top), *_target_lines(chart), *_phase_lines(chart)],
        annotations=[*progress_texts(chart), *pace],
        xaxis=months_axis(chart.look, chart.start, chart.end),
        yaxis={"visible": False, "fixedrange": True, "range": [0, chart.top]},
    )


def _line(chart: Progress) -> Trace:
    look, numbers, texts = chart.look, chart.look.language.numbers, chart.look.language.charts
    hovers = []
    for moment, count, that_day in chart.points:
        lines = [f"<b>{numbers.date(moment)}</b>", texts.progress_cumulative.format(count=numbers.count(count))]
        lines += [texts.progress_day.format(count=numbers.count(that_day))] if that_day is not None else []
        hovers.append("<br>".join(lines))
    # The ledger knows single moments, and nothing of the time between them: dots, no line.
    only_moments = chart.points[-1][2] is None
    return {
        "type": "scatter", "name": texts.progress_line, "mode": "markers" if only_moments else "lines",
        "x": [stamp(moment) for moment, _, _ in chart.points], "y": [count for _, count, _ in chart.points],
        "fill": "none" if only_moments else "tozeroy", "fillcolor": look.palette.data_soft, "marker": {"size": 9},
        "line": {"color": look.palette.data, "width": 3},
        "hovertext": hovers, "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _dots(chart: Progress) -> Trace:
    """The current count, and a star where it met the target."""
    palette, reached = chart.look.palette, chart.reached_at
    moment, count = chart.now
    dots = [(stamp(moment), float(count), "circle", palette.data, 12)]
    if reached and chart.target:
        dots.append((stamp(reached), chart.target, "star", palette.gold, 16))
    x, y, symbol, colour, size = (list(values) for values in zip(*dots, strict=True))
    marker = {
        "symbol": symbol,
        "color": colour,
        "size": size,
        "opacity": 1,
        "line": {"color": palette.page, "width": 1.5},
    }
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": marker,
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _needed_pace(chart: Progress) -> list[Trace]:
    if chart.needed_per_day is None or chart.target is None:
        return []
    return [needed_pace(chart.now, (chart.end, chart.target), chart.look)]


def _target_lines(chart: Progress) -> list[Layout]:
    levels = [(chart.target, chart.end, "solid")] if chart.target else []
    levels += [(float(target), datetime.combine(phase.end, time.max), "dot") for phase, target in chart.phase_targets]
    start, colour = stamp(chart.start), chart.look.palette.target
    return [
        {
            "type": "line", "x0": start, "x1": stamp(end), "y0": level, "y1": level, "layer": "below",
            "line": {"color": colour, "width": 2, "dash": dash},
        }
        for level, end, dash in levels
    ]  # fmt: skip


def _phase_lines(chart: Progress) -> list[Layout]:
    line = {"color": chart.look.palette.quiet, "width": 1, "dash": "dot"}
    ends = [stamp(datetime.combine(phase.end, time.max)) for phase in chart.phases]
    upright = {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "line": line, "layer": "below"}
    return [{**upright, "x0": end, "x1": end} for end in ends]
