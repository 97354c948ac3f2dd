"""Names of facts, their formulas, what they count, and their sources."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class FactTexts:
    """{Blanks} are filled by the page."""

    metrics: Mapping[str, str]
    formulas: Mapping[str, str]
    counts: Mapping[str, str]
    units_of_measure: Mapping[str, str]
    source_kinds: Mapping[str, str]
    source: str
    counted: str
    open_source: str
    unknown: str
    as_of_label: str
    of_moment: str
    day_inferred: str
    no_day: str
    moment_of_each: str  # where numbers beside each other are of several moments
    printed_mark: str
    printed_key: str  # the same in few words, beside other marks
    printed_legend: str
    printed_times: str
    printed_unit: str
    with_target: str  # how many of the units have one
    members_known: str  # what “(79/82)” behind a rate per 100 members means
    simulated_unit: str
    by_measure: str  # what numbers count where the address asks for another measure than uploads
    some_by_measure: str
    pace_and_verdict: str
    is_printed: Mapping[bool, str]
    are_printed: Mapping[bool, str]

    def gap_name(self, gap: float) -> str:
        """The label of a gap: missing, exceeded, or neutral where the target is met exactly."""
        return self.metrics["gap_missing" if gap < 0 else "gap_exceeded" if gap else "gap"]

    def starred(self, text: str, *, printed: bool | None) -> str:
        """A simulated count, marked where a source published it for this moment."""
        return f"{text}{self.printed_mark}" if printed else text


VIETNAMESE = FactTexts(
    metrics={
        "uploads": "Sáng kiến cập nhật",
        "target": "Chỉ tiêu",
        "reached_pct": "Đạt chỉ tiêu",
        "gap_missing": "Còn thiếu",
        "gap_exceeded": "Vượt",
        "gap": "So với chỉ tiêu",
        "units_reported": "Đơn vị đã cập nhật",
        "units_published": "Đơn vị có số công bố",
        "benefit_vnd": "Giá trị làm lợi",
        "valid": "Hợp lệ",
        "under_review": "Đang xem xét",
    },
    formulas={
        "uploads": "Số sáng kiến đã cập nhật trong phạm vi đang lọc, tính đến thời điểm trên.",
        "target": "Cả nước: chỉ tiêu kế hoạch toàn quốc. Phạm vi hẹp hơn: tổng chỉ tiêu của các đơn vị trong phạm vi.",
        "reached_pct": "Đạt = thực hiện ÷ chỉ tiêu × 100. “Vượt X%” là đạt trừ 100; hai cách nói không đổi lẫn nhau.",
        "gap": "Thực hiện trừ chỉ tiêu.",
        "units_reported": "Số đơn vị trực thuộc có ít nhất một sáng kiến, trên tổng số đơn vị trong phạm vi.",
        "benefit_vnd": "Tổng giá trị làm lợi của các sáng kiến đã tính được; sáng kiến chưa tính không phải là 0 đồng.",
        "valid": "Đã được xét là hợp lệ tính đến thời điểm trên.",
        "under_review": "Đã cập nhật trừ hợp lệ trừ không hợp lệ, tại thời điểm trên.",
    },
    counts={
        "uploads": "sáng kiến cập nhật (lượt nộp)",
        "valid": "sáng kiến hợp lệ",
        "invalid": "sáng kiến không hợp lệ",
        "review": "sáng kiến đang xem xét",
        "recognised": "sáng kiến được công nhận",
        "people": "người (tác giả khác nhau)",
        "units": "đơn vị trực thuộc Tổng Liên đoàn",
        "units_inside": "đơn vị bên trong đơn vị đang xem",
        "target": "chỉ tiêu sáng kiến",
        "benefit": "đồng làm lợi, chỉ của sáng kiến đã tính",
        "days": "ngày",
    },
    units_of_measure={
        "initiatives": "sáng kiến",
        "people": "người",
        "percent": "",
        "vnd": "",
        "units": "đơn vị",
        "times": "lần",
        "initiatives_per_year": "sáng kiến/năm",
        "initiatives_per_unit": "sáng kiến/đơn vị",
        "people_per_union": "người/công đoàn cơ sở",
    },
    source_kinds={
        "records": "Bản ghi trong cơ sở dữ liệu",
        "target": "Bảng chỉ tiêu",
        "national_plan": "Kế hoạch toàn quốc",
        "target_sum": "Tổng chỉ tiêu các đơn vị",
        "published": "Số liệu công bố",
        "derived": "Tính từ các số trên trang",
        "unknown": "Chưa có số liệu",
    },
    source="Nguồn",
    counted="Đếm gì",
    open_source="Mở nguồn",
    unknown="Chưa có số liệu",
    as_of_label="Tính đến",
    of_moment="số của {moment}",
    day_inferred="{moment}, suy ra",
    no_day="Nguồn không nêu ngày",
    moment_of_each="mỗi số có thời điểm riêng",
    printed_mark="*",
    printed_key="*\u00a0số\u00a0đã\u00a0in",
    printed_legend="*\u00a0trùng số nguồn đã in ở mốc này; số không có dấu chỉ là mô phỏng",
    printed_times="*\u00a0trùng số nguồn đã in; số tăng và số lần có dấu khi cả hai số đều đã in. Không có dấu: ít nhất một số là mô phỏng",
    printed_unit="Số {count} trùng số nguồn đã in ở mốc này.",
    members_known="Trên 100 đoàn viên: chỉ tính các đơn vị có số đoàn viên; trong ngoặc là số đơn vị ấy.",
    with_target="{known} trong {all} đơn vị có chỉ tiêu",
    simulated_unit="Ở mốc này không nguồn nào in số {count} của đơn vị: số chỉ là mô phỏng.",
    by_measure="Đếm {what}, theo thước đo đang chọn.",
    some_by_measure="Theo thước đo đang chọn, tính trên {what}: {names}.",
    pace_and_verdict="nhịp và kết luận",
    is_printed={True: "trùng số đã in", False: "chỉ mô phỏng"},
    are_printed={True: "cả hai đã in", False: "có số mô phỏng"},
)


ENGLISH = FactTexts(
    metrics={
        "uploads": "Initiatives uploaded",
        "target": "Target",
        "reached_pct": "Reached",
        "gap_missing": "Short by",
        "gap_exceeded": "Exceeded by",
        "gap": "Against target",
        "units_reported": "Unions with uploads",
        "units_published": "With a published figure",
        "benefit_vnd": "Benefit value",
        "valid": "Valid",
        "under_review": "Under review",
    },
    formulas={
        "uploads": "Initiatives uploaded within the filters, up to this moment.",
        "target": "Whole country: the national plan. Narrower scope: the sum of the targets of the unions in it.",
        "reached_pct": "Reached = actual ÷ target × 100. “Exceeds by X%” is reached minus 100; the two are never mixed.",
        "gap": "Actual minus target.",
        "units_reported": "Direct unions with at least one initiative, of all unions in scope.",
        "benefit_vnd": "Sum over the initiatives whose benefit was computed; not computed is not zero.",
        "valid": "Judged valid up to this moment.",
        "under_review": "Uploaded minus valid minus not valid, at this moment.",
    },
    counts={
        "uploads": "initiatives uploaded (submissions)",
        "valid": "valid initiatives",
        "invalid": "initiatives judged not valid",
        "review": "initiatives under review",
        "recognised": "recognised initiatives",
        "people": "people (distinct authors)",
        "units": "unions directly under the Confederation",
        "units_inside": "unions inside the one in view",
        "target": "target in initiatives",
        "benefit": "VND of benefit, only where computed",
        "days": "days",
    },
    units_of_measure={
        "initiatives": "initiatives",
        "people": "people",
        "percent": "",
        "vnd": "",
        "units": "unions",
        "times": "times",
        "initiatives_per_year": "initiatives per year",
        "initiatives_per_unit": "initiatives per union",
        "people_per_union": "people per grassroots union",
    },
    source_kinds={
        "records": "Records in the database",
        "target": "Table of targets",
        "national_plan": "National plan",
        "target_sum": "Sum of the unions' targets",
        "published": "Published figure",
        "derived": "Computed from the numbers on this page",
        "unknown": "No data yet",
    },
    source="Source",
    counted="Counts",
    open_source="Open the source",
    unknown="No data yet",
    as_of_label="As of",
    of_moment="figure of {moment}",
    day_inferred="{moment}, inferred",
    no_day="The source gives no date",
    moment_of_each="every number has its own moment",
    printed_mark="*",
    printed_key="*\u00a0as\u00a0published",
    printed_legend="*\u00a0matches a figure published for this moment; unmarked figures are simulated only",
    printed_times="*\u00a0matches a published figure; for gains and ratios, both figures do. Unmarked: at least one of them is simulated",
    printed_unit="The figure {count} is the one published for this moment.",
    members_known="Per 100 members: only unions with known members count; their number is in brackets.",
    with_target="unions with a target: {known} of {all}",
    simulated_unit="No source has published the figure {count} for this union at this moment: it is simulated only.",
    by_measure="Counts {what}, by the chosen measure.",
    some_by_measure="By the chosen measure, of {what}: {names}.",
    pace_and_verdict="pace and verdict",
    is_printed={True: "as published", False: "simulated only"},
    are_printed={True: "both published", False: "at least one simulated"},
)
