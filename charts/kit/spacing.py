"""How much room a row of bars has: on pages always the same, in pictures to project what is left of their height."""

from dataclasses import dataclass, replace
from typing import Final

from charts.kit.theme import Look

_HIGH: Final = 290  # px of all rows of a picture to project
_LOWEST: Final = 26
_MOST_STRETCHED: Final = 1.7  # times: higher rows of a few bars look lost
_OF_BARS: Final = 0.4  # of the height that rows win
_BETWEEN: Final = 2  # px between the words and the bar, and between two rows
EDGE: Final = 2  # px
_GUTTER: Final = 30  # px that ranks and what is under them may take


@dataclass(frozen=True)
class Spacing:
    """Places within a row, in px from its top, and the heights of its parts."""

    head: float = 20
    row: float = 44
    text_at: float = 11
    bar_at: float = 29
    bar: float = 13
    line: float = 18

    @property
    def is_tight(self) -> bool:
        """Whether nothing else than the bar has room below the words."""
        return self.row - self.line < self.line


_OF_PAGES: Final = Spacing()


def spacing_of(rows: int, look: Look, beside: int = 0) -> Spacing:
    """The spacing of so many rows: in a picture to project as large as all of them leave room for, and where a wide
    page has more rows `beside` them, so that both end at one height.
    """
    if not look.afar:
        return _stretched(_OF_PAGES, beside / rows) if look.wide and beside > rows > 0 else _OF_PAGES
    row = min(_OF_PAGES.row, max(_LOWEST, (_HIGH - _OF_PAGES.head) / max(rows, 1)))
    line = _OF_PAGES.line
    bar = min(_OF_PAGES.bar, row - line - _BETWEEN)
    return Spacing(row=row, text_at=line / 2, bar_at=line + bar / 2, bar=bar)


def _stretched(spacing: Spacing, times: float) -> Spacing:
    """Rows so many times as high, with bars as much thicker as suits them."""
    more = min(times, _MOST_STRETCHED) * spacing.row - spacing.row
    thicker = more * _OF_BARS
    return replace(spacing, row=spacing.row + more, bar_at=spacing.bar_at + thicker / 2, bar=spacing.bar + thicker)


def taken_from_names(look: Look, spacing: Spacing, gutter: float, *, beside_others: bool) -> float:
    """The px of a chart's width that names cannot count on: its margins, and a reserve where windows are small."""
    if not gutter and (not beside_others or look.broad or look.exactly):
        return EDGE
    return max(_GUTTER, gutter) if spacing.is_tight else _GUTTER
