"""Readiness: who has what, who has not, the comparison with its sentence, and statements entered by form."""

import re

import pytest

from tests.pages.running import open_page, words

PAGE = "pages/readiness.py"
THEN = "2022-04-20T08:00"


def test_the_page_shows_shares_and_stands_by_what_was_printed(demo):
    text = words(open_page(PAGE, as_of=THEN))
    english = words(open_page(PAGE, as_of=THEN, lang="en"))

    assert "Đã công bố về “Kế hoạch đã xây dựng”: 100%" in text.replace("\\", "")
    assert "Chênh lệch không chứng minh nguyên nhân" in text and "không phải số liệu thật" in text
    parts = [
        int(number)
        for number in re.findall(r"(?:Đã có đủ các mục|Thiếu ít nhất|Còn mục|Chưa rõ mọi)[^\d]* (\d+)", text)
    ]
    assert len(parts) == 4 and sum(parts) == 82
    assert "Chỉ so 78 trong 82 đơn vị" in text and "Compared are 78 of 82 unions" in english
    assert "A difference does not prove a cause" in english and "Officer in charge" in english


def test_the_address_says_which_item_is_looked_into(demo):
    page = open_page(PAGE, as_of=THEN, item="video")

    assert page.selectbox(key="choose_item").value == "video"
    assert any(caption.value.replace("\\", "").startswith("Video hướng dẫn:") for caption in page.caption)


def test_without_statements_there_is_nothing_to_show(demo):
    page = open_page(PAGE, as_of="2022-01-09T00:00")

    assert any("Chưa có thông tin nào" in info.value for info in page.info)
    assert not page.exception


@pytest.mark.parametrize(("result", "expected"), [("Có", "1 thông tin sẽ được ghi"), ("có lẽ", "không phải “Có”")])
def test_a_form_is_shown_before_it_is_saved(demo, result, expected):
    page = open_page(PAGE, as_of=THEN)
    page.text_input(key="readiness_result").set_value(result)
    next(
        button for button in page.button if button.label == "Xem trước" and button.key != "readiness_preview_file"
    ).click().run()

    assert expected in words(page).replace("\\", "")
    assert any(button.key == "readiness_save" for button in page.button) is (result == "Có")
    page.button(key="readiness_discard").click().run()
    assert not page.exception and not [button for button in page.button if button.key == "readiness_discard"]
