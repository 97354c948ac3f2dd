import pytest

from model.exactness import is_above, ratio_qualifier, size_qualifier, sum_qualifier, with_sign


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
        (84, "ít nhất", None),  # the limit may be 90
        (84, "tối thiểu", None),
        (83, "ít nhất", False),
        (83, "hơn", False),
        (84, "nhiều nhất", True),
        (83, "gần", None),
        (84, "khoảng", None),
        (83, "làm tròn", None),
    ],
)
def test_a_count_is_above_an_inexact_limit_only_where_that_is_certain(count, word, above):
    assert is_above(count, 83, word) is above
