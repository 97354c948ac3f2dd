"""What was judged, recognised, rewarded and used; and how long each took, to the day."""

from contextlib import closing
from datetime import date, datetime

import pytest

from data_access.queries.recognition import fetch_recognition
from model.codes import Basis, Boundary
from model.filters import Filters, end_of_day
from tests.data_access.drawn_programme import records_over

# The last two are not of the same month as their decision: days are counted on the calendar.
ROWS = """
unit |uploaded_at     |count|status |settled_at      |level     |applied|replicated|rewarded_at     |sector
LD-24|2022-02-01 08:00|3    |valid  |2022-02-04 09:00|grassroots|yes    |2         |                |
LD-24|2022-02-01 08:00|2    |valid  |2022-02-05 09:00|province  |no     |          |                |y-te
LD-27|2022-02-01 08:00|1    |valid  |2022-02-05 10:00|none      |       |          |2022-02-20 08:00|
LD-27|2022-02-28 08:00|4    |invalid|2022-03-01 09:00|          |       |          |                |
LD-38|2022-01-31 08:00|5    |review |                |          |       |          |                |y-te
"""


@pytest.fixture
def records(prepared_url: str):
    with closing(records_over(prepared_url, ROWS)) as records:
        yield records


def at(*moment: int) -> Filters:
    return Filters(as_of=datetime(*moment) if len(moment) > 3 else end_of_day(date(*moment)))


def test_each_step_is_inside_the_one_before(records):
    found = fetch_recognition(records, Filters())

    assert dict(found.steps) == {
        "uploads": 15,
        "valid": 6,
        "grassroots": 5,
        "upper": 2,
        "province": 2,
    }  # nothing of the programme ever went higher
    assert found.level_unknown == 1


def test_days_from_upload_to_decision(records):
    found = fetch_recognition(records, at(2022, 3, 31))

    # 1 day: four (28/02 to 01/03); 3 days: three; 4 days: three.
    assert found.decided.buckets == (7, 3, 0, 0, 0, 0)
    assert (found.decided.median, found.decided.longest) == (3, 4)
    assert found.rewarded.buckets == (0, 0, 0, 1, 0, 0)
    assert found.rewarded.median == 15


def test_what_is_not_decided_yet_waits(records):
    found = fetch_recognition(records, at(2022, 2, 4))

    assert found.decided.total == found.counts["valid"] == 3
    # Six uploaded on 01/02 of which three are decided, and five since 31/01.
    assert (found.waiting.total, found.waiting.buckets[:2], found.waiting.longest) == (8, (3, 5), 4)
    assert found.waiting.total == found.counts["review"]
    assert found.rewarded.total == 0


def test_a_moment_inside_a_day_knows_only_what_came_before(records):
    found = fetch_recognition(records, at(2022, 2, 5, 9, 30))

    assert found.decided.total == found.counts["valid"] == 5
    assert found.use.total == 5


def test_use_speaks_of_valid_initiatives_only(records):
    use = fetch_recognition(records, Filters()).use

    assert (use.applied, use.not_applied, use.unknown) == (3, 2, 1)
    assert (use.replicated, use.places) == (3, 6)


def test_statuses_are_the_subject_and_filter_nothing(records):
    chosen = fetch_recognition(records, Filters(statuses=("review",)))

    assert chosen.counts["uploads"] == 15
    assert chosen.steps == fetch_recognition(records, Filters()).steps


def test_other_filters_do(records):
    found = fetch_recognition(records, Filters(sectors=("y-te",), units=("LD-24",)))

    assert (found.counts["uploads"], found.decided.total, found.use.not_applied) == (2, 2, 2)


def test_backlog_by_unit_and_by_province_of_2025(records):
    old, new = (fetch_recognition(records, Filters(boundary=b)).units for b in (Boundary.OLD, Boundary.NEW))

    assert old["unit_code"].to_list() == ["LD-38", "LD-24", "LD-27"]
    assert new.filter(new["unit_code"] == "34:24").select("uploads", "valid", "invalid").row(0) == (10, 6, 4)
    assert new["valid_pct"].to_list() == [0, 60]


def test_printed_ladders_are_told_as_they_are(records):
    found = fetch_recognition(records, Filters(programme="phu-xuyen-5-nam"))

    levels, titles = found.printed
    assert levels.frame["uploads"].to_list() == [3055, 1560, 10, 5]
    assert titles.frame["uploads"].to_list() == [97, 23, 5]
    assert found.counts is None and found.use is None


def test_published_figures_have_no_days(records):
    found = fetch_recognition(records, Filters(basis=Basis.PUBLISHED))

    assert (found.counts, found.decided, found.use, found.units.height) == (None, None, None, 0)
