"""Closed gradings stay as they were; manual corrections have a name and a reason."""

import pytest
from sqlalchemy import select

from data_access.database.errors import NotAllowed, NotSaved
from data_access.database.schema import audit_event, grading_correction
from data_access.queries.grading import fetch_grading
from data_access.staff.grading import close_grading, correct_grading
from data_access.store.records import Records
from data_access.store.scoped import records_for
from model.codes import TargetKind
from model.filters import Filters
from model.periods import read_period
from model.reader import LOCAL, Reader, Role
from tests.data_access.importing.stored import scalars
from tests.data_access.invented_rows import invent, write

ROWS = """
unit  | uploaded_at      | count | position | status | settled_at
LD-38 | 2022-01-20 08:00 | 10    | worker   | valid  | 2022-01-25 08:00
LD-38 | 2022-02-01 00:00 | 30    | worker   | valid  | 2022-02-10 08:00
LD-40 | 2022-02-11 08:00 | 1     | officer  | valid  | 2022-02-12 08:00
LD-40 | 2022-03-11 08:00 | 1     | officer  |        |
"""
TARGETS = """
unit  | phase | value
LD-38 | 0     | 900
LD-40 | 0     | 100
"""
FEBRUARY = read_period("2022-02")
GRADED_MONTH = Filters(period="2022-02")
LEAD = Reader("lead@example.vn", Role.LEAD, ("LD-38",))


def graded(records: Records, filters: Filters = GRADED_MONTH) -> dict[str, tuple[float, str]]:
    records.catch_up()
    frame = fetch_grading(records, filters).frame.drop_nulls("points")
    return {code: (points, name) for code, points, name in frame.select("unit_code", "points", "class_code").rows()}


def test_what_is_closed_stays_whatever_is_imported_or_set_up(prepared_url: str, records: Records):
    before = graded(records)
    close_grading(prepared_url, records, GRADED_MONTH, FEBRUARY, LOCAL)
    rows = [{**row, "unit_id": records.catalogue.unit_by_code["LD-38"].id} for row in invent(40, 1)]
    early = [{**row, "uploaded_at": row["uploaded_at"].replace(month=2, day=3), "uploaded_day": 20220203,
              "status": 0, "settled_at": None, "settled_day": None} for row in rows]  # fmt: skip
    write(prepared_url, *early)

    assert graded(records) == before
    assert fetch_grading(records, GRADED_MONTH).closed.who
    assert graded(records, GRADED_MONTH.changed(target=TargetKind.ASSIGNED)) != before  # not what was closed
    with pytest.raises(NotSaved, match="closed_already"):
        close_grading(prepared_url, records, GRADED_MONTH, FEBRUARY, LOCAL)


def test_a_period_that_runs_cannot_be_closed(prepared_url: str, records: Records):
    with pytest.raises(NotSaved, match="not_ended"):
        close_grading(prepared_url, records, GRADED_MONTH, read_period("2022-03"), LOCAL)


def test_only_who_answers_for_all_units_closes(prepared_url: str, records: Records):
    for by in (LEAD, Reader("s@example.vn", Role.STAFF)):
        with pytest.raises(NotAllowed):
            close_grading(prepared_url, records, GRADED_MONTH, FEBRUARY, by)


@pytest.mark.parametrize("closed", [False, True])
def test_a_correction_changes_points_and_says_who_and_why(prepared_url: str, records: Records, closed: bool):
    before = graded(records)["LD-38"][0]
    if closed:
        close_grading(prepared_url, records, GRADED_MONTH, FEBRUARY, LOCAL)
    correct_grading(prepared_url, records, GRADED_MONTH, FEBRUARY, "LD-38", 7.5, "Kiến nghị được chấp nhận", LEAD)

    assert graded(records)["LD-38"][0] == pytest.approx(before + 7.5)
    (grading,) = fetch_grading(records, GRADED_MONTH).corrections
    assert (grading.points, grading.reason, grading.who) == (7.5, "Kiến nghị được chấp nhận", "lead@example.vn")
    assert "grading_corrected" in scalars(prepared_url, select(audit_event.c.action))


def test_a_lead_corrects_own_units_alone_and_never_without_a_reason(prepared_url: str, records: Records):
    with pytest.raises(NotAllowed):
        correct_grading(prepared_url, records, GRADED_MONTH, FEBRUARY, "LD-40", 5, "Vì", LEAD)
    with pytest.raises(NotAllowed):
        correct_grading(
            prepared_url, records, GRADED_MONTH, FEBRUARY, "LD-38", 5, "Vì", Reader("s@example.vn", Role.STAFF)
        )
    with pytest.raises(NotSaved, match="no_reason"):
        correct_grading(prepared_url, records, GRADED_MONTH, FEBRUARY, "LD-38", 5, "  ", LEAD)
    assert scalars(prepared_url, select(grading_correction.c.id)) == []


def test_corrections_cover_the_units_that_are_shown(prepared_url: str, records: Records):
    correct_grading(prepared_url, records, GRADED_MONTH, FEBRUARY, "LD-38", 5, "Vì", LOCAL)
    records.catch_up()
    other = records_for(records, Reader("o@example.vn", Role.LEAD, ("LD-40",)))

    assert fetch_grading(other, GRADED_MONTH.changed(units=("LD-40",))).corrections == ()
