"""The workbooks of bad_inputs.csv by identity; decompression bombs are smaller than real ones, but still bombs."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import xlsxwriter

from tests.books import book_of, saved
from tests.data_access.importing.bad_texts import DAY, GOOD
from tests.data_access.importing.good_rows import (
    HEADINGS,
    as_ods,
    as_xls,
    as_xlsx,
    edited,
    good_rows,
    with_cell,
    with_column,
)

BOMB_MEGABYTES = 600
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
BLANK_ROWS = 20_000


def as_text(rows: list[Any]) -> list[list[Any]]:
    return [[cell.strftime("%d/%m/%Y") if hasattr(cell, "strftime") else cell for cell in row] for row in rows]


def with_dimension(claim: str) -> bytes:
    pattern = re.compile(rb'<dimension ref="[^"]*"/>')

    def claiming(name: str, content: bytes) -> bytes:
        return pattern.sub(f'<dimension ref="{claim}"/>'.encode(), content) if name == SHEET else content

    return edited(as_xlsx(GOOD), claiming)


def unchanged(_name: str, content: bytes) -> bytes:
    return content


def repeated_heading() -> bytes:
    rows = [[*row[:3], row[1] + " (bản 2)", *row[4:]] for row in GOOD]
    return as_xlsx(rows, headings=[*HEADINGS[:3], "Tên sáng kiến", *HEADINGS[4:]])


def stray_cell(_book: Any, sheet: Any, _row: int) -> None:
    sheet.write_string(1_048_575, 16_383, "x")


def blank_rows(book: Any, sheet: Any, row: int) -> None:
    style = book.add_format({"bg_color": "#FFFFCC", "border": 1})
    for number in range(row, BLANK_ROWS):
        for column in range(10):
            sheet.write_blank(number, column, None, style)


def hidden_sheet() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        seen, unseen = book.add_worksheet("Dữ liệu"), book.add_worksheet("cũ")
        for sheet, rows in ((seen, GOOD), (unseen, good_rows(20, seed=99))):
            for number, row in enumerate([HEADINGS, *as_text(rows)]):
                sheet.write_row(number, 0, row)
        unseen.very_hidden()
    return file.getvalue()


def hidden_rows(_book: Any, sheet: Any, _row: int) -> None:
    for number in range(5, 10):
        sheet.set_row(number, options={"hidden": True})


def merged_places() -> bytes:
    def merge(_book: Any, sheet: Any, _row: int) -> None:
        sheet.merge_range(1, 4, 5, 4, "Hà Nội")
        sheet.merge_range(6, 4, 10, 4, "Huế")

    return as_xlsx([*with_column(GOOD[:10], 4, [None]), *GOOD[10:]], after=merge)


def formulas(_book: Any, sheet: Any, _row: int) -> None:
    for number in range(1, 21):
        sheet.write_formula(number, 8, f"=1000000*{number}", None, 1_000_000 * number)


def formulas_without_results() -> bytes:
    rows = ([*row[:8], f"=1000000*{number}", row[9]] for number, row in enumerate(GOOD, 2))
    return saved(book_of({"Sheet": [HEADINGS, *rows]}))


def error_cells(_book: Any, sheet: Any, _row: int) -> None:
    sheet.write_formula(2, 4, "=NA()", None, "#N/A")
    sheet.write_formula(3, 8, "=1/0", None, "#DIV/0!")
    sheet.write_formula(4, 8, "=#REF!", None, "#REF!")


def coloured(book: Any, sheet: Any, _row: int) -> None:
    sheet.write_rich_string(1, 1, "Cải ", book.add_format({"bold": 1}), "tiến", " quy trình")


def no_such_day(book: Any, sheet: Any, _row: int) -> None:
    sheet.write_number(1, DAY, 60, book.add_format({"num_format": "dd/mm/yyyy"}))


def with_password() -> bytes:
    """The container that Excel puts around an encrypted workbook, as far as it can be read without the password."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + "EncryptedPackage".encode("utf-16-le") + bytes(4096)


def zip_of_photos() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("a.jpg", b"\xff\xd8")
    return file.getvalue()


def zip_bomb() -> bytes:
    row = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>' + b"A" * 32_000 + b"</t></is></c></row>"
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_xlsx(GOOD))) as parts, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bomb:
        for name in parts.namelist():
            if name != SHEET:
                bomb.writestr(name, parts.read(name))
        with bomb.open(SHEET, "w") as sheet:
            sheet.write(b'<?xml version="1.0"?><worksheet><sheetData>')
            for number in range(1, BOMB_MEGABYTES * 2**20 // 32_000):
                sheet.write(row % (number, number))
            sheet.write(b"</sheetData></worksheet>")
    return file.getvalue()


def with_entity(declaration: bytes, reference: bytes) -> bytes:
    heading = b"<t>" + HEADINGS[1].encode() + b"</t>"

    def infected(name: str, content: bytes) -> bytes:
        if name != TEXTS:
            return content
        return content.replace(b"<sst", declaration + b"<sst", 1).replace(heading, b"<t>" + reference + b"</t>", 1)

    return edited(as_xlsx(GOOD), infected)


def shared_text_bomb() -> bytes:
    cells = b'<row r="%d"><c r="A%d" t="s"><v>10</v></c><c r="B%d" t="s"><v>10</v></c></row>'
    more = b"".join(cells % (number, number, number) for number in range(3, 20_000))

    def growing(name: str, content: bytes) -> bytes:
        return content.replace(b"</sheetData>", more + b"</sheetData>") if name == SHEET else content

    return edited(as_xlsx([["Z" * 32_000, *GOOD[0][1:]]]), growing)


BOOKS: dict[str, Callable[[], bytes]] = {
    "E27": repeated_heading,
    "F01": lambda: as_xls(GOOD),
    "F02": lambda: as_xlsx(GOOD),
    "F05": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n",
    "F06": with_password,
    "F07": lambda: as_xlsx(GOOD)[:-1500],
    "F08": zip_of_photos,
    "F09": lambda: edited(as_xlsx(GOOD), unchanged, {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 not real"}),
    "F11": lambda: as_ods(GOOD),
    "F12": lambda: with_dimension("A1"),
    "F13": lambda: with_dimension("A1:XFD1048576"),
    "F14": lambda: as_xlsx(GOOD, after=stray_cell),
    "F15": lambda: as_xlsx(GOOD, after=blank_rows),
    "F17": hidden_sheet,
    "F18": lambda: as_xlsx(GOOD, after=hidden_rows),
    "F19": merged_places,
    "F20": lambda: as_xlsx(GOOD, after=formulas),
    "F21": formulas_without_results,
    "F22": lambda: as_xlsx(GOOD, after=error_cells),
    "F24": lambda: as_xlsx(GOOD, after=coloured),
    "D03": lambda: as_xlsx(as_text(GOOD)),
    "D13": lambda: as_xlsx(with_cell(GOOD, 0, DAY, None), after=no_such_day),
    "N12": lambda: as_xlsx([[20_250_000_000_000_001 + number, *row[1:]] for number, row in enumerate(GOOD)]),
    "S01": zip_bomb,
    "S03": lambda: with_entity(b'<!DOCTYPE w [<!ENTITY a "' + b"x" * 100_000 + b'">]>', b"&a;" * 5000),
    "S04": lambda: with_entity(b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>', b"&a;"),
    "S05": lambda: with_entity(b'<!DOCTYPE w [<!ENTITY a SYSTEM "http://127.0.0.1:9/x">]>', b"&a;"),
    "S07": lambda: edited(as_xlsx(GOOD), unchanged, {"../../evil.py": b"1", "/evil.py": b"1"}),
    "S08": shared_text_bomb,
    "S10": lambda: as_xlsx(good_rows(2_000)),
}
