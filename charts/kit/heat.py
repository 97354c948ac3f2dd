"""A heat map of units by sectors, coloured by the sector's share within each unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate, pairwise
from typing import Final

import plotly.graph_objects as go
import polars as pl

from charts.kit.lettering import escape_text, shortened, text_width, wrapped
from charts.kit.palette import text_on
from charts.kit.sheet import Sheet
from charts.kit.theme import SMALL_SIZE, Layout, Look, as_of_note, say_nothing
from model.codes import NONE

_STEPS: Final = (5, 15, 30, 45, 60)  # per cent of the unit's total at which the next colour begins
_CELL: Final = 30
_NAME_ABOVE: Final = 20  # px of a line of its own for the name, where there is no room beside
_MOST_BESIDE: Final = 220  # px of a name beside its cells, before it goes on in a new line
_LINE: Final = 16  # px of one more line of a name
_HEAD_LINE: Final = 14  # px of a line of a head
_HEAD_ROOM: Final = 12  # px around these lines
_APART: Final = 2  # px between two heads, whose widths are estimated generously
_SMALLER: Final = 2  # px by which letters of heads may shrink
_SHORT_WORD: Final = 50  # px: narrower lines would hold less than a word
_UPRIGHT: Final = 118  # px of heads that stand upright
_FROM_AFAR: Final = {True: 8, False: 4}  # units, by Look.wide
_NARROWEST: Final = 600  # px that a wide table may count on
_BROAD: Final = 1200  # the same in a broad window


def draw_sector_heat(cells: pl.DataFrame, look: Look, *, moment: datetime | None, top: int = 15) -> go.Figure:
    """SECTOR_UNITS as of `moment`, of the `top` units by uploads, sectors by share. Empty cells are true zeros."""
    if cells.is_empty():
        return say_nothing(look, look.language.charts.nothing)
    sectors = _by_uploads(cells, "sector_code")
    sectors.sort(key=lambda code: code == NONE)
    units = _by_uploads(cells, "unit_code")[: min(top, _FROM_AFAR[look.wide]) if look.afar else top]
    unit_names = map(look.language.names.word, cells["short_name"])
    names = dict(zip(cells["unit_code"], unit_names, strict=True))
    sheet = Sheet(look, len(sectors))
    lines = [wrapped(names[code], SMALL_SIZE, _MOST_BESIDE if look.wide else look.room) for code in units]
    heads = _named(sectors, (_least(look) - _margin(_fitting(lines, look), look)) / len(sectors), look)
    head = heads.height
    *tops, end = accumulate((_height_of(some, look) for some in lines), initial=float(head))
    middles = [_middle(top, some, look) for top, some in zip(tops, lines, strict=True)]
    _fill(sheet, cells, sectors, units, middles, names)
    margin = _write_names(sheet, lines, middles)
    annotations = _written(heads, look)
    count = look.language.numbers.count(cells["unit_code"].n_unique())
    note = look.language.charts.heat_shown.format(shown=len(units), count=count)
    room = _least(look) if look.wide else look.room
    key = look.language.charts.heat_key
    foot = (key, as_of_note(look, moment), note if cells["unit_code"].n_unique() > len(units) else "")
    return sheet.figure(height=end, foot=foot, margin={"l": margin, "r": 1}, annotations=annotations, room=room)


def _by_uploads(cells: pl.DataFrame, column: str) -> list[str]:
    counts = cells.group_by(column).agg(pl.col("uploads").sum()).sort(["uploads", column], descending=[True, False])
    return list(counts[column])


def _fill(
    sheet: Sheet,
    cells: pl.DataFrame,
    sectors: Sequence[str],
    units: Sequence[str],
    middles: Sequence[float],
    names: dict[str, str],
) -> None:
    look, numbers = sheet.look, sheet.look.language.numbers
    cell_counts = {
        (unit, sector): (n, share)
        for unit, sector, n, share in cells.select("unit_code", "sector_code", "uploads", "share_pct").iter_rows()
    }
    for column, sector in enumerate(sectors):
        counts = [cell_counts.get((unit, sector), (0, 0.0)) for unit in units]
        colours = [_colour(share, look) for _, share in counts]
        sector_name = escape_text(look.language.names.sector(sector))
        hovers = [
            f"<b>{escape_text(names[unit])}</b><br>{sector_name}: {numbers.count(n)} · {numbers.percent(share)}"
            for unit, (n, share) in zip(units, counts, strict=True)
        ]
        sheet.bars(
            middles, [0.96] * len(units), thickness=_CELL, colour=colours, hover=hovers, codes=units, base=column + 0.02
        )
        ink = [text_on(colour, look.palette) for colour in colours]
        texts = [numbers.count(n) for n, _ in counts]
        size = SMALL_SIZE if look.wide else 11 if max(n for n, _ in counts) < 100_000 else 10
        sheet.write((column + 0.5) / len(sectors), middles, texts, anchor="middle", size=size, weight=500, colour=ink)


def _colour(share: float | None, look: Look) -> str:
    return look.palette.heat[sum((share or 0) >= step for step in _STEPS)]


def _above(lines: Sequence[str]) -> float:
    """The height in px of a name above its cells."""
    return _NAME_ABOVE + _LINE * (len(lines) - 1)


def _height_of(lines: Sequence[str], look: Look) -> float:
    """The height in px of a row with its name."""
    if look.wide:
        return (_CELL if len(lines) == 1 else _LINE * len(lines) + 8) + 4
    return _CELL + _above(lines) + 4


def _middle(top: float, lines: Sequence[str], look: Look) -> float:
    """The vertical centre of a row's cells: level with its name, or below it."""
    height = _height_of(lines, look)
    return top + (height / 2 if look.wide else height - _CELL / 2 - 2)


def _fitting(names: Sequence[Sequence[str]], look: Look) -> list[list[str]]:
    """The lines of names, cut where a single word has no room."""
    room = _MOST_BESIDE if look.wide else look.room
    return [[shortened(line, SMALL_SIZE, room) for line in lines] for lines in names]


def _margin(names: Sequence[Sequence[str]], look: Look) -> float:
    """The room in px that names take beside the cells; none on phones, where they stand above."""
    return max(text_width(line, SMALL_SIZE) for lines in names for line in lines) + 14 if look.wide else 0


def _write_names(sheet: Sheet, names: Sequence[Sequence[str]], middles: Sequence[float]) -> float:
    """Write names beside the cells, or above them on phones; returns the left margin in px."""
    fitting = _fitting(names, sheet.look)
    if sheet.look.wide:
        words = ["<br>".join(f"{escape_text(line)}\u00a0\u00a0" for line in lines) for lines in fitting]
        sheet.write(0, middles, words, anchor="end", weight=500)
        return _margin(fitting, sheet.look)
    above = [y - _CELL / 2 - _above(lines) / 2 for y, lines in zip(middles, names, strict=True)]
    sheet.write(0, above, ["<br>".join(map(escape_text, lines)) for lines in fitting], weight=500)
    return 0


@dataclass(frozen=True)
class _Heads:
    """The lines of each column header, in letters of one size and at one height."""

    lines: list[list[str]]
    size: int
    height: float
    angle: int = 0


def _named(sectors: Sequence[str], column: float, look: Look) -> _Heads:
    """Headers of columns that are at least `column` px wide: level, in somewhat smaller letters where that lets them
    stand side by side, else all of them upright, as on phones, whose columns are narrower than a word.
    """
    names = [look.language.names.sector(sector) for sector in sectors]
    for size in range(look.tiny_size, look.tiny_size - _SMALLER - 1, -1) if look.wide else ():
        lines = [wrapped(name, size, max(column - _APART, _SHORT_WORD)) for name in names]
        if not _touch(lines, size, column):
            lines = _over_neighbours(names, lines, size, column)
            return _Heads(lines, size, _HEAD_ROOM + _HEAD_LINE * max(map(len, lines)))
    lines = [wrapped(name, look.tiny_size, _UPRIGHT - 8) for name in names]
    return _Heads(lines, look.tiny_size, _UPRIGHT, -90)


def _over_neighbours(names: Sequence[str], heads: Sequence[list[str]], size: int, column: float) -> list[list[str]]:
    """The heads in fewer lines where these may reach over shorter neighbours; the outer ones keep to their columns."""
    wider = list(heads)
    for place in range(1, len(names) - 1):
        for room in range(int(column), int(2 * column), _APART):
            lines = wrapped(names[place], size, room)
            tried = [*wider[:place], lines, *wider[place + 1 :]]
            if len(lines) < len(wider[place]) and not _touch(tried, size, column):
                wider = tried
    return wider


def _touch(heads: Sequence[Sequence[str]], size: int, column: float) -> bool:
    """Whether two neighbours touch in one of their lines, which are counted from below."""
    for one, other in pairwise(heads):
        for here, beside in zip(reversed(one), reversed(other), strict=False):
            if (text_width(here, size) + text_width(beside, size)) / 2 + _APART > column:
                return True
    return False


def _least(look: Look) -> int:
    """The minimum width of the table in px, except on phones."""
    return look.exactly or (_BROAD if look.broad else max(_NARROWEST, look.room))


def _written(heads: _Heads, look: Look) -> list[Layout]:
    """Write sector names over their columns."""
    return [
        {
            "text": "<br>".join(map(escape_text, lines)), "x": (column + 0.5) / len(heads.lines), "y": heads.height - 6,
            "xref": "x2", "yref": "y2", "showarrow": False, "yanchor": "bottom", "xanchor": "center",
            "textangle": heads.angle, "align": "left" if heads.angle else "center",
            "font": {"size": heads.size, "color": look.palette.quiet},
        }
        for column, lines in enumerate(heads.lines)
    ]  # fmt: skip
