"""Rows of names, bars and numbers laid out in pixels.

Plotly's tick labels cannot stand beside columns of numbers without being cut on phones. Texts therefore use an
invisible pair of axes (x from 0 to 1, y in px) over a second pair for the bars.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias

import plotly.graph_objects as go

from charts.kit.joining import merge_traces
from charts.kit.key import TOP, key_above
from charts.kit.theme import CLEAR, FONT, SMALL_SIZE, WORDS_FONT, Look, Trace, new_figure
from model.edges import Json

Anchor: TypeAlias = Literal["start", "end", "middle"]
_SIDE: Final[Mapping[str, str]] = {"start": "middle right", "end": "middle left", "middle": "middle center"}
ON_TOP: Final[Mapping[str, str]] = {"xaxis": "x2", "yaxis": "y2"}  # plotly paints the second pair last
_STILL: Final[Json] = {"visible": False, "fixedrange": True}
CASING: Final = (
    2.0  # px of the ground's colour on each side of a mark on a bar: one is wholly covered, wherever it lies
)
UPRIGHT: Final = "line-ns-open"
_LENGTH: Final = 1.4  # of that symbol, times its size


@dataclass
class Sheet:
    """Collects texts and bars; `figure` builds the figure."""

    look: Look
    longest: float  # value at the right end of the bars
    bars_end: float = 1.0  # fraction of the width at which that is
    traces: list[Trace] = field(default_factory=list)
    shapes: list[Json] = field(default_factory=list)

    def write(
        self,
        x: float | Sequence[float],
        y: Sequence[float],
        texts: Sequence[str],
        *,
        anchor: Anchor = "start",
        size: float = SMALL_SIZE,
        weight: int = 400,
        colour: str | Sequence[str] | None = None,
        marker: Json | None = None,
    ) -> None:
        """Add texts at fractions x of the width and pixels y, each with an optional mark. They must be escaped.

        Texts that start at x are words; those that end there are columns, whose digits have one width.
        """
        family = WORDS_FONT if anchor == "start" else FONT
        font = {"family": family, "size": size, "weight": weight, "color": colour or self.look.palette.ink}
        self.traces.append(
            {
                "type": "scatter",
                "mode": "markers+text" if marker else "text",
                "x": [x] * len(y) if isinstance(x, int | float) else list(x),
                "y": list(y),
                "text": list(texts),
                "textposition": _SIDE[anchor],
                "textfont": font,
                "cliponaxis": False,
                "hoverinfo": "skip",
                **ON_TOP,
                **({"marker": dict(marker)} if marker else {}),
            }
        )

    def bars(
        self,
        y: Sequence[float],
        values: Sequence[float],
        *,
        thickness: float | Sequence[float],
        colour: str | Sequence[str],
        hover: Sequence[str] = (),
        codes: Sequence[str | None] = (),
        **more: Any,
    ) -> None:
        """Add bars from zero, centred on pixels y. Clicks return `codes`."""
        marker = {"color": colour, "line": {"width": 0}, "cornerradius": 2, **more.pop("marker", {})}
        hover_options = {"hovertext": list(hover), "hovertemplate": "%{hovertext}<extra></extra>"} if hover else {}
        self.traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "x": list(values),
                "y": list(y),
                "width": thickness,
                "marker": marker,
                "customdata": list(codes),
                **(hover_options or {"hoverinfo": "skip"}),
                **more,
            }
        )

    def marks(
        self,
        y: Sequence[float],
        values: Sequence[float | None],
        symbol: str,
        colour: str | Sequence[str],
        *,
        size: float,
        width: float,
        edge: str | None = None,
    ) -> None:
        """Add a small symbol to each bar; None for no symbol."""
        points = [(x, at) for x, at in zip(values, y, strict=True) if x is not None]
        if not points:
            return
        line = {"width": width, "color": edge or colour}
        self.traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [x for x, _ in points],
                "y": [at for _, at in points],
                # Plotly would let through what lies behind marks of several sizes.
                "marker": {"symbol": symbol, "size": size, "color": colour, "line": line, "opacity": 1},
                "cliponaxis": False,
                "hoverinfo": "skip",
            }
        )

    def crossing(
        self,
        y: Sequence[float],
        values: Sequence[float | None],
        colour: str,
        *,
        size: float,
        width: float,
    ) -> None:
        """Add upright marks across bars, in a casing of the ground's colour, which is all that they touch.

        Whatever a bar, its track and the ground are filled with, the contrast of a mark is that with the ground.
        """
        casing = self.look.palette.page
        self.marks(y, values, UPRIGHT, casing, size=size + 2 * CASING / _LENGTH, width=width + 2 * CASING)
        self.marks(y, values, UPRIGHT, colour, size=size, width=width)

    def sensors(
        self, y: Sequence[float], hover: Sequence[str], codes: Sequence[str | None], *, height: float | Sequence[float]
    ) -> None:
        """Add invisible bars over whole rows, so that short bars are as easy to hover or tap as long ones."""
        width = self.longest if self.bars_end == 1 else self.longest / self.bars_end
        self.bars(y, [width] * len(y), thickness=height, colour=CLEAR, hover=hover, codes=codes)

    def place(self, value: float) -> float:
        """The fraction of the width at which `value` lies."""
        return self.bars_end * value / self.longest

    def figure(
        self,
        *,
        height: float,
        foot: Sequence[str],
        head: Sequence[str] = (),
        margin: Mapping[str, float] | None = None,
        **more: Any,
    ) -> go.Figure:
        """The finished figure; `height` is the total height of its rows in px. `head` explains its marks above them."""
        # Overlaid, the words let the mouse through to the bars. Both then share one width: bars end by their range.
        axes = {
            "xaxis": {**_STILL, "range": [0, self.longest / self.bars_end]},
            "yaxis": {**_STILL, "range": [height, 0]},
            "xaxis2": {**_STILL, "range": [0, 1], "anchor": "y2", "overlaying": "x"},
            "yaxis2": {**_STILL, "range": [height, 0], "anchor": "x2", "overlaying": "y"},
        }
        layout = {"barmode": "overlay", "shapes": self.shapes, **axes, **more}
        margins = dict(margin or {})
        words, room = key_above(self.look, head, more.get("room"), indent=margins.get("l", 0))
        if words:
            margins["t"] = margins.get("t", TOP) + room
            layout["annotations"] = [*layout.get("annotations", ()), *words]
        return new_figure(self.look, merge_traces(self.traces), height=height, foot=foot, margin=margins, **layout)
