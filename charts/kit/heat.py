"""A heat map of units by sectors, coloured by the sector's share within each unit."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

import plotly.graph_objects as go
import polars as pl

from charts.kit.lettering import escape_text, shortened, text_width, wrapped
from charts.kit.palette import text_on
from charts.kit.sheet import Sheet
from charts.kit.theme import SMALL_SIZE, Layout, Look, say_nothing
from model.codes import NONE

_STEPS: Final = (5, 15, 30, 45, 60)  # per cent of the unit's total at which the next colour begins
_CELL: Final = 30
_NAME_ABOVE: Final = 20  # px of a line of its own for the name, where there is no room beside
_MOST_BESIDE: Final = 220  # px of a name beside its cells, before it goes on in a new line
_LINE: Final = 16  # px of one more line of a name
_HEAD_LINE: Final = 14  # px of a line of a head
_UPRIGHT: Final = 118  # px of heads that stand upright
_FROM_AFAR: Final = {True: 8, False: 4}  # units, by Look.wide
_NARROWEST: Final = 600  # px that a wide table may count on
_BROAD: Final = 1200  # the same in a broad window


def draw_sector_heat(cells: pl.DataFrame, look: Look, *, top: int = 15) -> go.Figure:
    """SECTOR_UNITS of the `top` units by uploads, sectors by share. Empty cells are true zeros."""
    if cells.is_empty():
        return say_nothing(look, look.language.charts.nothing)
    sectors = _by_uploads(cells, "sector_code")
    sectors.sort(key=lambda code: code == NONE)
    units = _by_uploads(cells, "unit_code")[: min(top, _FROM_AFAR[look.wide]) if look.afar else top]
    unit_names = map(look.language.names.word, cells["short_name"])
    names = dict(zip(cells["unit_code"], unit_names, strict=True))
    sheet = Sheet(look, len(sectors))
    heads = _named(sectors, look)
    raised = _raised(heads, look)
    head = 54 + max(raised) if look.wide else _UPRIGHT
    lines = [wrapped(names[code], SMALL_SIZE, _MOST_BESIDE if look.wide else look.room) for code in units]
    *tops, end = accumulate((_height_of(some, look) for some in lines), initial=float(head))
    middles = [_middle(top, some, look) for top, some in zip(tops, lines, strict=True)]
    _fill(sheet, cells, sectors, units, middles, names)
    margin = _write_names(sheet, lines, middles)
    annotations = _heads(heads, raised, head, look)
    count = look.language.numbers.count(cells["unit_code"].n_unique())
    note = look.language.charts.heat_shown.format(shown=len(units), count=count)
    room = _least(look) if look.wide else look.room
    foot = (look.language.charts.heat_key, note if cells["unit_code"].n_unique() > len(units) else "")
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


def _write_names(sheet: Sheet, names: Sequence[Sequence[str]], middles: Sequence[float]) -> float:
    """Write names beside the cells, or above them on phones; returns the left margin in px."""
    room = _MOST_BESIDE if sheet.look.wide else sheet.look.room
    fitting = [[shortened(line, SMALL_SIZE, room) for line in lines] for lines in names]  # a word may be wider
    if sheet.look.wide:
        words = ["<br>".join(f"{escape_text(line)}\u00a0\u00a0" for line in lines) for lines in fitting]
        sheet.write(0, middles, words, anchor="end", weight=500)
        return max(text_width(line, SMALL_SIZE) for lines in fitting for line in lines) + 14
    above = [y - _CELL / 2 - _above(lines) / 2 for y, lines in zip(middles, names, strict=True)]
    sheet.write(0, above, ["<br>".join(map(escape_text, lines)) for lines in fitting], weight=500)
    return 0


def _named(sectors: Sequence[str], look: Look) -> list[list[str]]:
    """The lines of each column header."""
    width = max(_column(sectors, look), 62) if look.wide else _UPRIGHT - 8
    return [wrapped(look.language.names.sector(sector), look.tiny_size, width) for sector in sectors]


def _least(look: Look) -> int:
    """The minimum width of the table in px, except on phones."""
    return _BROAD if look.broad else max(_NARROWEST, look.room)


def _column(sectors: Sequence[object], look: Look) -> float:
    """The column width in px at that minimum."""
    return (_least(look) - 180) / len(sectors)


def _raised(heads: Sequence[Sequence[str]], look: Look) -> list[float]:
    """The vertical offset of each header: raised where it would touch the previous one."""
    widths = [max(text_width(line, look.tiny_size) for line in lines) for lines in heads]
    raised: list[float] = [0]
    for before in range(len(heads) - 1):
        touches = (widths[before] + widths[before + 1]) / 2 + 4 > _column(heads, look)
        free = look.wide and touches and not raised[-1]
        raised.append(_HEAD_LINE * len(heads[before]) if free else 0)
    return raised


def _heads(heads: Sequence[Sequence[str]], raised: Sequence[float], head: float, look: Look) -> list[Layout]:
    """Write sector names over their columns, vertically on phones, whose columns are narrower than a word."""
    return [
        {
            "text": "<br>".join(map(escape_text, lines)), "x": (column + 0.5) / len(heads), "y": head - 6 - up,
            "xref": "x2", "yref": "y2", "showarrow": False, "yanchor": "bottom", "xanchor": "center",
            "textangle": 0 if look.wide else -90, "align": "center" if look.wide else "left",
            "font": {"size": look.tiny_size, "color": look.palette.quiet},
        }
        for column, (lines, up) in enumerate(zip(heads, raised, strict=True))
    ]  # fmt: skip
