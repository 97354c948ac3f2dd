"""Rows as in files of staff, and functions that write them as CSV, XLSX, XLS and ODS."""

import csv
import datetime as dt
import io
import random
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
import xlwt

from tests.books import saved

HEADINGS = (
    "Mã sáng kiến", "Tên sáng kiến", "Tác giả", "Công đoàn cơ sở", "Đơn vị", "Lĩnh vực", "Ngày cập nhật",
    "Ngày quyết định", "Giá trị làm lợi (đồng)", "Trạng thái",
)  # fmt: skip
TARGET_HEADINGS = ("Đơn vị", "Giai đoạn", "Chỉ tiêu")
PLACES = ("Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Đồng Nai", "Quảng Ninh")
_TITLES = (
    "Cải tiến quy trình kiểm vải",
    "Tự động hoá khâu đóng gói",
    "Giảm tiêu hao điện lò hơi",
    "Đồ gá hàn khung xe",
)
_PEOPLE = ("Nguyễn Văn An", "Trần Thị Bích", "Lê Hoàng Đức", "Phạm Thị Hạnh", "Đặng Thuỳ Linh", "Hồ Ngọc Mỹ")
_WORKPLACES = ("Công ty CP May Sông Hồng", "Nhà máy Nhiệt điện Phả Lại", "Bệnh viện Đa khoa tỉnh")
_SECTORS = ("Sản xuất kinh doanh", "Giáo dục", "Y tế", "Hành chính sự nghiệp", "Nông nghiệp")
Row = list[Any]


def good_rows(count: int = 20, seed: int = 1) -> list[Row]:
    """Rows under HEADINGS without mistakes; dates are dates, and the benefit is a number."""
    draw = random.Random(seed)
    rows = []
    for number in range(1, count + 1):
        day = dt.date(2025, 1, 1) + dt.timedelta(days=draw.randrange(330))
        title, person = f"{draw.choice(_TITLES)} số {number}", draw.choice(_PEOPLE)
        place = [draw.choice(_WORKPLACES), draw.choice(PLACES), draw.choice(_SECTORS)]
        benefit = draw.randrange(1, 900) * 1_000_000
        rows.append(
            [f"SK-2025-{number:05d}", title, person, *place, day, day + dt.timedelta(days=20), benefit, "Hợp lệ"]
        )
    return rows


def with_cell(rows: Sequence[Row], row: int, column: int, value: Any) -> list[Row]:
    """The rows with another value in one cell."""
    changed = [list(one) for one in rows]
    changed[row][column] = value
    return changed


def with_column(rows: Sequence[Row], column: int, values: Sequence[Any]) -> list[Row]:
    """The rows with these values in one column, repeated as often as needed."""
    return [[*row[:column], values[place % len(values)], *row[column + 1 :]] for place, row in enumerate(rows)]


def as_csv(
    rows: Iterable[Row],
    delimiter: str = ",",
    end: str = "\r\n",
    headings: Sequence[str] = HEADINGS,
    day: str = "%d/%m/%Y",
) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerow(headings)
    writer.writerows([cell.strftime(day) if isinstance(cell, dt.date) else cell for cell in row] for row in rows)
    return text.getvalue()


After = Callable[[xlsxwriter.Workbook, Any, int], object]


def as_xlsx(
    rows: Iterable[Row], headings: Sequence[str] = HEADINGS, after: After | None = None, **options: Any
) -> bytes:
    """A workbook of one sheet; `after` gets the book, the sheet and the number of the first free row."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, **options})
    sheet = book.add_worksheet("Sheet1")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, headings)
    number = 0
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, dt.date):
                sheet.write_datetime(number, column, cell, day)
            elif isinstance(cell, str):
                sheet.write_string(number, column, cell)
            elif cell is not None:
                sheet.write_number(number, column, cell)
    if after:
        after(book, sheet, number + 1)
    book.close()
    return file.getvalue()


def as_xls(rows: Iterable[Row], headings: Sequence[str] = HEADINGS) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("S1")
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for number, row in enumerate([headings, *rows]):
        for column, cell in enumerate(row):
            if cell is not None:
                sheet.write(number, column, cell, *([day] if isinstance(cell, dt.date) else []))
    return saved(book)


def as_ods(rows: Iterable[Row], headings: Sequence[str] = HEADINGS) -> bytes:
    """A file as LibreOffice writes it, without the parts that are never read."""
    lines = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in [headings, *rows])
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Trang 1">{lines}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    name = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    manifest = f"<manifest:manifest {name}>{entry}</manifest:manifest>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("mimetype", kind)
        parts.writestr("META-INF/manifest.xml", manifest)
        parts.writestr("content.xml", content)
    return file.getvalue()


def _ods_cell(cell: Any) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, dt.date):
        attributes = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, str):
        attributes = 'office:value-type="string"'
    else:
        attributes = f'office:value-type="float" office:value="{cell}"'
    return f"<table:table-cell {attributes}><text:p>{escape(str(cell))}</text:p></table:table-cell>"


def edited(book: bytes, edit: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> bytes:
    """A workbook with each part passed through `edit` (name, content), and more parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as parts, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name in parts.namelist():
            written.writestr(name, edit(name, parts.read(name)))
        for name, content in (more or {}).items():
            written.writestr(name, content)
    return file.getvalue()
