from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from model.shares import shares_of


@pytest.mark.parametrize(
    ("counts", "whole", "shares"),
    [
        ([1_301, 446, 75], 1_822, [71.40, 24.48, 4.12]),  # Sơn Tây 2024: each alone would be rounded to 100,01%
        ([380_656, 168_921, 110_976, 36_395], 696_948, [54.62, 24.24, 15.92, 5.22]),
        ([1, 2], 4, [25, 50]),  # a part of the whole is missing
        ([1, 1, 1], 3, [33.33, 33.33, 33.33]),  # equals stay equal
        ([10, 0], 10, [100, 0]),
        ([], 10, []),
        ([5], 0, [None]),
        ([5], None, [None]),
    ],
)
def test_shares_add_up_as_they_are_written(counts: list[int], whole: int, shares: list[float]):
    assert shares_of(counts, whole) == shares


def test_something_is_never_nothing_and_not_all_is_never_all():
    little, much = shares_of([1, 999_999], 1_000_000)

    assert 0 < little < 0.005
    assert 99.99 <= much < 100


@given(some.lists(some.integers(0, 10**6), min_size=1, max_size=12))
def test_every_share_is_within_a_hundredth_and_equals_are_equal(counts: list[int]):
    whole = sum(counts)
    shares = shares_of(counts, whole)

    if not whole:
        assert set(shares) == {None}
        return
    assert all(abs(share - 100 * n / whole) <= 0.01 + 1e-9 for share, n in zip(shares, counts, strict=True))
    assert len(set(zip(counts, shares, strict=True))) == len(set(counts))
    if len(set(counts)) == len(counts) and all(share == round(share, 2) for share in shares):
        assert sum(Decimal(str(share)) for share in shares) == 100
