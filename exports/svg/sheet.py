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
from presentation.whole_lines import FIXED_SPACE
from presentation.wording import shortened

WIDTH: Final = 960
INSIDE: Final = WIDTH - 64
_NOTICE_SIZE: Final = 18
_NOTICE_ROOM: Final = 48
_SHORT: Final = 40  # characters of an as-of without more
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
        return _laid_out(figure, title, stamp, WIDTH, _AT_A_DESK).svg()
    if isinstance(figure, Drawing):  # finished: it is made larger or smaller
        return _laid_out(figure, title, stamp, frame.least, _FROM_AFAR).svg(frame.least / frame.ratio)
    width = frame.least
    page = _laid_out(figure, title, stamp, width, _FROM_AFAR)
    while page.height > width / frame.ratio + 1:  # a wider page is a lower one at most: titles and notes need less
        width = page.height * frame.ratio
        page = _laid_out(figure, title, stamp, width, _FROM_AFAR)
    return page.svg(width / frame.ratio)


@dataclass(frozen=True)
class Frame:
    """A picture format for projection or posts: its size in pixels and the layout width.

    The layout grows with what it has to hold, and its letters become smaller: charts keep to the room it has.
    """

    name: str
    dots: tuple[int, int]
    least: float
    wide: bool

    @property
    def ratio(self) -> float:
        return self.dots[0] / self.dots[1]


FRAMES: Final = (Frame("16x9", (1920, 1080), 880, wide=True), Frame("1x1", (1080, 1080), 500, wide=False))


@dataclass(frozen=True)
class _Lettering:
    """Sizes of letters and of what is around them. The source is the smallest: it is for the one who keeps the file."""

    side: float
    banner: float
    title: float
    scope: float
    foot: float

    def line(self, size: float) -> float:
        """The height of a line of letters of this size."""
        return round(size * 1.34)


_AT_A_DESK: Final = _Lettering(side=32, banner=14, title=24, scope=15, foot=14)
_FROM_AFAR: Final = _Lettering(side=22, banner=13.5, title=20, scope=13, foot=10.5)


@dataclass(frozen=True)
class _Page:
    """A laid-out picture: header, chart and footer."""

    stamp: Stamp
    width: float
    titles: Sequence[str]
    scope: Sequence[str]
    foot: Sequence[str]
    drawn: Drawing
    lettering: _Lettering

    @property
    def _banner(self) -> tuple[list[str], float]:
        """The lines of the banner, in smaller letters where one is not enough, and their size."""
        text, letters, room = self.stamp.banner, self.lettering, self.width - 16
        size = letters.banner if text_width(text, letters.banner, bold=True) <= room else letters.foot
        return wrapped(text, size, room, bold=True) if text else [], size

    @property
    def banner(self) -> float:
        """The height of the banner; 0 without one."""
        lines, size = self._banner
        return self.lettering.line(size) * len(lines) + 11 if lines else 0

    @property
    def head(self) -> float:
        letters = self.lettering
        lines = letters.line(letters.title) * len(self.titles) + letters.line(letters.scope) * len(self.scope)
        return self.banner + letters.title + 6 + lines + 4

    @property
    def below(self) -> float:
        """The height of source, seal and notes at the bottom."""
        return self.lettering.foot + 2 + self.lettering.line(self.lettering.foot) * len(self.foot)

    @property
    def height(self) -> float:
        return self.head + self.drawn.height + self.lettering.side - 10 + self.below

    def svg(self, height: float | None = None) -> str:
        """The whole picture; in a taller frame the chart is centred and the footer stays at the bottom."""
        whole, banner, canvas, letters = height or self.height, self.banner, Canvas(), self.lettering
        canvas.rect(0, 0, self.width, whole, LIGHT.page)
        if banner:
            canvas.rect(0, 0, self.width, banner, BANNER)
            lines, size = self._banner
            text = "<br>".join(f"<b>{line}</b>" for line in lines)
            canvas.text((self.width / 2, banner / 2), text, size=size, colour="#5B3A00", anchor="center")
        canvas.rect(0, banner, 6, whole - banner, LIGHT.target)
        top = banner + letters.title + 6
        for line in self.titles:
            canvas.text((letters.side, top), line, size=letters.title, colour=LIGHT.ink, weight=700)
            top += letters.line(letters.title)
        for line in self.scope:
            canvas.text((letters.side, top), line, size=letters.scope, colour=LIGHT.quiet)
            top += letters.line(letters.scope)
        scale, inside = 1.0, self.width - 2 * letters.side
        if height and self.drawn.width:
            room = height - (self.height - self.drawn.height)
            scale = min(_LARGER, inside / self.drawn.width, room / self.drawn.height)
        aside = max(0.0, (inside - (self.drawn.width * scale or inside)) / 2)
        below = (whole - self.height + self.drawn.height * (1 - scale)) / 2
        canvas.extend(self.drawn.canvas.parts, x=letters.side + aside, y=self.head + below, scale=scale)
        top = whole - self.below
        for line in self.foot:
            canvas.text((letters.side, top), line, size=letters.foot, colour=LIGHT.quiet)
            top += letters.line(letters.foot)
        return canvas.svg(self.width, whole)


def _laid_out(figure: go.Figure | Drawing, title: str, stamp: Stamp, width: float, letters: _Lettering) -> _Page:
    inside = width - 2 * letters.side
    drawing = figure if isinstance(figure, Drawing) else Drawing(*draw_figure(figure, inside))
    as_of = stamp.as_of.replace(" ", FIXED_SPACE) if len(stamp.as_of) < _SHORT else stamp.as_of
    scope = f"{shortened(stamp.scope, 120)} · {as_of}"  # no line ends inside the moment
    lines = (stamp.source, stamp.sealed, *drawing.notes)
    foot = [line for text in lines if text for line in wrapped(shortened(text, 240), letters.foot, inside)]
    titles = wrapped(title, letters.title, inside, bold=True)
    scope_lines = [line.removesuffix(" ·") for line in wrapped(scope, letters.scope, inside)]
    return _Page(stamp, width, titles, scope_lines, foot, drawing, letters)


def draw_notice(sentences: Sequence[str], look: Look) -> Drawing:
    """A picture with sentences, one below the other, in place of a chart that cannot be drawn."""
    canvas = Canvas()
    lines = [line for sentence in sentences for line in wrapped(sentence, _NOTICE_SIZE, INSIDE)]
    for number, line in enumerate(lines):
        at = INSIDE / 2, _NOTICE_ROOM + (number + 0.5) * 1.4 * _NOTICE_SIZE
        canvas.text(at, line, size=_NOTICE_SIZE, colour=look.palette.ink, anchor="center")
    return Drawing(canvas, 2 * _NOTICE_ROOM + 1.4 * _NOTICE_SIZE * len(lines), width=INSIDE)


def png_of(svg: str, width: float = WIDTH, dots: float = _DOTS) -> bytes:
    """A PNG of a picture `width` points wide; the default resolution is twice that of a screen."""
    [page] = typeset(_PAGE, {"svg": svg, "width": f"{width}pt"}, format="png", ppi=dots)
    return page
