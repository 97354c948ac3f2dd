"""Judged, recognised, rewarded and used initiatives, from records and as printed."""

from tests.pages.running import charts, open_page, words

PAGE = "pages/recognition.py"
MEETING = {"as_of": "2022-04-20T08:00", "phase": "1"}


def test_the_page_adds_up_to_the_meeting_s_total(demo):
    page = open_page(PAGE, **MEETING)

    text = words(page)
    assert "/ 163.532 đã cập nhật" in text
    assert "Cứ 100 sáng kiến hợp lệ thì" in text
    assert len(charts(page)) == 7


def test_a_status_filter_is_reported_as_ignored(demo):
    page = open_page(PAGE, status=["valid"], **MEETING)

    assert "/ 163.532 đã cập nhật" in words(page)
    assert any("không áp dụng ở đây" in info.value for info in page.info)


def test_the_ladders_of_phu_xuyen(demo):
    levels, titles = charts(open_page(PAGE, programme="phu-xuyen-5-nam"))

    for figure, numbers in ((levels, ("3.055", "1.560", "10", "5")), (titles, ("97", "23", "5"))):
        assert set(numbers) <= {word for trace in figure.data for word in trace.text or ()}
    assert "51,06%" in levels.to_json() and "0,64%" in levels.to_json()


def test_published_figures_of_the_programme_say_what_they_cannot_show(demo):
    page = open_page(PAGE, basis="published")

    assert not page.exception
    assert any("chỉ có trong bản ghi" in info.value for info in page.info)


def test_other_places_are_one_click_away(demo):
    links = {link.proto.query_string for link in open_page(PAGE).get("page_link")}

    assert {"programme=phu-xuyen-5-nam", "programme=son-tay-2024", "programme=cu-jut-5-nam"} <= links


def test_in_english(demo):
    text = words(open_page(PAGE, lang="en", **MEETING))

    assert "Recognition by level" in text and "/ 163,532 uploaded" in text


def test_the_list_to_act_on_is_shown_when_requested(demo):
    page = open_page(PAGE, unit=["LD-38"], **MEETING)
    before = words(page)
    page.toggle(key="unrewarded_list").set_value(True).run()

    assert not page.exception
    assert "Ngày quyết định" in words(page) and "Ngày quyết định" not in before
