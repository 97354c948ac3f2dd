"""Twenty more files as unions send them: the name, bytes and kind of each."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import xlwt

from tests.books import book_of, saved
from tests.data_access.importing.old_letters import tcvn3, windows_1258

HEAD = ["Mã sáng kiến", "Tên sáng kiến", "Tác giả", "Đơn vị", "Ngày cập nhật", "Giá trị làm lợi (đồng)"]
SHORT = ["STT", "Mã SK", "Tên sáng kiến", "Đơn vị", "Ngày gửi", "Giá trị làm lợi"]
DAY = datetime(2022, 3, 14)
Rows = Sequence[Sequence[Any]]


def book(sheets: Mapping[str, Rows], change: Callable[[Any], None] = lambda _book: None) -> bytes:
    made = book_of(sheets)
    change(made)
    return saved(made)


def merged(*ranges: str) -> Callable[[Any], None]:
    def change(made: Any) -> None:
        for one in ranges:
            made.worksheets[0].merge_cells(one)

    return change


def hidden(made: Any) -> None:
    made.worksheets[0].row_dimensions[3].hidden = True
    made.worksheets[0].column_dimensions["C"].hidden = True
    made.worksheets[1].sheet_state = "hidden"


def row(number: int, **other: Any) -> list[Any]:
    values = {"code": f"A-{number:03d}", "unit": "Huế", "day": "14/03/2022", "amount": 1_000_000} | other
    return [
        values["code"],
        f"Cải tiến số {number}",
        f"Nguyễn Văn {number}",
        values["unit"],
        values["day"],
        values["amount"],
    ]


def rows(count: int) -> list[list[Any]]:
    return [row(number) for number in range(1, count + 1)]


def lines(table: Rows, mark: str) -> str:
    return "\r\n".join(mark.join("" if cell is None else str(cell) for cell in one) for one in table)


def older_book() -> bytes:
    made = xlwt.Workbook()
    sheet = made.add_sheet("SK")
    table = [["BÁO CÁO"], HEAD, *rows(3), ["Cộng", "", "", "", "", 3_000_000], [], ["", "", "", "", "NGƯỜI LẬP BIỂU"]]
    for number, cells in enumerate(table):
        for place, cell in enumerate(cells):
            sheet.write(number, place, cell)
    return saved(made)


THREE_ROWS = [
    ["LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ TĨNH"],
    ["STT", "Sáng kiến", None, "Đơn vị", "Ngày cập nhật", "Hiệu quả", None, "Ghi chú"],
    [None, "Mã", "Tên", None, None, "Giá trị làm lợi", "Số nơi nhân rộng", None],
    [None, None, None, None, None, "(triệu đồng)", "(nơi)", None],
    [1, 2, 3, 4, 5, 6, 7, 8],
    [1, "HT-01", "Cải tiến máy ép", "Hà Tĩnh", DAY, 12.5, 3, None],
    [2, "HT-02", "Tối ưu lò hơi", "Hà Tĩnh", DAY, 30, 0, None],
    [None, "TỔNG CỘNG", None, None, None, 42.5, 3, None],
]
BY_GROUP = [
    ["STT", "Mã SK", "Tên sáng kiến", "Tác giả", "Ngày gửi", "Giá trị làm lợi (đồng)"],
    ["I", "LĐLĐ tỉnh Sơn La", None, None, None, 3_000_000],
    [1, "SL-1", "Tên 1", "A", DAY, 1_000_000],
    [2, "SL-2", "Tên 2", "B", DAY, 2_000_000],
    ["II", "LĐLĐ tỉnh Lai Châu", None, None, None, 500_000],
    [1, "LC-1", "Tên 3", "C", DAY, 500_000],
    [None, "Tổng cộng (I+II)", None, None, None, 3_500_000],
]
OTHER_ORDER = ["Tên sáng kiến", "Mã sáng kiến", "Đơn vị", "Tác giả", "Ngày cập nhật", "Giá trị làm lợi (nghìn đồng)"]
SIGNED = [[None, "Danh sách có 02 sáng kiến./."], [None, None, "TM. BAN THƯỜNG VỤ"], [None, None, "Phạm Văn Hùng"]]
TARGETS = [
    ["STT", "Đơn vị", "Chỉ tiêu giao"],
    [1, "Hà Tĩnh", "1.200"],
    [2, "Nghệ An", "2.350"],
    ["", "Tổng cộng", "3.550"],
]
DATES = [DAY, "14.3.2022", "ngày 14 tháng 3 năm 2022", 44634, "44634", "8g00 ngày 14/3/2022", "14/03/22", "31/02/2022"]
TCVN3_ROW = [tcvn3(text).decode("latin-1") for text in ("Sửa chữa băng tải tự động", "Trần Đức Lương", "Nam Định")]
WITH_SUM = [[*HEAD, ""], [*row(1), ""], ["Tổng cộng", *[""] * 4, 1_000_000, ""]]
BY_UNIT = ["Mã SK", "Tên SK", "Ngày gửi"]

FILES: dict[str, Callable[[], bytes]] = {
    "m01_ba_dong_tieu_de.xlsx": lambda: book({"DS": THREE_ROWS}),
    "m02_ba_dong_o_gop.xlsx": lambda: book(
        {"DS": THREE_ROWS}, merged("A2:A4", "B2:C2", "D2:D4", "E2:E4", "F2:G2", "H2:H4")
    ),
    "m03_excel_cu.xls": older_book,
    "m04_cp1258.csv": lambda: windows_1258(lines([HEAD, *rows(5)], ";")),
    "m05_unicode.txt": lambda: lines([HEAD, *rows(4)], "\t").encode("utf-16"),
    "m06_tcvn3.xlsx": lambda: book({"S": [HEAD, ["T-1", *TCVN3_ROW, DAY, 5], row(2)]}),
    "m07_o_gop.xlsx": lambda: book(
        {"S": [["Đơn vị", *BY_UNIT], ["Hải Dương", "G-1", "Tên", DAY], [None, "G-2", "Tên hai", None]]},
        merged("A2:A3", "D2:D3"),
    ),
    "m08_an.xlsx": lambda: book({"T3": [HEAD, *rows(4)], "Cũ": [HEAD, *rows(2)]}, hidden),
    "m09_ngay.xlsx": lambda: book({"S": [HEAD, *(row(place, day=day) for place, day in enumerate(DATES))]}),
    "m10_cong_thuc.xlsx": lambda: book(
        {"S": [HEAD, *rows(2), row(3, amount="=1000*1000"), ["Tổng cộng", *[None] * 4, "=SUM(F2:F4)"]]}
    ),
    "m11_trung.xlsx": lambda: book({"S": [HEAD, row(1), row(1), ["a – 001", *row(1)[1:]], row(2)]}),
    "m12_dvt_tren_bang.xlsx": lambda: book(
        {
            "S": [
                ["BẢNG TỔNG HỢP"],
                [None, "ĐVT: triệu đồng"],
                SHORT,
                [1, "V-1", "Tên", "Phú Thọ", DAY, 125],
                ["Cộng", *[None] * 4, 125],
            ]
        }
    ),
    "m13_cot_dvt.csv": lambda: lines(
        [
            [*SHORT, "ĐVT"],
            [1, "V-1", "Tên", "Huế", "14/03/2022", 5, "triệu đồng"],
            [2, "V-2", "Tên hai", "Huế", "14/03/2022", 7, "đồng"],
        ],
        ",",
    ).encode(),
    "m14_dau_cham.csv": lambda: (
        lines([[*HEAD[:5], "Giá trị (triệu đồng)"], row(1, amount="1.234")], ",")
        .replace("Giá trị (", "Giá trị làm lợi (")
        .encode()
    ),
    "m15_hai_bang.xlsx": lambda: book(
        {
            "S": [
                ["I. KHỐI HÀNH CHÍNH"],
                HEAD,
                *rows(2),
                ["Tổng", *[None] * 4, 2_000_000],
                ["II. KHỐI DN"],
                OTHER_ORDER,
                ["Tên", "B-9", "Huế", "B", DAY, 700],
            ]
        }
    ),
    "m16 LDLD Ninh Bình_T3.xlsx": lambda: book({"S": [BY_UNIT, ["N-1", "Tên", DAY], ["N-2", "Tên hai", DAY], *SIGNED]}),
    "m17_nhieu_trang.xlsx": lambda: book(
        {"Bìa": [["BÁO CÁO"]], "Hà Nội": [BY_UNIT, ["H-1", "Tên", DAY]], "Hải Phòng": [BY_UNIT, ["P-1", "Tên ba", DAY]]}
    ),
    "m18_nhom_co_so_tien.xlsx": lambda: book({"S": BY_GROUP}),
    "m19_tu_la.xlsx": lambda: book(
        {"S": [[*HEAD[:3], "Nơi gửi", "Ngày", "Trạng thái"], ["W-1", "Tên", "A", "Huế", DAY, "Đã phê chuẩn"]]}
    ),
    "m20_huyen.csv": lambda: lines([HEAD, row(1, unit="Huyện Nông Cống"), row(2, unit="Thanh Hóa")], ",").encode(
        "utf-8-sig"
    ),
    "m21_lap_tieu_de.xlsx": lambda: book({"S": [HEAD, row(1), HEAD, row(2), HEAD, row(3)]}),
    "m22_tong_o_dau.xlsx": lambda: book({"S": [HEAD, ["Tổng số", *[None] * 4, 2_000_000], *rows(2)]}),
    "m23_sep.csv": f"sep=;\nDANH SÁCH;;;;;;\n{lines(WITH_SUM, ';')}".encode,
    "chi_tieu_co_chu_ky.csv": lambda: lines(
        [*TARGETS, ["", "Người lập biểu", ""], ["", "Trần Thị B", ""]], ";"
    ).encode(),
}
