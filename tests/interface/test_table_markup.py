"""Tables of HTML: which of them are cards on a phone, and what heads a card."""

import re
from pathlib import Path

import polars as pl
import pytest

from charts.kit.lettering import text_width
from interface.widgets.column_rooms import Texts, styles_of
from interface.widgets.column_widths import kinds_of
from interface.widgets.table_markup import Cell, Head, table_of
from tests.charts.test_theme import contrast


@pytest.mark.parametrize(
    ("cells", "are_cards"),
    [
        (("Hà Nội", "18.549", "35,67%"), False),
        (("Số cập nhật so với tiến độ chỉ tiêu (%)", "40", "Đều từ 0 (0 điểm) đến 100 (đủ điểm), có thể giảm"), True),
        (("Hà Nội", "18.549"), False),
        (("Hà Nội", "18.549", "35,67%", "1"), True),
    ],
)
def test_rows_that_have_no_room_side_by_side_are_cards_on_a_phone(cells: tuple[str, ...], are_cards: bool):
    table = table_of([Head(f"Cột {place}") for place in range(len(cells))], [[Cell(cell) for cell in cells]])

    assert ('class="cards' in table) is are_cards


@pytest.mark.parametrize(("rows", "is_whole"), [(1, True), (7, True), (8, False), (82, False)])
def test_a_phone_folds_three_rows_or_more(rows: int, is_whole: bool):
    """“Xem thêm 1 dòng” was taller than the row it hid."""
    table = table_of([Head("Đơn vị")], [[Cell("Hà Nội")]] * rows)

    assert (' class="all"' in table) is is_whole


@pytest.mark.parametrize(
    ("title", "longest"),
    [
        ("Last 7 days, per day", "Last 7 days,"),
        ("Hạng trong cụm", "trong cụm"),
        ("Hợp lệ", "Hợp lệ"),
        ("Participation percentage", ""),
        ("Hạng", ""),
    ],
)
def test_a_heading_of_some_words_has_the_width_of_two_lines_and_two_short_words_that_of_one(title: str, longest: str):
    table = table_of([Head(title)], [[Cell("1")]])

    assert re.findall(r"--head:([\d.]+)em", table) == ([f"{text_width(longest, 1, bold=True):.1f}"] if longest else [])


def test_short_words_stand_on_one_line_while_all_columns_are_in_view():
    who, verdict = Texts("Đơn vị", "LĐLĐ tỉnh Tuyên Quang"), Texts("Kết", "Chưa đủ lịch sử")
    few, many = ([who, *[Texts("Số", "696.948", "number")] * count, verdict] for count in (3, 12))

    wide, narrow = (float(styles_of(columns)[-1].split("--words:")[1].split("em")[0]) for columns in (few, many))

    assert wide == pytest.approx(text_width(verdict.longest, 1), abs=0.1)
    assert text_width("Chưa đủ", 1) - 0.1 <= narrow < wide
    assert styles_of(few)[1] == ""  # numbers and their heading of one word ask for nothing
    names = [styles_of(columns)[0].split("--words:")[1].split("em")[0] for columns in (few, many)]
    assert names[0] == names[1]  # whom a row is about keeps its room


def test_a_broad_window_has_the_shortest_headings_and_words_on_one_line():
    columns = [Texts("Đơn vị", "LĐLĐ tỉnh Tuyên Quang"), Texts("Đang xem xét", "12", "number")]
    few, many = ([*columns, *[Texts("Số cập nhật đầy đủ", "696.948", "number")] * count] for count in (3, 14))

    styles = [" ".join(styles_of(of)) for of in (few, many)]
    rooms = [[float(width) for width in re.findall(r"--broad:([\d.]+)em", of)] for of in styles]

    assert rooms[0][1] == pytest.approx(text_width("Đang xem xét", 1, bold=True), abs=0.1)
    assert len(rooms[0]) == 5  # those of names, too, and no column needs two lines
    assert len(rooms[1]) < 16  # not all are in view with it


@pytest.mark.parametrize("light", [0, 1])
def test_the_arrows_of_heads_that_sort_can_be_seen(light: int):
    sheet = (Path(__file__).parents[2] / "interface/shell/style.css").read_text(encoding="utf-8")
    ink = re.search(r"\.small-table th \{[^}]*color: light-dark\((#\w+), (#\w+)\)", sheet)
    opacity = re.search(r"th button::after \{[^}]*opacity: ([\d.]+)", sheet)
    assert ink and opacity

    ground, part = ("#ffffff", "#0b1622")[light], float(opacity[1])
    both = zip(_channels(ink[1 + light]), _channels(ground), strict=True)
    arrow = [part * one + (1 - part) * other for one, other in both]

    assert contrast("#" + "".join(f"{round(channel):02x}" for channel in arrow), ground) >= 3


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def test_a_name_behind_its_rank_or_its_code_heads_its_card():
    ranked = pl.DataFrame({"cluster": ["Bắc"], "cluster_rank": [1], "unit_name": ["Hà Nội"]})
    coded = pl.DataFrame({"code_63": ["01"], "province_63": ["Thành phố Hà Nội"], "code_34": ["01"]})

    assert [kinds_of(frame).index("who") for frame in (ranked, coded)] == [2, 1]
