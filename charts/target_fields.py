"""Units by share reached and by pace, in four quadrants."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import plotly.graph_objects as go
import polars as pl

from charts.kit.lettering import escape_text, text_width
from charts.kit.statuses import STATUS_SHAPES, status_colour
from charts.kit.theme import SMALL_SIZE, TEXT_SIZE, Look, Trace, as_of_note, new_figure, say_nothing
from model.codes import UNCOUNTED
from model.edges import Json, Row

_HEIGHT: Final = 560
_FASTEST: Final = 3.0  # times the pace that is needed: beyond it everybody stands at the edge
_HIGHEST: Final = 150.0  # per cent
_BESIDE: Final = (_FASTEST * 0.025, 12.0)  # of the scales, beyond their ends: above and below stand the heads
_PIXELS: Final = {False: (285.0, 2.7), True: (450.0, 2.7)}  # of one on the scales, by Look.broad
_ABOVE: Final = 2.0  # per cent, of a head above or below the field
_LINE: Final = 14.0  # px, the height of a name
_MARK: Final = 6.0  # px, half of a mark

_Box = tuple[float, float, float, float]  # left, top, right, bottom in px


def field_of(row: Row) -> int | None:
    """0 ahead and fast enough, 1 ahead and slow, 2 behind and fast enough, 3 behind and slow; None where unknown,
    as of all who have reported nothing."""
    if row["status"] in UNCOUNTED or any(
        row[name] is None for name in ("reached_pct", "pace", "needed", "expected_pct")
    ):
        return None
    ahead, fast = row["reached_pct"] >= row["expected_pct"], row["pace"] >= row["needed"]
    return (0 if fast else 1) if ahead else (2 if fast else 3)


def draw_fields(targets: pl.DataFrame, look: Look) -> go.Figure:
    """TARGETS with known pace: share reached against pace ÷ needed."""
    rows = [row for row in targets.iter_rows(named=True) if field_of(row) is not None]
    if not rows:
        return say_nothing(look, look.language.charts.targets_nothing)
    palette, numbers = look.palette, look.language.numbers
    passed = min(rows[0]["expected_pct"], _HIGHEST)
    shapes = [
        _straight((0, passed), (_FASTEST, passed), palette.quiet, "dash"),
        _straight((1, 0), (1, _HIGHEST), palette.quiet, "dash"),
        _straight((0, 100), (_FASTEST, 100), palette.target, "solid"),
    ]
    x = _axis(look, _FASTEST, _BESIDE[0], (0, 1, 2, 3), ("0", "1", "2", "≥ 3"))
    heights = [f"{numbers.count(height)}%" for height in (0, 50, 100, 150)]
    y = _axis(look, _HIGHEST, _BESIDE[1], (0, 50, 100, 150), (*heights[:3], f"≥ {heights[3]}"))
    foot = (look.language.targets.fields_across, as_of_note(look, rows[0]["as_of"]))
    return new_figure(
        look,
        [_marks(rows, look)],
        height=_HEIGHT,
        foot=foot,
        margin={"l": 56, "b": 26, "t": 8, "r": 8},
        shapes=shapes,
        annotations=_heads(rows, look),
        xaxis=x,
        yaxis=y,
    )


def _marks(rows: Sequence[Row], look: Look) -> Trace:
    numbers, texts = look.language.numbers, look.language.targets
    names = [escape_text(look.language.names.word(row["short_name"])) for row in rows]
    hovers = [
        f"<b>{name}</b><br>"
        + texts.fields_hover.format(
            reached=numbers.percent(row["reached_pct"]),
            pace=numbers.pace(row["pace"], row["needed"]),
            needed=numbers.count(row["needed"]),
        )
        for name, row in zip(names, rows, strict=True)
    ]
    places = _named(rows, look) if look.wide else {}
    labels = [name if row["unit_code"] in places else "" for name, row in zip(names, rows, strict=True)]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [_across(row) for row in rows],
        "y": [_height(row) for row in rows],
        "text": labels,
        "textposition": [places.get(row["unit_code"], "top center") for row in rows],
        "textfont": {"size": SMALL_SIZE - 1, "color": look.palette.quiet},
        "marker": {
            "size": 10,
            "symbol": [STATUS_SHAPES[row["status"]] for row in rows],
            "color": [status_colour(row["status"], look.dark) for row in rows],
        },
        "hovertext": hovers,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _named(rows: Sequence[Row], look: Look) -> Mapping[str, str]:
    """Units that have room for their name, and on which side of their mark; largest gaps first.

    A name covers no mark, no line and no other name, and stays within the scales.
    """
    across, up = _PIXELS[look.broad]
    points = {row["unit_code"]: (_across(row) * across, -_height(row) * up) for row in rows}
    marks = {code: (x - _MARK, y - _MARK, x + _MARK, y + _MARK) for code, (x, y) in points.items()}
    levels = [-level * up for level in (100.0, min(rows[0]["expected_pct"], _HIGHEST))]
    taken: list[_Box] = [*((0, y, _FASTEST * across, y) for y in levels), (across, -_HIGHEST * up, across, 0)]
    places: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: row["gap"] or 0):
        code, name = row["unit_code"], look.language.names.word(row["short_name"])
        others = [*taken, *(box for other, box in marks.items() if other != code)]
        for place, box in _sides(points[code], text_width(name, SMALL_SIZE - 1)):
            inside = box[0] >= 0 and box[2] <= _FASTEST * across + _MARK and -_HIGHEST * up - _LINE / 2 <= box[1]
            if inside and box[3] <= 0 and not any(_overlap(box, other) for other in others):
                places[code] = place
                taken.append(box)
                break
    return places


def _sides(point: tuple[float, float], width: float) -> Iterator[tuple[str, _Box]]:
    (x, y), away, half = point, _MARK + 2, _LINE / 2
    yield "top center", (x - width / 2, y - away - _LINE, x + width / 2, y - away)
    yield "bottom center", (x - width / 2, y + away, x + width / 2, y + away + _LINE)
    yield "middle right", (x + away, y - half, x + away + width, y + half)
    yield "middle left", (x - away - width, y - half, x - away, y + half)


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _height(row: Row) -> float:
    return min(float(row["reached_pct"]), _HIGHEST)


def _across(row: Row) -> float:
    """Pace ÷ needed; at the edge where nothing more is needed."""
    return min(row["pace"] / row["needed"], _FASTEST) if row["needed"] else _FASTEST


def _heads(rows: Sequence[Row], look: Look) -> list[Json]:
    """The name and count of each quadrant, above or below its outer corner, where no mark stands."""
    counts = [sum(field_of(row) == field for row in rows) for field in range(4)]
    corners = [(x, y) for y in (_HIGHEST + _ABOVE, -_ABOVE) for x in (_FASTEST, 0)]
    return [
        {
            "text": f"<b>{escape_text(name)} · {look.language.numbers.count(count)}</b>",
            "x": x,
            "y": y,
            "xanchor": "right" if x else "left",
            "yanchor": "bottom" if y > 0 else "top",
            "showarrow": False,
            "font": {"size": TEXT_SIZE, "color": look.palette.ink},
        }
        for name, count, (x, y) in zip(look.language.targets.fields, counts, corners, strict=True)
    ]


def _straight(start: tuple[float, float], end: tuple[float, float], colour: str, dash: str) -> Json:
    (x0, y0), (x1, y1) = start, end
    line = {"color": colour, "dash": dash, "width": 1}
    return {"type": "line", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": line}


def _axis(look: Look, end: float, room: float, at: Sequence[float], words: Sequence[str]) -> Json:
    font = {"size": SMALL_SIZE, "color": look.palette.quiet}
    ticks = {"tickvals": list(at), "ticktext": list(words), "tickfont": font, "gridcolor": look.palette.track}
    return {"range": [-room, end + room], "zeroline": False, "fixedrange": True, **ticks}
