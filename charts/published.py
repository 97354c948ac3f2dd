"""Figures that were printed: milestones of the nation, levels of recognition, honours. Qualifiers stay with them."""

from collections.abc import Collection, Mapping
from datetime import datetime, time
from typing import Any, Final, TypeAlias

import plotly.graph_objects as go
import polars as pl

from charts.bars import Bar, Column, draw_bars
from charts.ladder import Step, draw_ladder
from charts.lettering import safe, text_width
from charts.theme import SMALL_SIZE, Layout, Look, new_figure
from charts.timeline import label, month_ticks, nice_ticks, stamp

Row: TypeAlias = Mapping[str, Any]  # of PUBLISHED

_NATION: Final = "cả nước"
_MILESTONES: Final = ("sang_kien_cap_nhat", "moc_300000")
_LEVELS: Final = (
    ("sang_kien_cong_nhan", "cap_co_so"),
    ("sang_kien_cong_nhan", "cap_tren_co_so"),
    ("sang_kien_cong_nhan", "cap_tinh_bo_nganh"),
    ("sang_kien_khen_thuong", "cap_tinh"),
)
_HONOURS: Final = frozenset(
    {
        "khen_thuong",
        "danh_hieu",
        "ca_nhan_danh_hieu_sang_kien_cap_co_so",
        "ca_nhan_ldg_ldst_cap_huyen",
        "ca_nhan_khen_thuong_cap_huyen",
        "nhom_tac_gia_khen_thuong_cap_huyen",
        "cong_nhan_gioi",
        "cong_nhan_gioi_cap_tinh",
        "nguoi_tot_viec_tot",
        "tap_the_duoc_bang_khen",
        "tap_the_ca_nhan_khen_thuong",
        "tap_the_ton_vinh_toan_quoc",
        "tac_gia_ton_vinh_toan_quoc",
    }
)
_HEIGHT: Final = 330
_LOW: Final = 0.03


def draw_levels(figures: pl.DataFrame, look: Look) -> go.Figure | None:
    """PUBLISHED: the ladder of recognition, each step with its share of the one before; None where none was printed."""
    printed = {(row["metric"], row["category"]): row for row in figures.iter_rows(named=True)}
    found = [printed[level] for level in _LEVELS if level in printed]
    if len(found) < 2:
        return None
    names = look.language.charts.level_steps
    steps = [Step(names[f"{row['metric']}|{row['category']}"], row["value"], _qualifier(row, look), _counted(row, look)) for row in found]
    texts = look.language.charts
    unit = next((str(row["unit_name"]) for row in found if row["unit_name"]), "")
    return draw_ladder(steps, look, foot=(unit, texts.published_period.format(period=found[0]["period"]) if found[0]["period"] else ""))


def draw_awards(figures: pl.DataFrame, look: Look, *, metrics: Collection[str] = _HONOURS) -> go.Figure | None:
    """PUBLISHED: honours side by side, most frequent first; never summed, for one person may hold several."""
    found = figures.filter(pl.col("metric").is_in(list(metrics)), pl.col("value").is_not_null())
    if found.is_empty():
        return None
    bars = [_award(row, look) for row in found.sort("value", descending=True).iter_rows(named=True)]
    units = ", ".join(dict.fromkeys(str(name) for name in found["unit_name"]))
    return draw_bars(
        look, bars, [Column(1.0, weight=700, quiet=False)], foot=(units, look.language.charts.never_summed)
    )


def _award(row: Row, look: Look) -> Bar:
    count = f"{_qualifier(row, look)} {look.language.numbers.count(row['value'])} {_counted(row, look)}".strip()
    name = _name(row, look)
    return Bar(name, row["value"], (safe(count),), look.palette.gold, f"<b>{safe(name)}</b><br>{safe(count)}")


def _name(row: Row, look: Look) -> str:
    """Metric and category in words; where the category says it all, the category alone."""
    texts = look.language.published
    metric = texts.metric_names.get(row["metric"], row["metric"])
    category = texts.category_names.get(row["category"] or "", row["category"] or "")
    if not category:
        return str(metric)
    if row["metric"] in ("khen_thuong", "danh_hieu"):
        return str(category)
    return f"{metric} {category}"


def _qualifier(row: Row, look: Look) -> str:
    return look.language.names.qualifier(row["qualifier"])


def _counted(row: Row, look: Look) -> str:
    """What is counted, as the ledger says it; translated where the word is known."""
    word = str(row["unit_of_measure"] or "")
    return look.language.charts.counted.get(word, word)


def draw_milestones(figures: pl.DataFrame, look: Look) -> go.Figure | None:
    """PUBLISHED: cumulative uploads of the nation at the moments somebody printed them; None for fewer than two."""
    points = _milestones(figures)
    if len(points) < 2:
        return None
    start, end = points[0][0], points[-1][0]
    top = max(value for _, value, _ in points) * 1.14
    palette, numbers = look.palette, look.language.numbers
    x, y = [stamp(moment) for moment, _, _ in points], [value for _, value, _ in points]
    words = [f"{_qualifier(row, look)} {numbers.count(value)}".strip() for _, value, row in points]
    line = {
        "type": "scatter", "mode": "lines+markers", "x": x, "y": y, "cliponaxis": False,
        "line": {"color": palette.data, "width": 1.5, "dash": "dot"}, "marker": {"color": palette.data, "size": 11},
        "hovertext": [f"<b>{word}</b><br>{numbers.moment(moment)}" for word, (moment, _, _) in zip(words, points, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip
    grid = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "line": {"color": palette.line, "width": 1}, "layer": "below"}
    return new_figure(
        look,
        [line],
        height=_HEIGHT,
        foot=(look.language.charts.milestones_line,),
        margin={"l": 8, "r": 9, "t": 4, "b": 26},
        shapes=[{**grid, "y0": level, "y1": level} for level in (0, *nice_ticks(top))],
        annotations=[*_levels(top, look), *(_word(points, index, words[index], top, look) for index in range(len(points)))],
        xaxis=_axis(start, end, look),
        yaxis={"visible": False, "fixedrange": True, "range": [-0.055 * top, top]},
    )


def _milestones(figures: pl.DataFrame) -> list[tuple[datetime, float, Row]]:
    nation = figures.filter(
        pl.col("metric").is_in(list(_MILESTONES)),
        pl.col("unit_name") == _NATION,
        pl.col("category").fill_null("") == "",
        pl.col("as_of").fill_null("") != "",
        pl.col("value").is_not_null(),
    )
    return sorted(((_moment(row["as_of"]), row["value"], row) for row in nation.iter_rows(named=True)), key=lambda point: point[:2])


def _moment(text: str) -> datetime:
    """An ISO day means its end, as everywhere."""
    moment = datetime.fromisoformat(text)
    return moment if "T" in text or " " in text else datetime.combine(moment.date(), time.max)


def _word(points: list[tuple[datetime, float, Row]], index: int, words: str, top: float, look: Look) -> Layout:
    """Number and moment right of the point, under the line that rises; left of the last ones, over it."""
    moment, value, _ = points[index]
    start, end = points[0][0], points[-1][0]
    late = (moment - start) / (end - start) > 0.55
    small = f"<span style='color:{look.palette.quiet}'>{look.language.numbers.moment(moment)}</span>"
    room = look.room * (1 - (moment - start) / (end - start)) - 24
    fits = late or text_width(f"{words} · {look.language.numbers.moment(moment)}", SMALL_SIZE, bold=True) < room
    text = f"<b>{words}</b>{' · ' if fits else '<br>'}{small}"
    placed = label(text, stamp(moment), value, colour=look.palette.ink, anchor="right" if late else "left", above=late)
    # The first number is next to nothing: under the line that leaves it.
    shift = 8 if late else -9 if value < _LOW * top else -1 if fits else -9
    return {**placed, "xshift": -12 if late else 11, "yanchor": "middle", "yshift": shift}


def _levels(top: float, look: Look) -> list[Layout]:
    numbers, quiet = look.language.numbers, look.palette.quiet
    words = [label(numbers.short(level), 0, level, colour=quiet, anchor="left", above=True) for level in nice_ticks(top)]
    return [{**word, "xref": "paper"} for word in words]


def _axis(start: datetime, end: datetime, look: Look) -> Layout:
    days = month_ticks(start.date(), end.date(), 5 if look.wide else 4)
    return {
        "type": "date", "range": [stamp(start), stamp(end)], "fixedrange": True, "showgrid": False, "zeroline": False,
        "tickvals": [stamp(datetime.combine(day, time.min)) for day in days], "tickangle": 0, "ticks": "outside",
        "ticktext": [look.language.numbers.month(day) for day in days], "ticklen": 4, "tickcolor": look.palette.rest,
        "tickfont": {"size": SMALL_SIZE, "color": look.palette.quiet},
    }  # fmt: skip
