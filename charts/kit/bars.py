"""Horizontal bars with names above them: a line with name and numbers, the bar below over the full width.

Names beside bars would need a margin that phones do not have.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

import plotly.graph_objects as go

from charts.kit.lettering import escape_text, text_width, widest, wrapped
from charts.kit.palette import Palette
from charts.kit.sheet import Sheet
from charts.kit.spacing import EDGE, Spacing, spacing_of, taken_from_names
from charts.kit.theme import SMALL_SIZE, TEXT_SIZE, Look
from model.edges import Json

_BREAK_AT: Final = 0.93  # of the scale: where a broken bar is cut
_BETWEEN: Final = 8  # px between two numbers, at least
_BETWEEN_HEADS: Final = 4
_LEAST: Final = 2  # px of a bar: one of 163.532 is not none


@dataclass(frozen=True)
class Bar:
    """One row. `value` None has no bar; `cells` are formatted values, one a column."""

    name: str
    value: float | None
    cells: tuple[str, ...]
    colour: str
    hover: str = ""
    code: str | None = None
    lead: str = ""  # in the margin beside the name: a rank
    under: str = ""  # in the margin beside the bar: a movement
    pattern: str = ""
    bold: bool = False


@dataclass(frozen=True)
class Column:
    """A column of numbers, right-aligned at this fraction of the width."""

    ends_at: float
    head: str = ""
    weight: int = 400
    quiet: bool = True

    def dress(self, palette: Palette) -> tuple[str, float]:
        """Colour and size of its numbers."""
        return (palette.quiet, SMALL_SIZE) if self.quiet else (palette.ink, TEXT_SIZE)


def draw_bars(
    look: Look,
    bars: Sequence[Bar],
    columns: Sequence[Column],
    *,
    foot: Sequence[str],
    head: Sequence[str] = (),
    longest: float | None = None,
    shapes: Sequence[Json] = (),
    track: bool = False,
    beside_others: bool = True,
    rows_beside: int = 0,
) -> go.Figure:
    """The bars in the given order, on a grey `track` where the scale is a whole.

    `head` explains marks above a long list. Values over `longest` end at the edge with a visible break. Charts not
    `beside_others` in a row of three have more room for names. With more `rows_beside` it, in another chart, the rows
    are as much higher.
    """
    width = look.for_names if beside_others else look.of_two
    spacing = spacing_of(len(bars), look, rows_beside)
    gutter = _before_names(bars, spacing)
    room = look.beside_others if beside_others else max(look.room, width)
    columns = _kept_apart(columns, bars, room, 0 if look.wide else gutter)
    sheet = Sheet(look, longest or max((bar.value or 0 for bar in bars), default=0) or 1)
    rows = _rows(bars, columns, width - taken_from_names(look, spacing, gutter, beside_others=beside_others), spacing)
    if track:
        middles = [row.bar_at for row in rows]
        sheet.bars(middles, [sheet.longest] * len(bars), thickness=spacing.bar, colour=look.palette.track)
    _draw(sheet, bars, rows, least=sheet.longest * _LEAST / (width - gutter))
    _write(sheet, bars, columns, rows)
    sheet.sensors([row.middle for row in rows], [b.hover for b in bars], [b.code for b in bars], height=spacing.row)
    sheet.shapes.extend(shapes)
    margin = {"l": gutter, "r": EDGE}
    height = rows[-1].end if rows else spacing.head
    return sheet.figure(height=height, foot=foot, head=head, margin=margin, room=width)


def _before_names(bars: Sequence[Bar], spacing: Spacing) -> float:
    """The width in px of places and movements in front of names; 0 without any."""
    place, movement = (widest(texts, TEXT_SIZE) for texts in ([bar.lead for bar in bars], [bar.under for bar in bars]))
    both = place + movement if spacing.is_tight else max(place, movement)
    return both + 10 if both else 0


def _kept_apart(columns: Sequence[Column], bars: Sequence[Bar], room: float, gutter: float) -> list[Column]:
    """The columns, moved left as far as the text to their right needs: “425” of “100,00%”."""
    narrowed: list[Column] = []
    for number in range(len(columns) - 1, -1, -1):
        column = columns[number]
        if narrowed:
            after = max((text_width(bar.cells[number + 1], SMALL_SIZE) for bar in bars), default=0) + _BETWEEN
            head = text_width(columns[number + 1].head, SMALL_SIZE - 1) + _BETWEEN_HEADS
            most = narrowed[0].ends_at - max(after / (room - gutter), head / room)
            column = replace(column, ends_at=min(column.ends_at, most))
        narrowed.insert(0, column)
    return narrowed


@dataclass(frozen=True)
class _Row:
    """Positions of a bar and its lines of text, in px from the top."""

    top: float
    lines: tuple[str, ...]
    spacing: Spacing

    @property
    def bar_at(self) -> float:
        return self.top + self.spacing.bar_at + self.spacing.line * (len(self.lines) - 1)

    @property
    def end(self) -> float:
        return self.bar_at + self.spacing.row - self.spacing.bar_at

    @property
    def middle(self) -> float:
        return (self.top + self.end) / 2


def _rows(bars: Sequence[Bar], columns: Sequence[Column], width: float, spacing: Spacing) -> list[_Row]:
    """Rows from top to bottom; long names wrap instead of being cut."""
    rows: list[_Row] = []
    top: float = spacing.head if any(column.head for column in columns) else 4
    for bar in bars:
        room = _room(bar, columns, width)
        rows.append(_Row(top, tuple(wrapped(bar.name, TEXT_SIZE, room, bold=bar.bold)), spacing))
        top = rows[-1].end
    return rows


def bar_places(bars: Sequence[Bar], columns: Sequence[Column], look: Look) -> list[tuple[float, float]]:
    """Top and bottom of every bar in px, for shapes drawn over it."""
    spacing = spacing_of(len(bars), look)
    gutter = _before_names(bars, spacing)
    columns = _kept_apart(columns, bars, look.beside_others, 0 if look.wide else gutter)
    taken = taken_from_names(look, spacing, gutter, beside_others=True)
    rows = _rows(bars, columns, look.for_names - taken, spacing)
    return [(row.bar_at - spacing.bar / 2, row.bar_at + spacing.bar / 2) for row in rows]


def _draw(sheet: Sheet, bars: Sequence[Bar], rows: Sequence[_Row], *, least: float) -> None:
    """Draw the bars; no value but 0 is less than `least` long."""
    palette, y = sheet.look.palette, [row.bar_at for row in rows]
    thick = rows[0].spacing.bar if rows else 0
    values = [min(max(bar.value, least) if bar.value else 0, sheet.longest) for bar in bars]
    hatch = {"fgcolor": palette.page, "size": 6, "solidity": 0.35, "fillmode": "overlay"}
    pattern = {"shape": [bar.pattern for bar in bars], **hatch}
    marker = {"pattern": pattern} if any(bar.pattern for bar in bars) else {}
    sheet.bars(y, values, thickness=thick, colour=[bar.colour for bar in bars], marker=marker)
    broken = [sheet.longest * _BREAK_AT if (bar.value or 0) > sheet.longest else None for bar in bars]
    sheet.marks(y, broken, "line-ne-open", palette.page, size=thick + 8, width=5)


def _write(sheet: Sheet, bars: Sequence[Bar], columns: Sequence[Column], rows: Sequence[_Row]) -> None:
    palette = sheet.look.palette
    line, below = [row.top + row.spacing.text_at for row in rows], [row.bar_at for row in rows]
    names = ["<br>".join(escape_text(part) for part in row.lines) for row in rows]
    names = [f"<b>{name}</b>" if bar.bold else name for name, bar in zip(names, bars, strict=True)]
    centres = [at + row.spacing.line * (len(row.lines) - 1) / 2 for at, row in zip(line, rows, strict=True)]
    sheet.write(0, centres, names, size=TEXT_SIZE, weight=500)
    leads = [f"{bar.lead}\u00a0\u00a0" for bar in bars]
    if any(bar.lead for bar in bars):
        sheet.write(0, line, leads, anchor="end", size=TEXT_SIZE, weight=700)
    if any(bar.under for bar in bars):
        tight = rows[0].spacing.is_tight
        spaces = 2 + (1 + ceil(widest(leads, TEXT_SIZE) / text_width(" ", SMALL_SIZE)) if tight else 0)
        movements = [bar.under + "\u00a0" * spaces for bar in bars]
        sheet.write(0, line if tight else below, movements, anchor="end", colour=palette.quiet, weight=500)
    for number, column in enumerate(columns):
        cells, (colour, size) = [bar.cells[number] for bar in bars], column.dress(palette)
        sheet.write(column.ends_at, line, cells, anchor="end", weight=column.weight, colour=colour, size=size)
        if column.head:
            head, small = spacing_of(len(bars), sheet.look).head / 2, sheet.look.tiny_size
            sheet.write(column.ends_at, [head], [column.head], anchor="end", size=small, colour=palette.quiet)


def _room(bar: Bar, columns: Sequence[Column], width: float) -> float:
    """The distance in px from the left edge to the first number of this row, at a given figure width."""
    edges = [
        column.ends_at * width - text_width(cell, TEXT_SIZE, bold=column.weight > 500)
        for column, cell in zip(columns, bar.cells, strict=True)
        if cell
    ]
    return min(edges, default=width) - 8
