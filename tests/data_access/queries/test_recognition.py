"""Counts of judged, recognised, rewarded and used initiatives, and how many days each step took."""

from datetime import date, datetime

from data_access.queries.recognition import fetch_recognition
from model.codes import Basis, Boundary
from model.filters import Filters, end_of_day

# The last two are not of the same month as their decision: days are counted on the calendar.
ROWS = """
unit |uploaded_at     |count|status |settled_at      |level     |applied|replicated|rewarded_at     |sector
LD-24|2022-02-01 08:00|3    |valid  |2022-02-04 09:00|grassroots|yes    |2         |                |
LD-24|2022-02-01 08:00|2    |valid  |2022-02-05 09:00|province  |no     |          |                |y-te
LD-27|2022-02-01 08:00|1    |valid  |2022-02-05 10:00|none      |       |          |2022-02-20 08:00|
LD-27|2022-02-28 08:00|4    |invalid|2022-03-01 09:00|          |       |          |                |
LD-38|2022-01-31 08:00|5    |review |                |          |       |          |                |y-te
"""


def at(*moment: int) -> Filters:
    return Filters(as_of=datetime(*moment) if len(moment) > 3 else end_of_day(date(*moment)))


def test_each_step_is_inside_the_one_before(records):
    recognition = fetch_recognition(records, Filters())

    assert dict(recognition.steps) == {
        "uploads": 15,
        "valid": 6,
        "grassroots": 5,
        "upper": 2,
        "province": 2,
    }  # nothing of the programme ever went higher
    assert recognition.level_unknown == 1


def test_days_from_upload_to_decision(records):
    recognition = fetch_recognition(records, at(2022, 3, 31))

    # 1 day: four (28/02 to 01/03); 3 days: three; 4 days: three.
    assert recognition.decided.buckets == (7, 3, 0, 0, 0, 0)
    assert (recognition.decided.median, recognition.decided.longest) == (3, 4)
    assert recognition.rewarded.buckets == (0, 0, 0, 1, 0, 0)
    assert recognition.rewarded.median == 15


def test_what_is_not_decided_yet_waits(records):
    recognition = fetch_recognition(records, at(2022, 2, 4))

    assert recognition.decided.total == recognition.counts["valid"] == 3
    # Six uploaded on 01/02 of which three are decided, and five since 31/01.
    assert (recognition.waiting.total, recognition.waiting.buckets[:2], recognition.waiting.longest) == (8, (3, 5), 4)
    assert recognition.waiting.total == recognition.counts["review"]
    assert recognition.rewarded.total == 0


def test_a_moment_inside_a_day_knows_only_what_came_before(records):
    recognition = fetch_recognition(records, at(2022, 2, 5, 9, 30))

    assert recognition.decided.total == recognition.counts["valid"] == 5
    assert recognition.use.total == 5


def test_use_speaks_of_valid_initiatives_only(records):
    use = fetch_recognition(records, Filters()).use

    assert (use.applied, use.not_applied, use.unknown) == (3, 2, 1)
    assert (use.replicated, use.places) == (3, 6)


def test_statuses_are_the_subject_and_filter_nothing(records):
    chosen = fetch_recognition(records, Filters(statuses=("review",)))

    assert chosen.counts["uploads"] == 15
    assert chosen.steps == fetch_recognition(records, Filters()).steps


def test_other_filters_do(records):
    recognition = fetch_recognition(records, Filters(sectors=("y-te",), units=("LD-24",)))

    assert (recognition.counts["uploads"], recognition.decided.total, recognition.use.not_applied) == (2, 2, 2)


def test_backlog_by_unit_and_by_province_of_2025(records):
    old, new = (fetch_recognition(records, Filters(boundary=b)).units for b in (Boundary.OLD, Boundary.NEW))

    assert old["unit_code"].to_list() == ["LD-38", "LD-24", "LD-27"]
    assert new.filter(new["unit_code"] == "34:24").select("uploads", "valid", "invalid").row(0) == (10, 6, 4)
    assert new["valid_pct"].to_list() == [0, 60]


def test_printed_ladders_are_shown_as_they_are(records):
    recognition = fetch_recognition(records, Filters(programme="phu-xuyen-5-nam"))

    levels, titles = recognition.printed
    assert levels.frame["uploads"].to_list() == [3055, 1560, 10, 5]
    assert titles.frame["uploads"].to_list() == [97, 23, 5]
    assert recognition.counts is None and recognition.use is None


def test_published_figures_have_no_days(records):
    recognition = fetch_recognition(records, Filters(basis=Basis.PUBLISHED))

    assert (recognition.counts, recognition.decided, recognition.use, recognition.units.height) == (None, None, None, 0)
