"""The potential of a unit comes from similar units, gives its reason, and is never computed without members."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.rules.potential import Expectations
from language.languages import LANGUAGES
from model.potential import ALIKE, Potential
from model.reference import USUAL, Alike, Unit
from presentation.potential import describe_potential, describe_range, describe_reason

ONE = Unit(1, "X-1", "Một", "One", "Một", (), "provincial", None, "north", "c1", None, 1000, None, None)


def expect(unit: Unit, units: Sequence[Unit], counts: Mapping[int, int], alike: Alike = USUAL) -> Potential:
    return Expectations(units, counts, alike).of(unit)


def units(*members: int | None, **shared: object) -> list[Unit]:
    """The unit in question, and similar ones."""
    others = [replace(ONE, id=place, code=f"X-{place}", members=n, **shared) for place, n in enumerate(members, 2)]
    return [ONE, *others]


def test_the_range_is_the_middle_half_of_its_like_units_times_its_members():
    some = units(*[1000] * 5, 2000)
    counts = {1: 5, 2: 10, 3: 20, 4: 30, 5: 40, 6: 50, 7: 120}  # 1 to 6 per 100 members
    result = expect(ONE, some, counts)

    assert (result.low, result.high, result.others) == (22, 48, 6)
    assert (result.low_per100, result.high_per100) == pytest.approx((2.25, 4.75))
    assert result.verdict == "below" and result.alike == ("kind", "region", "size")
    assert [expect(ONE, some, {**counts, 1: n}).verdict for n in (21, 22, 48, 49)] == [
        "below",
        "within",
        "within",
        "above",
    ]


def test_who_takes_no_part_is_neither_judged_nor_a_measure():
    there, ended = units(*[1000] * 6), date(2026, 3, 31)
    gone, coming = replace(ONE, id=90, end=ended), replace(ONE, id=91, start=date(2026, 9, 1))
    counts = {one.id: 10 * one.id for one in there}
    some = Expectations([*there, gone, coming], counts, day=date(2026, 6, 1))

    assert some.of(gone).why == some.of(coming).why == "takes_no_part" and some.of(gone).verdict is None
    assert some.of(there[0]) == Expectations(there, counts).of(there[0])
    assert Expectations([*there, gone], counts, day=ended).of(gone).verdict == "below"  # the last day is still one


@pytest.mark.parametrize(
    ("shared", "alike"),
    [
        ({"region": "south"}, ("kind", "cluster", "size")),
        ({"region": "south", "cluster": "c2"}, ("kind", "size")),
        ({"members": 9000}, ("kind",)),
    ],
)
def test_less_similar_units_are_compared_where_similar_ones_are_too_few(
    shared: dict[str, object], alike: tuple[str, ...]
):
    some = [ONE, *(replace(one, **shared) for one in units(*[1000] * USUAL.units)[1:])]
    assert expect(ONE, some, {}).alike == alike


def test_nothing_is_claimed_without_members_or_similar_units():
    silent = replace(ONE, members=None)
    assert expect(silent, units(*[1000] * 9), {1: 4}).why == "no_members"
    assert expect(ONE, units(*[1000] * 5, None, None), {}).why == "few_alike"
    assert expect(ONE, units(*[1000] * 9, kind="industry"), {}).why == "few_alike"
    assert expect(silent, units(*[1000] * 9), {}).low is expect(silent, units(*[1000] * 9), {}).verdict is None


@given(
    st.lists(st.tuples(st.integers(1, 10**6), st.integers(0, 10**5)), min_size=USUAL.units, max_size=30),
    st.integers(0, 10**5),
)
def test_uploading_more_never_makes_a_unit_fall_short(drawn: list[tuple[int, int]], own: int):
    some = units(*(1000 + n % 900 for n, _ in drawn))
    counts = {place: count for place, (_, count) in enumerate(drawn, 2)}
    order = ("below", "within", "above")
    verdicts = [order.index(expect(ONE, some, {**counts, 1: n}).verdict or "") for n in (own, own + 1, own + 1000)]

    assert verdicts == sorted(verdicts)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_every_case_has_a_sentence(language):
    result = expect(ONE, units(*[1000] * 6), {1: 5, **dict.fromkeys(range(2, 8), 20)})
    why = expect(replace(ONE, members=None), units(*[1000] * 6), {})

    assert describe_range(result, language) and describe_reason(result, language) and describe_reason(why, language)
    assert describe_potential(result, 0.5, language) == language.targets.potential_at_mean
    assert describe_potential(result, 2.0, language) == language.targets.potential_verdicts["below"]
    assert "{" not in describe_reason(result, language) + describe_reason(why, language)


def test_a_programme_says_itself_which_units_are_alike():
    some, counts = units(*[1000] * 4), {n: 10 * n for n in range(1, 6)}

    assert expect(ONE, some, counts).why == "few_alike"
    assert expect(ONE, some, counts, Alike(units=4)).verdict == "below"
    far = units(*[1000] * 3, 4000)
    assert expect(ONE, far, counts, Alike(4, 3)).alike == ("kind",)
    assert expect(ONE, far, counts, Alike(4, 4)).alike == ("kind", "region", "size")


def by_the_words_of_the_rule(
    unit: Unit, units: Sequence[Unit], counts: Mapping[int, int], like: Alike
) -> tuple[float, float] | int:
    """Each unit against each other: the quartiles per member, or the number of similar ones where they are too few."""

    def is_like(one: Unit, alike: Sequence[str]) -> bool:
        of_size = 1 / like.times <= (one.members or 0) / (unit.members or 1) <= like.times
        return all(of_size if name == "size" else getattr(one, name) == getattr(unit, name) for name in alike)

    for alike in ALIKE:
        others = [one for one in units if one.id != unit.id and one.members and is_like(one, alike)]
        if len(others) >= like.units:
            lower, _, upper = quantiles(
                [counts.get(one.id, 0) / one.members for one in others], n=4, method="inclusive"
            )
            return 100 * lower, 100 * upper
    return len(others)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("provincial", "industry")),
            st.sampled_from(("north", "south")),
            st.sampled_from((None, "c1", "c2")),
            st.one_of(st.none(), st.integers(1, 5000)),
            st.integers(0, 900),
        ),
        min_size=1,
        max_size=60,
    ),
    st.builds(Alike, st.integers(2, 8), st.integers(1, 4)),
)
def test_many_units_give_the_same_results_as_each_alone(
    drawn: list[tuple[str, str, str, int | None, int]], alike: Alike
):
    some = [
        replace(ONE, id=place, code=f"X-{place}", kind=kind, region=region, cluster=cluster, members=members)
        for place, (kind, region, cluster, members, _) in enumerate(drawn)
    ]
    counts = {place: count for place, (*_, count) in enumerate(drawn)}
    expectations = Expectations(some, counts, alike)

    for unit in some:
        result = expectations.of(unit)
        if unit.members:
            rule = by_the_words_of_the_rule(unit, some, counts, alike)
            assert (result.others if result.why else (result.low_per100, result.high_per100)) == rule


def test_who_has_reported_nothing_has_no_zero():
    """Nothing is known of it but its members, and what could be expected; a 0 that was counted is one."""
    some, counts = units(*[1000] * 6), dict.fromkeys(range(2, 8), 30)
    silent, counted = expect(ONE, some, counts), expect(ONE, some, {**counts, 1: 0})

    assert (silent.known_count, silent.per100, silent.verdict, silent.low) == (None, None, "below", 30)
    assert (counted.known_count, counted.per100) == (0, 0)
