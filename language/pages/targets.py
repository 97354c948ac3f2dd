"""Units against their targets."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class TargetTexts:
    """{Blanks} are filled by the page."""

    targets_title: str
    targets_note: str
    not_comparable: str
    behind_title: str
    behind_note: str
    behind_over: str
    behind_lacking: str
    behind_nobody: str
    behind_columns: Mapping[str, str]
    behind_why: Mapping[str, str]
    behind_never: str
    behind_copy: str
    behind_head: str
    behind_line: str
    behind_more: str
    said_title: str
    said_above: str


VIETNAMESE = TargetTexts(
    targets_title="Từng đơn vị so với chỉ tiêu {kind}",
    targets_note="Một thang phần trăm cho mọi đơn vị; vạch đỏ là 100% chỉ tiêu; bên phải: tỷ lệ, chênh lệch.",
    not_comparable="Đang lọc theo {filters}: chỉ tiêu không chia theo các tiêu chí này nên không tính tỷ lệ đạt.",
    behind_title="Cần đôn đốc: {count}/{all} đơn vị",
    behind_note="Chưa đạt chỉ tiêu, và nhịp 7 ngày (168 giờ) gần nhất thấp hơn nhịp cần mỗi ngày trong {days} ngày còn lại, hoặc không cập nhật gì. Nhiều việc nhất trước.",
    behind_over="Đã hết thời hạn: còn những đơn vị chưa đạt và 7 ngày cuối không cập nhật gì.",
    behind_lacking="{count} đơn vị chưa có chỉ tiêu: chỉ vào danh sách khi im lặng 7 ngày.",
    behind_nobody="Không đơn vị nào chưa đủ nhịp hay im lặng.",
    behind_columns={
        "unit": "Đơn vị",
        "why": "Vì sao",
        "gap": "So với chỉ tiêu",
        "needed": "Cần mỗi tuần",
        "last_week": "7 ngày qua",
        "last_day": "Cập nhật gần nhất",
    },
    behind_why={
        "slow": "7 ngày qua {pace}/ngày, cần {needed}/ngày",
        "silent": "im lặng từ sau {day}",
        "never": "chưa cập nhật lần nào",
    },
    behind_never="chưa có",
    behind_copy="Văn bản để sao chép",
    behind_head="Tính đến {moment}, các đơn vị sau cần đẩy nhanh để đạt chỉ tiêu đến {end}:",
    behind_line="{done}/{target}, còn thiếu {gap}",
    behind_more="… và {count} đơn vị nữa.",
    said_title="Nguồn nói gì về các đơn vị",
    said_above="Đăng ký vượt chỉ tiêu định hướng (số vượt): {units}",
)


ENGLISH = TargetTexts(
    targets_title="Every union against its {kind} target",
    targets_note="One percent scale for all; the red line is 100% of the target; at the right: rate and gap.",
    not_comparable="Filtered by {filters}: targets are not set for these, so no rate is computed.",
    behind_title="To be called: {count} of {all} unions",
    behind_note="Target not met, and the pace of the last 7 days is below what each of the {days} days left needs, or nothing came at all. Most to do first.",
    behind_over="The time is over: unions that missed the target and sent nothing in the last 7 days.",
    behind_lacking="{count} unions have no target: they are listed only when silent for 7 days.",
    behind_nobody="No union is behind its pace or silent.",
    behind_columns={
        "unit": "Union",
        "why": "Why",
        "gap": "Against target",
        "needed": "Needed a week",
        "last_week": "Last 7 days",
        "last_day": "Newest upload",
    },
    behind_why={
        "slow": "{pace} a day in the last 7 days, {needed} a day needed",
        "silent": "silent since {day}",
        "never": "no upload yet",
    },
    behind_never="none",
    behind_copy="Text to copy",
    behind_head="As of {moment}, these unions must speed up to meet their targets by {end}:",
    behind_line="{done} of {target}, {gap} missing",
    behind_more="… and {count} more.",
    said_title="What sources say of the unions",
    said_above="Registered more than the guided target (by how many): {units}",
)
