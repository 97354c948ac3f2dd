"""The count of each day, week or month."""

from datetime import date, datetime, time, timedelta
from typing import Final

import plotly.graph_objects as go
import polars as pl

from charts.kit.levels import days_axis, level, level_across, levels_named
from charts.kit.theme import Look, as_of_note, new_figure, say_nothing
from charts.kit.timeline import label, nice_ticks, stamp
from model.edges import Json, Row

_DAY: Final = 86_400_000  # milliseconds


def draw_steps(
    steps: pl.DataFrame,
    every: str,
    needed: float | None,
    look: Look,
    moment: datetime | None,
    word: str | None = None,
    *,
    counts: str = "uploads",
    alone: bool = False,
) -> go.Figure:
    """One bar for each step, hatched where incomplete; the needed count is a red line, with its qualifier `word`.

    `counts`: of what. `alone`: with no page around that explains the hatching, a sentence below does.
    """
    if steps.is_empty():
        return say_nothing(look, look.language.charts.nothing)
    palette = look.palette
    top = max(*steps["uploads"].to_list(), needed or 0, 1) * 1.12
    start, end = steps["since"][0], steps["until"][-1] + timedelta(days=1)
    ticks = nice_ticks(top)
    hatching = look.language.trend.steps_note if alone and not steps["whole"].all() else ""
    return new_figure(
        look,
        [_bars(steps, look)],
        height=240,
        foot=[look.language.names.measure(counts), as_of_note(look, moment), hatching],
        margin={"l": 0, "r": 6, "t": 10, "b": 26},
        shapes=[
            *(level(y, palette.line, below=True) for y in (0, *ticks)),
            *(level_across(needed, palette.target, look) if needed else []),
        ],
        annotations=[*levels_named(ticks, needed, top, look), *_needed_words(needed, word, every, look)],
        xaxis=days_axis(look, datetime.combine(start, time.min), datetime.combine(end, time.min)),
        yaxis={"visible": False, "fixedrange": True, "range": [0, top]},
        hovermode="x",
    )


def _bars(steps: pl.DataFrame, look: Look) -> Json:
    rows = steps.rows(named=True)
    pattern = {
        "shape": ["" if whole else "/" for whole in steps["whole"]],
        "fgcolor": look.palette.page,
        "size": 6,
        "solidity": 0.4,
        "fillmode": "overlay",
    }
    return {
        "type": "bar",
        "x": [_middle(row["since"], row["until"]) for row in rows],
        "y": steps["uploads"].to_list(),
        "width": [((row["until"] - row["since"]).days + 1) * _DAY * 0.86 for row in rows],
        "hovertext": [_step_words(row, look) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": look.palette.data, "line": {"width": 0}, "pattern": pattern},
    }


def _needed_words(needed: float | None, word: str | None, every: str, look: Look) -> list[Json]:
    """The label of that line; "" without one."""
    if not needed:
        return []
    texts, numbers = look.language.trend, look.language.numbers
    count = look.language.names.qualified(numbers.count(needed), word)
    words = texts.needed_line.format(step=texts.steps[every].lower(), count=count)
    words_label = label(f"<b>{words}</b>", 0, needed, colour=look.palette.target, anchor="left", above=True)
    return [{**words_label, "xref": "paper", "bgcolor": look.palette.page}]  # bars stand behind it


def _middle(since: date, until: date) -> str:
    start = datetime.combine(since, time.min)
    return stamp(start + (datetime.combine(until, time.min) + timedelta(days=1) - start) / 2)


def _step_words(row: Row, look: Look) -> str:
    numbers, texts = look.language.numbers, look.language.trend
    span = (
        numbers.date(row["since"])
        if row["since"] == row["until"]
        else f"{numbers.date(row['since'])} – {numbers.date(row['until'])}"
    )
    cut = "" if row["whole"] else f"<br>{texts.step_cut}"
    return f"<b>{span}</b><br>{texts.step_hover.format(count=numbers.count(row['uploads']))}{cut}"
