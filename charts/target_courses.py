"""Small multiples: every unit's course relative to its own target, on one scale."""

from datetime import datetime
from typing import Final

import plotly.graph_objects as go
import polars as pl

from charts.kit.lettering import escape_text, shortened_distinctly
from charts.kit.statuses import status_colour
from charts.kit.theme import SMALL_SIZE, Look, Trace, as_of_note, new_figure, say_nothing

_COLUMNS: Final = {True: 12, False: 3}  # by Look.wide
_CELL: Final = 92  # px from square to square, downwards
_NAME: Final = 18
_HIGHEST: Final = 150.0  # per cent: a course beyond leaves through the roof
MOST_SQUARES: Final = 132
_WIDTH: Final = 80  # px of a name
_GAP: Final = 0.12  # of a square, between two


def draw_target_courses(courses: pl.DataFrame, look: Look, *, moment: datetime | None) -> go.Figure:
    """TARGET_COURSES as of `moment`, best first, each unit in a panel of its own."""
    if courses.is_empty():
        return say_nothing(look, look.language.charts.targets_nothing)
    units = courses.partition_by("unit_code", maintain_order=True)[:MOST_SQUARES]
    columns = min(_COLUMNS[look.wide], len(units))
    rows = -(-len(units) // columns)
    lines: dict[str, tuple[list[float | None], list[float | None], list[str]]] = {}
    goals: tuple[list[float | None], list[float | None]] = ([], [])
    names: list[tuple[float, float, str]] = []
    unit_names = [look.language.names.word(str(unit["short_name"][0])) for unit in units]
    fitting = shortened_distinctly(unit_names, SMALL_SIZE - 1, _WIDTH)  # hover tells the whole
    for place, unit in enumerate(units):
        left, top = place % columns, (place // columns) * _CELL
        _add_course(lines.setdefault(str(unit["status"][-1]), ([], [], [])), unit, left, top, unit_names[place], look)
        goal = _down(100, top)
        goals[0].extend((left, left + 1 - _GAP, None))
        goals[1].extend((goal, goal, None))
        names.append((left, top + _NAME / 2, escape_text(fitting[place])))
    still = {"visible": False, "fixedrange": True}
    return new_figure(
        look,
        [*(_line(status, *line, look) for status, line in lines.items()), _goals(*goals, look), _names(names, look)],
        height=rows * _CELL,
        foot=(as_of_note(look, moment),),
        margin={},
        xaxis={**still, "range": [0, columns - _GAP / 2]},
        yaxis={**still, "range": [rows * _CELL, 0]},
    )


def _down(percent: float, top: float) -> float:
    return top + _NAME + (_CELL - _NAME - 12) * (1 - min(percent, _HIGHEST) / _HIGHEST)


def _add_course(
    line: tuple[list[float | None], list[float | None], list[str]],
    unit: pl.DataFrame,
    left: float,
    top: float,
    name: str,
    look: Look,
) -> None:
    numbers, days = look.language.numbers, unit["day"].to_list()
    whole = max((days[-1] - days[0]).days, 1)
    for day, percent in zip(days, unit["reached_pct"].to_list(), strict=True):
        label = look.language.targets.courses_hover.format(reached=numbers.percent(percent))
        line[0].append(left + (1 - _GAP) * (day - days[0]).days / whole)
        line[1].append(_down(percent, top))
        line[2].append(f"<b>{escape_text(name)}</b><br>{numbers.date(day)}: {label}" if day == days[-1] else "")
    line[0].append(None)
    line[1].append(None)
    line[2].append("")


def _line(status: str, x: list[float | None], y: list[float | None], lines: list[str], look: Look) -> Trace:
    ends = [8 if text else 0 for text in lines]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": x,
        "y": y,
        "line": {"color": status_colour(status, look.dark), "width": 2},
        "marker": {"size": ends, "color": status_colour(status, look.dark), "opacity": 1},
        "hovertext": lines,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _goals(x: list[float | None], y: list[float | None], look: Look) -> Trace:
    line = {"color": look.palette.target, "width": 1}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _names(names: list[tuple[float, float, str]], look: Look) -> Trace:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _, _ in names],
        "y": [y for _, y, _ in names],
        "text": [name for _, _, name in names],
        "textposition": "middle right",
        "textfont": {"size": SMALL_SIZE - 1, "color": look.palette.ink},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
