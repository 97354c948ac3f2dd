"""Parts that must add up to a whole, with the gap where they do not."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

import plotly.graph_objects as go
import polars as pl

from charts.kit.bars import Bar, Column, bar_places, draw_bars
from charts.kit.heat import draw_sector_heat
from charts.kit.ladder import Step, draw_ladder
from charts.kit.lettering import escape_text
from charts.kit.palette import UNSORTED_PATTERN, sector_colour
from charts.kit.picking import mark_picked
from charts.kit.theme import Look, as_of_note, say_nothing
from model.breakdown import Breakdown
from model.codes import NONE
from model.edges import Json, Row
from model.exactness import with_sign

__all__ = ["draw_cut", "draw_sector_heat", "draw_sectors"]

_REST: Final = "rest"


def draw_sectors(breakdown: Breakdown, look: Look, picked: Collection[str] = ()) -> go.Figure:
    """A breakdown according to its kind: parts in colours, a ladder of steps, or an unsummed list."""
    if breakdown.frame.is_empty() or breakdown.parts_total == 0:
        return say_nothing(look, look.language.charts.nothing)
    if breakdown.kind == "ladder":
        return draw_ladder(
            _steps(breakdown, look), look, foot=(as_of_note(look, breakdown.as_of, inferred=breakdown.day_inferred),)
        )
    if breakdown.kind == "list":
        return _draw_list(breakdown, look)
    return _draw_parts(breakdown, look, picked)


def _count_and_share(look: Look) -> list[Column]:
    texts = look.language.charts
    return [Column(0.81, texts.column_count, weight=700, quiet=False), Column(1.0, texts.ranking_share)]


def _draw_parts(breakdown: Breakdown, look: Look, picked: Collection[str]) -> go.Figure:
    """Parts, largest first; a stated total they do not explain follows as a bar with a dashed gap."""
    texts = look.language.charts
    rows = breakdown.frame.rows(named=True)
    unexplained = bool(breakdown.gap) and all(row["sector_code"] != _REST for row in rows)
    bars = mark_picked([_part(row, breakdown, look) for row in rows], picked, look)
    if unexplained:
        bars.append(_stated(breakdown, look))
    columns = _count_and_share(look)
    # The whole is the scale, as it is of the parts by post and by ownership beside it on the page.
    longest = max(*(bar.value or 0 for bar in bars), breakdown.parts_total or 0)
    place = bar_places(bars, columns, look)
    shapes: list[Json] = []
    for index, row in enumerate(rows):
        if breakdown.gap and row["sector_code"] == _REST:  # nobody printed it: it is what is left over
            shapes.append(_dashed(0, row["uploads"], place[index], look))
    if unexplained and breakdown.stated_total is not None and breakdown.parts_total is not None:
        ends = sorted((breakdown.stated_total, breakdown.parts_total))
        longest = max(longest, ends[1] * 1.005)  # the right edge of the dashes stays inside
        shapes.append(_dashed(ends[0], ends[1], place[-1], look))
    foot = (as_of_note(look, breakdown.as_of, inferred=breakdown.day_inferred), texts.sectors_dashed if shapes else "")
    return draw_bars(look, bars, columns, foot=foot, longest=longest, shapes=shapes, track=not unexplained)


def _name(row: Row, breakdown: Breakdown, look: Look) -> str:
    code = row["sector_code"]
    return look.language.part_of(code, row["sector_name"], breakdown.names_en.get(code))


def _part(row: Row, breakdown: Breakdown, look: Look) -> Bar:
    numbers, name = look.language.numbers, _name(row, breakdown, look)
    left_over = bool(breakdown.gap) and row["sector_code"] == _REST
    count = look.language.names.qualified(numbers.count(row["uploads"]), row["qualifier"])
    share = with_sign(numbers.percent(row["share_pct"]), breakdown.share_word(row))
    return Bar(
        name=name,
        value=0 if left_over else row["uploads"],
        cells=(count, share),
        colour=sector_colour(row["sector_code"]),
        hover=f"<b>{escape_text(name)}</b><br>{count} · {share}",
        code=row["sector_code"],
        pattern=UNSORTED_PATTERN if row["sector_code"] == NONE else "",
    )


def _stated(breakdown: Breakdown, look: Look) -> Bar:
    """The total stated by the source: grey up to the sum of the parts."""
    texts, numbers = look.language.charts, look.language.numbers
    gap, stated = breakdown.gap or 0, breakdown.stated_total or 0
    qualified = look.language.names.qualified
    count = qualified(numbers.count(stated), breakdown.stated_qualifier)
    parts = f"{texts.sectors_sum}: {qualified(numbers.count(breakdown.parts_total), breakdown.parts_qualifier)}"
    differs = texts.sectors_gap.format(gap=qualified(numbers.count(abs(gap)), breakdown.gap_qualifier))
    return Bar(
        name=texts.sectors_stated,
        value=min(stated, breakdown.parts_total or 0),
        cells=(count, differs),
        colour=look.palette.rest,
        hover="<br>".join((f"<b>{texts.sectors_stated}</b>", count, parts, differs)),
        bold=True,
    )


def _dashed(start: float, end: float, place: tuple[float, float], look: Look) -> Json:
    top, bottom = place
    line = {"color": look.palette.ink, "width": 1.5, "dash": "4px,3px"}
    return {"type": "rect", "xref": "x", "yref": "y", "x0": start, "x1": end, "y0": top, "y1": bottom, "line": line}


def _steps(breakdown: Breakdown, look: Look) -> list[Step]:
    return [
        Step(_name(row, breakdown, look), row["uploads"], row["qualifier"])
        for row in breakdown.shown_parts.iter_rows(named=True)
    ]


def _draw_list(breakdown: Breakdown, look: Look) -> go.Figure:
    """Honours side by side; they overlap, so there is neither share nor sum."""
    rows = [_part(row, breakdown, look) for row in breakdown.shown_parts.iter_rows(named=True)]
    bars = [Bar(bar.name, bar.value, bar.cells[:1], look.palette.gold, bar.name, bar.code) for bar in rows]
    foot = (as_of_note(look, breakdown.as_of, inferred=breakdown.day_inferred), look.language.charts.never_summed)
    return draw_bars(look, bars, [Column(1.0, weight=700, quiet=False)], foot=foot)


def draw_cut(
    cut: pl.DataFrame, dimension: str, look: Look, picked: Collection[str] = (), *, moment: datetime | None
) -> go.Figure:
    """CUT by `ownership` or `position`, as of `moment`: each code on a track that stands for the whole."""
    rows = cut.filter(pl.col("uploads").is_not_null()).rows(named=True)
    whole = sum(row["uploads"] for row in rows)
    if not whole:
        return say_nothing(look, look.language.charts.nothing)
    names, numbers, palette = look.language.names, look.language.numbers, look.palette
    name_of = names.ownership if dimension == "ownership" else names.position
    bars = []
    for row, colour in zip(rows, (*palette.shares, *[palette.rest] * len(rows)), strict=False):
        unknown = row["code"] == NONE
        cells = (numbers.count(row["uploads"]), numbers.percent(row["share_pct"]))
        bars.append(
            Bar(
                name=name_of(row["code"]),
                value=row["uploads"],
                cells=cells,
                colour=palette.rest if unknown else colour,
                hover=f"<b>{escape_text(name_of(row['code']))}</b><br>{' · '.join(cells)}",
                code=row["code"],
                pattern=UNSORTED_PATTERN if unknown else "",
            )
        )
    texts = look.language.charts
    columns = _count_and_share(look)
    bars = mark_picked(bars, picked, look)
    return draw_bars(look, bars, columns, foot=(texts.cut_whole, as_of_note(look, moment)), longest=whole, track=True)
