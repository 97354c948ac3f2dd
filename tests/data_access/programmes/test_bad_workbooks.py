"""Bad set-up workbooks give one clear sentence with sheet, row and column, and save nothing, on both engines."""

import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import func, select

from data_access.database.schema import metadata
from data_access.database.transactions import reading
from data_access.programmes.book import template_book
from data_access.programmes.saving import load_content
from data_access.programmes.setup import Finding
from data_access.programmes.sheets import SHEETS, TARGETS
from data_access.programmes.sheets import UNITS as UNITS_SHEET
from data_access.programmes.tables import tables_of
from importer.commands import main
from importer.programmes import finding_line, typed_line
from language.languages import LANGUAGES, VIETNAMESE
from model.reader import LOCAL
from tests.books import saved
from tests.data_access.programmes.bad_setups import BAD, PHASES, UNITS, Findings, phases, units
from tests.data_access.programmes.test_loading import book


def rows_stored(url: str) -> dict[str, int]:
    with reading(url) as connection:
        return {
            table.name: int(connection.scalar(select(func.count()).select_from(table)) or 0)
            for table in metadata.sorted_tables
        }


def findings(url: str, content: bytes) -> Findings:
    """The findings, once every sentence exists in both languages and nothing was saved."""
    before = rows_stored(url)
    result = load_content(url, content, "x.xlsx", LOCAL).findings
    assert rows_stored(url) == before
    for language in LANGUAGES.values():
        for one in result:
            line = finding_line(one, language)
            assert one.sheet in line and (one.row is None or str(one.row) in line) and "{" not in line
    return [(one.code, one.sheet, one.row, one.column) for one in result]


def test_impossible_values_are_reported_with_their_cell(prepared_url: str) -> None:
    values = {name: findings(prepared_url, book(sheets)) for name, (sheets, _) in BAD.items()}
    assert values == {name: expected for name, (_, expected) in BAD.items()}


def without(title: str) -> bytes:
    made = load_workbook(io.BytesIO(book({"Đơn vị": UNITS, "Giai đoạn": PHASES})))
    made.remove(made[title])
    return saved(made)


def formulas_without_values() -> bytes:
    """Formulas without results, as programs write them that do not calculate."""
    made = load_workbook(io.BytesIO(book({"Đơn vị": UNITS})))
    made["Chương trình"].append(("Chỉ tiêu chung", "=2*500"))
    made["Đơn vị"]["C3"] = '="A"'
    return saved(made)


def test_a_missing_first_sheet_is_reported_and_others_may_be_missing(prepared_url: str) -> None:
    assert findings(prepared_url, without("Chương trình")) == [("missing_sheet", "Chương trình", None, None)]
    assert load_content(prepared_url, without("Giai đoạn"), "x.xlsx", LOCAL).batch


def test_formulas_without_values_are_reported(prepared_url: str) -> None:
    assert findings(prepared_url, formulas_without_values()) == [
        ("no_value", "Chương trình", 5, "Chỉ tiêu chung"),
        ("no_value", "Đơn vị", 3, "Cấp trên"),
    ]


def changed(change: Callable[[Workbook], None]) -> bytes:
    made = load_workbook(io.BytesIO(book({"Đơn vị": UNITS})))
    change(made)
    return saved(made)


def hide(made: Workbook) -> None:
    made["Đơn vị"].sheet_state = "hidden"


def merge(made: Workbook) -> None:
    made["Đơn vị"].append(("A-2", "Tổ 2", None))
    made["Đơn vị"].merge_cells("C3:C4")


def write_beside(made: Workbook) -> None:
    made["Đơn vị"]["E3"] = "còn thiếu"


def write_decimals(made: Workbook) -> None:
    made["Đơn vị"]["D1"], made["Đơn vị"]["D2"] = "Đoàn viên", 1.234


def write_a_title_above(made: Workbook) -> None:
    made["Đơn vị"].insert_rows(1)
    made["Đơn vị"]["A1"] = "DANH SÁCH ĐƠN VỊ"
    made.create_sheet("Chỉ tiêu").append(("Đơn vị", "Chỉ tiêu"))
    made["Chỉ tiêu"].append(("A", 5))  # of whom cannot be said: nothing is


def leave_an_example(made: Workbook) -> None:
    made["Chương trình"].append(("Tên ngắn", "VD: Sáng kiến 2026"))


def rename(made: Workbook) -> None:
    write_a_title_above(made)
    made["Đơn vị"].delete_rows(1)
    made["Đơn vị"].title = "DS đơn vị"


def write_another_beside(made: Workbook) -> None:
    made["Chương trình"]["C3"] = "01/02/2026"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (hide, ("hidden_sheet", "Đơn vị", None, None)),
        (merge, ("merged_cells", "Đơn vị", 3, "Cấp trên")),
        (write_beside, ("no_heading", "Đơn vị", 3, "E")),
        (write_decimals, ("no_whole", "Đơn vị", 2, "Đoàn viên")),
        (write_a_title_above, ("no_headings", "Đơn vị", 1, None)),
        (leave_an_example, ("example_left", "Chương trình", 5, "Tên ngắn")),
        (rename, ("unknown_sheet", "DS đơn vị", None, None)),
        (write_another_beside, ("no_heading", "Chương trình", 3, "C")),
    ],
)
def test_what_a_sheet_only_seems_to_say_is_reported(
    prepared_url: str, change: Callable[[Workbook], None], expected: tuple[str, str, int | None, str | None]
) -> None:
    assert findings(prepared_url, changed(change)) == [expected]


def test_what_looks_odd_and_is_clear_is_taken(prepared_url: str) -> None:
    """Similar names under different units or at different times, a hidden list, other orders, cases and spaces."""
    lines = (
        "Tên | Mã | Cấp trên | Đến ngày | Từ ngày | Đoàn viên",
        "Khối A | A | | | |",
        "Khối B | B | | | |",
        "Tổ 1 | A-1 | a | 30/06/2026 | | 1.234",
        "Tổ 1 | B-1 | khối b | | |",
        "Tổ 1 | A-2 | A | | 01/07/2026 |",
    )
    made = load_workbook(io.BytesIO(book({"Đơn vị": "\n".join(lines)})))
    made["Đơn vị"]["A2"] = " Khối\u00a0 A \u200b"
    made.create_sheet("Sheet1")
    hidden = made.create_sheet("Danh mục")
    hidden.append(("Có", "Không"))
    hidden.sheet_state = "hidden"
    made.create_chartsheet("Biểu đồ")
    content = saved(made)
    loaded = load_content(prepared_url, content, "x.xlsx", LOCAL)
    assert loaded.findings == () and loaded.changes["programme_unit"] == (5, 0, 0)
    with reading(prepared_url) as connection:
        rows = tables_of(connection, "ct-2026")["unit"]
    assert [(row["name"], row["parent"], row["members"]) for row in rows] == [
        ("Khối A", None, None),
        ("Khối B", None, None),
        ("Tổ 1", "A", 1234),
        ("Tổ 1", "B", None),
        ("Tổ 1", "A", None),
    ]


def hide_parts(made: Workbook) -> None:
    made["Đơn vị"].append(("A-2", "Tổ 2", "A"))
    made["Đơn vị"].append(("A-3", "Tổ 3", "A"))
    for line in (4, 5, 9):  # the last one is blank
        made["Đơn vị"].row_dimensions[line].hidden = True
    made["Đơn vị"]["D1"] = "Ghi chú"  # which nobody reads
    made["Đơn vị"]["D2"] = "x"
    for column in ("C", "D", "H"):
        made["Đơn vị"].column_dimensions[column].hidden = True


def hide_values(made: Workbook) -> None:
    made["Chương trình"].row_dimensions[3].hidden = True
    made["Chương trình"].column_dimensions["B"].hidden = True


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            hide_parts,
            [("hidden_rows_read", "Đơn vị", 4, None, "2"), ("hidden_column_read", "Đơn vị", 1, "Cấp trên", "0")],
        ),
        (
            hide_values,
            [("hidden_rows_read", "Chương trình", 3, None, "1"), ("hidden_column_read", "Chương trình", 1, "B", "0")],
        ),
    ],
)
def test_what_is_hidden_is_read_and_shown_before_it_is_saved(
    prepared_url: str, change: Callable[[Workbook], None], expected: list[tuple[str, str, int | None, str | None, str]]
) -> None:
    loaded = load_content(prepared_url, changed(change), "x.xlsx", LOCAL, dry_run=True)

    assert loaded.findings == () and not loaded.is_same
    assert [(one.code, one.sheet, one.row, one.column, one.value) for one in loaded.remarks] == expected
    for language in LANGUAGES.values():
        assert all("{" not in finding_line(one, language) for one in loaded.remarks)


def with_an_example(sheet: str, first: str, *, changed_cell: str = "") -> bytes:
    """The template as filled in over only the first cell of the example, with another row or without."""
    made = load_workbook(io.BytesIO(template_book(lambda _sheet, _field: "")))
    for line, value in ((2, "ct-2026"), (3, "Chương trình 2026"), (11, "01/01/2026"), (12, "31/12/2026")):
        made["Chương trình"].cell(line, 2).value = value
    made[sheet]["A3"] = first
    if changed_cell:
        made[sheet][changed_cell] = "Khối A"
    return saved(made)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (with_an_example("Đơn vị", "A"), [("example_but_first", "Đơn vị", 3)]),
        (with_an_example("Giai đoạn", "1"), [("example_but_first", "Giai đoạn", 3)]),
        (with_an_example("Đơn vị", "A", changed_cell="B3"), []),
    ],
)
def test_an_example_of_which_only_the_first_cell_was_overwritten_is_pointed_out(
    prepared_url: str, content: bytes, expected: list[tuple[str, str, int]]
) -> None:
    loaded = load_content(prepared_url, content, "x.xlsx", LOCAL, dry_run=True)

    assert loaded.findings == ()
    assert [(one.code, one.sheet, one.row) for one in loaded.remarks] == expected


def nothing() -> bytes:
    return b""


def text() -> bytes:
    return "Mã;Tên\nA;B".encode()


def archive() -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w") as made:
        made.writestr("readme.txt", "no workbook")
    return content.getvalue()


def other_book() -> bytes:
    """An Office package of another program."""
    content = io.BytesIO()
    with ZipFile(content, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", "<a/>")
    return content.getvalue()


@pytest.mark.parametrize("make", [nothing, text, archive, other_book])
def test_what_is_no_workbook_is_reported(prepared_url: str, make: Callable[[], bytes]) -> None:
    assert findings(prepared_url, make()) == [("no_workbook", "", None, None)]


def test_a_workbook_with_a_password_is_called_so(prepared_url: str) -> None:
    content = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)
    assert findings(prepared_url, content) == [("locked", "", None, None)]


def test_findings_about_a_whole_file_name_no_sheet(prepared_url: str) -> None:
    (message,) = load_content(prepared_url, text(), "x.xlsx", LOCAL).findings
    for language in LANGUAGES.values():
        assert finding_line(message, language) == language.programmes.findings["no_workbook"]


def blocks_and_teams(blocks: int, teams: int) -> list[str]:
    lines = [f"T{top} | Khối {top} |||" for top in range(blocks)]
    return lines + [f"T{top}-{n} | Tổ {n} khối {top} | T{top} ||" for top in range(blocks) for n in range(teams)]


def test_five_thousand_units_are_taken_and_given_back(prepared_url: str) -> None:
    content = book(units(*blocks_and_teams(100, 49)))
    loaded = load_content(prepared_url, content, "x.xlsx", LOCAL)
    assert loaded.changes["programme_unit"] == (5_000, 0, 0)
    assert load_content(prepared_url, content, "x.xlsx", LOCAL).is_same


def test_what_the_largest_programme_exports_can_be_loaded() -> None:
    """Each unit has a target for the year and each month, and every second one a target of another kind."""
    assert TARGETS.most >= UNITS_SHEET.most * 13 * 1.5


def test_ten_thousand_units_are_one_sentence(prepared_url: str) -> None:
    content = book(units(*blocks_and_teams(100, 99)))
    assert findings(prepared_url, content) == [("too_many_units", "Đơn vị", 5_002, "Mã")]
    (message,) = load_content(prepared_url, content, "x.xlsx", LOCAL).findings
    assert "5.000 đơn vị" in finding_line(message, VIETNAMESE) and "dòng 5002, cột Mã" in finding_line(
        message, VIETNAMESE
    )


def test_more_units_than_can_be_say_nothing_of_their_targets(prepared_url: str) -> None:
    sheets = units(*blocks_and_teams(100, 50)) | {"Chỉ tiêu": "Đơn vị | Chỉ tiêu\nT99-49 | 5"}
    assert findings(prepared_url, book(sheets)) == [("too_many_units", "Đơn vị", 5_002, "Mã")]


def test_what_was_typed_on_the_page_is_called_as_the_page_calls_it() -> None:
    findings_of_page = (
        Finding("no_whole", "Chương trình", 14, "Chỉ tiêu chung", "12,5"),
        Finding("no_day", "Giai đoạn", 3, "Bắt đầu"),
    )
    lines = [typed_line(one, LANGUAGES["en"]) for one in findings_of_page]
    assert [line.partition(":")[0] for line in lines] == ["“Target”", "Sheet “Phases”, row 3, column Start"]


def test_more_rows_than_can_be_are_one_sentence(prepared_url: str) -> None:
    content = book({"Lĩnh vực": "\n".join(["Mã | Tên", *(f"lv-{n} | Lĩnh vực {n}" for n in range(20_001))])})
    assert findings(prepared_url, content) == [("too_many_rows", "Lĩnh vực", 20_002, "Mã")]


def test_the_command_refuses_with_every_reason(
    prepared_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", prepared_url)
    (tmp_path / "x.xlsx").write_bytes(book(BAD["two units with one code"][0] | phases("1 | I | 01/01/2027 | x |")))
    assert main(["programme", "load", str(tmp_path / "x.xlsx")]) == 2
    errors = capsys.readouterr().err
    assert "dòng 3, cột Mã" in errors and "dòng 2, cột Kết thúc" in errors and "Traceback" not in errors
    assert {sheet.vi for sheet in SHEETS} >= {"Đơn vị", "Giai đoạn"}
