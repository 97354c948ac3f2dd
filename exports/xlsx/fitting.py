"""Columns as wide as what they hold: what wraps has a limit, what does not is never cut."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from exports.xlsx.cells import Column, Kind
from exports.xlsx.lettering import characters_for, characters_for_heading, lines_of, pixels_of

HEADING_LINES: Final = 3
_LEAST: Final = 6.0  # characters of the narrowest column
_MOST_UNWRAPPED: Final = 40.0  # characters of a text that does not wrap; addresses may be longer
_LEAST_PIXELS: Final = 700  # of a whole table: its title needs room, too
_SAMPLES: Final = {Kind.DATE: "00 May 0000", Kind.MOMENT: "00 May 0000 00:00"}
_FORMS: Final = {Kind.COUNT: "{:,.0f}", Kind.SIGNED: "{:+,.0f}", Kind.PERCENT: "{:.2f}%", Kind.DECIMAL: "{:,.2f}"}


class Fitting:
    """The widths of the columns of a sheet, known once everything is written."""

    def __init__(self, widths: Sequence[float], unknown: str) -> None:
        """`widths` are the most that texts that wrap get; `unknown` stands for missing numbers."""
        self.declared = widths
        self._unknown = unknown
        self._needed = [0.0] * len(widths)
        self._filled: set[int] = set()

    def see_heading(self, place: int, column: Column) -> None:
        """Take the heading of a column into account."""
        self._need(place, characters_for_heading(column.heading, HEADING_LINES))

    def see(self, place: int, value: object, kind: Kind) -> None:
        """Take the value of a cell into account."""
        is_text = kind in (Kind.TEXT, Kind.LONG)
        if value in (None, "") and (is_text or value == ""):
            self._filled |= set() if is_text else {place}
            return
        self._filled.add(place)
        text = str(value) if is_text else self._as_text(value, kind)
        most = self.declared[place] if kind is Kind.LONG else max(self.declared[place], _MOST_UNWRAPPED)
        self._need(place, min(characters_for(text), most) if is_text else characters_for(text))

    def _need(self, place: int, characters: float) -> None:
        self._needed[place] = max(self._needed[place], characters)

    def _as_text(self, value: object, kind: Kind) -> str:
        """About what a spreadsheet shows."""
        if isinstance(value, date | datetime):
            return _SAMPLES[Kind.DATE if kind is Kind.DATE else Kind.MOMENT]
        return _FORMS[kind].format(value) if isinstance(value, int | float) and kind in _FORMS else self._unknown

    def widths(self) -> list[float]:
        """Characters of each column; 0 for a text column without a value, mostly “about” and “at least”."""
        fitted = [
            max(_LEAST, needed) if place in self._filled or not self._filled else 0.0
            for place, needed in enumerate(self._needed)
        ]
        missing = _LEAST_PIXELS - sum(pixels_of(width) for width in fitted if width)
        room = [max(0.0, most - width) if width else 0.0 for most, width in zip(self.declared, fitted, strict=True)]
        share = min(1.0, max(0.0, missing) / max(1.0, sum(map(pixels_of, room))))
        return [width + share * more for width, more in zip(fitted, room, strict=True)]


def heading_lines(columns: Sequence[Column], widths: Sequence[float]) -> int:
    """The lines of the tallest heading."""
    pairs = zip(columns, widths, strict=False)
    return max((lines_of(column.heading, width, bold=True) for column, width in pairs if width), default=1)
