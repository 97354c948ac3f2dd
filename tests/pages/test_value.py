"""Benefit: the total, its distribution, and how many initiatives have none computed."""

from tests.pages.running import charts, open_page, words

PAGE = "pages/value.py"
MEETING = {"as_of": "2022-04-20T08:00", "phase": "1"}


def test_what_is_not_computed_has_its_own_card_and_bar(demo):
    page = open_page(PAGE, **MEETING)

    assert "Chưa tính" in words(page) and "% số sáng kiến" in words(page)
    assert "Tính cả sáng kiến đang xem xét và không hợp lệ. *Muốn" in words(page)
    assert "Chỉ tính sáng kiến: hợp lệ." in words(open_page(PAGE, measure="valid", **MEETING))
    assert "Chưa tính được" in charts(page)[0].to_json()
    assert len(charts(page)) == 4


def test_concentration_is_one_sentence(demo):
    assert "1% sáng kiến có giá trị cao nhất giữ" in words(open_page(PAGE, **MEETING))


def test_published_totals_keep_their_qualifier(demo):
    page = open_page(PAGE, basis="published")

    text = words(page).replace("\u00a0", " ")
    assert "hơn 33.000 tỷ đồng" in text and "trên 500 tỷ đồng" in text
    assert charts(page) == []


def test_nothing_is_known_of_a_place_without_figures(demo):
    page = open_page(PAGE, programme="cu-jut-5-nam")

    assert not page.exception
    assert "hơn 33.000" not in words(page)


def test_in_english(demo):
    text = words(open_page(PAGE, lang="en", basis="published")).replace("\u00a0", " ")

    assert "VND 33,000 billion" in text
