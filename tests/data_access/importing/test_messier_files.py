"""Some twenty files as unions send them: what each reads, reports and asks."""

from pathlib import Path

import pytest

from data_access.importing.choices import Choices, Kind
from data_access.importing.headings import field_of
from data_access.importing.remarks import Severity
from data_access.importing.stacked_headings import JOINT
from data_access.importing.understanding import understand
from data_access.importing.understood import Understood
from tests.data_access.importing import messier, messiest

FILES = {**messier.FILES, **messiest.FILES}
MEANT = {"heading_names": {"Nơi gửi": "unit"}, "words": {"status:Đã phê chuẩn": "valid"}}


def read(url: str, folder: Path, name: str, **choices: object) -> Understood:
    file = folder / name
    file.write_bytes(FILES[name]())
    kind = Kind.TARGETS if name.startswith("chi_tieu") else Kind.INITIATIVES
    return understand(url, file, Choices("1tr", kind).changed(**choices))


def codes(understood: Understood, *severities: Severity) -> set[str]:
    return {remark.code for severity in severities for remark in understood.of(severity)}


@pytest.mark.parametrize(
    ("name", "rows", "expected", "benefits"),
    [
        ("m01_ba_dong_tieu_de.xlsx", 2, {"factor_applied", "total_rows_left_out"}, [12_500_000, 30_000_000]),
        (
            "m02_ba_dong_o_gop.xlsx",
            2,
            {"factor_applied", "total_rows_left_out", "sums_agree"},
            [12_500_000, 30_000_000],
        ),
        ("m03_excel_cu.xls", 3, {"total_rows_left_out", "signatures_left_out", "sums_agree"}, [1_000_000] * 3),
        ("m04_cp1258.csv", 5, {"guessed_encoding"}, [1_000_000] * 5),
        ("m05_unicode.txt", 4, set(), [1_000_000] * 4),
        ("m07_o_gop.xlsx", 2, {"filled_down"}, None),
        ("m11_trung.xlsx", 2, {"repeated_rows"}, [1_000_000] * 2),
        ("m12_dvt_tren_bang.xlsx", 1, {"factor_applied", "sums_agree"}, [125_000_000]),
        ("m13_cot_dvt.csv", 2, {"factor_applied"}, [5_000_000, 7]),
        (
            "m15_hai_bang.xlsx",
            3,
            {"factor_applied", "sums_agree", "group_rows_left_out"},
            [1_000_000, 1_000_000, 700_000],
        ),
        ("m21_lap_tieu_de.xlsx", 3, set(), [1_000_000] * 3),
        ("m22_tong_o_dau.xlsx", 2, {"total_rows_left_out", "sums_agree"}, [1_000_000] * 2),
        ("m23_sep.csv", 1, {"total_rows_left_out"}, [1_000_000]),
        ("n01_hai_dong_ty_dong.xlsx", 2, {"factor_applied", "sums_agree"}, [1_500_000_000, 750_000_000]),
        ("n02_tong_goi_khac.xlsx", 1, {"total_rows_left_out", "sums_agree"}, [100_000]),
        ("n03_dau_cach_la.csv", 7, {"spaces_repaired"}, [1_500_000] * 7),
        ("n06_utf16_cham_phay.csv", 2, {"factor_applied"}, [1_250_000_000, 500_000_000]),
        ("n08_ngay_nhieu_kieu.xlsx", 7, {"serial_dates"}, None),
        ("n09_noi_nhan.xlsx", 2, {"signatures_left_out"}, [1_000_000] * 2),
        ("n10_khoi.xlsx", 2, {"group_rows_left_out", "sums_agree"}, [100_000, 100_000]),
        ("n11_trieu_bang_so.xlsx", 1, {"factor_applied"}, [12_500_000]),
        ("n13_nam_trieu.xlsx", 1, {"factor_applied"}, [12_000_000]),
        ("n14_mang_sang.xlsx", 3, {"total_rows_left_out", "sums_agree"}, [1_000_000] * 3),
        ("n15_bang_khac_o_duoi.xlsx", 2, {"other_table_left_out"}, [1_000_000] * 2),
        ("chi_tieu_co_chu_ky.csv", 2, {"signatures_left_out", "total_row_agrees"}, None),
    ],
)
def test_what_is_beyond_doubt_is_read_at_once(
    file_url: str, tmp_path: Path, name: str, rows: int, expected: set[str], benefits: list[int] | None
):
    preview = read(file_url, tmp_path, name)
    assert preview.may_be_saved, preview.remarks
    assert preview.rows.height == rows
    assert expected <= codes(preview, Severity.WARNING, Severity.INFO)
    assert "sum_differs" not in codes(preview, Severity.WARNING)
    if benefits:
        assert preview.rows["benefit_vnd"].to_list() == benefits


@pytest.mark.parametrize(
    ("name", "query", "answer", "rows"),
    [
        ("m06_tcvn3.xlsx", "legacy_encoding", {"encoding": "tcvn3"}, 2),
        ("m08_an.xlsx", "hidden_rows", {"hidden_rows": "skip"}, 3),
        ("n04_vni.xlsx", "legacy_encoding", {"encoding": "vni"}, 2),
        ("n05_viqr.csv", "legacy_encoding", {"encoding": "viqr"}, 3),
        ("n07_loc.xlsx", "hidden_rows", {"hidden_rows": "include"}, 4),
        ("n12_le_dong.xlsx", "unit_in_doubt", {"money_unit": "million"}, 2),
        ("n16_hai_phong_chu.xlsx", "legacy_encoding", {"encoding": "several"}, 3),
        ("n17_so_qua_nho.csv", "unit_in_doubt", {"money_unit": "million"}, 2),
        ("m14_dau_cham.csv", "dots_in_doubt", {"dots": "decimal"}, 1),
        ("m16 LDLD Ninh Bình_T3.xlsx", "union_missing", {"union_from": "file"}, 2),
        ("m17_nhieu_trang.xlsx", "union_missing", {"union_from": "sheet"}, 2),
        ("m18_nhom_co_so_tien.xlsx", "union_missing", {"union_from": "group"}, 3),
        ("m19_tu_la.xlsx", "missing_column", MEANT, 1),
        ("m20_huyen.csv", "unknown_unit", {"unit_names": {"Huyện Nông Cống": "LD-38"}}, 2),
    ],
)
def test_what_is_open_is_one_answer(
    file_url: str, tmp_path: Path, name: str, query: str, answer: dict[str, object], rows: int
):
    first = read(file_url, tmp_path, name)
    assert not first.may_be_saved
    assert query in codes(first, Severity.QUESTION, Severity.REFUSED, Severity.ERROR)
    answered = read(file_url, tmp_path, name, **answer)
    assert answered.may_be_saved, answered.remarks
    assert answered.rows.height == rows


def test_letters_that_were_lost_are_reported_before_missing_headings(file_url: str, tmp_path: Path):
    assert codes(read(file_url, tmp_path, "n18_mat_dau.csv"), Severity.REFUSED) == {"lost_accents"}


def test_bad_cells_are_errors_of_their_rows_alone(file_url: str, tmp_path: Path):
    dates = read(file_url, tmp_path, "m09_ngay.xlsx")
    assert set(dates.wrong["code"]) == {"two_digit_year", "no_such_day"}
    assert dates.good == 6
    formula = read(file_url, tmp_path, "m10_cong_thuc.xlsx")
    assert (formula.good, formula.wrong["line"].to_list()) == (2, [4])


def test_hidden_columns_and_sheets_that_are_not_read_are_reported(file_url: str, tmp_path: Path):
    text = codes(read(file_url, tmp_path, "m08_an.xlsx"), Severity.WARNING)
    assert {"hidden_columns_read", "hidden_sheets"} <= text
    assert "sheets_without_table" in codes(read(file_url, tmp_path, "m17_nhieu_trang.xlsx"), Severity.WARNING)


@pytest.mark.parametrize(
    ("pieces", "field"),
    [
        (("Sáng kiến", "Tên"), "title"),
        (("Quyết định", "Ngày"), "decided_at"),
        (("Hội đồng xét", "Ngày"), None),  # whose day that is is not guessed
        (("Hiệu quả", "Giá trị làm lợi", "(tỷ đồng)"), "benefit_vnd"),
    ],
)
def test_a_heading_below_another(pieces: tuple[str, ...], field: str | None):
    assert field_of(Kind.INITIATIVES, JOINT.join(pieces)) == field
