from contextlib import closing
from datetime import date, datetime

import polars as pl
import pytest

from data_access.queries.quarters import fetch_quarter_recognition, last_day_of_quarter
from interface.sections.rankings import quarter_table
from language.languages import LANGUAGES
from model.filters import Filters, end_of_day
from tests.data_access.drawn_programme import records_over

# Phase 1 has 144 days: 83 in the first quarter, 61 in the second.
ROWS = """
unit   | uploaded_at      | count
LD-38  | 2022-02-01 08:00 | 84
LD-40  | 2022-02-01 08:00 | 20
LD-38  | 2022-04-01 00:00 | 5
LD-40  | 2022-04-01 00:00 | 5
LD-79  | 2022-02-01 08:00 | 7
LD-01  | 2022-02-01 08:00 | 9
"""
TARGETS = """
unit  | phase | value
LD-38 | 1     | 144
LD-40 | 1     | 14
LD-79 | 1     | 144
"""


def recognised(records, filters: Filters) -> dict:
    frame = fetch_quarter_recognition(records, filters)
    return {row[:2]: row[2:] for row in frame.select("quarter", "unit_code", "uploads", "recognised").rows()}


def test_a_quarter_recognises_the_first_of_its_cluster_when_it_is_above_its_own_target(records):
    result = recognised(records, Filters())

    assert result["2022-Q1", "LD-38"] == (84, True)  # above 83 = 144 a phase over 83 of 144 days
    assert result["2022-Q1", "LD-79"] == (7, False)  # first of the South East, below its share of 83
    assert result["2022-Q1", "LD-01"] == (9, None)  # nobody can be above a target that is not known
    assert ("2022-Q1", "LD-40") not in result


def test_equal_firsts_are_all_named(records):
    result = recognised(records, Filters())

    assert {"LD-38", "LD-40"} == {code for quarter, code in result if quarter == "2022-Q2"}
    assert result["2022-Q2", "LD-38"] == (5, None)  # June is phase 2, and no target covers it


def test_a_quarter_cut_by_the_moment_is_not_complete(records):
    frame = fetch_quarter_recognition(records, Filters(as_of=datetime(2022, 3, 15)))

    assert set(frame["quarter"]) == {"2022-Q1"}
    assert not any(frame["complete"])
    assert all(fetch_quarter_recognition(records, Filters()).filter(quarter="2022-Q1")["complete"])


def test_a_phase_or_a_period_leaves_only_its_days_of_a_quarter(records):
    of_phase = fetch_quarter_recognition(records, Filters(phase=1)).filter(quarter="2022-Q2", unit_code="LD-38")
    since = Filters(since=date(2022, 2, 1), until=date(2022, 3, 1))
    of_days = fetch_quarter_recognition(records, since).filter(unit_code="LD-38")

    columns = ("uploads", "quarter_target", "recognised", "first_day", "last_day", "whole")
    assert of_phase.select(columns).rows() == [(5, 61.0, False, date(2022, 4, 1), date(2022, 5, 31), False)]
    assert of_days.select(columns).rows() == [(84, 28.0, True, date(2022, 2, 1), date(2022, 2, 28), False)]
    assert all(fetch_quarter_recognition(records, Filters()).filter(quarter="2022-Q1")["whole"])


def test_nobody_set_a_target_for_one_sector(records):
    frame = fetch_quarter_recognition(records, Filters(sectors=("none", "sxkd")))
    assert frame.height and frame["quarter_target"].is_null().all() and frame["recognised"].is_null().all()


@pytest.mark.parametrize(
    ("code", "filters", "quarter", "verdict"),
    [
        ("vi", Filters(as_of=datetime(2022, 3, 15)), "Quý 1/2022 (chưa hết)", "Đang dẫn đầu, đã vượt phần chỉ tiêu"),
        ("vi", Filters(as_of=end_of_day(date(2022, 3, 31))), "Quý 1/2022", "Được ghi nhận"),
        (
            "vi",
            Filters(phase=1, as_of=datetime(2022, 6, 15)),
            "Quý 2/2022 (01/04/2022–31/05/2022)",
            "Dẫn đầu những ngày này, không vượt phần chỉ tiêu",
        ),
        (
            "en",
            Filters(phase=1, as_of=datetime(2022, 4, 20)),
            "Q2 2022 (1 Apr 2022–31 May 2022, running)",
            "Leads so far, not above its share of the target",
        ),
    ],
)
def test_only_a_whole_quarter_that_is_over_has_a_verdict(records, code, filters, quarter, verdict):
    rows = quarter_table(fetch_quarter_recognition(records, filters), LANGUAGES[code])
    of_first = rows.filter(pl.col("winner").str.contains("Thanh Hóa"), quarter=quarter)
    assert of_first["verdict"].to_list() == [verdict]


def test_the_target_of_the_programme_covers_what_the_phases_leave(prepared_url: str):
    with closing(records_over(prepared_url, ROWS, "unit | phase | value\nLD-38 | 1 | 144\nLD-38 | 0 | 602")) as records:
        frame = fetch_quarter_recognition(records, Filters()).filter(quarter="2022-Q2", unit_code="LD-38")

    assert frame["quarter_target"].to_list() == pytest.approx([61 + 30 * 458 / 458])


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2022, 1, 1), date(2022, 3, 31)),
        (date(2022, 10, 1), date(2022, 12, 31)),
        (date(2023, 4, 1), date(2023, 6, 30)),
    ],
)
def test_quarters_end_on_their_last_day(first: date, last: date):
    assert last_day_of_quarter(first) == last


def test_the_share_of_an_inexact_target_keeps_its_word(prepared_url: str):
    targets = """
unit  | phase | value | qualifier
LD-38 | 1     | 144   | tối thiểu
LD-40 | 0     | 604   | khoảng
LD-40 | 1     | 144   |
"""
    with closing(records_over(prepared_url, ROWS, targets)) as records:
        frame = fetch_quarter_recognition(records, Filters(units=("LD-38", "LD-40")))

    words = {
        row[:2]: row[2:] for row in frame.select("quarter", "unit_code", "quarter_target", "target_qualifier").rows()
    }
    assert words["2022-Q1", "LD-38"] == (83.0, "ít nhất")
    (first,) = frame.filter(quarter="2022-Q1", unit_code="LD-38").to_dicts()
    assert (first["uploads"], first["recognised"]) == (84, True)  # at least 83 is what was asked for
    assert words["2022-Q2", "LD-38"] == (None, None)
    assert words["2022-Q2", "LD-40"][1] == "khoảng"  # what phase 1 leaves of the whole, a month of it


def test_a_target_known_about_gives_no_verdict_beside_it(prepared_url: str):
    with closing(
        records_over(prepared_url, ROWS, "unit | phase | value | qualifier\nLD-38 | 1 | 144 | khoảng")
    ) as records:
        frame = fetch_quarter_recognition(records, Filters(units=("LD-38",))).filter(quarter="2022-Q1")

    assert frame["recognised"].to_list() == [None]  # 84 of about 83
    for code, sentence in (("vi", "Không đủ căn cứ: "), ("en", "No verdict: ")):
        (row,) = quarter_table(frame, LANGUAGES[code]).to_dicts()
        assert row["verdict"].startswith(sentence)
