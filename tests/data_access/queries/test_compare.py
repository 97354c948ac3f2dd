"""Sides compared by the same measures, and everything that changed between two moments."""

from datetime import date, datetime

import pytest

from data_access.queries.compare import fetch_compare, natural
from language.languages import VIETNAMESE
from model.codes import Basis, Boundary
from model.compare import Compared
from model.filters import Filters, end_of_day
from presentation.compare import view_compare
from presentation.sides import write_cell, write_difference

ROWS = """
unit  | uploaded_at      | count | status | position | ownership
LD-24 | 2022-02-01 08:00 | 6     | valid  | worker   | fdi
LD-38 | 2022-02-01 08:00 | 4     |        | manager  | state
LD-38 | 2022-02-05 08:00 | 5     | valid  | worker   | nonstate
LD-40 | 2022-02-06 08:00 | 2     |        |          |
LD-27 | 2022-02-09 08:00 | 9     |        |          |
"""
TARGETS = "unit | value\nLD-24 | 3\nLD-38 | 9\nLD-40 | 4"
MEMBERS = {"LD-38": 90}


WEEK = Filters(as_of=end_of_day(date(2022, 2, 6)), before=end_of_day(date(2022, 2, 2)))


def values(side):
    return {name: fact.value for name, fact in side.facts.items()}


@pytest.mark.parametrize(
    ("filters", "what"),
    [
        (Filters(), Compared.MOMENTS),
        (Filters(units=("LD-38",)), Compared.MOMENTS),
        (Filters(units=("LD-38", "LD-40")), Compared.UNITS),
        (Filters(units=("LD-38", "LD-40"), other="75n"), Compared.PROGRAMMES),
    ],
)
def test_an_address_that_does_not_say_means_the_natural_thing(filters, what):
    assert natural(filters) is what


def test_unions_stand_side_by_side_in_the_order_chosen(records):
    comparison = fetch_compare(records, Filters(units=("LD-40", "LD-38"), regions=("btb-dhmt",)))

    one, other = comparison.sides
    assert (one.unit.code, values(one)["uploads"], values(one)["reached_pct"]) == ("LD-40", 2, 50)
    assert (other.unit.code, values(other)["uploads"], values(other)["gap"]) == ("LD-38", 9, 0)
    assert values(other)["per100"] == pytest.approx(10)
    assert (values(other)["worker_pct"], values(other)["private_pct"]) == (
        pytest.approx(500 / 9),
        pytest.approx(500 / 9),
    )
    assert comparison.chosen and comparison.changes is None


def test_too_few_unions_are_filled_up_with_the_leaders(records):
    comparison = fetch_compare(records, Filters(units=("LD-40",)), Compared.UNITS)

    assert [side.unit.code for side in comparison.sides] == ["LD-40", "LD-27", "LD-38"]
    assert not comparison.chosen


def test_never_more_than_six(records):
    codes = tuple(unit.code for unit in records.catalogue.units[:9])

    assert len(fetch_compare(records, Filters(units=codes)).sides) == 6


def test_two_moments_count_what_was_there_by_then(records):
    comparison = fetch_compare(records, WEEK)

    assert [values(side)["uploads"] for side in comparison.sides] == [10, 17]
    assert [side.moment for side in comparison.sides] == [WEEK.before, WEEK.as_of]


def test_who_grew_who_moved_who_met_the_target_and_who_began(records):
    changes = fetch_compare(records, WEEK).changes
    moves = {row["unit_code"]: row for row in changes.moves.iter_rows(named=True)}

    assert list(moves) == ["LD-38", "LD-40", "LD-24"]
    assert (moves["LD-38"]["added"], moves["LD-38"]["rank_before"], moves["LD-38"]["rank"]) == (5, 2, 1)
    assert (moves["LD-24"]["added"], moves["LD-24"]["rank_before"], moves["LD-24"]["rank"]) == (0, 1, 2)
    assert moves["LD-40"]["rank_before"] is None
    for move in moves.values():
        assert move["factor"] == (move["value"] / move["value_before"] if move["value_before"] else None)
    assert moves["LD-40"]["factor"] is None  # of nothing there is no multiple
    assert [one.unit_name for one in changes.met_target] == ["LĐLĐ tỉnh Thanh Hóa"]
    assert [one.unit_name for one in changes.started] == ["LĐLĐ tỉnh Nghệ An"]


def test_moments_in_the_wrong_order_are_turned_round(records):
    turned = fetch_compare(records, WEEK.changed(as_of=WEEK.before, before=WEEK.as_of))

    assert [values(side)["uploads"] for side in turned.sides] == [10, 17]


def test_without_an_earlier_moment_it_is_a_week(records):
    comparison = fetch_compare(records, Filters(as_of=end_of_day(date(2022, 2, 9))))

    assert [values(side)["uploads"] for side in comparison.sides] == [10, 26]
    assert not comparison.chosen


def test_provinces_of_2025_move_as_one(records):
    comparison = fetch_compare(records, Filters(as_of=end_of_day(date(2022, 2, 9)), boundary=Boundary.NEW))

    first = comparison.changes.moves.row(0, named=True)
    assert (first["unit_code"], first["value_before"], first["added"]) == ("34:24", 6, 9)


def test_programmes_each_in_their_own_time(records):
    comparison = fetch_compare(records, Filters(other="75n", as_of=end_of_day(date(2022, 2, 2))))

    ours, theirs = comparison.sides
    assert values(ours)["uploads"] == 10
    assert theirs.programme.code == "75n" and values(theirs)["uploads"] > 100_000
    assert values(theirs)["worker_pct"] is None


def test_printed_moments_have_no_changes_by_union(records):
    filters = Filters(basis=Basis.PUBLISHED, as_of=end_of_day(date(2022, 5, 31)), before=end_of_day(date(2022, 4, 20)))
    comparison = fetch_compare(records, filters)

    assert [values(side)["uploads"] for side in comparison.sides] == [163532, 696948]
    assert comparison.changes is None
    # What was “hơn” before grew by less than the two numbers say.
    lines = {line[0]: line[1:] for line in view_compare(comparison, VIETNAMESE).lines}
    assert lines["Sáng kiến cập nhật"] == ("hơn 163.532", "696.948", "< +533.416 (< ×4,26)")
    assert lines["Hơn, kém chỉ tiêu"] == ("> −836.468", "−303.052", "< +533.416")
    assert lines["Cần mỗi ngày"] == ("dưới 1.677", "662", "> −1.015 (> ×0,39)")
    assert lines["Chỉ tiêu"][2] == "0"


def test_a_figure_of_another_day_says_so_and_is_never_divided(records):
    published = Filters(basis=Basis.PUBLISHED, as_of=datetime(2022, 4, 20, 8), before=end_of_day(date(2022, 3, 26)))
    earlier, later = (side.facts["uploads"] for side in fetch_compare(records, published, Compared.MOMENTS).sides)
    assert (earlier.value, earlier.as_of.date(), earlier.is_older) == (23, date(2022, 1, 8), True)
    assert (later.value, later.is_older) == (163532, False)
    assert write_cell(earlier, VIETNAMESE) == "23 (08/01/2022, suy ra)"
    assert write_difference(earlier, later, VIETNAMESE) == "–"


def test_unions_printed_on_different_days_are_never_divided(records):
    sides = fetch_compare(records, Filters(basis=Basis.PUBLISHED, units=("LD-38", "LD-24"))).sides
    newest = max(side.moment for side in sides)
    for side in sides:
        assert side.facts["uploads"].is_older == (side.facts["uploads"].as_of.date() < newest.date())
    assert any(side.facts["uploads"].is_older for side in sides)
