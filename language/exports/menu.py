"""Texts of the menu “Xuất”: kinds of files and their purposes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class MenuTexts:
    """Labels and notes by kind of file (exports/kinds.py)."""

    open: str
    note: str
    labels: Mapping[str, str]
    notes: Mapping[str, str]
    forms: Mapping[str, str]
    file_words: Mapping[str, str]  # what names of files say beside programme, scope and moment
    preview: str
    preview_begins: str
    preview_moves: str  # on a phone
    all_pages: str


VIETNAMESE: Final = MenuTexts(
    open="Xuất",
    note="Đúng phạm vi đang xem. Tệp được lập khi bấm, mất một hai giây.",
    labels={
        "slides": "Bài trình chiếu PowerPoint",
        "one-page": "Báo cáo một trang (PDF)",
        "report": "Báo cáo đầy đủ, từng đơn vị (PDF)",
        "formal": "Báo cáo theo mẫu văn bản (PDF)",
        "text": "Báo cáo để sửa và ký (Word)",
        "workbook": "Bảng tính Excel",
        "pack": "Gói mang đi (HTML, không cần mạng)",
        "pictures": "Ảnh các biểu đồ (PNG, SVG)",
        "csv": "Số liệu của trang này (CSV)",
    },
    notes={
        "slides": "biểu đồ và bảng còn sửa được",
        "one-page": "in một mặt giấy A4 cho cuộc họp",
        "report": "có bảng mọi đơn vị và số đã công bố",
        "formal": "thể thức theo Nghị định 30/2020/NĐ-CP",
        "text": "câu chữ viết sẵn từ số liệu",
        "workbook": "mỗi biểu đồ một trang tính, kèm định nghĩa",
        "pack": "một tệp có trang chiếu và mọi đơn vị, mở được khi không có mạng",
        "pictures": "tiêu đề, thời điểm, nguồn nằm ngay trong ảnh; thêm khổ 16:9 và khổ vuông",
        "csv": "mở được bằng Excel, đúng chữ tiếng Việt",
    },
    file_words={
        "one-page": "một trang",
        "formal": "thể thức",
        "pack": "gói mang đi",
        "pictures": "ảnh",
        "frozen": "chốt {code}",
        "rows": "danh sách",
        "unrewarded": "chờ khen thưởng",
        "set-up": "thiết lập",
        "initiatives": "mẫu sáng kiến",
        "readiness": "mẫu sẵn sàng",
        "examples": "mẫu điển hình",
        "example": "điển hình {code}",
        "audit": "nhật ký",
    },
    forms={"one-page": "Một trang", "full": "Đầy đủ", "formal": "Thể thức văn bản"},
    preview="Xem trước, {count} trang",
    preview_begins="Đang dựng trang xem trước…",
    preview_moves="Trang giấy rộng hơn màn hình: vuốt ngang trên trang để xem đủ.",
    all_pages="Tải tệp ở nút Xuất phía trên; tệp giống hệt các trang dưới đây.",
)
ENGLISH: Final = MenuTexts(
    open="Export",
    note="Exactly what you are viewing. The file is made when you click, which takes a second or two.",
    labels={
        "slides": "PowerPoint slides",
        "one-page": "One-page report (PDF)",
        "report": "Full report, every union (PDF)",
        "formal": "Report in the official form (PDF)",
        "text": "Report to edit and sign (Word)",
        "workbook": "Excel workbook",
        "pack": "Offline pack (HTML, no network needed)",
        "pictures": "Pictures of the charts (PNG, SVG)",
        "csv": "Numbers of this page (CSV)",
    },
    notes={
        "slides": "charts and tables stay editable",
        "one-page": "one side of A4 for a meeting",
        "report": "with a table of all unions and the published figures",
        "formal": "laid out according to Decree 30/2020/NĐ-CP",
        "text": "sentences written from the data",
        "workbook": "one sheet per chart, with definitions",
        "pack": "one file with slides and every union that opens without a network",
        "pictures": "each picture carries its title, date and source; also in 16:9 and square",
        "csv": "opens in Excel with all accents intact",
    },
    file_words={
        "one-page": "one page",
        "formal": "official form",
        "pack": "offline pack",
        "pictures": "pictures",
        "frozen": "frozen {code}",
        "rows": "rows",
        "unrewarded": "awaiting rewards",
        "set-up": "set-up",
        "initiatives": "initiatives template",
        "readiness": "readiness template",
        "examples": "examples template",
        "example": "example {code}",
        "audit": "audit log",
    },
    forms={"one-page": "One page", "full": "Full", "formal": "Official form"},
    preview="Preview, {count} pages",
    preview_begins="Making the preview…",
    preview_moves="A sheet is wider than this screen: swipe it sideways to see all of it.",
    all_pages="Download it from Export above; the file is exactly the pages below.",
)
