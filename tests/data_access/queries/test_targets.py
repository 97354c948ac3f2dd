from datetime import date, datetime

import pytest

from data_access.queries.targets import fetch_targets, known_only, target_in_scope
from data_access.queries.unit import fetch_unit
from model.codes import Basis, Boundary, Measure, TargetKind
from model.filters import Filters, end_of_day

# The last 7 days begin after 13/03 12:00; 72 days are left of phase 1.
NOON = datetime(2022, 3, 20, 12)
ROWS = """
unit   | uploaded_at      | count | status | settled_at
LD-38  | 2022-02-01 08:00 | 12    |        |
LD-40  | 2022-02-01 08:00 | 10    |        |
LD-42  | 2022-03-13 12:00 | 3     |        |
LD-42  | 2022-03-13 12:01 | 1     |        |
LD-42  | 2022-03-20 12:00 | 1     |        |
LD-42  | 2022-03-20 12:01 | 5     |        |
LD-79  | 2022-03-13 11:59 | 4     |        |
LD-75  | 2022-02-01 08:00 | 3     | valid  | 2022-03-19 09:00
LD-75  | 2022-02-01 08:00 | 2     | valid  | 2022-03-21 09:00
"""
TARGETS = """
unit  | phase | kind       | value
LD-38 | 1     | registered | 10
LD-40 | 1     | registered | 10
LD-42 | 1     | registered | 10
LD-79 | 1     | registered | 10
LD-01 | 1     | registered | 10
LD-38 | 0     | registered | 100
LD-38 | 1     | assigned   | 24
LD-38 | 1     | guided     | 7
LD-40 | 1     | guided     | 11
"""
PHASE_1 = Filters(phase=1, as_of=NOON)


def by_unit(frame, *columns: str) -> dict:
    return {row[0]: row[1:] if len(columns) > 1 else row[1] for row in frame.select("unit_code", *columns).rows()}


def test_every_unit_is_judged_against_its_target_of_the_phase(records):
    frame = fetch_targets(records, PHASE_1)

    assert frame.height == 82
    rows = by_unit(frame, "uploads", "target", "gap", "status")
    assert rows["LD-38"] == (12, 10, 2, "exceeded")
    assert rows["LD-40"] == (10, 10, 0, "met")
    assert rows["LD-42"] == (5, 10, -5, "on_track")
    assert rows["LD-79"] == (4, 10, -6, "behind")
    assert rows["LD-75"] == (5, None, None, "no_target")
    assert rows["LD-01"] == (0, 10, -10, "not_reported")
    assert by_unit(frame, "reached_pct")["LD-38"] == pytest.approx(120)
    assert by_unit(frame, "pace", "needed")["LD-42"] == (pytest.approx(2 / 7), 1)  # 5 in 72 days
    assert by_unit(frame, "pace", "needed")["LD-79"] == (0, 1)  # a minute before the week
    assert by_unit(frame, "needed")["LD-38"] == 0


def test_a_target_that_is_over_was_missed_and_one_just_begun_has_no_verdict(records):
    after = by_unit(fetch_targets(records, PHASE_1.changed(as_of=end_of_day(date(2022, 5, 31)))), "status")
    last_day = by_unit(fetch_targets(records, PHASE_1.changed(as_of=datetime(2022, 5, 31, 23))), "status", "needed")
    # The first record is of 01/02/2022: seven days are known at the end of 07/02, not before.
    six_days = by_unit(fetch_targets(records, PHASE_1.changed(as_of=datetime(2022, 2, 7, 9))), "status")
    seven_days = by_unit(fetch_targets(records, PHASE_1.changed(as_of=end_of_day(date(2022, 2, 7)))), "status")

    assert (after["LD-79"], after["LD-38"], after["LD-01"]) == ("missed", "exceeded", "not_reported")
    assert last_day["LD-79"] == ("behind", 6)
    assert (six_days["LD-40"], seven_days["LD-40"]) == ("met", "met")
    assigned = Filters(phase=1, target=TargetKind.ASSIGNED)
    early, known = (
        by_unit(fetch_targets(records, assigned.changed(as_of=at)), "status", "pace")["LD-38"]
        for at in (datetime(2022, 2, 7, 9), end_of_day(date(2022, 2, 7)))
    )
    assert early == ("too_early", None)
    assert known == ("on_track", pytest.approx(12 / 7))


def test_the_three_kinds_of_targets_stand_side_by_side(records):
    rows = by_unit(fetch_targets(records, PHASE_1), "registered", "assigned", "guided", "over_guided")

    assert rows["LD-38"] == (10, 24, 7, 3)
    assert rows["LD-40"] == (10, None, 11, -1)
    assert rows["LD-75"] == (None, None, None, None)


def test_the_chosen_kind_decides(records):
    rows = by_unit(fetch_targets(records, PHASE_1.changed(target=TargetKind.ASSIGNED)), "target", "gap", "status")

    assert rows["LD-38"] == (24, -12, "behind")
    assert rows["LD-40"] == (None, None, "no_target")


def test_the_whole_programme_has_its_own_targets(records):
    rows = by_unit(fetch_targets(records, Filters(as_of=NOON)), "target", "status")

    assert rows["LD-38"] == (100, "behind")
    assert rows["LD-42"] == (None, "no_target")


def test_valid_counts_what_was_decided_by_then(records):
    rows = by_unit(fetch_targets(records, PHASE_1.changed(measure=Measure.VALID)), "uploads")

    assert (rows["LD-75"], rows["LD-38"]) == (3, 0)


@pytest.mark.parametrize(
    "narrower", [{"sectors": ("y-te",)}, {"since": date(2022, 1, 9)}, {"statuses": ("review",)}, {"levels": ("none",)}]
)
def test_what_no_target_speaks_of_is_not_compared(records, narrower: dict):
    frame = fetch_targets(records, PHASE_1.changed(**narrower))

    assert set(frame["status"]) == {"not_comparable"}
    assert frame["reached_pct"].null_count() == frame["gap"].null_count() == 82


def test_provinces_of_2025_sum_the_targets_that_are_known(records):
    rows = by_unit(fetch_targets(records, PHASE_1.changed(boundary=Boundary.NEW)), "uploads", "target", "status")

    assert rows["34:79"] == (4, 10, "behind")  # TP.HCM with Bình Dương and Bà Rịa - Vũng Tàu, which have none
    assert rows["34:75"] == (5, None, "no_target")
    assert len(rows) == 34 + 19


def test_the_nation_is_held_against_the_plan_and_less_than_it_against_the_sum_of_its_units(records):
    programme = records.catalogue.programme("1tr")

    scope, plan = target_in_scope(records, programme, Filters(phase=1))
    assert (scope, plan.value, plan.source.kind) == ("national", 300_000, "national_plan")

    some = Filters(phase=1, units=("LD-38", "LD-40", "LD-75"))
    scope, total = target_in_scope(records, programme, some)
    assert (scope, total.value, total.source.kind, total.source.note) == ("registered", 20, "target_sum", "2/3")

    _, nothing = target_in_scope(records, programme, Filters(phase=1, units=("LD-75",)))
    assert nothing.value is None


LEDGER = Filters(basis=Basis.PUBLISHED)


def test_the_ledger_judges_only_what_was_printed(records):
    frame = fetch_targets(records, LEDGER.changed(as_of=datetime(2022, 4, 20, 8)))
    rows = by_unit(frame, "uploads", "target", "gap", "status")

    assert rows["LD-01"] == (18_549, 130_000, -111_451, "not_comparable")  # nobody printed a pace
    assert rows["LD-38"] == (35_728, None, None, "no_target")
    assert rows["LD-75"] == (None, None, None, "not_published")
    assert by_unit(frame, "over_guided")["LD-17"] == 3_927


def test_what_a_source_says_without_a_number_is_known_from_that_day_on(records):
    at_meeting = fetch_targets(records, LEDGER.changed(as_of=datetime(2022, 4, 20, 8)))
    before = fetch_targets(records, LEDGER.changed(as_of=datetime(2022, 4, 19)))
    of_records = fetch_targets(records, PHASE_1)

    rows = by_unit(known_only(at_meeting, Basis.PUBLISHED), "status", "said")
    assert {rows[code] for code in ("LD-06", "LD-10", "LD-25")} == {
        ("not_published", "below_guided"),
        ("not_published", "below_guided;average_rate"),
    }
    assert {"LD-08", "LD-17", "LD-20"} < set(rows)  # praised with a number
    assert before["said"].null_count() == before.height and of_records["said"].null_count() == of_records.height


def test_the_word_of_a_number_stays_with_that_number(records):
    at_meeting = LEDGER.changed(as_of=datetime(2022, 4, 20, 8), units=("LD-01",))

    words = [
        by_unit(fetch_targets(records, at_meeting.changed(target=kind)), "target", "target_qualifier", "qualifier")
        for kind in (TargetKind.REGISTERED, TargetKind.ASSIGNED)
    ]
    lines = {line.kind: (line.value, line.qualifier) for line in fetch_unit(records, at_meeting).targets}

    assert [one["LD-01"] for one in words] == [(130_000, "ít nhất", None), (60_000, None, None)]
    assert lines == {"registered": (130_000, "ít nhất"), "assigned": (60_000, None)}


def test_a_percentage_printed_without_its_target_is_kept_and_invents_no_target(records):
    frame = fetch_targets(records, LEDGER.changed(phase=1, as_of=end_of_day(date(2022, 5, 31))))

    assert by_unit(frame, "uploads", "target", "reached_pct", "status")["LD-79"] == (57_849, None, 115.7, "exceeded")


def test_one_unit_is_opened_into_the_grassroots_unions_its_source_lists(records):
    filters = LEDGER.changed(units=("CD-TKS",), phase=1, target=TargetKind.ASSIGNED)
    reached = {
        code: round(pct, 1) for code, pct in by_unit(fetch_targets(records, filters), "reached_pct").items() if pct
    }

    assert len(reached) == 8
    assert reached["CD-TKS/che-tao-may"] == 275
    assert reached["CD-TKS/kho-van-da-bac"] == 200
    assert reached["CD-TKS/tuyen-than-cua-ong"] == 186.7


def test_a_programme_of_one_town_has_no_units_to_judge(records):
    assert fetch_targets(records, Filters(programme="son-tay-2024")).is_empty()
