"""Grading against plain SQL, with rows that must not count."""

from contextlib import closing
from datetime import date, datetime

import polars as pl
import pytest
from sqlalchemy import insert, text

from data_access.database.schema import grading_criterion
from data_access.database.transactions import writing
from data_access.database.versions import raise_version
from data_access.queries.grading import fetch_grading, fetch_periods
from model.codes import TargetKind
from model.filters import Filters
from model.periods import Length
from tests.data_access.drawn_programme import put_in_a_cluster, records_over

# February is graded. January counts to date and in the period before; March not at all.
ROWS = """
unit   | uploaded_at      | count | position | ownership | status | settled_at       | benefit
LD-38  | 2022-01-20 08:00 | 10    | worker   | nonstate  | valid  | 2022-01-25 08:00 | 5
LD-38  | 2022-02-01 00:00 | 30    | worker   | state     | valid  | 2022-02-10 08:00 | 5
LD-38  | 2022-02-28 23:59 | 5     | manager  | nonstate  |        |                  |
LD-38  | 2022-02-03 08:00 | 10    | worker   | nonstate  | invalid | 2022-02-20 08:00 |
LD-38  | 2022-02-03 08:00 | 4     | worker   | nonstate  | valid  | 2022-03-01 08:00 | 5
LD-38  | 2022-03-01 00:00 | 99    | worker   | nonstate  | valid  | 2022-03-02 08:00 | 5
LD-40  | 2022-02-11 08:00 | 1     | officer  | state     | valid  | 2022-02-12 08:00 |
LD-01  | 2022-02-11 08:00 | 7     | worker   | state     |        |                  |
"""
TARGETS = """
unit  | phase | kind       | value
LD-38 | 0     | registered | 1000
LD-38 | 0     | assigned   | 10
LD-38 | 1     | registered | 50
LD-40 | 0     | registered | 100
"""
MEMBERS = {"LD-38": 1000}
FEBRUARY = Filters(period="2022-02")
PASSED = 100 * (date(2022, 2, 28) - date(2022, 1, 8)).days / (date(2023, 9, 1) - date(2022, 1, 8)).days


def of(records, code: str, filters: Filters = FEBRUARY) -> dict:
    return fetch_grading(records, filters).frame.filter(unit_code=code).row(0, named=True)


def counted(records, condition: str) -> int:
    query = (
        f"SELECT count(*) FROM initiative WHERE unit_id = (SELECT id FROM unit WHERE code = 'LD-38') AND {condition}"
    )
    return records.ask_now(lambda connection: connection.execute(text(query)).scalar_one())


def test_points_are_what_plain_sql_says(records):
    february = "BETWEEN '2022-02-01' AND '2022-02-28 23:59:59'"
    paced = 1000 * PASSED / 100
    to_date = counted(records, "uploaded_at < '2022-03-01'")
    direct = counted(records, "uploaded_at < '2022-03-01' AND position = 1")
    nonstate = counted(records, "uploaded_at < '2022-03-01' AND ownership = 2")
    valid = counted(records, f"status = 1 AND settled_at {february}")
    judged = counted(records, f"status IN (1, 2) AND settled_at {february}")
    computed = counted(records, f"status = 1 AND benefit_vnd IS NOT NULL AND settled_at {february}")
    uploads = counted(records, f"uploaded_at {february}")

    row = of(records, "LD-38")

    assert (to_date, direct, nonstate, valid, judged, computed, uploads) == (59, 54, 29, 30, 40, 30, 49)
    expected = {
        "pace": 40 * min(to_date / paced, 1),
        "direct_pace": 20 * min(direct / paced / 0.6, 1),
        "nonstate_pace": 10 * min(nonstate / paced / 0.3, 1),
        "valid_share": 20 * 0.8,  # 75 %
        "computed": 10 * 0.7,
        "per100": 5.0,  # 4.9 per 100 members
    }
    assert {name: row[f"points_{name}"] for name in expected} == pytest.approx(expected)
    assert row["points"] == pytest.approx(sum(expected.values()))


def test_a_unit_without_a_target_is_not_graded(records):
    row = of(records, "LD-01")

    assert row["points"] is None and row["class_code"] is None
    assert row["unknown"] == "pace;direct_pace;nonstate_pace"


def test_a_unit_without_members_only_misses_the_bonus(records):
    assert of(records, "LD-40")["points_per100"] == 0
    assert of(records, "LD-40")["class_code"] == "trung-binh"


def test_the_phase_and_the_kind_of_target_are_those_requested(records):
    assert of(records, "LD-38", FEBRUARY.changed(phase=1))["value_pace"] > 100
    assert of(records, "LD-38", Filters(period="2022-02", target=TargetKind.ASSIGNED))["value_pace"] > 100


def test_filters_choose_who_is_shown_and_change_no_points(records):
    whole = of(records, "LD-38")
    narrowed = FEBRUARY.changed(units=("LD-38",), sectors=("y-te",), statuses=("invalid",), positions=("officer",))

    assert fetch_grading(records, narrowed).frame["unit_code"].to_list() == ["LD-38"]
    assert of(records, "LD-38", narrowed) == whole


def test_the_change_is_against_the_period_before(records):
    row, january = of(records, "LD-38"), of(records, "LD-38", Filters(period="2022-01"))

    assert row["points_before"] == january["points"]
    assert row["change"] == pytest.approx(row["points"] - january["points"])
    assert january["points_before"] is None  # the programme had not begun


def test_a_moment_ends_what_counts(records):
    early = of(records, "LD-38", FEBRUARY.changed(as_of=datetime(2022, 2, 5, 8)))

    assert early["value_computed"] == 0
    assert not fetch_grading(records, FEBRUARY.changed(as_of=datetime(2022, 2, 5, 8))).is_complete
    assert fetch_grading(records, FEBRUARY).is_complete


def test_without_a_period_the_newest_month_is_graded(records):
    assert fetch_grading(records, Filters()).period.code == "2022-03"
    assert [one.code for one in fetch_periods(records, Filters(), Length.MONTH)] == ["2022-03", "2022-02", "2022-01"]


def test_other_weights_change_points_and_nothing_else(records):
    tried = fetch_grading(records, FEBRUARY, (("pace", 0.0), ("valid_share", 60.0)))
    row = tried.frame.filter(unit_code="LD-38").row(0, named=True)

    assert row["points_pace"] == 0
    assert row["points_valid_share"] == pytest.approx(48)
    assert row["value_valid_share"] == of(records, "LD-38")["value_valid_share"]


def test_a_programme_without_records_has_no_grading(prepared_url: str):
    with closing(records_over(prepared_url)) as records:
        grading = fetch_grading(records, Filters())

    assert grading.period is None and grading.frame.is_empty()
    assert grading.scheme.is_example


def test_units_of_equal_points_stand_in_the_order_of_their_classes(records, prepared_url: str):
    names = {"measure": "uploads", "scale": "linear", "steps": "", "bonus": False, "name_vi": "A", "name_en": "A"}
    with writing(prepared_url) as connection:
        one = {"programme_id": 1, "place": 0, "weight": 100.0, "zero_at": 0.0, "full_at": 1.0, **names}
        connection.execute(insert(grading_criterion).values(one))
        put_in_a_cluster(connection, "LD-38", "LD-40", "LD-01")
    records.catch_up()

    best = fetch_grading(records, FEBRUARY).frame.filter(pl.col("points") == 100)

    # Hà Nội, the first by name, has no target; the one place of the best class is Thanh Hóa's.
    assert best.select("unit_code", "class_code").rows() == [("LD-38", "xuat-sac"), ("LD-40", "tot"), ("LD-01", "tot")]


def grade_by(url: str, *criteria: tuple[str, float, float, float]) -> None:
    """Criteria of the programme: measure, weight, and the values that give no points and all points."""
    same = {"programme_id": 1, "scale": "linear", "steps": "", "bonus": False, "name_vi": "A", "name_en": "A"}
    with writing(url) as connection:
        for place, (measure, weight, zero, full) in enumerate(criteria):
            row = {**same, "measure": measure, "place": place, "weight": weight, "zero_at": zero, "full_at": full}
            connection.execute(insert(grading_criterion).values(**row))
        raise_version(connection, 1, ())


def test_days_to_judge_are_those_of_what_was_judged_in_the_period(records, prepared_url: str):
    grade_by(prepared_url, ("uploads", 10.0, 0.0, 100.0), ("judge_days", 20.0, 30.0, 0.0))
    records.catch_up()
    row, early = of(records, "LD-38"), of(records, "LD-38", FEBRUARY.changed(as_of=datetime(2022, 2, 15)))

    assert row["value_judge_days"] == pytest.approx((30 * 9 + 10 * 17) / 40)  # not the 4 that were judged in March
    assert row["points_judge_days"] == pytest.approx(20 * (30 - 11) / 30)
    assert early["value_judge_days"] == 9
    assert of(records, "LD-01")["value_judge_days"] is None and of(records, "LD-01")["points"] == pytest.approx(0.7)


def test_a_deduction_is_what_was_found_invalid_in_the_period_and_takes_no_more_than_there_is(
    records, prepared_url: str
):
    grade_by(prepared_url, ("uploads", 10.0, 0.0, 100.0), ("invalid_share", -10.0, 10.0, 40.0))
    records.catch_up()
    row, early = of(records, "LD-38"), of(records, "LD-38", FEBRUARY.changed(as_of=datetime(2022, 2, 15)))
    judged = "status IN (1, 2) AND settled_at BETWEEN '2022-02-01' AND '2022-02-28 23:59:59'"

    share = 100 * counted(records, f"status = 2 AND {judged}") / counted(records, judged)
    assert row["value_invalid_share"] == pytest.approx(share) == 25
    assert row["points_invalid_share"] == pytest.approx(-10 * (share - 10) / 30)
    assert row["points_uploads"] == pytest.approx(4.9) and row["points"] == 0  # not −0.1
    assert str(early["points_invalid_share"]) == "0.0"  # judged later; what costs nothing is no “-0.0” in a file
    assert early["points"] == pytest.approx(4.4)
    assert of(records, "LD-01")["points"] == pytest.approx(0.7)  # nothing judged yet
