"""Every unit against its target, on one percent scale from zero without cut-off."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import plotly.graph_objects as go
import polars as pl

from charts.kit.lettering import escape_text, text_width
from charts.kit.sheet import Sheet
from charts.kit.statuses import status_colour
from charts.kit.theme import Look, as_of_note, say_nothing
from charts.target_bars import draw_target_bars
from charts.target_columns import SIDES, Columns, columns_of, inside_of, room_of
from charts.target_headings import status_marks, write_headings
from charts.target_rows import Block, blocks_of, gap_text, hover_text, is_silent, percent_of, ratio, reached_text
from model.codes import TargetKind, TargetStatus
from model.edges import Row

_SCALE: Final = 20  # px of the line of ticks
_BETWEEN: Final = 6  # px between two labels of the scale, at least
_ONE_COLUMN: Final = 14  # rows
_ONE_BAND: Final = 44  # rows: a figure of half as many fits on a sheet of paper below the title
# A single outlier would flatten all other bars: bars beyond ten times the target are broken, visibly.
_LONGEST_PCT: Final = 1000.0


def draw_targets(
    targets: pl.DataFrame,
    look: Look,
    *,
    beside: Sequence[TargetKind] = (),
    blocks: int | None = None,
    as_of: datetime | None = None,
    apart: bool = False,
    part: slice = slice(None),
) -> tuple[go.Figure, ...]:
    """TARGETS as figures of one scale and height, best first; pairs read downwards. Without any bar, there is no scale.

    A figure needs 320 px, in a wide look 460. `beside` marks other kinds of targets. Each figure begins with what its
    marks mean; the notes are below the last, or below each where they are shown `apart`. `part` draws a section of a
    long list.
    """
    rows = targets.rows(named=True)
    if not rows:
        return (say_nothing(look, look.language.charts.nothing),)
    if all(row["status"] == TargetStatus.NOT_COMPARABLE and row["reached_pct"] is None for row in rows):
        return (say_nothing(look, look.language.charts.targets_nothing),)
    reached = [percent for row in rows for kind in beside if (percent := percent_of(row, kind))]
    longest = min(max(*reached, *(row["reached_pct"] or 0 for row in rows), 105.0), _LONGEST_PCT)
    count = blocks or _blocks(len(range(len(rows))[part]), look)
    columns = columns_of(rows, look)
    parts = blocks_of(rows, count, look, columns.names, part)
    scale = 0 if all(map(is_silent, rows)) else _SCALE
    height = scale + max(block.height for block in parts)
    head, foot = _head(rows, look, beside, apart=apart), _foot(rows, look, longest, as_of)
    if look.afar:  # a sheet of few rows and large letters: its notes are near
        head, foot = [], [*foot[:1], *head, *foot[1:]]
    figures = (_draw(block, columns, look, longest, beside, scale) for block in parts)
    return tuple(
        sheet.figure(
            height=height, head=head, foot=foot if apart or block is parts[-1] else (), margin=SIDES, room=room_of(look)
        )
        for sheet, block in zip(figures, parts, strict=True)
    )


def _blocks(count: int, look: Look) -> int:
    """Two columns, split into two bands where one would be too tall; one column on phones."""
    if not look.wide or count <= _ONE_COLUMN:
        return 1
    return 2 if count <= _ONE_BAND else 4


def _head(rows: Sequence[Row], look: Look, beside: Sequence[TargetKind], *, apart: bool) -> list[str]:
    """What the marks on the bars mean, and the star unless it is explained below; nothing of those that no bar has."""
    texts, language = look.language.charts, look.language
    measured = [row for row in rows if row["reached_pct"] is not None]  # others have no bar to be marked
    marked = [kind for kind in beside if any(row[kind] is not None for row in measured)]
    expected = next((row["expected_pct"] for row in measured if row["expected_pct"] is not None), 100)
    return [
        texts.targets_target_line if measured else "",
        texts.targets_time_line.format(percent=language.numbers.percent(expected)) if expected < 100 else "",
        *(f"{texts.target_marks[kind]} {language.names.target_kind(kind)}".replace(" ", "\u00a0") for kind in marked),
        language.facts.printed_key if not apart and any(row["printed"] for row in rows) else "",
    ]


def _foot(rows: Sequence[Row], look: Look, longest: float, as_of: datetime | None) -> list[str]:
    texts, moments = look.language.charts, {row["as_of"] for row in rows}
    return [
        as_of_note(look, as_of or (moments.pop() if len(moments) == 1 else None)),  # of several each row says its own
        texts.targets_broken if any((row["reached_pct"] or 0) > longest for row in rows) else "",
        look.language.facts.printed_legend if any(row["printed"] for row in rows) else "",
    ]


def _draw(
    block: Block, columns: Columns, look: Look, longest: float, beside: Sequence[TargetKind], scale: int
) -> Sheet:
    sheet = Sheet(look, longest, columns.bars_end)
    top = [(scale + y, row) for y, row in block.rows]
    below = [(y + block.below(name), row) for (y, row), name in zip(top, block.names, strict=True)]
    if scale:
        _write_scale(sheet)
    write_headings(sheet, block, columns, scale)
    bars = [(y + block.bar_at, row) for y, row in below if not is_silent(row)]
    draw_target_bars(sheet, bars, beside, inside_of(look))
    _write_names(sheet, top, block)
    _write_numbers(sheet, top, block, columns)
    heights = [block.height_of(row, name) for (_, row), name in zip(top, block.names, strict=True)]
    middles = [y + size / 2 for (y, _), size in zip(top, heights, strict=True)]
    hovers = [hover_text(row, look) for _, row in top]
    sheet.sensors(middles, hovers, [row["unit_code"] for _, row in top], height=heights)
    return sheet


def _write_scale(sheet: Sheet) -> None:
    palette, words = sheet.look.palette, _ticks(sheet)
    sheet.write(
        [sheet.place(tick) for tick in words],
        [_SCALE / 2] * len(words),
        [f"<b>{word}</b>" if tick == 100 else word for tick, word in words.items()],
        anchor="middle",
        size=sheet.look.tiny_size,
        colour=[palette.target if tick == 100 else palette.quiet for tick in words],
    )


def _ticks(sheet: Sheet) -> dict[int, str]:
    """Labels by percentage: 100 always, others where they leave their neighbours room."""
    step = next((step for step in (50, 100, 200) if sheet.longest <= 4.6 * step), 250)
    room = inside_of(sheet.look)
    labels = {100: sheet.look.language.numbers.percent(100, 0)}
    for tick in (0, *range(step, int(sheet.longest * 0.97), step)):
        word = sheet.look.language.numbers.percent(tick, 0) if tick else "0"
        is_crowded = any(
            room * abs(sheet.place(tick) - sheet.place(other)) < _width(f"{word}{beside}", sheet.look) / 2 + _BETWEEN
            for other, beside in labels.items()
        )
        if not is_crowded and not (tick == step == 50 and not sheet.look.wide):
            labels[tick] = word
    return dict(sorted(labels.items()))


def _width(word: str, look: Look) -> float:
    return text_width(word, look.tiny_size, bold=True)


def _write_names(sheet: Sheet, rows: Sequence[tuple[float, Row]], block: Block) -> None:
    middles = [y + block.text_at + block.below(name) / 2 for (y, _), name in zip(rows, block.names, strict=True)]
    statuses = [row["status"] for _, row in rows]
    marker = status_marks(statuses, [status_colour(status, sheet.look.dark) for status in statuses])
    sheet.write(
        0,
        middles,
        [escape_text("\n".join(name)).replace("\n", "<br>") for name in block.names],
        weight=500,
        marker=marker,
    )


def _write_numbers(sheet: Sheet, rows: Sequence[tuple[float, Row]], block: Block, columns: Columns) -> None:
    """Share and gap beside the name, “uploads/target” beside the bar: all of them right of what is drawn."""
    look, palette = sheet.look, sheet.look.palette
    below = [y + block.below(name) for (y, _), name in zip(rows, block.names, strict=True)]
    line, of_rows = [y + block.text_at for y in below], [row for _, row in rows]
    judged = [None if is_silent(row) else row for row in of_rows]
    sheet.write(
        columns.reached_at, line, [reached_text(row, look) if row else "" for row in judged], anchor="end", weight=700
    )
    sheet.write(1, line, [gap_text(row, look) if row else "" for row in judged], anchor="end")
    beside = [y + block.ratio_y(row) for y, row in zip(below, of_rows, strict=True)]
    ratios = [ratio(row, look) for row in of_rows]
    sheet.write(1, beside, ratios, anchor="end", size=look.tiny_size, colour=palette.quiet)
