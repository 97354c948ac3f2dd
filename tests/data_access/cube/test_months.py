"""Sums of whole months, and of the days before and after them, equal those of the days."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from data_access.cube.columns import LAST_DAY, WEIGHTS, Columns, day_number, from_numbers, slots_of
from data_access.cube.months import by_month, stretches
from data_access.cube.tally import Tally
from model.codes import Event
from model.dimensions import DIMENSIONS

DAYS = [date(2021, 12, 30) + timedelta(days=n) for n in range(0, 130, 3)]


def cells() -> Columns:
    draw = np.random.default_rng(1)
    size = 500
    days = np.array([day.year * 10_000 + day.month * 100 + day.day for day in DAYS])[draw.integers(0, len(DAYS), size)]
    numbers = {name: draw.integers(0, 4, size) for name in DIMENSIONS}
    events = draw.integers(1, 5, size)
    return from_numbers(slots_of(events, days), numbers, draw.integers(1, 9, size), draw.integers(0, 10**9, size))


CELLS = cells()
VIEW = CELLS.grouped(("unit_id", "benefit_band"))
MONTHS = by_month(VIEW)


def counted(parts, event):
    tally = Tally({"unit_id": 4})
    for columns, stretch in parts:
        tally.add(event, columns, stretch, WEIGHTS)
    sums = tally.sums()
    return [sums.of(event, weight).tolist() for weight in WEIGHTS]


@given(
    st.sampled_from(Event),
    st.sampled_from([0, *map(day_number, DAYS)]) | st.integers(18_980, 19_130),
    st.sampled_from([0, LAST_DAY, *map(day_number, DAYS)]) | st.integers(18_980, 19_130),
)
def test_any_stretch_of_time_counts_the_same(event, first, last):
    assert counted(stretches(VIEW, MONTHS, event, first, last), event) == counted(
        [(VIEW, VIEW.stretch(event, first, last))], event
    )


def test_a_year_is_read_from_its_months():
    months = [columns is MONTHS for columns, stretch in stretches(VIEW, MONTHS, Event.UPLOADED, 0, LAST_DAY)]
    assert any(months) and len(MONTHS) < len(VIEW)


def test_without_months_there_are_only_days():
    ((columns, _),) = stretches(VIEW, None, Event.UPLOADED, 0, LAST_DAY)
    assert columns is VIEW
