"""The cumulative count in words, for slides, reports and the stage."""

from dataclasses import dataclass

import polars as pl

from language.languages import Language
from model.trend import Trend
from presentation.figures import Figures
from presentation.stamp import Stamp, stamp
from presentation.wording import Wording


@dataclass(frozen=True)
class TrendView:
    """The cumulative count. `days` are OVERVIEW days with a count; for the ledger only published moments."""

    title: str  # what a week added
    chart_title: str
    days: pl.DataFrame
    is_printed: bool  # single moments, between which nothing is known
    printed_note: str
    nothing: str  # that nothing is known by day
    last: str  # the count at the end
    stamp: Stamp


def curve_title(trend: Trend, language: Language) -> str:
    """The title of the curve; shorter without a forecast."""
    return language.trend.curve_title if trend.forecast.is_known else language.trend.curve_title_alone


def view_trend(figures: Figures, wording: Wording) -> TrendView:
    """The words of a scope's days."""
    overview, titles, report = figures.overview, wording.language.stage.titles, wording.texts.report
    days, week = overview.daily.drop_nulls("cumulative"), overview.facts["last_7_days"].value
    is_printed = overview.has_moments_alone
    title = titles["trend"].format(count=wording.language.numbers.count(week)) if week else titles["trend_unknown"]
    return TrendView(
        title=title,
        chart_title=wording.texts.charts["daily"],
        days=days,
        is_printed=is_printed,
        printed_note=report.printed_only if is_printed else "",
        nothing="" if days.height else report.line_nothing,
        last=wording.fact(overview.facts["uploads"]),
        stamp=stamp("overview", figures, wording),
    )
