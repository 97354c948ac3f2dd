"""Texts of the comparison page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class CompareTexts:
    """{Blanks} are filled by the page or its charts."""

    what: str
    kinds: Mapping[str, str]
    choose_units: str
    choose_other: str
    picked: Mapping[str, str]
    measures: Mapping[str, str]
    printed_measures: Mapping[str, str]  # those that published figures count otherwise
    measure: str
    difference: str
    points: str
    table_titles: Mapping[str, str]
    table_note: str
    table_note_several: str
    table_note_alone: str
    programmes_note: str
    courses_title: str
    courses_note: str
    no_courses: str
    since_start: str
    day: str
    changed_title: str
    changed: str
    changed_moved: str
    growth_title: str
    growth_note: str
    no_growth: str
    added: str
    now: str
    times: str
    rank: str
    span: str
    met_title: str
    met: str
    nobody_met: str
    started_title: str
    started: str
    nobody_started: str
    moves_title: str
    moves_note: str
    only_records: str


VIETNAMESE = CompareTexts(
    what="So sánh",
    kinds={"units": "Các đơn vị", "moments": "Hai thời điểm", "programmes": "Hai chương trình"},
    choose_units="Từ hai đến sáu đơn vị",
    choose_other="Với chương trình",
    picked={
        "units": "Chưa chọn đủ hai đơn vị: trang lấy thêm các đơn vị đang dẫn đầu.",
        "moments": "Chưa chọn thời điểm trước: trang so với bảy ngày trước đó.",
        "programmes": "Chưa chọn chương trình thứ hai: trang lấy chương trình kế tiếp trong danh sách.",
    },
    measures={
        "uploads": "Sáng kiến cập nhật",
        "target": "Chỉ tiêu",
        "reached_pct": "Đạt chỉ tiêu",
        "gap": "Hơn, kém chỉ tiêu",
        "last_7_days": "Trong 7 ngày cuối",
        "needed_per_day": "Cần mỗi ngày",
        "share_of_nation": "Tỷ trọng toàn chương trình",
        "units_reported": "Đơn vị đã cập nhật",
        "valid": "Hợp lệ",
        "valid_pct": "Tỷ lệ hợp lệ",
        "under_review": "Đang xem xét",
        "benefit_vnd": "Giá trị làm lợi",
        "computed_pct": "Đã tính giá trị",
        "worker_pct": "Của người lao động trực tiếp",
        "private_pct": "Ngoài nhà nước và FDI",
        "per100": "Trên 100 đoàn viên",
    },
    printed_measures={"units_reported": "Đơn vị có số công bố"},
    measure="Thước đo",
    difference="Chênh lệch",
    points=" điểm phần trăm",
    table_titles={
        "units": "Cùng thước đo, từng đơn vị",
        "moments": "Cùng thước đo, hai thời điểm",
        "programmes": "Cùng thước đo, hai chương trình",
    },
    table_note="“–” là chưa có số liệu. Chênh lệch: cột sau trừ cột trước.",
    table_note_several="“–” là chưa có số liệu. Trong ngoặc: gấp mấy lần {first}, chỉ giữa các số đếm của cùng một ngày.",
    table_note_alone="“–” là chưa có số liệu. Trước đó không có mốc nào để so.",
    programmes_note="Mỗi chương trình tính trong thời gian của mình; “–” là chưa có số liệu.",
    courses_title="Lũy kế",
    courses_note="Tên đứng ở cuối đường.",
    no_courses="Chưa đủ số theo ngày để vẽ lũy kế.",
    since_start="Ngày kể từ khi chương trình bắt đầu",
    day="ngày {number}",
    changed_title="Từ {before} đến {after}",
    changed="**{added}** ({before} → {after}{factor}); **{growing}** đơn vị có thêm sáng kiến.",
    changed_moved="**{up}** đơn vị lên hạng, **{down}** xuống hạng.",
    growth_title="Ai thêm nhiều nhất",
    growth_note="Số thêm giữa hai thời điểm, số sau gấp mấy lần số trước, và hạng thay đổi.",
    no_growth="Không có gì thêm giữa hai thời điểm này.",
    added="Thêm",
    now="Nay",
    times="Gấp",
    rank="Hạng",
    span="{before} → {after}",
    met_title="Vừa đạt chỉ tiêu",
    met="{unit}: {before} → {after}",
    nobody_met="Không đơn vị nào vượt mốc 100% chỉ tiêu giữa hai thời điểm này.",
    started_title="Lần đầu có sáng kiến",
    started="{unit}: {after}",
    nobody_started="Không đơn vị nào mới bắt đầu.",
    moves_title="Mọi thay đổi",
    moves_note="Xếp theo số thêm.",
    only_records="Thay đổi theo đơn vị chỉ tính được từ bản ghi; số công bố chỉ có từng mốc.",
)

ENGLISH = CompareTexts(
    what="Compare",
    kinds={"units": "Unions", "moments": "Two moments", "programmes": "Two programmes"},
    choose_units="Two to six unions",
    choose_other="With the programme",
    picked={
        "units": "Fewer than two unions are chosen: the page adds the leading ones.",
        "moments": "No earlier moment is chosen: the page looks seven days back.",
        "programmes": "No second programme is chosen: the page takes the next one in the list.",
    },
    measures={
        "uploads": "Initiatives uploaded",
        "target": "Target",
        "reached_pct": "Reached",
        "gap": "Above or below target",
        "last_7_days": "In the last 7 days",
        "needed_per_day": "Needed per day",
        "share_of_nation": "Share of the programme",
        "units_reported": "Unions with uploads",
        "valid": "Valid",
        "valid_pct": "Share found valid",
        "under_review": "Under review",
        "benefit_vnd": "Benefit",
        "computed_pct": "Benefit computed",
        "worker_pct": "By direct workers",
        "private_pct": "Non-state and FDI",
        "per100": "Per 100 members",
    },
    printed_measures={"units_reported": "Unions with a published figure"},
    measure="Measure",
    difference="Difference",
    points=" percentage points",
    table_titles={
        "units": "The same measures, union by union",
        "moments": "The same measures, two moments",
        "programmes": "The same measures, two programmes",
    },
    table_note="“–” means no data. Difference: the later column minus the earlier one.",
    table_note_several="“–” means no data. In brackets: as a multiple of {first}, only for counts of the same day.",
    table_note_alone="“–” means no data. There is no earlier moment to compare with.",
    programmes_note="Each programme over its own time; “–” means no data.",
    courses_title="Cumulative",
    courses_note="Names stand at the end of their lines.",
    no_courses="Too few daily figures to draw a curve.",
    since_start="Days since the programme began",
    day="day {number}",
    changed_title="From {before} to {after}",
    changed="**{added}** ({before} → {after}{factor}); **{growing}** unions added initiatives.",
    changed_moved="**{up}** unions rose, **{down}** fell.",
    growth_title="Who added the most",
    growth_note="What was added between the two moments, how many times the earlier count the later one is, and the change of rank.",
    no_growth="Nothing was added between these moments.",
    added="Added",
    now="Now",
    times="Multiple",
    rank="Rank",
    span="{before} → {after}",
    met_title="Newly met their target",
    met="{unit}: {before} → {after}",
    nobody_met="No union passed 100% of its target between these moments.",
    started_title="First initiatives",
    started="{unit}: {after}",
    nobody_started="No union has just begun.",
    moves_title="All changes",
    moves_note="Ordered by what was added.",
    only_records="Changes by union can be computed from records only; sources publish single moments only.",
)
