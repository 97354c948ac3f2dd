"""Grading over time: points of one unit, or how many units are in the best class, period by period."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.kit.bars import Bar, Column, draw_bars
from charts.kit.lettering import safe
from charts.kit.theme import Look, say_nothing
from model.graded import Course


def draw_course(steps: Sequence[tuple[str, Course, str]], look: Look, *, head: str, most: float) -> go.Figure:
    """One bar a period: its name, what it brought, and a word beside it; `most` is a full bar."""
    if not steps:
        return say_nothing(look, look.language.charts.nothing)
    numbers, palette = look.language.numbers, look.palette
    bars = [
        Bar(
            name=name,
            value=step.value,
            cells=("" if step.value is None else numbers.decimal(step.value, 2 if step.value % 1 else 0), word),
            colour=palette.data,
            hover=f"<b>{safe(name)}</b><br>{safe(word)}",
        )
        for name, step, word in steps
    ]
    columns = [Column(0.72, head, weight=700, quiet=False), Column(1.0)]
    return draw_bars(look, bars, columns, foot=(), longest=most, track=True)
