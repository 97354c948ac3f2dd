"""Sentences that depend on the status of a programme or a unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class ProseTexts:
    """{Blanks} take formatted numbers."""

    national: str
    by_unit: str
    by_status: str
    published: str
    nation: str
    programme_subject: str
    units_subject: str
    opening: str
    opening_undated: str
    done_uploads: str
    done_valid: str
    done_chosen: str
    standings: Mapping[str, str]
    together: Mapping[str, str]
    sector_part: str
    list_join: str
    list_last: str


VIETNAMESE: Final = ProseTexts(
    national="Tình hình chung",
    by_unit="Kết quả của từng đơn vị",
    by_status="Kết quả theo trạng thái so với chỉ tiêu",
    published="Những điểm các nguồn không khớp nhau",
    nation="cả nước",
    programme_subject="chương trình",
    units_subject="các đơn vị trong phạm vi",
    opening="Tính đến {moment}, {sentence}",
    opening_undated="{sentence}",
    done_uploads="{subject} đã cập nhật {count} sáng kiến",
    done_valid="{subject} có {count} sáng kiến hợp lệ",
    done_chosen="{subject} có {count} sáng kiến trong phạm vi đang lọc",
    standings={
        "exceeded": "{done}, bằng {percent} chỉ tiêu {kind} {target}, vượt {gap} sáng kiến.",
        "met": "{done}, đạt đúng chỉ tiêu {kind} {target}.",
        "about_met": "{done}, bằng {percent} chỉ tiêu {kind} {target}.",
        "on_track": "{done}, bằng {percent} chỉ tiêu {kind} {target}; 7 ngày qua {pace}/ngày, cần {needed}/ngày: đủ nhịp; còn {gap} sáng kiến nữa là đạt.",
        "behind": "{done}, bằng {percent} chỉ tiêu {kind} {target}; 7 ngày qua {pace}/ngày, cần {needed}/ngày: chưa đủ nhịp; còn thiếu {gap} sáng kiến.",
        "too_early": "{done}, bằng {percent} chỉ tiêu {kind} {target}; chưa đủ 7 ngày số liệu để nói về nhịp; còn thiếu {gap} sáng kiến.",
        "missed": "{done}, bằng {percent} chỉ tiêu {kind} {target}; hết thời hạn còn thiếu {gap} sáng kiến.",
        "unpaced": "{done}, bằng {percent} chỉ tiêu {kind} {target}, còn thiếu {gap} sáng kiến.",
        "printed": "{done}, bằng {percent} chỉ tiêu {kind} theo nguồn công bố; chưa có số liệu chỉ tiêu.",
        "no_target": "{done}; chưa có số liệu chỉ tiêu {kind}.",
        "not_comparable": "{done}; không so với chỉ tiêu vì chỉ tiêu không đặt riêng cho phạm vi đang lọc.",
        "not_begun": "{subject} chưa bắt đầu (ngày đầu tiên là {start}); chỉ tiêu {kind} {target}.",
        "not_begun_no_target": "{subject} chưa bắt đầu (ngày đầu tiên là {start}); chưa có số liệu chỉ tiêu {kind}.",
        "not_reported": "{subject} chưa có sáng kiến nào trên hệ thống; chỉ tiêu {kind} {target}.",
        "not_reported_no_target": "{subject} chưa có sáng kiến nào trên hệ thống; chưa có số liệu chỉ tiêu {kind}.",
        "not_reported_scope": "{subject} chưa có sáng kiến nào trong phạm vi đang lọc.",
        "unknown": "{subject}: chưa có số liệu sáng kiến cập nhật; chỉ tiêu {kind} {target}.",
        "unknown_no_target": "{subject}: chưa có số liệu sáng kiến cập nhật và chỉ tiêu {kind}.",
    },
    together={
        "states": "Trong đó {valid} sáng kiến hợp lệ, {review} sáng kiến đang xem xét.",
        "states_of_valid": "Đó là trong {uploads} sáng kiến đã cập nhật, còn {review} đang xem xét.",
        "states_of_period": "Cùng kỳ có {valid} sáng kiến được xét là hợp lệ; ở thời điểm này {review} sáng kiến đang xem xét.",
        "units": "{reported} trên {total} đơn vị đã cập nhật; {silent} đơn vị chưa cập nhật.",
        "units_before": "Chưa đến ngày bắt đầu nên không tính đơn vị nào là chậm.",
        "units_all": "Cả {total} đơn vị đã cập nhật.",
        "week": "Trong 7 ngày gần nhất có thêm {growth}.",
        "needed": "Để đạt chỉ tiêu vào ngày {end}, mỗi ngày cần {count} sáng kiến trong {days} ngày còn lại.",
        "reached_at": "Chỉ tiêu được đạt lúc {moment}.",
        "benefit": "Giá trị làm lợi đã tính được là {money}, của {count} sáng kiến; các sáng kiến khác chưa tính.",
        "benefit_plain": "Giá trị làm lợi là {money}.",
        "benefit_unknown": "Chưa có số liệu giá trị làm lợi.",
        "leaders": "{count} đơn vị dẫn đầu theo {measure} là {list}.",
        "listed": "Trong các đơn vị có số công bố ({measure}, không phải thứ hạng), {count} số lớn nhất là {list}.",
        "leaders_share": "{count} đơn vị này chiếm {percent} của {total}.",
        "sectors": "{label}: {list}.",
        "card": "{label}: {value}.",
        "national_target": "kế hoạch toàn quốc",
        "others": "{count} đơn vị khác có trong bảng “{table}”",
        "all_without_target": "Cả {count} đơn vị chưa có chỉ tiêu riêng để so.",
        "of_status": "{count} đơn vị ở trạng thái “{status}”: {list}.",
    },
    sector_part="{name} {count} ({percent})",
    list_join=", ",
    list_last=" và ",
)


ENGLISH: Final = ProseTexts(
    national="Overall",
    by_unit="Results by union",
    by_status="Results by status against the target",
    published="Where the sources disagree",
    nation="the whole country",
    programme_subject="the programme",
    units_subject="the chosen group of unions",
    opening="As of {moment}, {sentence}",
    opening_undated="{sentence}",
    done_uploads="{subject} uploaded {count} initiatives",
    done_valid="{subject} has {count} valid initiatives",
    done_chosen="{subject} has {count} initiatives within the filters",
    standings={
        "exceeded": "{done}, {percent} of the {kind} target of {target}, {gap} initiatives above it.",
        "met": "{done}, exactly the {kind} target of {target}.",
        "about_met": "{done}, {percent} of the {kind} target of {target}.",
        "on_track": "{done}, {percent} of the {kind} target of {target}; {pace} a day in the last 7 days, {needed} a day needed: on pace; {gap} initiatives to go.",
        "behind": "{done}, {percent} of the {kind} target of {target}; {pace} a day in the last 7 days, {needed} a day needed: below pace; {gap} initiatives to go.",
        "too_early": "{done}, {percent} of the {kind} target of {target}; fewer than 7 days of data, too few to judge the pace; {gap} initiatives to go.",
        "missed": "{done}, {percent} of the {kind} target of {target}; the deadline has passed, {gap} initiatives short.",
        "unpaced": "{done}, {percent} of the {kind} target of {target}; {gap} initiatives to go.",
        "printed": "{done}, {percent} of the {kind} target as published by the source; no data yet on the target itself.",
        "no_target": "{done}; no data yet on the {kind} target.",
        "not_comparable": "{done}; not compared with targets, as none is set for this selection.",
        "not_begun": "{subject} has not begun (the first day is {start}); the {kind} target is {target}.",
        "not_begun_no_target": "{subject} has not begun (the first day is {start}); no data yet on the {kind} target.",
        "not_reported": "{subject} has no initiative in the system yet; the {kind} target is {target}.",
        "not_reported_no_target": "{subject} has no initiative in the system yet; no data yet on the {kind} target.",
        "not_reported_scope": "{subject} has no initiative within the filters.",
        "unknown": "{subject}: no data yet on initiatives uploaded; the {kind} target is {target}.",
        "unknown_no_target": "{subject}: no data yet on initiatives uploaded or the {kind} target.",
    },
    together={
        "states": "Of these {valid} are valid and {review} are under review.",
        "states_of_valid": "They are of {uploads} uploaded, of which {review} are still under review.",
        "states_of_period": "In the same period {valid} were found valid; {review} are under review at this moment.",
        "units": "{reported} of {total} unions have uploaded; {silent} have not.",
        "units_before": "The first day has not come yet: no union is late.",
        "units_all": "All {total} unions have uploaded.",
        "week": "{growth} were added in the last 7 days.",
        "needed": "To meet the target by {end}, {count} initiatives a day are needed in the {days} days left.",
        "reached_at": "The target was met on {moment}.",
        "benefit": "The benefit computed so far is {money}, of {count} initiatives; the others are not computed yet.",
        "benefit_plain": "The benefit is {money}.",
        "benefit_unknown": "No data yet on the benefit value.",
        "leaders": "The {count} leading unions by {measure} are {list}.",
        "listed": "Of the unions with a published figure ({measure}, not a ranking) the {count} largest are {list}.",
        "leaders_share": "These {count} unions make up {percent} of {total}.",
        "sectors": "{label}: {list}.",
        "card": "{label}: {value}.",
        "national_target": "national plan",
        "others": "{count} more unions in the table “{table}”",
        "all_without_target": "None of the {count} unions has a target of its own to compare with.",
        "of_status": "{count} unions with the status “{status}”: {list}.",
    },
    sector_part="{name} {count} ({percent})",
    list_join=", ",
    list_last=" and ",
)
