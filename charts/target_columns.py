"""The columns of numbers of the target chart: right of its bars, so that no line and no mark runs through them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from charts.kit.lettering import text_width, widest
from charts.kit.theme import SMALL_SIZE, Look
from charts.target_rows import gap_text, is_silent, ratio, reached_text
from model.edges import Row

SIDES: Final[dict[str, int]] = {"l": 8, "r": 2}  # px of margin: a mark needs that
_ROOM: Final = 450  # px a block of a wide look may count on
_BETWEEN: Final = 8  # px between two numbers
_MARK: Final = 14  # px between bars and numbers, which half of a mark at the end of the scale needs
_BEFORE_NAME: Final = 10  # px of the mark in front of it


@dataclass(frozen=True)
class Columns:
    """Right edge of the percentages and right end of the bars, as fractions of the width; room for names in px."""

    reached_at: float
    bars_end: float
    names: float


def columns_of(rows: Sequence[Row], look: Look) -> Columns:
    """The columns, as narrow as the numbers of these rows allow: share and gap over “uploads/target”."""
    inside, texts = inside_of(look), look.language.charts
    judged = [row for row in rows if not is_silent(row)]
    share, gap = (
        max(widest(cells, SMALL_SIZE), text_width(head, look.tiny_size)) + _BETWEEN
        for cells, head in (
            ([reached_text(row, look) for row in judged], texts.column_reached),
            ([gap_text(row, look) for row in judged], texts.column_gap),
        )
    )
    ratios = [text_width(ratio(row, look), look.tiny_size) for row in rows]
    silent = [width for row, width in zip(rows, ratios, strict=True) if is_silent(row)]
    bars = inside - max(share + gap - _BETWEEN, *ratios) - _MARK
    names = inside - max(share + gap if judged else 0.0, *(width + _BETWEEN for width in silent), 0.0) - _BEFORE_NAME
    return Columns(1 - gap / inside, bars / inside, names)


def room_of(look: Look) -> int:
    """The width in px that a block may count on."""
    return max(_ROOM, look.of_two) if look.wide else look.room


def inside_of(look: Look) -> int:
    """That width without margins."""
    return room_of(look) - sum(SIDES.values())
