"""Sides compared: cumulative curves as labelled lines, and growth between two moments."""

from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import pairwise
from typing import Final

import plotly.graph_objects as go

from charts.kit.bars import Bar, Column, draw_bars
from charts.kit.lettering import escape_text, text_width, wrapped
from charts.kit.levels import days_axis, levels_named
from charts.kit.theme import SMALL_SIZE, Layout, Look, Trace, as_of_note, new_figure, say_nothing
from charts.kit.timeline import grid_lines, nice_ticks, stamp
from model.codes import TargetStatus
from model.compare import Changes, Compared, Comparison, Side

# Distinguishable with any colour vision, and by their dashes in print without colour.
_COLOURS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")
_DASHES: Final = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
_HEIGHT: Final = 320
_LINE: Final = 19  # pixels a name needs
_APART: Final = 10  # pixels between two days of the axis
_MOST_BARS: Final = 12
_MOST_FROM_AFAR: Final = 10


def draw_courses(comparison: Comparison, names: Sequence[str], look: Look) -> go.Figure:
    """Cumulative uploads of every side; for programmes by days since their start, otherwise by date."""
    by_day = comparison.what is Compared.PROGRAMMES
    courses = [_course(side, by_day=by_day) for side in comparison.sides]
    lines_of_sides = [(number, course) for number, course in enumerate(courses) if course]
    if not lines_of_sides:
        return say_nothing(look, look.language.compare.no_courses)
    top = max(y for _, course in lines_of_sides for _, y in course) * 1.08 or 1
    room = _room(names, look)
    lines = [wrapped(names[number], SMALL_SIZE, room, bold=True) for number, _ in lines_of_sides]
    height = look.lower(_HEIGHT)
    ends = _spread([course[-1][1] / top for _, course in lines_of_sides], [len(line) for line in lines], _LINE / height)
    traces = [_trace(course, number, names[number], look) for number, course in lines_of_sides]
    words = [_end_word(*word, look) for word in zip(lines, (number for number, _ in lines_of_sides), ends, strict=True)]
    moment = comparison.sides[0].moment if not by_day else None
    silent = [name for name, side in zip(names, comparison.sides, strict=True) if side.is_silent]
    counts = dict.fromkeys(side.counts for side in comparison.sides)
    foot = (
        " · ".join(map(look.language.names.measure, counts)) if [*counts] != ["uploads"] else "",
        look.language.compare.since_start if by_day else "",
        as_of_note(look, moment),
        *(f"{name}: {look.language.names.target_status(TargetStatus.NOT_REPORTED)}" for name in silent),
    )
    return new_figure(
        look,
        traces,
        height=height,
        foot=foot,
        margin={"l": 2, "r": room + 12, "t": 24, "b": 26},
        shapes=grid_lines(look, top),
        annotations=[*levels_named(nice_ticks(top), None, top, look), *words],
        xaxis=_axis([course for _, course in lines_of_sides], look, room + 14, by_day=by_day),
        yaxis={"visible": False, "fixedrange": True, "range": [0, top]},
        hovermode="x",
    )


def draw_growth(changes: Changes, look: Look, *, money: bool = False) -> go.Figure:
    """Who added most between the two moments, with the changes of rank."""
    texts, numbers = look.language.compare, look.language.numbers
    write = numbers.money_vnd if money else numbers.count
    rows = [
        row
        for row in changes.moves.head(_MOST_FROM_AFAR if look.afar else _MOST_BARS).iter_rows(named=True)
        if row["added"]
    ]
    if not rows:
        return say_nothing(look, texts.no_growth)
    tight = money or not look.wide
    bars = []
    for row in rows:
        name = look.language.names.word(row["short_name"])
        place = movement_sign(row["rank_before"], row["rank"], look)
        # Two amounts of money leave no room for a name, nor do two counts on a phone: the second is shown on hover.
        times = f"×{numbers.decimal(row['factor'], 2)}" if row["factor"] else "–"
        starred = look.language.facts.starred
        now = starred(write(row["value"]), printed=row["printed_now"])
        growth = starred(f"+{write(row['added'])}", printed=row["printed"])
        cells = (growth, *(() if tight else (now,)), starred(times, printed=row["printed"]), place)
        hover = f"<b>{escape_text(name)}</b><br>{write(row['value_before'])} → {now}"
        bars.append(Bar(name, row["added"], cells, look.palette.data, hover, code=row["unit_code"]))
    beside = [] if tight else [Column(0.76, texts.now)]
    places = (Column(0.9, texts.times), Column(1.0, texts.rank))
    columns = [Column(0.74 if tight else 0.6, texts.added, weight=700, quiet=False), *beside, *places]
    before, after = changes.ranking.before_moment, changes.ranking.moment
    span = texts.span.format(before=numbers.moment_unbroken(before), after=numbers.moment_unbroken(after))
    are_printed = any(row[name] for row in rows for name in ("printed", "printed_now"))
    legend = look.language.facts.printed_times if are_printed else ""
    return draw_bars(
        look, bars, columns, foot=(look.language.names.measure(str(changes.ranking.measure)), span, legend)
    )


def movement_sign(before: int | None, now: int | None, look: Look) -> str:
    """▲2, ▼1, “=” or “mới”."""
    if now is None:
        return "–"
    if before is None:
        return look.language.charts.ranking_new
    return "=" if before == now else f"▲{before - now}" if before > now else f"▼{now - before}"


def _course(side: Side, *, by_day: bool) -> list[tuple[str | int, float]]:
    """The points of a side: date or days since the start, and the cumulative count."""
    days: list[date] = side.daily["day"].to_list()
    counts: list[int | None] = side.daily["cumulative"].to_list()
    if not days:
        return []
    start = side.programme.start or days[0]
    at = [(day - start).days if by_day else stamp(datetime.combine(day, time.min)) for day in days]
    return [(x, float(y)) for x, y in zip(at, counts, strict=True) if y is not None]


def _trace(course: Sequence[tuple[str | int, float]], number: int, name: str, look: Look) -> Trace:
    count = look.language.numbers.count
    return {
        "type": "scatter",
        "mode": "lines" if len(course) > 2 else "lines+markers",
        "name": name,
        "marker": {"size": 10},
        "x": [x for x, _ in course],
        "y": [y for _, y in course],
        "line": {"color": _COLOURS[number], "dash": _DASHES[number], "width": 3},
        "hovertext": [f"<b>{escape_text(name)}</b>: {count(y)}" for _, y in course],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _spread(ends: Sequence[float], lines: Sequence[int], line: float = _LINE / _HEIGHT) -> list[float]:
    """Label positions (0 to 1): at the ends of the curves, moved apart so that their lines of text do not overlap.

    `line` is the height of one line.
    """
    order = sorted(range(len(ends)), key=lambda index: ends[index])
    more = [(lines[index] - 1) * line / 2 for index in order]  # above and below the first line
    middles = [max(ends[index], beyond) for index, beyond in zip(order, more, strict=True)]
    steps = [line + below + above for below, above in pairwise(more)]
    for upper, step in enumerate(steps, 1):
        middles[upper] = max(middles[upper], middles[upper - 1] + step)
    highest = 1.0
    for index in reversed(range(len(middles))):
        middles[index] = min(middles[index], highest - more[index] if index + 1 == len(middles) else highest)
        highest = middles[index] - steps[index - 1] if index else highest
    heights = [0.0] * len(ends)
    for index, height in zip(order, middles, strict=True):
        heights[index] = height
    return heights


def _room(names: Sequence[str], look: Look) -> int:
    widest = max((text_width(name, SMALL_SIZE, bold=True) for name in names), default=0)
    return int(min(widest, look.room * 0.36)) + 4


def _end_word(lines: Sequence[str], number: int, height: float, look: Look) -> Layout:
    return {
        "text": "<br>".join(f"<b>{escape_text(line)}</b>" for line in lines),
        "align": "left",
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 1,
        "y": height,
        "xanchor": "left",
        "yanchor": "middle",
        "xshift": 8,
        "font": {"size": SMALL_SIZE, "color": look.palette.ink if look.dark else _COLOURS[number]},
    }


def _axis(courses: Sequence[Sequence[tuple[str | int, float]]], look: Look, taken: int, *, by_day: bool) -> Layout:
    if not by_day:
        days = [datetime.fromisoformat(str(course[place][0])) for course in courses for place in (0, -1)]
        return days_axis(look, min(days), max(days), taken=taken)
    last = max(int(course[-1][0]) for course in courses)
    ticks = [tick for tick in nice_ticks(last) if tick < 0.95 * last]
    texts = [look.language.compare.day.format(number=look.language.numbers.count(tick)) for tick in ticks]
    widest = max((text_width(text, SMALL_SIZE) for text in texts), default=0)
    if ticks and ticks[0] / last * (look.room - taken) < widest + _APART:
        ticks, texts = ticks[1::2], texts[1::2]
    return {
        "range": [0, last],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "tickvals": ticks,
        "ticktext": texts,
        "tickfont": {"size": SMALL_SIZE, "color": look.palette.quiet},
        "tickangle": 0,
    }
