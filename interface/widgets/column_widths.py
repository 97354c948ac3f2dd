"""Widths of name columns in large tables, whose cells have one line."""

from collections.abc import Iterable
from typing import Final

from charts.kit.lettering import text_width

LETTERS: Final = 14  # px
PADDING: Final = 24  # px, of a cell from side to side
MOST_OF_NAMES: Final = 280  # px: longer names are seen whole by a click, and numbers stay in view


def room_of(names: Iterable[str | None]) -> int:
    """The width in pixels of the longest name, up to MOST_OF_NAMES; 0 without names."""
    longest = max(filter(None, names), key=len, default="")
    return min(int(text_width(longest, LETTERS)) + PADDING, MOST_OF_NAMES) if longest else 0
