"""The set-up workbook: its sheets and columns, in Vietnamese and English."""

from typing import Final

from data_access.programmes.fields import YES_NO, Field, Sheet

DATA_KINDS: Final = {"chính thức": "official", "mô phỏng": "simulated", "chỉ số công bố": "published only"}
TARGET_KINDS: Final = {"đăng ký": "registered", "giao": "assigned", "định hướng": "guided"}
BOUNDARIES: Final = {"63": "63", "34": "34", "không": "none"}

PROGRAMME: Final = Sheet(
    "programme",
    "Chương trình",
    "Programme",
    (
        Field("code", "Mã", "Code", required=True, example="sang-kien-2026"),
        Field("name_vi", "Tên", "Name", required=True, example="Phong trào sáng kiến 2026"),
        Field("name_en", "Tên tiếng Anh", "English name", example="Initiatives 2026"),
        Field("short_name", "Tên ngắn", "Short name", example="Sáng kiến 2026"),
        Field("organisation", "Tổ chức", "Organisation", example="Công đoàn Công ty Mẫu"),
        Field("organisation_above", "Tổ chức cấp trên", "Organisation above", example="Liên đoàn Lao động tỉnh Mẫu"),
        Field("place", "Nơi ký", "Place of signing", example="Hà Nội"),
        Field("whole_vi", "Gọi toàn bộ là", "The whole is called", example="toàn công ty"),
        Field("whole_en", "Gọi toàn bộ là (tiếng Anh)", "The whole in English", example="the whole company"),
        Field("start", "Bắt đầu", "Start", "day", required=True, example="01/01/2026"),
        Field("end", "Kết thúc", "End", "day", required=True, example="31/12/2026"),
        Field("data_kind", "Loại số liệu", "Kind of data", example="chính thức", choices=tuple(DATA_KINDS)),
        Field("national_target", "Chỉ tiêu chung", "Target", "whole", example="1000"),
        Field("national_target_source", "Nguồn chỉ tiêu", "Source of the target", example="Kế hoạch số …"),
        Field("boundary", "Địa giới", "Boundary", example="không", choices=tuple(BOUNDARIES)),
        Field("benefit_limits", "Ngưỡng giá trị (tỷ đồng)", "Benefit limits", example="0,05; 0,5; 5"),
        Field("alike_units", "Đơn vị giống ít nhất", "Like units at least", "whole"),
        Field("alike_times", "Cỡ tương tự (lần)", "Like size (times)", "whole"),
        Field("reward_days", "Khen thưởng trong (ngày)", "Reward within (days)", "whole"),
        Field("is_default", "Mặc định", "Default", "yes", example="Không", choices=YES_NO),
    ),
)
PHASES: Final = Sheet(
    "phase",
    "Giai đoạn",
    "Phases",
    (
        Field("number", "Số", "Number", "whole", required=True, example="1"),
        Field("name_vi", "Tên", "Name", required=True, example="Quý I"),
        Field("name_en", "Tên tiếng Anh", "English name", example="First quarter"),
        Field("start", "Bắt đầu", "Start", "day", required=True, example="01/01/2026"),
        Field("end", "Kết thúc", "End", "day", required=True, example="31/03/2026"),
        Field("national_target", "Chỉ tiêu", "Target", "whole", example="250"),
        Field("parent", "Thuộc giai đoạn", "Part of phase", "whole"),
    ),
)
UNITS: Final = Sheet(
    "unit",
    "Đơn vị",
    "Units",
    (
        Field("code", "Mã", "Code", required=True, example="PX01"),
        Field("name", "Tên", "Name", required=True, example="Phân xưởng 1"),
        Field("short_name", "Tên gọn", "Short name", example="PX 1"),
        Field("name_en", "Tên tiếng Anh", "English name", example="Workshop 1"),
        Field("kind_name", "Loại", "Kind", example="phân xưởng"),
        Field("parent", "Cấp trên", "Unit above"),
        Field("ranked", "Xếp hạng", "Ranked", "yes", example="Có", choices=YES_NO),
        Field("province", "Tỉnh", "Province"),
        Field("cluster", "Cụm/khối thi đua", "Cluster", example="Khối 1"),
        Field("members", "Đoàn viên", "Members", "whole", example="120"),
        Field("members_as_of", "Tính đến", "As of", "day", example="01/01/2026"),
        Field("start", "Từ ngày", "From", "day"),
        Field("end", "Đến ngày", "To", "day"),
        Field("successor", "Đơn vị kế tục", "Successor"),
        Field("aliases", "Tên khác", "Other names", example="Xưởng 1; PX1", most=4000),
    ),
    most=5_000,
    too_many="too_many_units",
)
SECTORS: Final = Sheet(
    "sector",
    "Lĩnh vực",
    "Sectors",
    (
        Field("code", "Mã", "Code", required=True, example="an-toan"),
        Field("name_vi", "Tên", "Name", required=True, example="An toàn"),
        Field("name_en", "Tên tiếng Anh", "English name", example="Safety"),
        Field("aliases", "Tên khác", "Other names", most=4000),
    ),
)
TARGETS: Final = Sheet(
    "target",
    "Chỉ tiêu",
    "Targets",
    (
        Field("unit", "Đơn vị", "Unit", required=True, example="PX01"),
        Field("value", "Chỉ tiêu", "Target", example="40"),
        Field("kind", "Loại chỉ tiêu", "Kind of target", example="đăng ký", choices=tuple(TARGET_KINDS)),
        Field("phase", "Giai đoạn", "Phase"),
        Field("as_of", "Tính đến", "As of", "day"),
        Field("source", "Nguồn", "Source", example="Kế hoạch số …"),
    ),
    most=100_000,  # of 5,000 units with a year of months, and more than one kind of some
)
EVENTS: Final = Sheet(
    "event",
    "Sự kiện",
    "Events",
    (
        Field("day", "Ngày", "Day", "day", required=True, example="01/01/2026"),
        Field("name", "Tên", "Name", required=True, example="Phát động", most=120),
        Field("name_en", "Tên tiếng Anh", "English name", example="Launch", most=120),
    ),
)
MEASURES: Final = {  # together short enough for a list of Excel's: 255 letters
    "tiến độ": "pace",
    "tiến độ lao động trực tiếp": "direct_pace",
    "tiến độ ngoài Nhà nước": "nonstate_pace",
    "đạt chỉ tiêu": "reached",
    "cập nhật": "uploads",
    "hợp lệ": "valid",
    "trên 100 đoàn viên": "per100",
    "đã tính giá trị": "computed",
    "tỷ lệ hợp lệ": "valid_share",
    "tỷ lệ không hợp lệ": "invalid_share",
    "tỷ lệ lao động trực tiếp": "direct_share",
    "tỷ lệ ngoài Nhà nước": "nonstate_share",
    "tỷ lệ đã tính giá trị": "computed_share",
    "tăng trưởng": "growth",
    "số ngày xét": "judge_days",
}
SCALES: Final = {"đều": "linear", "bậc": "steps"}
CRITERIA: Final = Sheet(
    "grading_criterion",
    "Tiêu chí xếp loại",
    "Grading criteria",
    (
        Field("measure", "Thước đo", "Measure", required=True, example="hợp lệ", choices=tuple(MEASURES)),
        Field("name_vi", "Tên", "Name", required=True, example="Số sáng kiến hợp lệ"),
        Field("name_en", "Tên tiếng Anh", "English name", example="Valid initiatives"),
        Field("weight", "Điểm tối đa", "Points at most", required=True, example="40"),
        Field("scale", "Cách tính", "Scale", required=True, example="đều", choices=tuple(SCALES)),
        Field("zero_at", "Từ", "From", example="0"),
        Field("full_at", "Đủ điểm ở", "All points at", example="100"),
        Field("steps", "Bậc", "Steps", example="50: 80; 90: 100"),
        Field("bonus", "Điểm thưởng", "Bonus", "yes", example="Không", choices=YES_NO),
    ),
)
CLASSES: Final = Sheet(
    "grading_class",
    "Loại thi đua",
    "Grading classes",
    (
        Field("code", "Mã", "Code", required=True, example="xuat-sac"),
        Field("name_vi", "Tên", "Name", required=True, example="Xuất sắc"),
        Field("name_en", "Tên tiếng Anh", "English name", example="Excellent"),
        Field("at_least", "Từ điểm", "From points", required=True, example="85"),
        Field("quota_pct", "Nhiều nhất % của cụm", "At most % of a cluster", example="20"),
    ),
)
ITEM_KINDS: Final = {"có/không": "yes", "số lượng": "count"}
ITEMS: Final = Sheet(
    "readiness_item",
    "Mục sẵn sàng",
    "Readiness items",
    (
        Field("code", "Mã", "Code", required=True, example="ke-hoach"),
        Field("name_vi", "Tên", "Name", required=True, example="Kế hoạch đã xây dựng"),
        Field("name_en", "Tên tiếng Anh", "English name", example="Plan made"),
        Field("kind", "Loại", "Kind", example="có/không", choices=tuple(ITEM_KINDS)),
    ),
)
SHEETS: Final = (PROGRAMME, PHASES, UNITS, SECTORS, TARGETS, EVENTS, CRITERIA, CLASSES, ITEMS)
# A file of its own, which needs no sheet of the programme: who has what, long or with one column an item.
FACTS: Final = Sheet(
    "readiness_fact",
    "Sẵn sàng",
    "Readiness",
    (
        Field("unit", "Đơn vị", "Unit", required=True, example="PX01"),
        Field("name", "Tên đơn vị", "Unit name"),  # for people: the unit is found by the column before
        Field("item", "Mục", "Item", example="Kế hoạch đã xây dựng"),
        Field("value", "Kết quả", "Result", example="Có"),
        Field("day", "Ngày", "Day", "day", required=True, example="20/04/2026"),
        Field("source", "Nguồn", "Source", example="Báo cáo số …"),
        Field("note", "Ghi chú", "Note", is_prose=True),
    ),
)
# Another one: initiatives that are held up as examples, one a row.
EXAMPLES: Final = Sheet(
    "example",
    "Điển hình",
    "Examples",
    (
        Field("code", "Mã sáng kiến", "Code", required=True, example="SK-0001"),
        Field("reason", "Vì sao được chọn", "Why it was chosen", required=True, example="Dễ làm theo", is_prose=True),
        Field("story", "Nội dung", "What was done", most=4000, is_prose=True),
        Field("contact", "Hỏi thêm", "Whom to ask", example="Phòng kỹ thuật", is_prose=True),
        Field("day", "Giới thiệu từ ngày", "Added on", "day", required=True, example="20/04/2026"),
        Field("public", "Công khai", "Public", "yes", example="Không", choices=YES_NO),
        Field("named", "Tác giả đồng ý nêu tên", "Author agreed to be named", "yes", example="Không", choices=YES_NO),
    ),
)
