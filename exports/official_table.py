"""Column widths of the formal report: no number is truncated and as few rows as possible take two lines."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from PIL import ImageFont

_FONTS: Final = Path(__file__).parent / "fonts"
_SHARP: Final = 1000  # font size for measuring: large enough to be precise
_WIDTH: Final = 160 * 72 / 25.4  # points between the margins
_LETTERS: Final = 11
_MARGINS: Final = 11  # points beside the letters of a cell, and of letters that another program draws a little wider
_NAMES: Final = 46 * 72 / 25.4  # points that names have at least


def width_in_points(text: str, size: float, *, bold: bool) -> float:
    """The width in points of a line in our font; rules below words are drawn to match it."""
    return _letters("Bold" if bold else "Regular").getlength(text) * size / _SHARP


def column_shares(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Column widths as fractions; the first column holds unit names. Other columns are as wide as their longest word.

    Space left over goes to the columns that would wrap most rows.
    """
    columns = [[str(row[place]) for row in rows] for place in range(1, len(header))]
    widths = [
        max(_widest(name.split(), bold=True), _widest([word for text in texts for word in text.split()]))
        for name, texts in zip(header[1:], columns, strict=True)
    ]
    broken = [sum(_widest([text]) > width for text in texts) for texts, width in zip(columns, widths, strict=True)]
    for place in sorted(range(len(widths)), key=broken.__getitem__, reverse=True):
        whole = max(widths[place], _widest(columns[place]))
        if sum(widths) - widths[place] + whole <= _WIDTH - _NAMES:
            widths[place] = whole
    return tuple(width / _WIDTH for width in (_WIDTH - sum(widths), *widths))


def _widest(texts: Sequence[str], *, bold: bool = False) -> float:
    return max((width_in_points(text, _LETTERS, bold=bold) for text in texts), default=0.0) + _MARGINS


@cache
def _letters(cut: str) -> ImageFont.FreeTypeFont:
    """Tinos, metrically compatible with Times New Roman."""
    return ImageFont.truetype(str(_FONTS / f"Tinos-{cut}.ttf"), _SHARP)
