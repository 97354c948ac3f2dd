"""Steps that each include the next, with the percentage of the step before, since thin bars vanish."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.kit.bars import Bar, Column, draw_bars
from charts.kit.lettering import escape_text
from charts.kit.theme import Look


@dataclass(frozen=True)
class Step:
    """One step of a ladder; a value of None is unknown."""

    name: str
    value: float | None
    qualifier: str | None = None  # its code
    counted: str = ""  # what is counted, where that changes from step to step


def draw_ladder(steps: Sequence[Step], look: Look, *, foot: Sequence[str], rows_beside: int = 0) -> go.Figure:
    """Bars on a common scale, each with its share of the step before and, in wide figures, of the first."""
    texts = look.language.charts
    columns = [Column(0.68, texts.column_count, weight=700, quiet=False), Column(1.0, texts.ladder_of_previous)]
    if look.wide:
        count, of_previous = (0.68, 0.84) if look.broad else (0.58, 0.79)
        columns = [
            Column(count, texts.column_count, weight=700, quiet=False),
            Column(of_previous, texts.ladder_of_previous),
            Column(1.0, texts.ladder_of_first),
        ]
    bars = [_bar(steps, index, look, len(columns)) for index in range(len(steps))]
    return draw_bars(look, bars, columns, foot=foot, beside_others=False, rows_beside=rows_beside)


def _bar(steps: Sequence[Step], index: int, look: Look, columns: int) -> Bar:
    step, numbers = steps[index], look.language.numbers
    of_previous = numbers.share(step.value, steps[index - 1].value) if index else ""
    of_first = numbers.share(step.value, steps[0].value) if index else ""
    count = look.language.names.qualified(numbers.count(step.value), step.qualifier)
    label = f"{count} {escape_text(step.counted)}".strip()
    return Bar(
        name=f"{step.name} ({step.counted})" if step.counted else step.name,
        value=step.value,
        cells=(count, of_previous, of_first)[:columns],
        colour=look.palette.data,
        hover=f"<b>{escape_text(step.name)}</b><br>{label}",
    )
