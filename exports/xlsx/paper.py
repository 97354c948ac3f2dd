"""Page layout of a worksheet: parts of a wide table, orientation, margins."""

from collections.abc import Mapping, Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from exports.xlsx.lettering import pixels_of
from presentation.wording import shortened

_ROW_PIXELS, _POINTS_PER_PIXEL = 20.5, 0.75
_NARROW: Final = 720  # pixels that a standing A4 takes as they are
_ONE_PAGE: Final = 1700  # pixels across that a lying A4 shows in letters one can read
_LONG: Final = 8  # pages of a lying A4 from which on a table stands, in letters no smaller than on one lying page
_LETTERS: Final = '&"Arial,Regular"&8'  # of the margins: the default letters are not on every machine
_LONGEST, _LONGEST_ALONE = 90, 150  # characters of a margin: beside a banner or on a standing page, and alone
_A4: Final = 9
_STANDING, _LYING = (717.0, 748.0), (1045.0, 501.0)  # pixels across and points down between the margins


def parts_of(widths: Sequence[float], repeated: int) -> list[tuple[int, int]]:
    """First and last columns of what prints side by side: one part, or two of which both show the first `repeated`.

    `widths` are those of the columns in characters, 0 for hidden ones.
    """
    pixels = [pixels_of(width) if width else 0.0 for width in widths]
    last = len(pixels) - 1
    if sum(pixels) <= _ONE_PAGE or last <= repeated:
        return [(0, last)]
    again = sum(pixels[:repeated])
    split = min(range(repeated + 1, last + 1), key=lambda place: max(sum(pixels[:place]), again + sum(pixels[place:])))
    return [(0, split - 1), (split, last)]


def areas_of(
    parts: Sequence[tuple[int, int]], header: int, last: int, totalled: Sequence[int], apart: int
) -> list[tuple[int, int, int, int]]:
    """What prints on pages of its own, each as first row and column, last row and column.

    The second part begins with its headings: its pages have the stamp in their margins. It ends without the last row
    where that holds totals (of the columns `totalled`) and none of them is in this part. `apart` is the row that
    titles a second table which a page's end would cut from its title; 0 where there is none.
    """
    if apart:
        ((first, column),) = parts
        return [(0, first, apart - 2, column), (apart, first, last, column)]
    tops = [0, *([header] * (len(parts) - 1))]
    ends = [last - 1 if totalled and first > max(totalled) else last for first, _ in parts]
    return [(top, first, end, column) for top, end, (first, column) in zip(tops, ends, parts, strict=True)]


def rows_beside(heights: Mapping[int, float], row: int, pixels: float) -> int:
    """The number of rows a chart covers from `row` on; `heights` are the rows with a height of their own, in points."""
    rows = 0
    while pixels > 0:
        pixels -= heights[row + rows] / _POINTS_PER_PIXEL if row + rows in heights else _ROW_PIXELS
        rows += 1
    return rows


def points_of(heights: Mapping[int, float], rows: int) -> float:
    """The height of the first rows of a sheet, in points."""
    return sum(heights.get(row, _ROW_PIXELS * _POINTS_PER_PIXEL) for row in range(rows))


def _is_standing(width: float, points: float) -> bool:
    """Whether a sheet prints upright: what is narrow, and what is long where its letters stay readable."""
    smallest = _LYING[0] / _ONE_PAGE
    return width <= _NARROW or (
        width * smallest <= _STANDING[0] and points > _LONG * page_points(width, standing=False)
    )


def page_points(width: float, *, standing: bool) -> float:
    """The height, in points, that a page shows of a sheet of this width: made smaller to fit, never larger."""
    across, down = _STANDING if standing else _LYING
    return down * max(1.0, width / across)


def set_up_paper(sheet: Worksheet, width: float, points: float, repeated: int) -> bool:
    """A4, each part of the table fitted to a page in width; returns whether it stands.

    `repeated` are the first columns that print again beside a second part, 0 where there is none.
    """
    standing = _is_standing(width, points)
    if not standing:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    if repeated:
        sheet.repeat_columns(0, repeated - 1)
    return standing


def write_margins(sheet: Worksheet, scope: str, banner: str, footer: str, *, standing: bool) -> None:
    """Scope, banner, name and page number on every page; the banner is on the right, clear of a long scope."""
    most = _LONGEST if banner or standing else _LONGEST_ALONE
    warned = f"&R{_LETTERS} {_in_margin(banner, _LONGEST)}" if banner else ""
    sheet.set_header(f"&L{_LETTERS} {_in_margin(scope, most)}{warned}")
    sheet.set_footer(f"&L{_LETTERS} {_in_margin(footer, _LONGEST)}&R{_LETTERS} &P/&N")


def _in_margin(text: str, most: int) -> str:
    """Text for a header or footer: `&` is escaped, long text is shortened to keep clear of its neighbour."""
    return shortened(text, most).replace("&", "&&")
