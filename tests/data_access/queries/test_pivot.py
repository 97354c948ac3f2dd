"""Cross tables: every cell, and the sums over sums."""

from contextlib import closing

import pytest

from data_access.queries.pivot import fetch_pivot
from model.filters import Filters
from model.pivot import DIMENSIONS
from tests.data_access.drawn_programme import records_over

ROWS = """
unit  | uploaded_at      | sector  | status | decided_at       | count
LD-38 | 2022-02-01 09:00 | y-te    | valid  | 2022-02-02 09:00 | 1
LD-38 | 2022-02-01 09:00 | y-te    | review | -                | 3
LD-38 | 2022-03-01 09:00 | hcsn    | valid  | 2022-03-02 09:00 | 6
LD-01 | 2022-03-31 23:00 | hcsn    | review | -                | 2
"""


def test_cells_and_totals(prepared_url):
    with closing(records_over(prepared_url, ROWS)) as records:
        counts = fetch_pivot(records, Filters(), "unit", "month", "uploads")
        rates = fetch_pivot(records, Filters(), "unit", "sector", "valid_pct")

        cells = {(row["down"], row["across"]): row["part"] for row in counts.cells.iter_rows(named=True)}
        assert cells == {("LD-38", "2022-02"): 4, ("LD-38", "2022-03"): 6, ("LD-01", "2022-03"): 2}
        assert (counts.value(), counts.value(("LD-38",)), counts.value(None, "2022-03")) == (12, 10, 8)
        assert counts.value(("LD-01",), "2022-02") is None
        # 7 valid of 10, not the mean of 25 % and 100 %.
        assert (rates.value(("LD-38",), "y-te"), rates.value(("LD-38",))) == (25, 70)
        assert round(rates.value(), 2) == 58.33


@pytest.mark.parametrize("down", DIMENSIONS)
def test_every_pair_adds_up_to_the_whole(prepared_url, down):
    with closing(records_over(prepared_url, ROWS)) as records:
        for across in DIMENSIONS:
            if across != down:
                assert fetch_pivot(records, Filters(), down, across, "uploads").value() == 12
