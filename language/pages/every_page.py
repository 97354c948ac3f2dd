"""Texts of every page: titles, filters, head and foot."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class PageTexts:
    """{Blanks} are filled by the page."""

    product: str
    titles: Mapping[str, str]
    filter_names: Mapping[str, str]
    basis_long: Mapping[str, str]
    basis_of_page: Mapping[str, str]  # of pages that show something else, whichever basis is chosen
    as_of: str
    as_of_latest_published: str
    no_records: str
    since: str
    until: str
    phase: str
    phase_short: str
    whole_short: str
    whole_programme: str
    simulated_banner: str
    paper_sources: Mapping[str, str]  # at the foot of a printed page
    published_only: str
    groups: Mapping[str, str]
    more_filters: str
    language: str
    latest: str
    other_moment: str
    all_of_them: str
    reset: str
    log_in: str
    log_out: str
    roles: Mapping[str, str]
    pick: str
    sort: str
    and_more: str
    part_of_list: str
    part: str
    server_user: str  # who acted at the machine itself, without an account
    since_meeting: str
    since_points: str
    more_rows: str  # under the first rows of a table on a phone
    more_columns: str  # under a table that is wider than its window
    rows_below: str  # under a frame in which rows go on
    more_page: str  # under the first screens of a page there
    own_whole: str  # what everything together is called where a programme that somebody set up does not say
    own_words: tuple[tuple[str, str], ...]  # of such programmes: what stands in the place of what
    own_below: str  # units below the ranked ones, where several words or none are said for them
    below_words: tuple[tuple[str, str], ...]  # the same where those below are no unions
    unit_words: tuple[tuple[str, str], ...]  # and where the ranked ones are none


VIETNAMESE = PageTexts(
    product="Sáng kiến",
    titles={
        "overview": "Tổng quan",
        "targets": "Chỉ tiêu và thực hiện",
        "ranking": "Xếp hạng",
        "sectors": "Lĩnh vực",
        "trend": "Tiến độ",
        "map": "Bản đồ",
        "unit": "Đơn vị",
        "recognition": "Công nhận",
        "grading": "Xếp loại thi đua",
        "readiness": "Sẵn sàng",
        "examples": "Điển hình",
        "value": "Giá trị làm lợi",
        "people": "Con người",
        "compare": "So sánh",
        "explore": "Khai thác",
        "published": "Số liệu công bố",
        "import": "Nhập dữ liệu",
        "stage": "Trình chiếu",
        "reports": "Báo cáo",
        "programmes": "Chương trình",
        "admin": "Quản trị",
    },
    filter_names={
        "programme": "Chương trình",
        "basis": "Nguồn số liệu",
        "as_of": "Tính đến",
        "before": "Từ cuộc họp trước",
        "phase": "Giai đoạn",
        "period": "Khoảng ngày",
        "from": "Từ ngày",
        "to": "Đến ngày",
        "region": "Vùng",
        "unit": "Đơn vị",
        "boundary": "Địa giới",
        "kind": "Loại đơn vị",
        "cluster": "Cụm, khối thi đua (tạm xếp)",
        "sector": "Lĩnh vực",
        "ownership": "Khu vực kinh tế",
        "position": "Chức vụ tác giả",
        "level": "Cấp công nhận",
        "status": "Trạng thái",
        "solution": "Loại giải pháp",
        "target": "Loại chỉ tiêu",
        "measure": "Thước đo xếp hạng",
        "within": "Bên trong",
        "snapshot": "Bản chốt",
        "step": "Theo",
        "show": "Xem",
        "shape": "Kiểu bản đồ",
        "form": "Mẫu báo cáo",
    },
    basis_long={"records": "theo sáng kiến đã ghi trong hệ thống", "published": "theo số liệu đã công bố"},
    basis_of_page={
        "published": "số đã in, đối chiếu với số của hệ thống",
        "readiness": "theo báo cáo của các đơn vị",
    },
    as_of="Tính đến {moment}",
    as_of_latest_published="Số liệu đến lần công bố gần nhất",
    no_records="Chưa có bản ghi nào",
    since="Từ {day}",
    until="Đến {day}",
    phase="Giai đoạn {number}",
    phase_short="GĐ {number}",
    whole_short="Tất cả",
    whole_programme="Toàn chương trình",
    paper_sources={
        "records": "Nguồn: bản ghi sáng kiến trong hệ thống",
        "simulated": "Nguồn: bản ghi mô phỏng, không phải số liệu chính thức",
        "published": "Nguồn: số liệu đã công bố, dẫn ở trang “Số liệu công bố”",
    },
    simulated_banner="DỮ LIỆU MÔ PHỎNG — bản ghi do máy tạo, khớp các mốc đã công bố; không phải số liệu chính thức",
    published_only="Chương trình này không có bản ghi: trang dùng số liệu đã công bố.",
    groups={"analysis": "Phân tích", "work": "Công việc"},
    more_filters="Bộ lọc khác",
    language="Ngôn ngữ",
    latest="Mới nhất",
    other_moment="Thời điểm khác…",
    all_of_them="Tất cả",
    reset="Đặt lại",
    log_in="Đăng nhập",
    log_out="Đăng xuất",
    roles={"viewer": "Người xem", "staff": "Cán bộ nghiệp vụ", "lead": "Phụ trách", "admin": "Quản trị"},
    pick="Bấm một dòng để lọc cả trang; bấm lần nữa để bỏ.",
    sort="Trên màn hình rộng, bấm tên cột để xếp lại.",
    and_more="… và {count} nữa",
    part_of_list="Phần của danh sách",
    part="{first}–{last} trong {total}",
    server_user="quản trị hệ thống",
    since_meeting="Từ cuộc họp trước, {moment}: {added} sáng kiến ({old} → {new})",
    since_points=", tỷ lệ đạt chỉ tiêu {points} điểm phần trăm",
    more_rows="Xem thêm {count} dòng",
    more_columns="→ Bảng còn cột ở bên phải: cuộn ngang để xem đủ.",
    rows_below="↓ Còn {count} dòng: cuộn trong khung để xem đủ.",
    more_page="Xem thêm phần còn lại của trang",
    own_whole="toàn chương trình",
    own_words=(
        (
            "82 đơn vị trực thuộc Tổng Liên đoàn theo danh mục đang dùng (nguồn 08/2022); một nguồn 05/2022 ghi 83.",
            "đơn vị tham gia và được xếp hạng trong chương trình vào ngày đang xem.",
        ),
        ("Tổng Liên đoàn giao cho đơn vị (Hà Nội 60.000)", "cấp trên giao cho đơn vị"),
        ("đơn vị tự đăng ký (Hà Nội 130.000)", "đơn vị tự đăng ký"),
        ("đơn vị trực thuộc Tổng Liên đoàn", "đơn vị tham gia chương trình"),
        ("chỉ tiêu cả nước là kế hoạch toàn quốc", "chỉ tiêu của {whole} là một số"),
        ("chỉ tiêu kế hoạch toàn quốc", "chỉ tiêu chung"),
        ("kế hoạch toàn quốc", "kế hoạch chung"),
        ("cụm và cả nước", "cụm và {whole}"),
        ("cả nước", "{whole}"),
        ("mốc toàn quốc đã công bố", "mốc của {whole} đã công bố"),
        (
            "Cụm, khối tạm xếp theo vùng và loại công đoàn cho đến khi có danh sách chính thức; sửa được bằng tệp “đơn vị” ở trang “Nhập dữ liệu”.",
            "Cụm, khối do chương trình đặt; sửa được ở trang “Chương trình”.",
        ),
        ("; cụm, khối là tạm xếp", ""),
        (" (tạm xếp)", ""),
        ("định hướng 10%", "định hướng"),
        ("10% số đoàn viên, người lao động.", "cấp trên định hướng, thường theo tỷ lệ đoàn viên."),
        (
            "Công đoàn ngành trung ương và tổng công ty: tính vào tổng, không thuộc tỉnh nào.",
            "Đơn vị không ghi tỉnh, thành phố: tính vào tổng, không có trên bản đồ.",
        ),
    ),
    own_below="đơn vị cấp dưới",
    below_words=(("công đoàn cơ sở", "{below}"), ("CĐCS", "đơn vị cấp dưới")),
    unit_words=(("đơn vị công đoàn", "đơn vị"), ("công đoàn trực thuộc", "đơn vị trực thuộc")),
)


ENGLISH = PageTexts(
    product="Initiatives",
    titles={
        "overview": "Overview",
        "targets": "Targets and results",
        "ranking": "Ranking",
        "sectors": "Sectors",
        "trend": "Pace",
        "map": "Map",
        "unit": "Union",
        "recognition": "Recognition",
        "grading": "Emulation grading",
        "readiness": "Readiness",
        "examples": "Examples",
        "value": "Benefit",
        "people": "People",
        "compare": "Comparison",
        "explore": "Explore",
        "published": "Published figures",
        "import": "Import",
        "stage": "Present",
        "reports": "Reports",
        "programmes": "Programmes",
        "admin": "Administration",
    },
    filter_names={
        "programme": "Programme",
        "basis": "Basis",
        "as_of": "As of",
        "before": "Since the last meeting",
        "phase": "Phase",
        "period": "Days",
        "from": "From",
        "to": "To",
        "region": "Region",
        "unit": "Union",
        "boundary": "Boundaries",
        "kind": "Kind of union",
        "cluster": "Emulation cluster (provisional)",
        "sector": "Sector",
        "ownership": "Ownership",
        "position": "Author's position",
        "level": "Recognition level",
        "status": "Status",
        "solution": "Kind of solution",
        "target": "Kind of target",
        "measure": "Ranked by",
        "within": "Within",
        "snapshot": "Frozen figures",
        "step": "By",
        "show": "Show",
        "shape": "Kind of map",
        "form": "Form of the report",
    },
    basis_long={"records": "from the initiatives in the system", "published": "from published figures"},
    basis_of_page={
        "published": "published figures, next to those of the system",
        "readiness": "from what the unions state",
    },
    as_of="As of {moment}",
    as_of_latest_published="As of the newest publication",
    no_records="No records yet",
    since="From {day}",
    until="To {day}",
    phase="Phase {number}",
    phase_short="Ph. {number}",
    whole_short="All",
    whole_programme="Whole programme",
    paper_sources={
        "records": "Source: records of initiatives in the system",
        "simulated": "Source: simulated records, not official figures",
        "published": "Source: published figures, quoted on the page “Published figures”",
    },
    simulated_banner="SIMULATED DATA — records made by computer that match the published milestones; not official figures",
    published_only="This programme has no records: the page uses published figures.",
    groups={"analysis": "Analysis", "work": "Work"},
    more_filters="More filters",
    language="Language",
    latest="Newest",
    other_moment="Another moment…",
    all_of_them="All",
    reset="Reset",
    log_in="Log in",
    log_out="Log out",
    roles={"viewer": "Viewer", "staff": "Staff", "lead": "Lead", "admin": "Administrator"},
    pick="Click a row to filter the page by it; again to undo.",
    sort="On a wide screen, click a heading for another order.",
    and_more="… and {count} more",
    part_of_list="Part of the list",
    part="{first}–{last} of {total}",
    server_user="system administrator",
    since_meeting="Since the last meeting, {moment}: {added} initiatives ({old} → {new})",
    since_points=", share of the target {points} percentage points",
    more_rows="{count} more rows",
    more_columns="→ The table goes on to the right: scroll sideways to see all of it.",
    rows_below="↓ {count} more below: scroll inside the frame.",
    more_page="Show the rest of this page",
    own_whole="the whole programme",
    own_words=(
        (
            "the 82 unions directly under the Confederation in our list (source of 08/2022); one of 05/2022 says 83.",
            "the units that take part and are ranked in the programme on the day looked at.",
        ),
        ("set by the Confederation for a union (Hà Nội 60,000)", "set from above for a unit"),
        ("promised by the union itself (Hà Nội 130,000)", "promised by the unit itself"),
        ("unions directly under the Confederation", "units of the programme"),
        ("the national target is the national plan", "the target of the {whole} is the overall plan"),
        ("the national plan", "the overall plan"),
        ("national plan", "overall plan"),
        ("cluster and nation", "cluster and {whole}"),
        ("whole country", "{whole}"),
        ("the nation", "the {whole}"),
        (
            "Clusters are provisional, by region and kind of union, until the official list is imported (“units” file).",
            "Clusters are the programme's own; change them on the page “Programmes”.",
        ),
        ("; clusters are provisional", ""),
        (" (provisional)", ""),
        ("guided 10%", "guided"),
        ("10% of members and workers.", "guided from above, often a share of the members."),
        (
            "Central industry unions and corporations: part of the total, of no province.",
            "Units without a province: part of the total, not on the map.",
        ),
    ),
    own_below="units below",
    below_words=(("grassroots unions", "{below}"), ("grassroots union", "unit below")),
    unit_words=(("unions", "units"), ("union", "unit")),
)
