"""Who leads: order, shares, the rest, movement."""

from datetime import datetime

import pytest

from charts.kit.lettering import text_width
from charts.kit.theme import Look
from charts.ranking import draw_rank_slope, draw_ranking
from language.languages import VIETNAMESE
from model.codes import Basis, Measure
from model.results import Ranking
from tests.charts.samples import PLAIN, ranking, words

PHONE = Look(VIETNAMESE, wide=False)
RATES = """
    rank | unit_code | unit_name | short_name | value  | rank_before
    1    | LD-68     | Lâm Đồng  | Lâm Đồng   | 354.84 | 1
    1    | LD-38     | Thanh Hóa | Thanh Hóa  | 354.84 | 2
    3    | LD-01     | Hà Nội    | Hà Nội     | 14.1   | 3
         |           | Còn lại   | Còn lại    |        |
"""


def bar_of(figure):
    return next(trace for trace in figure.data if trace.type == "bar")


def test_bars_from_zero_with_the_rest_on_the_same_scale():
    figure = draw_ranking(ranking(), PLAIN)

    assert list(bar_of(figure).x) == [35_728, 18_549, 14_282, 9_574, 6_601, 78_798]
    assert tuple(figure.layout.xaxis.range) == (0, 78_798)


def test_first_three_in_gold_the_rest_hatched():
    marker = bar_of(draw_ranking(ranking(), PLAIN)).marker
    palette = PLAIN.palette

    assert list(marker.color) == [palette.gold] * 3 + [palette.data] * 2 + [palette.rest]
    assert list(marker.pattern.shape) == [""] * 5 + ["/"]


def test_shares_and_running_shares_add_up_to_the_whole():
    texts = words(draw_ranking(ranking(), PLAIN))

    assert {"35.728", "21,85%", "33,19%", "48,19%", "100,00%", "Còn lại (77 đơn vị)"} <= set(texts)
    assert "Số sáng kiến cập nhật · Tính\u00a0đến\u00a020/04/2022\u00a008:00" in texts[-1].replace("<br>", " ")


def test_a_rest_that_dwarfs_all_is_broken_and_says_so():
    rows = ranking().frame.to_dicts()
    rows[-1]["value"] = 900_000.0
    huge = ranking(frame=ranking().frame.clear().vstack(type(ranking().frame)(rows, schema=ranking().frame.schema)))

    figure = draw_ranking(huge, PLAIN)

    assert figure.layout.xaxis.range[1] < 2 * 35_728
    assert max(bar_of(figure).x) == figure.layout.xaxis.range[1]
    assert "900.000" in words(figure)
    assert "bị ngắt" in words(figure)[-1].replace("<br>", " ")
    assert any(trace.type == "scatter" and trace.marker.symbol == "line-ne-open" for trace in figure.data)


def test_a_rate_has_neither_share_nor_rest():
    texts = words(draw_ranking(ranking(RATES, measure=Measure.REACHED), PLAIN))

    assert "354,84%" in texts
    assert not any("Còn lại" in text for text in texts)
    assert "Tỷ trọng" not in texts


def test_ties_share_a_rank_and_both_are_honoured():
    figure = draw_ranking(ranking(RATES, measure=Measure.REACHED), PLAIN)

    assert [text.strip("\u00a0") for text in words(figure) if text.strip("\u00a0") in ("1", "2", "3")] == [
        "1",
        "1",
        "3",
    ]


def test_movement_against_the_earlier_moment():
    texts = [text.strip("\u00a0") for text in words(draw_ranking(ranking(), PLAIN))]

    assert [text for text in texts if text in ("=", "▲2", "▼1", "mới", "▲12")] == ["=", "▲2", "▼1", "mới", "▲12"]


def test_no_line_of_the_foot_ends_within_the_earlier_moment():
    figure = draw_ranking(ranking(before_moment=datetime(2022, 3, 26, 8)), PLAIN)

    assert any("so với 26/03/2022\u00a008:00" in text for text in words(figure))


def test_no_movement_without_an_earlier_moment():
    texts = [text.strip("\u00a0") for text in words(draw_ranking(ranking(before_moment=None), PLAIN))]

    assert not {"=", "▲2", "mới"} & set(texts)


def test_money_is_in_billions_and_says_so():
    texts = words(draw_ranking(ranking(measure=Measure.BENEFIT), PLAIN))

    assert "Tỷ đồng" in texts


@pytest.mark.parametrize("look", [PLAIN, PHONE])
def test_the_slope_joins_places_of_two_moments(look):
    figure = draw_rank_slope(ranking(), look)
    lines = {trace.line.color: trace for trace in figure.data if trace.mode == "lines+markers"}
    ups, downs, new = (lines[c] for c in (look.palette.data, look.palette.below, look.palette.gold))

    before, now = ups.y[:2]
    assert before > now  # up the page
    assert len([y for y in ups.y if y is not None]) == 4  # Hà Nội and the union from place 17
    assert len([y for y in downs.y if y is not None]) == 2
    assert len([y for y in new.y if y is not None]) == 1  # a dot, no line from nowhere
    assert "17" in words(figure)
    now_head = "20/04/2022 08:00" if look.wide else "20/04/2022"  # a phone has no room for two hours
    assert {"26/03/2022", now_head} <= set(words(figure))


def test_charts_of_very_many_places_draw_the_first_hundred_and_say_so():
    lines = "\n".join(f"{n} | LD-{n:03} | Đơn vị {n} | Đơn vị {n} | {1000 - n} | {n}" for n in range(1, 131))
    places = ranking(f"rank | unit_code | unit_name | short_name | value | rank_before\n{lines}")

    bars, slope = draw_ranking(places, PLAIN), draw_rank_slope(places, PLAIN)

    assert len(bar_of(bars).x) == 100
    for figure in (bars, slope):
        texts = words(figure)
        assert any("Đơn vị 100" in text for text in texts) and not any("Đơn vị 101" in text for text in texts)
        assert "100 hạng đầu; bảng có đủ" in " ".join(texts).replace("<br>", " ")


@pytest.mark.parametrize("look", [PLAIN, PHONE])
@pytest.mark.parametrize("name", ["LĐLĐ khu vực 2 Thanh Hóa", "Công đoàn Xí nghiệp Đóng tàu Ba Son"])
def test_names_beside_the_slope_take_lines_before_they_are_cut(look: Look, name: str):
    rows = ranking().frame.to_dicts()
    rows[1]["short_name"] = name
    figure = draw_rank_slope(ranking(frame=type(ranking().frame)(rows, schema=ranking().frame.schema)), look)

    (texts,) = [word for word in words(figure) if word.replace("\u2007", "").startswith("2\u00a0\u00a0")]
    lines = texts.split("<br>")
    assert " ".join(line.split("\u00a0\u00a0")[1] for line in lines) == name
    assert len(lines) <= 2 and all(text_width(line, 13) < 0.7 * look.room for line in lines)


@pytest.mark.parametrize("look", [PLAIN, PHONE])
def test_long_names_beside_the_slope_are_whole_and_their_steps_are_higher(look: Look):
    rows, length = ranking().frame.to_dicts(), 200
    for row, end in zip(rows, ("Một", "Hai", "Ba"), strict=False):
        row["short_name"] = ("Công đoàn Tổng công ty Xây dựng và Phát triển " * 5)[: length - 4] + f" {end}"
    figure = draw_rank_slope(ranking(frame=type(ranking().frame)(rows, schema=ranking().frame.schema)), look)

    texts = [word for word in words(figure) if "Phát triển" in word]
    whole = {" ".join(line.strip("\u2007").split("\u00a0\u00a0")[1] for line in word.split("<br>")) for word in texts}
    assert {row["short_name"] for row in rows[:3]} <= whole
    assert figure.layout.height > 3 * 18 * max(word.count("<br>") for word in texts)


def test_a_word_wider_than_its_room_beside_the_slope_is_cut():
    rows = ranking().frame.to_dicts()
    rows[1]["short_name"] = "W" * 200
    figure = draw_rank_slope(ranking(frame=type(ranking().frame)(rows, schema=ranking().frame.schema)), PHONE)
    assert any(word.endswith("…") for word in words(figure))


def test_the_rest_says_whom_it_includes_and_whom_it_leaves_out():
    """“Còn lại (72 đơn vị)” by uploads and 71 by benefit looked like a contradiction."""
    including, without = ranking(rest_silent=1), ranking(without_value=1)

    assert any("gồm cả 1 đơn vị chưa báo cáo" in word for word in _words_of(including))
    assert any("“Còn lại” không gồm 1 đơn vị chưa có số liệu" in word for word in _words_of(without))
    printed = _words_of(ranking(without_value=1, basis=Basis.PUBLISHED))  # there the rest is all that nobody printed
    assert not any("không gồm" in word for word in printed) and any(
        "1 đơn vị không có số in ở mốc này" in word for word in printed
    )
    assert not any("gồm" in word for word in _words_of(ranking()))


def _words_of(places: Ranking) -> list[str]:
    return [" ".join(word.replace("<br>", " ").split()) for word in words(draw_ranking(places, PLAIN))]
