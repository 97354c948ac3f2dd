"""Benefit of initiatives: bands, concentration, sectors."""

from collections.abc import Collection

import plotly.graph_objects as go

from charts.kit.bars import Bar, Column, draw_bars
from charts.kit.lettering import escape_text
from charts.kit.palette import sector_colour
from charts.kit.parts import Part, draw_parts
from charts.kit.picking import mark_picked
from charts.kit.theme import Look, as_of_note, say_nothing
from model.codes import NONE
from model.value import Value


def draw_bands(value: Value, look: Look) -> go.Figure:
    """Initiatives by band; those without a computed benefit have a bar of their own."""
    texts = look.language.value
    parts = [Part(texts.bands[code], count, unknown=code == NONE) for code, count, _ in value.bands]
    return draw_parts(parts, value.uploads, look, foot=(as_of_note(look, value.moment),))


def draw_concentration(value: Value, look: Look) -> go.Figure:
    """The share of the total held by the most valuable one, five, ten and fifty percent."""
    if not value.concentration:
        return say_nothing(look, look.language.value.nothing_computed)
    texts, numbers = look.language.value, look.language.numbers
    columns = [Column(0.85, texts.sum, weight=700, quiet=False), Column(1.0, look.language.charts.ranking_share)]
    # The name includes the count: a second column would leave one word for it. The sum is shown on hover.
    if not look.wide:
        columns = columns[1:]
    bars = [
        Bar(
            name=texts.top_percent.format(percent=held.percent, count=numbers.count(held.count)),
            value=held.share_pct,
            cells=(numbers.money_vnd(held.benefit_vnd), numbers.percent(held.share_pct))[-len(columns) :],
            colour=look.palette.gold if held.percent == 1 else look.palette.data,
            hover=f"<b>{numbers.percent(held.share_pct)}</b> · {numbers.money_vnd(held.benefit_vnd)}",
        )
        for held in value.concentration
    ]
    foot = (as_of_note(look, value.moment),)
    return draw_bars(look, bars, columns, foot=foot, longest=100, track=True, beside_others=False)


def draw_sector_values(value: Value, look: Look, picked: Collection[str] = (), *, rows_beside: int = 0) -> go.Figure:
    """The total of each sector, and the mean of its computed initiatives; on pages as high as so many rows beside."""
    if value.sectors.is_empty():
        return say_nothing(look, look.language.value.nothing_computed)
    texts, numbers, names = look.language.value, look.language.numbers, look.language.names
    columns = [Column(0.72, texts.sum, weight=700, quiet=False), Column(1.0, texts.mean_each)]
    if not look.wide:  # two amounts of money do not fit beside a name on a phone: the mean is shown on hover
        columns = [Column(1.0, texts.sum, weight=700, quiet=False)]
    bars = []
    for code, computed, total, mean in value.sectors.iter_rows():
        cells = (numbers.money_vnd(total), numbers.money_vnd(mean))
        label = texts.computed_of.format(count=numbers.count(computed))
        hover = f"<b>{escape_text(names.sector(code))}</b><br>{' · '.join(cells)}<br>{label}"
        bars.append(Bar(names.sector(code), total, cells[: len(columns)], sector_colour(code), hover, code=code))
    bars = mark_picked(bars, picked, look)
    foot = (texts.computed_only, as_of_note(look, value.moment))
    return draw_bars(look, bars, columns, foot=foot, beside_others=False, rows_beside=rows_beside)
