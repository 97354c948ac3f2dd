"""Targets of a user-defined programme from long or wide files: any phase, shares, “xóa”, units below."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import select

from data_access.database.schema import programme, target, unit
from data_access.database.transactions import reading
from data_access.importing.choices import Choices, Kind
from data_access.importing.saving import save
from data_access.importing.understanding import understand
from data_access.importing.understood import Understood
from data_access.importing.undoing import undo
from data_access.programmes.saving import load_setup
from data_access.reference.catalogue import fetch_catalogue
from model.reader import LOCAL
from tests.data_access.programmes.made_programme import EXAMPLE, make

Stored = dict[tuple[str, int, str], int]


@pytest.fixture
def url(prepared_url: str, tmp_path: Path) -> str:
    make(EXAMPLE, tmp_path)
    load_setup(prepared_url, tmp_path / "setup.xlsx", LOCAL)
    return prepared_url


def read(url: str, folder: Path, *lines: tuple[object, ...], **choices: object) -> Understood:
    book = Workbook()
    for line in lines:
        book.active.append(line)
    book.save(folder / "targets.xlsx")
    chosen = Choices(EXAMPLE.code, by=LOCAL, kind=Kind.TARGETS).changed(**choices)
    return understand(url, folder / "targets.xlsx", chosen)


def stored(url: str) -> Stored:
    query = select(unit.c.code, target.c.phase, target.c.kind, target.c.value).join(unit, unit.c.id == target.c.unit_id)
    with reading(url) as connection:
        number = connection.scalar(select(programme.c.id).where(programme.c.code == EXAMPLE.code))
        result = connection.execute(query.where(target.c.programme_id == number))
        return {(row.code, row.phase, row.kind): row.value for row in result}


def wrong(understood: Understood) -> list[tuple[str, int, str, str]]:
    return understood.wrong.select("code", "line", "column", "value").rows()


def test_a_column_is_a_phase_by_its_name_or_number(url: str, tmp_path: Path) -> None:
    before = stored(url)
    heads = ("STT", "Đơn vị", "Cả chương trình", "Quý I", "Chỉ tiêu giai đoạn 2", "QUÝ  III", "Phase 4", "Nguồn")
    rows = (1, "Phân xưởng Ép 1", 1000, 101, None, 103, "104", "KH 7"), (2, "PX02-1", None, 7, None, None, None, None)
    understood = read(url, tmp_path, ("KẾ HOẠCH",), heads, *rows, replace=True)
    saved = save(url, understood)

    expected = {("PX01", 0): 1000, ("PX01", 1): 101, ("PX01", 3): 103, ("PX01", 4): 104, ("PX02-1", 1): 7}
    assert stored(url) == before | {(*key, "registered"): value for key, value in expected.items()}
    undo(url, int(saved.batch or 0), LOCAL)
    assert stored(url) == before


def test_a_target_beside_phases_is_the_whole_programmes(url: str, tmp_path: Path) -> None:
    before = stored(url)
    save(url, read(url, tmp_path, ("Đơn vị", "Chỉ tiêu", "Quý IV"), ("P-KD", 90, 60), replace=True))
    assert stored(url) == before | {("P-KD", 0, "registered"): 90, ("P-KD", 4, "registered"): 60}


@pytest.mark.parametrize("share", ["10%", "10 % đoàn viên", 0.1, "0,1"])
def test_a_share_of_the_members_is_worked_out(url: str, tmp_path: Path, share: object) -> None:
    lines = ("Đơn vị", "Loại chỉ tiêu", "Quý I"), ("PX01", "định hướng", share)
    save(url, read(url, tmp_path, *lines))
    assert stored(url)["PX01", 1, "guided"] == round(members(url, "PX01") / 10)


def members(url: str, code: str) -> int:
    with reading(url) as connection:
        catalogue = fetch_catalogue(connection)
    own = catalogue.of_programme(next(one for one in catalogue.programmes if one.code == EXAMPLE.code))
    return next(one.members or 0 for one in own.units if one.code == code)


@pytest.mark.parametrize("is_wide", [True, False])
def test_xoa_removes_a_target_after_it_was_shown_and_undo_brings_it_back(
    url: str, tmp_path: Path, is_wide: bool
) -> None:
    before = stored(url)
    lines = [("Đơn vị", "Quý I"), ("PX01", "xóa")]
    if not is_wide:
        lines = [("Đơn vị", "Giai đoạn", "Chỉ tiêu"), ("PX01", "Quý I", "Xóa")]
    preview = read(url, tmp_path, *lines)
    assert not preview.may_be_saved
    [shown] = preview.overwrites
    assert (shown.old, shown.new, shown.phase) == (before["PX01", 1, "registered"], None, 1)
    saved = save(url, read(url, tmp_path, *lines, replace=True))

    assert stored(url) == {key: value for key, value in before.items() if key != ("PX01", 1, "registered")}
    again = read(url, tmp_path, *lines, replace=True)
    assert again.counts == (0, 0, 1)
    undo(url, int(saved.batch or 0), LOCAL)
    assert stored(url) == before


def test_a_wide_file_under_another_kind_is_recognised(url: str, tmp_path: Path) -> None:
    preview = read(url, tmp_path, ("Đơn vị", "Quý I", "Quý II"), ("PX01", 3, 4), kind=Kind.INITIATIVES)
    assert [(one.code, one.params["found"]) for one in preview.remarks] == [("wrong_kind", "targets")]


def test_impossible_values_are_reported_with_line_and_column(url: str, tmp_path: Path) -> None:
    heads = ("Đơn vị", "Quý I", "Quý II", "Quý V")
    rows = ("PX01", "nhiều", 5, None), ("Nobody", 4, None, None), ("PX02", None, None, 3), ("PX03", 0, None, None)
    assert wrong(read(url, tmp_path, heads, *rows)) == [
        ("not_a_number", 2, "Quý I", "nhiều"),
        ("unknown_unit", 3, "Đơn vị", "Nobody"),
        ("unknown_phase", 4, "Giai đoạn", "Quý V"),
        ("target_zero", 5, "Quý I", "0"),
    ]


def test_the_row_of_the_whole_is_compared_phase_by_phase_with_the_ranked_units(url: str, tmp_path: Path) -> None:
    heads = ("Đơn vị", "Quý I", "Quý II")
    rows = ("PX01", 3, 4), ("PX01-1", 100, None), ("PX02", 5, 6)
    agreeing = read(url, tmp_path, heads, *rows, ("Toàn công ty", 8, 10), replace=True)
    assert [one.params["total"] for one in agreeing.remarks if one.code == "total_row_agrees"] == [8, 10]
    assert agreeing.may_be_saved
    differing = read(url, tmp_path, heads, *rows, ("Tổng cộng", 8, 11), replace=True)
    [questions] = [one.params for one in differing.remarks if one.code == "whole_differs"]
    assert (questions["total"], questions["parts"], questions["gap"]) == (11, 10, 1)
