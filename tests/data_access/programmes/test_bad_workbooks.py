"""Bad set-up workbooks: one clear sentence with sheet, row and column, and nothing saved, on both engines."""

import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import func, select

from data_access.database.schema import metadata
from data_access.database.transactions import reading
from data_access.programmes.saving import load_content
from data_access.programmes.sheets import SHEETS
from importer.commands import main
from importer.programmes import finding_line
from language.languages import LANGUAGES
from model.reader import LOCAL
from tests.data_access.programmes.test_loading import book

UNITS = "Mã | Tên | Cấp trên\nA | Khối A |\nA-1 | Tổ 1 | A"
PHASES = "Số | Tên | Bắt đầu | Kết thúc\n1 | Quý I | 01/01/2026 | 31/03/2026\n2 | Quý II | 01/04/2026 | 30/06/2026"
Found = list[tuple[str, str, int | None, str | None]]


def units(*lines: str) -> dict[str, str]:
    return {"Đơn vị": "\n".join(["Mã | Tên | Cấp trên | Đơn vị kế tục | Đoàn viên", *lines])}


def phases(*lines: str) -> dict[str, str]:
    return {"Giai đoạn": "\n".join(["Số | Tên | Bắt đầu | Kết thúc | Thuộc giai đoạn", *lines])}


def targets(*lines: str) -> dict[str, str]:
    return {"Đơn vị": UNITS, "Giai đoạn": PHASES, "Chỉ tiêu": "\n".join(lines)}


# What the workbook holds, and what is found: code, sheet, row, column.
BAD: dict[str, tuple[dict[str, str], Found]] = {
    "cycle": (
        units("A | A | B ||", "B | B | C ||", "C | C | A ||", "D | D | A ||"),
        [("cycle", "Đơn vị", row, "Cấp trên") for row in (2, 3, 4)],
    ),
    "above itself": (units("A | A | A ||"), [("cycle", "Đơn vị", 2, "Cấp trên")]),
    "phases overlap": (
        phases("1 | I | 01/01/2026 | 31/03/2026 |", "2 | II | 31/03/2026 | 30/06/2026 |"),
        [("phases_overlap", "Giai đoạn", 3, "Bắt đầu")],
    ),
    "a phase around all others overlaps them": (
        phases(
            "1 | Năm | 01/01/2026 | 31/12/2026 |",
            "2 | I | 01/02/2026 | 28/02/2026 |",
            "3 | II | 01/04/2026 | 30/06/2026 |",
        ),
        [("phases_overlap", "Giai đoạn", 3, "Bắt đầu"), ("phases_overlap", "Giai đoạn", 4, "Bắt đầu")],
    ),
    "a phase without a number": (phases("0 | O | 01/01/2026 | 31/03/2026 |"), [("no_whole", "Giai đoạn", 2, "Số")]),
    "two phases of one name": (
        phases("1 | Quý | 01/01/2026 | 31/03/2026 |", "2 | quý | 01/04/2026 | 30/06/2026 |"),
        [("name_twice", "Giai đoạn", 3, "Tên")],
    ),
    "its own successor": (units("A | A || A |"), [("own_successor", "Đơn vị", 2, "Đơn vị kế tục")]),
    "a heading twice": (
        {"Đơn vị": "Mã | Tên | Tên\nA | Khối A | Khối B"},
        [("heading_twice", "Đơn vị", 1, "Tên")],
    ),
    "a phase outside the programme": (
        phases("1 | I | 01/01/2027 | 31/03/2027 |"),
        [("phase_outside", "Giai đoạn", 2, "Bắt đầu")],
    ),
    "a phase outside the one it belongs to": (
        phases("1 | I | 01/01/2026 | 31/03/2026 |", "2 | tháng 4 | 01/04/2026 | 30/04/2026 | 1"),
        [("phase_outside_parent", "Giai đoạn", 3, "Thuộc giai đoạn")],
    ),
    "a phase that belongs to one nobody has": (
        phases("1 | I | 01/01/2026 | 31/03/2026 | 7"),
        [("unknown_phase", "Giai đoạn", 2, "Thuộc giai đoạn")],
    ),
    "one phase twice": (
        phases("1 | I | 01/01/2026 | 31/03/2026 |", "1 | II | 01/04/2026 | 30/06/2026 |"),
        [("phase_twice", "Giai đoạn", 3, "Số")],
    ),
    "unknown unit above": (units("A | A | Nobody ||"), [("unknown_unit", "Đơn vị", 2, "Cấp trên")]),
    "unknown successor": (units("A | A || Nobody |"), [("unknown_unit", "Đơn vị", 2, "Đơn vị kế tục")]),
    "two units with one code": (units("A | A |||", "A | B |||"), [("code_twice", "Đơn vị", 3, "Mã")]),
    "codes that differ in case alone": (units("A1 | A |||", "a1 | B |||"), [("code_twice", "Đơn vị", 3, "Mã")]),
    "a name of two": (
        units("A | Khối |||", "B | Khối |||", "C | C | Khối ||"),
        [("name_of_two", "Đơn vị", 4, "Cấp trên")],
    ),
    "no members": (
        units("A | A ||| 0", "B | B ||| nhiều"),
        [("no_whole", "Đơn vị", row, "Đoàn viên") for row in (2, 3)],
    ),
    "a target for a unit nobody has": (
        targets("Đơn vị | Chỉ tiêu", "Nobody | 5"),
        [("unknown_unit", "Chỉ tiêu", 2, "Đơn vị")],
    ),
    "a target for a phase nobody has": (
        targets("Đơn vị | Chỉ tiêu | Giai đoạn", "A | 5 | Quý IX"),
        [("unknown_phase", "Chỉ tiêu", 2, "Giai đoạn")],
    ),
    "a column for a phase nobody has": (
        targets("Đơn vị | Quý I | Quý IX", "A | 5 | 6"),
        [("unknown_phase", "Chỉ tiêu", 2, "Quý IX")],
    ),
    "one target twice": (
        targets("Đơn vị | Chỉ tiêu | Giai đoạn", "A | 5 | Quý I", "Khối A | 6 | 1"),
        [("target_twice", "Chỉ tiêu", 3, "Đơn vị")],
    ),
    "a share of members that nobody knows": (
        targets("Đơn vị | Chỉ tiêu", "A | 10%"),
        [("members_unknown", "Chỉ tiêu", 2, "Chỉ tiêu")],
    ),
}


def rows_stored(url: str) -> dict[str, int]:
    with reading(url) as connection:
        return {
            table.name: int(connection.scalar(select(func.count()).select_from(table)) or 0)
            for table in metadata.sorted_tables
        }


def findings(url: str, content: bytes) -> Found:
    """What is found; every sentence is there in both languages, and nothing was saved."""
    before = rows_stored(url)
    found = load_content(url, content, "x.xlsx", LOCAL).findings
    assert rows_stored(url) == before
    for language in LANGUAGES.values():
        for one in found:
            line = finding_line(one, language.programmes)
            assert one.sheet in line and (one.row is None or str(one.row) in line) and "{" not in line
    return [(one.code, one.sheet, one.row, one.column) for one in found]


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_is_told_where_it_stands(prepared_url: str, name: str) -> None:
    sheets, expected = BAD[name]
    assert findings(prepared_url, book(sheets)) == expected


def without(title: str) -> bytes:
    made = load_workbook(io.BytesIO(book({"Đơn vị": UNITS, "Giai đoạn": PHASES})))
    made.remove(made[title])
    return saved(made)


def saved(made: Workbook) -> bytes:
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def formulas_without_values() -> bytes:
    """As a program writes them that does not calculate."""
    made = load_workbook(io.BytesIO(book({"Đơn vị": UNITS})))
    made["Chương trình"].append(("Chỉ tiêu chung", "=2*500"))
    made["Đơn vị"]["C3"] = '="A"'
    return saved(made)


def test_a_missing_first_sheet_is_told_and_others_may_be_missing(prepared_url: str) -> None:
    assert findings(prepared_url, without("Chương trình")) == [("missing_sheet", "Chương trình", None, None)]
    assert load_content(prepared_url, without("Giai đoạn"), "x.xlsx", LOCAL).batch


def test_formulas_without_values_are_told(prepared_url: str) -> None:
    assert findings(prepared_url, formulas_without_values()) == [
        ("no_value", "Chương trình", 5, "Chỉ tiêu chung"),
        ("no_value", "Đơn vị", 3, "Cấp trên"),
    ]


def nothing() -> bytes:
    return b""


def text() -> bytes:
    return "Mã;Tên\nA;B".encode()


def archive() -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w") as made:
        made.writestr("readme.txt", "no workbook")
    return content.getvalue()


@pytest.mark.parametrize("make", [nothing, text, archive])
def test_what_is_no_workbook_is_told(prepared_url: str, make: Callable[[], bytes]) -> None:
    assert [one[0] for one in findings(prepared_url, make())] == ["no_workbook"]


def test_ten_thousand_units_are_taken_and_given_back(prepared_url: str) -> None:
    lines = [f"T{top} | Khối {top} |||" for top in range(100)]
    lines += [f"T{top}-{number} | Tổ {number} khối {top} | T{top} ||" for top in range(100) for number in range(99)]
    content = book(units(*lines))
    loaded = load_content(prepared_url, content, "x.xlsx", LOCAL)
    assert loaded.changes["programme_unit"] == (10_000, 0, 0)
    assert load_content(prepared_url, content, "x.xlsx", LOCAL).is_same


def test_more_rows_than_can_be_are_one_sentence(prepared_url: str) -> None:
    content = book(units(*(f"T{number} | Khối |||" for number in range(20_001))))
    assert findings(prepared_url, content) == [("too_many_rows", "Đơn vị", 20_002, None)]


def test_the_command_refuses_with_every_reason(
    prepared_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", prepared_url)
    (tmp_path / "x.xlsx").write_bytes(book(BAD["two units with one code"][0] | phases("1 | I | 01/01/2027 | x |")))
    assert main(["programme", "load", str(tmp_path / "x.xlsx")]) == 2
    said = capsys.readouterr().err
    assert "dòng 3, cột Mã" in said and "dòng 2, cột Kết thúc" in said and "Traceback" not in said
    assert {sheet.vi for sheet in SHEETS} >= {"Đơn vị", "Giai đoạn"}
