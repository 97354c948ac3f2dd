"""Published national milestones: single points in time without a line between them."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Final, TypeAlias

import plotly.graph_objects as go
import polars as pl

from charts.kit.lettering import text_width
from charts.kit.theme import SMALL_SIZE, Layout, Look, Trace, new_figure
from charts.kit.timeline import grid_lines, label, months_axis, nice_ticks, stamp
from model.edges import Row

Point: TypeAlias = tuple[datetime, float, Row]

_NATION: Final = "cả nước"
_METRICS: Final = ("sang_kien_cap_nhat", "moc_300000")
_HEIGHT: Final = 330
_CROWDED: Final = 0.1  # of the height: nearer points leave no room for two lines
_LOW: Final = 0.03  # of the height: so near the axis words go under it


def draw_milestones(figures: pl.DataFrame, look: Look) -> go.Figure | None:
    """PUBLISHED: national cumulative uploads at published moments; None for fewer than two."""
    points = _milestones(figures)
    if len(points) < 2:
        return None
    start, end = points[0][0], points[-1][0]
    top = max(value for _, value, _ in points) * 1.14
    return new_figure(
        look,
        [_dots(points, look)],
        height=look.lower(_HEIGHT),
        foot=(look.language.charts.milestones_line,),
        margin={"l": 8, "r": 9, "t": 4, "b": 26},
        shapes=grid_lines(look, top),
        annotations=[*_levels(top, look), *(_word(points, point, top, look) for point in points)],
        xaxis=months_axis(look, start, end),
        yaxis={"visible": False, "fixedrange": True, "range": [-0.055 * top, top]},
    )


def _milestones(figures: pl.DataFrame) -> list[Point]:
    nation = figures.filter(
        pl.col("metric").is_in(list(_METRICS)),
        pl.col("unit_name") == _NATION,
        pl.col("category").fill_null("") == "",
        pl.col("as_of").fill_null("") != "",
        pl.col("value").is_not_null(),
    )
    points = [(_moment(row["as_of"]), float(row["value"]), row) for row in nation.iter_rows(named=True)]
    return sorted(points, key=lambda point: point[:2])


def _moment(text: str) -> datetime:
    """A moment in ISO format; a date alone means its end."""
    moment = datetime.fromisoformat(text)
    return moment if "T" in text or " " in text else datetime.combine(moment.date(), time.max)


def _written(point: Point, look: Look) -> tuple[str, str]:
    """Number and moment of a milestone."""
    moment, value, row = point
    number = look.language.names.qualified(look.language.numbers.count(value), row["qualifier"])
    return number, look.language.numbers.moment(moment)


def _dots(points: Sequence[Point], look: Look) -> Trace:
    hovers = ["<b>{}</b><br>{}".format(*_written(point, look)) for point in points]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [stamp(moment) for moment, _, _ in points],
        "y": [value for _, value, _ in points],
        "marker": {"color": look.palette.data, "size": 11},
        "hovertext": hovers,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _levels(top: float, look: Look) -> list[Layout]:
    numbers, quiet = look.language.numbers, look.palette.quiet
    words = [label(numbers.short(y), 0, y, colour=quiet, anchor="left", above=True) for y in nice_ticks(top)]
    return [{**word, "xref": "paper"} for word in words]


def _word(points: Sequence[Point], point: Point, top: float, look: Look) -> Layout:
    """The label of a milestone: right of the point and below the rising line; left and above for the last ones; in two
    lines where needed.
    """
    (moment, value, _), (number, date_text) = point, _written(point, look)
    across = (moment - points[0][0]) / (points[-1][0] - points[0][0])
    late = across > 0.55
    room = look.room * (1 - across) - 24
    crowded = any(0 < abs(value - other) < _CROWDED * top for _, other, _ in points)
    if not late and crowded and text_width(f"{number} · {date_text}", SMALL_SIZE, bold=True) >= room:
        date_text = look.language.numbers.date(moment.date())  # two lines would stand on the neighbour's
    fits = late or text_width(f"{number} · {date_text}", SMALL_SIZE, bold=True) < room
    quiet = f"<span style='color:{look.palette.quiet}'>{date_text}</span>"
    text = f"<b>{number}</b>{' · ' if fits else '<br>'}{quiet}"
    anchor, shift = ("right", -12) if late else ("left", 11)
    # The first number is close to zero: its label goes below the line.
    lift = 8 if late else -9 if value < _LOW * top else -1 if fits else -4
    word = label(text, stamp(moment), value, colour=look.palette.ink, anchor=anchor, above=late, shift=shift)
    crossed = any(abs(value - level) < _LOW * top for level in nice_ticks(top))
    ground = {"bgcolor": look.palette.page} if crossed else {}  # no line of the grid runs through them
    return {**word, **ground, "yanchor": "middle", "yshift": lift}
