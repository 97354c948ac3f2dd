"""Texts of the printed report, including the form of Decree 30/2020/NĐ-CP."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class ReportTexts:
    """{Blanks} take formatted numbers."""

    report_title: str
    rows_counted: str
    line_note: str
    line_nothing: str
    printed_only: str
    by_status: str
    state: str
    motto: str
    parent: str
    issuer: str
    issuer_in_text: str  # as a sentence writes it
    number: str
    place_and_day: str
    place_left_open: str
    kind_of_document: str
    formal_subject: str
    formal_subject_of: str
    receivers: str
    receiver_lines: str
    signed_by: str
    signature: str
    appendix: str
    appended: str
    enclosed: str
    table_annex: str
    table_annex_no_target: str  # where nobody has one


VIETNAMESE: Final = ReportTexts(
    report_title="Báo cáo tiến độ",
    rows_counted="{count} đơn vị",
    line_note="Đường liền: lũy kế thực hiện. Đường đứt: nhịp đều đến chỉ tiêu.",
    line_nothing="Chưa có số liệu theo ngày.",
    printed_only="Các chấm là mốc đã công bố; giữa các mốc chưa có số liệu.",
    by_status="Số đơn vị theo trạng thái",
    state="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto="Độc lập - Tự do - Hạnh phúc",
    parent="TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
    issuer="…………………………………",
    issuer_in_text="…………………………………",
    number="Số: ……/BC-……",
    place_and_day="……………, {date}",
    place_left_open="……………",
    kind_of_document="BÁO CÁO",
    formal_subject="Tình hình thực hiện {programme}",
    formal_subject_of="Tình hình thực hiện {programme} của {unit}",
    receivers="Nơi nhận:",
    receiver_lines="- ……………………;|- Lưu: VT, ……",
    signed_by="QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ",
    signature="Họ và tên",
    appendix="Phụ lục {number}",
    appended="(Kèm theo Báo cáo số ……/BC-…… {date} của {issuer})",
    enclosed="Kèm theo báo cáo này: {annexes}.",
    table_annex="Thực hiện và chỉ tiêu của từng đơn vị",
    table_annex_no_target="Thực hiện của từng đơn vị",
)


ENGLISH: Final = ReportTexts(
    report_title="Progress report",
    rows_counted="{count} unions",
    line_note="Solid: cumulative count. Dashed: an even pace to the target.",
    line_nothing="No figures by day yet.",
    printed_only="Dots are published milestones; there are no data between them.",
    by_status="Unions by status",
    state="SOCIALIST REPUBLIC OF VIỆT NAM",
    motto="Independence - Freedom - Happiness",
    parent="VIỆT NAM GENERAL CONFEDERATION OF LABOUR",
    issuer="…………………………………",
    issuer_in_text="…………………………………",
    number="No.: ……/BC-……",
    place_and_day="……………, {date}",
    place_left_open="……………",
    kind_of_document="REPORT",
    formal_subject="Progress of {programme}",
    formal_subject_of="Progress of {programme} in {unit}",
    receivers="To:",
    receiver_lines="- ……………………;|- File: VT, ……",
    signed_by="POSITION OF THE SIGNATORY",
    signature="Full name",
    appendix="Appendix {number}",
    appended="(To Report No. ……/BC-…… of {date} by {issuer})",
    enclosed="Enclosed with this report: {annexes}.",
    table_annex="Actual and target of every union",
    table_annex_no_target="Actual of every union",
)
