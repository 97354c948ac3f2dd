from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.rounding import half_up, printed_difference


@pytest.mark.parametrize(
    ("number", "digits", "rounded"),
    [(1.125, 2, "1.13"), (-0.125, 2, "-0.13"), (16.345, 2, "16.35"), (0.5, 0, "1"), (2.5, 0, "3"), (7, 2, "7.00")],
)
def test_half_goes_up(number: float, digits: int, rounded: str):
    assert str(half_up(number, digits)) == rounded


@given(thousandths=st.integers(-(10**9), 10**9))
def test_what_is_read_to_a_thousandth_is_rounded_exactly(thousandths: int):
    sign = -1 if thousandths < 0 else 1
    exact = sign * ((abs(thousandths) + 5) // 10)
    assert Fraction(half_up(thousandths / 1000, 2)) * 100 == exact


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [(66.0838, 66.0872, 0.01), (35.5164, 35.6829, 0.16), (23.654, 19.646, -4.0), (100.0, 100.0, 0.0)],
)
def test_differences_are_those_of_the_printed_numbers(one: float, other: float, difference: float):
    assert printed_difference(one, other) == difference
