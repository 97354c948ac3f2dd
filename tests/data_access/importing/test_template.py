"""The template that clerks fill in, and the unions suggested for an unknown name."""

import io
from pathlib import Path

import openpyxl
import pytest

from data_access.database.transactions import reading
from data_access.importing.choices import Choices
from data_access.importing.context import read_context
from data_access.importing.remarks import Severity
from data_access.importing.template import initiatives_template
from data_access.importing.understanding import understand
from data_access.reference.catalogue import fetch_catalogue
from tests.data_access.importing.test_asked_first import BY


def test_a_filled_template_is_imported_without_a_question(prepared_url: str, tmp_path: Path):
    with reading(prepared_url) as connection:
        content = initiatives_template(fetch_catalogue(connection), "1tr")
    book = openpyxl.load_workbook(io.BytesIO(content))
    page, lists = book.worksheets
    headings = [cell.value for cell in page[1]]
    assert len(page.data_validations.dataValidation) == 9
    chosen = {"Đơn vị": lists["A2"].value, "Lĩnh vực": lists["B2"].value, "Trạng thái": "Hợp lệ"}
    typed = {"Mã sáng kiến": "0012", "Tên sáng kiến": "Tên một", "Ngày cập nhật": "20/04/2022", **chosen}
    for name, value in typed.items():
        page.cell(2, headings.index(name) + 1, value)
    file = tmp_path / "filled.xlsx"
    book.save(file)

    understood = understand(prepared_url, file, Choices("1tr", by=BY))

    assert understood.may_be_saved
    assert not understood.of(Severity.WARNING)
    assert understood.rows.select("code", "title", "status").rows() == [("0012", "Tên một", 1)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("LĐLĐ huyện Hoằng Hóa", "Thanh Hóa"),
        ("Liên đoàn Lao động thị xã Bỉm Sơn", "Thanh Hóa"),
        ("LĐLĐ Tp Sầm Sơn", "Thanh Hóa"),
        ("CĐ ngành Y tế tỉnh Thanh Hóa", "Thanh Hóa"),
        ("LĐLĐ huyện Hoằng Hóa, Thanh Hóa", "Thanh Hóa"),
        ("LĐLĐ quận Ba Đình", "Hà Nội"),
        ("LĐLĐ huyện Diễn Châu", "Nghệ An"),
        ("Hà Mội", "Hà Nội"),
        ("Công ty TNHH Xyzt", None),
        ("asdfgh", None),
    ],
)
def test_a_suggestion_follows_what_the_words_mean(prepared_url: str, words: str, first: str | None):
    with reading(prepared_url) as connection:
        result = read_context(connection, Choices("1tr")).places.units.candidates(words)
    assert (result[0].name if result else None) == first
