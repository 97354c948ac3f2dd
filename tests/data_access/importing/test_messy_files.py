"""Files as unions send them: titles, groups, sums, notes, signatures, factors, remarks in headings."""

from pathlib import Path

import pytest

from data_access.importing.choices import Choices, Kind
from data_access.importing.headings import factor_of, field_of
from data_access.importing.understanding import understand
from data_access.importing.understood import Understood

MESSY = Path(__file__).parent / "messy"
HEAD = "Mã sáng kiến,Tên sáng kiến,Tác giả,Đơn vị,Ngày cập nhật,Giá trị làm lợi (đồng)"


def read(url: str, name: str, **choices: object) -> Understood:
    return understand(url, MESSY / name, Choices("1tr").changed(**choices))


def typed(url: str, folder: Path, *lines: str, head: str = HEAD, **choices: object) -> Understood:
    file = folder / "typed.csv"
    file.write_text("\n".join([head, *lines]), encoding="utf-8")
    return understand(url, file, Choices("1tr").changed(**choices))


def params_of(understood: Understood, code: str) -> dict[str, object]:
    return next((dict(remark.params) for remark in understood.remarks if remark.code == code), {})


def benefits(understood: Understood) -> list[int | None]:
    return understood.rows["benefit_vnd"].to_list()


def test_a_report_with_groups_sums_and_signatures_gives_its_rows(file_url: str):
    report = read(file_url, "x01_bao_cao_khoi.xlsx")
    assert report.may_be_saved
    assert report.rows["code"].to_list() == [f"TH-000{number}" for number in range(1, 7)]
    assert params_of(report, "total_rows_left_out")["lines"] == [12, 17, 18]
    assert params_of(report, "group_rows_left_out")["lines"] == [8, 13]
    assert params_of(report, "signatures_left_out")["lines"] == [21, 22, 26]
    assert params_of(report, "notes_left_out")["lines"] == [20]
    assert params_of(report, "sums_agree")["lines"] == [12, 17, 18]


def test_a_second_table_and_remarks_below_are_understood(file_url: str):
    two = read(file_url, "x31_hai_bang.xlsx")
    assert two.may_be_saved
    assert two.rows["code"].to_list() == ["TH-0001", "TH-0002", "TH-0003", "BS-1", "BS-2", "BS-3"]
    below = read(file_url, "x32_ghi_chu_duoi_bang.xlsx")
    assert below.may_be_saved
    assert below.rows.height == 3
    assert params_of(below, "notes_left_out")["lines"] == [5, 6]


def test_factors_of_headings_are_applied_and_reported(file_url: str):
    millions = read(file_url, "x20_trieu_dong.csv")
    assert benefits(millions) == [120_000_000, 240_000_000, 360_000_000]
    assert params_of(millions, "factor_applied")["factor"] == 10**6
    thousands = read(file_url, "y9_tieu_de_lap.csv")
    assert thousands.may_be_saved
    assert benefits(thousands) == [1000]


@pytest.mark.parametrize(
    ("heading", "factor"),
    [
        ("Giá trị làm lợi (tỷ đồng)", 10**9),
        ("Giá trị làm lợi (ĐVT: triệu đồng)", 10**6),
        ("Giá trị làm lợi - ngàn đồng", 10**3),
        ("Giá trị làm lợi (1.000đ)", 10**3),
        ("Giá trị làm lợi (ước tính)", 1),
    ],
)
def test_headings_of_amounts(heading: str, factor: int):
    assert field_of(Kind.INITIATIVES, heading) == "benefit_vnd"
    assert factor_of(heading) == factor


def test_an_amount_of_another_currency_is_not_taken_for_dong():
    assert field_of(Kind.INITIATIVES, "Giá trị làm lợi (USD)") is None


def test_an_amount_with_its_own_unit_is_not_multiplied(file_url: str, tmp_path: Path):
    head = HEAD.replace("(đồng)", "(triệu đồng)")
    lines = [
        f"A-{number},Tên {number},,Huế,20/04/2022,{text}"
        for number, text in enumerate(["3 tỷ", "1.5", "2000000đ", '"2,5"'])
    ]
    assert benefits(typed(file_url, tmp_path, *lines, head=head)) == [
        3 * 10**9,
        1_500_000,
        2_000_000,
        2_500_000,
    ]


def test_two_tables_may_count_in_different_units(file_url: str, tmp_path: Path):
    again = HEAD.replace("(đồng)", "(triệu đồng)")
    read_both = typed(file_url, tmp_path, "A-1,Tên 1,,Huế,20/04/2022,500", again, "A-2,Tên 2,,Huế,20/04/2022,500")
    assert benefits(read_both) == [500, 500_000_000]


def test_one_bad_amount_is_one_error_and_may_mean_not_known(file_url: str):
    doubtful = read(file_url, "y1_words_one_bad.csv")
    assert doubtful.wrong["value"].to_list() == ["chưa rõ"]
    answered = read(file_url, "y1_words_one_bad.csv", blanks=("chưa rõ",))
    assert answered.may_be_saved
    assert benefits(answered) == [12_000_000, 1_500_000_000, 500_000_000, 20_000_000, 1_000_000_000, None]


def test_dong_in_any_spelling(file_url: str, tmp_path: Path):
    assert benefits(read(file_url, "y2_dong.csv")) == [15_000_000] * 3
    spelled = ["15.000.000đ.", "15.000.000 d", "15.000.000VNĐ", "15.000.000 vnđ"]
    lines = [f"A-{number},Tên {number},,Huế,20/04/2022,{text}" for number, text in enumerate(spelled)]
    assert benefits(typed(file_url, tmp_path, *lines)) == [15_000_000] * 4


def test_a_real_row_is_never_taken_for_a_sum(file_url: str, tmp_path: Path):
    real = read(file_url, "y5_tong_cong_ty.csv")
    assert real.wrong.select("line", "code").rows() == [(3, "missing_value")]
    assert not params_of(real, "total_rows_left_out")
    more = typed(
        file_url, tmp_path,
        "A-1,Tên một,,Huế,20/04/2022,1", ",Tổng công ty đổi mới,,,,5", ",Cộng hưởng từ trong lò,,,,7",
        ",Tổng cộng,An,Huế,,9",
    )  # fmt: skip
    assert set(more.wrong["line"]) == {3, 4, 5}


def test_a_sum_that_differs_is_reported(file_url: str, tmp_path: Path):
    preview = typed(file_url, tmp_path, "A-1,Tên một,,Huế,20/04/2022,100", "Tổng cộng,,,,,150")
    assert preview.may_be_saved
    assert params_of(preview, "sum_differs") == {"line": 3, "total": 150, "parts": 100}


def test_a_numbered_row_is_an_initiative_however_little_it_says(file_url: str, tmp_path: Path):
    preview = typed(file_url, tmp_path, "1,A-1,Tên một,,Huế,20/04/2022,100", "2,,Tổng,,,,", head=f"STT,{HEAD}")
    assert set(preview.wrong["line"]) == {3}
