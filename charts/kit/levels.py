"""Background of time charts: months along the bottom, numbers on grid lines."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from charts.kit.lettering import text_width
from charts.kit.sheet import CASING
from charts.kit.theme import SMALL_SIZE, Layout, Look
from charts.kit.timeline import label, month_ticks, time_axis

_BETWEEN: Final = 8  # px between two words
_HEIGHT_OF_A_NUMBER: Final = 0.08  # of the plot


def days_axis(look: Look, start: datetime, end: datetime, *, taken: float = 0) -> Layout:
    """A time axis with months, or days for less than two months; `taken` px of the width are used otherwise."""
    days = (end - start).days
    needed = text_width(look.language.numbers.month(start.date()), SMALL_SIZE) + _BETWEEN
    apart = days * needed / (look.room - taken)
    ticks = month_ticks(start.date(), end.date(), 8 if look.wide else 4, apart)
    names = {day: look.language.numbers.month(day) for day in ticks}
    if days < 62:
        steps = range(1, 4) if days > 3 else range(1)
        ticks = [start.date() + timedelta(days=step * max(1, days // 4)) for step in steps]
        names = {day: f"{day.day:02}/{day.month:02}" for day in ticks}
    return time_axis(look, (start, end), names)


def level(y: float | None, colour: str, *, below: bool = False) -> Layout:
    """A horizontal line across the chart."""
    line = {"color": colour, "width": 1 if below else 2}
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": y,
        "y1": y,
        "line": line,
        "layer": "below" if below else "above",
    }


def level_across(y: float, colour: str, look: Look) -> list[Layout]:
    """A horizontal line over bars, in a casing of the ground's colour: it stands out from each of them."""
    line = level(y, colour)
    return [{**line, "line": {"color": look.palette.page, "width": line["line"]["width"] + 2 * CASING}}, line]


def is_crossed(words: str, y: float, top: float, room: float, points: Iterable[tuple[float, float]]) -> bool:
    """Whether a curve of points, given by the fraction of the width and the value, runs through a number at the left
    edge above its line.
    """
    edge = text_width(words, SMALL_SIZE) / room
    low, high = y - 0.02 * top, y + _HEIGHT_OF_A_NUMBER * top
    return any(low <= value <= high and across <= edge for across, value in points)


def levels_named(
    levels: Sequence[float], taken: float | None, top: float, look: Look, side: str = "left"
) -> list[Layout]:
    """Numbers on their grid lines at an edge, where no other text is in the way."""
    free = [y for y in levels if taken is None or abs(y - taken) > 0.07 * top]
    across = 0 if side == "left" else 1
    return [
        {
            **label(look.language.numbers.short(y), across, y, colour=look.palette.quiet, anchor=side, above=True),
            "xref": "paper",
            "bgcolor": look.palette.page,  # bars stand behind them
        }
        for y in free
    ]


def levels_beside(
    points: Sequence[tuple[float, float]],
    levels: Sequence[float],
    taken: float | None,
    top: float,
    look: Look,
    *,
    goes_on: bool,
) -> list[Layout]:
    """Numbers on their grid lines beside a curve, whose points are as in `is_crossed`; `goes_on` to the right edge.

    At the left edge; where the curve runs through one of them, at the right edge, if it ends before them; else those
    that it leaves alone.
    """
    words = {y: look.language.numbers.short(y) for y in levels}
    clear = [y for y in levels if not is_crossed(words[y], y, top, look.for_names, points)]
    widest = max((text_width(number, SMALL_SIZE) for number in words.values()), default=0) / look.for_names
    if len(clear) < len(levels) and not goes_on and points[-1][0] + widest < 1:
        return levels_named(levels, taken, top, look, "right")
    return levels_named(clear, taken, top, look)
