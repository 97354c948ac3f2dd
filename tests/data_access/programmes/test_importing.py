"""Imports into a user-defined programme: only its members, its phases, successors of ended units."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data_access.cli.answer import answer
from data_access.importing.choices import Choices, Kind
from data_access.importing.remarks import Severity
from data_access.importing.saving import save
from data_access.importing.understanding import understand
from data_access.importing.understood import Understood
from data_access.queries.overview import fetch_overview
from data_access.queries.sectors import fetch_sectors
from data_access.rows.row_stream import union_names
from model.filters import Filters
from model.reader import LOCAL, Reader, Role
from tests.data_access.programmes.test_loading import load
from tests.live_records import live_records

UNITS = """
Mã    | Tên       | Cấp trên | Từ ngày    | Đến ngày   | Đơn vị kế tục
A     | Khối An   |          |            |            |
B     | Khối Bình |          |            | 30/06/2026 | A
C     | Khối Cúc  |          |            | 30/06/2026 |
D     | Khối Diệu |          | 01/07/2026 |            |
A-1   | Tổ Một    | A        |            |            |
A-1-1 | Nhóm Nhỏ  | A-1      |            |            |
A-2   | Tổ Hai    | A        |            |            |
"""
PHASES = """
Số | Tên    | Bắt đầu    | Kết thúc
1  | Quý I  | 01/01/2026 | 31/03/2026
5  | Mùa hè | 01/04/2026 | 31/12/2026
"""


@pytest.fixture
def url(prepared_url: str) -> Iterator[str]:
    assert load(prepared_url, {"Đơn vị": UNITS, "Giai đoạn": PHASES}).batch
    yield prepared_url


def read(url: str, folder: Path, rows: str, kind: Kind = Kind.INITIATIVES, **choices: object) -> Understood:
    """The content of a drawn file as it was understood."""
    file = folder / "file.csv"
    lines = [[cell.strip() for cell in line.split("|")] for line in rows.strip().splitlines()]
    with file.open("w", newline="", encoding="utf-8") as text:
        csv.writer(text).writerows(lines)
    return understand(url, file, Choices("ct-2026", kind, LOCAL).changed(**choices))


def params_by_code(understood: Understood, severity: Severity) -> dict[str, object]:
    return {remark.code: dict(remark.params) for remark in understood.of(severity)}


ROWS = """
Mã sáng kiến | Tên sáng kiến | Đơn vị   | Công đoàn cơ sở | Ngày cập nhật
1            | Một           | {unit}   | Tổ Một          | 01/03/2026
2            | Hai           | {unit}   | Tổ Một          | 30/06/2026
3            | Ba            | {unit}   | Tổ Một          | 01/07/2026
"""


@pytest.mark.parametrize("unit", ["LĐLĐ tỉnh Thanh Hóa", "LD-38", "Tổ Một"])
def test_a_name_outside_the_members_raises_a_question(url: str, tmp_path: Path, unit: str) -> None:
    understood = read(url, tmp_path, ROWS.format(unit=unit))

    assert set(understood.wrong["code"]) == {"unknown_unit"} and understood.wrong.height == 3
    assert not understood.may_be_saved
    again = read(url, tmp_path, ROWS.format(unit=unit), unit_names={unit: "LD-38"})
    assert not again.may_be_saved  # nor is one that somebody names by mistake
    assert read(url, tmp_path, ROWS.format(unit=unit), unit_names={unit: "A"}).may_be_saved


def test_rows_after_the_end_of_a_unit_are_offered_to_its_successor(url: str, tmp_path: Path) -> None:
    understood = read(url, tmp_path, ROWS.format(unit="Khối Bình"))
    assert params_by_code(understood, Severity.QUESTION) == {
        "units_ended": {"pairs": [["Khối Bình (1)", "Khối An"]], "count": 1}
    }
    assert not understood.may_be_saved

    kept = read(url, tmp_path, ROWS.format(unit="B"), ended="keep")
    assert "units_ended_kept" in params_by_code(kept, Severity.WARNING)
    moved = read(url, tmp_path, ROWS.format(unit="B"), ended="move")
    assert "units_ended_moved" in params_by_code(moved, Severity.WARNING)
    assert save(url, moved).batch
    with live_records(url) as records:
        lines = csv.DictReader(io.StringIO(answer(records, "ranking", "programme=ct-2026")))
        assert {row["unit_code"]: row["value"] for row in lines if row["unit_code"]} == {"B": "2", "A": "1"}


def test_rows_after_the_end_of_a_unit_without_successor_are_wrong(url: str, tmp_path: Path) -> None:
    understood = read(url, tmp_path, ROWS.format(unit="C"))
    result = understood.wrong.select("code", "line", "value", "hint").rows()
    assert result == [("unit_ended", 4, "Khối Cúc", "30/06/2026")]


AFTER_A_MERGER = """
Mã  | Tên          | Tên gọn  | Tỉnh      | Từ ngày    | Đến ngày   | Đơn vị kế tục | Tên khác
PT  | LĐLĐ Phú Thọ | Phú Thọ  | Phú Thọ   |            | 30/06/2026 | PTM           |
VP  | LĐLĐ Vĩnh Phúc | Vĩnh Phúc | Vĩnh Phúc |         | 30/06/2026 | PTM           |
PTM | LĐLĐ Phú Thọ | Phú Thọ  | Phú Thọ   | 01/07/2026 |            |               | Vĩnh Phúc
K   | Khối Bình    |          |           |            |            |               |
"""
BY_NAME = """
Mã sáng kiến | Tên sáng kiến | Đơn vị | Ngày cập nhật
1            | Một           | {unit} | 30/06/2026
2            | Hai           | {unit} | 01/07/2026
"""


@pytest.mark.parametrize("unit", ["Phú Thọ", "LĐLĐ tỉnh Phú Thọ", "PHU THO"])
def test_a_name_of_two_units_means_the_one_of_the_day(prepared_url: str, tmp_path: Path, unit: str) -> None:
    assert load(prepared_url, {"Đơn vị": AFTER_A_MERGER}).batch
    understood = read(prepared_url, tmp_path, BY_NAME.format(unit=unit))
    text = params_by_code(understood, Severity.INFO)["units_of_the_day"]
    assert text == {"pairs": [[unit, "Phú Thọ (PT) (1)"], [unit, "Phú Thọ (PTM) (1)"]], "count": 2}
    assert understood.may_be_saved and understood.rows["unit_id"].n_unique() == 2

    former = read(prepared_url, tmp_path, BY_NAME.format(unit="Vĩnh Phúc"))
    pairs = [["Vĩnh Phúc", "Vĩnh Phúc (1)"], ["Vĩnh Phúc", "Phú Thọ (PTM) (1)"]]
    assert params_by_code(former, Severity.INFO)["units_of_the_day"] == {"pairs": pairs, "count": 2}

    targets = read(prepared_url, tmp_path, f"Đơn vị | Chỉ tiêu | Nguồn\n{unit} | 5 | KH", Kind.TARGETS)
    (wrong,) = targets.wrong.select("code", "hint").rows()
    assert wrong == ("name_of_two", "Phú Thọ (PT), Phú Thọ (PTM), Vĩnh Phúc")
    mine = Reader("a@example.vn", Role.STAFF, ("VP",))
    kept_out = read(prepared_url, tmp_path, BY_NAME.format(unit=unit), by=mine)
    assert set(kept_out.wrong["code"]) == {"outside_scope"} and kept_out.wrong.height == 2


def test_a_province_that_is_part_of_another_one_is_offered_that_one(prepared_url: str, tmp_path: Path) -> None:
    units = "Mã | Tên | Tỉnh\nM1 | Phú Thọ | Phú Thọ\nM2 | Vĩnh Long | Vĩnh Long"
    assert load(prepared_url, {"Đơn vị": units}).batch
    understood = read(prepared_url, tmp_path, BY_NAME.format(unit="LĐLĐ tỉnh Vĩnh Phúc"))
    assert [row["hint"].split(", ")[0] for row in understood.wrong.iter_rows(named=True)] == ["Phú Thọ", "Phú Thọ"]


@pytest.mark.parametrize(
    ("unit", "expected"), [("Khối Bính", True), ("KHỐI BÌNH", False), ("khoi binh", False), ("K", False)]
)
def test_a_name_with_other_accents_is_reported(prepared_url: str, tmp_path: Path, unit: str, expected: bool) -> None:
    assert load(prepared_url, {"Đơn vị": AFTER_A_MERGER}).batch
    remarks = params_by_code(read(prepared_url, tmp_path, BY_NAME.format(unit=unit)), Severity.WARNING)
    assert ("names_with_other_accents" in remarks) is expected


def test_rows_before_a_unit_takes_part_stay_with_it_and_are_reported(url: str, tmp_path: Path) -> None:
    understood = read(url, tmp_path, ROWS.format(unit="d"))
    text = params_by_code(understood, Severity.WARNING)["units_not_yet"]
    assert text == {"pairs": [["Khối Diệu (2)", "01/07/2026"]], "count": 2}
    assert understood.may_be_saved
    assert "units_not_yet" not in params_by_code(read(url, tmp_path, ROWS.format(unit="A")), Severity.WARNING)


TARGETS = """
Đơn vị   | Chỉ tiêu | Giai đoạn
A        | 10       |
A        | 4        | Quý I
A        | 6        | 5
Tổ Một   | 3        | mùa hè
Nhóm Nhỏ | 2        | Giai đoạn 1
"""


def test_targets_are_for_any_member_and_any_phase_of_the_programme(url: str, tmp_path: Path) -> None:
    understood = read(url, tmp_path, TARGETS, Kind.TARGETS)
    assert understood.may_be_saved, understood.remarks
    assert save(url, understood).batch
    with live_records(url) as records:
        by_code = {number: unit.code for number, unit in records.catalogue.unit_by_id.items()}
        rows = records.targets("ct-2026").select("unit_id", "phase", "value").rows()
    assert {(by_code[unit], phase, value) for unit, phase, value in rows} == {
        ("A", 0, 10),
        ("A", 1, 4),
        ("A", 5, 6),
        ("A-1", 5, 3),
        ("A-1-1", 1, 2),
    }


@pytest.mark.parametrize("phase", ["2", "Quý IV", "Giai đoạn 3", "2026"])
def test_a_phase_that_the_programme_does_not_have_is_reported(url: str, tmp_path: Path, phase: str) -> None:
    understood = read(url, tmp_path, f"Đơn vị | Chỉ tiêu | Giai đoạn | Nguồn\nA | 5 | {phase} | KH", Kind.TARGETS)
    assert understood.wrong.select("code", "line", "value").rows() == [("unknown_phase", 2, phase)]


def test_an_overwritten_target_is_shown_with_its_source_and_who_before_it_is_saved(url: str, tmp_path: Path) -> None:
    first = "Đơn vị | Chỉ tiêu | Nguồn\nA | 10 | KH 01\nA-1 | 3 | KH 02"
    assert save(url, read(url, tmp_path, first, Kind.TARGETS)).batch
    again = read(url, tmp_path, "Đơn vị | Chỉ tiêu | Nguồn\nA | 12 | KH 03\nA-1 | 3 | KH 02", Kind.TARGETS)

    assert params_by_code(again, Severity.QUESTION)["overwrites"] == {"count": 1}
    (first_value, *_) = again.overwrites
    assert (first_value.subject, first_value.old, first_value.new) == ("Khối An", 10, 12)
    assert first_value.source == f"KH 01; {again.choices.who}"


def test_the_names_of_a_file_of_rows_are_those_of_the_programme(url: str) -> None:
    with live_records(url) as records:
        names = {tuple(row) for row in union_names(records.catalogue, "ct-2026").drop("grassroots_id").rows()}
    assert names == {(None, "Tổ Một"), ("Nhóm Nhỏ", "Tổ Một"), ("Tổ Hai", None)}


def test_the_moment_a_target_was_met_is_shown_for_the_unit_looked_into(url: str, tmp_path: Path) -> None:
    rows = """
    Mã sáng kiến | Tên sáng kiến | Đơn vị | Công đoàn cơ sở | Ngày cập nhật
    1            | Một           | A      | Tổ Hai          | 01/03/2026 08:00
    2            | Hai           | A      | Tổ Một          | 01/03/2026 09:00
    3            | Ba            | A      | Tổ Một          | 01/03/2026 10:00
    4            | Bốn           | B      |                 | 01/03/2026 11:00
    """
    assert save(url, read(url, tmp_path, rows)).batch
    targets = "Đơn vị | Chỉ tiêu\nA | 2\nTổ Một | 2"
    assert save(url, read(url, tmp_path, targets, Kind.TARGETS)).batch
    with live_records(url) as records:
        inside = fetch_overview(records, Filters(programme="ct-2026", within="A")).reached_at
        child = fetch_overview(records, Filters(programme="ct-2026", within="A", units=("A-1",))).reached_at
    assert inside is not None and child is not None
    assert (inside.date(), inside.hour, child.hour) == (date(2026, 3, 1), 9, 10)


def test_a_programme_with_sectors_of_its_own_has_no_groups_of_those_that_ship(url: str, tmp_path: Path) -> None:
    sectors = "Mã | Tên\nxanh | Môi trường"
    assert load(url, {"Lĩnh vực": sectors}).batch
    assert save(url, read(url, tmp_path, ROWS.format(unit="A"))).batch
    with live_records(url) as records:
        (only,) = fetch_sectors(records, Filters(programme="ct-2026"))
    assert only.scheme == "sector"


def test_a_code_of_a_unit_below_counts_for_the_ranked_one_above_and_for_itself(url: str, tmp_path: Path) -> None:
    rows = """
    Mã sáng kiến | Tên sáng kiến | Mã đơn vị | Công đoàn cơ sở | Ngày cập nhật
    1            | Một           | A-1-1     |                 | 01/03/2026
    2            | Hai           | a-2       | Tổ Một          | 01/03/2026
    3            | Ba            | A-1       | Nhóm Nhỏ        | 01/03/2026
    4            | Bốn           | A-1       |                 | 01/03/2026
    5            | Năm           | C         |                 | 01/03/2026
    """
    understood = read(url, tmp_path, rows)
    params = params_by_code(understood, Severity.INFO)["units_below"]
    assert isinstance(params, dict) and (params["count"], params["above"]) == (4, "A")
    assert save(url, understood).batch
    with live_records(url) as records:
        answers = {
            code: {
                row["unit_code"]: row["value"] for row in csv.DictReader(io.StringIO(answer(records, "ranking", query)))
            }
            for code, query in (("", "programme=ct-2026"), ("A", "programme=ct-2026&within=A"))
        }
    assert (answers[""]["A"], answers[""]["C"]) == ("4", "1")
    assert (answers["A"]["A-1"], answers["A"]["A-2"]) == ("3", "1")  # a code beats the name beside it
