"""What the stage says: on its slides, on its buttons, and on the page that prepares it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class StageTexts:
    """{Blanks} are filled with numbers already written in the language."""

    views: Mapping[str, str]
    buttons: Mapping[str, str]
    titles: Mapping[str, str]
    heads: Mapping[str, str]
    place: str
    points_of: str
    climbed: str
    race_at: str
    of_previous: str
    computed: str
    nothing: str
    choose: str
    choose_help: str
    advance: str
    advance_off: str
    advance_seconds: str
    saved: str
    saved_none: str
    save: str
    name: str
    name_missing: str
    name_taken: str
    open: str
    forget: str
    link: str
    keys: str
    not_saved: str
    unknown_list: str


VIETNAMESE = StageTexts(
    views={
        "headline": "Con số chính",
        "targets": "So với chỉ tiêu",
        "ranking": "Mười đơn vị dẫn đầu",
        "race": "Cuộc đua theo thời gian",
        "sectors": "Lĩnh vực",
        "map": "Bản đồ",
        "trend": "Tiến độ",
        "funnel": "Từ cập nhật đến công nhận",
        "value": "Giá trị làm lợi",
        "unit": "Một đơn vị",
        "changed": "Bảy ngày qua",
        "grading": "Xếp loại thi đua",
        "readiness": "Sẵn sàng",
        "examples": "Điển hình",
    },
    buttons={
        "play": "Trình chiếu",
        "previous": "Lùi",
        "next": "Tiến",
        "pause": "Tạm dừng",
        "resume": "Tự chạy",
        "blank": "Tắt hình",
        "theme": "Nền sáng, tối",
        "full": "Toàn màn hình",
        "leave": "Thoát",
        "stop": "Dừng cuộc đua",
        "again": "Chạy lại",
        "offline": "Mất kết nối từ {time}; số trên màn hình là của thời điểm ghi bên trái.",
        "pick": "Chọn đơn vị",
        "everyone": "Mọi đơn vị",
        "overview": "Mọi trang",
        "presenter": "Màn hình người nói",
        "say": "Có thể nói",
        "coming": "Trang sau",
        "last": "Đây là trang cuối.",
        "jump": "Đến trang số",
        "elapsed": "Đã nói",
        "clock": "Bây giờ",
        "no_window": "Trình duyệt không cho mở cửa sổ thứ hai. Hãy cho phép cửa sổ bật lên ở trang này.",
    },
    titles={
        "race": "{moment}: {unit} dẫn đầu với {count}",
        "race_shared": "{moment}: {units} cùng dẫn đầu với {count}",
        "map": "{place} cao nhất: {value}",
        "map_unknown": "Bản đồ: {measure}",
        "trend": "{count} sáng kiến trong 7 ngày gần nhất",
        "trend_unknown": "Số sáng kiến luỹ kế",
        "funnel": "{percent} sáng kiến cập nhật đã được xét là hợp lệ",
        "funnel_unknown": "Từ cập nhật đến công nhận",
        "value": "Giá trị làm lợi đã tính: {money}",
        "value_unknown": "Chưa có số liệu giá trị làm lợi",
        "unit": "{unit}: {count} sáng kiến",
        "changed": "7 ngày qua: thêm {count} sáng kiến",
        "changed_unknown": "7 ngày qua: chưa có số liệu để so",
        "grading": "Xếp loại {period}: {count} đơn vị {name}",
        "grading_unknown": "Xếp loại thi đua",
        "readiness": "Thiếu nhiều nhất: {item} ({count} đơn vị)",
        "readiness_all": "Không đơn vị nào báo còn thiếu",
        "readiness_unknown": "Sẵn sàng: chưa có thông tin",
        "examples": "{count} điển hình, {adopted} lượt đơn vị áp dụng",
        "examples_unknown": "Chưa có điển hình công khai",
    },
    heads={
        "best": "Cao nhất so với chỉ tiêu {kind}",
        "furthest": "Xa chỉ tiêu {kind} nhất",
        "only": "So với chỉ tiêu {kind}",
        "highest": "Cao nhất",
        "lowest": "Thấp nhất",
        "steps": "Từng bước",
        "levels": "Cấp công nhận của sáng kiến hợp lệ",
        "value": "Giá trị làm lợi theo đơn vị",
        "gained": "Thêm nhiều nhất",
        "climbed": "Lên hạng nhiều nhất",
        "classes": "Số đơn vị mỗi loại",
        "points": "Điểm cao nhất",
        "readiness": "Đơn vị đã có",
        "examples": "Số đơn vị đã áp dụng",
        "uploads": "Đã cập nhật",
        "valid": "Hợp lệ",
        "rewarded": "Đã khen thưởng",
    },
    place="Hạng {rank} trên {count}",
    points_of="{count} điểm",
    climbed="{before} lên {now}",
    race_at="Hết ngày {day}",
    of_previous="{percent} bước trước",
    computed="Của {count} sáng kiến đã tính được; sáng kiến khác chưa tính, không phải 0 đồng.",
    nothing="Chưa có số liệu cho phạm vi này",
    choose="Các trang chiếu, theo thứ tự",
    choose_help="Bỏ một trang bằng dấu ×, thêm vào cuối bằng cách chọn.",
    advance="Tự chuyển trang",
    advance_off="Không",
    advance_seconds="{seconds} giây",
    saved="Danh sách đã lưu",
    saved_none="Chưa có danh sách nào. Đặt tên rồi bấm Lưu.",
    save="Lưu",
    name="Tên danh sách",
    name_missing="Hãy đặt tên cho danh sách.",
    name_taken="Đã có danh sách tên này; đổi tên khác, hoặc xoá danh sách cũ.",
    open="Mở {name}",
    forget="Xoá {name}",
    link="Đường dẫn để chia sẻ, mở ra là chiếu ngay:",
    keys="Phím: → hoặc dấu cách sang trang · ← lùi · Home, End · B hoặc . tắt, bật hình · O mọi trang · số rồi Enter: đến trang đó · S màn hình người nói · P tạm dừng · D nền sáng, tối · F toàn màn hình · Esc thoát",
    not_saved="Chưa lưu được danh sách. Mã: {reference}",
    unknown_list="Không có danh sách “{name}”; đang dùng các trang thường chiếu.",
)
ENGLISH = StageTexts(
    views={
        "headline": "The number",
        "targets": "Against targets",
        "ranking": "Ten leaders",
        "race": "The race over time",
        "sectors": "Sectors",
        "map": "Map",
        "trend": "Progress",
        "funnel": "From upload to recognition",
        "value": "Benefit value",
        "unit": "One union",
        "changed": "Last seven days",
        "grading": "Emulation grading",
        "readiness": "Readiness",
        "examples": "Examples",
    },
    buttons={
        "play": "Present",
        "previous": "Back",
        "next": "Next",
        "pause": "Pause",
        "resume": "Auto-advance",
        "blank": "Blank",
        "theme": "Light or dark",
        "full": "Full screen",
        "leave": "Leave",
        "stop": "Stop the race",
        "again": "Run again",
        "offline": "No connection since {time}; the numbers are of the moment named on the left.",
        "pick": "Choose a union",
        "everyone": "Every union",
        "overview": "Every slide",
        "presenter": "Presenter's screen",
        "say": "What can be said",
        "coming": "Next slide",
        "last": "This is the last slide.",
        "jump": "Go to slide number",
        "elapsed": "Speaking for",
        "clock": "Now",
        "no_window": "The browser does not allow a second window. Allow pop-ups for this page.",
    },
    titles={
        "race": "{moment}: {unit} leads with {count}",
        "race_shared": "{moment}: {units} lead with {count}",
        "map": "{place} is highest: {value}",
        "map_unknown": "Map: {measure}",
        "trend": "{count} initiatives in the last 7 days",
        "trend_unknown": "Initiatives, cumulative",
        "funnel": "{percent} of the uploaded initiatives were judged valid",
        "funnel_unknown": "From upload to recognition",
        "value": "Benefit computed so far: {money}",
        "value_unknown": "No data yet on benefit",
        "unit": "{unit}: {count} initiatives",
        "changed": "Last 7 days: {count} more initiatives",
        "changed_unknown": "Last 7 days: nothing to compare yet",
        "grading": "Grading of {period}: {count} unions {name}",
        "grading_unknown": "Emulation grading",
        "readiness": "Missing most: {item} ({count} unions)",
        "readiness_all": "No union says that anything is missing",
        "readiness_unknown": "Readiness: nothing known yet",
        "examples": "{count} examples, taken over {adopted} times",
        "examples_unknown": "No public example yet",
    },
    heads={
        "best": "Highest against the {kind} target",
        "furthest": "Furthest from the {kind} target",
        "only": "Against the {kind} target",
        "highest": "Highest",
        "lowest": "Lowest",
        "steps": "Step by step",
        "levels": "Level of recognition of valid initiatives",
        "value": "Benefit by union",
        "gained": "Added most",
        "climbed": "Climbed most",
        "classes": "Unions in each class",
        "points": "Most points",
        "readiness": "Unions that have it",
        "examples": "Unions that took it over",
        "uploads": "Uploaded",
        "valid": "Valid",
        "rewarded": "Rewarded",
    },
    place="Rank {rank} of {count}",
    points_of="{count} points",
    climbed="{before} to {now}",
    race_at="End of {day}",
    of_previous="{percent} of the step before",
    computed="Of the {count} initiatives computed so far; the others are not computed, not zero.",
    nothing="No data yet for this scope",
    choose="Slides, in order",
    choose_help="Take one out with ×; what you choose is added at the end.",
    advance="Next slide by itself",
    advance_off="No",
    advance_seconds="{seconds} seconds",
    saved="Saved lists",
    saved_none="No list yet. Name one and click Save.",
    save="Save",
    name="Name of the list",
    name_missing="Please name the list.",
    name_taken="There is a list of this name; choose another, or remove the old one.",
    open="Open {name}",
    forget="Remove {name}",
    link="A link to share; it starts presenting at once:",
    keys="Keys: → or space next · ← back · Home, End · B or . blank and back · O every slide · a number and Enter go there · S presenter's screen · P pause · D light or dark · F full screen · Esc leave",
    not_saved="The list could not be saved. Code: {reference}",
    unknown_list="There is no list “{name}”; the usual slides are shown.",
)
