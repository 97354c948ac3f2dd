"""Published figures with their qualifiers: levels of recognition, honours, milestones."""

from collections.abc import Sequence
from typing import Final

import plotly.graph_objects as go
import polars as pl

from charts.kit.bars import Bar, Column, draw_bars
from charts.kit.ladder import Step, draw_ladder
from charts.kit.lettering import escape_text
from charts.kit.theme import Look, as_of_note
from charts.milestones import draw_milestones
from model.address_values import read_moment
from model.edges import Row

__all__ = ["draw_awards", "draw_levels", "draw_milestones"]

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


def draw_levels(figures: pl.DataFrame, look: Look) -> go.Figure | None:
    """PUBLISHED: the ladder of recognition, each step with its share of the one before; None where
    none was published.
    """
    printed = {(row["metric"], row["category"]): row for row in figures.iter_rows(named=True)}
    levels = [printed[level] for level in _LEVELS if level in printed]
    if len(levels) < 2:
        return None
    names = look.language.charts.level_steps
    steps = [
        Step(names[f"{row['metric']}|{row['category']}"], row["value"], row["qualifier"], _counted(row, look))
        for row in levels
    ]
    texts = look.language.charts
    unit = next((look.language.names.word(row["unit_name"]) for row in levels if row["unit_name"]), "")
    period = look.language.names.staff_text(levels[0]["period"])
    stated = texts.published_period.format(period=period) if period else ""
    return draw_ladder(steps, look, foot=(unit, stated, _printed_at(levels, look)))


def draw_awards(figures: pl.DataFrame, look: Look) -> go.Figure | None:
    """PUBLISHED: honours side by side, most frequent first; not summed, since one person may hold several."""
    awards = figures.filter(pl.col("metric").is_in(list(_HONOURS)), pl.col("value").is_not_null())
    if awards.is_empty():
        return None
    bars = [_award(row, look) for row in awards.sort("value", descending=True).iter_rows(named=True)]
    units = ", ".join(dict.fromkeys(look.language.names.word(name) for name in awards["unit_name"]))
    return draw_bars(
        look,
        bars,
        [Column(1.0, weight=700, quiet=False)],
        foot=(units, _printed_at(awards.to_dicts(), look), look.language.charts.never_summed),
    )


def _printed_at(rows: Sequence[Row], look: Look) -> str:
    """From when to when printed figures are; "" where their sources name no day."""
    moments = sorted({moment for row in rows if (moment := read_moment(row["as_of"] or ""))})
    if len(moments) < 2:
        return as_of_note(look, moments[0] if moments else None)
    first, last = map(look.language.numbers.moment_unbroken, (moments[0], moments[-1]))
    return look.language.charts.printed_between.format(first=first, last=last)


def _award(row: Row, look: Look) -> Bar:
    number = look.language.names.qualified(look.language.numbers.count(row["value"]), row["qualifier"])
    count = f"{number} {_counted(row, look)}".strip()
    name = _name(row, look)
    return Bar(
        name,
        row["value"],
        (escape_text(count),),
        look.palette.gold,
        f"<b>{escape_text(name)}</b><br>{escape_text(count)}",
    )


def _name(row: Row, look: Look) -> str:
    """Metric and category in words; the category alone where that suffices."""
    texts = look.language.published
    metric = texts.metric_names.get(row["metric"], row["metric"])
    category = texts.category_names.get(row["category"] or "", row["category"] or "")
    if not category:
        return str(metric)
    if row["metric"] in ("khen_thuong", "danh_hieu"):
        return str(category)
    return f"{metric} {category}"


def _counted(row: Row, look: Look) -> str:
    """The unit counted, translated where possible."""
    word = str(row["unit_of_measure"] or "")
    return look.language.names.word(word)
