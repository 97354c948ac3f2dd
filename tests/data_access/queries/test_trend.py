"""Steps, like-for-like periods, and forecasts that say what they rest on."""

from contextlib import closing
from datetime import date, datetime
from math import sqrt

import pytest

from data_access.queries.trend import fetch_trend
from model.filters import Filters, end_of_day
from tests.data_access.drawn_programme import records_over

ROWS = """
unit  | uploaded_at      | count | sector
LD-38 | 2022-01-10 08:00 | 2     | y-te
LD-38 | 2022-01-17 08:00 | 3     |
LD-40 | 2022-01-23 23:59 | 4     |
LD-40 | 2022-01-24 00:00 | 5     | y-te
LD-40 | 2022-02-06 09:00 | 7     |
"""


def a_programme(units, until, phase_two=()):
    """Every unit uploads 20 on the first day of phase 1 and 60 in the middle; so each ends at four times its start."""
    lines = ["unit | uploaded_at | count"]
    for unit in units:
        lines += [f"{unit} | 2022-01-08 09:00 | 30", f"{unit} | 2022-05-20 09:00 | 90"]
        lines += [f"{unit} | {moment} | {count}" for moment, count in phase_two]
    return "\n".join(line for line in lines if "uploaded_at" in line or line.split(" | ")[1] <= until)


UNITS = ["LD-01", "LD-02", "LD-04", "LD-06", "LD-08", "LD-10", "LD-11", "LD-12", "LD-14", "LD-15", "LD-17"]


def test_weeks_run_from_monday_and_empty_ones_are_there(records):
    weeks = fetch_trend(records, Filters(as_of=end_of_day(date(2022, 2, 6)))).steps["week"]

    assert weeks.rows() == [
        (date(2022, 1, 10), date(2022, 1, 16), 2, True),
        (date(2022, 1, 17), date(2022, 1, 23), 7, True),
        (date(2022, 1, 24), date(2022, 1, 30), 5, True),
        (date(2022, 1, 31), date(2022, 2, 6), 7, True),
    ]


def test_a_step_cut_by_the_moment_says_so(records):
    trend = fetch_trend(records, Filters(as_of=datetime(2022, 1, 23, 12)))

    assert trend.steps["week"].rows()[-1] == (date(2022, 1, 17), date(2022, 1, 23), 3, False)
    assert trend.steps["month"]["whole"].to_list() == [False]


def test_long_after_the_programme_days_are_not_known_to_be_empty(records):
    trend = fetch_trend(records, Filters(as_of=datetime(2059, 1, 1)))

    assert trend.steps["day"]["until"].max() == date(2023, 9, 1)
    assert trend.comparisons == ()


def test_steps_follow_the_filters(records):
    trend = fetch_trend(records, Filters(sectors=("y-te",), units=("LD-40",)))

    assert trend.steps["month"]["uploads"].sum() == 5


def test_two_stretches_have_the_same_length_to_the_second(records):
    (week,) = fetch_trend(records, Filters(as_of=datetime(2022, 1, 24, 0, 0))).comparisons

    assert (week.since, week.until) == (datetime(2022, 1, 17), datetime(2022, 1, 24))
    assert (week.since_before, week.until_before) == (datetime(2022, 1, 10), datetime(2022, 1, 17))
    assert (week.count, week.count_before) == (12, 2)
    assert week.change_pct == 500


def test_a_stock_has_no_stretches(records):
    trend = fetch_trend(records, Filters(statuses=("review",)))

    assert trend.comparisons == ()
    assert trend.forecast.method == "stretch"


def test_too_little_history_gives_no_number(records):
    forecast = fetch_trend(records, Filters(phase=1)).forecast

    assert (forecast.method, forecast.low, forecast.middle, forecast.high) == ("thin", None, None, None)


def test_phase_two_goes_on_between_its_pace_and_the_shape_of_phase_one(prepared_url):
    drawing = a_programme(UNITS, "2022-07-01", [("2022-06-02 09:00", 40)])
    with closing(records_over(prepared_url, drawing)) as records:
        forecast = fetch_trend(records, Filters(phase=2, as_of=end_of_day(date(2022, 7, 1)))).forecast

    # In phase 1 everybody went on from there to four times as many; the last 7 days brought nothing.
    assert (forecast.method, forecast.examples, forecast.count) == ("shape", 11, 440)
    assert (forecast.low, forecast.middle, forecast.high) == (440, 880, 1760)


@pytest.mark.parametrize(("came", "bounds"), [(120, (11 * 150, 11 * 750)), (121, (None, None))])
def test_a_range_of_more_than_five_times_is_not_given(prepared_url, came, bounds):
    """41 days ago 30 had come, nothing in the last 7 days: from all going on as it is to growing as much again."""
    days = [("2022-02-01 09:00", 30), ("2022-03-20 09:00", came)]
    drawing = "unit | uploaded_at | count\n" + "\n".join(f"{unit} | {day} | {n}" for unit in UNITS for day, n in days)
    with closing(records_over(prepared_url, drawing)) as records:
        forecast = fetch_trend(records, Filters(phase=1, as_of=datetime(2022, 4, 20, 8))).forecast

    assert (forecast.low, forecast.high) == bounds


def test_trials_know_only_what_was_known_then(prepared_url):
    with closing(records_over(prepared_url, a_programme(UNITS, "2022-07-01"))) as records:
        trend = fetch_trend(records, Filters(as_of=end_of_day(date(2022, 6, 15))))

    over = [trial for trial in trend.trials if trial.kind == "records"]
    tried = [trial for trial in over if trial.forecast.end == date(2022, 5, 31)]
    assert [trial.actual for trial in tried] == [11 * 120] * 4
    # With 36 days left nothing had grown for 36 days: the forecast said so and was wrong.
    assert tried[2].forecast.method == "growth"
    assert (tried[2].forecast.middle, tried[2].inside, tried[2].error_pct) == (330, False, -75)


def test_a_forecast_of_a_running_phase_is_made_again_for_today_with_what_was_known_then(prepared_url):
    """41 days are left: it is made 41, 31, 20 and 10 days ago, with what had grown over as many days before."""
    drawing = "unit | uploaded_at | count\n" + "\n".join(
        f"{unit} | {day} 09:00 | {count}"
        for unit in UNITS
        for day, count in (("2022-01-20", 30), ("2022-02-20", 30), ("2022-03-28", 60), ("2022-04-19", 40))
    )
    with closing(records_over(prepared_url, drawing)) as records:
        trend = fetch_trend(records, Filters(phase=1, as_of=datetime(2022, 4, 20, 8)))

    assert (trend.forecast.method, trend.forecast.count) == ("growth", 11 * 160)
    tried = [trial for trial in trend.trials if trial.kind == "records"]
    assert [(trial.forecast.moment.date(), trial.forecast.count) for trial in tried] == [
        (date(2022, 3, 9), 11 * 60),
        (date(2022, 3, 19), 11 * 60),
        (date(2022, 3, 30), 11 * 120),
        (date(2022, 4, 9), 11 * 120),
    ]
    assert {trial.forecast.end for trial in tried} == {date(2022, 4, 19)}  # the last whole day
    assert {trial.actual for trial in tried} == {11 * 160}
    # Between what the last 7 days went on to (of 30/03 with its 660 of 28/03) and twice, or once, what there was.
    steady = [660, 660, 1320 + 660 / 7 * 20, 1320]
    assert [trial.forecast.steady for trial in tried] == pytest.approx(steady)
    grown = [11 * 120, 11 * 120, 11 * 240, 11 * 120]
    middles = [round(sqrt(one * other)) for one, other in zip(steady, grown, strict=True)]
    assert [trial.forecast.middle for trial in tried] == middles
    ends = [sorted((one, other)) for one, other in zip(steady, grown, strict=True)]
    assert [[trial.forecast.low, trial.forecast.high] for trial in tried] == [[round(x) for x in pair] for pair in ends]


def test_printed_counts_are_tried_on_the_next_one(records):
    trials = [t for t in fetch_trend(records, Filters()).trials if t.kind == "published"]

    late = next(t for t in trials if t.forecast.moment.date() == date(2022, 5, 11))
    assert (late.forecast.count, late.actual, late.inside) == (300000, 696948, False)
    assert 340000 < late.forecast.low < 360000


def test_without_records_only_printed_counts_speak(prepared_url):
    with closing(records_over(prepared_url)) as records:
        trend = fetch_trend(records, Filters())

    assert all(frame.is_empty() for frame in trend.steps.values())
    assert trend.comparisons == ()
    assert [trial.kind for trial in trend.trials if trial.kind == "records"] == []


def test_what_had_not_happened_yet_is_not_on_the_axis(records):
    known = fetch_trend(records, Filters(as_of=datetime(2022, 4, 20, 8))).happenings

    assert [happening.name_vi for happening in known][-1] == "Hội nghị Thái Nguyên"
