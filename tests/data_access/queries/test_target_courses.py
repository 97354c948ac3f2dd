"""Weekly courses of units towards their targets."""

from datetime import date, datetime

from data_access.queries.target_courses import fetch_target_courses
from model.codes import Basis
from model.filters import Filters

ROWS = """
unit  | uploaded_at      | count
LD-38 | 2022-01-08 09:00 | 2
LD-38 | 2022-01-09 09:00 | 3
LD-38 | 2022-01-20 08:01 | 9
LD-01 | 2022-01-15 09:00 | 5
LD-40 | 2022-01-15 09:00 | 6
"""
TARGETS = """
unit  | phase | kind       | value
LD-38 | 1     | registered | 10
LD-01 | 1     | registered | 4
LD-40 | 1     | guided     | 4
LD-79 | 1     | registered | 4
"""
MEETING = Filters(as_of=datetime(2022, 1, 20, 8), phase=1)


def test_a_point_a_week_and_the_last_day_best_unit_first(records):
    courses = fetch_target_courses(records, MEETING.changed(units=("LD-38", "LD-01", "LD-40", "LD-79")))

    days = [date(2022, 1, 8), date(2022, 1, 15), date(2022, 1, 20)]
    texts = [(row["unit_code"], row["day"], row["reached_pct"]) for row in courses.iter_rows(named=True)]
    # LD-40 has no registered target, LD-79 has reported nothing; what came a minute after the moment does not count.
    assert texts == [
        *zip(["LD-01"] * 3, days, [0.0, 125.0, 125.0], strict=True),
        *zip(["LD-38"] * 3, days, [20.0, 50.0, 50.0], strict=True),
    ]


def test_printed_figures_have_no_course(records):
    assert fetch_target_courses(records, MEETING.changed(basis=Basis.PUBLISHED)).is_empty()
