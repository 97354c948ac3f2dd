"""Axes of a figure: conversion from values to pixels, and their ticks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, TypeAlias

from exports.svg.canvas import Canvas
from model.edges import Json

Layout: TypeAlias = Json

_EPOCH: Final = datetime(1970, 1, 1)
_MARGIN: Final = 0.06  # plotly's own, where a figure names no range


def number_of(value: object) -> float:
    """A value of an axis as a number; moments in milliseconds, the unit of bar widths."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
        return (moment - _EPOCH).total_seconds() * 1000
    return float(value)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Axis:
    """One dimension of a plot; `low` and `high` lie at the pixels `start` and `end`."""

    low: float
    high: float
    start: float
    end: float
    layout: Layout

    def at(self, value: object) -> float:
        """The position of a value in pixels."""
        return self.start + (number_of(value) - self.low) / (self.high - self.low) * (self.end - self.start)

    def span(self, length: float) -> float:
        """A length of values in pixels."""
        return abs(length / (self.high - self.low) * (self.end - self.start))


@dataclass(frozen=True)
class Plot:
    """The drawing area of a figure: its frame in pixels and its axes by name (x, y, x2, y2)."""

    left: float
    top: float
    width: float
    height: float
    axes: Mapping[str, Axis]

    def axes_of(self, trace: Json) -> tuple[Axis, Axis]:
        """The axis from left to right and the one from bottom to top that a trace is drawn on."""
        return self.axes[trace.get("xaxis", "x")], self.axes[trace.get("yaxis", "y")]

    def at(self, ref: str, value: Any, *, is_x: bool) -> float:
        """The pixel of a value on an axis, or of a fraction of the frame where ref is `paper`."""
        if ref == "paper":
            return self.left + float(value) * self.width if is_x else self.top + (1 - float(value)) * self.height
        return self.axes[ref].at(value)


def plot_of(figure: Layout, width: float) -> Plot:
    """The plot of a figure drawn `width` pixels wide."""
    layout, margin = figure["layout"], figure["layout"]["margin"]
    left, top = float(margin["l"]), float(margin["t"])
    wide, high = width - left - margin["r"], layout["height"] - top - margin["b"]
    axes = {}
    for name in ("x", "y", "x2", "y2"):
        axis = layout.get(f"{name[0]}axis{name[1:]}", {})
        low, up = _range(
            axis, [trace for trace in figure["data"] if trace.get(f"{name[0]}axis", name[0]) == name], name[0]
        )
        first, last = axis.get("domain", (0, 1))
        ends = (
            (left + first * wide, left + last * wide)
            if name[0] == "x"
            else (top + (1 - first) * high, top + (1 - last) * high)
        )
        axes[name] = Axis(low, up, *ends, axis)
    return Plot(left, top, wide, high, axes)


def _range(axis: Layout, traces: Sequence[Layout], letter: str) -> tuple[float, float]:
    if axis.get("range") is not None:
        low, high = (number_of(end) for end in axis["range"])
        return low, high
    values = [number_of(value) for trace in traces for value in trace.get(letter, ()) if value is not None]
    low, high = min(values, default=0.0), max(values, default=1.0)
    room = (high - low) * _MARGIN or 1.0
    return low - room, high + room


def draw_ticks(canvas: Canvas, plot: Plot, font: Layout) -> None:
    """Draw ticks and labels below the plot for axes that show them."""
    axis = plot.axes["x"]
    if axis.layout.get("visible") is False or not axis.layout.get("tickvals"):
        return
    letters = {**font, **axis.layout.get("tickfont", {})}
    bottom, length = plot.top + plot.height, axis.layout.get("ticklen", 0) if axis.layout.get("ticks") else 0
    for value, words in zip(axis.layout["tickvals"], axis.layout["ticktext"], strict=True):
        x = axis.at(value)
        if length:
            canvas.line((x, bottom), (x, bottom + length), axis.layout.get("tickcolor", letters["color"]), 1)
        lines = str(words).count("<br>") + 1
        middle = bottom + length + 3 + lines * 0.65 * letters["size"]
        canvas.text((x, middle), words, size=letters["size"], colour=letters["color"], anchor="center")
