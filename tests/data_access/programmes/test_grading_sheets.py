"""Criteria and classes of grading are read from the set-up workbook and written to it."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data_access.database.transactions import reading
from data_access.importing.undoing import undo
from data_access.programmes.book import exported_book, template_book
from data_access.programmes.copying import copy_programme
from data_access.programmes.saving import load_content
from data_access.reference.ids import programme_id_of
from data_access.rules.grading_scheme import example, read_scheme
from importer.programmes import finding_line
from language.languages import LANGUAGES
from model.grading import Scheme
from model.reader import LOCAL
from tests.data_access.programmes.test_loading import book

CRITERIA = """Thước đo | Tên | Điểm tối đa | Cách tính | Từ | Đủ điểm ở | Bậc | Điểm thưởng
hợp lệ | Số hợp lệ | 60 | đều | 0 | 50 | |
tỷ lệ không hợp lệ | Trừ điểm | -10,5 | đều | 0 | 40 | |
cập nhật | Số cập nhật | 40 | bậc | | | 1: 50; 10: 100 | Không
trên 100 đoàn viên | Thưởng | 5 | đều | | 10 | | Có"""
CLASSES = """Mã | Tên | Tên tiếng Anh | Từ điểm | Nhiều nhất % của cụm
gioi | Giỏi | Good | 80 | 30
con-lai | Còn lại | Others | 0 |"""
HEAD = CRITERIA.splitlines()[0]


def scheme_of(url: str, code: str = "ct-2026") -> Scheme:
    with reading(url) as connection:
        return read_scheme(connection, programme_id_of(connection, code))


def test_a_programme_is_graded_by_its_own_criteria_until_they_are_taken_back(prepared_url: str, tmp_path: Path):
    load_content(prepared_url, book({}), "moi.xlsx", LOCAL)
    assert scheme_of(prepared_url) == example()

    sheets = {"Tiêu chí xếp loại": CRITERIA, "Loại thi đua": CLASSES}
    loaded = load_content(prepared_url, book(sheets), "moi.xlsx", LOCAL)
    result = scheme_of(prepared_url)

    assert loaded.changes["grading_criterion"] == (4, 0, 0)
    assert [one.measure for one in result.criteria] == ["valid", "invalid_share", "uploads", "per100"]
    assert [one.weight for one in result.criteria] == [60, -10.5, 40, 5]
    assert result.criteria[2].steps == ((1, 50), (10, 100))
    assert [one.bonus for one in result.criteria] == [False, False, False, True]
    assert [(one.code, one.at_least, one.quota_pct) for one in result.classes] == [
        ("gioi", 80, 30),
        ("con-lai", 0, None),
    ]
    assert not result.is_example and result.most == 100

    undo(prepared_url, loaded.batch, LOCAL)
    assert scheme_of(prepared_url) == example()


def test_the_workbook_comes_back_and_changes_nothing(prepared_url: str):
    sheets = {"Tiêu chí xếp loại": CRITERIA, "Loại thi đua": CLASSES}
    load_content(prepared_url, book(sheets), "moi.xlsx", LOCAL)
    with reading(prepared_url) as connection:
        content = exported_book(connection, "ct-2026")

    assert load_content(prepared_url, content, "moi.xlsx", LOCAL).is_same
    copy_programme(prepared_url, "ct-2026", "ct-2026-2", LOCAL)
    assert scheme_of(prepared_url, "ct-2026-2") == scheme_of(prepared_url)


BAD = {
    "cái khác | A | 1 | đều | 0 | 9 | |": ("unknown_word", "Thước đo"),
    "hợp lệ | A | nhiều | đều | 0 | 9 | |": ("no_number", "Điểm tối đa"),
    "hợp lệ | A | 1 | đều | 5 | 5 | |": ("no_scale", "Đủ điểm ở"),
    "hợp lệ | A | 1 | đều | 9 | 0 | |": ("falling", "Cách tính"),
    "hợp lệ | A | -1 | đều | 0 | 9 | |": ("falling", "Cách tính"),
    "tăng trưởng | A | -5 | đều | 0 | 50 | |": ("falling", "Cách tính"),
    "tăng trưởng | A | 5 | đều | 50 | 0 | |": ("falling", "Cách tính"),
    "hợp lệ | A | -5 | bậc | | | 1: 50 |": ("falling", "Cách tính"),
    "hợp lệ | A | 1 | bậc | | | mười |": ("bad_steps", "Bậc"),
    "hợp lệ | A | 1 | bậc | | | 1: 150 |": ("bad_steps", "Bậc"),
    "số ngày xét | A | 1 | bậc | | | 1: 50 |": ("only_even", "Cách tính"),
    "hợp lệ | A | 1 | cong | 0 | 9 | |": ("unknown_word", "Cách tính"),
    "hợp lệ |  | 1 | đều | 0 | 9 | |": ("missing_value", "Tên"),
}


@pytest.mark.parametrize("line", BAD)
def test_a_bad_criterion_is_named_with_sheet_row_and_column(prepared_url: str, line: str):
    loaded = load_content(prepared_url, book({"Tiêu chí xếp loại": f"{HEAD}\n{line}"}), "moi.xlsx", LOCAL)

    (finding,) = loaded.findings
    assert (finding.code, finding.column) == BAD[line]
    assert (finding.sheet, finding.row) == ("Tiêu chí xếp loại", 2)
    for language in LANGUAGES.values():
        assert finding_line(finding, language)


def test_a_deduction_that_shrinks_as_the_number_grows_is_taken(prepared_url: str):
    lines = f"{HEAD}\ntăng trưởng | A | -5 | đều | 0 | -50 | |\nhợp lệ | B | -5 | đều | 10 | 0 | |"

    assert not load_content(prepared_url, book({"Tiêu chí xếp loại": lines}), "moi.xlsx", LOCAL).findings


def test_a_measure_makes_one_criterion(prepared_url: str):
    lines = f"{HEAD}\nhợp lệ | A | 1 | đều | 0 | 9 | |\nhợp lệ | B | 1 | đều | 0 | 9 | |"
    loaded = load_content(prepared_url, book({"Tiêu chí xếp loại": lines}), "moi.xlsx", LOCAL)

    assert [(one.code, one.row) for one in loaded.findings] == [("measure_twice", 3)]


def test_the_template_offers_the_measures():
    sheet = load_workbook(BytesIO(template_book(lambda *_: "")))["Tiêu chí xếp loại"]

    assert any("tỷ lệ hợp lệ" in one.formula1 for one in sheet.data_validations.dataValidation)
