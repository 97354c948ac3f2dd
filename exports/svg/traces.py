"""Bars, lines, markers and text of a figure, as far as charts/ uses them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, repeat
from typing import Any, Final, TypeAlias

from exports.svg.axes import Plot
from exports.svg.canvas import Canvas, Point, dashed
from model.edges import Json

Trace: TypeAlias = Json

_CLEAR: Final = "rgba(0,0,0,0)"
# Corners in halves of the size, as plotly's own symbols stand.
_CORNERS: Final[Mapping[str, Sequence[Point]]] = {
    "triangle-up": ((0, -1.155), (1.0, 0.577), (-1.0, 0.577)),
    "triangle-down": ((0, 1.155), (1.0, -0.577), (-1.0, -0.577)),
    "triangle-right": ((1.155, 0), (-0.577, 1.0), (-0.577, -1.0)),
    "x": (
        (0, -0.5), (0.5, -1), (1, -0.5), (0.5, 0), (1, 0.5), (0.5, 1),
        (0, 0.5), (-0.5, 1), (-1, 0.5), (-0.5, 0), (-1, -0.5), (-0.5, -1),
    ),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "star": (
        (0, -1.4), (0.33, -0.45), (1.33, -0.43), (0.53, 0.17), (0.82, 1.13),
        (0, 0.56), (-0.82, 1.13), (-0.53, 0.17), (-1.33, -0.43), (-0.33, -0.45),
    ),
}  # fmt: skip
_DOT: Final = 0.35  # of half a mark
_STROKES: Final[Mapping[str, Sequence[tuple[Point, Point]]]] = {
    "line-ns": (((0, -1.4), (0, 1.4)),),
    "line-ew": (((-1.4, 0), (1.4, 0)),),
    "line-ne": (((-1, 1), (1, -1)),),
    "x-thin": (((-1, -1), (1, 1)), ((-1, 1), (1, -1))),
}


def per_point(value: Any, count: int) -> list[Any]:
    """`value` as a list with one entry a point."""
    return list(value) if isinstance(value, list | tuple) else list(repeat(value, count))


def draw_trace(canvas: Canvas, trace: Trace, plot: Plot, font: Json) -> None:
    """Draw one trace. Raises ValueError for trace types that charts/ does not use."""
    if trace["type"] == "bar":
        _bars(canvas, trace, plot)
        return
    if trace["type"] != "scatter":
        raise ValueError(f"No picture is drawn of {trace['type']!r}.")
    x, y = plot.axes_of(trace)
    points = [
        (x.at(a), y.at(b)) if a is not None and b is not None else None
        for a, b in zip(trace["x"], trace["y"], strict=True)
    ]
    mode = trace.get("mode", "lines")
    if "lines" in mode:
        for stretch in _stretches(points):
            _line(canvas, trace, stretch, y.at(0))
    if "markers" in mode:
        _marks(canvas, trace, points)
    if "text" in mode:
        _words(canvas, trace, points, font)


def _bars(canvas: Canvas, trace: Trace, plot: Plot) -> None:
    x, y = plot.axes_of(trace)
    lying, count, marker = trace.get("orientation") == "h", len(trace["x"]), trace.get("marker", {})
    along, across = (x, y) if lying else (y, x)
    lengths, places = (trace["x"], trace["y"]) if lying else (trace["y"], trace["x"])
    shapes = per_point(marker.get("pattern", {}).get("shape", ""), count)
    settings = zip(
        lengths, places, per_point(trace.get("width"), count), per_point(trace.get("base", 0), count),
        per_point(marker["color"], count), shapes, strict=True,
    )  # fmt: skip
    for length, place, width, base, colour, shape in settings:
        if colour == _CLEAR or not length:
            continue
        ends = sorted((along.at(base or 0), along.at((base or 0) + length)))
        thick = across.span(width)
        first = across.at(place) - thick / 2
        box = (ends[0], first, ends[1] - ends[0], thick) if lying else (first, ends[0], thick, ends[1] - ends[0])
        canvas.rect(*box, colour, rx=marker.get("cornerradius"))
        if shape:
            pattern = marker["pattern"]
            canvas.rect(*box, canvas.hatch(pattern.get("fgcolor", "#FFFFFF"), pattern.get("size", 6)))


def _stretches(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    """Runs of points without missing values."""
    for has_points, group in groupby(points, key=lambda point: point is not None):
        if has_points:
            yield [point for point in group if point]


def _line(canvas: Canvas, trace: Trace, points: list[Point], zero: float) -> None:
    fill, line = trace.get("fill", "none"), trace.get("line", {})
    if fill == "tozeroy" and points:
        canvas.path([(points[0][0], zero), *points, (points[-1][0], zero)], closed=True, fill=trace["fillcolor"])
    elif fill == "toself":
        canvas.path(points, closed=True, fill=trace["fillcolor"])
    width = line.get("width", 2)
    if width:
        dash = dashed(line.get("dash", ""), width)
        canvas.path(points, stroke=line["color"], stroke_width=width, stroke_linejoin="round", stroke_dasharray=dash)


def _marks(canvas: Canvas, trace: Trace, points: Sequence[Point | None]) -> None:
    marker, count = trace.get("marker", {}), len(points)
    edge = marker.get("line", {})
    colours = per_point(marker.get("color", trace.get("line", {}).get("color", "#444")), count)
    settings = zip(
        points, per_point(marker.get("symbol", "circle"), count), per_point(marker.get("size", 6), count), colours,
        per_point(edge.get("color", ""), count), per_point(edge.get("width", 0), count), strict=True,
    )  # fmt: skip
    for point, symbol, size, colour, edge_colour, edge_width in settings:
        if point and size:
            _mark(canvas, point, str(symbol), size / 2, colour, edge_colour or colour, edge_width)


def _mark(canvas: Canvas, at: Point, symbol: str, half: float, colour: str, edge: str, width: float) -> None:
    hollow = symbol.removesuffix("-dot")
    shape, is_open = hollow.removesuffix("-open"), hollow.endswith("-open")
    stroke: Json = {"stroke": colour if is_open else edge, "stroke_width": width or (1 if is_open else 0)}
    fill = "none" if is_open else colour

    def place(corner: Point) -> Point:
        return at[0] + corner[0] * half, at[1] + corner[1] * half

    if shape in _STROKES:
        for start, end in _STROKES[shape]:
            canvas.path([place(start), place(end)], **stroke)
    elif shape in _CORNERS:
        canvas.path([place(corner) for corner in _CORNERS[shape]], closed=True, fill=fill, **stroke)
    elif shape == "circle":
        canvas.add("circle", cx=at[0], cy=at[1], r=half, fill=fill, **stroke)
    else:
        raise ValueError(f"No picture is drawn of the mark {symbol!r}.")
    if hollow != symbol:
        canvas.add("circle", cx=at[0], cy=at[1], r=_DOT * half, fill=colour)


def _words(canvas: Canvas, trace: Trace, points: Sequence[Point | None], font: Json) -> None:
    count, letters = len(points), {**font, **trace.get("textfont", {})}
    sizes = per_point(trace.get("marker", {}).get("size", 0) if "markers" in trace.get("mode", "") else 0, count)
    settings = zip(
        points, trace["text"], per_point(trace.get("textposition", "middle center"), count),
        per_point(letters["color"], count), per_point(letters["size"], count),
        per_point(letters.get("weight", 400), count), sizes, strict=True,
    )  # fmt: skip
    for point, text, position, colour, size, weight, mark in settings:
        if not point or not text:
            continue
        upright, side = position.split(" ")
        aside = mark / 2 / 0.8 + 1 if mark else 0
        x = point[0] + {"right": aside, "left": -aside, "center": 0}[side]
        y = point[1] + {"middle": 0, "top": -aside - size * 0.75, "bottom": aside + size * 0.75}[upright]
        anchor = {"right": "left", "left": "right", "center": "center"}[side]
        canvas.text((x, y), text, size=size, colour=colour, anchor=anchor, weight=weight)
