"""The ranking as bars with shares and movements, and one bar for the remainder."""

from collections.abc import Collection, Iterator
from typing import Final

import plotly.graph_objects as go

from charts.kit.bars import Bar, Column, draw_bars
from charts.kit.lettering import escape_text
from charts.kit.picking import mark_picked
from charts.kit.slope import MOST_DRAWN, cut_note, draw_rank_slope, movement
from charts.kit.theme import Look, as_of_note, say_nothing
from model.codes import BILLION_VND, Basis, Measure
from model.edges import Row
from model.exactness import with_sign
from model.measures import is_money, unit_of
from model.results import Ranking

__all__ = ["draw_rank_slope", "draw_ranking", "write_value"]


_MEDALS: Final = 3
# “Còn lại” is broken rather than drawn to scale where it would make all others less than a third of the width.
_DWARFING: Final = 3.0
_SCALE_OF_BROKEN: Final = 1.18
_FAR: Final = 14  # rows from which on the foot is too far from the first to explain its marks


def draw_ranking(ranking: Ranking, look: Look, picked: Collection[str] = ()) -> go.Figure:
    """The places in order, first three in gold, then the remainder in grey, on one scale from zero."""
    # A rate of everybody else would need their own denominator: without a value there is no such bar.
    with_value = [
        row for row in ranking.frame.iter_rows(named=True) if row["unit_code"] is not None or row["value"] is not None
    ]
    rows = [*with_value[:MOST_DRAWN], *(row for row in with_value[MOST_DRAWN:] if row["unit_code"] is None)]
    if not rows:
        return say_nothing(look, look.language.charts.nothing)
    values = [row["value"] or 0 for row in rows if row["unit_code"] is not None]
    rest = next((row["value"] for row in rows if row["unit_code"] is None and row["value"]), 0)
    leading = max(values, default=0) or 1
    broken = rest > _DWARFING * leading
    longest = leading * _SCALE_OF_BROKEN if broken else max(leading, rest)
    shares = any(row["share_pct"] is not None for row in rows)
    columns = _columns(look, ranking, shares=shares)
    bars = [_bar(row, ranking, look, len(columns)) for row in rows]
    texts = look.language.charts
    movements = (
        texts.movement_marks.format(before=look.language.numbers.moment_unbroken(ranking.before_moment))
        if ranking.before_moment and any(bar.under for bar in bars)
        else ""
    )
    is_printed, is_long = any(row["printed"] for row in rows), len(rows) > _FAR
    head = (movements, look.language.facts.printed_key if is_printed else "") if is_long else ()
    foot = (
        look.language.names.measure(ranking.measure),
        as_of_note(look, ranking.moment),
        "" if is_long else movements,
        texts.ranking_broken if broken else "",
        look.language.facts.printed_legend if is_printed else "",
        cut_note([row for row in with_value if row["unit_code"] is not None], look),
        *_who_is_counted(ranking, look, has_rest=rows[-1]["unit_code"] is None),
    )
    return draw_bars(look, mark_picked(bars, picked, look), columns, foot=foot, head=head, longest=longest)


def _who_is_counted(ranking: Ranking, look: Look, *, has_rest: bool) -> Iterator[str]:
    """Which units without a bar are in the bar of the rest, and which are not: on different measures they differ."""
    texts, count = look.language.charts, look.language.numbers.count
    if has_rest and ranking.rest_silent:
        yield texts.rest_silent.format(count=count(ranking.rest_silent))
    if ranking.without_value:
        has_own = has_rest and ranking.basis is Basis.RECORDS  # of the ledger the rest is all that is not printed
        words = texts.rest_without if has_own else texts.unplaced[ranking.lacking]
        yield words.format(count=count(ranking.without_value))


def _columns(look: Look, ranking: Ranking, *, shares: bool) -> list[Column]:
    texts = look.language.charts
    head = look.language.measure_head(ranking.measure)
    if not shares:
        return [Column(1.0, head, weight=700, quiet=False)]
    if not look.wide:
        return [Column(0.78, head, weight=700, quiet=False), Column(1.0, texts.ranking_share)]
    return [
        Column(0.67, head, weight=700, quiet=False),
        Column(0.835, texts.ranking_share),
        Column(1.0, texts.ranking_cumulative),
    ]


def _bar(row: Row, ranking: Ranking, look: Look, columns: int) -> Bar:
    """The bar of one place, or of the remainder."""
    palette, numbers, texts = look.palette, look.language.numbers, look.language.charts
    rest, medal = row["unit_code"] is None, row["rank"] is not None and row["rank"] <= _MEDALS
    rest_name = texts.ranking_rest.format(count=numbers.count(ranking.rest_units))
    name = rest_name if rest else look.language.names.word(row["short_name"])
    text = write_value(row["value"], ranking.measure, look)
    # Beside the long name of everybody else there is no room for a word.
    value = with_sign(text, row["qualifier"]) if rest else look.language.names.qualified(text, row["qualifier"])
    value = look.language.facts.starred(value, printed=row["printed"])
    share = with_sign(numbers.percent(row["share_pct"]), row["share_qualifier"])
    cumulative = with_sign(numbers.percent(row["cumulative_pct"]), row["cumulative_qualifier"])
    return Bar(
        name=name,
        value=row["value"],
        cells=(value, share, cumulative)[:columns],
        colour=palette.rest if rest else palette.gold if medal else palette.data,
        hover=_pointer_text(row, name, value, share, ranking, look),
        code=row["unit_code"],
        lead="" if row["rank"] is None else str(row["rank"]),
        under=movement(row, ranking, look),
        pattern="/" if rest else "",
        bold=medal,
    )


def write_value(value: float | None, measure: Measure, look: Look) -> str:
    """A value in the unit of its measure; money in tỷ đồng, the unit in the column's header."""
    numbers = look.language.numbers
    if is_money(measure):
        return numbers.decimal(None if value is None else value / BILLION_VND, 1)
    return numbers.measured(value, unit_of(measure))


def _pointer_text(row: Row, name: str, value: str, share: str, ranking: Ranking, look: Look) -> str:
    """The hover text of a place."""
    texts = look.language.charts
    lines = [
        f"<b>{escape_text(name if row['unit_code'] is None else look.language.names.word(row['unit_name']))}</b>",
        f"{look.language.names.measure(ranking.measure)}: {value}",
        f"{texts.ranking_share}: {share}" if row["share_pct"] is not None else "",
        texts.ranking_before.format(rank=row["rank_before"]) if row["rank_before"] is not None else "",
        f"{escape_text(look.language.names.word(row['cluster']))}: {row['cluster_rank']}" if row["cluster"] else "",
    ]
    return "<br>".join(line for line in lines if line)
