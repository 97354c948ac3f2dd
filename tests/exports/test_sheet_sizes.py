"""Sheets as they print: nothing cut, no column wider than what it holds, a wide table in two parts."""

import io
import re
from collections.abc import Callable, Iterator

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from exports.xlsx import write_workbook
from exports.xlsx.cells import Column, Kind
from exports.xlsx.lettering import characters_for, characters_for_heading, lines_of
from exports.xlsx.paper import parts_of
from exports.xlsx.tables import naming_columns

LINE = 14.0


@pytest.fixture(scope="module", params=["vi", "en"])
def book(made: Callable[..., bytes], request: pytest.FixtureRequest) -> Workbook:
    return openpyxl.load_workbook(
        io.BytesIO(made(write_workbook, "as_of=2022-04-20T08:00&phase=1", request.param, subject="readiness"))
    )


def widths(sheet: Worksheet) -> dict[str, float]:
    """The width of each visible column; openpyxl keeps that of neighbours of one width under the first."""
    visible = {}
    for of_column in sheet.column_dimensions.values():
        for place in range(of_column.min or 1, (of_column.max or 1) + 1):
            if not of_column.hidden:
                visible[get_column_letter(place)] = of_column.width
    return visible


def body_cells(sheet: Worksheet) -> Iterator[Cell]:
    for table in sheet.tables.values():
        for row in sheet[table.ref][1:]:
            yield from row


def test_no_text_is_cut_by_its_neighbour(book: Workbook):
    seen = 0
    for sheet in book:
        wide = widths(sheet)
        for cell in body_cells(sheet):
            if not isinstance(cell.value, str) or cell.column_letter not in wide:
                continue
            seen += 1
            if cell.alignment.wrap_text:
                lines = min(6, lines_of(cell.value, wide[cell.column_letter]))
                height = sheet.row_dimensions[cell.row].height
                assert lines == 1 or (height or 0) >= LINE * lines - 1, (sheet.title, cell.coordinate, cell.value)
            elif not cell.value.startswith("http"):
                least = characters_for(cell.value) - 1
                assert wide[cell.column_letter] >= min(least, 40), (sheet.title, cell.coordinate, cell.value)
    assert seen > 500


def test_what_the_key_figures_count_takes_one_line(book: Workbook):
    """Three rows of the English overview stood on a second page."""
    sheet = next(sheet for sheet in book if sheet.title in ("Tổng quan", "Overview"))
    uploads = [cell for cell in body_cells(sheet) if cell.value in ("sáng kiến cập nhật (lượt nộp)",
                                                                    "initiatives uploaded (submissions)")]  # fmt: skip
    assert len(uploads) > 5 and not sheet.print_title_cols
    assert all((sheet.row_dimensions[cell.row].height or 0) < 20 for cell in uploads)


def test_a_wide_table_prints_in_two_parts_and_its_title_stands_whole_on_the_first(book: Workbook):
    wide = [sheet for sheet in book if sheet.print_title_cols]
    assert wide
    for sheet in wide:
        assert sheet.print_title_cols == f"$A:${last_of_name(sheet)}"
        first, second = (
            range_boundaries(area.replace("$", ""))
            for area in re.findall(r"\$[A-Z]+\$\d+:\$[A-Z]+\$\d+", str(sheet.print_area))
        )
        header = int(sheet.print_title_rows.rpartition("$")[2])
        assert (first[:2], second[:2]) == ((1, 1), (first[2] + 1, header))
        above = [one for one in sheet.merged_cells.ranges if one.max_row < header]
        assert above and all(one.max_col == first[2] for one in above)
        assert sheet.page_setup.fitToHeight == 0 and sheet.page_setup.fitToWidth in (None, 1)


def last_of_name(sheet: Worksheet) -> str:
    """The last of the first cells that wrap: codes and names stand there."""
    area = next(iter(sheet.tables.values())).ref
    wraps = [any(cell.alignment.wrap_text for cell in column[1:]) for column in zip(*sheet[area], strict=True)]
    first = wraps.index(True)
    return get_column_letter(first + wraps[first:].index(False))


def test_the_second_part_says_whose_row_it_is():
    columns = [Column("", kind, 10) for kind in (Kind.COUNT, Kind.TEXT, Kind.LONG, Kind.LONG, Kind.TEXT, Kind.LONG)]
    assert naming_columns(columns) == 4
    assert naming_columns(columns[2:]) == 2
    assert naming_columns(columns[:2]) == 0


def test_letters_are_those_that_widths_are_counted_in(book: Workbook):
    assert (book._fonts[0].name, book._fonts[0].sz) == ("Arial", 10)
    for sheet in book:
        assert "Arial" in str(sheet.oddHeader.left.font) and "Arial" in str(sheet.oddFooter.right.font)


def test_moments_of_the_ledger_are_dates(book: Workbook):
    sheet = next(sheet for sheet in book if sheet.title in ("Số liệu công bố", "Published figures"))
    assert all(cell.is_date for cell in body_cells(sheet) if cell.column == 2 and cell.value)


def test_lines_are_those_of_the_letters():
    assert lines_of("Nội dung", 40) == 1
    assert lines_of("một hai ba bốn năm sáu", 9) == 3
    assert lines_of("x" * 100, 20) == pytest.approx(6, abs=1)
    assert lines_of("a\nb", 40) == 2
    assert characters_for("Trường") > characters_for("Truong")  # a horn is wide, a mark above is not
    assert characters_for("Số") == characters_for("So")
    assert characters_for_heading("Đăng ký so định hướng", 3) < characters_for_heading("Đăng ký so định hướng", 1)


def test_parts_are_about_as_wide_as_each_other():
    assert parts_of([20.0] * 5, 2) == [(0, 4)]
    (first, split), (start, last) = parts_of([10.0, 40.0, *[15.0] * 20], 2)
    assert (first, last) == (0, 21) and start == split + 1
    assert abs((split - 1) - (22 - start + 2)) <= 4
    assert parts_of([300.0, 300.0], 2) == [(0, 1)]  # nothing would be left for a second part
