"""Headings of the target chart: statuses with their counts, and column headers."""

import re
from collections.abc import Sequence
from typing import Final

from charts.kit.lettering import text_width
from charts.kit.sheet import Sheet
from charts.kit.statuses import STATUS_SHAPES, status_colour
from charts.kit.theme import SMALL_SIZE, Look
from charts.target_columns import Columns, inside_of
from charts.target_rows import Block, comparable_count, is_silent
from model.edges import Json

_TAG: Final = re.compile(r"</?b>")
_BETWEEN: Final = 14  # px between two words


def write_headings(sheet: Sheet, block: Block, columns: Columns, top: float) -> None:
    """Write each status as shape, colour and word above its units, and the column headers in two lines, as numbers are:
    beside the scale those of share and gap, beside the first status that of “uploads/target”.
    """
    look, texts = sheet.look, sheet.look.language.charts
    y = [top + at + block.heading_height / 2 for at, _, _ in block.headings]
    colours = [status_colour(status, look.dark) for _, status, _ in block.headings]
    goes_on = [block.goes_on, *[False] * len(block.headings)]
    words = [
        f"\u00a0<b>{look.language.names.target_status(status)}</b>{texts.goes_on if again else ''}"
        f" · {comparable_count(status, count, look)}"
        for (_, status, count), again in zip(block.headings, goes_on, strict=False)
    ]
    is_named = not is_silent(block.rows[0][1])
    words[0] = _beside_head(block, words[0], texts.column_ratio, look)
    marker = status_marks([status for _, status, _ in block.headings], colours)
    sheet.write(0, y, words, marker=marker)
    of_shares = ((1.0, top / 2, texts.column_gap), (columns.reached_at, top / 2, texts.column_reached))
    for x, at, word in (*(of_shares if is_named else ()), (1.0, y[0], texts.column_ratio)):
        sheet.write(x, [at], [word], anchor="end", size=look.tiny_size, colour=look.palette.quiet)


def _beside_head(block: Block, words: str, head: str, look: Look) -> str:
    """The first heading, without its unit where that would overlap the column header."""
    room = inside_of(look) - text_width(head, look.tiny_size) - _BETWEEN
    if text_width(_TAG.sub("", words), SMALL_SIZE, bold=True) <= room:
        return words
    return f"{words.partition(' · ')[0]} · {look.language.numbers.count(block.headings[0][2])}"


def status_marks(statuses: Sequence[str], colours: Sequence[str]) -> Json:
    """Shape and colour of statuses as plotly markers."""
    line = {"color": list(colours), "width": 1.5}
    return {"symbol": [STATUS_SHAPES[status] for status in statuses], "size": 9, "color": list(colours), "line": line}
