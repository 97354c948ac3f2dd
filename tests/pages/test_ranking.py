"""The ranking, its basis, and the units that moved."""

from contextlib import closing
from dataclasses import replace
from functools import partial

import polars as pl
import pytest

from interface.sections.rankings import lead_over_others, offered_places
from language.languages import LANGUAGES, VIETNAMESE
from model.filters import Filters
from tests.charts.samples import ranking
from tests.data_access.drawn_programme import records_over
from tests.pages.running import charts, open_page, tables, words

PAGE = "pages/ranking.py"
MEETING = {"as_of": "2022-04-20T08:00", "phase": "1"}
LEADERS = ["Thanh Hóa", "Hà Nội", "Nghệ An", "Hà Tĩnh", "Bắc Giang"]


def table(page):
    return tables(page)[0]


def test_the_ten_leaders_of_20_04_2022(demo):
    page = open_page(PAGE, **MEETING)

    names = table(page)["unit_name"].tolist()
    assert [name for name, leader in zip(names, LEADERS, strict=False) if leader in name] == names[:5]
    assert table(page)["value"].tolist()[:3] == [35728, 18549, 14282]


def test_ten_units_hold_67_92_percent(demo):
    text = words(open_page(PAGE, **MEETING))

    assert "10 đơn vị = 67,92% của 163.532" in text
    assert "1,93 lần" in text and "7,98 lần" in text
    assert "4.479" in text


@pytest.mark.parametrize("top", ["5", "10", "20"])
def test_the_total_does_not_depend_on_the_places_shown(demo, top):
    shown = table(open_page(PAGE, top=top, **MEETING))

    assert len(shown) == int(top) + 1
    assert shown["value"].sum() == 163532


@pytest.mark.parametrize("measure", ["uploads", "valid", "benefit", "per100", "reached", "people"])
def test_every_basis_is_named_in_the_title(demo, measure):
    from language.words.names import VIETNAMESE

    page = open_page(PAGE, measure=measure)

    assert not page.exception
    assert VIETNAMESE.measures[measure].lower() in words(page)


def test_published_ranking_of_a_region_keeps_the_national_share(demo):
    page = open_page(PAGE, basis="published", region=["dbsh"], **MEETING)

    assert "2 đơn vị = dưới 14,90% của hơn 163.532 cả nước, tức 24.369" in words(page)


def test_a_missing_ranking_is_explained_and_not_drawn_as_zero(demo):
    page = open_page(PAGE, programme="cu-jut-5-nam")

    assert "Chưa có số liệu theo đơn vị" in " ".join(info.value for info in page.info)


def test_a_picked_union_keeps_the_place_it_has_among_all(demo):
    page = open_page(PAGE, unit=["LD-79"], **MEETING)

    assert table(page)["rank"].tolist() == [6]
    assert table(page)["value"].tolist() == [6475]
    assert "10 đơn vị = 67,92% của 163.532" in words(page)


@pytest.mark.parametrize("script", ["dashboard.py", PAGE])
def test_three_printed_units_of_82_have_no_places(demo, script):
    page = open_page(script, basis="published")

    assert "3 đơn vị có số công bố trong 82" in words(page)
    assert "đơn vị dẫn đầu" not in words(page)
    assert "Hạng nhất" not in words(page)
    bars = next(chart for chart in charts(page) if "Lâm Đồng" in chart.to_json())
    assert not {note.text for note in bars.layout.annotations} & {"1", "2", "3"}


def test_a_union_among_them_has_no_neighbours(demo):
    page = open_page("pages/unit.py", basis="published", unit=["LD-79"])

    assert "Chưa xếp hạng" in words(page)
    assert not [link for link in page.get("page_link") if "Hạng" in link.proto.label]


@pytest.mark.parametrize("basis", ["records", "published"])
@pytest.mark.parametrize("scope", [{"region": ["tn"]}, {"kind": ["industry", "corporation"]}])
def test_nobody_among_the_leaders_is_a_sentence(demo, basis: str, scope: dict):
    text = words(open_page(PAGE, as_of="2022-04-20T08:00", basis=basis, **scope)).replace("\\", "")

    assert "Không đơn vị nào của phạm vi đang lọc" in text and "Long An 4.479" in text


def test_the_few_that_cannot_be_ranked_are_named(demo):
    page = open_page(PAGE, basis="published", kind=["city"], **MEETING)

    assert "4 đơn vị = dưới 21,80% của hơn 163.532 cả nước, tức 35.652" in words(page)
    assert "1 đơn vị không xếp hạng được vì không nguồn nào in số của đơn vị ở mốc này: Đà Nẵng." in words(page)


def test_of_two_listed_the_leader_is_compared_once(demo):
    text = words(open_page(PAGE, basis="published", region=["dbsh"], **MEETING))

    assert "3,19 lần hạng nhì" in text
    assert "lần hạng 2" not in text


def test_all_places_are_all_however_many_there_are(prepared_url):
    below = "code | above | name\n" + "\n".join(f"G{n:03} | LD-24 | Tổ {n}" for n in range(130))
    with closing(records_over(prepared_url, grassroots=below)) as records:
        offered = partial(offered_places, records.catalogue, language=LANGUAGES["vi"])

        assert offered(filters=Filters(within="LD-24"))["130"] == "Tất cả"
        assert offered(filters=Filters(within="LD-24"))["100"] == "100"
        assert offered(filters=Filters())["100"] == "Tất cả"
        assert offered(filters=Filters(top=7))["7"] == "7"


def test_the_leader_is_shown_as_a_part_of_those_shown(demo):
    text = words(open_page(PAGE, basis="published", as_of="2022-04-20T08:00"))
    assert "Hạng nhất chiếm 32,17% của 10 đơn vị này cộng lại" in text


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((30, 20, 10), "Hạng nhất gấp 1,50 lần hạng nhì, 3,00 lần hạng 3"),
        ((30, 10), "Hạng nhất gấp 3,00 lần hạng nhì"),
        ((30, 10, 10), "Hạng nhất gấp 3,00 lần hạng nhì"),
        ((30, 30, 10), "Hạng nhất gấp 3,00 lần hạng 3"),  # whoever shares the first place has no second behind it
        ((30, 30, 30), ""),
        ((30, 30), ""),
        ((1001, 1000), ""),  # reads 1,00
        ((1001, 1000, 500), "Hạng nhất gấp 2,00 lần hạng 3"),
    ],
)
def test_how_far_ahead_the_first_is(counts, expected):
    result = ranking()
    placed = result.frame.head(len(counts)).with_columns(
        value=pl.Series([float(count) for count in counts]),
        rank=pl.Series(
            [1 + sum(other > count for other in counts) for count in counts], dtype=result.frame["rank"].dtype
        ),
    )
    text = replace(
        result, frame=placed, first_over_second=counts[0] / counts[1], first_over_last=counts[0] / counts[-1]
    )
    assert lead_over_others(text, VIETNAMESE) == expected
