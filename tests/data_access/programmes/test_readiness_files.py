"""Readiness is imported by file and form, whole or not at all, with every bad row named, and can be undone exactly."""

from datetime import date

import pytest
from sqlalchemy import func, select

from data_access.database.errors import NotAllowed
from data_access.database.schema import audit_event, import_batch, readiness_fact
from data_access.database.transactions import reading
from data_access.importing.undoing import undo
from data_access.programmes.readiness_book import readiness_book, readiness_book_of
from data_access.programmes.readiness_saving import load_readiness
from data_access.programmes.saving import Loaded, load_from_memory
from data_access.reference.catalogue import fetch_catalogue
from data_access.rules.readiness import LatestStatements, example, latest, read_history, read_items
from importer.programmes import finding_line
from language.languages import LANGUAGES, VIETNAMESE
from model.filters import Filters
from model.reader import LOCAL, Reader, Role
from tests.books import book_of, drawn_rows, saved
from tests.data_access.importing.stored import scalars
from tests.data_access.programmes.test_loading import load

LONG = """Đơn vị | Mục | Kết quả | Ngày | Nguồn | Ghi chú
LD-38 | Kế hoạch đã xây dựng | Có | 20/04/2022 | Báo cáo 12 | Bà An
LĐLĐ tỉnh Nghệ An | can-bo | chưa có | 2022-04-20 | |
LD-38 | Số người được tập huấn | 1.200 | 20/04/2022 | |
LD-40 | Video hướng dẫn | Chưa rõ | 20/04/2022 | |"""
WIDE = """Đơn vị | Tên đơn vị | Kế hoạch đã xây dựng | People trained | Ngày
LD-38 | Thanh Hóa | Có | 0 | 20/04/2022
LD-40 | Nghệ An | | 7 | 20/04/2022
LD-01 | | | | 20/04/2022"""


def file(drawing: str, title: str = "Sẵn sàng") -> bytes:
    return saved(book_of({title: drawn_rows(drawing)}))


def bring(url: str, content: bytes, by: Reader = LOCAL, *, dry_run: bool = False) -> Loaded:
    return load_from_memory(load_readiness, url, content, "1tr", by, name="x.xlsx", dry_run=dry_run)


def known(url: str) -> LatestStatements:
    with reading(url) as connection:
        return latest(read_history(connection, 1))


def test_a_long_file_is_previewed_saved_and_taken_back(prepared_url: str):
    preview = bring(prepared_url, file(LONG), dry_run=True)
    assert preview.changes == {"readiness_fact": (4, 0, 0)} and preview.batch is None
    assert known(prepared_url) == {}

    saved = bring(prepared_url, file(LONG))
    text = known(prepared_url)
    assert text["LD-38", "ke-hoach"].state == "yes" and text["LD-38", "ke-hoach"].source == "Báo cáo 12"
    assert text["LD-40", "can-bo"].state == "no"
    assert text["LD-38", "tap-huan-nguoi"].amount == 1200
    assert text["LD-40", "video"].state == "unknown"
    assert bring(prepared_url, file(LONG)).is_same
    assert "import" in scalars(prepared_url, select(audit_event.c.action))

    undo(prepared_url, saved.batch, LOCAL)
    assert known(prepared_url) == {}


def test_a_wide_file_says_what_is_filled_in(prepared_url: str):
    assert bring(prepared_url, file(WIDE, "Sheet1")).changes == {"readiness_fact": (3, 0, 0)}
    text = known(prepared_url)
    assert (text["LD-38", "tap-huan-nguoi"].state, text["LD-38", "tap-huan-nguoi"].amount) == ("no", 0)
    assert text["LD-40", "tap-huan-nguoi"].amount == 7
    assert {code for code, _ in text} == {"LD-38", "LD-40"}


def test_the_latest_day_counts_whichever_came_in_last(prepared_url: str):
    for result, day in (("Có", "20/04/2022"), ("Chưa có", "01/02/2022")):
        bring(prepared_url, file(f"Đơn vị | Mục | Kết quả | Ngày\nLD-38 | video | {result} | {day}"))
    assert known(prepared_url)["LD-38", "video"].state == "yes"

    changed = bring(prepared_url, file("Đơn vị | Mục | Kết quả | Ngày\nLD-38 | video | Chưa có | 20/04/2022"))
    assert changed.changes == {"readiness_fact": (0, 1, 0)}
    assert [(cell.before, cell.after) for cell in changed.cells] == [("yes", "no")]
    assert known(prepared_url)["LD-38", "video"].state == "no"


BAD = {
    "LD-99 | video | Có | 20/04/2022": ("unknown_unit", "Đơn vị"),
    "LD-38 | cái khác | Có | 20/04/2022": ("unknown_item", "Mục"),
    "LD-38 | video | có lẽ | 20/04/2022": ("no_state", "Kết quả"),
    "LD-38 | tap-huan-luot | nhiều | 20/04/2022": ("no_count", "Kết quả"),
    "LD-38 | tap-huan-luot | -3 | 20/04/2022": ("no_count", "Kết quả"),
    "LD-38 | video | Có | hôm nay": ("no_day", "Ngày"),
    "LD-38 | video | Có | ": ("missing_value", "Ngày"),
    "LD-38 | video |  | 20/04/2022": ("missing_value", "Kết quả"),
    "LD-38 | video | Có | 31/12/2099": ("day_ahead", "Ngày"),  # not “tomorrow”: that comes while the tests run
}


@pytest.mark.parametrize("line", BAD)
def test_a_bad_row_is_named_with_sheet_row_and_column_and_nothing_is_saved(prepared_url: str, line: str):
    good = "LD-40 | video | Có | 20/04/2022"
    loaded = bring(prepared_url, file(f"Đơn vị | Mục | Kết quả | Ngày\n{good}\n{line}"))

    (finding,) = loaded.findings
    assert (finding.code, finding.column, finding.sheet, finding.row) == (*BAD[line], "Sẵn sàng", 3)
    for language in LANGUAGES.values():
        assert finding_line(finding, language)
    assert known(prepared_url) == {} and scalars(prepared_url, select(func.count(import_batch.c.id))) == [0]


def test_what_is_there_twice_or_says_nothing_is_refused(prepared_url: str):
    twice = file("Đơn vị | Mục | Kết quả | Ngày\nLD-38 | video | Có | 20/04/2022\nThanh Hóa | video | Có | 20/04/2022")
    (findings,) = bring(prepared_url, twice).findings
    assert (findings.code, findings.row) == ("fact_twice", 3) and "đã có ở dòng 2" in finding_line(findings, VIETNAMESE)
    assert [one.code for one in bring(prepared_url, file("Đơn vị | Ngày\nLD-38 | 20/04/2022")).findings] == [
        "nothing_said"
    ]
    (findings,) = bring(prepared_url, b"nothing").findings
    assert findings.code == "no_workbook" and finding_line(findings, VIETNAMESE).startswith("Tệp không")


def test_an_account_speaks_of_its_own_units_alone(prepared_url: str):
    staff = Reader("s@example.vn", Role.STAFF, ("LD-38",))
    loaded = bring(prepared_url, file(LONG), staff)
    assert [(one.code, one.row) for one in loaded.findings] == [("outside_scope", 3), ("outside_scope", 5)]
    assert not bring(prepared_url, file(WIDE.replace("LD-40", "LD-38").replace("LD-01", "LD-38")), staff).batch

    own = bring(prepared_url, file("Đơn vị | Mục | Kết quả | Ngày\nLD-38 | video | Có | 20/04/2022"), staff)
    assert own.batch and scalars(prepared_url, select(readiness_fact.c.who)) == ["s@example.vn"]
    with pytest.raises(NotAllowed):
        bring(prepared_url, file(LONG), Reader("v@example.vn", Role.VIEWER))


def test_the_file_to_fill_in_and_the_form_say_what_they_show(prepared_url: str):
    bring(prepared_url, file(LONG))
    with reading(prepared_url) as connection:
        units = fetch_catalogue(connection).units[:60]
    before = known(prepared_url)
    content = readiness_book(example(), units, before, date(2022, 5, 1))
    assert bring(prepared_url, content).changes == {"readiness_fact": (0, 3, 0)}  # the same, of a later day
    assert {key: one.state for key, one in known(prepared_url).items()} == {
        key: one.state for key, one in before.items()
    }

    form = readiness_book_of("LD-38", example()[-1], "=1+1", date(2022, 5, 2), "Nguồn", "=HYPERLINK(1)")
    assert [one.code for one in bring(prepared_url, form).findings] == ["no_count"]


def test_a_programme_asks_for_its_own_items_until_they_are_taken_back(prepared_url: str):
    sheet = "Mã | Tên | Tên tiếng Anh | Loại\nphong-hop | Phòng họp | Room |\nmay-tinh | Máy tính | | số lượng"
    loaded = load(prepared_url, {"Mục sẵn sàng": sheet})
    number = scalars(prepared_url, select(func.max(import_batch.c.programme_id)))[0]
    with reading(prepared_url) as connection:
        result = read_items(connection, number)
    assert [(one.code, one.name_en, one.counted) for one in result] == [
        ("phong-hop", "Room", False),
        ("may-tinh", "Máy tính", True),
    ]

    bad = load(prepared_url, {"Mục sẵn sàng": f"{sheet}\nphong-hop | Phòng họp | | chữ"})
    assert {(one.code, one.row, one.column) for one in bad.findings} == {
        ("code_twice", 4, "Mã"),
        ("item_twice", 4, "Tên"),
        ("unknown_word", 4, "Loại"),
    }
    undo(prepared_url, loaded.batch, LOCAL)
    with reading(prepared_url) as connection:
        assert read_items(connection, number) == example()


def test_a_set_up_is_taken_back_although_somebody_spoke_of_a_unit_that_it_made(prepared_url: str):
    load(prepared_url, {"Đơn vị": "Mã | Tên\nPX01 | Phân xưởng 1"})
    more = load(prepared_url, {"Đơn vị": "Mã | Tên\nPX01 | Phân xưởng 1\nPX02 | Phân xưởng 2"})
    text = file("Đơn vị | Mục | Kết quả | Ngày\nPX02 | video | Có | 20/04/2022")
    assert load_from_memory(load_readiness, prepared_url, text, more.code, LOCAL, name="x.xlsx").batch

    undo(prepared_url, more.batch, LOCAL)
    with reading(prepared_url) as connection:
        members = {one.code for one in fetch_catalogue(connection).members(Filters(programme=more.code))}
    assert members == {"PX01"} and scalars(prepared_url, select(func.count(readiness_fact.c.id))) == [1]
