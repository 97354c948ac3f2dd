"""Parts of a whole as bars on a track, with count and share, and the unknown rest."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.kit.bars import Bar, Column, draw_bars
from charts.kit.lettering import escape_text
from charts.kit.palette import UNSORTED_PATTERN
from charts.kit.picking import mark_picked
from charts.kit.theme import Look, say_nothing


@dataclass(frozen=True)
class Part:
    """One bar. `unknown` parts are grey and hatched; clicks return `code`. `value` None is unknown, not 0.

    `share` is its percentage where the shares of all parts are to add up as written.
    """

    name: str
    value: int | None
    colour: str = ""
    unknown: bool = False
    code: str | None = None
    share: float | None = None


def draw_parts(
    parts: Sequence[Part],
    whole: int,
    look: Look,
    *,
    foot: Sequence[str] = (),
    head: str = "",
    track: bool = True,
    picked: Collection[str] = (),
) -> go.Figure:
    """The parts in the given order, each with its share of `whole`. Without a track the longest fills the width."""
    if not whole:
        return say_nothing(look, look.language.charts.nothing)
    texts = look.language.charts
    columns = [Column(0.81, head or texts.column_count, weight=700, quiet=False), Column(1.0, texts.ranking_share)]
    bars = mark_picked([_bar(part, whole, look) for part in parts], picked, look)
    return draw_bars(look, bars, columns, foot=foot, longest=whole if track else None, track=track)


def _bar(part: Part, whole: int, look: Look) -> Bar:
    numbers, palette = look.language.numbers, look.palette
    share = 100 * part.value / whole if part.share is None and part.value is not None else part.share
    cells = (numbers.count(part.value), numbers.percent(share))
    return Bar(
        name=part.name,
        value=part.value,
        cells=cells,
        colour=palette.rest if part.unknown else part.colour or palette.data,
        hover=f"<b>{escape_text(part.name)}</b><br>{' · '.join(cells)}",
        code=part.code,
        pattern=UNSORTED_PATTERN if part.unknown else "",
    )
