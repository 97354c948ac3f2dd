"""Texts of the trend page: position in time, forecast and its record, events, comparisons."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

import streamlit as st

from charts.kit.happenings import numbered
from data_access.database.settings import database_url
from data_access.rows.staff_choices import add_event, drop_event
from interface.shell.access import act, current_reader
from interface.shell.visit import Visit
from interface.widgets.headline import show_verdict
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from language.languages import Language
from model.accounts import may
from model.filters import Filters
from model.results import Overview
from model.trend import Happening, PeriodComparison, Trend, Trial
from presentation.trend import forecast_lines, trials_sum


def show_standing(overview: Overview, filters: Filters, language: Language) -> None:
    """Draw the summary sentence, and the share of time passed as a fact."""
    passed, days = overview.facts["time_passed_pct"].value, overview.facts["days_left"].value
    if overview.facts["reached_pct"].value is None:
        return
    numbers = language.numbers
    show_verdict(overview, filters, language)
    if passed is not None:
        st.caption(language.trend.time.format(passed=numbers.percent(passed), days=numbers.count(days)))


def curve_note(overview: Overview, trend: Trend, language: Language) -> str:
    """A note that names exactly what the curve shows; nothing where there is none."""
    if overview.course.is_empty():
        return ""
    lines = {
        "target": overview.comparable and overview.facts["target"].value is not None,
        "pace": bool(overview.comparable and not overview.has_moments_alone and overview.facts["needed_per_day"].value),
        "forecast": trend.forecast.is_known,
        "printed": overview.has_moments_alone,
        "happenings": bool(trend.happenings),
    }
    return " ".join(language.trend.curve_notes[name] for name, is_drawn in lines.items() if is_drawn)


def show_happenings(happenings: Sequence[Happening], language: Language) -> None:
    """Draw the events numbered in the curve, one a line."""
    st.markdown(f"## {language.trend.happenings}", help=language.trend.happenings_how)
    names = [language.name_of(happening) for happening in happenings]
    if not happenings:
        st.caption(language.trend.no_happenings)
    for place, (happening, name) in enumerate(zip(happenings, names, strict=True)):
        st.markdown(f"{numbered(place)} **{language.numbers.date(happening.day)}** {plain(name)}")


def edit_happenings(visit: Visit, happenings: Sequence[Happening]) -> None:
    """Draw a form for a new event, and earlier ones with a delete button each."""
    texts, programme, by = visit.language.trend, visit.programme, current_reader()
    if not may(by, "mark_event"):
        return
    with st.popover(texts.event_add, icon=":material/event:", key="events"):
        with st.form("event", border=False, clear_on_submit=True):
            day = st.date_input(texts.event_day, value=None, format="DD/MM/YYYY", min_value=date(2015, 1, 1))
            name = st.text_input(texts.event_name, max_chars=120)
            source = st.text_input(texts.event_source, max_chars=300)
            if st.form_submit_button(texts.event_save) and isinstance(day, date) and name.strip():
                add_event(database_url(), programme.id, day, name, source, by)
                st.success(texts.event_saved)
        for happening in happenings:
            if happening.number is not None:
                label = f"{visit.language.numbers.date(happening.day)}: {plain(visit.language.name_of(happening))}"
                st.button(
                    label,
                    icon=":material/delete:",
                    type="tertiary",
                    key=f"drop_event_{happening.number}",
                    on_click=act,
                    args=(visit.language, partial(drop_event, database_url(), programme.id, happening.number)),
                )


def show_forecast(trend: Trend, overview: Overview, language: Language) -> None:
    """Draw the forecast range, what it rests on and how often such ranges held, or why there is none."""
    forecast, texts, numbers = trend.forecast, language.trend, language.numbers
    target = overview.facts["target"] if overview.comparable else None
    if forecast.end:
        st.markdown(f"## {texts.forecast_title.format(day=numbers.date(forecast.end))}")
    over = forecast.moment is not None and forecast.end is not None and forecast.moment.date() >= forecast.end
    method = "over" if over else forecast.method
    if forecast.low is not None and forecast.high is not None:
        low, high = numbers.about(forecast.low), numbers.about(forecast.high)
        st.markdown(f"### {texts.forecast_range.format(low=low, high=high)}")
        st.caption(texts.forecast_middle.format(middle=numbers.about(forecast.middle)))
        if target and target.value:
            side = "above" if forecast.low >= target.value else "below" if forecast.high < target.value else "across"
            goal = language.names.qualified(numbers.count(target.value), target.qualifier)
            st.markdown(texts.forecast_target[side].format(target=goal))
    for line in forecast_lines(trend, language):
        st.markdown(line)
    st.markdown(texts.forecast_methods[method].format(examples=numbers.count(forecast.examples)))
    if forecast.method not in ("milestones", "few_printed"):  # printed moments have no pace to judge by
        st.caption(language.verdicts.rule)


def show_trials(trials: Sequence[Trial], language: Language) -> None:
    """Draw earlier forecasts with their outcomes, and the mean error."""
    texts = language.trend
    if line := trials_sum(trials, language):
        st.markdown(line)
    names = ("made", "basis", "for_day", "at_hand", "low", "middle", "high", "actual", "error", "verdict")
    heads = [texts.columns[name] for name in names]
    show_small_table(heads, [_trial(trial, language) for trial in trials], numbers=range(3, 9))


def _trial(trial: Trial, language: Language) -> list[str]:
    guess, numbers, texts = trial.forecast, language.numbers, language.trend
    verdict = {True: "yes", False: "no", None: "none"}[trial.inside]
    low, high = (numbers.about(value) if guess.is_known else "–" for value in (guess.low, guess.high))
    middle = numbers.short(guess.middle) if guess.is_known else "–"  # as exactly as its error beside it
    counts = [numbers.count(guess.count), low, middle, high, numbers.count(trial.actual)]
    error = numbers.percent(trial.error_pct) if trial.error_pct is not None else language.facts.unknown
    cells = [numbers.moment(guess.moment), texts.trial_kinds[trial.kind], numbers.date(guess.end)]
    return [*cells, *counts, error if trial.inside is not None else "–", texts.trial_inside[verdict]]


def show_comparisons(comparisons: Sequence[PeriodComparison], language: Language) -> None:
    """Draw comparisons of periods of equal length, with both periods in full."""
    texts, numbers = language.trend, language.numbers
    if not comparisons:
        st.caption(texts.no_compare)
        return
    rows = []
    for comparison in comparisons:
        change = comparison.change_pct
        sign = "+" if change and change > 0 else ""
        rows.append(
            [
                texts.compare_codes[comparison.code].format(days=comparison.days),
                numbers.count(comparison.days),
                _span(comparison.since, comparison.until, language),
                numbers.count(comparison.count),
                _span(comparison.since_before, comparison.until_before, language),
                numbers.count(comparison.count_before),
                numbers.signed(comparison.count - comparison.count_before),
                f"{sign}{numbers.percent(change)}" if change is not None else "–",
            ]
        )
    names = ("what", "days", "now", "count", "before", "count_before", "change", "change_pct")
    show_small_table([texts.columns[name] for name in names], rows, numbers=(1, 3, 5, 6, 7))


def _span(since: datetime, until: datetime, language: Language) -> str:
    first, last = map(language.numbers.moment_unbroken, (since, until))
    return language.trend.compare_span.format(since=first, until=last)
