"""Time axes, and labels beside points."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Final

from charts.kit.lettering import text_width
from charts.kit.theme import SMALL_SIZE, Layout, Look
from model.edges import Json


def stamp(moment: datetime) -> str:
    """A moment in plotly's format."""
    return moment.isoformat(sep=" ", timespec="seconds")


_MONTH: Final = 30  # days


def month_ticks(start: date, end: date, most: int, apart: float = 0) -> list[date]:
    """First days of months between two days, thinned evenly to at most `most` and at least `apart` days from each
    other; none so close to an edge that its label would be cut.
    """
    months = [date(year, month, 1) for year in range(start.year, end.year + 1) for month in range(1, 13)]
    margin = (end - start).days * 0.4 / most
    inside = [day for day in months if (day - start).days >= margin and (end - day).days >= margin]
    if not inside:
        return [start]
    fitting = (step for step in (1, 2, 3, 4, 6, 12) if len(inside) <= most * step and step * _MONTH >= apart)
    step = next(fitting, 12)
    return inside[::step]


def months_axis(look: Look, start: datetime, end: datetime) -> Layout:
    """A time axis with as many months as fit the narrowest figure."""
    most = int(look.room / (text_width(look.language.numbers.month(start.date()), SMALL_SIZE) + 24))
    days = month_ticks(start.date(), end.date(), min(most, 5))
    return time_axis(look, (start, end), {day: look.language.numbers.month(day) for day in days})


def time_axis(look: Look, ends: tuple[datetime, datetime], names: Mapping[date, str]) -> Layout:
    """A time axis from end to end with labels at these days."""
    return {
        "type": "date",
        "range": [stamp(end) for end in ends],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "tickvals": [stamp(datetime.combine(day, time.min)) for day in names],
        "ticktext": list(names.values()),
        "tickangle": 0,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": look.palette.rest,
        "tickfont": {"size": SMALL_SIZE, "color": look.palette.quiet},
    }


def nice_ticks(top: float) -> list[float]:
    """Three to five round numbers above zero and below `top`."""
    size = 10 ** (len(str(int(top))) - 1)
    step = next((size * part for part in (0.1, 0.2, 0.25, 0.5, 1, 2) if top / (size * part) <= 5), size)
    return [step * index for index in range(1, int(top / step) + 1)] if step >= 1 else []


def label(
    text: str,
    x: str | float,
    y: float,
    *,
    colour: str,
    anchor: str,
    above: bool,
    shift: float = 0,
    size: float = SMALL_SIZE,
) -> Layout:
    """A label beside a point: left or right of it, above or below."""
    layout: Json = {
        "text": text, "x": x, "y": y, "showarrow": False, "xanchor": anchor, "xshift": shift,
        "yanchor": "bottom" if above else "top", "yshift": 2 if above else -4, "align": anchor,
        "font": {"size": size, "color": colour}, "borderpad": 0,
    }  # fmt: skip
    return layout


def grid_lines(look: Look, top: float) -> list[Layout]:
    """Horizontal lines at zero and at the round numbers below `top`, behind everything."""
    line = {"color": look.palette.line, "width": 1}
    level = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "line": line, "layer": "below"}
    return [{**level, "y0": y, "y1": y} for y in (0, *nice_ticks(top))]
