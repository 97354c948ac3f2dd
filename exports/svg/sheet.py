"""A chart as a stand-alone picture with title, scope, as-of, source and banner."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from charts.kit.lettering import text_width, wrapped
from charts.kit.palette import LIGHT
from charts.kit.theme import Look
from exports.colours import BANNER
from exports.svg.canvas import Canvas, Drawing
from exports.svg.figure import draw_figure
from exports.typesetting import typeset
from presentation.stamp import Stamp
from presentation.wording import shortened

WIDTH: Final = 960
INSIDE: Final = WIDTH - 64
_LEFT: Final = 32
_NOTICE_SIZE: Final = 18
_NOTICE_ROOM: Final = 48
_OF_FINISHED: Final = 1.6  # a finished drawing contains small text, so the frame must leave it enough room
_LARGER: Final = 2.0

_DOTS: Final = 144  # an inch: twice a screen's
POINT: Final = 72  # dots an inch: one a point
_PAGE: Final = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: eval(sys.inputs.width))"""


def picture_of(figure: go.Figure | Drawing, title: str, stamp: Stamp, frame: "Frame | None" = None) -> str:
    """The SVG, as high as the chart, or in the format of a frame.

    Raises ValueError for features that charts/ does not use.
    """
    if frame is None:
        return _laid_out(figure, title, stamp, WIDTH).svg()
    if isinstance(figure, Drawing):  # finished: it is made larger or smaller
        width = frame.least * _OF_FINISHED
        return _laid_out(figure, title, stamp, width).svg(width / frame.ratio)
    width = frame.least
    page = _laid_out(figure, title, stamp, width)
    while page.height > width / frame.ratio + 1:  # a wider page is a lower one at most: titles and notes need less
        width = page.height * frame.ratio
        page = _laid_out(figure, title, stamp, width)
    return page.svg(width / frame.ratio)


@dataclass(frozen=True)
class Frame:
    """A picture format for projection or posts: its size in pixels and the least layout width for charts."""

    name: str
    dots: tuple[int, int]
    least: float
    wide: bool

    @property
    def ratio(self) -> float:
        return self.dots[0] / self.dots[1]


FRAMES: Final = (Frame("16x9", (1920, 1080), 760, wide=True), Frame("1x1", (1080, 1080), 480, wide=False))


@dataclass(frozen=True)
class _Page:
    """A laid-out picture: header, chart and footer."""

    stamp: Stamp
    width: float
    titles: Sequence[str]
    scope: Sequence[str]
    foot: Sequence[str]
    drawn: Drawing

    @property
    def head(self) -> float:
        return (30 if self.stamp.banner else 0) + 30 + 32 * len(self.titles) + 20 * len(self.scope) + 4

    @property
    def height(self) -> float:
        return self.head + self.drawn.height + 22 + 20 * len(self.foot) + 16

    def svg(self, height: float | None = None) -> str:
        """The whole picture; in a taller frame the chart is centred and the footer stays at the bottom."""
        whole, banner, canvas = height or self.height, 30 if self.stamp.banner else 0, Canvas()
        canvas.rect(0, 0, self.width, whole, LIGHT.page)
        if banner:
            canvas.rect(0, 0, self.width, banner, BANNER)
            text = f"<b>{self.stamp.banner}</b>"
            size = min(14.0, 14 * (self.width - 16) / text_width(self.stamp.banner, 14, bold=True))
            canvas.text((self.width / 2, banner / 2), text, size=size, colour="#5B3A00", anchor="center")
        canvas.rect(0, banner, 6, whole - banner, LIGHT.target)
        top = banner + 30.0
        for line in self.titles:
            canvas.text((_LEFT, top), line, size=24, colour=LIGHT.ink, weight=700)
            top += 32
        for line in self.scope:
            canvas.text((_LEFT, top), line, size=15, colour=LIGHT.quiet)
            top += 20
        scale, inside = 1.0, self.width - 2 * _LEFT
        if height and self.drawn.width:
            room = height - (self.height - self.drawn.height)
            scale = min(_LARGER, inside / self.drawn.width, room / self.drawn.height)
        aside = max(0.0, (inside - (self.drawn.width * scale or inside)) / 2)
        below = (whole - self.height + self.drawn.height * (1 - scale)) / 2
        canvas.extend(self.drawn.canvas.parts, x=_LEFT + aside, y=self.head + below, scale=scale)
        top = whole - 16 - 20 * len(self.foot)
        for line in self.foot:
            canvas.text((_LEFT, top), line, size=14, colour=LIGHT.quiet)
            top += 20
        return canvas.svg(self.width, whole)


def _laid_out(figure: go.Figure | Drawing, title: str, stamp: Stamp, width: float) -> _Page:
    inside = width - 2 * _LEFT
    drawn = figure if isinstance(figure, Drawing) else Drawing(*draw_figure(figure, inside))
    lines = (stamp.as_of, stamp.source, stamp.sealed, *drawn.notes)
    foot = [line for text in lines if text for line in wrapped(shortened(text, 240), 14, inside)]
    scope = wrapped(shortened(stamp.scope, 120), 15, inside)
    return _Page(stamp, width, wrapped(title, 24, inside, bold=True), scope, foot, drawn)


def draw_notice(sentence: str, look: Look) -> Drawing:
    """A picture with one sentence in place of a chart that cannot be drawn."""
    canvas, lines = Canvas(), wrapped(sentence, _NOTICE_SIZE, INSIDE)
    for number, line in enumerate(lines):
        at = INSIDE / 2, _NOTICE_ROOM + (number + 0.5) * 1.4 * _NOTICE_SIZE
        canvas.text(at, line, size=_NOTICE_SIZE, colour=look.palette.ink, anchor="center")
    return Drawing(canvas, 2 * _NOTICE_ROOM + 1.4 * _NOTICE_SIZE * len(lines), width=INSIDE)


def png_of(svg: str, width: float = WIDTH, dots: float = _DOTS) -> bytes:
    """A PNG of a picture `width` points wide; the default resolution is twice that of a screen."""
    [page] = typeset(_PAGE, {"svg": svg, "width": f"{width}pt"}, format="png", ppi=dots)
    return page
