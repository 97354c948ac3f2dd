"""What the marks of a chart mean, above it: a long chart would explain them far below."""

from collections.abc import Sequence
from typing import Final

from charts.kit.lettering import escape_text, unbreakable, wrapped
from charts.kit.theme import Layout, Look

TOP: Final = 4  # px above everything
_LINE: Final = 16  # px
_APART: Final = 2  # px from the plot


def key_above(look: Look, marks: Sequence[str], room: float | None, *, indent: float) -> tuple[list[Layout], float]:
    """The words over the plot and their height in px; nothing of no marks. `room` px wide; `indent` px to the plot."""
    sentence = " · ".join(mark for mark in marks if mark)
    if not sentence:
        return [], 0
    lines = wrapped(unbreakable(sentence), look.tiny_size, max(room or look.least_room, look.exactly))
    words: Layout = {
        "text": "<br>".join(escape_text(line.removesuffix(" ·")) for line in lines),
        "showarrow": False,
        "align": "left",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "xshift": -indent,
        "yshift": _APART,
        "font": {"size": look.tiny_size, "color": look.palette.quiet},
    }
    return [words], _LINE * len(lines) + _APART
