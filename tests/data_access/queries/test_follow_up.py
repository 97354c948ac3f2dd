"""Units to call: below the needed pace, or silent; units that met their target or go fast enough are not."""

from datetime import date, datetime

import pytest

from data_access.queries.follow_up import fetch_behind
from data_access.queries.targets import fetch_targets
from model.codes import Basis, Boundary
from model.filters import Filters

# As of 20/04/2022 08:00 of phase 1: 41 days are left.
ROWS = """
unit  | uploaded_at      | count
LD-38 | 2022-04-01 09:00 | 10
LD-38 | 2022-04-15 09:00 | 3
LD-40 | 2022-04-15 09:00 | 60
LD-01 | 2022-04-13 08:00 | 50
LD-79 | 2022-04-01 09:00 | 100
LD-30 | 2022-03-01 09:00 | 5
LD-24 | 2022-04-20 08:01 | 9
"""
TARGETS = """
unit  | phase | kind       | value
LD-38 | 1     | registered | 95
LD-40 | 1     | registered | 400
LD-01 | 1     | registered | 91
LD-79 | 1     | registered | 100
LD-24 | 1     | registered | 40
"""
MEETING = Filters(as_of=datetime(2022, 4, 20, 8), phase=1)


def test_who_is_behind_and_by_how_much_a_day(records):
    behind = fetch_behind(records, MEETING.changed(units=("LD-38", "LD-40", "LD-01", "LD-79", "LD-30", "LD-24")))

    texts = [(one.unit.code, one.uploads, one.gap, one.needed, one.last_week) for one in behind.units]
    assert texts == [
        ("LD-38", 13, -82, 2, 3),  # 82 in 41 days
        ("LD-01", 50, -41, 1, 0),  # the week begins after 13/04 08:00; more is missing than of the next
        ("LD-24", 0, -40, 1, 0),  # its upload came a minute after the moment
        ("LD-30", 5, None, None, 0),  # no target, but silent
    ]
    assert (behind.considered, behind.without_target, behind.days_left) == (6, 1, 41)
    assert [one.last_day for one in behind.units] == [
        date(2022, 4, 15), date(2022, 4, 13), None, date(2022, 3, 1),
    ]  # fmt: skip


def test_after_the_end_nobody_needs_a_pace(records):
    behind = fetch_behind(records, Filters(as_of=datetime(2022, 6, 20), phase=1, units=("LD-38", "LD-79")))

    assert [(one.unit.code, one.needed) for one in behind.units] == [("LD-38", None)]


def test_after_the_end_all_that_missed_their_target_are_named(records):
    """Those that sent something in the last week, too: as many as the targets page counts."""
    filters = Filters(as_of=datetime(2022, 6, 20), phase=1)
    behind, targets = fetch_behind(records, filters), fetch_targets(records, filters)

    assert [one.unit.code for one in behind.missed] == ["LD-40", "LD-38", "LD-01", "LD-24"]
    assert {one.unit.code for one in behind.missed} == set(targets.filter(status="missed")["unit_code"])


def test_before_the_first_day_nobody_is_late(records):
    assert fetch_behind(records, Filters(as_of=datetime(2021, 12, 20))) is None


@pytest.mark.parametrize("changes", [{"sectors": ("y-te",)}, {"basis": Basis.PUBLISHED}, {"since": date(2022, 4, 1)}])
def test_where_targets_say_nothing_there_is_no_list(records, changes):
    assert fetch_behind(records, MEETING.changed(**changes)) is None


def test_provinces_of_2025_are_called_as_themselves(records):
    """On every part of a page Thanh Hóa stays alone, and Bắc Giang and Bắc Ninh are one."""
    filters = MEETING.changed(units=("LD-38", "LD-24", "LD-27", "LD-30"), boundary=Boundary.NEW)
    behind, targets = fetch_behind(records, filters), fetch_targets(records, filters)

    texts = [(one.unit.code, one.uploads, one.target, one.gap, one.needed) for one in behind.units]
    assert texts == [("34:38", 13, 95, -82, 2), ("34:24", 0, 40, -40, 1), ("34:31", 5, None, None, None)]
    assert (behind.considered, behind.without_target) == (3, 1)
    rows = {row["unit_code"]: row for row in targets.iter_rows(named=True)}
    for one in behind.units:
        row = rows[one.unit.code]
        assert (one.uploads, one.target, one.gap, one.needed) == (
            row["uploads"],
            row["target"],
            row["gap"],
            row["needed"],
        )
