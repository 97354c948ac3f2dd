"""Texts of the unit page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class UnitTexts:
    """{Blanks} are filled by the page."""

    choose: str
    several: str
    previous: str
    following: str
    level_with: str
    rank: str
    rank_note: str
    rank_of_all: str
    no_rank: str
    rank_printed: str
    rank_in_title: str
    place_sentence: str
    place_sentence_alone: str
    behind_by: str
    ahead_by: str
    needed_a_day: str
    upper_title: str
    upper_sentence: str
    members: str
    members_note: str
    unknown_members: str
    targets_title: str
    targets_note: str
    no_targets: str
    progress_title: str
    recognition_title: str
    recognition_note: str
    states: Mapping[str, str]
    successor: str
    successor_code: str
    successor_merged: str
    parts_title: str
    parts_note: str
    parts_printed: str
    peers_title: str
    peers_note: str
    peers: Mapping[str, str]
    below_title: str
    below_note: str
    below_busiest: str
    below_unknown: str
    newest_title: str
    newest_note: str
    no_newest: str
    only_records: str
    columns: Mapping[str, str]


VIETNAMESE = UnitTexts(
    choose="Đơn vị trên trang này",
    several="Đang chọn {count} đơn vị; trang này nói về **{unit}**.",
    previous="Hạng trên: {unit}",
    following="Hạng dưới: {unit}",
    level_with="Cùng hạng: {unit}",
    rank="Xếp hạng",
    rank_note="theo {measure}; hạng {rank} trong cụm, khối",
    rank_of_all="theo {measure}",
    no_rank="Chưa xếp hạng",
    rank_printed="nguồn in, tính đến {moment}",
    rank_in_title="hạng {rank}",
    place_sentence="Xếp hạng {rank} theo {measure}, hạng {cluster} trong cụm, khối.",
    place_sentence_alone="Xếp hạng {rank} theo {measure}.",
    behind_by="hơn đơn vị này {value}",
    ahead_by="kém đơn vị này {value}",
    needed_a_day="Cần mỗi ngày",
    upper_title="Đơn vị trực thuộc {unit}",
    upper_sentence="Các đơn vị trực thuộc: {list}.",
    members="Đoàn viên",
    members_note="tính đến {day}",
    unknown_members="chưa có số liệu đoàn viên",
    targets_title="Ba loại chỉ tiêu",
    targets_note="Giao, đăng ký và định hướng là ba việc khác nhau; mỗi dòng so với số đếm trong đúng kỳ của nó; kỳ chưa bắt đầu hay chưa báo cáo ghi “–”.",
    no_targets="Chưa có số liệu chỉ tiêu của đơn vị này.",
    progress_title="Lũy kế của đơn vị",
    recognition_title="Xét duyệt và công nhận",
    recognition_note="Hợp lệ, không hợp lệ và đang xem xét cộng lại bằng đã cập nhật; cấp công nhận đếm sáng kiến hợp lệ.",
    states={
        "uploads": "Đã cập nhật",
        "valid": "Hợp lệ",
        "invalid": "Không hợp lệ",
        "review": "Đang xem xét",
        "rewarded": "Đã khen thưởng",
    },
    successor="Từ 01/07/2025: {name}, {code}, không sáp nhập.",
    successor_code="mã {new} (trước là {old}; số đầu: danh sách 34 hay 63 tỉnh, thành)",
    successor_merged="Từ 01/07/2025: {name}, {code}, sáp nhập cùng {others}.",
    parts_title="Gồm {count} đơn vị của danh sách 63",
    parts_note="Tỉnh, thành phố từ 01/07/2025; số của tỉnh là tổng các phần.",
    parts_printed="Tỉnh, thành phố từ 01/07/2025. Nguồn in số của từng đơn vị cũ; không nguồn nào in số chung, nên không cộng các phần.",
    peers_title="So với cụm và mọi đơn vị",
    peers_note="Cùng bộ lọc, cùng cách tính: đạt là của các đơn vị có chỉ tiêu, trên tổng chỉ tiêu của chính họ, không phải trên kế hoạch toàn quốc ở trang Tổng quan; cụm, khối là tạm xếp.",
    peers={"unit": "Đơn vị", "cluster": "Cụm, khối", "nation": "Mọi đơn vị cộng lại"},
    below_title="Công đoàn cơ sở tham gia: {count}{all}",
    below_note="Có ít nhất một sáng kiến trong phạm vi đang chọn; mẫu số là các công đoàn cơ sở có trong danh mục.",
    below_busiest="Bảng: {shown} công đoàn cơ sở nhiều sáng kiến nhất trong {count} đã tham gia.",
    below_unknown=" (tổng số: chưa có số liệu)",
    newest_title="Sáng kiến mới cập nhật",
    newest_note="{count} bản ghi mới nhất trong phạm vi đang chọn.",
    no_newest="Chưa có sáng kiến nào trong phạm vi này.",
    only_records="Xét duyệt, công đoàn cơ sở và từng sáng kiến chỉ có trong bản ghi; số công bố không có.",
    columns={
        "phase": "Kỳ",
        "kind": "Loại chỉ tiêu",
        "target": "Chỉ tiêu",
        "uploads": "Thực hiện",
        "reached": "Đạt",
        "gap": "Hơn, kém",
        "state": "Trạng thái",
        "count": "Sáng kiến",
        "share": "Tỷ trọng",
        "level": "Cấp công nhận",
        "who": "So với",
        "units": "Số đơn vị",
        "per_unit": "Bình quân/đơn vị",
        "valid": "Hợp lệ",
        "computed": "Đã tính giá trị",
        "per100": "Trên 100 đoàn viên",
        "below": "Công đoàn cơ sở",
        "code": "Mã",
        "title": "Tên sáng kiến",
        "author": "Tác giả",
        "sector": "Lĩnh vực",
        "day": "Cập nhật",
        "benefit": "Giá trị làm lợi",
    },
)

ENGLISH = UnitTexts(
    choose="Union on this page",
    several="{count} unions are chosen; this page is about **{unit}**.",
    previous="One rank up: {unit}",
    following="One rank down: {unit}",
    level_with="Same rank: {unit}",
    rank="Rank",
    rank_note="by {measure}; rank {rank} in its cluster",
    rank_of_all="by {measure}",
    no_rank="Not ranked",
    rank_printed="as published, {moment}",
    rank_in_title="rank {rank}",
    place_sentence="Rank {rank} by {measure}, rank {cluster} in its cluster.",
    place_sentence_alone="Rank {rank} by {measure}.",
    behind_by="{value} ahead of this union",
    ahead_by="{value} behind this union",
    needed_a_day="Needed per day",
    upper_title="Directly below {unit}",
    upper_sentence="Directly below it: {list}.",
    members="Members",
    members_note="as of {day}",
    unknown_members="no membership figure",
    targets_title="Three kinds of targets",
    targets_note="Assigned, registered and guided are three different things; each row compares with the count of its own period; “–” where it has not begun or nothing was reported.",
    no_targets="No target of this union is known.",
    progress_title="Cumulative count of the union",
    recognition_title="Review and recognition",
    recognition_note="Valid, not valid and under review add up to uploaded; levels count valid initiatives.",
    states={
        "uploads": "Uploaded",
        "valid": "Valid",
        "invalid": "Not valid",
        "review": "Under review",
        "rewarded": "Rewarded",
    },
    successor="Since 1 Jul 2025: {name}, {code}, not merged.",
    successor_code="code {new} (formerly {old}; first comes the list: of 34 or of 63 provinces)",
    successor_merged="Since 1 Jul 2025: {name}, {code}, merged with {others}.",
    parts_title="Made up of {count} unions of the list of 63",
    parts_note="A province since 1 Jul 2025; its numbers are the sums of its parts.",
    parts_printed="A province since 1 Jul 2025. Sources publish figures for the former unions, none for the whole, so the parts are not added up.",
    peers_title="Against cluster and all unions",
    peers_note="Same filters, same formulas: “reached” is the share of the sum of the unions' own targets, by those who have one, not of the national plan that the overview shows; clusters are provisional.",
    peers={"unit": "Union", "cluster": "Cluster", "nation": "All unions together"},
    below_title="Grassroots unions taking part: {count}{all}",
    below_note="With at least one initiative in the chosen scope, out of the grassroots unions in the catalogue.",
    below_busiest="The table lists the {shown} with the most initiatives out of {count} taking part.",
    below_unknown=" (of how many: no figure)",
    newest_title="Newest initiatives",
    newest_note="The {count} newest records in the chosen scope.",
    no_newest="No initiative in this scope yet.",
    only_records="Review, grassroots unions and single initiatives are in records only; nothing was published.",
    columns={
        "phase": "Period",
        "kind": "Kind of target",
        "target": "Target",
        "uploads": "Actual",
        "reached": "Reached",
        "gap": "Gap",
        "state": "Status",
        "count": "Initiatives",
        "share": "Share",
        "level": "Recognition level",
        "who": "Compared with",
        "units": "Unions",
        "per_unit": "Mean per union",
        "valid": "Valid",
        "computed": "Benefit computed",
        "per100": "Per 100 members",
        "below": "Grassroots union",
        "code": "Code",
        "title": "Title",
        "author": "Author",
        "sector": "Sector",
        "day": "Uploaded",
        "benefit": "Benefit",
    },
)
