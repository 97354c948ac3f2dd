"""The page of units against their targets."""

import pytest

from tests.pages.running import address, charts, open_page, tables, words

PAGE = "pages/targets.py"


def table(page):
    """The styled table that the browser receives."""
    return tables(page)[-1]


def test_every_unit_is_in_the_table(demo):
    page = open_page(PAGE)

    assert len(table(page)) == 82


def test_states_are_counted_in_words(demo):
    text = words(open_page(PAGE))

    assert "Chưa có chỉ tiêu" in text and "Chưa báo cáo" in text


def test_the_phase_changes_the_targets(demo):
    phase = table(open_page(PAGE, unit=["LD-79"], phase="1"))
    whole = table(open_page(PAGE, unit=["LD-79"]))

    assert phase["registered"].tolist() == [50000]
    assert whole["registered"].tolist() != [50000]


def test_assigned_and_registered_are_two_things(demo):
    shown = table(open_page(PAGE, unit=["LD-01"]))

    assert shown["registered"].tolist() == [130000]
    assert shown["assigned"].tolist() == [60000]


def test_the_switch_on_the_page_writes_the_address(demo):
    page = open_page(PAGE)

    page.get("button_group")
    page.segmented_control(key="switch_target").set_value("assigned").run()

    assert address(page)["target"] == ["assigned"]
    page.session_state["more_filters"] = True
    assert page.run().selectbox(key="choose_target").value == "assigned"


def test_filters_used_rarely_are_drawn_when_their_group_is_opened(demo):
    page = open_page(PAGE, sector=["y-te"])
    assert "choose_sector" not in {field.key for field in page.multiselect}

    page.session_state["more_filters"] = True
    page.run().multiselect(key="choose_sector").set_value([]).run()

    assert "sector" not in address(page)
    assert page.multiselect(key="choose_sector").value == []


def test_the_list_of_units_behind_is_written_as_text_when_it_is_opened(demo):
    page = open_page(PAGE, as_of="2022-04-20T08:00", phase="1")
    assert not page.code

    page.session_state["behind_copy"] = True
    text = page.run().code[0].value

    assert "20/04/2022 08:00" in text
    assert "1. TP. Hồ Chí Minh: 7 ngày qua " in text
    assert "Thanh Hóa" not in text  # ahead of its pace


@pytest.mark.parametrize(("lang", "never"), [("vi", "chỉ tiêu 530."), ("en", "target 530.")])
def test_nobody_says_what_a_union_lacks_that_has_reported_nothing(demo, lang: str, never: str):
    """One truth in the table, in the list of those to urge, in its text, and on the overview (decision 0021)."""
    moment = {"as_of": "2022-04-20T08:00", "phase": "1", "unit": ["CD-HH"], "lang": lang}
    page = open_page(PAGE, **moment)
    page.session_state["behind_copy"] = True
    page.run()

    text = f"{words(page)} {words(open_page(**moment))} {page.code[0].value}"
    assert page.code[0].value.endswith(never)
    assert not [gap for gap in ("−530", "thiếu 530", "530 to go", "530 missing") if gap in text]
    assert table(page)[["uploads", "reached_pct", "gap", "pace"]].isna().all(axis=None)


def test_the_difference_from_an_inexact_target_is_no_more_exact_than_the_target(demo):
    text = words(open_page(PAGE, unit=["LD-01"], phase="1", as_of="2022-04-20T08:00"))

    assert "ít nhất 52.000" in text and "≥ +34.000" in text


def test_34_provinces_are_sums_of_the_63(demo):
    old = table(open_page(PAGE))
    new = table(open_page(PAGE, boundary="34"))

    assert len(new) == 34 + 19
    assert new["uploads"].sum() == old["uploads"].sum()


@pytest.mark.parametrize("filters", [{"sector": ["y-te"]}, {"from_": "2022-03-01"}])
def test_a_scope_without_targets_says_why_there_is_no_rate(demo, filters):
    page = open_page(PAGE, **filters)

    assert "không tính tỷ lệ đạt" in " ".join(info.value for info in page.info)
    assert table(page)["reached_pct"].isna().all()


def test_published_targets_show_only_what_was_printed(demo):
    shown = table(open_page(PAGE, basis="published", as_of="2022-05-31"))

    assert 0 < len(shown) < 82


def test_a_chart_of_all_units_is_drawn(demo):
    assert len(charts(open_page(PAGE))) >= 1


def test_statements_without_a_number_are_whole_sentences(demo):
    page = open_page(PAGE, basis="published", as_of="2022-04-20T08:00")

    text = words(page)
    assert "vượt chỉ tiêu định hướng (số vượt): Hòa Bình 3.927; Tuyên Quang 3.008; Lạng Sơn 828" in text
    below = next(line for line in text.splitlines() if "thấp hơn định hướng 10% (nguồn không nêu số): " in line)
    assert set(below.rpartition(": ")[2].split(", ")) == {"Phú Thọ", "Bắc Kạn", "Lào Cai"}
    assert "pace" not in table(page)  # sources print no week: a column without figures would push the others away
    assert all(table(page)[name].notna().any() for name in table(page))


@pytest.mark.parametrize(("view", "marks"), [("fields", "Đôn đốc ngay"), ("courses", "Đường đi của")])
def test_targets_are_looked_at_in_other_ways(demo, view: str, marks: str):
    page = open_page(PAGE, as_of="2022-04-20T08:00", phase="1", show=view)

    assert not page.exception
    (figure,) = charts(page)
    assert marks in words(page) + " ".join(note.text for note in figure.layout.annotations)
    assert len(table(page)) == 82
