"""Breakdowns add up and show what they leave unexplained."""

import pytest

from tests.pages.running import charts, open_page, tables, words

PAGE = "pages/sectors.py"


def table(page):
    return tables(page)[0]


def test_the_sectors_add_up_to_the_total(demo):
    page = open_page(PAGE, as_of="2022-04-20T08:00", phase="1")

    assert table(page)["count"].sum() == 163532
    assert "Chưa phân loại" in table(page)["sector_name"].tolist()
    assert "cộng đúng bằng tổng: 163.532" in words(page)


@pytest.mark.parametrize(("lang", "words_of_note"), [
    ("vi", "Đếm sáng kiến cập nhật (lượt nộp), không theo thước đo “Giá trị làm lợi"),
    ("en", "Counts initiatives uploaded (submissions), not the measure “"),
])  # fmt: skip
def test_each_breakdown_says_what_it_counts_beside_another_measure(demo, lang: str, words_of_note: str):
    counts = [
        words(open_page(script, measure="benefit", lang=lang, unit=["LD-38"])).count(words_of_note)
        for script in (PAGE, "dashboard.py", "pages/unit.py")
    ]
    assert counts == [5, 1, 1]
    assert words_of_note[:8] not in words(open_page(PAGE, lang=lang, unit=["LD-38"]))


def test_parts_whose_total_nobody_states_do_not_equal_it(demo):
    text = words(open_page(PAGE, basis="published", unit="LD-01"))
    assert "Các phần cộng lại: ít nhất 52.000, không có tổng được công bố" in text
    assert "đúng bằng tổng: 52.000" not in text


def test_enterprises_of_phase_one(demo):
    shown = table(open_page(PAGE, phase="1", as_of="2022-05-31"))

    assert shown.set_index("sector_name").loc["Sản xuất kinh doanh", "count"] == 168921


def test_son_tay_keeps_its_gap(demo):
    text = words(open_page(PAGE, programme="son-tay-2024"))

    assert "1.822" in text and "hơn 2.219" in text and "lệch hơn 397" in text


def test_the_page_draws_breakdown_cuts_and_heat(demo):
    assert len(charts(open_page(PAGE))) == 5


def test_awards_are_shown_where_no_sector_was_published(demo):
    shown = table(open_page(PAGE, programme="cu-jut-5-nam"))

    assert shown.set_index("part_name").loc["Bằng khen", "count"] == 67


def test_the_absence_of_published_figures_is_explained(demo):
    page = open_page(PAGE, programme="75n", unit=["LD-38"])

    assert "Chưa có số liệu theo lĩnh vực" in " ".join(info.value for info in page.info)


def test_a_day_that_no_source_names_is_marked_wherever_it_stands(demo):
    for script in (PAGE, "dashboard.py"):
        page = open_page(script, programme="son-tay-2024")
        text = "\n".join([words(page), *(chart.to_json() for chart in charts(page))]).replace("\\u00a0", " ")
        text = text.replace("\u00a0", " ")
        assert "31/12/2024, suy ra" in text
        assert text.count("31/12/2024") == text.count("31/12/2024, suy ra")


def test_a_union_that_reported_nothing_has_no_zeros_and_no_row_to_click(demo):
    page = open_page(PAGE, unit=["CD-HH"], as_of="2022-04-20T08:00")

    assert not tables(page)
    assert "Bấm một dòng" not in words(page)
