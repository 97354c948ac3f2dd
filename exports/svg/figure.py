"""A plotly figure as SVG, without a browser. Covers only what charts/ uses."""

from typing import Final, TypeAlias

import plotly.graph_objects as go

from exports.svg.axes import Plot, draw_ticks, plot_of
from exports.svg.canvas import LINE, Canvas, lines_of, width_of
from exports.svg.traces import draw_trace
from model.edges import Json

Layout: TypeAlias = Json

_SIDES: Final = {"left": 0.0, "center": 0.5, "right": 1.0}
_HEIGHTS: Final = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


def draw_figure(figure: go.Figure, width: float) -> tuple[Canvas, float]:
    """The drawing and its height in pixels. Raises ValueError for features that charts/ does not use."""
    described = figure.to_plotly_json()
    layout = described["layout"]
    plot, canvas = plot_of(described, width), Canvas()
    shapes = layout.get("shapes", ())
    for shape in (shape for shape in shapes if shape.get("layer") == "below"):
        _shape(canvas, shape, plot)
    # Plotly paints bars below lines and words, and the second pair of axes last.
    order = sorted(described["data"], key=lambda trace: (trace.get("xaxis", "x"), trace["type"] != "bar"))
    for trace in order:
        draw_trace(canvas, trace, plot, layout["font"])
    for shape in (shape for shape in shapes if shape.get("layer") != "below"):
        _shape(canvas, shape, plot)
    draw_ticks(canvas, plot, layout["font"])
    for note in layout.get("annotations", ()):
        _annotation(canvas, note, plot, layout["font"])
    return canvas, float(layout["height"])


def _shape(canvas: Canvas, shape: Layout, plot: Plot) -> None:
    xref, yref, line = shape.get("xref", "x"), shape.get("yref", "y"), shape.get("line", {})
    start = plot.at(xref, shape["x0"], is_x=True), plot.at(yref, shape["y0"], is_x=False)
    end = plot.at(xref, shape["x1"], is_x=True), plot.at(yref, shape["y1"], is_x=False)
    if shape["type"] == "line":
        canvas.line(start, end, line["color"], line.get("width", 2), line.get("dash", ""))
        return
    if shape["type"] != "rect":
        raise ValueError(f"No picture is drawn of the shape {shape['type']!r}.")
    (left, right), (top, bottom) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    stroke = {"stroke": line.get("color"), "stroke_width": line.get("width", 0)}
    dash = line.get("dash", "").replace("px", "") or None
    canvas.rect(left, top, right - left, bottom - top, shape.get("fillcolor", "none"), stroke_dasharray=dash, **stroke)


def _annotation(canvas: Canvas, note: Layout, plot: Plot, font: Layout) -> None:
    letters, text = {**font, **note.get("font", {})}, note["text"]
    size = letters["size"]
    width, height = width_of(text, size), len(lines_of(text)) * LINE * size
    x = plot.at(note.get("xref", "x"), note["x"], is_x=True) + note.get("xshift", 0)
    y = plot.at(note.get("yref", "y"), note["y"], is_x=False) - note.get("yshift", 0)
    turn = note.get("textangle", 0)
    if turn:
        # Upright words stand with their foot at the place: what is right of an upright text lies above it.
        canvas.text((x, y), text, size=size, colour=letters["color"], anchor="left", turn=turn)
        return
    left = x - _SIDES[note.get("xanchor", "center")] * width
    top = y - _HEIGHTS[note.get("yanchor", "middle")] * height
    if note.get("bgcolor"):
        room = note.get("borderpad", 0) + 1
        canvas.rect(left - room, top - room, width + 2 * room, height + 2 * room, note["bgcolor"])
    align = note.get("align", "center")
    canvas.text(
        (left + _SIDES[align] * width, top + height / 2), text, size=size, colour=letters["color"], anchor=align,
        weight=letters.get("weight", 400),
    )  # fmt: skip
