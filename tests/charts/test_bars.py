"""Horizontal bars."""

import pytest

from charts.kit.bars import Bar, Column, draw_bars
from charts.kit.theme import Look
from language.languages import VIETNAMESE


@pytest.mark.parametrize("wide", [True, False])
def test_one_of_many_has_a_bar_that_can_be_seen_and_none_has_none(wide: bool):
    look = Look(VIETNAMESE, wide=wide)
    bars = [Bar(name, value, ("",), "#123456") for name, value in (("a", 163_532), ("b", 1), ("c", 0), ("d", None))]

    drawn = draw_bars(look, bars, [Column(1.0)], foot=()).data[0]

    longest, one, none, unknown = drawn.x
    assert (longest, none, unknown) == (163_532, 0, 0)
    assert 1.9 <= one / longest * look.for_names <= 3
