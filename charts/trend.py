"""The cumulative curve, events, and forecast."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from math import ceil
from typing import Final

import plotly.graph_objects as go
import polars as pl

from charts.kit.curve_end import words_at_end
from charts.kit.fan import fan, fan_words
from charts.kit.happenings import event_names, event_signs
from charts.kit.levels import days_axis, level, levels_beside
from charts.kit.needed_pace import needed_pace, words_of_pace
from charts.kit.phase_ends import lines_of_ends, phase_ends
from charts.kit.theme import Layout, Look, Trace, as_of_note, new_figure, say_nothing
from charts.kit.timeline import label, nice_ticks, stamp
from model.catalogue import Programme
from model.results import Overview
from model.trend import Forecast, Happening

_HEIGHT: Final = 340
_NEAR: Final = 0.09  # of the scale: the words of the target stand there
_LANE: Final = 0.085  # of the scale, below zero: there no line and no curve runs through the signs of events


@dataclass(frozen=True)
class _Curve:
    """The common input of the chart's parts."""

    look: Look
    points: tuple[tuple[datetime, int], ...]
    target: float | None
    start: datetime
    end: datetime
    top: float
    pace: int | None  # needed a day; None where the target is met, unknown or past


def draw_curve(
    overview: Overview,
    programme: Programme,
    forecast: Forecast,
    happenings: Sequence[Happening],
    look: Look,
    *,
    alone: bool = False,
    assumed: str = "",
) -> go.Figure:
    """The cumulative line, target, phases, forecast band with what it `assumed`, and events, named if `alone`."""
    daily = overview.course.drop_nulls("cumulative")
    if daily.is_empty():
        return say_nothing(look, look.language.charts.nothing)
    curve, printed = _curve(overview, daily, forecast, look), overview.has_moments_alone
    end = overview.end or curve.end.date()
    phases = [p for p in programme.phases if curve.start.date() <= p.end < end]
    lines, names = nice_ticks(curve.top), event_names(happenings, curve.start.date(), curve.end.date(), look)
    return new_figure(
        look,
        [
            *fan(curve.points[-1][1], forecast, look),
            *_needed_pace(curve),
            _line(curve, printed=printed),
            event_signs(happenings, curve.start.date(), curve.end.date(), -_LANE / 2 * curve.top, look),
        ],
        height=look.lower(_HEIGHT),
        foot=[*_foot(curve, overview, forecast, printed=printed), assumed, *(names if alone else ())],
        margin={"l": 0, "r": 6, "t": 24, "b": 26},
        shapes=[*_levels(curve, lines), *lines_of_ends(phases, curve.top, look)],
        annotations=[
            *_numbers(curve, lines, forecast),
            *_target_words(curve, overview),
            *_words_of_now(curve, overview, forecast),
            *phase_ends(phases, curve.start, curve.end, look),
        ],
        xaxis=days_axis(look, curve.start, curve.end),
        yaxis={"visible": False, "fixedrange": True, "range": [-_LANE * curve.top if names else 0, curve.top]},
    )


def _levels(curve: _Curve, lines: Sequence[float]) -> list[Layout]:
    """The lines behind the curve, and the target."""
    palette = curve.look.palette
    grid = [level(y, palette.line, below=True) for y in (0, *lines)]
    return [*grid, level(curve.target, palette.target)] if curve.target else grid


def _numbers(curve: _Curve, lines: Sequence[float], forecast: Forecast) -> list[Layout]:
    """The numbers of the lines where the curve does not run through them."""
    span = curve.end - curve.start
    points = [((at - curve.start) / span, value) for at, value in curve.points]
    return levels_beside(points, lines, curve.target, curve.top, curve.look, goes_on=forecast.is_known)


def _foot(curve: _Curve, overview: Overview, forecast: Forecast, *, printed: bool) -> list[str]:
    """What is counted until when, how wide the band is, and that nothing is known between printed moments."""
    look = curve.look
    between = look.language.charts.progress_single if printed else ""
    return [
        look.language.names.measure(overview.counts),
        as_of_note(look, overview.moment),
        "" if curve.pace is None else words_of_pace(curve.pace, overview.facts["needed_per_day"], look.language),
        fan_words(forecast, look),
        between,
    ]


def _curve(overview: Overview, daily: pl.DataFrame, forecast: Forecast, look: Look) -> _Curve:
    ends = [datetime.combine(day, time.max) for day in daily["day"]]
    points = list(zip(ends, daily["cumulative"].to_list(), strict=True))
    if overview.moment and points[-1][0].date() == overview.moment.date():
        points[-1] = (overview.moment, points[-1][1])
    start = datetime.combine(min(overview.start or points[0][0].date(), points[0][0].date()), time.min)
    last = overview.end_moment or points[-1][0]
    target = overview.facts["target"].value if overview.comparable else None
    top = max(points[-1][1], target or 0, forecast.high or 0, 1) * 1.1
    needed = overview.facts["needed_per_day"].value
    goes_on = target is not None and points[-1][1] < target and points[-1][0] < last
    pace = ceil(needed) if goes_on and needed is not None else None
    return _Curve(look, tuple(points), target, start, max(last, points[-1][0]), top, pace)


def _needed_pace(curve: _Curve) -> list[Trace]:
    if curve.pace is None or curve.target is None:
        return []
    return [needed_pace(curve.points[-1], (curve.end, curve.target), curve.look)]


def _line(curve: _Curve, *, printed: bool) -> Trace:
    look, numbers, texts = curve.look, curve.look.language.numbers, curve.look.language.charts
    hovers = [
        f"<b>{numbers.moment(at)}</b><br>{texts.progress_cumulative.format(count=numbers.count(count))}"
        for at, count in curve.points
    ]
    return {
        "type": "scatter",
        "name": texts.progress_line,
        "x": [stamp(at) for at, _ in curve.points],
        "y": [count for _, count in curve.points],
        "fill": "none" if printed else "tozeroy",  # nothing is known between printed moments
        "fillcolor": look.palette.data_soft,
        "mode": "markers" if printed else "lines",
        "marker": {"size": 8},
        "line": {"color": look.palette.data, "width": 3},
        "hovertext": hovers,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _target_words(curve: _Curve, overview: Overview) -> list[Layout]:
    if not curve.target:
        return []
    language = curve.look.language
    target = language.names.qualified(language.numbers.count(curve.target), overview.facts["target"].qualifier)
    words = language.charts.progress_target.format(target=target)
    return [
        {
            **label(f"<b>{words}</b>", 0, curve.target, colour=curve.look.palette.target, anchor="left", above=True),
            "xref": "paper",
            "bgcolor": curve.look.palette.page,  # ends of early phases stand behind it
        }
    ]


def _words_of_now(curve: _Curve, overview: Overview, forecast: Forecast) -> tuple[Layout, ...]:
    """The count where the curve ends, unless the words of the target stand there."""
    (moment, count), language = curve.points[-1], curve.look.language
    if abs(count - (curve.target or 0)) < _NEAR * curve.top:
        return ()
    words = language.names.qualified(language.numbers.count(count), overview.count.qualifier)
    across = (moment - curve.start) / (curve.end - curve.start)
    # Below the pace that climbs from the point, where the axis leaves room for it.
    climbs = curve.pace is not None and count > _NEAR * curve.top
    return words_at_end(words, (moment, count), across, curve.look, goes_on=forecast.is_known, climbs=climbs)
