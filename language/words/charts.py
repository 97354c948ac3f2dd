"""Texts of charts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class ChartTexts:
    """Sentences of all charts; {blanks} take formatted numbers."""

    as_of: str
    nothing: str

    targets_nothing: str
    targets_target_line: str
    targets_time_line: str
    targets_broken: str
    column_reached: str
    column_gap: str
    column_ratio: str
    target_marks: Mapping[str, str]
    goes_on: str  # behind the head of a group that another chart began
    units: str
    units_spoken_of: str

    progress_line: str
    progress_cumulative: str
    progress_day: str
    progress_single: str
    progress_pace_line: str
    progress_pace: str
    progress_target: str
    progress_phase_target: str
    progress_phase_end: str
    progress_phase_short: str
    phase_ends: str
    phase_ends_on: str
    progress_reached: str

    ranking_heads: Mapping[str, str]
    ranking_share: str
    ranking_cumulative: str
    ranking_rest: str
    ranking_broken: str
    movement_marks: str
    ranking_cut: str
    ranking_before: str
    ranking_new: str
    unplaced: Mapping[str, str]  # by what their units lack: a printed figure of the moment, or any value
    rest_silent: str  # whom the bar of the rest includes, or leaves out
    rest_without: str

    column_count: str
    sectors_dashed: str
    sectors_stated: str
    sectors_sum: str
    sectors_gap: str
    never_summed: str
    cut_whole: str
    ladder_of_previous: str
    ladder_of_first: str
    heat_key: str
    heat_shown: str
    published_period: str
    printed_between: str
    milestones_line: str
    level_steps: Mapping[str, str]

    slope_nothing: str
    slope_key: str


VIETNAMESE: Final = ChartTexts(
    as_of="Tính đến {moment}",
    nothing="Không có số liệu trong phạm vi đang chọn.",
    targets_nothing="Phạm vi đang chọn không so được với chỉ tiêu: chỉ tiêu không đặt riêng cho phạm vi này.",
    targets_target_line="Vạch đỏ: 100% chỉ tiêu",
    targets_time_line="Vạch mảnh: {percent} thời gian đã qua",
    targets_broken="Thanh có vết ngắt dài hơn thang đo",
    column_reached="Đạt",
    column_gap="Hơn, kém",
    column_ratio="Thực hiện/chỉ tiêu",
    target_marks={"registered": "□", "assigned": "◇", "guided": "○"},
    goes_on=" (tiếp)",
    units="{count} đơn vị",
    units_spoken_of="{count} đơn vị nguồn có nhắc",
    progress_line="Lũy kế",
    progress_cumulative="Lũy kế: {count}",
    progress_day="Trong ngày: {count}",
    progress_single="giữa các mốc chưa có số liệu",
    progress_pace_line="Nhịp cần có",
    progress_pace="Cần {count} mỗi ngày",
    progress_target="Chỉ tiêu {target}",
    progress_phase_target="GĐ{number}: {target}",
    progress_phase_end="Hết giai đoạn {number}: {date}",
    progress_phase_short="Hết GĐ {number}",
    phase_ends="Hết {name}",
    phase_ends_on="Hết {name}: {date}",
    progress_reached="★ Đạt chỉ tiêu lúc {moment}",
    ranking_heads={
        "uploads": "Sáng kiến",
        "valid": "Hợp lệ",
        "benefit": "Tỷ đồng",
        "per100": "/100 đoàn viên",
        "reached": "% chỉ tiêu",
        "people": "Người",
    },
    ranking_share="Tỷ trọng",
    ranking_cumulative="Lũy kế",
    ranking_rest="Còn lại ({count} đơn vị)",
    movement_marks="▲ lên, ▼ xuống, = giữ hạng so với {before}",
    ranking_broken="Thanh “Còn lại” bị ngắt vì dài hơn thang đo",
    ranking_cut="{count} hạng đầu; bảng có đủ",
    ranking_before="Hạng trước đó: {rank}",
    ranking_new="mới",
    unplaced={
        "value": "{count} đơn vị chưa có số liệu",
        "figure": "{count} đơn vị không có số in ở mốc này",
    },
    rest_silent="“Còn lại” gồm cả {count} đơn vị chưa báo cáo",
    rest_without="“Còn lại” không gồm {count} đơn vị chưa có số liệu",
    column_count="Số lượng",
    sectors_dashed="Nét đứt: phần chênh, không nguồn nào giải thích",
    sectors_stated="Tổng nguồn công bố",
    sectors_sum="Cộng các phần",
    sectors_gap="lệch {gap}",
    never_summed="Không cộng lại: một người có thể có nhiều danh hiệu",
    cut_whole="Cả chiều rộng là toàn bộ",
    ladder_of_previous="% bước trước",
    ladder_of_first="% bước đầu",
    heat_key="Màu mạnh hơn: chiếm tỷ trọng lớn hơn trong đơn vị",
    heat_shown="{shown} trong {count} đơn vị, nhiều sáng kiến nhất trước",
    published_period="Kỳ: {period}",
    printed_between="Số in từ {first} đến {last}",
    milestones_line="Giữa các mốc chưa có số liệu",
    level_steps={
        "sang_kien_cong_nhan|cap_co_so": "Cấp cơ sở công nhận",
        "sang_kien_cong_nhan|cap_tren_co_so": "Cấp trên cơ sở (huyện) công nhận",
        "sang_kien_cong_nhan|cap_tinh_bo_nganh": "Thành phố và bộ, ngành công nhận",
        "sang_kien_khen_thuong|cap_tinh": "Thành phố khen thưởng",
    },
    slope_nothing="Chưa có thứ hạng ở thời điểm trước để so.",
    slope_key="Bên trái: hạng trước đó",
)

ENGLISH: Final = ChartTexts(
    as_of="As of {moment}",
    nothing="No figures in the chosen scope.",
    targets_nothing="The chosen scope cannot be compared with targets: none is set for it alone.",
    targets_target_line="Red mark: 100% of target",
    targets_time_line="Thin mark: {percent} of the time passed",
    targets_broken="Bars with a break are longer than the scale",
    column_reached="Reached",
    column_gap="Gap",
    column_ratio="Actual/target",
    target_marks={"registered": "□", "assigned": "◇", "guided": "○"},
    goes_on=" (continued)",
    units="{count} unions",
    units_spoken_of="{count} mentioned by sources",
    progress_line="Cumulative",
    progress_cumulative="Cumulative: {count}",
    progress_day="On that day: {count}",
    progress_single="no data between the milestones",
    progress_pace_line="Pace needed",
    progress_pace="{count} a day needed",
    progress_target="Target {target}",
    progress_phase_target="Ph. {number}: {target}",
    progress_phase_end="Phase {number} ends {date}",
    progress_phase_short="P{number} ends",
    phase_ends="{name} ends",
    phase_ends_on="{name} ends {date}",
    progress_reached="★ Target met on {moment}",
    ranking_heads={
        "uploads": "Initiatives",
        "valid": "Valid",
        "benefit": "VND billion",
        "per100": "/100 members",
        "reached": "% of target",
        "people": "People",
    },
    ranking_share="Share",
    ranking_cumulative="Cumulative",
    ranking_rest="The rest ({count} unions)",
    movement_marks="▲ up, ▼ down, = same rank as on {before}",
    ranking_broken="The bar of the rest is broken: it is longer than the scale",
    ranking_cut="the first {count} ranks; the table has them all",
    ranking_before="Previous rank: {rank}",
    ranking_new="new",
    unplaced={
        "value": "{count} unions without figures",
        "figure": "{count} unions without a figure printed for this moment",
    },
    rest_silent="“The rest” includes {count} unions without any report",
    rest_without="“The rest” leaves out {count} unions without figures",
    column_count="Count",
    sectors_dashed="Dashes: the gap, which no source explains",
    sectors_stated="Total as stated",
    sectors_sum="Sum of the parts",
    sectors_gap="gap {gap}",
    never_summed="Not added up: one person may hold several",
    cut_whole="The full width is the whole",
    ladder_of_previous="% of previous",
    ladder_of_first="% of first",
    heat_key="Stronger colour: a larger share of the union",
    heat_shown="{shown} of {count} unions, most initiatives first",
    published_period="Period: {period}",
    printed_between="Figures published from {first} to {last}",
    milestones_line="No data between the milestones",
    level_steps={
        "sang_kien_cong_nhan|cap_co_so": "Recognised at grassroots",
        "sang_kien_cong_nhan|cap_tren_co_so": "Recognised above grassroots (district)",
        "sang_kien_cong_nhan|cap_tinh_bo_nganh": "Recognised by city and ministry",
        "sang_kien_khen_thuong|cap_tinh": "Rewarded by the city",
    },
    slope_nothing="There are no earlier ranks to compare with.",
    slope_key="Left: previous rank",
)
