"""Sums, medians and concentration of benefit; a benefit nobody computed is never zero."""

from datetime import date

import pytest

from data_access.queries.value import fetch_value
from model.codes import Basis, Measure
from model.filters import Filters, end_of_day

# 100 computed ones: 96 of 1 million, three of 100 million and one of 40 billion. Five are not computed.
ROWS = """
unit  | uploaded_at      | count | benefit     | sector | status
LD-38 | 2022-02-01 08:00 | 96    | 1000000     | y-te   | valid
LD-38 | 2022-02-02 08:00 | 3     | 100000000   |        |
LD-40 | 2022-02-03 08:00 | 1     | 40000000000 | sxkd   |
LD-40 | 2022-02-03 09:00 | 5     |             | sxkd   |
"""


def test_sum_mean_and_median_speak_of_the_computed_ones(records):
    value = fetch_value(records, Filters())

    assert (value.uploads, value.computed, value.total) == (105, 100, 40_396_000_000)
    assert (value.mean, value.median) == (403_960_000, 1_000_000)


def test_bands_add_up_to_what_was_uploaded(records):
    bands = {code: (count, total) for code, count, total in fetch_value(records, Filters()).bands}

    assert bands["under-30"] == (99, 396_000_000)
    assert bands["30-100"] == (1, 40_000_000_000)
    assert bands["none"] == (5, 0)
    assert sum(count for count, _ in bands.values()) == 105


def test_the_most_valuable_percents(records):
    held = {each.percent: each for each in fetch_value(records, Filters()).concentration}

    assert (held[1].count, held[1].benefit_vnd) == (1, 40_000_000_000)
    # Five: the large one, the three and one of the many.
    assert (held[5].count, held[5].benefit_vnd) == (5, 40_301_000_000)
    assert held[1].share_pct == pytest.approx(99.0197, abs=1e-3)


def test_the_largest_come_first_with_their_union(records):
    first, second = fetch_value(records, Filters()).largest[:2]

    assert (first["benefit_vnd"], first["unit_code"]) == (40_000_000_000, "LD-40")
    assert second["benefit_vnd"] == 100_000_000


def test_filters_narrow_everything(records):
    value = fetch_value(records, Filters(units=("LD-38",), as_of=end_of_day(date(2022, 2, 1))))

    assert (value.uploads, value.computed, value.total, value.median) == (96, 96, 96_000_000, 1_000_000)
    assert len(value.largest) == 10
    assert value.sectors["sector_code"].to_list() == ["y-te"]


def test_valid_as_a_measure_means_the_same_for_sums_and_rows(records):
    value = fetch_value(records, Filters(measure=Measure.VALID))

    assert (value.total, value.largest[0]["benefit_vnd"]) == (96_000_000, 1_000_000)


def test_where_nothing_is_computed_nothing_is_zero(records):
    value = fetch_value(records, Filters(sectors=("giao-duc",)))

    assert (value.mean, value.median, value.concentration, value.largest) == (None, None, (), ())


def test_printed_totals_are_no_records(records):
    assert not fetch_value(records, Filters(basis=Basis.PUBLISHED)).known
    assert not fetch_value(records, Filters(programme="75n")).known
