"""How much came in each day, week or month."""

from datetime import date, datetime, time, timedelta

import plotly.graph_objects as go
import polars as pl

from charts.kit.levels import days_axis, level, levels_named
from charts.kit.theme import Look, as_of_note, new_figure, say_nothing
from charts.kit.timeline import label, nice_ticks, stamp
from model.edges import Row


def draw_steps(steps: pl.DataFrame, every: str, needed: float | None, look: Look, moment: datetime | None) -> go.Figure:
    """One bar a step; what is no whole step is hatched, what each would need is a red line."""
    if steps.is_empty():
        return say_nothing(look, look.language.charts.nothing)
    texts, numbers, palette = look.language.trend, look.language.numbers, look.palette
    top = max(*steps["uploads"].to_list(), needed or 0, 1) * 1.12
    hover = [_step_words(row, look) for row in steps.iter_rows(named=True)]
    start, end = steps["since"][0], steps["until"][-1] + timedelta(days=1)
    pattern = {
        "shape": ["" if whole else "/" for whole in steps["whole"]],
        "fgcolor": palette.page,
        "size": 6,
        "solidity": 0.4,
        "fillmode": "overlay",
    }
    middles = [_middle(row["since"], row["until"]) for row in steps.iter_rows(named=True)]
    widths = [((row["until"] - row["since"]).days + 1) * 86_400_000 * 0.86 for row in steps.iter_rows(named=True)]
    bars = {
        "type": "bar",
        "x": middles,
        "y": steps["uploads"].to_list(),
        "width": widths,
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": palette.data, "line": {"width": 0}, "pattern": pattern},
    }
    line = [level(needed, palette.target)] if needed else []
    words = texts.needed_line.format(step=texts.steps[every].lower(), count=numbers.count(needed))
    named = (
        [{**label(f"<b>{words}</b>", 0, needed, colour=palette.target, anchor="left", above=True), "xref": "paper"}]
        if needed
        else []
    )
    return new_figure(
        look,
        [bars],
        height=240,
        foot=[look.language.names.measure("uploads"), as_of_note(look, moment)],
        margin={"l": 0, "r": 6, "t": 10, "b": 26},
        shapes=[*(level(y, palette.line, below=True) for y in (0, *nice_ticks(top))), *line],
        annotations=[*levels_named(nice_ticks(top), needed, top, look), *named],
        xaxis=days_axis(look, datetime.combine(start, time.min), datetime.combine(end, time.min)),
        yaxis={"visible": False, "fixedrange": True, "range": [0, top]},
        hovermode="x",
    )


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
