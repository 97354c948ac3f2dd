"""The workbook, opened with openpyxl, has the numbers of `answer`."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data_access.store.records import Records
from exports.xlsx import write_workbook
from exports.xlsx.lettering import width_of
from language.languages import LANGUAGES
from model.address import parse_query
from tests.exports.reading import plain, values_of
from tests.exports.small_programme import QUERY, RISKY, UPLOADS

SHEETS = [
    *("Tổng quan", "Lũy kế", "Chỉ tiêu", "Xếp hạng", "Lĩnh vực", "Các trang khác, tóm tắt"),
    *("Số liệu công bố", "Chỗ không khớp", "Thông tin"),
]
UNKNOWN = "Chưa có số liệu"
QUERIES = (
    QUERY, "", "basis=published", "unit=LD-33&phase=1", "sector=y-te&status=valid", "boundary=34&measure=benefit",
    "from=2022-03-01&measure=per100", "programme=son-tay-2024", "programme=75n",
)  # fmt: skip


@pytest.fixture(scope="module")
def book(made: Callable[..., bytes]) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(made(write_workbook)))


def table(sheet: Worksheet, first_heading: str) -> list[dict[str, object]]:
    """The rows of the table whose first column has this heading."""
    start = next(row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == first_heading)
    headings = [cell.value for cell in sheet[start] if cell.value]
    rows = []
    for row in sheet.iter_rows(min_row=start + 1, max_col=len(headings), values_only=True):
        if not any(value is not None for value in row):
            break
        rows.append(dict(zip(headings, row, strict=True)))
    return rows


def cells(book: Workbook) -> Iterator[object]:
    for sheet in book:
        for row in sheet.iter_rows():
            yield from row


def same(cell: object, answer: str, *, percent: bool = False) -> bool:
    if answer == "":
        return cell == UNKNOWN
    assert isinstance(cell, int | float), (cell, answer)
    return abs(cell * (100 if percent else 1) - float(answer)) < 0.006


def test_every_view_has_its_sheet_in_order(book: Workbook):
    assert book.sheetnames == SHEETS


def test_targets_are_those_of_the_answer(book: Workbook, answers: Callable[..., list[dict[str, str]]]):
    expected = {row["unit_code"]: row for row in answers("targets")}
    rows = {row["Mã"]: row for row in table(book["Chỉ tiêu"], "Mã") if row["Mã"]}
    assert rows.keys() == expected.keys()
    names = {"Thực hiện": "uploads", "Đăng ký": "registered", "Giao": "assigned", "Chênh lệch": "gap"}
    for code, row in rows.items():
        if expected[code]["status"] == "not_reported":
            expected[code] |= {"uploads": "", "gap": ""}
        assert all(same(row[heading], expected[code][name]) for heading, name in names.items()), code
        assert same(row["Đạt (%)"], expected[code]["reached_pct"], percent=True), code


def test_the_total_follows_the_filter_buttons_and_is_right_before_anything_is_counted(
    book: Workbook, made: Callable[..., bytes]
):
    formulas = [cell for cell in cells(book) if cell.data_type == "f"]
    assert [cell.value for cell in formulas] == [f"=SUBTOTAL(109,C{formulas[0].row - 82}:C{formulas[0].row - 1})"]
    shown = openpyxl.load_workbook(io.BytesIO(made(write_workbook)), data_only=True)["Chỉ tiêu"]
    assert shown[formulas[0].coordinate].value == sum(UPLOADS.values())


def test_ranking_and_sectors_are_those_of_the_answer(book: Workbook, answers: Callable[..., list[dict[str, str]]]):
    ranking = table(book["Xếp hạng"], "Hạng")
    assert [row["Số sáng kiến cập nhật"] for row in ranking] == [int(row["value"]) for row in answers("ranking")]
    assert [row["Mã"] or "" for row in ranking] == [row["unit_code"] for row in answers("ranking")]
    rest = next(row for row in ranking if not row["Mã"])
    assert [rest[name] for name in ("Hạng", "Hạng trước", "Hạng trong cụm")] == [None] * 3  # it has no place
    sectors = [row for row in table(book["Lĩnh vực"], "Cách chia") if row["Cách chia"] == "Theo lĩnh vực"]
    assert [row["Số lượng"] for row in sectors] == [int(row["uploads"]) for row in answers("sectors")]


def test_clusters_are_named_in_the_language_of_the_reader(made: Callable[..., bytes]):
    sheet = openpyxl.load_workbook(io.BytesIO(made(write_workbook, "unit=CD-TKS", "en")))["Ranking"]
    clusters = {row["Cluster (provisional)"] for row in table(sheet, "Rank")}
    assert clusters == {"Corporation unions"}


def test_the_overview_is_that_of_the_answer(book: Workbook, answers: Callable[..., list[dict[str, str]]]):
    # People are counted from the rows, in a part of their own: no “unknown” beside their number.
    elsewhere = ("target_reached_at", "status", "people")
    expected = [row for row in answers("overview") if row["metric"] not in elsewhere]
    rows = {row["Chỉ số"]: row["Giá trị"] for row in table(book["Tổng quan"], "Chỉ số")}
    assert len(rows) == len(expected)
    for answer in expected:
        assert same(
            rows[LANGUAGES["vi"].exports.facts[answer["metric"]]], answer["value"], percent=answer["unit"] == "percent"
        )


def test_the_whole_ledger_is_there(book: Workbook, answers: Callable[..., list[dict[str, str]]]):
    rows = table(book["Số liệu công bố"], "Số hiệu (W-: suy ra)")
    assert [row["Công bố"] for row in rows] == pytest.approx(
        [float(row["value"]) for row in answers("published")], abs=0.006
    )
    assert all(
        same(row["Hệ thống"], answer["system_value"]) for row, answer in zip(rows, answers("published"), strict=True)
    )


def test_nothing_of_data_is_a_formula_or_a_link(book: Workbook):
    (quote,) = [cell for cell in cells(book) if cell.value == RISKY]
    (title,) = [cell for cell in cells(book) if cell.value == "＝1＋1"]
    assert quote.data_type == title.data_type == "s"
    assert quote.quotePrefix
    assert title.quotePrefix
    assert not [cell for cell in cells(book) if cell.hyperlink]


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_describes_itself_and_keeps_its_header(book: Workbook, name: str):
    sheet = book[name]
    heading = [plain(str(row[0])) for row in sheet.iter_rows(max_row=8, max_col=1, values_only=True) if row[0]]
    assert any(line.startswith("DỮ LIỆU MÔ PHỎNG") for line in heading)
    assert any(line.startswith("Phạm vi: Giai đoạn 1") for line in heading)
    assert any(line.startswith(("Tính đến 20/04/2022 08:00", "Mỗi số có thời điểm riêng")) for line in heading)
    assert any(line.startswith("Nguồn: ") for line in heading)
    assert sheet.freeze_panes
    if len(sheet.tables) > 1:  # the headings of the first table would stand over the second
        assert not sheet.print_title_rows
    else:
        assert sheet.print_title_rows


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_second_table_prints_with_its_title_under_its_own_headings(made: Callable[..., bytes], language: str):
    """A page's end left the title alone, and the headings of the first table stood over the second."""
    book = openpyxl.load_workbook(io.BytesIO(made(write_workbook, language=language)))
    ((sheet, (first, second)),) = [(sheet, list(sheet.tables.values())) for sheet in book if len(sheet.tables) > 1]
    above, below = (range_boundaries(area) for area in _areas(sheet)[:2])
    title = range_boundaries(second.ref)[1] - 1

    assert sheet.cell(title, 1).value == LANGUAGES[language].exports.sums
    assert (below[1], below[3]) == (title, range_boundaries(second.ref)[3])
    assert (above[1], above[3]) == (1, range_boundaries(first.ref)[3])
    assert not sheet.print_title_rows


def test_totals_print_with_their_numbers_in_the_letters_of_the_names(book: Workbook):
    """The part of a wide table that has none of the totals had their word alone."""
    sheet = book["Chỉ tiêu"]
    last = next(cell.row for cell in cells(book) if cell.data_type == "f")
    first, second = (range_boundaries(area) for area in _areas(sheet))

    assert (first[3], second[3]) == (last, last - 1)
    assert sheet.cell(last, 2).alignment.indent == sheet.cell(last - 1, 2).alignment.indent > 0


@pytest.mark.parametrize("query", QUERIES)
def test_every_chart_reads_cells_that_hold_numbers(made: Callable[..., bytes], query: str):
    book = openpyxl.load_workbook(io.BytesIO(made(write_workbook, query)))
    drawn = [chart for sheet in book for chart in sheet._charts]

    assert drawn
    for chart in drawn:
        for series in chart.series:
            values = values_of(book, series)
            assert values and all(isinstance(value, int | float) for value in values)
            assert series.cat is not None


def test_bars_have_their_names_however_many_they_are(made: Callable[..., bytes]):
    """By default a chart of thirty bars labels only every second one."""
    with zipfile.ZipFile(io.BytesIO(made(write_workbook, ""))) as archive:
        drawn = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]
    bars = [chart for chart in drawn if "<c:barChart>" in chart]

    assert bars and all('<c:tickLblSkip val="1"/>' in chart for chart in bars)
    for chart in bars:  # a name that wraps takes the room of the next, which LibreOffice then leaves out
        size = int(re.findall(r'<c:catAx>.*? sz="(\d+)"', chart, re.DOTALL)[0]) / 100
        left = float(re.findall(r'<c:x val="([\d.]+)"', chart)[0]) * 760
        names = re.findall(r"<c:v>([^<]*)</c:v>", chart.partition("<c:cat>")[2].partition("</c:cat>")[0])
        assert names and left > max(width_of(name) for name in names) * size / 10


def test_every_chart_is_native_and_prints_on_a_page_of_its_own_or_not_at_all(book: Workbook):
    charts = {sheet.title: len(sheet._charts) for sheet in book if sheet._charts}
    assert charts == {"Lũy kế": 1, "Chỉ tiêu": 1, "Xếp hạng": 1, "Lĩnh vực": 4}
    for name, count in charts.items():
        parts = 2 if book[name].print_title_cols else 1  # beside columns that repeat no chart is printed
        assert len(_areas(book[name])) == (parts if parts > 1 else count + len(book[name].tables))


@pytest.mark.parametrize(("language", "written"), [("vi", "66.775 · 6 · 1.112.917"), ("en", "66,775 · 6 · 1,112,917")])
def test_numbers_that_disagree_are_written_as_everywhere(made: Callable[..., bytes], language: str, written: str):
    book = openpyxl.load_workbook(io.BytesIO(made(write_workbook, language=language)))
    sheet = book[LANGUAGES[language].exports.titles["inconsistencies"]]
    texts = [cell.value for row in sheet for cell in row if isinstance(cell.value, str)]

    assert any(text.startswith(written) for text in texts)
    assert not [text for text in texts if re.fullmatch(r"[\d ·]*\d{4}[\d ·]*", text)]


def test_the_file_says_what_it_is_about(book: Workbook):
    rows = {row["Thông tin"]: row["Giá trị"] for row in table(book["Thông tin"], "Thông tin")}
    assert rows["Người lập"] == "Nguyễn Thị Bé"
    assert rows["Lập lúc (giờ Việt Nam)"] == "20/04/2022 09:30"
    assert rows["Địa chỉ trang"] == "https://sangkien.example/?programme=1tr&as_of=2022-04-20T08%3A00&phase=1&lang=vi"
    assert rows["Đếm gì"].startswith("mỗi trang tính ghi ở đầu trang; trang Tổng quan: sáng kiến cập nhật")
    assert len([name for name in rows if name.startswith("Định nghĩa: ")]) >= 6


def test_a_programme_with_real_records_carries_no_banner(made: Callable[..., bytes]):
    book = openpyxl.load_workbook(io.BytesIO(made(write_workbook, "programme=75n")))
    assert not [cell for cell in cells(book) if str(cell.value).startswith("DỮ LIỆU MÔ PHỎNG")]


def _areas(sheet: Any) -> list[str]:
    """The print areas of a sheet, the table first."""
    return [area.replace("$", "") for area in re.findall(r"\$[A-Z]+\$\d+:\$[A-Z]+\$\d+", str(sheet.print_area))]


def test_columns_without_a_word_are_hidden_and_the_others_are_not(book: Workbook):
    hidden = 0
    for sheet in book:
        for one in sheet.tables.values():
            head, *rows = sheet[one.ref]
            for place, cell in enumerate(head):
                if sheet.column_dimensions[cell.column_letter].hidden:
                    hidden += 1
                    assert not [row[place].value for row in rows if row[place].value], cell.value
    assert hidden


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_scope_gives_a_workbook(made: Callable[..., bytes], query: str, language: str):
    book = openpyxl.load_workbook(io.BytesIO(made(write_workbook, query, language)))
    assert len(book.sheetnames) >= 5
    for sheet in book:  # no sheet of a header alone, and nothing beside what prints
        tables = [openpyxl.utils.range_boundaries(one.ref) for one in sheet.tables.values()]
        shown = [openpyxl.utils.range_boundaries(area) for area in _areas(sheet)]
        assert all(any(sheet.cell(top + 1, n).value is not None for n in range(1, 4)) for _, top, _, _ in tables)
        printed = {column for left, _, right, _ in shown for column in range(left, right + 1)}
        assert {*range(1, max(right for _, _, right, _ in tables) + 1)} <= printed or sheet.title in (
            "Số liệu công bố",
            "Published figures",
        )


def test_unknown_is_never_zero(made: Callable[..., bytes]):
    book = openpyxl.load_workbook(io.BytesIO(made(write_workbook, "basis=published")))
    silent = [row for row in table(book["Chỉ tiêu"], "Mã") if row["Mã"] == "LD-02"]
    assert [row["Thực hiện"] for row in silent] == [UNKNOWN]


def test_it_takes_under_a_second(cpu_seconds: Callable[..., float]):
    assert cpu_seconds(write_workbook) < 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_are_written_as_the_pages_of_that_language_write_them(made: Callable[..., bytes], language: str):
    content = made(write_workbook, QUERY, language)
    day = LANGUAGES[language].numbers.day_in_sheets
    book = openpyxl.load_workbook(io.BytesIO(content))
    forms = {cell.number_format for cell in cells(book) if getattr(cell, "is_date", False)}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        axes = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]

    assert forms == {day, f"{day} hh:mm"}
    assert [axis for axis in axes if "<c:dateAx>" in axis and f'formatCode="{day}"' in axis]


def test_a_union_that_has_reported_nothing_gets_no_page_without_anything_on_it(records: Records):
    filters, _ = parse_query("unit=CD-HH&phase=1&as_of=2022-04-20T08:00", records.catalogue)
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(records, filters, LANGUAGES["vi"])))

    assert not {"Số liệu công bố"} & {*book.sheetnames}
    assert not book["Lĩnh vực"]._charts


def test_a_chart_of_sectors_has_several_bars(made: Callable[..., bytes]):
    """One bar alone would be a printed page that divides nothing."""
    sheet = openpyxl.load_workbook(io.BytesIO(made(write_workbook, "unit=LD-38&sector=y-te")))["Lĩnh vực"]
    for chart in sheet._charts:
        cells = sheet[chart.series[0].val.numRef.f.rpartition("!")[2].replace("$", "")]
        assert sum(bool(cell.value) for (cell,) in cells) > 1


def test_words_about_a_union_are_no_number(made: Callable[..., bytes]):
    book = openpyxl.load_workbook(io.BytesIO(made(write_workbook, "unit=LD-33&phase=1&as_of=2022-04-20T08:00")))
    sheet = book[LANGUAGES["vi"].exports.titles["briefs"]]
    values = [row[2] for row in sheet.iter_rows(values_only=True) if row[0] and row[0].startswith("Sẵn sàng: ")]

    assert "Chưa rõ" in values
    assert 0 not in values
