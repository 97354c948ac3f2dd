"""Texts of the targets page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class TargetTexts:
    """{Blanks} are filled by the page."""

    targets_title: str
    targets_note: str
    not_comparable: str
    views: Mapping[str, str]
    fields_title: str
    fields_note: str
    fields: tuple[str, str, str, str]  # ahead and fast, ahead and slow, behind and fast, behind and slow: what to do
    fields_across: str
    fields_hover: str
    courses_title: str
    courses_note: str
    courses_hover: str
    behind_title: str
    behind_silent: str
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
    behind_line_silent: str  # of a unit that has reported nothing
    behind_more: str
    statements_title: str
    statements_above: str
    potential_word: str
    potential_title: str
    potential_note: str
    potential_lacking: str
    potential_columns: tuple[str, ...]
    potential_verdicts: Mapping[str, str]
    potential_at_mean: str
    potential_unknown: str
    potential_reason: str
    potential_alike: Mapping[str, str]
    potential_why: Mapping[str, str]
    potential_none: Mapping[str, str]
    potential_none_of: str
    potential_sentence: str
    potential_of_silent: str
    potential_method_title: str
    potential_method: str


VIETNAMESE = TargetTexts(
    views={"bars": "Từng đơn vị", "fields": "Bốn nhóm việc", "courses": "Đường đi"},
    fields_title="{count} đơn vị cần đôn đốc ngay, {hold} đang giữ nhịp",
    fields_note="Lên cao: đã đạt nhiều hơn; sang phải: 7 ngày qua nhanh hơn nhịp cần. Vạch ngang là phần thời gian đã qua.",
    fields=("Giữ nhịp", "Nhắc giữ nhịp", "Theo dõi", "Đôn đốc ngay"),
    fields_across="Nhịp 7 ngày qua ÷ nhịp cần",
    fields_hover="Đạt {reached} · 7 ngày qua {pace}/ngày, cần {needed}/ngày",
    courses_title="Đường đi của {count} đơn vị tới chỉ tiêu {kind}",
    courses_note="Mỗi ô một đơn vị, từ ngày đầu đến nay; vạch đỏ là 100% chỉ tiêu của chính đơn vị. Xếp từ cao xuống thấp.",
    courses_hover="Đạt {reached}",
    targets_title="Từng đơn vị so với chỉ tiêu {kind}",
    targets_note="Một thang phần trăm cho mọi đơn vị; vạch đỏ là 100% chỉ tiêu; bên phải: tỷ lệ, chênh lệch.",
    not_comparable="Đang lọc theo {filters}: chỉ tiêu không chia theo các tiêu chí này nên không tính tỷ lệ đạt.",
    behind_title="Cần đôn đốc: {count}/{all} đơn vị",
    behind_silent=", trong đó {count} không cập nhật 7 ngày qua",
    behind_note="Chưa đạt chỉ tiêu, và nhịp 7 ngày (168 giờ) gần nhất thấp hơn nhịp cần mỗi ngày trong {days} ngày còn lại, hoặc không cập nhật gì. Nhiều việc nhất trước.",
    behind_over="Đã hết thời hạn: còn những đơn vị chưa đạt và 7 ngày cuối không cập nhật gì.",
    behind_lacking="{count} đơn vị chưa có chỉ tiêu: chỉ vào danh sách khi im lặng 7 ngày.",
    behind_nobody="Không đơn vị nào chưa đủ nhịp hay ngừng cập nhật.",
    behind_columns={
        "unit": "Đơn vị",
        "why": "Vì sao",
        "gap": "So với chỉ tiêu",
        "needed": "Cần/ngày",
        "last_week": "7 ngày qua/ngày",
        "last_day": "Cập nhật gần nhất",
    },
    behind_why={
        "slow": "7 ngày qua {pace}/ngày, cần {needed}/ngày",
        "silent": "không cập nhật từ sau {day}",
        "never": "chưa cập nhật lần nào",
    },
    behind_never="chưa có",
    behind_copy="Văn bản để sao chép",
    behind_head="Tính đến {moment}, các đơn vị sau cần đẩy nhanh để đạt chỉ tiêu đến {end}:",
    behind_line="{done}/{target}, còn thiếu {gap}",
    behind_line_silent="chỉ tiêu {target}",
    behind_more="… và {count} đơn vị nữa.",
    statements_title="Nguồn nói gì về các đơn vị",
    statements_above="Đăng ký vượt chỉ tiêu định hướng (số vượt): {units}",
    potential_word="Tiềm năng",
    potential_title="Thấp hơn tiềm năng: {count} trên {all} đơn vị ước tính được",
    potential_note="Có thể kỳ vọng bao nhiêu sáng kiến theo số đoàn viên và những đơn vị giống nhau. Không phải chỉ tiêu.",
    potential_lacking="{count} đơn vị không được ước tính: chưa biết số đoàn viên, không đủ đơn vị giống, hoặc lúc này không tham gia.",
    potential_columns=("Đơn vị", "Nhận xét", "Thực hiện", "Trên 100 đoàn viên", "Có thể kỳ vọng", "Vì sao"),
    potential_verdicts={"below": "Thấp hơn tiềm năng", "within": "Đúng tiềm năng", "above": "Vượt tiềm năng"},
    potential_unknown="Không ước tính",
    potential_at_mean="Ở mức bình quân chung, thấp hơn tiềm năng",
    potential_reason="{count} đơn vị {alike} thường đạt {low}–{high} trên 100 đoàn viên; đơn vị có {members} đoàn viên",
    potential_alike={"kind": "cùng loại", "region": "cùng vùng", "cluster": "cùng cụm, khối", "size": "cỡ tương tự"},
    potential_why={
        "no_members": "Chưa biết số đoàn viên nên không ước tính",
        "few_alike": "Không đủ {fewest} đơn vị giống để ước tính",
        "takes_no_part": "Lúc này không tham gia nên không ước tính",
    },
    potential_none={
        "published": "chỉ ước tính từ bản ghi, không từ số liệu công bố",
        "part": "chỉ ước tính từ toàn bộ sáng kiến của đơn vị, không từ một phần",
        "nothing_yet": "chưa có sáng kiến nào để ước tính",
        "no_members": "chưa biết số đoàn viên ({count} đơn vị)",
        "few_alike": "không đủ {fewest} đơn vị giống nhau ({count} đơn vị)",
        "takes_no_part": "lúc này không tham gia ({count} đơn vị)",
    },
    potential_none_of="{word}: chưa ước tính được: {why}.",
    potential_sentence="có thể kỳ vọng {range} sáng kiến; đã có {count}. {verdict}.",
    potential_of_silent="có thể kỳ vọng {range} sáng kiến; chưa báo cáo sáng kiến nào. {verdict}.",
    potential_method_title="Cách ước tính",
    potential_method="Với mỗi đơn vị biết số đoàn viên: tìm ít nhất {fewest} đơn vị khác cùng loại, cùng vùng, cỡ tương tự (số đoàn "
    "viên không quá {times} lần lớn hơn hay nhỏ hơn); không đủ thì cùng loại, cùng cụm hoặc khối, cỡ tương tự; rồi cùng loại, cỡ "
    "tương tự; rồi cùng loại. Khoảng kỳ vọng là nửa giữa (từ phân vị 25% đến 75%) của số sáng kiến trên một đoàn viên ở những "
    "đơn vị đó, nhân với số đoàn viên của đơn vị. Thấp hơn khoảng ấy là “thấp hơn tiềm năng”, kể cả khi tỷ lệ ở mức bình quân "
    "chung. Khoảng này nói về những đơn vị giống nhau đang làm, không nói vì sao.",
)
ENGLISH = TargetTexts(
    views={"bars": "Every union", "fields": "Four groups", "courses": "Progress curves"},
    fields_title="{count} unions to follow up now, {hold} keeping pace",
    fields_note="Higher: more of the target reached; further right: faster than needed over the last 7 days. The horizontal line is the share of time passed.",
    fields=("Keeping pace", "Remind", "Watch", "Follow up now"),
    fields_across="Pace of the last 7 days ÷ pace needed",
    fields_hover="{reached} reached · {pace} a day in the last 7 days, {needed} needed",
    courses_title="Progress of {count} unions towards their {kind} target",
    courses_note="One panel per union, from the first day until now; the red line is 100% of its own target. Highest first.",
    courses_hover="{reached} reached",
    targets_title="Every union against its {kind} target",
    targets_note="One percent scale for all; the red line is 100% of the target; at the right: rate and gap.",
    not_comparable="Filtered by {filters}: targets are not set for these, so no rate is computed.",
    behind_title="Needing follow-up: {count} of {all} unions",
    behind_silent=", {count} of them silent",
    behind_note="Target not met, and the pace of the last 7 days is below what is needed per day for the {days} days left, or nothing was uploaded at all. Most to do first.",
    behind_over="The deadline has passed: unions that missed the target and uploaded nothing in the last 7 days.",
    behind_lacking="{count} unions have no target: they are listed only when silent for 7 days.",
    behind_nobody="No union is below pace or silent.",
    behind_columns={
        "unit": "Union",
        "why": "Why",
        "gap": "Against target",
        "needed": "Needed per day",
        "last_week": "Last 7 days, per day",
        "last_day": "Latest upload",
    },
    behind_why={
        "slow": "{pace} a day in the last 7 days, {needed} a day needed",
        "silent": "silent since {day}",
        "never": "no upload yet",
    },
    behind_never="none",
    behind_copy="Text to copy",
    behind_head="As of {moment}, these unions must speed up to meet their targets by {end}:",
    behind_line="{done} of {target}, {gap} to go",
    behind_line_silent="target {target}",
    behind_more="… and {count} more.",
    statements_title="What sources say about the unions",
    statements_above="Registered more than the guided target (by how many): {units}",
    potential_word="Potential",
    potential_title="Below their potential: {count} of the {all} unions estimated",
    potential_note="How many initiatives could be expected, given a union’s members and what similar unions do. This is not a target.",
    potential_lacking="{count} unions are not estimated: members not known, too few similar unions, or not taking part at this time.",
    potential_columns=("Union", "Assessment", "Actual", "Per 100 members", "Expected range", "Why"),
    potential_verdicts={"below": "Below its potential", "within": "At its potential", "above": "Above its potential"},
    potential_unknown="Not estimated",
    potential_at_mean="At the overall mean, below its potential",
    potential_reason="{count} unions of {alike} usually have {low}–{high} per 100 members; this one has {members} members",
    potential_alike={
        "kind": "the same kind",
        "region": "the same region",
        "cluster": "the same cluster",
        "size": "similar size",
    },
    potential_why={
        "no_members": "Its members are not known, so nothing is estimated",
        "few_alike": "Fewer than {fewest} unions are similar, so nothing is estimated",
        "takes_no_part": "Not taking part at this time, so nothing is estimated",
    },
    potential_none={
        "published": "estimated from records only, not from published figures",
        "part": "estimated from all initiatives of a union only, not from a part of them",
        "nothing_yet": "there is no initiative yet to estimate from",
        "no_members": "members not known ({count})",
        "few_alike": "fewer than {fewest} similar unions ({count})",
        "takes_no_part": "not taking part at this time ({count})",
    },
    potential_none_of="{word}: nothing is estimated: {why}.",
    potential_sentence="{range} initiatives could be expected; there are {count}. {verdict}.",
    potential_of_silent="{range} initiatives could be expected; none has been reported yet. {verdict}.",
    potential_method_title="How it is estimated",
    potential_method="For every union whose members are known: others of the same kind, the same region and a similar size "
    "are looked for, at least {fewest} (similar size: up to {times} times more or fewer members); failing that, of the same "
    "kind, cluster and a similar size; then of the same kind and a similar size; then of the same kind. The range is the middle half (25% to "
    "75%) of their initiatives per member, times the members of the union. Less than that is “below its potential”, even "
    "where its rate is at the overall mean. The range says what similar unions do, not why.",
)
