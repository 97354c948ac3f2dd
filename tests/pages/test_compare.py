"""Comparison of unions, moments and programmes side by side."""

from tests.pages.running import charts, open_page, tables, words

PAGE = "pages/compare.py"
MEETING = {"as_of": "2022-04-20T08:00", "phase": "1"}


def test_what_changed_since_a_date(demo):
    page = open_page(PAGE, before="2022-03-31", **MEETING)

    text = words(page)
    assert "Từ 31/03/2022 đến 20/04/2022 08:00" in text
    assert "→ 163.532" in text
    assert "Vừa đạt chỉ tiêu" in text
    assert len(charts(page)) == 2


def test_unions_have_a_column_each(demo):
    page = open_page(PAGE, unit=["LD-38", "LD-01", "LD-40"], **MEETING)

    text = words(page)
    for word in ("Thanh Hóa", "Hà Nội", "Nghệ An", "35.728", "18.549", "14.282"):
        assert word in text
    assert [trace.name for trace in charts(page)[0].data] == ["Thanh Hóa", "Hà Nội", "Nghệ An"]


def test_of_a_union_that_has_reported_nothing_only_its_target_is_known(demo):
    table = tables(open_page(PAGE, unit=["CD-HH", "LD-38"], **MEETING))[0].fillna("–")

    cells = dict(zip(table.iloc[:, 0], table.iloc[:, 1], strict=True))
    assert {name: cell for name, cell in cells.items() if cell != "–"} == {"Chỉ tiêu": "530"}
    differences = dict(zip(table.iloc[:, 0], table.iloc[:, 3], strict=True))
    lines, *_ = charts(open_page(PAGE, unit=["CD-HH", "LD-38"], **MEETING))
    assert [trace.name for trace in lines.data] == ["Thanh Hóa"]  # no curve along 0
    foot = " ".join(note.text for note in lines.layout.annotations).replace("<br>", " ").replace("\u00a0", " ")
    assert "Hàng hải: Chưa báo cáo" in foot
    assert differences["Sáng kiến cập nhật"] == differences["Hơn, kém chỉ tiêu"] == "–"


def test_of_more_unions_than_fit_the_others_are_counted(demo):
    page = open_page(
        PAGE, unit=[f"LD-0{number}" for number in (1, 2, 4, 6, 8)] + ["LD-38", "LD-40", "LD-24"], **MEETING
    )

    assert len(charts(page)[0].data) == 6
    assert "… và 2 nữa" in words(page)


def test_programmes_keep_what_is_unknown(demo):
    text = words(open_page(PAGE, other="75n"))

    assert "75 nghìn sáng kiến" in text
    assert "Mỗi chương trình tính trong thời gian của mình" in text


def test_the_switch_writes_the_address(demo):
    page = open_page(PAGE, phase="1")

    page.segmented_control(key="switch_compare").set_value("units").run()

    assert "units" in page.query_params["compare"]
    assert "Chưa chọn đủ hai đơn vị" in words(page)


def test_published_figures_have_moments_only(demo):
    page = open_page(PAGE, basis="published", as_of="2022-05-31", before="2022-04-20")

    text = words(page)
    assert not page.exception
    assert "hơn 163.532" in text and "696.948" in text
    assert "Đơn vị có số công bố" in text and "Đơn vị đã cập nhật" not in text
    assert any("chỉ tính được từ bản ghi" in info.value for info in page.info)


def test_in_english(demo):
    text = words(open_page(PAGE, lang="en", before="2022-03-31", **MEETING))

    assert "From 31 Mar 2022 to 20 Apr 2022 08:00" in text


def test_every_unit_says_how_many_times(demo):
    page = open_page(PAGE, unit=["LD-38", "LD-01", "LD-24"], as_of="2022-04-20T08:00")
    assert "18.549* (×0,52*)" in words(page) and "6.601* (×0,18*)" in words(page)

    page = open_page(PAGE, before="2022-03-26", as_of="2022-04-20T08:00")
    (moves,) = [one for one in tables(page) if "factor" in one.columns]
    result = moves.set_index("unit_name")["factor"]["LĐLĐ tỉnh Thanh Hóa"]
    assert round(float(result), 2) == 3.06


def test_figures_of_different_days_are_never_divided(demo):
    text = words(open_page(PAGE, basis="published", unit=["LD-38", "LD-26", "LD-01"], as_of="2022-05-31"))

    assert "170.263" in text and "18.549 (20/04/2022 08:00)" in text
    assert "×" not in text.split("Gấp")[0].split("18.549")[1].split("</td>")[0]


def test_a_ratio_with_a_made_up_number_is_not_taken_for_a_printed_one(demo):
    page = open_page(PAGE, before="2022-03-26", as_of="2022-04-20T08:00")

    (moves,) = [one for one in tables(page) if "both_printed" in one.columns]
    marks = moves.set_index("unit_name")["both_printed"]
    assert marks["LĐLĐ tỉnh Bắc Giang"] == "có số mô phỏng" and marks["LĐLĐ tỉnh Thanh Hóa"] == "cả hai đã in"
