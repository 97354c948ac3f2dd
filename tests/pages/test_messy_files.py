"""The thirteen messy files on the page `/import`: the questions, the buttons that answer them, the rows saved."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from streamlit.testing.v1 import AppTest

from data_access.database.schema import initiative, target, unit
from data_access.importing.choices import Kind
from tests.data_access.importing import messier, messiest
from tests.data_access.importing.good_rows import TARGET_HEADINGS
from tests.data_access.importing.stored import imported, scalars, written
from tests.pages.running import open_page

FILES = {**messier.FILES, **messiest.FILES}
MESSY = Path(__file__).parents[1] / "data_access" / "importing" / "messy"
COUNT = select(func.count()).select_from(initiative)


def shown(name: str, kind: str = "initiatives") -> AppTest:
    page = open_page("pages/import.py")
    if kind != "initiatives":
        next(box for box in page.selectbox if box.label == "Tệp chứa").set_value(kind).run()
    page.file_uploader[0].upload(name, (MESSY / name).read_bytes(), "text/csv")
    return page.run()


def press(page: AppTest, label: str) -> AppTest:
    return next(one for one in page.button if label in one.label).click().run()


def check_saving(page: AppTest, url: str, rows: int) -> None:
    page = press(page, f"Lưu {rows} dòng")
    assert not page.exception
    assert scalars(url, COUNT) == [rows]


@pytest.mark.parametrize(
    ("name", "answers", "rows"),
    [
        ("x01_bao_cao_khoi.xlsx", [], 6),
        ("x05_ten_trang_la_don_vi.xlsx", ["Tên trang"], 9),
        ("x27_don_vi_la_dong_nhom.xlsx", ["Dòng nhóm"], 6),
        ("x31_hai_bang.xlsx", [], 6),
        ("x32_ghi_chu_duoi_bang.xlsx", [], 3),
        ("x20_trieu_dong.csv", [], 3),
        ("y9_tieu_de_lap.csv", [], 1),
        ("y1_words_one_bad.csv", ["chưa rõ"], 6),
        ("y2_dong.csv", [], 3),
        ("y7_code0.csv", ["Các sáng kiến khác nhau"], 4),
        ("y7_code0.csv", ["Cùng một sáng kiến"], 2),
    ],
)
def test_a_list_is_saved_after_its_one_answer(pages_url: str, name: str, answers: list[str], rows: int):
    page = shown(name)
    for label in answers:
        assert next(button for button in page.button if button.label.startswith("Lưu")).disabled
        page = press(page, label)
    check_saving(page, pages_url, rows)


# What is pressed or chosen for each drawn file, and how many rows may be saved then; None: they are errors.
REFUSED = ("n18_mat_dau.csv",)
WALK: dict[str, tuple[list[str], int | None]] = {
    **dict.fromkeys(FILES, ([], 2)),
    "n14_mang_sang.xlsx": ([], 3),
    "n16_hai_phong_chu.xlsx": (["Đúng, đổi"], 3),
    "n17_so_qua_nho.csv": (["Triệu đồng"], 2),
    "m03_excel_cu.xls": ([], 3),
    "m04_cp1258.csv": ([], 5),
    "m05_unicode.txt": ([], 4),
    "m06_tcvn3.xlsx": (["Đúng, đổi"], 2),
    "m08_an.xlsx": (["Nhập cả dòng ẩn"], 4),
    "m09_ngay.xlsx": ([], None),
    "m10_cong_thuc.xlsx": ([], None),
    "m12_dvt_tren_bang.xlsx": ([], 1),
    "m14_dau_cham.csv": (["Ngăn cách phần lẻ"], 1),
    "m15_hai_bang.xlsx": ([], 3),
    "m16 LDLD Ninh Bình_T3.xlsx": (["Tên tệp"], 2),
    "m17_nhieu_trang.xlsx": (["Tên trang"], 2),
    "m18_nhom_co_so_tien.xlsx": (["Dòng nhóm"], 3),
    "m19_tu_la.xlsx": (["Cột “Đơn vị” là=Nơi gửi", "Trạng thái: “Đã phê chuẩn”=valid"], 1),
    "m20_huyen.csv": (["“Huyện Nông Cống”=LD-38"], 2),
    "m21_lap_tieu_de.xlsx": ([], 3),
    "m23_sep.csv": ([], 1),
    "n02_tong_goi_khac.xlsx": ([], 1),
    "n03_dau_cach_la.csv": ([], 7),
    "n04_vni.xlsx": (["Đúng, đổi"], 2),
    "n05_viqr.csv": (["Đúng, đổi"], 3),
    "n07_loc.xlsx": (["Nhập cả dòng ẩn"], 4),
    "n08_ngay_nhieu_kieu.xlsx": ([], 7),
    "n11_trieu_bang_so.xlsx": ([], 1),
    "n12_le_dong.xlsx": (["Triệu đồng"], 2),
    "n13_nam_trieu.xlsx": ([], 1),
}


def chosen(page: AppTest, label: str, value: str) -> AppTest:
    next(box for box in page.selectbox if box.label.startswith(label)).set_value(value)
    return press(page, "Áp dụng")


@pytest.mark.usefixtures("app_url")
def test_every_drawn_file_by_the_page():
    wrong = {
        name: text
        for name, (answers, rows) in WALK.items()
        if name not in REFUSED and (text := walked(name, answers, rows))
    }
    assert wrong == {}


def walked(name: str, answers: list[str], rows: int | None) -> str:
    """Deviations from what is expected; nothing is saved, so that no file meets the rows of another."""
    page = open_page("pages/import.py")
    if name.startswith("chi_tieu"):
        next(box for box in page.selectbox if box.label == "Tệp chứa").set_value("targets").run()
    page.file_uploader[0].upload(name, FILES[name](), "text/csv")
    page.run()
    for answer in answers:
        label, is_choice, value = answer.partition("=")
        page = chosen(page, label, value) if is_choice else press(page, label)
    save = next(button for button in page.button if button.label.startswith("Lưu"))
    if page.exception:
        return str(page.exception[0].value)
    if rows is None:
        return "" if save.disabled else save.label
    return "" if save.label == f"Lưu {rows} dòng" and not save.disabled else f"{save.label} {save.disabled}"


@pytest.mark.parametrize(
    ("name", "answers", "rows"),
    [
        ("m02_ba_dong_o_gop.xlsx", [], 2),
        ("m08_an.xlsx", ["Bỏ qua dòng ẩn"], 3),
        ("m12_dvt_tren_bang.xlsx", [], 1),
        ("m17_nhieu_trang.xlsx", ["Tên trang"], 2),
    ],
)
def test_a_drawn_list_is_saved_after_its_one_answer(pages_url: str, name: str, answers: list[str], rows: int):
    page = open_page("pages/import.py")
    page.file_uploader[0].upload(name, FILES[name](), "text/csv")
    page.run()
    for label in answers:
        page = press(page, label)
    check_saving(page, pages_url, rows)


def test_a_real_row_is_an_error_of_its_own(pages_url: str):
    page = shown("y5_tong_cong_ty.csv")
    assert {metric.label: metric.value for metric in page.metric}["Dòng lỗi"] == "1"


def test_kind_and_members_of_units_are_requested(pages_url: str):
    page = shown("x34_don_vi.csv", "units")
    next(box for box in page.selectbox if "LĐLĐ tỉnh, TP" in box.label).set_value("provincial")
    page = press(page, "Áp dụng")
    page = press(page, "là 85.000")
    page = press(press(page, "Ghi đè 1 dòng"), "Lưu 3 dòng")
    members = select(unit.c.members).where(unit.c.members.in_([320_500, 85_000, 660_000]))
    assert len(scalars(pages_url, members)) == 3


def test_a_stored_target_is_overwritten_after_a_yes(pages_url: str, tmp_path: Path):
    stored = [["Hải Phòng", 1, 11_600], ["Thanh Hóa", 1, 13_850]]
    imported(pages_url, written(tmp_path, stored, headings=TARGET_HEADINGS), kind=Kind.TARGETS)
    page = shown("y10_targets_overwrite.csv", "targets")
    assert {"11.600", "99.999", "13.850", "5"} <= set(page.dataframe[0].value.to_numpy().ravel())
    press(press(page, "Ghi đè 2 dòng"), "Lưu 2 dòng")
    assert {99_999, 5} <= set(scalars(pages_url, select(target.c.value)))


def test_initiatives_typed_by_hand_pass_the_same_checks(pages_url: str):
    page = open_page("pages/import.py")
    next(box for box in page.text_input if box.label.startswith("Mã")).input("TAY-1")
    next(box for box in page.text_input if box.label.startswith("Tên")).input("Tên một")
    page = press(page, "Thêm dòng")
    page = page.toggle(key="typed_ready").set_value(True).run()
    assert {metric.label: metric.value for metric in page.metric}["Dòng lỗi"] == "1"

    page = press(page, "Xóa các dòng")
    next(box for box in page.text_input if box.label.startswith("Mã")).input("TAY-1")
    next(box for box in page.text_input if box.label.startswith("Tên")).input("Tên một")
    next(box for box in page.selectbox if box.label == "Đơn vị *").set_value("LĐLĐ tỉnh Thanh Hóa")
    page.date_input[-1].set_value(date(2022, 4, 20))
    page = press(page, "Thêm dòng")
    page = page.toggle(key="typed_ready").set_value(True).run()
    page = press(page, "Lưu 1 dòng")
    assert scalars(pages_url, COUNT) == [1]
