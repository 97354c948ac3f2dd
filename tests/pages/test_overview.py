"""The first page answers a leader's questions of 20/04/2022 (questions L1, L3, L4)."""

import pytest

from tests.pages.running import address, open_page, words

MEETING = {"as_of": "2022-04-20T08:00", "phase": "1"}


def card(page, label):
    (results,) = [metric for metric in page.metric if metric.label == label]
    return results


def test_the_meeting_of_20_04_2022(demo):
    page = open_page(**MEETING)

    assert card(page, "Sáng kiến cập nhật").value == "163.532"
    assert card(page, "Chỉ tiêu").value == "300.000"
    assert card(page, "Đạt chỉ tiêu").value == "54,51%"
    assert card(page, "Còn thiếu").value == "136.468"
    assert "3.329/ngày trong 41 ngày" in card(page, "Còn thiếu").delta
    assert card(page, "Đơn vị đã cập nhật").value.endswith("/82")


def test_the_card_says_which_target_it_is(demo):
    assert "kế hoạch toàn quốc" in card(open_page(**MEETING), "Chỉ tiêu").delta
    region = open_page(region=["dbsh"], **MEETING)
    assert "tổng đăng ký" in card(region, "Chỉ tiêu").delta


def test_a_filter_that_targets_do_not_know_gives_no_rate(demo):
    page = open_page(sector=["y-te"], **MEETING)

    assert card(page, "Đạt chỉ tiêu").value == "Chưa có số liệu"


def test_the_same_in_english(demo):
    page = open_page(lang="en", **MEETING)

    assert card(page, "Initiatives uploaded").value == "163,532"
    assert card(page, "Reached").value == "54.51%"
    assert card(page, "Short by").value == "136,468"


def test_published_keeps_its_more_than(demo):
    page = open_page(basis="published", **MEETING)

    assert card(page, "Sáng kiến cập nhật").value == "hơn 163.532"


def test_an_article_stands_once_among_the_sources_however_many_figures_it_prints(demo):
    page = open_page(basis="published", **MEETING)

    (origins,) = (one.value for one in page.markdown if one.value.startswith("- Số liệu công bố"))
    articles = origins.splitlines()
    assert articles and len(articles) == len(set(articles)) < 4 < len([one for one in page.metric if one.help])
    assert "“" in card(page, "Sáng kiến cập nhật").help


def test_published_milestones_are_dots_and_the_note_says_so(demo):
    assert "Đường liền" not in words(open_page(basis="published", **MEETING))
    assert "giữa các mốc chưa có số liệu" in words(open_page(basis="published", **MEETING))
    assert "Đường liền" in words(open_page(**MEETING))


def test_son_tay_is_shown_from_what_was_published(demo):
    text = words(open_page(programme="son-tay-2024"))

    assert "hơn 2.219" in text and "618" in text


@pytest.mark.parametrize("parameter,value", [("region", "dbsh"), ("unit", "LD-38"), ("sector", "y-te")])
def test_a_chip_takes_its_filter_away(demo, parameter, value):
    page = open_page(**{parameter: [value]})

    page.button(key=f"chip_{parameter}_{value}").click().run()

    assert parameter not in address(page)


def test_reset_keeps_programme_and_language(demo):
    page = open_page(programme="75n", region=["dbsh"], lang="en")

    page.button(key="reset").click().run()

    assert address(page) == {"programme": ["75n"], "lang": ["en"]}


@pytest.mark.parametrize("script", ["pages/import.py", "pages/programmes.py"])
def test_a_page_of_a_whole_programme_offers_no_other_filter_and_keeps_those_of_the_way_back(demo, script):
    page = open_page(script, phase="1", unit="LD-38")

    assert not page.exception
    assert not [button.key for button in page.button if button.key and button.key.startswith(("chip_", "reset"))]
    assert [box.key for box in (*page.sidebar.selectbox, *page.sidebar.multiselect)] == ["choose_programme"]
    back = next(link.proto for link in page.sidebar.get("page_link") if link.proto.page_script_hash)
    assert "phase=1" in back.query_string and "unit=LD-38" in back.query_string


def test_a_region_narrows_the_units_and_drops_those_outside(demo):
    page = open_page(unit=["LD-38", "LD-01"])

    page.multiselect(key="choose_region").select("dbsh").run()

    assert address(page)["unit"] == ["LD-01"]
    offered = page.multiselect(key="choose_unit").options
    assert not [label for label in offered if label.startswith("Thanh Hóa")]


def test_titles_state_what_the_charts_show(demo):
    text = words(open_page(**MEETING))

    assert "Đạt 54,51% khi đã qua 71,33% thời gian" in text
    assert "Thanh Hóa dẫn đầu: 35.728 sáng kiến" in text and "10 đơn vị = 67,92% của 163.532" in text


def test_the_chart_of_sectors_says_which_is_largest_and_names_the_scheme_of_printed_ones(demo):
    assert "nhiều nhất: " in words(open_page(**MEETING))
    assert "nhiều nhất: " not in words(open_page(basis="published", **MEETING))


def test_whom_to_call_stands_beside_who_leads(demo):
    text = words(open_page(**MEETING))

    assert all(head in text for head in ("Dẫn đầu", "Cần đôn đốc: chưa đủ nhịp · ", "Im lặng 7 ngày · "))


def test_printed_figures_show_no_pace_and_nobody_to_call(demo):
    text = words(open_page(basis="published", **MEETING))

    assert "Cần đôn đốc" not in text and "Im lặng 7 ngày · " not in text


def test_a_filter_without_a_rate_keeps_the_plain_title(demo):
    assert "Lũy kế so với chỉ tiêu" in words(open_page(sector=["y-te"], **MEETING))


def test_a_target_met_ahead_of_time_says_when_and_by_how_many_days(demo):
    assert "đạt lúc 03/10/2022 15:34, trước hạn 332 ngày" in words(open_page("dashboard.py", basis="published"))


@pytest.mark.parametrize(("lang", "own"), [("vi", "(số của 08/01/2022"), ("en", "(figure of 8 Jan 2022")])
def test_a_printed_number_older_than_the_moment_says_its_day_in_the_verdict_and_is_no_title(demo, lang, own):
    page = open_page(basis="published", as_of="2022-03-26", lang=lang)

    (verdict,) = (one.proto.body for one in page.get("html") if 'class="verdict"' in one.proto.body)
    assert own in verdict
    assert not [
        title for title in page.markdown if title.value.startswith("## ") and "0.01%" in title.value.replace(",", ".")
    ]


def _write_address(page, values):
    page.query_params.clear()
    for name, value in values.items():
        page.query_params[name] = value


def clicked_and_back():
    """A page after a click whose address the browser does not show, and the address that it shows."""
    page = open_page(as_of="2022-04-20T08:00")
    before = address(page)
    page = page.segmented_control("choose_lang").set_value("en").run()
    _write_address(page, before)
    return page, before


def test_a_second_click_before_the_address_of_the_first_adds_to_it(demo):
    """On a slow line the browser still sends the address from before the first click."""
    page, before = clicked_and_back()
    page = page.segmented_control("choose_phase").set_value("1").run()
    assert address(page) == {**before, "lang": ["en"], "phase": ["1"]}

    _write_address(page, before)  # and of before both
    page = page.segmented_control("choose_basis").set_value("published").run()
    assert address(page) == {**before, "lang": ["en"], "phase": ["1"], "basis": ["published"]}


def test_numbers_that_come_before_the_address_of_a_click_leave_the_click(demo):
    page, before = clicked_and_back()
    page = page.run()
    assert address(page) == {**before, "lang": ["en"]}
    assert page.segmented_control("choose_lang").value == "en"
