"""Wholes and their parts: constant colours, visible gaps."""

from datetime import datetime

import pytest

from charts.kit.palette import SECTOR_COLOURS, sector_colour
from charts.kit.theme import Look
from charts.sectors import draw_cut, draw_sector_heat, draw_sectors
from language.languages import ENGLISH, VIETNAMESE
from model.frames import CUT, SECTOR_UNITS
from tests.charts.samples import CELL_ROWS, CUT_ROWS, PLAIN, breakdown, frame, son_tay, words

PHONE = Look(VIETNAMESE, wide=False)
ENGLISH_LOOK = Look(ENGLISH)
BROAD = Look(ENGLISH, broad=True)


def bars_of(figure):
    return [trace for trace in figure.data if trace.type == "bar"]


def dashed(figure):
    return [(shape.x0, shape.x1) for shape in figure.layout.shapes if shape.line.dash == "4px,3px"]


def test_parts_in_their_own_colours_with_count_and_share():
    figure = draw_sectors(breakdown(), PLAIN)
    whole, bars = bars_of(figure)[:2]

    assert set(whole.x) == {150_000}  # one scale for all breakdowns of a page: the whole
    *large, smallest, unknown = bars.x
    assert (large, unknown) == ([52_120, 48_210, 30_111, 11_959], 7_590)
    assert 10 < smallest < 150_000 / 100  # 10 of 150,000 is less than a pixel: two can be seen
    assert list(bars.marker.color) == [SECTOR_COLOURS[c] for c in ("giao-duc", "sxkd", "hcsn", "y-te", "khac", "none")]
    assert list(bars.marker.pattern.shape) == ["", "", "", "", "", "/"]
    assert {"52.120", "34,75%", "<0,01%", "Chưa phân loại"} <= set(words(figure))
    assert dashed(figure) == []


def test_a_stated_total_is_shown_against_the_sum_with_the_gap_in_dashes():
    figure = draw_sectors(son_tay(), PLAIN)

    assert list(bars_of(figure)[0].x) == [1_301, 446, 75, 1_822]
    assert dashed(figure) == [(1_822, 2_219)]
    assert {"hơn 2.219", "lệch hơn 397"} <= set(words(figure))
    assert figure.layout.xaxis.range[1] > 2_219


def test_parts_that_exceed_their_total_show_the_gap_too():
    too_much = breakdown(son_tay_rows(), stated_total=1_500, gap=-322)

    figure = draw_sectors(too_much, PLAIN)

    assert dashed(figure) == [(1_500, 1_822)]
    assert "lệch 322" in words(figure)


def son_tay_rows():
    return """
        sector_code | sector_name  | uploads | share_pct
        sxkd        | Doanh nghiệp | 1_376   | 75.52
        giao-duc    | Trường học   | 446     | 24.48
    """


def test_what_is_left_over_is_drawn_as_left_over():
    rows = """
        sector_code    | sector_name       | uploads | share_pct
        public-service | Đơn vị sự nghiệp  | 380_656 | 54.62
        rest           | Còn lại           | 36_395  | 5.22
    """
    figure = draw_sectors(breakdown(rows, parts_total=380_656, stated_total=417_051, gap=36_395), PLAIN)

    assert dashed(figure) == [(0, 36_395)]
    assert not any(PLAIN.language.charts.sectors_stated in text for text in words(figure))


def test_a_ladder_prints_each_step_as_part_of_the_one_before():
    rows = """
        sector_code | sector_name | uploads
        grassroots  | Cấp cơ sở   | 3_055
        upper       | Cấp huyện   | 1_560
        province    | Thành phố   | 10
    """
    wide, narrow = (set(words(draw_sectors(breakdown(rows, kind="ladder"), look))) for look in (PLAIN, PHONE))

    assert {"51,06%", "0,64%", "0,33%"} <= wide
    assert "0,64%" in narrow
    assert "0,33%" not in narrow  # of the first step: no room on a phone


def test_a_list_is_never_summed():
    figure = draw_sectors(breakdown(kind="list"), PLAIN)

    assert not any("%" in text for text in words(figure))
    assert set(bars_of(figure)[0].marker.color) == {PLAIN.palette.gold}


def test_one_code_one_colour_also_for_new_sectors_and_blocks():
    assert sector_colour("sector-nobody-knew") == sector_colour("sector-nobody-knew")
    assert sector_colour("school") == sector_colour("truong_hoc") == SECTOR_COLOURS["giao-duc"]
    assert len(set(SECTOR_COLOURS.values())) == len(SECTOR_COLOURS)


@pytest.mark.parametrize("dimension", ["ownership", "position"])
def test_a_cut_shows_each_code_on_the_whole(dimension):
    figure = draw_cut(frame(CUT, CUT_ROWS), dimension, PLAIN, moment=datetime(2022, 4, 20, 8))
    track, bars = bars_of(figure)[:2]

    assert set(track.x) == {150_000}
    assert list(bars.x) == [90_000, 45_000, 12_000, 3_000]
    assert {"60,00%", "90.000"} <= set(words(figure))
    assert "Tính đến 20/04/2022 08:00" in " ".join(words(figure)).replace("\u00a0", " ")


def test_heat_holds_every_cell_and_a_true_zero():
    figure = draw_sector_heat(frame(SECTOR_UNITS, CELL_ROWS), PLAIN, moment=None)
    texts = words(figure)

    assert {"126.382", "43.881", "2.000", "999"} <= set(texts)
    assert texts.count("0") == 2  # no upload of that kind is a zero, for the unit reports
    assert [sorted(set(trace.base)) for trace in bars_of(figure)] == [[0.02, 1.02, 2.02]]


@pytest.mark.parametrize("look", [PLAIN, PHONE])
def test_a_long_name_beside_the_heat_takes_lines_and_leaves_room_for_the_cells(look):
    name = " ".join(["Công đoàn Khu công nghiệp"] * 8)
    rows = f"A | {name} | giao-duc | 90 | 100.0\nB | Thanh Hóa | giao-duc | 20 | 100.0\n"
    cells = frame(SECTOR_UNITS, "unit_code | short_name | sector_code | uploads | share_pct\n" + rows)
    figure = draw_sector_heat(cells, look, moment=None)

    (texts,) = [text for text in words(figure) if "Khu công nghiệp" in text]
    assert " ".join(texts.replace("\u00a0", "").split("<br>")) == name
    assert (figure.layout.margin.l or 0) < 260


def heat_heads(codes, look) -> list:
    """The headings of the columns of the heat of one unit with these sectors."""
    rows = "".join(f"LD-38 | Thanh Hóa | {code} | {90 - place} | 10.0\n" for place, code in enumerate(codes))
    cells = frame(SECTOR_UNITS, "unit_code | short_name | sector_code | uploads | share_pct\n" + rows)
    return [note for note in draw_sector_heat(cells, look, moment=None).layout.annotations if note.xref == "x2"]


@pytest.mark.parametrize(
    ("look", "angle", "size"), [(PLAIN, 0, 12), (ENGLISH_LOOK, 0, 12), (BROAD, 0, 12), (PHONE, -90, 12)]
)
def test_heads_of_the_heat_stand_level_and_their_lines_do_not_touch(look, angle, size):
    codes = ("giao-duc", "sxkd", "hcsn", "y-te", "khac", "nong-nghiep", "none")
    heads = heat_heads(codes, look)

    assert len(heads) == len(codes)
    assert {(note.textangle, note.y, note.font.size) for note in heads} == {(angle, heads[0].y, size)}


def test_heads_of_the_heat_that_have_no_room_stand_upright():
    names = [f"giao-duc-{place}-administration" for place in range(12)]  # codes without a name are shown as they are
    heads = heat_heads(names, PLAIN)

    assert {(note.textangle, note.y) for note in heads} == {(-90, heads[0].y)}


def test_heat_keeps_to_the_largest_units_and_says_so():
    figure = draw_sector_heat(frame(SECTOR_UNITS, CELL_ROWS), PLAIN, moment=None, top=1)

    assert not any("PTNT" in text for text in words(figure))
    assert "1 trong 2 đơn vị" in words(figure)[-1]


def test_a_head_of_the_heat_reaches_over_a_short_neighbour_before_it_breaks_twice():
    codes = ("giao-duc", "sxkd", "hcsn", "y-te", "khac", "nong-nghiep", "none")

    assert "Hành chính<br>sự nghiệp" in [note.text for note in heat_heads(codes, PLAIN)]
