"""Grading over time: points of one unit, or the number of units in the top class."""

from collections.abc import Sequence
from datetime import datetime

import plotly.graph_objects as go

from charts.kit.bars import Bar, Column, draw_bars
from charts.kit.lettering import escape_text
from charts.kit.theme import Look, as_of_note, say_nothing
from model.graded import Course


def draw_course(
    steps: Sequence[tuple[str, Course, str]], look: Look, *, head: str, most: float, moment: datetime | None
) -> go.Figure:
    """One bar for each period: its name, its value, and a label beside it, if any; a full bar is `most`.

    `moment` is the last that counts, in which a period may still run.
    """
    if not steps:
        return say_nothing(look, look.language.charts.nothing)
    numbers, palette = look.language.numbers, look.palette

    def written(value: float | None) -> str:
        return "" if value is None else numbers.decimal(value, 2 if value % 1 else 0)

    worded = any(word for _, _, word in steps)
    bars = [
        Bar(
            name=name,
            value=step.value,
            cells=(written(step.value), word)[: 1 + worded],
            colour=palette.data,
            hover=f"<b>{escape_text(name)}</b><br>{escape_text(word)}",
        )
        for name, step, word in steps
    ]
    value = Column(0.72 if worded else 1.0, head, weight=700, quiet=False)
    return draw_bars(
        look, bars, [value, Column(1.0)][: 1 + worded], foot=(as_of_note(look, moment),), longest=most, track=True
    )
