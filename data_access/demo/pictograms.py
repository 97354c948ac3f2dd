"""Pictures of simulated examples: one sign a sector, which nobody takes for a photograph."""

from collections.abc import Callable, Mapping
from typing import Final

from PIL import Image, ImageDraw

SIZE: Final = (960, 600)
_FINER: Final = 2  # drawn larger and made smaller, so that slanted edges are smooth
_PAPER: Final = (236, 240, 245)
_WHITE: Final = (255, 255, 255)
_BLUE: Final = (36, 98, 158)
_GREEN: Final = (46, 125, 80)
_AMBER: Final = (198, 120, 32)
_RED: Final = (176, 58, 58)

Pen = ImageDraw.ImageDraw
Point = tuple[float, float]


def draw_sign(sector: str) -> Image.Image:
    """The sign of a sector by its code; a lamp for sectors without one."""
    picture = Image.new("RGB", (SIZE[0] * _FINER, SIZE[1] * _FINER), _PAPER)
    _SIGNS.get(sector, _lamp)(ImageDraw.Draw(picture))
    return picture.resize(SIZE, Image.Resampling.LANCZOS)


def _at(*points: Point) -> list[Point]:
    """Points of the finished picture as points of the finer one."""
    return [(x * _FINER, y * _FINER) for x, y in points]


def _block(pen: Pen, x: float, y: float, right: float, bottom: float, colour: tuple[int, int, int]) -> None:
    pen.rectangle(_at((x, y), (right, bottom)), fill=colour)


def _round(pen: Pen, x: float, y: float, across: float, high: float, colour: tuple[int, int, int]) -> None:
    pen.ellipse(_at((x - across / 2, y - high / 2), (x + across / 2, y + high / 2)), fill=colour)


def _cross(pen: Pen) -> None:
    """Health."""
    pen.rounded_rectangle(_at((300, 120), (660, 480)), radius=60 * _FINER, fill=_RED)
    _block(pen, 440, 190, 520, 410, _WHITE)
    _block(pen, 370, 260, 590, 340, _WHITE)


def _book(pen: Pen) -> None:
    """Education: an open book."""
    for side in (-1, 1):
        corners = ((0, 190), (210, 150), (210, 410), (0, 450))
        pen.polygon(_at(*((480 + side * x, y) for x, y in corners)), fill=_BLUE)
        for line in range(4):
            pen.line(_at((480 + side * 35, 235 + 48 * line), (480 + side * 175, 208 + 48 * line)), _WHITE, 8 * _FINER)
    pen.line(_at((480, 190), (480, 450)), _PAPER, 8 * _FINER)


def _factory(pen: Pen) -> None:
    """Production and business: a factory."""
    _block(pen, 620, 130, 680, 460, _AMBER)
    roofs = [point for x in (280, 400, 520) for point in ((x, 290), (x + 120, 220))]
    pen.polygon(_at((280, 460), *roofs, (640, 460)), fill=_BLUE)
    for x in (320, 420, 520):
        _block(pen, x, 350, x + 50, 400, _WHITE)


def _sheet(pen: Pen) -> None:
    """Public administration: a document with a mark."""
    pen.polygon(_at((340, 110), (540, 110), (620, 190), (620, 490), (340, 490)), fill=_WHITE)
    pen.polygon(_at((540, 110), (620, 190), (540, 190)), fill=_BLUE)
    for top in (240, 290, 340):
        _block(pen, 385, top, 575, top + 14, _BLUE)
    pen.line(_at((430, 420), (465, 452), (540, 385)), _GREEN, 20 * _FINER, joint="curve")


def _plant(pen: Pen) -> None:
    """Agriculture: a plant."""
    _block(pen, 471, 240, 489, 480, _GREEN)
    for side in (-1, 1):
        leaf = ((0, 330), (60, 240), (190, 210), (160, 300), (80, 345))
        pen.polygon(_at(*((480 + side * x, y) for x, y in leaf)), fill=_GREEN)
    _round(pen, 480, 185, 90, 130, _AMBER)


def _lamp(pen: Pen) -> None:
    """Any other: a lamp, as of an idea."""
    _round(pen, 480, 240, 240, 240, _AMBER)
    pen.polygon(_at((410, 320), (550, 320), (530, 390), (430, 390)), fill=_AMBER)
    for top in (400, 432, 464):
        _block(pen, 435, top, 525, top + 18, _BLUE)


_SIGNS: Final[Mapping[str, Callable[[Pen], None]]] = {
    "y-te": _cross,
    "giao-duc": _book,
    "sxkd": _factory,
    "hcsn": _sheet,
    "nong-nghiep": _plant,
}
