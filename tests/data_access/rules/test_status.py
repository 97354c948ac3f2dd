"""One verdict: met at any time, judged by the pace of 7 full days while running, and by the total after the end."""

from datetime import datetime

import pytest

from data_access.queries.overview import fetch_overview
from data_access.rules.status import Course, judge
from model.codes import Basis, TargetStatus
from model.filters import Filters
from tests.live_records import live_records

RUNNING = Course(week=70, days_left=10)

# counted, target, course, verdict
CASES = [
    (101, 100, RUNNING, "exceeded"),
    (100, 100, RUNNING, "met"),
    (100, 100, Course(is_over=True), "met"),
    (101, 100, Course(is_early=True), "exceeded"),  # said before the end and from the first day on
    (0, 100, RUNNING, "not_reported"),
    (None, 100, RUNNING, "not_reported"),
    (5, None, RUNNING, "no_target"),
    (900, 1000, RUNNING, "on_track"),  # 10 a day, 10 a day needed
    (899, 1000, RUNNING, "behind"),
    (1, 1000, Course(week=700, days_left=10), "on_track"),  # however little of the target, however much of the time
    (999, 1000, Course(week=0, days_left=300), "behind"),
    (900, 1000, Course(week=700, days_left=0), "on_track"),  # on the last day all that is missing
    (899, 1000, Course(week=700, days_left=0), "behind"),
    (999, 1000, Course(week=700, days_left=0, is_over=True), "missed"),
    (5, 100, Course(week=5, days_left=90, is_early=True), "too_early"),
    (0, 100, Course(week=0, days_left=90, is_early=True, is_before=True), "not_begun"),  # nobody is late yet
    (None, None, Course(is_before=True), "not_begun"),
    (5, 100, Course(week=5, days_left=90, is_early=True, is_before=True), "too_early"),  # somebody was early
    (5, 100, Course(week=None, days_left=90), "not_comparable"),  # printed numbers know no pace
    (5, 100, Course(week=5, days_left=None), "not_comparable"),  # no last day, no needed pace
]


@pytest.mark.parametrize(("counted", "target", "course", "verdict"), CASES)
def test_the_verdict(counted, target, course, verdict):
    assert judge(counted, target, course) is TargetStatus(verdict)


@pytest.mark.parametrize(
    ("counted", "words", "course", "verdict"),
    [
        (900, (None, "ít nhất"), RUNNING, "on_track"),  # at least 1,000 are asked for: 1,000 are enough
        (1000, (None, "tối thiểu"), RUNNING, "met"),
        (1000, (None, "trên"), RUNNING, "not_comparable"),  # more than 1,000 are asked for
        (1001, (None, "trên"), RUNNING, "exceeded"),
        (900, (None, "khoảng"), RUNNING, "not_comparable"),  # 10 a day, but 1,050 would need 15
        (960, (None, "khoảng"), Course(week=70, days_left=10), "on_track"),  # 9 a day needed at most, or met
        (849, (None, "khoảng"), RUNNING, "behind"),  # 10.1 a day needed at least
        (1050, (None, "khoảng"), RUNNING, "exceeded"),
        (1049, (None, "khoảng"), RUNNING, "not_comparable"),
        (949, (None, "khoảng"), Course(is_over=True), "missed"),
        (951, (None, "khoảng"), Course(is_over=True), "not_comparable"),
        (990, (None, "khoảng"), Course(week=5, days_left=90, is_early=True), "too_early"),
        (1000, ("hơn", None), Course(is_over=True), "met"),
        (1000, ("gần", None), Course(is_over=True), "not_comparable"),
        (1050, ("gần", None), Course(is_over=True), "not_comparable"),  # 945 at least
        (950, ("hơn", None), Course(is_over=True), "not_comparable"),  # 1,045 at most
        (900, ("hơn", None), Course(is_over=True), "missed"),
        (900, ("ít nhất", None), Course(is_over=True), "not_comparable"),
    ],
)
def test_a_verdict_is_given_only_where_no_qualifier_could_change_it(counted, words, course, verdict):
    assert judge(counted, 1000, course, words=words) is TargetStatus(verdict)


def test_what_is_not_comparable_has_no_verdict_at_all():
    assert judge(200, 100, RUNNING, comparable=False) is TargetStatus.NOT_COMPARABLE


@pytest.mark.parametrize(
    ("course", "missing", "needed"),
    [
        (Course(days_left=41), 136_468, 3_329),
        (Course(days_left=41), 0, 0),
        (Course(days_left=41), -5, 0),
        (Course(days_left=0), 7, 7),
        (Course(days_left=0, is_over=True), 7, None),
        (Course(), 7, None),
    ],
)
def test_what_a_day_needs(course, missing, needed):
    assert course.needed(None if missing is None else -missing) == needed


def test_uploading_more_never_makes_a_verdict_worse():
    order = ["not_reported", "behind", "on_track", "met", "exceeded"]
    verdicts = [judge(counted, 50, Course(week=counted, days_left=7)).value for counted in range(60)]

    assert sorted(verdicts, key=order.index) == verdicts


def test_printed_figures_need_a_day_by_the_same_rule(prepared_url: str):
    """On the last day the needed pace is everything that is missing; after the end there is none."""
    with live_records(prepared_url) as records:
        programme = records.catalogue.programme("1tr")
        filters = Filters(basis=Basis.PUBLISHED, phase=1, as_of=datetime(2022, 4, 20, 8))
        facts = fetch_overview(records, filters).facts
        over = fetch_overview(records, filters.changed(phase=2, as_of=datetime(2023, 12, 31))).facts

    course = Course(days_left=41)
    assert facts["needed_per_day"].value == course.needed(facts["gap"].value) == 3_329
    assert programme.phase(2) and over["needed_per_day"].value is None
