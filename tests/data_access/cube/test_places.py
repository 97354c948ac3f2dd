"""Places of wanted numbers equal those found by looking at every cell."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from data_access.cube.places import Places

COLUMNS = st.lists(st.integers(0, 20), max_size=200).map(lambda numbers: np.array(numbers, dtype=np.uint8))


@given(COLUMNS, st.sets(st.integers(0, 20), max_size=5))
def test_few_places_are_those_of_the_wanted_numbers(column, numbers):
    wanted = np.zeros(int(column.max(initial=0)) + 1, dtype=bool)
    wanted[[number for number in numbers if number < len(wanted)]] = True
    all_of_them = np.flatnonzero(wanted[column])

    places = Places(column).of_few(wanted)

    if len(all_of_them) * 8 > len(column):
        assert places is None
    else:
        assert places.tolist() == all_of_them.tolist()


def test_nothing_is_found_in_nothing():
    nothing = np.array([], dtype=np.uint8)

    assert Places(nothing).of_few(np.array([True])).tolist() == []
