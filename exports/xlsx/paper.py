"""Page layout of a worksheet: column widths, wrapped lines, orientation."""

from collections.abc import Mapping
from math import ceil
from typing import Final

from xlsxwriter.worksheet import Worksheet

from charts.kit.lettering import text_width, wrapped
from presentation.wording import shortened

_PIXELS_PER_CHARACTER: Final = 7
_PADDING: Final = 5
_ROW_PIXELS, _POINTS_PER_PIXEL = 20.5, 0.75
_LETTERS: Final = 12.3  # pixels of letters as wide as Arial 10 in the widths we know
_NARROW: Final = 700  # pixels that a standing A4 takes as they are
_LONGEST, _LONGEST_ALONE = 90, 150  # characters of a margin: beside a banner or on a standing page, and alone
_A4: Final = 9


def pixels_of(width: float) -> float:
    """The width in pixels of a column of so many characters."""
    return _PIXELS_PER_CHARACTER * width + _PADDING


def lines_of(value: object, width: float) -> int:
    """The number of lines a text takes in a column of so many characters."""
    room = _PIXELS_PER_CHARACTER * width - 2 * _PADDING  # less the indent of text
    return sum(max(1, ceil(text_width(line, _LETTERS) / room)) for line in wrapped(str(value or ""), _LETTERS, room))


def rows_beside(heights: Mapping[int, float], row: int, pixels: float) -> int:
    """The number of rows a chart covers from `row` on; `heights` are the rows with a height of their own, in points."""
    rows = 0
    while pixels > 0:
        pixels -= heights[row + rows] / _POINTS_PER_PIXEL if row + rows in heights else _ROW_PIXELS
        rows += 1
    return rows


def set_up_paper(sheet: Worksheet, width: float, pages: int) -> None:
    """A4, fitted to so many pages in width; landscape unless the table fits portrait."""
    if width > _NARROW:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.fit_to_pages(pages, 0)
    if pages > 1:
        sheet.repeat_columns(0, 1)  # whose row it is


def write_margins(sheet: Worksheet, width: float, scope: str, banner: str, footer: str) -> None:
    """Scope, banner, name and page number on every page; the banner is on the right, clear of a long scope."""
    most = _LONGEST if banner or width <= _NARROW else _LONGEST_ALONE
    warned = f"&R&8 {_in_margin(banner, _LONGEST)}" if banner else ""
    sheet.set_header(f"&L&8 {_in_margin(scope, most)}{warned}")
    sheet.set_footer(f"&L&8 {_in_margin(footer, _LONGEST)}&R&8 &P/&N")


def _in_margin(text: str, most: int) -> str:
    """Text for a header or footer: `&` is escaped, long text is shortened to keep clear of its neighbour."""
    return shortened(text, most).replace("&", "&&")
