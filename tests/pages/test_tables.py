"""Tables of numbers: no column is narrower than what it holds."""

import polars as pl
import pytest

from interface.widgets.tables import headings
from language.languages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("value", [60_000, 1_000_000])
def test_a_number_longer_than_its_heading_has_room(language, value: int):
    widths = headings(pl.DataFrame({"assigned": [None, value]}), language)["assigned"]["width"]
    assert widths is None or widths >= 8 * len(language.numbers.count(value))
    assert widths is not None or len(language.tables.columns["assigned"]) > len(language.numbers.count(value))
