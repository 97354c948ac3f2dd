"""Who leads: bars in order with shares and movement, the rest as a bar of its own, and a slope between two moments."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import plotly.graph_objects as go

from charts.bars import Bar, Column, draw_bars
from charts.lettering import safe, shortened
from charts.sheet import ON_TOP, Sheet
from charts.theme import SMALL_SIZE, TEXT_SIZE, Look, as_of_note, say_nothing
from model.codes import BILLION_VND, Measure
from model.results import Ranking

Row: TypeAlias = Mapping[str, Any]  # of RANKING

_MEDALS: Final = 3
# “Còn lại” is broken rather than drawn to scale where it would make all others less than a third of the width.
_DWARFING: Final = 3.0
_SCALE_OF_BROKEN: Final = 1.18


def draw_ranking(ranking: Ranking, look: Look) -> go.Figure:
    """The places in order, first three in gold, then everybody else in grey, on one scale from zero."""
    rows = ranking.frame.rows(named=True)
    if not rows:
        return say_nothing(look, look.language.charts.nothing)
    placed = [row["value"] or 0 for row in rows if row["rank"] is not None]
    rest = next((row["value"] for row in rows if row["rank"] is None and row["value"]), 0)
    leading = max(placed, default=0) or 1
    broken = rest > _DWARFING * leading
    longest = leading * _SCALE_OF_BROKEN if broken else max(leading, rest)
    shares = any(row["share_pct"] is not None for row in rows)
    columns = _columns(look, ranking, shares=shares)
    bars = [_bar(row, ranking, look, len(columns)) for row in rows]
    texts = look.language.charts
    foot = (
        look.language.names.measure(ranking.measure),
        as_of_note(look, ranking.moment),
        texts.ranking_broken if broken else "",
        texts.without_value.format(count=ranking.without_value) if ranking.without_value else "",
    )
    return draw_bars(look, bars, columns, foot=foot, longest=longest)


def _columns(look: Look, ranking: Ranking, *, shares: bool) -> list[Column]:
    texts = look.language.charts
    head = texts.ranking_heads[ranking.measure]
    if not shares:
        return [Column(1.0, head, weight=700, quiet=False)]
    if not look.wide:
        return [Column(0.81, head, weight=700, quiet=False), Column(1.0, texts.ranking_share)]
    return [
        Column(0.67, head, weight=700, quiet=False),
        Column(0.835, texts.ranking_share),
        Column(1.0, texts.ranking_cumulative),
    ]


def _bar(row: Row, ranking: Ranking, look: Look, columns: int) -> Bar:
    palette, numbers, texts = look.palette, look.language.numbers, look.language.charts
    rest = row["rank"] is None
    name = texts.ranking_rest.format(count=numbers.count(ranking.rest_units)) if rest else row["short_name"]
    qualifier = look.language.names.qualifier(row["qualifier"])
    value = f"{qualifier} {write_value(row['value'], ranking.measure, look)}".strip()
    share, cumulative = numbers.percent(row["share_pct"], 2), numbers.percent(row["cumulative_pct"], 2)
    movement = _movement(row, ranking, look)
    told = [
        f"<b>{safe(name if rest else row['unit_name'])}</b>",
        f"{look.language.names.measure(ranking.measure)}: {value}",
        f"{texts.ranking_share}: {share}" if row["share_pct"] is not None else "",
        texts.ranking_before.format(rank=row["rank_before"]) if row["rank_before"] is not None else "",
        f"{safe(row['cluster'])}: {row['cluster_rank']}" if row["cluster"] else "",
    ]
    return Bar(
        name=name,
        value=row["value"],
        cells=(value, share, cumulative)[:columns],
        colour=palette.rest if rest else palette.gold if row["rank"] <= _MEDALS else palette.data,
        hover="<br>".join(line for line in told if line),
        code=row["unit_code"],
        lead="" if rest else str(row["rank"]),
        under=movement,
        pattern="/" if rest else "",
        bold=not rest and row["rank"] <= _MEDALS,
    )


def write_value(value: float | None, measure: Measure, look: Look) -> str:
    """A value in the unit of its measure; money in tỷ đồng, as the column says."""
    numbers = look.language.numbers
    if measure is Measure.BENEFIT:
        return numbers.decimal(None if value is None else value / BILLION_VND, 1)
    if measure is Measure.REACHED:
        return numbers.percent(value)
    return numbers.decimal(value, 1) if measure is Measure.PER100 else numbers.count(value)


def _movement(row: Row, ranking: Ranking, look: Look) -> str:
    """▲2, ▼1, “=” or “mới”; nothing where no earlier moment is known."""
    if row["rank"] is None or ranking.before_moment is None:
        return ""
    if row["rank_before"] is None:
        return look.language.charts.ranking_new
    moved = row["rank_before"] - row["rank"]
    return "=" if moved == 0 else f"▲{moved}" if moved > 0 else f"▼{-moved}"


# The slope: places of the earlier moment at the left, of this one with names at the right.
_FROM: Final = 0.10
_TO: Final = {True: 0.34, False: 0.27}  # by Look.wide
_HEAD_HEIGHT, _STEP = 30, 34


def draw_rank_slope(ranking: Ranking, look: Look) -> go.Figure:
    """Who rose and who fell between two moments: lines thick where a place changed, names at today's place."""
    rows = [row for row in ranking.frame.rows(named=True) if row["rank"] is not None]
    if not rows or ranking.before_moment is None or all(row["rank_before"] is None for row in rows):
        return say_nothing(look, look.language.charts.slope_nothing)
    sheet = Sheet(look, 1)
    now = [_HEAD_HEIGHT + _STEP * (index + 0.5) for index in range(len(rows))]
    before = _places_before(rows)
    for kind, colour, width in _movements(look):
        _lines(sheet, [(before[i], now[i]) for i, row in enumerate(rows) if _kind(row) == kind], colour, width)
    _label(sheet, rows, now, before, ranking)
    last = max([*now, *(y for y in before if y is not None)])
    foot = (look.language.names.measure(ranking.measure), look.language.charts.slope_key)
    return sheet.figure(height=last + _STEP / 2, foot=foot, margin={"l": 2, "r": 4})


def _places_before(rows: Sequence[Row]) -> list[float | None]:
    """Pixels of the earlier places; who stood below the places shown comes under them, in order."""
    below = sorted({row["rank_before"] for row in rows if (row["rank_before"] or 0) > len(rows)})
    order = {rank: len(rows) + 0.4 + index for index, rank in enumerate(below)}
    ranks = [row["rank_before"] for row in rows]
    return [None if rank is None else _HEAD_HEIGHT + _STEP * (order.get(rank, rank - 1) + 0.5) for rank in ranks]


def _kind(row: Row) -> str:
    if row["rank_before"] is None:
        return "new"
    return "up" if row["rank_before"] > row["rank"] else "down" if row["rank_before"] < row["rank"] else "same"


def _movements(look: Look) -> tuple[tuple[str, str, float], ...]:
    palette = look.palette
    return ("same", palette.rest, 1.5), ("down", palette.below, 2.5), ("up", palette.data, 2.5), ("new", palette.gold, 2.5)


def _lines(sheet: Sheet, ends: Sequence[tuple[float | None, float]], colour: str, width: float) -> None:
    """One trace for all lines of a kind, broken by gaps; a newcomer has only its dot at the right."""
    to = _TO[sheet.look.wide]
    x: list[float | None] = []
    y: list[float | None] = []
    for before, now in ends:
        x += [_FROM, to, None] if before is not None else [to, None]
        y += [before, now, None] if before is not None else [now, None]
    line, marker = {"color": colour, "width": width}, {"color": colour, "size": 9}
    sheet.traces.append(
        {"type": "scatter", "mode": "lines+markers", "x": x, "y": y, "line": line, "marker": marker, "hoverinfo": "skip", **ON_TOP}
    )


def _label(
    sheet: Sheet, rows: Sequence[Row], now: Sequence[float], before: Sequence[float | None], ranking: Ranking
) -> None:
    look, numbers = sheet.look, sheet.look.language.numbers
    known = [(y, row["rank_before"]) for y, row in zip(before, rows, strict=True) if y is not None]
    sheet.write(_FROM - 0.03, [y for y, _ in known], [str(rank) for _, rank in known], anchor="end", size=TEXT_SIZE)
    moved = {kind: 600 if kind != "same" else 400 for kind in ("up", "down", "same", "new")}
    beside, size = _TO[look.wide] + 0.03, TEXT_SIZE if look.wide else SMALL_SIZE
    room = (1 - beside) * look.room - 68
    for kind, weight in moved.items():
        chosen = [(y, row) for y, row in zip(now, rows, strict=True) if _kind(row) == kind]
        names = [f"{row['rank']}\u00a0\u00a0{safe(shortened(row['short_name'], size, room))}" for _, row in chosen]
        sheet.write(beside, [y for y, _ in chosen], names, size=size, weight=weight)
    sheet.write(1, now, [_movement(row, ranking, look) for row in rows], anchor="end", weight=600)
    heads = (numbers.moment(ranking.before_moment), numbers.moment(ranking.moment))
    for x, moment in zip((0.0, beside), heads, strict=True):
        sheet.write(x, [_HEAD_HEIGHT / 2], [moment], colour=look.palette.quiet, weight=600)
