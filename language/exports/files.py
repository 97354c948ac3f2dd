"""Texts of workbook, slides, report and editable text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from language.exports import mail, prose, report, slides
from language.exports import menu as export_menu
from language.exports import names as export_names
from language.exports import pictures as picture_names
from language.exports import rows as export_rows


@dataclass(frozen=True)
class ExportTexts:
    """{Blanks} take formatted numbers."""

    scope: str
    everything: str
    everything_of: str
    as_of: str
    as_of_unknown: str
    as_of_each: str
    counted: str
    counted_each: str
    source: str
    sources_each: str
    made: str
    made_by: str
    link: str
    scan: str
    missing_mark: str
    nothing_of: str
    page: str
    filter_value: str
    info: str
    definitions: str
    simulated: str
    total: str
    sums: str
    saved: str
    refused: str
    templates: Mapping[str, str]
    titles: Mapping[str, str]
    facts: Mapping[str, str]
    columns: Mapping[str, str]
    rows: Mapping[str, str]
    kinds_of_unit: Mapping[str, str]
    counts: Mapping[str, str]
    kinds_of_data: Mapping[str, str]
    unit_levels: Mapping[str, str]  # of the ledger; what is not listed stays as it is
    info_rows: Mapping[str, str]
    charts: Mapping[str, str]
    pictures: Mapping[str, str]  # names of files, by chart; other charts are named by their titles
    menu: export_menu.MenuTexts
    mail: mail.MailTexts
    slides: slides.SlideTexts
    report: report.ReportTexts
    prose: prose.ProseTexts


VIETNAMESE: Final = ExportTexts(
    scope="Phạm vi: {filters}",
    everything="{whole}, toàn chương trình",
    everything_of="toàn bộ {programme}",
    as_of="Tính đến {moment}",
    as_of_unknown="Tính đến: chưa có số liệu",
    as_of_each="Mỗi số có thời điểm riêng",
    counted="Đếm: {what}",
    counted_each="như tên gọi của từng số",
    source="Nguồn: {source}",
    sources_each="Nguồn: ghi ở từng dòng",
    made="Lập lúc {moment} (giờ Việt Nam)",
    made_by="Lập lúc {moment} (giờ Việt Nam), người lập: {who}",
    link="Xem lại: {link}",
    scan="Quét mã để mở trang này",
    missing_mark="Dấu – : chưa có số liệu",
    nothing_of="Chưa có dòng nào: trang “{page}” chưa có gì trong phạm vi này của chương trình.",
    page="Trang {page}/{pages}",
    filter_value="{name}: {values}",
    info="Thông tin",
    definitions="Định nghĩa",
    simulated="DỮ LIỆU MÔ PHỎNG",
    total="Tổng cộng",
    sums="Tổng của từng cách chia",
    saved="Đã lưu {file} ({size} byte).",
    refused="Không lập được tệp: {problem}",
    templates={
        "unreadable": "không đọc được tệp mẫu {file}; mẫu phải là bài trình chiếu PowerPoint (.pptx).",
        "size": "tệp mẫu {file} không có khổ 16:9 (33,867 × 19,05 cm); trong PowerPoint chọn Thiết kế, Cỡ trang chiếu, Màn hình rộng.",
        "no_title": "tệp mẫu {file} không có bố cục nào có tiêu đề.",
        "protected": "tệp mẫu {file} có mật khẩu; hãy bỏ mật khẩu rồi làm lại.",
        "deck_unreadable": "không đọc được bài trình chiếu {file}; phải là tệp PowerPoint (.pptx).",
        "deck_protected": "bài trình chiếu {file} có mật khẩu; hãy bỏ mật khẩu rồi làm lại.",
        "deck_foreign": "bài trình chiếu {file} không có trang nào do phần mềm này lập (hoặc do bản quá cũ lập); hãy lập bài mới.",
        "deck_scope": "bài trình chiếu {file} thuộc phạm vi khác (chương trình, đơn vị hay bộ lọc khác); hãy cập nhật với đúng phạm vi của bài hoặc lập bài mới.",
    },
    titles=export_names.in_language(export_names.TITLES, 0),
    facts=export_names.in_language(export_names.FACTS, 0),
    columns=export_names.in_language(export_names.COLUMNS, 0),
    rows=export_names.in_language(export_rows.ROWS, 0),
    kinds_of_unit=export_names.in_language(export_names.KINDS_OF_UNIT, 0),
    counts=export_names.in_language(export_names.COUNTS, 0),
    kinds_of_data=export_names.in_language(export_names.KINDS_OF_DATA, 0),
    unit_levels={},
    info_rows=export_names.in_language(export_names.INFO_ROWS, 0),
    charts=export_names.in_language(export_names.CHARTS, 0),
    pictures=export_names.in_language(picture_names.PICTURES, 0),
    menu=export_menu.VIETNAMESE,
    mail=mail.VIETNAMESE,
    slides=slides.VIETNAMESE,
    report=report.VIETNAMESE,
    prose=prose.VIETNAMESE,
)


ENGLISH: Final = ExportTexts(
    scope="Scope: {filters}",
    everything="{whole}, whole programme",
    everything_of="all of {programme}",
    as_of="As of {moment}",
    as_of_unknown="As of: no data yet",
    as_of_each="Every figure has its own moment",
    counted="Counts: {what}",
    counted_each="what the name of each number says",
    source="Source: {source}",
    sources_each="Source: in every row",
    made="Made {moment} (Vietnam time)",
    made_by="Made {moment} (Vietnam time) by {who}",
    link="See again: {link}",
    scan="Scan to open this page",
    missing_mark="A dash – means no data yet",
    nothing_of="No rows: the page “{page}” has nothing yet in this scope of the programme.",
    page="Page {page}/{pages}",
    filter_value="{name}: {values}",
    info="Information",
    definitions="Definitions",
    simulated="SIMULATED DATA",
    total="Total",
    sums="Totals of every scheme",
    saved="Saved {file} ({size} bytes).",
    refused="The file could not be made: {problem}",
    templates={
        "unreadable": "the template {file} cannot be read; it must be a PowerPoint presentation (.pptx).",
        "size": "the template {file} is not 16:9 (13.333 × 7.5 inches); in PowerPoint choose Design, Slide Size, Widescreen.",
        "no_title": "the template {file} has no layout with a title.",
        "protected": "the template {file} has a password; take it off and try again.",
        "deck_unreadable": "the deck {file} cannot be read; it must be a PowerPoint presentation (.pptx).",
        "deck_protected": "the deck {file} has a password; take it off and try again.",
        "deck_foreign": "no slide of the deck {file} was made by this app (or by too old a version of it); make a new one.",
        "deck_scope": "the deck {file} is about another scope (programme, unions or filters); update it with its own scope or make a new one.",
    },
    titles=export_names.in_language(export_names.TITLES, 1),
    facts=export_names.in_language(export_names.FACTS, 1),
    columns=export_names.in_language(export_names.COLUMNS, 1),
    rows=export_names.in_language(export_rows.ROWS, 1),
    kinds_of_unit=export_names.in_language(export_names.KINDS_OF_UNIT, 1),
    counts=export_names.in_language(export_names.COUNTS, 1),
    kinds_of_data=export_names.in_language(export_names.KINDS_OF_DATA, 1),
    unit_levels=export_rows.LEVELS_OF_UNITS,
    info_rows=export_names.in_language(export_names.INFO_ROWS, 1),
    charts=export_names.in_language(export_names.CHARTS, 1),
    pictures=export_names.in_language(picture_names.PICTURES, 1),
    menu=export_menu.ENGLISH,
    mail=mail.ENGLISH,
    slides=slides.ENGLISH,
    report=report.ENGLISH,
    prose=prose.ENGLISH,
)
