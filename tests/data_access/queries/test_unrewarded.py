"""Valid initiatives without a reward at a moment, by age and unit; only rows the reader may see are listed."""

from datetime import datetime

import pytest

from data_access.database.errors import NotListed
from data_access.queries.recognition import fetch_unrewarded
from data_access.rows.unrewarded import oldest_unrewarded
from data_access.store.records import Records
from data_access.store.scoped import records_for
from model.filters import Filters
from model.reader import Reader, Role

ROWS = """
unit  | uploaded_at      | count | status  | settled_at       | rewarded_at
LD-38 | 2022-02-01 08:00 | 3     | valid   | 2022-02-01 09:00 |
LD-38 | 2022-02-01 08:00 | 2     | valid   | 2022-03-01 09:00 | 2022-04-10 12:00
LD-38 | 2022-02-01 08:00 | 4     | invalid | 2022-02-05 09:00 |
LD-38 | 2022-02-01 08:00 | 5     |         |                  |
LD-40 | 2022-02-01 08:00 | 1     | valid   | 2022-04-11 09:00 |
LD-01 | 2022-02-01 08:00 | 6     | valid   | 2022-02-02 09:00 | 2022-02-03 09:00
LD-01 | 2022-04-20 08:00 | 1     |         |                  |
"""


def test_they_are_counted_by_unit_and_age(records: Records):
    unrewarded = fetch_unrewarded(records, Filters())

    assert unrewarded.units.select(
        "unit_code", "unrewarded", "over_60_days", "unrewarded_pct", "longest_days"
    ).rows() == [
        ("LD-38", 3, 3, 60.0, 78),
        ("LD-40", 1, 0, 100.0, 9),
    ]
    assert (unrewarded.waits.total, unrewarded.waits.longest, unrewarded.waits.buckets) == (4, 78, (0, 0, 1, 0, 0, 3))


@pytest.mark.parametrize(
    ("moment", "counts"),
    [
        (datetime(2022, 4, 10, 11, 59), {"LD-38": 5}),  # not rewarded yet
        (datetime(2022, 4, 10, 12), {"LD-38": 3}),
        (datetime(2022, 4, 11, 8, 59), {"LD-38": 3}),  # not valid yet
        (datetime(2022, 2, 2, 12), {"LD-38": 3, "LD-01": 6}),
    ],
)
def test_a_past_moment_is_shown_as_of_then(records: Records, moment: datetime, counts: dict[str, int]):
    unrewarded = fetch_unrewarded(records, Filters(as_of=moment))

    assert dict(unrewarded.units.select("unit_code", "unrewarded").iter_rows()) == counts


def test_statuses_change_nothing_and_units_do(records: Records):
    assert fetch_unrewarded(records, Filters(statuses=("review",))).waits.total == 4
    assert fetch_unrewarded(records, Filters(units=("LD-40",))).waits.total == 1


def test_the_list_begins_with_the_oldest_and_ends_at_ones_own_units(records: Records):
    everything = oldest_unrewarded(records, Filters(), 10)
    own = oldest_unrewarded(records_for(records, Reader("s@example.vn", Role.STAFF, ("LD-40",))), Filters(), 10)

    assert [row["settled_at"].day for row in everything] == [1, 1, 1, 11]
    assert [row["settled_at"].day for row in own] == [11]
    with pytest.raises(NotListed):
        oldest_unrewarded(records_for(records, Reader("v@example.vn", Role.VIEWER)), Filters(), 10)
