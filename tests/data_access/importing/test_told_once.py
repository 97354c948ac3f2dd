"""A cell without a value is reported once, whatever the type of its column."""

from pathlib import Path

import openpyxl
import pytest

from data_access.importing.choices import Choices
from data_access.importing.remarks import Severity
from data_access.importing.understanding import understand
from tests.data_access.importing.test_asked_first import BY

HEADINGS = ("Mã sáng kiến", "Tên sáng kiến", "Tác giả", "Giới tính", "Đơn vị", "Ngày cập nhật", "Trạng thái")
MORE = ("Cấp công nhận", "Số nơi nhân rộng", "Giá trị làm lợi (đồng)")
ROW = ("SK1", "Cải tiến lò", "An", "Nam", "Thanh Hóa", "20/04/2022", "Hợp lệ", "Cơ sở", 3, 5_000_000)


@pytest.mark.parametrize(("cell", "code"), [("=A2&B2", "not_calculated"), ("#N/A", "error_cell")])
def test_a_formula_without_a_result_is_reported_once_in_any_column(
    _prepared_file: Path, tmp_path: Path, cell: str, code: str
):
    book = openpyxl.Workbook()
    book.active.append((*HEADINGS, *MORE))
    for place in range(len(ROW)):
        row = [f"SK{place}", *ROW[1:]]
        row[place] = cell
        book.active.append(row)
    book.save(tmp_path / "cells.xlsx")

    understood = understand(f"sqlite:///{_prepared_file}", tmp_path / "cells.xlsx", Choices("1tr", by=BY))

    rows = sorted(understood.wrong.select("line", "code", "column").rows())
    assert rows == [(2 + place, code, heading) for place, heading in enumerate((*HEADINGS, *MORE))]
    assert understood.of(Severity.ERROR)
