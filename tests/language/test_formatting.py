"""Numbers and dates are written as readers of each language write them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.words.formatting import ENGLISH, VIETNAMESE, Numbers

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1_234_567, "1.234.567", "1,234,567"),
        (-56_000, "−56.000", "−56,000"),
        (2.5, "3", "3"),  # half goes up, not to the even neighbour
        (None, "–", "–"),
        (float("nan"), "–", "–"),
    ],
)
def test_counts(number, vietnamese, english):
    assert (VIETNAMESE.count(number), ENGLISH.count(number)) == (vietnamese, english)


@pytest.mark.parametrize(
    ("number", "written"), [(-0.09, "−0,09"), (0.002, "0"), (-0.001, "0"), (61, "+61"), (-0.9, "−0,9"), (None, "–")]
)
def test_differences_keep_the_decimals_that_make_them(number, written):
    assert VIETNAMESE.difference(number) == written


@pytest.mark.parametrize(
    ("pace", "written"),
    [
        (4.0, "4"),
        (0.4, "0,4"),
        (3.97, "4"),
        (9.5, "9,5"),
        (12.4, "12"),
        (90 / 7, "13"),
        (5923.0, "5.923"),
        (0, "0"),
        (None, "–"),
    ],
)
def test_a_pace_has_a_decimal_only_where_it_says_something(pace, written):
    assert VIETNAMESE.pace(pace) == written


@given(week=st.integers(0, 10_000_000), needed=st.integers(1, 2_000_000))
def test_a_pace_below_the_one_needed_never_reads_as_enough(week: int, needed: int):
    read = float(ENGLISH.pace(week / 7, needed).replace(",", ""))
    assert (read >= needed) == (week / 7 >= needed)


def test_decimals_keep_their_place():
    assert VIETNAMESE.decimal(1_234_567.8) == "1.234.567,8"
    assert ENGLISH.decimal(7.98, 2) == "7.98"
    assert VIETNAMESE.decimal(3, 1) == "3,0"


@pytest.mark.parametrize(
    ("percent", "digits", "written"),
    [
        (16.3532, 2, "16,35%"),
        (54.510667, 1, "54,5%"),
        (16.35, 1, "16,4%"),  # 16.35 is a little less in binary; readers round what they see
        (232.316, 1, "232,3%"),
        (100, 1, "100,0%"),
        (99.98, 1, "99,9%"),  # not reached is not 100%
        (99.996, 2, "99,99%"),
        (0, 1, "0,0%"),
        (0.01, 1, "<0,1%"),  # not nothing
        (None, 1, "–"),
    ],
)
def test_percentages_never_round_across_a_truth(percent, digits, written):
    assert VIETNAMESE.percent(percent, digits) == written


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        (9_999, "9.999", "9,999"),
        (12_300, f"12,3{NBSP}nghìn", f"12.3{NBSP}thousand"),
        (995_000, f"995{NBSP}nghìn", f"995{NBSP}thousand"),
        (999_999, f"1{NBSP}triệu", f"1{NBSP}million"),  # never “1.000 nghìn”
        (1_250_000, f"1,25{NBSP}triệu", f"1.25{NBSP}million"),
        (3_200_000_000, f"3,2{NBSP}tỷ", f"3.2{NBSP}billion"),
        (-12_300, f"−12,3{NBSP}nghìn", f"−12.3{NBSP}thousand"),
        (None, "–", "–"),
    ],
)
def test_short_forms(number, vietnamese, english):
    assert (VIETNAMESE.short(number), ENGLISH.short(number)) == (vietnamese, english)


@pytest.mark.parametrize(
    ("amount", "vietnamese"),
    [
        (33_000_000_000_000, "33.000 tỷ đồng"),
        (1_234_400_000_000, "1.234 tỷ đồng"),
        (45_230_000_000, "45,2 tỷ đồng"),
        (950_000_000, "950 triệu đồng"),
        (999_999_999, "1 tỷ đồng"),
        (120_000, "120.000 đồng"),
        (0, "0 đồng"),
        (None, "–"),
    ],
)
def test_money(amount, vietnamese):
    assert VIETNAMESE.money_vnd(amount) == vietnamese.replace(" ", NBSP)


def test_money_in_english():
    assert ENGLISH.money_vnd(1_234_000_000_000) == f"VND{NBSP}1,234{NBSP}billion"


def test_differences_carry_their_sign():
    assert [VIETNAMESE.signed(n) for n in (1234, -56, 0, None)] == ["+1.234", "−56", "0", "–"]


def test_days_and_moments():
    day = date(2022, 4, 20)
    assert (VIETNAMESE.date(day), ENGLISH.date(day)) == ("20/04/2022", "20 Apr 2022")
    assert (VIETNAMESE.month(day), ENGLISH.month(day)) == ("04/2022", "Apr 2022")
    assert VIETNAMESE.moment(datetime(2022, 4, 20, 8)) == "20/04/2022 08:00"
    assert VIETNAMESE.moment(datetime(2022, 10, 3, 15, 34, 7)) == "03/10/2022 15:34:07"
    assert ENGLISH.moment(datetime(2022, 4, 20, 8)) == "20 Apr 2022 08:00"
    assert VIETNAMESE.moment_unbroken(datetime(2022, 4, 20, 8)) == "20/04/2022\u00a008:00"
    assert ENGLISH.moment_unbroken(datetime(2022, 4, 20, 8)) == "20\u00a0Apr\u00a02022\u00a008:00"
    assert VIETNAMESE.date(None) == VIETNAMESE.moment(None) == VIETNAMESE.month(None) == "–"


@pytest.mark.parametrize("end", [time.max, time(23, 59, 59)])
def test_the_end_of_a_day_is_that_day(end):
    assert VIETNAMESE.moment(datetime.combine(date(2022, 5, 31), end)) == "31/05/2022"


def test_the_second_before_the_last_is_a_moment():
    assert VIETNAMESE.moment(datetime(2022, 5, 31, 23, 59, 58)) == "31/05/2022 23:59:58"


@pytest.mark.parametrize("numbers", [VIETNAMESE, ENGLISH])
@given(number=st.integers(-(10**13), 10**13))
def test_every_count_reads_back(numbers: Numbers, number: int):
    written = numbers.count(number).replace(numbers.thousands_mark, "").replace("−", "-")
    assert int(written) == number


@given(number=st.integers(10_000, 10**13))
def test_short_forms_are_near_the_number(number: int):
    value, word = VIETNAMESE.short(number).split(NBSP)
    size = {"nghìn": 1e3, "triệu": 1e6, "tỷ": 1e9}[word]
    assert abs(float(value.replace(".", "").replace(",", ".")) * size - number) <= 0.05 * size


def test_plotly_gets_both_marks():
    assert (VIETNAMESE.separators, ENGLISH.separators) == (",.", ".,")


@pytest.mark.parametrize(
    ("number", "written"),
    [(635_737, "640 nghìn"), (1_221_878, "1,2 triệu"), (999_999, "1 triệu"), (57, "57"), (0, "0"), (None, "–")],
)
def test_what_is_known_roughly_says_two_digits(number: float | None, written: str):
    assert VIETNAMESE.about(number) == written.replace(" ", NBSP)
