"""Points, classes, the points missing to the next class, and trial weights."""

import re

from tests.pages.running import open_page, words

PAGE = "pages/grading.py"


def test_a_month_is_graded_in_both_languages(demo):
    text = words(open_page(PAGE, period="2022-03"))
    english = words(open_page(PAGE, period="2022-03", lang="en"))

    assert "Kết quả tháng 3/2022" in text and " tháng 2/2022" in text and "Xuất sắc" in text
    assert "Result of Mar 2022" in english and "Compared with Feb 2022" in english and "3/2022" not in english
    assert "sáng kiến hợp lệ của người lao động trực tiếp" in text
    held = re.search(r"(\d+) đơn vị đủ điểm của loại trên nhưng xếp loại dưới, vì loại trên hết chỗ \(Xuất sắc: ", text)
    assert held and int(held[1]) > 0 and f"{held[1]} unions have the points of a better class" in english
    assert "là ví dụ đi kèm phần mềm" in text
    assert "Excellent" in english and "more valid initiatives by direct workers" in english


def test_weights_on_trial_say_so_and_are_forgotten(demo):
    page = open_page(PAGE, period="2022-03")
    page.number_input(key="grading_weight_1tr_pace").set_value(0.0).run()

    assert any("trọng số thử" in warning.value for warning in page.warning)
    assert not page.exception
    assert not open_page(PAGE, period="2022-03").warning


def test_published_figures_are_not_graded(demo):
    assert any("chỉ tính được từ bản ghi" in info.value for info in open_page(PAGE, basis="published").info)


def test_a_period_that_means_nothing_is_reported(demo):
    page = open_page(PAGE, period="2022-13")

    assert any("2022" in warning.value and "period" in warning.value for warning in page.warning)


def test_where_places_are_few_the_cluster_stands_beside_the_unit_and_ties_are_explained(demo):
    text, english = (words(open_page(PAGE, period="2022-03", lang=lang)) for lang in ("vi", "en"))

    assert "Cùng cụm, khối mà bằng điểm" in text and re.search("<th[^>]*>Cluster", english)
    assert "Đồng bằng sông Cửu Long" in text and "Mekong Delta" in english
