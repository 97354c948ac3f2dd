"""The page of the published figures."""

import pytest

from interface.sections.ledger import matching
from language.languages import VIETNAMESE
from tests.pages.running import open_page, tables, words

PAGE = "pages/published.py"


def test_both_contradicting_figures_of_thanh_hoa_are_kept(demo):
    shown = open_page(PAGE, q="thanh hoa 170").dataframe[0].value

    assert {"170.263 sáng kiến", "170.324 sáng kiến"} <= set(shown["published_value"])


def test_search_needs_no_accents(demo):
    shown = open_page(PAGE, q="hung yen").dataframe[0].value

    assert set(shown["unit_name"]) == {"Hưng Yên"}


def test_words_nobody_wrote_find_nothing_and_say_so(demo):
    page = open_page(PAGE, q="zzz *không có*")

    assert "Không có số nào khớp" in " ".join(info.value for info in page.info)


def test_whether_the_records_agree_stands_in_front(demo):
    page = open_page(PAGE, as_of="2022-04-20T08:00")

    blocks = [block.value for block in page.markdown]
    verdict = next(place for place, text in enumerate(blocks) if "khớp đúng" in text)
    ledger = blocks.index(f"## {VIETNAMESE.published.ledger_title}")
    chart = blocks.index(f"## {VIETNAMESE.published.milestones_title}")
    assert verdict < ledger < chart and "**30** khớp đúng" in blocks[verdict]


def test_records_reproduce_the_published_total(demo):
    page = open_page(PAGE)

    (reconciled,) = [one for one in tables(page) if "system_value" in one.columns]
    total = reconciled[(reconciled["published_value"] == "hơn 163.532 sáng kiến")]
    assert total["system_value"].tolist() == [163532]
    assert total["difference"].tolist() == [0]
    assert "khớp đúng" in words(page)
    assert "69,69%</td>" in "".join(html.value for html in page.get("html"))
    share = reconciled[reconciled["published_value"] == "69,6%"]  # 69,69: what differs is seen to
    assert share["difference"].round(2).tolist() == [-0.09]
    of_power = reconciled[reconciled["unit_name"] == "Công đoàn Điện lực Việt Nam"]["metric"]
    assert of_power.str.contains("giai đoạn 1").sum() == of_power.str.contains("giai đoạn 2").sum() == 1


def test_a_difference_from_an_inexact_figure_is_inexact_in_the_ledger_too(demo):
    """“trên 1.000.000” is more than that: on the screen, on paper and in the comparison below."""
    page = open_page(PAGE, as_of="2022-04-20T08:00")

    (printed,) = (
        html.value for html in page.get("html") if html.value.startswith('<div class="small-table paper-only">')
    )
    assert printed.count("<td>&gt; −") == 2 and "<td>−" not in printed


def test_rules_places_and_open_questions_are_shown(demo):
    text = words(open_page(PAGE))

    assert "5 loại" in text and "Đồng bằng sông Hồng" in text and "Tỷ lệ nữ" in text


def test_every_word_must_match():
    import polars as pl

    from model.frames import PUBLISHED

    row = dict.fromkeys(PUBLISHED) | {"unit_name": "Hà Nội", "metric": "chi_tieu_giao", "value": 60000.0}
    figures = pl.DataFrame([row], schema=PUBLISHED)

    assert matching(figures, "ha noi giao", VIETNAMESE).height == 1
    assert matching(figures, "ha noi dang ky", VIETNAMESE).height == 0


def test_what_became_of_every_province_is_listed(demo):
    page = open_page(PAGE, programme="1tr")

    (table,) = [one for one in tables(page) if "code_34" in one.columns]
    assert len(table) == 63
    assert table.set_index("code_63").loc["63:17", ["code_34", "province_34"]].tolist() == ["34:25", "Tỉnh Phú Thọ"]


@pytest.mark.parametrize("script", ["dashboard.py", "pages/ranking.py", "pages/targets.py", "pages/map.py", PAGE])
def test_printed_figures_are_not_shown_by_provinces_of_2025(demo, script: str):
    page = open_page(script, basis="published", boundary="34")

    assert "không nguồn nào in theo 34 tỉnh" in words(page)


def test_figures_name_their_periods_beside_a_choice_that_does_not_narrow_the_ledger(demo):
    page = open_page(PAGE, phase="1", sector="y-te")

    (notice,) = (info.value for info in page.info if "không thu hẹp theo" in info.value)
    assert "Giai đoạn 1 · Lĩnh vực: Y tế" in notice.replace("\\", "")
    metrics = list(page.dataframe[0].value["metric"])
    assert sum(" · " not in metric for metric in metrics) == 1  # one source names no period
    assert "Chỉ tiêu đăng ký · toàn chương trình 2022–2023" in metrics
