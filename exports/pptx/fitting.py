"""How many rows a table on a slide has room for, and how long lists divide over slides."""

from collections.abc import Iterator, Sequence
from typing import Final

from charts.kit.lettering import wrapped
from exports.pptx.drawing import ROW_HEIGHT
from exports.pptx.lettering import POINTS, SMALLEST, Box, room_in

ROWS: Final = 15  # of one table
LETTERS: Final = 14  # points
LINE: Final = 0.23  # inches that one more line of a cell takes
_ROUNDING: Final = 0.001  # inches
_LETTER: Final = 1.2  # of the size of letters, which a line takes

Rows = Sequence[list[str]]


def size_in(texts: Sequence[str], box: Box, sizes: Sequence[int], space: float) -> int:
    """The first of the sizes, in points, at which paragraphs with such a space above fit a box; else the smallest."""
    for size in sizes:
        lines = sum(len(wrapped(text, size, room_in(box.width))) for text in texts)
        if lines * size * _LETTER + len(texts) * space <= box.height * POINTS:
            return size
    return SMALLEST


def line_count(row: Sequence[str], widths: Sequence[float], size: float = LETTERS) -> int:
    """How many lines the tallest cell of a row has."""
    return max(len(wrapped(text, size, room_in(width))) for text, width in zip(row, widths, strict=True))


def rows_in(
    rows: Rows, widths: Sequence[float], height: float, *, row: float, line: float = LINE, size: float = LETTERS
) -> list[list[str]]:
    """The first rows that fit below the head of a table so high. Words are never truncated; long ones wrap."""
    fitting, taken = [], row
    for cells in rows:
        taken += row + (line_count(cells, widths, size) - 1) * line
        if taken > height:
            break
        fitting.append(cells)
    return fitting


def on_slides(rows: Rows, widths: Sequence[float], sides: int) -> list[list[list[list[str]]]]:
    """The rows on as few slides as they need with `sides` tables each, divided evenly among their tables."""
    heights = _heights(rows, widths)
    fewest = _slides(list(_divided(rows, heights, ROWS)), sides)
    for lines in range(1, ROWS):
        slides = _slides(list(_divided(rows, heights, lines)), sides)
        if len(slides) <= len(fewest):
            return slides
    return fewest


def _heights(rows: Rows, widths: Sequence[float]) -> list[float]:
    return [ROW_HEIGHT + (line_count(row, widths) - 1) * LINE for row in rows]


def _divided(rows: Rows, heights: Sequence[float], lines: int) -> Iterator[list[list[str]]]:
    part: list[list[str]] = []
    whole = room = float(lines * ROW_HEIGHT)
    for row, height in zip(rows, heights, strict=True):
        if height > room + _ROUNDING and part:
            yield part
            part, room = [], whole
        part.append(row)
        room -= height
    if part:
        yield part


def _slides(tables: list[list[list[str]]], sides: int) -> list[list[list[list[str]]]]:
    return [tables[start : start + sides] for start in range(0, len(tables), sides)]
