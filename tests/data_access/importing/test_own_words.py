"""Files that name the union, a column or a value in their own way lead to one question each."""

from pathlib import Path

import pytest
import xlsxwriter

from data_access.importing.choices import Choices, Kind
from data_access.importing.remarks import Severity
from data_access.importing.understanding import understand
from data_access.importing.understood import Understood
from tests.data_access.importing.test_asked_first import BY, question_codes, typed
from tests.data_access.importing.test_messy_files import HEAD, MESSY, benefits, params_of

NO_UNIT = "Mã sáng kiến,Tên sáng kiến,Tác giả,Ngày cập nhật"


def read(url: str, name: str, **choices: object) -> Understood:
    return understand(url, MESSY / name, Choices("1tr", by=BY).changed(**choices))


def units_of(understood: Understood) -> int:
    return understood.rows["unit_id"].n_unique()


def test_the_name_of_a_sheet_is_its_union(file_url: str):
    open_one = read(file_url, "x05_ten_trang_la_don_vi.xlsx")
    assert question_codes(open_one) == ["union_missing"]
    assert params_of(open_one, "union_missing")["options"] == ["sheet"]
    settled = read(file_url, "x05_ten_trang_la_don_vi.xlsx", union_from="sheet")
    assert settled.may_be_saved
    assert (settled.rows.height, units_of(settled)) == (9, 3)


def test_a_group_row_is_the_union_of_the_rows_below_it(file_url: str):
    open_one = read(file_url, "x27_don_vi_la_dong_nhom.xlsx")
    assert question_codes(open_one) == ["union_missing"]
    settled = read(file_url, "x27_don_vi_la_dong_nhom.xlsx", union_from="group")
    assert settled.may_be_saved
    assert (settled.rows.height, units_of(settled)) == (6, 2)


def test_a_group_may_have_its_number_in_a_cell_of_its_own_and_its_sum_beside_it(file_url: str, tmp_path: Path):
    lines = ["I,,LĐLĐ Thanh Hóa,,,3", "1,A-1,Một,An,20/04/2022,1", "2,A-2,Hai,An,20/04/2022,2", ",,Cộng I,,,3"]
    lines += ["II,,LĐLĐ Nghệ An,,,5", "3,A-3,Ba,An,20/04/2022,5", ",,Tổng cộng,,,8"]
    head = f"STT,{NO_UNIT},Giá trị làm lợi (đồng)"
    settled = typed(file_url, tmp_path, *lines, head=head, union_from="group")
    assert settled.may_be_saved
    assert benefits(settled) == [1, 2, 5]
    assert units_of(settled) == 2


@pytest.mark.parametrize(
    "name", ["BC_LDLD tinh Thanh Hoa_thang 4.csv", "Thanh Hóa.csv", "2022-04 LĐLĐ Thanh Hóa (2).csv"]
)
def test_the_name_of_a_file_is_its_union(file_url: str, tmp_path: Path, name: str):
    file = tmp_path / name
    file.write_text(f"{NO_UNIT}\nA-1,Tên,An,20/04/2022", encoding="utf-8")
    assert params_of(understand(file_url, file, Choices("1tr", by=BY)), "union_missing")["options"] == ["file"]
    settled = understand(file_url, file, Choices("1tr", by=BY, union_from="file"))
    assert settled.may_be_saved
    assert settled.rows.height == 1


def test_a_sheet_that_names_no_union_is_an_error_that_one_answer_mends(file_url: str, tmp_path: Path):
    file = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Xứ Thanh")
        sheet.write_row(0, 0, NO_UNIT.split(","))
        sheet.write_row(1, 0, ["A-1", "Tên", "An", "20/04/2022"])
    unknown = understand(file_url, file, Choices("1tr", by=BY, union_from="sheet"))
    assert unknown.wrong["code"].to_list() == ["unknown_unit"]
    named = understand(file_url, file, Choices("1tr", by=BY, union_from="sheet", unit_names={"Xứ Thanh": "LD-38"}))
    assert named.may_be_saved


def test_an_unknown_heading_is_given_the_column_it_stands_for(file_url: str, tmp_path: Path):
    head, line = HEAD.replace("Ngày cập nhật", "Hôm gửi lên"), "A-1,Tên,An,Huế,20/04/2022,5"
    refused = typed(file_url, tmp_path, line, head=head)
    assert [one.code for one in refused.of(Severity.REFUSED)] == ["missing_column"]
    assert "Hôm gửi lên" in str(params_of(refused, "missing_column")["there"])
    assert typed(file_url, tmp_path, line, head=head, heading_names={"Hôm gửi lên": "uploaded_at"}).may_be_saved


def test_of_two_headings_that_mean_the_same_one_is_chosen(file_url: str, tmp_path: Path):
    head, line = HEAD.replace("Tác giả", "Đơn vị"), "A-1,Tên,Huế,Thanh Hóa,20/04/2022,5"
    assert [one.code for one in typed(file_url, tmp_path, line, head=head).of(Severity.REFUSED)] == ["repeated_column"]
    first = typed(file_url, tmp_path, line, head=head, heading_names={"Đơn vị#1": "unit"})
    second = typed(file_url, tmp_path, line, head=head, heading_names={"Đơn vị#2": "unit"})
    assert first.may_be_saved
    assert second.may_be_saved
    assert first.rows["unit_id"].to_list() != second.rows["unit_id"].to_list()


def test_words_of_coded_columns_are_mapped_once(file_url: str, tmp_path: Path):
    head = f"{HEAD},Trạng thái,Chức vụ,Khu vực"
    line = "A-1,Tên,An,Huế,20/04/2022,5,Đã phê chuẩn,Giám đốc,Cty nước ngoài"
    unknown = typed(file_url, tmp_path, line, head=head)
    assert {one[:2] for one in unknown.unknown_words} == {
        ("Trạng thái", "Đã phê chuẩn"), ("Chức vụ", "Giám đốc"), ("Khu vực", "Cty nước ngoài"),
    }  # fmt: skip
    words = {"status:đã phê chuẩn": "valid", "position:Giám đốc": "manager", "ownership:CTY nước ngoài": "fdi"}
    known = typed(file_url, tmp_path, line, head=head, words=words)
    assert known.may_be_saved
    assert known.unknown_words == ()
    assert known.rows.select("status", "position", "ownership").row(0) == (1, 2, 3)


def test_kinds_of_units_and_round_members_raise_questions(file_url: str):
    doubtful = read(file_url, "x34_don_vi.csv", kind=Kind.UNITS)
    assert doubtful.wrong["value"].to_list() == ["LĐLĐ tỉnh, TP", "~85 nghìn"]
    assert "Công đoàn ngành" in doubtful.wrong["hint"][0]
    answers = {"words": {"unit_kind:LĐLĐ tỉnh, TP": "provincial"}, "amounts": {"~85 nghìn": 85_000}, "replace": True}
    settled = read(file_url, "x34_don_vi.csv", kind=Kind.UNITS, **answers)
    assert settled.may_be_saved
    assert settled.rows["members"].to_list() == [320_500, 85_000, 660_000]


def test_a_code_of_the_union_beats_its_name_and_says_so(file_url: str, tmp_path: Path):
    lines = [
        "A-1,Một,An,20/04/2022,LD-38,LĐLĐ Nghệ An",  # two unions: the code counts
        "A-2,Hai,An,20/04/2022,ld-38,LĐLĐ tỉnh Thanh Hóa",
        "A-3,Ba,An,20/04/2022,,LĐLĐ Nghệ An",
        "A-4,Bốn,An,20/04/2022,LD-40,",
    ]
    settled = typed(file_url, tmp_path, *lines, head=f"{NO_UNIT},Mã đơn vị,Đơn vị")

    ids = settled.rows.sort("code")["unit_id"].to_list()
    assert settled.may_be_saved
    assert ids[0] == ids[1] != ids[2] == ids[3]
    assert params_of(settled, "code_over_name") == {"count": 1, "unit": "LD-38", "name": "LĐLĐ Nghệ An"}


def test_a_code_of_nobody_is_an_error_whatever_name_stands_beside_it(file_url: str, tmp_path: Path):
    settled = typed(file_url, tmp_path, "A-1,Một,An,20/04/2022,LD-99,LĐLĐ Nghệ An", head=f"{NO_UNIT},Mã đơn vị,Đơn vị")

    assert not settled.may_be_saved
    assert settled.wrong["column"].unique().to_list() == ["Mã đơn vị"]


def test_codes_alone_name_the_unions(file_url: str, tmp_path: Path):
    settled = typed(file_url, tmp_path, "A-1,Một,An,20/04/2022,LD-38", head=f"{NO_UNIT},Mã đơn vị")

    assert settled.may_be_saved
    assert settled.rows.height == 1
