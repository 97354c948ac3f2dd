"""Twelve more files of unions, with units of money, sums, dates and encodings in other spellings."""

from collections.abc import Callable
from typing import Any

from tests.data_access.importing.messier import DAY, HEAD, book, lines, merged, row, rows
from tests.data_access.importing.old_letters import tcvn3, vni

LIST = ["STT", "Mã SK", "Tên sáng kiến", "Đơn vị", "Ngày gửi", "Giá trị làm lợi"]
SUMS = ("Tiểu kết", "Cộng dồn", "Cộng mục A", "Tổng phụ", "Tổng hợp chung", "Luỹ kế", "Sub-total", "Total")
AMOUNTS = (
    "1\u00a0500\u00a0000",
    "1\u202f500\u202f000",
    "1'500'000",
    "1,500,000",
    "1500000 đ",
    "1.5 tr",
    "1.500.000 VND",
)
DATES = ("14 tháng 3, 2022", "20220314", "14／03／2022", "14/03/2022.", "14/03/2022 lúc 8h30", "2022.03.14", 44634)
VIQR = "Q-{0},Ca?i tie^'n quy tri`nh ddo'ng go'i so^' {0},Nguye^~n Va(n Hu`ng,Thanh Ho'a,14/03/2022"
OLD = [vni(text).decode("latin-1") for text in ("Cải tiến quy trình đóng gói sản phẩm", "Trần Thị Hường", "Đồng Nai")]


def listed(number: int, amount: Any = 100_000, day: Any = DAY) -> list[Any]:
    return [number, f"N-{number}", f"Tên {number}", "Huế", day, amount]


def filtered(made: Any) -> None:
    made.worksheets[0].auto_filter.ref = "A1:F6"
    for line in (3, 4):
        made.worksheets[0].row_dimensions[line].hidden = True


TWO_ROWS = [
    ["BÁO CÁO QUÝ I"],
    ["TT", *LIST[1:5], "Kết quả", None],
    [None] * 5 + ["Giá trị làm lợi", "Nơi áp dụng"],
    [None] * 5 + ["Tỷ đồng", None],
    [*listed(1, "1,5", 44634), "X"],
    [*listed(2, 0.75, 44635), "Y"],
    [None, None, "Lũy kế", None, None, 2.25, None],
]
OLDER = [tcvn3(text).decode("latin-1") for text in ("Giải pháp tiết kiệm điện chiếu sáng", "Phạm Hạnh", "Hà Tĩnh")]
CARRIED = [
    HEAD,
    *rows(2),
    ["Cộng trang 1", *[None] * 4, 2_000_000],
    ["Mang sang", *[None] * 4, 2_000_000],
    row(3),
    ["Tổng cộng", *[None] * 4, 3_000_000],
]
BY_SECTOR = [["TỔNG HỢP THEO LĨNH VỰC"], ["Lĩnh vực", "Số sáng kiến"], ["Y tế", 1], ["Giáo dục", 1], ["Cộng", 2]]
SIGNED = [
    ["Nơi nhận:", None, None, None, "Hà Nam, ngày 14 tháng 3 năm 2022"],
    ["- Như trên;", None, None, None, "KT. CHỦ TỊCH"],
    ["- Lưu VT.", None, None, None, "PHÓ CHỦ TỊCH"],
    [None, None, None, None, "Lê Văn C"],
]
BLOCKS = [
    LIST,
    ["A", "KHỐI SỞ NGÀNH"],
    listed(1),
    ["B", "KHỐI DOANH NGHIỆP"],
    listed(2),
    ["Tổng cộng: 2 sáng kiến", None, None, None, None, 200_000],
]

FILES: dict[str, Callable[[], bytes]] = {
    "n01_hai_dong_ty_dong.xlsx": lambda: book({"DS": TWO_ROWS}, merged("A2:A4", "F2:G2")),
    "n02_tong_goi_khac.xlsx": lambda: book(
        {"S": [LIST, listed(1), *([None, None, word, None, None, 100_000] for word in SUMS)]}
    ),
    "n03_dau_cach_la.csv": lambda: lines(
        [LIST, *(listed(nth, amount, "14/03/2022") for nth, amount in enumerate(AMOUNTS))], ";"
    ).encode(),
    "n04_vni.xlsx": lambda: book({"S": [HEAD, ["V-1", *OLD, DAY, 5], row(2)]}),
    "n05_viqr.csv": lambda: "\n".join(
        ["Ma sang kien,Ten sang kien,Tac gia,Don vi,Ngay cap nhat", *(VIQR.format(nth) for nth in range(3))]
    ).encode(),
    "n06_utf16_cham_phay.csv": lambda: lines(
        [[*LIST[:5], "Giá trị làm lợi (tỷ đồng)"], listed(1, "1,25", "5/3/2022"), listed(2, "0,5", "05.03.2022")], ";"
    ).encode("utf-16"),
    "n07_loc.xlsx": lambda: book({"S": [HEAD, *rows(4), ["Cộng lọc", *[None] * 4, "=SUBTOTAL(9,F2:F5)"]]}, filtered),
    "n08_ngay_nhieu_kieu.xlsx": lambda: book({"S": [LIST, *(listed(nth, day=day) for nth, day in enumerate(DATES))]}),
    "n09_noi_nhan.xlsx": lambda: book({"S": [["LĐLĐ TỈNH HÀ NAM"], HEAD, *rows(2), *SIGNED]}),
    "n10_khoi.xlsx": lambda: book({"S": BLOCKS}),
    "n11_trieu_bang_so.xlsx": lambda: book({"S": [["Đơn vị tính: 1.000.000 đồng"], LIST, listed(1, "12,5")]}),
    "n12_le_dong.xlsx": lambda: book({"S": [LIST, listed(1, "12,5"), listed(2, 30)]}),
    "n14_mang_sang.xlsx": lambda: book({"S": CARRIED}),
    "n15_bang_khac_o_duoi.xlsx": lambda: book({"S": [HEAD, *rows(2), [], *BY_SECTOR]}),
    "n16_hai_phong_chu.xlsx": lambda: book({"S": [HEAD, ["V-1", *OLD, DAY, 5], ["T-1", *OLDER, DAY, 5], row(3)]}),
    "n17_so_qua_nho.csv": lambda: lines([LIST, listed(1, 15, "14 thg 3 2022"), listed(2, "2 triệu")], ",").encode(),
    "n18_mat_dau.csv": lambda: b"M? s?ng ki?n,T?n s?ng ki?n,??n v?\nA-1,C?i ti?n,Ngh? An",
    "n13_nam_trieu.xlsx": lambda: book({"S": [[*LIST[:5], "Số tiền làm lợi/năm (tr.đ)"], listed(1, 12)]}),
}
