"""One union on one page: its rank, targets, neighbours and the units below it."""

import re

import pytest

from tests.pages.running import charts, open_page, tables, words

PAGE = "pages/unit.py"
MEETING = {"as_of": "2022-04-20T08:00", "phase": "1"}


def test_the_union_of_the_address_is_shown(demo):
    text = words(open_page(PAGE, unit=["LD-38"], **MEETING))

    assert "Thanh Hóa" in text
    assert "35.728" in text
    assert "Xếp hạng 1/82" in text


def test_without_a_choice_the_page_opens_on_the_leader(demo):
    assert "35.728" in words(open_page(PAGE, **MEETING))


def test_a_union_that_reported_nothing_has_no_zeros_and_no_empty_table(demo):
    page = open_page(PAGE, unit=["CD-HH"], **MEETING)

    text = words(page)
    assert not [zero for zero in (">0<", ">0,00%<", ">0,00<", "0 bản ghi") if zero in text]
    assert "530" in text and "−530" not in text and "in số 0" not in text
    assert all(len(table) for table in tables(page))

    assert "Công đoàn cơ sở tham gia: –/61" in text  # who has reported nothing is not known not to take part
    assert not charts(page)[0].data  # and no curve runs along 0


@pytest.mark.parametrize("script", ["people", "value", "recognition", "trend"])
def test_no_page_of_such_a_union_has_a_zero(demo, script: str):
    page = open_page(f"pages/{script}.py", unit=["CD-HH"], **MEETING)

    assert [card.value for card in page.metric if card.value not in ("Chưa có số liệu", "Chưa báo cáo")] == []
    assert not [cell for table in tables(page) for cell in table.to_numpy().flatten() if str(cell) in ("0", "0,00%")]


def test_a_neighbour_is_one_rank_away(demo):
    page = open_page(PAGE, unit=["LD-01"], **MEETING)

    labels = [link.proto.label for link in page.get("page_link")]
    assert "Hạng trên: Thanh Hóa" in labels
    assert "Hạng dưới: Nghệ An" in labels


def test_the_path_keeps_the_other_filters(demo):
    page = open_page(PAGE, unit=["LD-38"], sector=["giao-duc"], **MEETING)

    steps = {link.proto.label: link.proto.query_string for link in page.get("page_link")}
    assert {"Cả nước", "Thanh Hóa", "Giáo dục"} <= set(steps)
    assert "sector=giao-duc" not in steps["Thanh Hóa"] and "phase=1" in steps["Thanh Hóa"]
    assert "sector=giao-duc" in steps["Giáo dục"]


def test_published_figures_say_what_they_cannot_show(demo):
    page = open_page(PAGE, unit=["LD-38"], basis="published")

    text = words(page)
    assert not page.exception
    assert "số công bố không có" in text
    assert "Công đoàn cơ sở tham gia:" not in text


def test_a_unit_without_a_record_is_no_error(demo):
    page = open_page(PAGE, unit=["CD-HH"], as_of="2022-01-08")

    assert not page.exception
    assert "Chưa có sáng kiến nào trong phạm vi này" in words(page)


def test_in_english(demo):
    text = words(open_page(PAGE, unit=["LD-38"], lang="en", **MEETING))

    assert "Rank 1/82" in text
    assert "Three kinds of targets" in text


def test_a_merged_province_opens_as_itself_with_its_parts(demo):
    page = open_page(PAGE, unit=["34:24"], **MEETING)

    text = words(page)
    assert "Bắc Ninh" in text and "Gồm 2 đơn vị" in text
    labels = [link.proto.label for link in page.get("page_link")]
    assert {"Bắc Giang", "Bắc Ninh"} <= set(labels)


def test_a_union_names_its_successor(demo):
    assert "mã 34:25 (trước là 63:17; số đầu: danh sách 34 hay 63 tỉnh, thành)" in words(
        open_page(PAGE, unit=["63:17"], **MEETING)
    )
    assert "mã 34:38 (trước là 63:38; số đầu: danh sách 34 hay 63 tỉnh, thành), không sáp nhập" in words(
        open_page(PAGE, unit=["LD-38"], **MEETING)
    )
    assert "không sáp nhập" in words(open_page(PAGE, unit=["LD-01"], **MEETING))


def test_a_merged_province_is_named_once_and_stands_below_the_nation(demo):
    page = open_page(PAGE, unit=["34:24"], **MEETING)

    labels = [link.proto.label for link in page.get("page_link")]
    assert "Tỉnh Bắc Ninh" in labels and "Trung du và miền núi phía Bắc" not in labels
    page.button(key="chip_unit_34:24").click().run()
    assert "unit" not in page.query_params


def test_printed_parts_of_a_merged_province_are_not_added(demo):
    text = words(open_page(PAGE, unit=["34:24"], basis="published", lang="en", **MEETING))

    assert "Bắc Ninh Province" in text and "the parts are not added" in text
    assert "6,601" in text


def test_a_made_up_number_says_whether_a_source_prints_it(demo):
    assert "6.601 trùng số nguồn đã in" in words(open_page(PAGE, unit=["LD-24"], **MEETING))
    assert "chỉ là mô phỏng" in words(open_page(PAGE, unit=["LD-26"], **MEETING))
    assert "mô phỏng" not in words(open_page(PAGE, unit=["LD-26"], as_of="2022-04-19")).split("không phải số liệu")[-1]


@pytest.mark.parametrize("script", ["unit", "targets", "ranking", "map", "compare", "trend"])
def test_of_a_target_of_at_least_so_many_nothing_is_more_exact_than_it(demo, script: str):
    """18.549 of “ít nhất 52.000” are at most 35,67%, and at least 33.451 are missing (docs/verdicts.md)."""
    page = open_page(f"pages/{script}.py", unit=["LD-01"], measure="reached", compare="units", top="200", **MEETING)
    figures = [figure.to_dict() for figure in charts(page)]
    drawn = [str(text) for figure in figures for trace in figure["data"] for text in trace.get("text") or ()]
    drawn += [str(note["text"]) for figure in figures for note in figure["layout"].get("annotations", ())]
    text = "\n".join([re.sub(r'data-value="[^"]*"', "", words(page)), *drawn]).replace("\u00a0", " ")

    shares = re.findall(r"(.{0,12})35,67", text)
    assert shares and not [before for before in shares if not before.endswith(("nhiều nhất ", "≤ "))]
    gaps = re.findall(r"(.{0,10})33\.451", text)
    assert not [before for before in gaps if not before.endswith(("ít nhất ", "≤ −"))]
    needed = re.findall(r"(.{0,10})816\b", text)
    assert not [before for before in needed if not before.endswith(("ít nhất ", "≥ "))]
