"""The cumulative count in words, for slides, reports and the stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from language.languages import Language
from model.results import Overview
from model.trend import Forecast, Trend, Trial
from presentation.figures import Figures
from presentation.overview import progress_finding
from presentation.stamp import Stamp, stamp
from presentation.wording import Wording

_TRIED: Final = {"shape": "records", "growth": "records", "milestones": "published"}  # what a method was tried on


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


def curve_title(trend: Trend, overview: Overview, language: Language) -> str:
    """The range of the forecast; without one how far the target is reached, and after how much of its time."""
    forecast, numbers = trend.forecast, language.numbers
    if not forecast.is_known or forecast.end is None:
        return progress_finding(overview, language)
    low, high = numbers.about(forecast.low), numbers.about(forecast.high)
    return language.trend.curve_finding.format(day=numbers.date(forecast.end), low=low, high=high)


def steps_title(overview: Overview, every: str, language: Language) -> str:
    """“Hợp lệ theo tuần”: what the bars of each step count."""
    texts = language.trend
    return texts.steps_titles[overview.counts].format(step=texts.steps[every].lower())


def forecast_lines(trend: Trend, language: Language) -> list[str]:
    """What a forecast assumes, where the pace of the last 7 days would lead, and how often such ranges held."""
    tried = [trial for trial in trend.trials if trial.kind == _TRIED.get(trend.forecast.method)]
    lines = assumption(trend.forecast, language), trials_sum(tried, language)
    return [line for line in lines if line]


def assumption(forecast: Forecast, language: Language) -> str:
    """What a forecast from the records assumes, and how it stands to the straight line; "" of others."""
    texts, numbers, mean = language.trend, language.numbers, forecast.mean
    pace, steady, times, count = forecast.pace, forecast.steady, forecast.times, forecast.count
    if forecast.middle is None or pace is None or steady is None or times is None or not count or not forecast.end:
        return ""
    is_faster = mean is not None and pace > mean
    side = "below" if forecast.middle < steady else "faster" if is_faster else "above"
    days_left = (forecast.end - forecast.moment.date()).days if forecast.moment else None
    return f"{texts.forecast_assumes[forecast.method]} {texts.forecast_steady[side]}".format(
        days=numbers.count(days_left),
        times=numbers.decimal(times),
        grown=numbers.about(count * times),
        pace=numbers.pace(pace),
        mean=numbers.pace(mean),
        faster=numbers.decimal(pace / mean) if mean else "",
        steady=numbers.about(steady),
        day=numbers.date(forecast.end),
        middle=numbers.about(forecast.middle),
    )


def trials_sum(trials: Sequence[Trial], language: Language) -> str:
    """How often what came was inside the range, and the median error of the middle; "" without a trial."""
    numbers, settled = language.numbers, [trial for trial in trials if trial.inside is not None]
    errors = sorted(abs(trial.error_pct) for trial in settled if trial.error_pct is not None)
    if not errors:
        return ""
    middle = (errors[(len(errors) - 1) // 2] + errors[len(errors) // 2]) / 2
    return language.trend.trials_sum.format(
        inside=numbers.count(sum(bool(trial.inside) for trial in settled)),
        known=numbers.count(len(settled)),
        error=numbers.percent(middle),
    )


def days_title(overview: Overview, wording: Wording) -> str:
    """What the days of a file count: initiatives, or valid ones where these are measured."""
    return wording.texts.charts["daily_valid" if overview.counts == "valid" else "daily"]


def view_trend(figures: Figures, wording: Wording) -> TrendView:
    """The words of a scope's days."""
    overview, titles, report = figures.overview, wording.language.stage.titles, wording.texts.report
    days, week = overview.course.drop_nulls("cumulative"), overview.facts["last_7_days"].value
    is_printed = overview.has_moments_alone
    growth = wording.language.measured(overview.counts, wording.language.numbers.count(week))
    title = titles["trend"].format(growth=growth) if week else titles["trend_unknown"]
    return TrendView(
        title=title,
        chart_title=days_title(overview, wording),
        days=days,
        is_printed=is_printed,
        printed_note=report.printed_only if is_printed else "",
        nothing="" if days.height else report.line_nothing,
        last=wording.fact(overview.count),
        stamp=stamp("overview", figures, wording),
    )
