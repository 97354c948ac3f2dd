"""The CSV files of bad_inputs.csv by identity."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Sequence

from tests.data_access.importing.good_rows import (
    HEADINGS,
    PLACES,
    TARGET_HEADINGS,
    Row,
    as_csv,
    good_rows,
    with_cell,
    with_column,
)
from tests.data_access.importing.old_letters import vni

GOOD = good_rows()
TITLE, PLACE, DAY, DECIDED, BENEFIT = 1, 4, 6, 7, 8
TARGETS: list[Row] = [[place, 1, 1000 + 10 * number] for number, place in enumerate(PLACES)]
FORMULAS = (
    "=cmd|'/C calc'!A0", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", "\t=1+1", "\r=1+1",
    '=HYPERLINK("http://127.0.0.1/?x="&A1,"Bấm")', "＝1+1", "＠SUM(1)", '"=1+1', "; =1+1", '=DDE("cmd";"/C calc";"x")',
    "%0A=1+1", " =1+1",
)  # fmt: skip
OLD_NAMES = (
    "Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu", "Bình Dương", "Hải Dương", "Quảng Nam", "Bình Định", "Phú Yên",
    "Kiên Giang", "Thừa Thiên Huế", "Hà Tây",
)  # fmt: skip
SPELLINGS = ("Thanh Hoá", "Thanh Hóa", "Khánh Hoà", "Đăk Lăk", "Đắc Lắc", "Daklak", "Bắc Cạn", "Hoà Bình")
VARIANTS = (
    "MA SANG KIEN ", "tên sáng kiến", "Tac gia", "Đơn vị\ncông tác", " Tỉnh / Thành ", "NGÀNH", "Ngay dang ky",
    "Ngày  công nhận", "Giá trị làm lợi(đồng)", "trạng thái",
)  # fmt: skip


def utf8(rows: Sequence[Row] = GOOD, **how: object) -> bytes:
    return as_csv(rows, **how).encode()  # type: ignore[arg-type]


def decomposed(text: object) -> object:
    return unicodedata.normalize("NFD", text) if isinstance(text, str) else text


def titled(title: str, row: int = 0) -> bytes:
    return utf8(with_cell(GOOD, row, TITLE, title))


def valued(*values: str) -> bytes:
    return utf8(with_column(GOOD, BENEFIT, values))


def placed(names: Sequence[str]) -> bytes:
    return utf8(with_column(good_rows(len(names)), PLACE, names))


def as_serial(cell: object) -> object:
    return (cell - dt.date(1899, 12, 30)).days if isinstance(cell, dt.date) else cell


def early(number: int, cell: object) -> object:
    return dt.date(2025, 1 + number % 12, 1 + (number * 5) % 12) if isinstance(cell, dt.date) else cell


def broken_byte() -> bytes:
    content = utf8(good_rows(1000))
    place = content.index(b"SK-2025-00500") + 20
    return content[:place] + b"\xff" + content[place:]


def two_targets() -> bytes:
    return utf8([*TARGETS, ["Gia Lai", 2026, 500], ["Bình Định", 2026, 300]], headings=TARGET_HEADINGS)


def odd_targets() -> bytes:
    rows: list[Row] = TARGETS
    for row, value in enumerate((-5, 0, 1.5, "")):
        rows = with_cell(rows, row, 2, value)
    return utf8(rows, headings=TARGET_HEADINGS)


def evil_texts() -> bytes:
    rows = with_cell(GOOD, 0, TITLE, "x'); DROP TABLE initiative;--")
    rows = with_cell(rows, 1, PLACE, "Hà Nội' OR '1'='1")
    return utf8(with_cell(rows, 2, TITLE, "100%_\\"))


def same_title_twice() -> bytes:
    twin = [decomposed(cell) for cell in ["SK-2025-90001", *GOOD[0][1:]]]
    return utf8([GOOD[0], twin, *GOOD[2:]])


TEXTS: dict[str, Callable[[], bytes]] = {
    "E00": utf8,
    "E01": lambda: b"\xef\xbb\xbf" + utf8(),
    "E03": lambda: b"\xfe\xff" + as_csv(GOOD).encode("utf-16-be"),
    "E04": lambda: as_csv(GOOD).encode("utf-16-le"),
    "E07": lambda: vni(as_csv(GOOD)),
    "E10": lambda: unicodedata.normalize("NFD", as_csv(GOOD)).encode(),
    "E11": same_title_twice,
    "E14": broken_byte,
    "E15": lambda: titled("Cải\x00tiến", row=4),
    "E16": lambda: utf8(delimiter=";"),
    "E17": lambda: b"sep=;\r\n" + utf8(delimiter=";"),
    "E18": lambda: utf8(end="\r"),
    "E20": lambda: utf8().replace(b"\r\nSK-2025-00007,", b'\r\nSK-2025-00007,"', 1),
    "E22": lambda: b"",
    "E23": lambda: utf8([]),
    "E26": lambda: utf8(headings=VARIANTS),
    "E28": lambda: utf8(
        [[*row[:PLACE], *row[PLACE + 1 :]] for row in GOOD], headings=[*HEADINGS[:PLACE], *HEADINGS[PLACE + 1 :]]
    ),
    "E29": lambda: utf8([[*row, "x", "y", "z"] for row in GOOD], headings=[*HEADINGS, "Ghi chú", "Cột A", "Cột B"]),
    "E30": lambda: utf8([row[::-1] for row in GOOD], headings=HEADINGS[::-1]),
    "E32": lambda: titled("Dài " * 250_000, row=2),
    "E33": lambda: titled("Cải tiến \u202eexe.gpj\u2066 x"),
    "E34": lambda: titled("Cải\x0btiến\x1b[31m\x07\x7f"),
    "E35": lambda: titled("Sáng kiến 🚀👩‍🏭𠀀"),
    "F03": utf8,
    "D02": lambda: utf8([[as_serial(cell) for cell in row] for row in GOOD]),
    "D04": lambda: utf8(day="%m/%d/%Y"),
    "D05": lambda: utf8([[early(number, cell) for cell in row] for number, row in enumerate(GOOD)]),
    "D07": lambda: utf8(with_cell(with_cell(GOOD, 0, DAY, "05/03/25"), 1, DAY, "05/03/68")),
    "D10": lambda: utf8(with_cell(GOOD, 0, DECIDED, "01/01/2020")),
    "D11": lambda: utf8(with_cell(GOOD, 0, DAY, "2025-03-01T23:30:00Z")),
    "N01": lambda: valued("1.234.567", "12.000.000"),
    "N02": lambda: valued("1.234.567,50"),
    "N05": lambda: valued("12 tỷ", "1,5 triệu", "~3tr", "500 nghìn đồng"),
    "N10": lambda: valued("１２３", "١٢٣"),
    "N13": lambda: valued("", "-", "N/A", "không", "0"),
    "N14": lambda: utf8([[f"{100 + number}.0", *row[1:]] for number, row in enumerate(GOOD)]),
    "S11": lambda: utf8(
        [[*row, *range(16_374)] for row in GOOD[:5]], headings=[*HEADINGS, *(f"c{number}" for number in range(16_374))]
    ),
    "S12": lambda: utf8([[row[0], title, *row[2:]] for row, title in zip(good_rows(14), FORMULAS, strict=True)]),
    "S14": evil_texts,
    "M02": lambda: placed(OLD_NAMES),
    "M03": lambda: placed(SPELLINGS),
    "M04": lambda: placed(("Hà Mội", "Trung ương", "Quảng", "", "Miền Bắc")),
    "M06": lambda: utf8([*GOOD, *GOOD[:5]]),
    "M09": lambda: utf8(GOOD[::-1], end="\n"),
    "M12": lambda: utf8(with_column(good_rows(10_000), PLACE, ["Không rõ"])),
    "M13": lambda: utf8(with_column(GOOD, PLACE, ["Huế" if row in (3, 8, 11) else "Hà Nội" for row in range(20)])),
    "T01": lambda: utf8(TARGETS, headings=TARGET_HEADINGS),
    "T02": odd_targets,
    "T03": two_targets,
    "T05": lambda: utf8([*TARGETS, ["Cả nước", 2026, 99_999]], headings=TARGET_HEADINGS),
    "T06": utf8,
}
