"""Rules of model/grading.py: points, classes, and the points missing to the next class."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example as example_of
from hypothesis import given
from hypothesis import strategies as st

from data_access.rules.grading_places import Contest, classes_of
from data_access.rules.grading_scheme import example, read_steps, write_steps
from model.grading import Criterion, GradeClass, Scheme
from model.periods import Length, Period, periods_between, read_period
from model.tallies import RISING, Tally, measure_value

NUMBERS = st.integers(0, 5000)
TALLIES = st.builds(
    Tally,
    **dict.fromkeys(("uploads", "valid", "invalid", "direct", "direct_valid", "computed", "to_date"), NUMBERS),
    direct_to_date=NUMBERS,
    nonstate_to_date=NUMBERS,
    target=st.integers(1, 9000),
    passed_pct=st.floats(1, 100),
    members=st.integers(1, 90_000),
)
UPLOADED = ("uploads", "to_date")  # by anybody; the others are what those may be besides
BESIDE = ("direct", "direct_to_date", "nonstate_to_date")


def points(tally: Tally, scheme: Scheme | None = None) -> float:
    """The total, or a number below all others where there is none."""
    total = (scheme or example()).total(tally)
    return -1.0 if total is None else total


@given(TALLIES, NUMBERS, NUMBERS)
def test_nobody_loses_points_by_uploading_more(tally: Tally, more: int, of_workers: int):
    after = tally._replace(**{name: getattr(tally, name) + more + of_workers for name in UPLOADED})
    after = after._replace(**{name: getattr(tally, name) + of_workers for name in BESIDE})

    assert points(after) >= points(tally)
    for measure in RISING:
        assert measure_value(after, measure) >= measure_value(tally, measure)


@given(TALLIES, NUMBERS)
def test_nobody_loses_points_by_more_that_was_found_valid(tally: Tally, more: int):
    after = tally._replace(**{name: getattr(tally, name) + more for name in (*UPLOADED, "valid")})

    assert points(after) >= points(tally)


@given(TALLIES)
def test_what_the_next_class_takes_is_enough_and_one_less_is_not(tally: Tally):
    scheme = example()
    place = scheme.classes.index(scheme.class_of(points(tally)))
    if place:
        wanted = scheme.classes[place - 1]
        more = scheme.more_for(tally, wanted)
        if more is not None:
            assert scheme.total(tally.with_more(more)) >= wanted.at_least
            assert points(tally.with_more(more - 1)) < wanted.at_least


# Any scheme that a set-up may hold: numbers of initiatives rise only, what is best first is never below what follows.
AMOUNTS = st.floats(0, 1000)
SCALED = st.one_of(
    st.fixed_dictionaries({"scale": st.just("linear"), "zero_at": AMOUNTS, "full_at": st.floats(1001, 5000)}),
    st.fixed_dictionaries(
        {"scale": st.just("steps"), "steps": st.lists(st.tuples(AMOUNTS, st.floats(0, 100)), min_size=1, max_size=5)}
    ),
)
RISING_CRITERIA = st.lists(
    st.tuples(st.sampled_from(RISING), st.floats(0, 100), SCALED, st.booleans()),
    min_size=1,
    max_size=6,
    unique_by=lambda one: one[0],
)


@given(TALLIES, NUMBERS, NUMBERS, RISING_CRITERIA)
def test_whatever_a_programme_counts_nobody_loses_by_uploading_more(
    tally: Tally, more: int, of_workers: int, drawn: list[tuple[str, float, dict[str, object], bool]]
):
    criteria = tuple(
        Criterion(measure, weight, bonus=bonus, **{**how, "steps": tuple(how.get("steps", ()))})
        for measure, weight, how, bonus in drawn
    )
    scheme = Scheme(criteria, example().classes)
    after = tally._replace(**{name: getattr(tally, name) + more + of_workers for name in UPLOADED})
    after = after._replace(**{name: getattr(after, name) + of_workers for name in BESIDE})

    assert points(after, scheme) >= points(tally, scheme)
    after = after._replace(valid=after.valid + more, computed=after.computed + more)
    assert points(after, scheme) >= points(tally, scheme)


SILENT_TALLY = Tally(target=1, passed_pct=1.0, members=1)
# With some more the second one would equal the third, whose class has one place: both would go down.
EQUALS = [
    *[SILENT_TALLY] * 3,
    SILENT_TALLY._replace(invalid=1, to_date=484, nonstate_to_date=1, target=261),
    SILENT_TALLY._replace(valid=1, to_date=1, direct_to_date=1),
    SILENT_TALLY._replace(uploads=1, valid=1, invalid=1, to_date=324, direct_to_date=2, nonstate_to_date=1, target=174),
]


@example_of(EQUALS, 1.0)
@given(st.lists(TALLIES, min_size=2, max_size=9), st.sampled_from([1.0, 20.0, 50.0, 100.0]))
def test_what_the_next_class_takes_truly_leads_into_it_though_places_are_few(tallies: list[Tally], quota: float):
    usual = example()
    scheme = replace(usual, classes=tuple(replace(one, quota_pct=quota) for one in usual.classes))
    known = {n: tally for n, tally in enumerate(tallies) if not tally.is_silent}
    totals = {n: points(tally) for n, tally in known.items()}
    reached = {n: measure_value(tally, "reached") or 0.0 for n, tally in enumerate(tallies)}
    result = classes_of(totals, dict.fromkeys(reached, "A"), scheme, reached)
    for n, tally in known.items():
        place = scheme.classes.index(result[n])
        wanted = scheme.classes[max(place - 1, 0)]
        contest = Contest(wanted, totals, result, reached, scheme)
        more = scheme.more_for(tally, wanted, last=contest.last_but(n), better=contest.better) if place else None
        if more is not None:
            after = tally.with_more(more)
            then = reached | {n: measure_value(after, "reached") or 0.0}
            places = classes_of(totals | {n: points(after)}, dict.fromkeys(reached, "A"), scheme, then)
            assert scheme.classes.index(places[n]) < place


@given(st.dictionaries(st.integers(1, 12), st.integers(0, 105).map(float), min_size=1))
def test_more_points_never_mean_a_lower_class_within_a_cluster(totals: dict[int, float]):
    scheme, clusters = example(), {number: "A" if number < 7 else "B" for number in range(1, 13)}
    result = classes_of(totals, clusters, scheme)
    places = {number: scheme.classes.index(one) for number, one in result.items()}
    for one, total in totals.items():
        for other, less in totals.items():
            if clusters[one] == clusters[other] and total > less:
                assert places[one] <= places[other]


def test_a_quota_takes_the_best_of_a_cluster_and_ties_are_broken_by_the_target():
    scheme = example()
    totals = dict.fromkeys(range(1, 7), 90.0)
    best = scheme.classes[0]

    equal = classes_of(totals, dict.fromkeys(totals, "A"), scheme)
    text = classes_of(totals, dict.fromkeys(totals, "A"), scheme, {3: 120.0})

    assert best not in equal.values()
    assert [number for number, one in text.items() if one is best] == [3]
    assert {*classes_of(totals, {}, scheme).values()} == {best}  # nobody without a cluster has a quota


@pytest.mark.parametrize(
    ("criterion", "value", "points"),
    [
        (Criterion("pace", 40, "linear", 0, 100), 50, 20),
        (Criterion("pace", 40, "linear", 0, 100), 150, 40),
        (Criterion("growth", 10, "linear", 100, 0), 25, 7.5),  # less is better
        (Criterion("valid_share", 20, "steps", steps=((50, 50), (90, 100))), 89, 10),
        (Criterion("valid_share", 20, "steps", steps=((50, 50), (90, 100))), 49, 0),
        (Criterion("invalid_share", -10, "linear", 0, 50), 25, -5),
        (Criterion("per100", 5, "linear", bonus=True), None, 0),
        (Criterion("per100", 5, "linear"), None, None),
    ],
)
def test_points_of_a_value(criterion: Criterion, value: float | None, points: float | None):
    assert criterion.points(value) == points


def test_what_cannot_be_known_is_no_zero():
    scheme = Scheme((Criterion("pace", 10, "linear"), Criterion("uploads", 10, "linear")), (GradeClass("a", 0),))

    assert scheme.total(Tally(uploads=100)) is None
    assert scheme.total(Tally(uploads=100, to_date=100, target=100, passed_pct=100.0)) == 20


def test_silent_units_have_no_grade_and_a_closed_grading_stays_as_it_was():
    silent = Tally(target=100, passed_pct=50.0, members=1000)

    assert silent.is_silent and example().total(silent) is None
    assert set(example().points(silent)) == {None}
    assert replace(example(), grades_silent=True).total(silent) == 0
    assert example().total(silent._replace(to_date=1)) is not None  # nothing in the period itself is a true 0


def test_steps_are_written_and_read():
    steps = read_steps("50: 50; 70,5: 80%")

    assert steps == ((50, 50), (70.5, 80))
    assert read_steps(write_steps(steps)) == steps


@pytest.mark.parametrize("code", ["2022-03", "2022-Q1", "2022"])
def test_a_period_is_read_and_written(code: str):
    assert read_period(code).code == code
    assert read_period(code).before.until == read_period(code).start


@pytest.mark.parametrize("code", ["2022-13", "2022-Q5", "22", "", "2022-00", "1999"])
def test_what_is_no_period(code: str):
    assert read_period(code) is None


def test_periods_cover_every_day():
    result = periods_between(date(2021, 12, 31), date(2022, 4, 1), Length.QUARTER)

    assert [one.code for one in result] == ["2022-Q2", "2022-Q1", "2021-Q4"]
    assert Period.of(date(2022, 12, 31), Length.MONTH).until == date(2023, 1, 1)
