import pytest

from model.exactness import (
    bounds_of,
    is_above,
    leaves_open,
    opposite_direction,
    ratio_qualifier,
    reached_word,
    size_qualifier,
    sum_qualifier,
    with_sign,
)


@pytest.mark.parametrize(
    ("counted", "target", "share"),
    [
        (None, None, None),
        ("đúng", "đúng", None),  # as sources print it
        ("hơn", None, "hơn"),  # more than 163.532 of 300.000 is more than 54,51%
        (None, "ít nhất", "nhiều nhất"),  # of at least 10.000
        (None, "trên", "dưới"),
        ("làm tròn", None, "khoảng"),
        ("hơn", "ít nhất", "khoảng"),  # pull apart
        ("hơn", "gần", "hơn"),
    ],
)
def test_what_is_computed_of_inexact_numbers_keeps_their_direction(counted, target, share):
    assert ratio_qualifier(counted, target) == share


@pytest.mark.parametrize(
    ("word", "gap", "size"),
    [("nhiều nhất", -5, "ít nhất"), ("hơn", -5, "dưới"), ("hơn", 5, "hơn"), (None, -5, None), ("khoảng", -5, "khoảng")],
)
def test_the_size_of_what_is_missing_runs_against_the_gap(word, gap, size):
    assert size_qualifier(word, gap) == size


def test_what_is_not_known_has_no_sign():
    assert (with_sign("−5", "nhiều nhất"), with_sign("–", "nhiều nhất")) == ("≤ −5", "–")


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ((), None),
        ((None, None), None),
        ((None, "ít nhất"), "ít nhất"),
        (("ít nhất", "ít nhất"), "ít nhất"),
        (("ít nhất", "hơn"), "hơn"),
        (("tối thiểu", None), "ít nhất"),
        (("ít nhất", "khoảng"), "khoảng"),
        (("ít nhất", "gần"), "khoảng"),
        (("làm tròn", None), "khoảng"),
    ],
)
def test_a_sum_keeps_the_direction_that_its_parts_share(words, word):
    assert sum_qualifier(words) == word


@pytest.mark.parametrize(
    ("count", "word", "above"),
    [
        (84, None, True),
        (83, "đúng", False),
        (84, "ít nhất", True),  # at least 83 is what is asked
        (84, "tối thiểu", True),
        (83, "ít nhất", False),
        (84, "hơn", None),
        (85, "hơn", True),
        (83, "hơn", False),
        (84, "nhiều nhất", True),
        (83, "gần", None),
        (84, "khoảng", None),
        (83, "làm tròn", None),
        (88, "khoảng", True),  # more than a twentieth above
        (78, "khoảng", False),
    ],
)
def test_a_count_is_above_an_inexact_target_only_where_that_is_certain(count, word, above):
    assert is_above(count, 83, word) is above


@pytest.mark.parametrize(
    ("word", "least", "most"),
    [
        (None, 100, 100),
        ("đúng", 100, 100),
        ("khoảng", 95, 105),
        ("làm tròn", 95, 105),
        ("gần", 90, 100),
        ("hơn", 100, 110),
        ("ít nhất", 100, float("inf")),
        ("tối thiểu", 100, float("inf")),
        ("nhiều nhất", 0, 100),
    ],
)
def test_a_printed_number_stands_for_a_range(word, least, most):
    assert bounds_of(100, word) == pytest.approx((least, most))


@pytest.mark.parametrize(
    ("counted", "target", "share", "is_open"),
    [
        (None, None, None, False),
        (None, "ít nhất", "nhiều nhất", False),  # 18.549 of at least 130.000 are at most 14,27%; 130.000 have met it
        (None, "tối thiểu", "nhiều nhất", False),
        (None, "trên", "dưới", False),
        (None, "khoảng", "khoảng", True),
        ("hơn", "ít nhất", "khoảng", True),
        ("hơn", "khoảng", "khoảng", True),
    ],
)
def test_of_a_target_of_at_least_so_many_shares_are_at_most_and_the_verdict_is_its_number(
    counted, target, share, is_open
):
    assert reached_word(counted, target) == share
    assert opposite_direction(share) == {"nhiều nhất": "ít nhất", "dưới": "hơn"}.get(share, share)  # of what is needed
    assert leaves_open(counted, target) is is_open
