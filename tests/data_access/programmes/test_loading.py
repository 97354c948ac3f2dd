"""What a load must leave alone, and how it is undone, on both engines."""

import io
from collections.abc import Mapping
from datetime import date

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from data_access.database.errors import NotSaved
from data_access.database.schema import metadata, unit
from data_access.database.transactions import reading
from data_access.importing.undoing import undo
from data_access.programmes.book import exported_book
from data_access.programmes.copying import copy_programme
from data_access.programmes.saving import Loaded, load_content
from data_access.programmes.states import list_programmes
from data_access.rows.staff_choices import fetch_events
from importer.programmes import cell_line
from language.languages import LANGUAGES, VIETNAMESE
from model.catalogue import Catalogue
from model.filters import Filters
from model.reader import LOCAL
from tests.books import book_of, drawn_rows, saved
from tests.live_records import live_records

PROGRAMME = {"Mã": "ct-2026", "Tên": "CT 2026", "Bắt đầu": date(2026, 1, 1), "Kết thúc": date(2026, 12, 31)}


def book(sheets: Mapping[str, str], **programme: object) -> bytes:
    """A workbook with drawn sheets."""
    further = {title: drawn_rows(drawing) for title, drawing in sheets.items()}
    return saved(book_of({"Chương trình": {**PROGRAMME, **programme}.items(), **further}))


def load(url: str, sheets: Mapping[str, str], **programme: object) -> Loaded:
    return load_content(url, book(sheets, **programme), "x.xlsx", LOCAL)


def catalogue(url: str) -> Catalogue:
    with live_records(url) as records:
        return records.catalogue


def is_same_again(url: str) -> bool:
    """Whether loading what was exported would change nothing."""
    with reading(url) as connection:
        content = exported_book(connection, "ct-2026")
    return load_content(url, content, "x.xlsx", LOCAL).is_same


def names_in(of_all: Catalogue) -> list[str]:
    """The short names of the members of the drawn programme."""
    return [one.short_name for one in of_all.members(Filters(programme="ct-2026"))]


NAMES = """
Mã    | Tên                 | Tên gọn | Tên tiếng Anh | Tên khác | Loại | Tỉnh
LD-38 | Công đoàn tỉnh Xanh | Xanh    | Green         | Thanh    | tỉnh | Nghệ An
PX01  | Xưởng 1             |         |               |          |      |
"""


def test_a_known_code_keeps_its_name_with_everybody_else(prepared_url: str) -> None:
    before = catalogue(prepared_url)
    assert load(prepared_url, {"Đơn vị": NAMES}).batch

    after = catalogue(prepared_url)
    assert after.unit_by_code["LD-38"] == before.unit_by_code["LD-38"]
    assert after.seen_in("1tr").unit_by_code["LD-38"] == before.unit_by_code["LD-38"]
    mine = after.seen_in("ct-2026").unit_by_code["LD-38"]
    assert (mine.name, mine.short_name, mine.name_en) == ("Công đoàn tỉnh Xanh", "Xanh", "Green")
    assert (mine.aliases, mine.kind_name, mine.province_code) == (("Thanh",), "tỉnh", "40")
    assert names_in(after) == ["Xanh", "Xưởng 1"]
    assert is_same_again(prepared_url)


def test_a_unit_that_ended_and_came_back_is_distinguished_by_its_code(prepared_url: str) -> None:
    units = "Mã | Tên | Từ ngày | Đến ngày\nH1 | Hải | | 31/03/2026\nH2 | Hải | 01/09/2026 |\nS | Sơn | |"
    assert load(prepared_url, {"Đơn vị": units}).batch
    known = catalogue(prepared_url)
    assert names_in(known) == ["Hải (H1)", "Hải (H2)", "Sơn"]
    assert known.find_members("ct-2026", "hải") == ("H1", "H2")
    assert is_same_again(prepared_url)


def test_units_of_one_name_are_distinguished_by_the_unit_above(prepared_url: str) -> None:
    units = "Mã | Tên | Tên gọn | Cấp trên | Xếp hạng\nPX1 | Xưởng Ép | Ép | | \nPX2 | Xưởng In | In | |\n"
    units += "T1 | Tổ 1 | | PX1 | Có\nT2 | Tổ 1 | | PX2 | Có\nT3 | Tổ 3 | | PX2 | Có"
    assert load(prepared_url, {"Đơn vị": units}).batch
    known = catalogue(prepared_url)
    assert names_in(known) == ["Ép", "In", "Tổ 1 (Ép)", "Tổ 1 (In)", "Tổ 3"]
    assert known.find_members("ct-2026", "tổ 1") == ("T1", "T2")
    assert is_same_again(prepared_url)


def test_a_unit_of_its_own_is_renamed_until_another_programme_has_it(prepared_url: str) -> None:
    load(prepared_url, {"Đơn vị": "Mã | Tên\nPX01 | Xưởng"})
    load(prepared_url, {"Đơn vị": "Mã | Tên | Tên gọn\nPX01 | Xưởng Một | Một"})
    assert catalogue(prepared_url).unit_by_code["PX01"].name == "Xưởng Một"
    copy_programme(prepared_url, "ct-2026", "ct-2027", LOCAL)
    load(prepared_url, {"Đơn vị": "Mã | Tên | Tên gọn\nPX01 | Xưởng Hai | Hai"})

    after = catalogue(prepared_url)
    assert {code: after.seen_in(code).unit_by_code["PX01"].short_name for code in ("ct-2026", "ct-2027")} == {
        "ct-2026": "Hai",
        "ct-2027": "Một",
    }


def test_an_unknown_province_is_reported_and_a_known_one_is_never_dropped(prepared_url: str) -> None:
    units = """
    Mã   | Tên | Tỉnh
    A    | A   | Thanh Hoá
    B    | B   | tp hồ chí minh
    C    | C   | Atlantis
    """
    result = load(prepared_url, {"Đơn vị": units})

    assert [(one.code, one.sheet, one.row, one.column, one.value) for one in result.findings] == [
        ("unknown_province", "Đơn vị", 4, "Tỉnh", "Atlantis")
    ]
    assert load(prepared_url, {"Đơn vị": units.replace("Atlantis", "")}).batch
    after = catalogue(prepared_url).seen_in("ct-2026").unit_by_code
    assert {code: after[code].province_code for code in "ABC"} == {"A": "38", "B": "79", "C": None}


def rows_of_everything(url: str) -> dict[str, int]:
    with reading(url) as connection:
        counts = {
            table.name: connection.scalar(select(func.count()).select_from(table)) for table in metadata.sorted_tables
        }
    # What was done stays noted: in the audit, and as versions with what each of them changed.
    noted = ("audit_event", "data_version", "changed_day", "changed_unit")
    return {name: int(count or 0) for name, count in counts.items() if name not in noted}


def test_a_first_load_is_taken_back_whole(prepared_url: str) -> None:
    before = rows_of_everything(prepared_url)
    units = """
    Mã    | Tên   | Cấp trên
    PX1-1 | Tổ 1  | PX1
    PX1   | Xưởng |
    LD-38 | Xanh  |
    """
    batch = load(prepared_url, {"Đơn vị": units, "Chỉ tiêu": "Đơn vị | Chỉ tiêu\nPX1 | 5"}).batch
    assert batch

    undo(prepared_url, batch, LOCAL)

    assert rows_of_everything(prepared_url) == before
    with reading(prepared_url) as connection:
        assert "ct-2026" not in [one.code for one in list_programmes(connection)]


def test_units_that_another_programme_has_come_to_use_stay(prepared_url: str) -> None:
    units = "Mã | Tên | Cấp trên\nA | Khối A |\nA-1 | Tổ 1 | A\nB | Khối B |"
    first = load(prepared_url, {"Đơn vị": units}).batch
    load(prepared_url, {"Đơn vị": "Mã | Tên\nA-1 | Tổ 1"}, Mã="khac-2026")
    assert first

    undo(prepared_url, first, LOCAL)

    with reading(prepared_url) as connection:
        left = set(connection.scalars(select(unit.c.code).where(unit.c.code.in_(["A", "A-1", "B"]))))
    assert left == {"A", "A-1"}  # and what stands above it


def test_a_first_load_with_later_imports_is_not_taken_back(prepared_url: str) -> None:
    first = load(prepared_url, {"Đơn vị": "Mã | Tên\nA | Khối A"}).batch
    later = load(prepared_url, {"Chỉ tiêu": "Đơn vị | Chỉ tiêu\nA | 5"}).batch
    assert first and later
    with pytest.raises(NotSaved) as caught:
        undo(prepared_url, first, LOCAL)
    assert (caught.value.code, caught.value.params["batches"]) == ("later_edits", [later])
    undone = undo(prepared_url, later, LOCAL)
    assert (undone.removed, undone.restored) == (1, 0)  # rows, of the many that a set-up has
    renamed = load(prepared_url, {"Đơn vị": "Mã | Tên\nA | Khối một"}).batch
    undone = undo(prepared_url, renamed or 0, LOCAL)
    assert (undone.removed, undone.restored) == (0, 1)
    undo(prepared_url, first, LOCAL)


def test_under_another_name_nothing_of_the_old_one_finds_a_unit(prepared_url: str) -> None:
    content = book({"Đơn vị": "Mã | Tên\nLD-01 | Khối Một\nLD-38 | LĐLĐ tỉnh Thanh Hóa"})
    assert load_content(prepared_url, content, "x.xlsx", LOCAL).batch
    seen = catalogue(prepared_url).seen_in("ct-2026")
    one, same = seen.unit_by_code["LD-01"], seen.unit_by_code["LD-38"]
    assert (one.short_name, one.name_en, one.aliases, one.province_code, one.region) == (
        "Khối Một",
        "Khối Một",
        (),
        "",
        "",
    )
    assert (same.short_name, same.province_code) == ("Thanh Hóa", "38")
    assert catalogue(prepared_url).find_members("ct-2026", "Hà Nội") == ()
    assert catalogue(prepared_url).find_members("1tr", "Hà Nội") == ("LD-01",)
    with reading(prepared_url) as connection:
        again = exported_book(connection, "ct-2026")
    assert load_content(prepared_url, again, "x.xlsx", LOCAL).is_same


def test_a_programme_that_names_no_organisation_and_no_whole_is_not_the_nations(prepared_url: str) -> None:
    load(prepared_url, {}, **{"Chỉ tiêu chung": 5})
    own = catalogue(prepared_url).programme("ct-2026")
    assert (own.whole_vi, own.whole_en) == ("toàn chương trình", "the whole programme")
    assert load(prepared_url, {}, **{"Chỉ tiêu chung": 5}).is_same
    assert load(prepared_url, {}, **{"Chỉ tiêu chung": 5, "Gọi toàn bộ là": "toàn huyện"}).batch
    assert catalogue(prepared_url).programme("ct-2026").whole_vi == "toàn huyện"
    with reading(prepared_url) as connection:
        assert load_content(prepared_url, exported_book(connection, "1tr"), "x.xlsx", LOCAL).is_same


def test_targets_come_later_by_name_by_share_and_under_any_word_for_a_phase(prepared_url: str) -> None:
    phases = "Số | Tên | Bắt đầu | Kết thúc\n1 | Quý I | 01/01/2026 | 31/03/2026\n2 | Quý II | 01/04/2026 | 30/06/2026"
    units = "Mã | Tên | Tên gọn | Đoàn viên\nPX01 | Phân xưởng Ép | Ép | 50"
    load(prepared_url, {"Đơn vị": units, "Giai đoạn": phases})
    wide = "Đơn vị | Quý I | Đợt II | Cả năm\nphân xưởng ép | 7 | 10% | 0,1"
    assert load(prepared_url, {"Chỉ tiêu": wide}).changes["target"] == (3, 0, 0)
    again = "Đơn vị | Giai đoạn | Chỉ tiêu\nÉp | GĐ 1 | 7\nÉp | 2 | 5\nPX01 | | 5"
    loaded = load(prepared_url, {"Chỉ tiêu": again})
    assert not loaded.findings and loaded.changes["target"] == (0, 0, 0)


EVENTS = """
Ngày       | Tên       | Tên tiếng Anh
2026-01-05 | Phát động | Launch
2026-12-30 | Tổng kết  |
"""


def test_events_are_reported_in_both_languages(prepared_url: str) -> None:
    load(prepared_url, {"Sự kiện": EVENTS})
    corrected = load(prepared_url, {"Sự kiện": EVENTS.replace("Launch", "Kick-off")}).batch
    assert english_events(prepared_url) == ["Kick-off", "Tổng kết"]
    with reading(prepared_url) as connection:
        assert load_content(prepared_url, exported_book(connection, "ct-2026"), "x.xlsx", LOCAL).is_same

    undo(prepared_url, corrected or 0, LOCAL)
    assert english_events(prepared_url) == ["Launch", "Tổng kết"]


def english_events(url: str) -> list[str]:
    with live_records(url) as records:
        return [event.name_en for event in fetch_events(records, "ct-2026")]


OWN = {"Đơn vị giống ít nhất": 4, "Cỡ tương tự (lần)": 5, "Khen thưởng trong (ngày)": 30}


def test_a_programme_says_what_it_takes_for_alike_and_how_soon_to_reward(prepared_url: str) -> None:
    assert load(prepared_url, {}, **OWN).batch
    programme = catalogue(prepared_url).programme("ct-2026")
    assert (programme.alike.units, programme.alike.times, programme.reward_days) == (4, 5, 30)

    wrong = load(prepared_url, {}, **{"Đơn vị giống ít nhất": 1, "Khen thưởng trong (ngày)": 0})
    assert [(one.code, one.column) for one in wrong.findings] == [
        ("no_number", name) for name in (*OWN,) if "Cỡ" not in name
    ]
    assert catalogue(prepared_url).programme("ct-2026").alike.units == 4


def test_a_change_is_shown_as_the_workbook_writes_it(prepared_url: str) -> None:
    """Days, yes and no, provinces and kinds are written as people write them, never as the database stores them."""
    assert load(prepared_url, {"Đơn vị": "Mã | Tên | Xếp hạng | Tỉnh\nX-1 | Tổ 1 | Có | Nghệ An"}).batch
    changed = {"Kết thúc": date(2027, 1, 31), "Loại số liệu": "mô phỏng", "Ngưỡng giá trị (tỷ đồng)": "0,5; 1; 2"}
    cells = load(prepared_url, {"Đơn vị": "Mã | Tên | Xếp hạng | Tỉnh\nX-1 | Tổ 1 | Không | Hà Nội"}, **changed).cells
    assert [cell_line(one, VIETNAMESE).partition(" · ")[2] for one in cells] == [
        "Kết thúc: “31/12/2026” → “31/01/2027”",
        "Loại số liệu: “chính thức” → “mô phỏng”",
        "Ngưỡng giá trị (tỷ đồng): “–” → “0,5; 1; 2”",
        "Xếp hạng: “Có” → “Không”",
        "Tỉnh: “Tỉnh Nghệ An” → “Thành phố Hà Nội”",
    ]
    assert any("“official” → “simulated”" in cell_line(one, LANGUAGES["en"]) for one in cells)


def test_the_place_of_signing_and_a_source_alone_are_shown_before_they_are_saved(prepared_url: str) -> None:
    target = "Đơn vị | Chỉ tiêu | Nguồn\nA | 5 | {}"
    sheets = {"Đơn vị": "Mã | Tên\nA | Khối A", "Chỉ tiêu": target.format("KH 1")}
    assert load_content(prepared_url, book(sheets), "x.xlsx", LOCAL).batch
    made = load_workbook(io.BytesIO(book({**sheets, "Chỉ tiêu": target.format("KH 2")})))
    made["Chương trình"].append(("Nơi ký", "Hà Nội"))

    cells = load_content(prepared_url, saved(made), "x.xlsx", LOCAL, dry_run=True).cells
    assert {(one.table, one.column, one.before, one.after) for one in cells} == {
        ("programme", "place", "", "Hà Nội"),
        ("target", "source", "KH 1", "KH 2"),
    }
