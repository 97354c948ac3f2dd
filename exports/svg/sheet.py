"""A chart as a picture that can leave the page: title, scope, as-of, source and banner are part of it."""

from pathlib import Path
from typing import Final

import plotly.graph_objects as go
import typst

from charts.kit.lettering import wrapped
from charts.kit.palette import LIGHT
from charts.kit.theme import Look
from exports.colours import BANNER
from exports.svg.canvas import Canvas, Drawn
from exports.svg.figure import draw_figure
from presentation.stamp import Stamp
from presentation.wording import shortened

WIDTH: Final = 960
INSIDE: Final = WIDTH - 64
_LEFT: Final = 32
_SAID_SIZE: Final = 18
_SAID_ROOM: Final = 48
_FONTS: Final = Path(__file__).parents[1] / "fonts"
_DOTS: Final = 144  # an inch: twice a screen's
_PAGE: Final = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: eval(sys.inputs.width))"""


def picture_of(figure: go.Figure | Drawn, title: str, stamp: Stamp) -> str:
    """The SVG. Raises ValueError for what charts/ does not use."""
    drawn = figure if isinstance(figure, Drawn) else Drawn(*draw_figure(figure, INSIDE))
    canvas, top, height = Canvas(), 0.0, drawn.height
    told = (stamp.as_of, stamp.source, stamp.sealed, *drawn.notes)
    foot = [line for text in told if text for line in wrapped(shortened(text, 240), 14, INSIDE)]
    titles = wrapped(title, 24, INSIDE, bold=True)
    banner = 30 if stamp.banner else 0
    whole = banner + 30 + 32 * len(titles) + 24 + height + 22 + 20 * len(foot) + 16
    canvas.rect(0, 0, WIDTH, whole, LIGHT.page)
    if stamp.banner:
        canvas.rect(0, 0, WIDTH, banner, BANNER)
        canvas.text((WIDTH / 2, banner / 2), f"<b>{stamp.banner}</b>", size=14, colour="#5B3A00", anchor="center")
    canvas.rect(0, banner, 6, whole - banner, LIGHT.target)
    top = banner + 30
    for line in titles:
        canvas.text((_LEFT, top), line, size=24, colour=LIGHT.ink, weight=700)
        top += 32
    canvas.text((_LEFT, top), shortened(stamp.scope, 120), size=15, colour=LIGHT.quiet)
    canvas.extend(drawn.canvas.parts, x=_LEFT, y=top + 24)
    top += 24 + height + 22
    for line in foot:
        canvas.text((_LEFT, top), line, size=14, colour=LIGHT.quiet)
        top += 20
    return canvas.svg(WIDTH, whole)


def say(sentence: str, look: Look) -> Drawn:
    """A sentence in the place of a chart that cannot be drawn."""
    canvas, lines = Canvas(), wrapped(sentence, _SAID_SIZE, INSIDE)
    for number, line in enumerate(lines):
        at = INSIDE / 2, _SAID_ROOM + (number + 0.5) * 1.4 * _SAID_SIZE
        canvas.text(at, line, size=_SAID_SIZE, colour=look.palette.ink, anchor="center")
    return Drawn(canvas, 2 * _SAID_ROOM + 1.4 * _SAID_SIZE * len(lines))


def png_of(svg: str) -> bytes:
    """The same picture in dots, twice as many as a screen has."""
    compiler = typst.Compiler(font_paths=[_FONTS], ignore_system_fonts=True)
    page = compiler.compile(input=_PAGE, format="png", ppi=_DOTS, sys_inputs={"svg": svg, "width": f"{WIDTH}pt"})
    if not isinstance(page, bytes):
        raise TypeError("A picture is one file.")
    return page
