"""The workbook of a page begins with that page, with numbers as numbers and charts based on its cells."""

import io
from collections.abc import Callable, Iterator
from datetime import datetime

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from exports.xlsx import write_workbook
from exports.xlsx.page import OF_PAGES
from language.languages import LANGUAGES
from tests.exports.reading import values_of
from tests.exports.test_words import cells_of_workbook, leftovers

Make = Callable[..., bytes]
Answers = Callable[..., list[dict[str, str]]]
DRAWN = {"trend": 1, "map": 1, "unit": 0, "grading": 1, "readiness": 1, "compare": 0, "examples": 0}


def opened(made: Make, subject: str, query: str = "as_of=2022-04-20T08:00&phase=1", language: str = "vi") -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(made(write_workbook, query, language, subject=subject)))


@pytest.mark.parametrize("subject", OF_PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_comes_first_under_its_name(made: Make, subject: str, language: str):
    book = opened(made, subject, language=language)
    sheet = book.worksheets[0]

    assert sheet.title == LANGUAGES[language].pages.titles[subject]
    assert sheet.freeze_panes
    assert len(book.sheetnames) == len(set(book.sheetnames)) > 8
    assert len(sheet._charts) == DRAWN.get(subject, len(sheet._charts))
    assert subject in DRAWN or len(sheet._charts) >= 3
    content = made(write_workbook, "as_of=2022-04-20T08:00&phase=1", language, subject=subject)
    assert not leftovers(cells_of_workbook(content), language)


@pytest.mark.parametrize("subject", ["overview", "targets", "ranking", "sectors", "published"])
def test_pages_whose_sheets_are_there_add_none_and_begin_with_their_own(made: Make, subject: str):
    names, texts = opened(made, subject).sheetnames, LANGUAGES["vi"].exports
    usual = opened(made, "trend").sheetnames[1:]

    assert names[0] == texts.titles[subject]
    assert sorted(names) == sorted(usual)
    assert names[-1] == texts.info


def test_a_page_without_rows_says_so(made: Make):
    """Headings alone looked like a file that was not finished."""
    (words,) = [row[0] for row in opened(made, "examples", "unit=CD-HH").worksheets[0].iter_rows(values_only=True)][-1:]
    assert words == LANGUAGES["vi"].exports.nothing_of.format(page=LANGUAGES["vi"].pages.titles["examples"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_statements_of_unions_have_a_sheet_without_empty_columns_and_lines(made: Make, language: str, answers: Answers):
    """One sheet with both kinds of rows had seven empty columns beside 820 rows and printed on 27 pages."""
    sheets = opened(made, "readiness", language=language).worksheets[:2]
    items, statements = (list(table_rows(sheet)) for sheet in sheets)
    of_unions = [row for row in answers("readiness") if row["kind"] == "unit"]

    assert len(statements) - 1 == len(of_unions) > 800
    assert len(items) - 1 + len(of_unions) == len(answers("readiness"))
    for rows in (items, statements):
        assert all(any(cell not in (None, "") for cell in column[1:]) for column in zip(*rows, strict=True))
    assert "LĐLĐ thành phố Hà Nội" in statements[1] or "Hà Nội Federation of Labour" in statements[1]
    assert not any(sheet.print_title_cols for sheet in sheets)
    assert [sheet.page_setup.orientation for sheet in sheets] == ["landscape", "portrait"]  # which takes half the pages
    tall = sum((row.height or 0) > 20 for row in sheets[1].row_dimensions.values())
    assert tall < len(of_unions) / 4  # those of the longest item and of the longest names


def test_days_of_a_line_are_as_far_apart_as_on_the_calendar(made: Make):
    """Of a union that uploads on some days only, ten dates stood where seven have room."""
    sheet = opened(made, "unit", "as_of=2022-04-20T08:00&unit=CD-DL", "en")[LANGUAGES["en"].exports.titles["daily"]]
    days = [day for day, *_ in table_rows(sheet) if isinstance(day, datetime)]

    assert len(days) < (days[-1] - days[0]).days
    assert 7 * sheet._charts[0].x_axis.majorUnit > (days[-1] - days[0]).days


def table_rows(sheet: Worksheet) -> Iterator[tuple[object, ...]]:
    """Headings and rows of the table of a sheet."""
    (table,) = sheet.tables.values()
    return sheet.iter_rows(min_row=sheet[table.ref][0][0].row, values_only=True)


@pytest.mark.parametrize(("subject", "name"), [("people", "value"), ("recognition", "value"), ("value", "count")])
def test_its_numbers_are_those_of_the_answer(made: Make, answers: Answers, subject: str, name: str):
    sheet = opened(made, subject).worksheets[0]
    (head,) = [row for row in sheet.iter_rows() if row[0].value == "Loại dòng"]
    place = next(cell.column for cell in head if cell.value == {"value": "Giá trị", "count": "Số lượng"}[name])
    expected = answers(subject)
    cells = [sheet.cell(head[0].row + 1 + number, place).value for number in range(len(expected))]

    texts = [cell if cell == "Chưa có số liệu" else round(float(cell), 2) for cell in cells]
    assert texts == [float(row[name]) if row[name] else "Chưa có số liệu" for row in expected]
    assert any(isinstance(cell, float) for cell in texts)


@pytest.mark.parametrize("query", ["basis=published", "programme=son-tay-2024", "unit=LD-33", "to=2021-01-01"])
@pytest.mark.parametrize("subject", OF_PAGES)
def test_every_scope_gives_a_sheet(made: Make, subject: str, query: str):
    book = opened(made, subject, query, "en")

    for chart in (chart for sheet in book for chart in sheet._charts):
        values = values_of(book, chart.series[0])
        assert values and all(isinstance(value, int | float) for value in values)
