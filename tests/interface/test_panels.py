"""Cards beside each other."""

import pytest

from interface.widgets.panels import columns_that_fill


@pytest.mark.parametrize(
    ("cards", "most", "columns"),
    [
        (1, 4, 1),
        (2, 4, 2),
        (3, 4, 3),
        (4, 3, 2),
        (5, 4, 3),
        (6, 4, 3),
        (7, 4, 4),
        (8, 4, 4),
        (8, 3, 2),
        (9, 4, 3),
        (0, 4, 1),
    ],
)
def test_cards_fill_their_rows(cards: int, most: int, columns: int):
    """Six cards in rows of five left one alone."""
    assert columns_that_fill(cards, most) == columns
