"""SVG output. Texts use plotly's markup: escaped, with <b>, <br> and styled spans at most."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from charts.kit.lettering import text_width

FONT: Final = "Be Vietnam Pro, Arial, sans-serif"
# For numbers that stand in columns. It has only digits, so words must not use it: letters would be lost.
DIGITS: Final = f"Be Vietnam Pro Tabular, {FONT}"
# Symbols of another font: in one run with text, the renderer would use that font for all of it.
_SIGNS: Final = re.compile(r"([\u2190-\u21ff\u2460-\u24ff\u25a0-\u27bf]+)")
_SIGN_FONT: Final = "DejaVu Sans Mono, DejaVu Sans, Segoe UI Symbol, sans-serif"
_OF_WORDS, _OF_SIGNS = 0.975, 0.75  # of the estimated widths, which are meant for room to be kept free
LINE: Final = 1.3  # lines of a text stand so many sizes apart
_BASE: Final = 0.35  # from the middle of a line to the foot of its letters, in sizes
_ANCHORS: Final = {"left": "start", "center": "middle", "right": "end"}
_SHARES: Final = {"left": 0.0, "center": 0.5, "right": 1.0}
_DASHES: Final = {"dot": "3,3", "dash": "9,9", "dashdot": "9,4,3,4"}
# What charts/ writes into its texts: bold, and spans with a colour or a size.
_MARKUP: Final = re.compile(r"</?b>|<span style='[^'\"<>]*'>|</span>")
_PIECES: Final = re.compile(r"(</?b>|<span style='[^'\"<>]*'>|</span>)")
_STYLE: Final = re.compile(r"([a-z-]+):\s*([#\w.]+)")
_STYLED: Final = {"color": "fill", "font-size": "font-size"}

Point = tuple[float, float]


class Canvas:
    """Collects SVG elements; later ones cover earlier ones."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._hatches: dict[str, str] = {}

    def add(self, name: str, **attributes: object) -> None:
        """Add an element; attributes that are None are omitted, underscores become hyphens."""
        text = " ".join(
            f"{key.replace('_', '-')}={quoteattr(_plain(value))}"
            for key, value in attributes.items()
            if value is not None
        )
        self.parts.append(f"<{name} {text}/>")

    def rect(self, x: float, y: float, width: float, height: float, fill: str, **more: object) -> None:
        """Add a rectangle; negative sizes count as zero."""
        self.add("rect", x=x, y=y, width=max(0.0, width), height=max(0.0, height), fill=fill, **more)

    def path(self, points: Sequence[Point], *, closed: bool = False, **more: object) -> None:
        """Add a line through points. They must not contain NaN: callers split lines at gaps."""
        if len(points) > 1:
            way = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + ("Z" if closed else "")
            self.add("path", d=way, **({"fill": "none"} | more))

    def line(self, start: Point, end: Point, colour: str, width: float, dash: str = "") -> None:
        self.path([start, end], stroke=colour, stroke_width=width, stroke_dasharray=dashed(dash, width))

    def text(
        self,
        at: Point,
        text: str,
        *,
        size: float,
        colour: str,
        anchor: str = "left",
        weight: int = 400,
        turn: float = 0,
    ) -> None:
        """Add lines of text, vertically centred on `at`."""
        lines = lines_of(text)
        x, y = at
        turned = f' transform="rotate({turn} {x:.1f} {y:.1f})"' if turn else ""
        for number, line in enumerate(lines):
            foot = y + (number - (len(lines) - 1) / 2) * LINE * size + _BASE * size
            markup, side = _styled(line), anchor
            if _SIGNS.search(line) and not _MARKUP.search(line):
                markup, side = _with_signs(line, x - _SHARES[anchor] * width_of(line, size), size), "left"
            is_number = not any(letter.isalpha() for letter in _bare(line)) and _is_one_piece(line)
            family = f' font-family="{DIGITS}"' if is_number else ""
            self.parts.append(
                f'<text x="{x:.1f}" y="{foot:.1f}" font-size="{size:g}" font-weight="{weight}" '
                f'fill={quoteattr(colour)} text-anchor="{_ANCHORS[side]}" xml:space="preserve"{family}{turned}>'
                f"{markup}</text>"
            )

    def hatch(self, colour: str, size: float) -> str:
        """The fill of a diagonal hatch in `colour`, to be drawn over another fill."""
        name = f"hatch-{len(self._hatches)}" if colour not in self._hatches else self._hatches[colour]
        if colour not in self._hatches:
            self._hatches[colour] = name
            self.parts.append(
                f'<defs><pattern id="{name}" width="{size:g}" height="{size:g}" patternUnits="userSpaceOnUse" '
                f'patternTransform="rotate(45)"><rect width="{size * 0.35:g}" height="{size:g}" '
                f"fill={quoteattr(colour)}/></pattern></defs>"
            )
        return f"url(#{name})"

    def extend(self, parts: Iterable[str], *, x: float, y: float, scale: float = 1.0) -> None:
        """Add another drawing at a position."""
        larger = "" if scale == 1 else f" scale({scale:.4f})"
        self.parts.append(f'<g transform="translate({x:g} {y:g}){larger}">')
        self.parts.extend(parts)
        self.parts.append("</g>")

    def svg(self, width: float, height: float) -> str:
        """The whole drawing as SVG of a size in pixels."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
            f'viewBox="0 0 {width:g} {height:g}" font-family="{FONT}">{"".join(self.parts)}</svg>'
        )


@dataclass(frozen=True)
class Drawing:
    """A finished drawing, its size in pixels, and the note below it. Without a width it fills its page."""

    canvas: Canvas
    height: float
    notes: tuple[str, ...] = ()
    width: float = 0.0


def lines_of(text: str) -> list[str]:
    """The lines of a text; bold that spans a break is closed and reopened."""
    lines = str(text).split("<br>")
    bold = False
    closed = []
    for line in lines:
        closed.append(f"<b>{line}" if bold else line)
        bold = closed[-1].count("<b>") > closed[-1].count("</b>")
    return closed


def _bare(line: str) -> str:
    return unescape(_MARKUP.sub("", line))


def _with_signs(line: str, x: float, size: float) -> str:
    """The tspans of a line, with symbols in a font of their own."""
    markup = ""
    for piece in filter(None, _SIGNS.split(unescape(line))):
        family = f' font-family="{_SIGN_FONT}"' if _SIGNS.fullmatch(piece) else ""
        markup += f'<tspan x="{x:.1f}"{family}>{escape(piece)}</tspan>'
        x += text_width(piece, size) * (_OF_SIGNS if family else _OF_WORDS)
    return markup


def _is_one_piece(line: str) -> bool:
    """Whether a line has one style. The tabular font lacks letters, which are lost where runs of styles meet."""
    return sum(bool(piece) and not _MARKUP.fullmatch(piece) for piece in _PIECES.split(line)) == 1


def _styled(line: str) -> str:
    """Bold and span styles as SVG attributes; all other text stays text."""
    markup, weight, style = "", "", ""
    for piece in _PIECES.split(line):
        if not _MARKUP.fullmatch(piece):  # “<0,01%” is text
            plain = escape(unescape(piece))
            markup += f"<tspan{weight}{style}>{plain}</tspan>" if plain and (weight or style) else plain
        elif piece in ("<b>", "</b>"):
            weight = ' font-weight="700"' if piece == "<b>" else ""
        else:
            styles = dict(_STYLE.findall(piece))
            style = "".join(f' {_STYLED[name]}="{value}"' for name, value in styles.items() if name in _STYLED)
    return markup


def width_of(text: str, size: float) -> float:
    """The width of the longest line in pixels."""
    return max(text_width(_bare(line), size, bold="<b>" in line) for line in lines_of(text))


def dashed(dash: str, width: float) -> str | None:
    """A plotly dash as an SVG dash array; None for a solid line."""
    if not dash or dash == "solid":
        return None
    return dash.replace("px", "") if dash[0].isdigit() else _scaled(_DASHES.get(dash, "9,9"), max(1.0, width / 2))


def _scaled(pattern: str, factor: float) -> str:
    return ",".join(f"{float(part) * factor:g}" for part in pattern.split(","))


def _plain(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
