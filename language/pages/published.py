"""Texts of the ledger page."""

from collections.abc import Mapping
from dataclasses import dataclass

from language.pages.metrics import CATEGORY_NAMES, METRIC_NAMES


@dataclass(frozen=True)
class PublishedTexts:
    """{Blanks} are filled by the page."""

    ledger_title: str
    ledger_note: str
    ledger_difference: str  # the head of its column
    ledger_hint: str
    left_open: str
    search: str
    reconciliation_title: str
    verdicts_sentence: str
    verdicts: Mapping[str, str]
    inconsistencies_title: str
    inconsistencies_note: str
    milestones_title: str
    milestones_note: str
    undrawn: str  # above figures that make no chart
    undrawn_more: str
    boundaries_title: str
    boundaries_note: str
    boundaries_printed: str
    not_merged: str
    notes_title: str
    note_topics: Mapping[str, str]
    levels_title: str
    levels_note: str
    nothing_found: str
    confidence: str
    confidences: Mapping[str, str]
    note: str
    title_inferred: str
    identity: str
    identity_derived: str
    pick_row: str
    metric_names: Mapping[str, str]
    category_names: Mapping[str, str]


VIETNAMESE = PublishedTexts(
    ledger_title="Sổ số liệu công bố",
    ledger_note="{count} số. Chênh lệch = công bố − hệ thống.",
    ledger_difference="Chênh lệch",
    ledger_hint="Bấm một dòng để xem trích dẫn và nguồn.",
    left_open="Sổ không thu hẹp theo {filters}: giữ mọi số đã in.",
    search="Tìm trong sổ (không cần dấu)",
    reconciliation_title="Đối chiếu công bố – hệ thống",
    verdicts_sentence="Hệ thống so với số đã in: {equal} khớp đúng · {consistent} phù hợp với “hơn”, “khoảng”, “ít nhất” · {differs} lệch · {unknown} không đủ dữ liệu để đối chiếu.",
    verdicts={"equal": "Khớp", "consistent": "Phù hợp", "differs": "Lệch", "unknown": "Không đối chiếu được"},
    inconsistencies_title="Chỗ các nguồn không khớp nhau",
    inconsistencies_note="Giữ nguyên cả hai phía, không làm mượt.",
    milestones_title="Các mốc toàn quốc đã công bố",
    milestones_note="Số lũy kế như nguồn in, kèm “hơn”, “trên”.",
    undrawn="Số liệu công bố của phạm vi này không đủ để vẽ biểu đồ:",
    undrawn_more="Còn {count} số liệu nữa trong tệp CSV của trang.",
    boundaries_title="Tỉnh, thành cũ thuộc tỉnh, thành nào từ 01/07/2025",
    boundaries_note="{old} tỉnh, thành của danh sách cũ thành {new}. Mã chỉ đúng trong danh sách của nó: mã 24 cũ là Bắc Giang, mã 24 mới là Bắc Ninh, viết là 63:24 và 34:24.",
    boundaries_printed="Số công bố trên trang là của {old} tỉnh, thành cũ.",
    not_merged="không sáp nhập",
    notes_title="Thể lệ, địa bàn và những điều chưa biết",
    note_topics={"rules": "Thể lệ", "places": "Địa bàn", "unknown": "Chưa có số liệu"},
    levels_title="Công nhận qua từng cấp",
    levels_note="Ghi kèm tỷ lệ so với cấp liền trước.",
    nothing_found="Không có số nào khớp “{words}”.",
    confidence="Độ tin cậy",
    confidences={"high": "cao", "medium": "vừa", "low": "thấp"},
    note="Ghi chú",
    title_inferred="tên bài đọc từ địa chỉ",
    identity="bài {article}, số liệu {figure}",
    identity_derived="số hiệu suy ra từ nội dung: {figure}",
    pick_row="Chọn một dòng trong bảng để xem trích dẫn, nguồn và ghi chú.",
    metric_names={code: vi for code, (vi, _) in METRIC_NAMES.items()},
    category_names={code: vi for code, (vi, _) in CATEGORY_NAMES.items()},
)


ENGLISH = PublishedTexts(
    ledger_title="Ledger of published figures",
    ledger_note="{count} figures. Difference = published − system.",
    ledger_difference="Difference",
    ledger_hint="Click a row for its quotation and source.",
    left_open="The ledger is not narrowed by {filters}: it keeps every published figure.",
    search="Search the ledger (accents not needed)",
    reconciliation_title="Published against system",
    verdicts_sentence="Records against published figures: {equal} equal · {consistent} consistent with “more than”, “about”, “at least” · {differs} differ · {unknown} cannot be compared.",
    verdicts={"equal": "Equal", "consistent": "Consistent", "differs": "Differs", "unknown": "Cannot be compared"},
    inconsistencies_title="Where the sources disagree",
    inconsistencies_note="Both sides are kept as they are; nothing is smoothed over.",
    milestones_title="Published national milestones",
    milestones_note="Cumulative, as published, with “more than” kept.",
    undrawn="The published figures of this scope are too few for a chart:",
    undrawn_more="{count} more are in the CSV file of the page.",
    boundaries_title="What became of each province on 1 Jul 2025",
    boundaries_note="{old} provinces of the former list became {new}. A code is only valid in its own list: 24 was Bắc Giang and is now Bắc Ninh, written 63:24 and 34:24.",
    boundaries_printed="Published figures on this page are for the {old} former provinces.",
    not_merged="not merged",
    notes_title="Rules, places and what is not known",
    note_topics={"rules": "Rules", "places": "Places", "unknown": "No data yet"},
    levels_title="Recognition level by level",
    levels_note="With the percentage of the level before.",
    nothing_found="No figure matches “{words}”.",
    confidence="Confidence",
    confidences={"high": "high", "medium": "medium", "low": "low"},
    note="Note",
    title_inferred="title read from the address",
    identity="article {article}, figure {figure}",
    identity_derived="number derived from its content: {figure}",
    pick_row="Select a row of the table for its quotation, source and note.",
    metric_names={code: en for code, (_, en) in METRIC_NAMES.items()},
    category_names={code: en for code, (_, en) in CATEGORY_NAMES.items()},
)
