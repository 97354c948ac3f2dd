"""The page `/import` from the file to the new total, without a browser."""

from pathlib import Path

from sqlalchemy import func, select
from streamlit.testing.v1 import AppTest

from data_access.database.schema import initiative
from tests.data_access.importing.bad_texts import PLACE, TITLE, utf8
from tests.data_access.importing.good_rows import HEADINGS, as_csv, good_rows, with_cell
from tests.data_access.importing.old_letters import vni
from tests.data_access.importing.stored import scalars
from tests.pages.running import open_page, words

ROWS = good_rows()
COUNT = select(func.count()).select_from(initiative)


def uploaded(content: bytes, name: str = "rows.csv", **address: str) -> AppTest:
    page = open_page("pages/import.py", **address)
    page.file_uploader[0].upload(name, content, "text/csv")
    return page.run()


def press(page: AppTest, label: str) -> AppTest:
    (button,) = [one for one in page.button if one.label == label]
    return button.click().run()


def test_a_good_file_is_previewed_saved_and_taken_back(app_url: str):
    page = uploaded(utf8(ROWS))
    assert scalars(app_url, COUNT) == [0]
    assert {metric.label: metric.value for metric in page.metric}["Sẽ thêm mới"] == "20"

    page = press(page, "Lưu 20 dòng")
    assert "20 dòng mới" in words(page)
    assert any(line.value.endswith(" dòng · 1 triệu sáng kiến") for line in page.text)  # no code of the programme
    assert scalars(app_url, COUNT) == [20]

    page = press(page, "Hoàn tác")
    assert "xóa 20 dòng" in words(page)
    assert scalars(app_url, COUNT) == [0]


def test_pressing_save_again_saves_once(app_url: str):
    page = press(uploaded(utf8(ROWS)), "Lưu 20 dòng")
    page.run()

    assert scalars(app_url, COUNT) == [20]
    assert not [button for button in page.button if button.label.startswith("Lưu")]


def test_a_question_is_shown_and_its_answer_accepted(app_url: str):
    page = uploaded(vni(as_csv(ROWS)))
    (save,) = [button for button in page.button if button.label.startswith("Lưu")]
    assert save.disabled
    assert "VNI" in words(page)

    page = press(page, "Đúng, đổi sang Unicode")

    assert not next(button for button in page.button if button.label.startswith("Lưu")).disabled


def test_an_unknown_unit_is_chosen_once(app_url: str):
    page = uploaded(utf8(with_cell(ROWS, 2, PLACE, "Hà Mội")))
    assert "dòng 4" in words(page)
    (choice,) = [box for box in page.selectbox if "Hà Mội" in box.label]
    assert choice.options[0] == "Hà Nội"

    choice.set_value("LD-01")
    page = press(page, "Áp dụng")

    assert {metric.label: metric.value for metric in page.metric}["Dòng lỗi"] == "0"


def test_a_hostile_file_is_refused_in_words(app_url: str):
    page = uploaded(b"%PDF-1.7 something", "rows.xlsx", lang="en")

    assert "not an Excel or CSV file" in words(page)
    assert not page.exception


MESSY = Path(__file__).parents[1] / "data_access" / "importing" / "messy"


def test_the_name_of_a_sheet_is_taken_remembered_and_forgotten(app_url: str):
    content = (MESSY / "x05_ten_trang_la_don_vi.xlsx").read_bytes()
    page = press(uploaded(content, "x05.xlsx"), "Tên trang")
    page = press(page, "Lưu 9 dòng")
    assert scalars(app_url, COUNT) == [9]
    assert "Dùng 1 câu trả lời đã nhớ" in words(uploaded(content, "x05.xlsx"))

    press(page, "Quên")
    assert "không có cột Đơn vị" in words(uploaded(content, "x05.xlsx"))


def test_a_stored_value_gives_way_after_a_yes(app_url: str):
    press(uploaded(utf8(ROWS)), "Lưu 20 dòng")
    page = uploaded(utf8(with_cell(ROWS, 2, TITLE, "Tên đã sửa")))
    assert next(button for button in page.button if button.label.startswith("Lưu")).disabled
    assert "Tên đã sửa" in str(page.dataframe[0].value)

    page = press(press(page, "Ghi đè 1 dòng"), "Lưu 1 dòng")
    assert "1 dòng thay đổi" in words(page)


def test_words_and_columns_are_given_their_meaning(app_url: str):
    content = utf8(with_cell(ROWS, 2, len(HEADINGS) - 1, "Phê chuẩn")).replace(
        "Ngày cập nhật".encode(), "Hôm gửi".encode()
    )
    page = uploaded(content)
    (column,) = [box for box in page.selectbox if "Ngày cập nhật" in box.label]
    column.set_value("Hôm gửi")
    page = press(page, "Áp dụng")
    (word,) = [box for box in page.selectbox if "Phê chuẩn" in box.label]
    assert word.options == ["Đang xem xét", "Hợp lệ", "Không hợp lệ"]
    word.set_value("valid")
    page = press(page, "Áp dụng")
    assert {metric.label: metric.value for metric in page.metric}["Dòng lỗi"] == "0"
