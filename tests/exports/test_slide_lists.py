"""Long lists on slides: as few slides as they need, evenly divided."""

from exports.pptx.fitting import on_slides, size_in
from exports.pptx.lettering import SMALLEST, Box
from exports.pptx.lists import unit_layout
from exports.pptx.master import INSIDE


def test_two_tables_stand_side_by_side_unless_many_names_are_long():
    """One name of 24 letters used to give every slide one half-empty table."""
    short = [[f"Đơn vị {number}", "1.000", "2.000", "50%"] for number in range(82)]
    one_long = [["Industry and Trade Union of the Province", *short[0][1:]], *short[1:]]
    all_long = [
        [f"Công đoàn cơ sở Công ty TNHH Một thành viên {row[0]}, chi nhánh miền Bắc", *row[1:]] for row in short
    ]
    layouts = [unit_layout(rows) for rows in (short, one_long, all_long, short[:15])]

    assert [sides for _, sides in layouts] == [2, 2, 1, 1]
    assert all(sum(widths) * sides <= INSIDE for widths, sides in layouts)


def test_a_long_list_is_divided_evenly():
    rows = [[f"Đơn vị {number}", "1.000", "2.000", "50%"] for number in range(82)]
    widths, sides = unit_layout(rows)
    slides = on_slides(rows, widths, sides)
    lengths = [len(table) for slide in slides for table in slide]

    assert (len(slides), max(lengths), min(lengths)) == (3, 14, 12)
    assert [row for slide in slides for table in slide for row in table] == rows
    assert on_slides([], widths, sides) == []


def test_rows_that_wrap_leave_room_for_fewer_in_a_table():
    widths = (2.5, 1.15, 1.2, 1.15)
    short = [[f"Đơn vị {number}", "1.000", "2.000", "50%"] for number in range(40)]
    wrapping = [[name, uploads, "tối thiểu 130.000", share] for name, uploads, _, share in short]

    tables = [table for slide in on_slides(wrapping, widths, 1) for table in slide]

    assert [len(table) for slide in on_slides(short, widths, 1) for table in slide] == [14, 14, 12]
    assert max(map(len, tables)) < 10
    assert [row for table in tables for row in table] == wrapping


def test_what_stands_below_the_cards_of_a_union_ends_above_the_foot():
    neighbours = ["One rank up: Tiền Giang, 42 ahead of this union", "One rank down: Hòa Bình, 6 behind this union"]
    sizes = (20, 18, 16)
    assert size_in(neighbours[:1], Box(0, 0, 5.7, 1.4), sizes, 6) == 20
    assert size_in(neighbours, Box(0, 0, 5.7, 1.4), sizes, 6) == 18  # in 20 points: four lines, 1.5 inches
    assert size_in(neighbours * 9, Box(0, 0, 5.7, 1.4), sizes, 6) == SMALLEST
