from datetime import date, datetime

import pytest

from data_access.rules.pace import days_early, pace_at
from model.filters import end_of_day

START, END = date(2022, 1, 8), date(2022, 5, 31)


@pytest.mark.parametrize(
    ("moment", "passed", "left"),
    [
        (datetime(2022, 4, 20, 8), 71.33, 41),
        (datetime(2022, 1, 8, 23), 0, 143),
        (datetime(2022, 5, 31), 100, 0),
        (datetime(2022, 10, 3, 15, 34), 100, 0),
        (datetime(2021, 12, 15), 0, 144),
    ],
)
def test_time_passes_from_the_first_day_to_the_last(moment: datetime, passed: float, left: int):
    pace = pace_at(moment, START, END)

    assert (round(pace.passed_pct, 2), pace.days_left) == (passed, left)


def test_a_programme_without_dates_has_no_pace():
    pace = pace_at(datetime(2022, 4, 20), None, None)

    assert (pace.passed_pct, pace.days_left) == (None, None)


def test_how_early_a_target_was_met_is_counted_to_the_start_of_the_last_day():
    assert days_early(datetime(2022, 10, 3, 15, 34), date(2023, 9, 1)) == 332
    assert days_early(end_of_day(date(2022, 5, 11)), END) == 20
    assert days_early(None, END) is days_early(datetime(2022, 5, 11), None) is None
