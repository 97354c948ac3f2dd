"""Courses of sides are labelled at their ends, in full and without overlap."""

from itertools import pairwise

import pytest

from charts.compare import _HEIGHT, _LINE, _spread


@pytest.mark.parametrize(
    ("ends", "lines"),
    [
        ([0.1, 0.93], [1, 1]),
        ([0.0, 0.02], [3, 2]),
        ([0.93, 0.92, 0.91], [2, 1, 3]),
        ([0.5, 0.5, 0.5, 0.5, 0.5, 0.5], [1, 2, 1, 2, 1, 1]),
    ],
)
def test_names_of_several_lines_stand_apart_and_within_the_chart(ends: list[float], lines: list[int]):
    placed = sorted(zip(_spread(ends, lines), lines, strict=True))

    for (low, below), (high, above) in pairwise(placed):
        assert (high - low) * _HEIGHT >= (below + above) / 2 * _LINE - 1e-6
    for height, count in placed:
        assert (count - 1) * _LINE / 2 - 1e-6 <= height * _HEIGHT <= _HEIGHT - (count - 1) * _LINE / 2 + 1e-6


def test_a_name_that_has_room_stays_where_its_course_ends():
    assert _spread([0.4, 0.9], [1, 1]) == [0.4, 0.9]
