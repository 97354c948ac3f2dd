"""Texts for single initiatives, cross tables, saved views and examples."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ExploreTexts:
    """{Blanks} are filled by the page."""

    shows: Mapping[str, str]
    search: str
    search_hint: str
    order: str
    orders: Mapping[str, str]
    range: str
    range_more: str
    range_many: str
    range_none: str
    count_matches: str
    read_as: str
    nothing_found: str
    looked_at: str
    first: str
    previous: str
    next: str
    last: str
    page: str
    rows_title: str
    rows_note: str
    rows_hint: str
    only_records: str
    to_records: str
    columns: Mapping[str, str]
    answers: Mapping[str, str]
    record: str
    no_record: str
    download: str
    download_note: str
    download_cut: str
    download_working: str
    download_ready: str
    download_save: str
    download_gone: str
    pivot_title: str
    pivot_note: str
    down: str
    across: str
    of: str
    share: str
    dimensions: Mapping[str, str]
    measures: Mapping[str, str]
    shares: Mapping[str, str]
    bands: Mapping[str, str]
    total: str
    subtotal: str
    same_dimension: str
    stock_by_month: str
    save: str
    save_name: str
    save_note: str
    saved: str
    views: str
    no_views: str
    view_gone: str
    link: str
    forget: str
    examples_title: str
    examples_note: str
    no_examples: str
    choose: str
    reason: str
    unchoose: str
    chosen_by: str
    example_gone: str


VIETNAMESE = ExploreTexts(
    shows={"rows": "Bản ghi", "pivot": "Bảng chéo", "examples": "Điển hình"},
    search="Tìm trong tên, tác giả, công đoàn cơ sở",
    search_hint="không cần dấu; sai một hai chữ vẫn tìm được",
    order="Thứ tự",
    orders={
        "newest": "Mới nhất trước",
        "oldest": "Cũ nhất trước",
        "benefit": "Giá trị làm lợi lớn nhất (chỉ đã tính)",
        "title": "Tên A → Z",
        "title-down": "Tên Z → A",
    },
    range="**{first}–{last}** / {total}",
    range_more="**{first}–{last}** / nhiều hơn {last}",
    range_many="**{first}–{last}** / hơn {most}",
    range_none="0 bản ghi",
    count_matches="Đếm",
    read_as="Không có “{typed}”. Đang hiện kết quả của “{read}”.",
    nothing_found="Không bản ghi nào có “{words}” trong phạm vi đang lọc ({count} bản ghi).",
    looked_at="Từ ngắn hơn 3 chữ cái: chỉ tìm trong {count} bản ghi đầu theo thứ tự đang chọn.",
    first="Trang đầu",
    previous="Trang trước",
    next="Trang sau",
    last="Trang cuối",
    page="Trang",
    rows_title="Từng sáng kiến",
    rows_note="Lọc và sắp xếp trên toàn bộ bản ghi, không chỉ trang này.",
    rows_hint="Chọn một dòng để xem đủ.",
    only_records="Số liệu công bố không có từng sáng kiến: chỉ bản ghi mới có.",
    to_records="Xem theo bản ghi",
    columns={
        "code": "Mã",
        "title": "Tên sáng kiến",
        "author": "Tác giả",
        "sex": "Giới tính",
        "position": "Chức vụ",
        "unit": "Đơn vị",
        "upper": "Công đoàn cấp trên",
        "grassroots": "Công đoàn cơ sở",
        "sector": "Lĩnh vực",
        "ownership": "Khu vực",
        "solution": "Loại giải pháp",
        "status": "Trạng thái",
        "level": "Cấp công nhận",
        "status_now": "Trạng thái hôm nay",
        "level_now": "Cấp công nhận hôm nay",
        "applied": "Đã áp dụng",
        "applied_at": "Ngày áp dụng",
        "replicated": "Số nơi nhân rộng",
        "replicated_at": "Ngày nhân rộng",
        "benefit_vnd": "Giá trị làm lợi (đồng)",
        "uploaded_at": "Ngày cập nhật",
        "decided_at": "Ngày quyết định",
        "rewarded_at": "Ngày khen thưởng",
        "batch_id": "Lượt nhập",
    },
    answers={"True": "Có", "False": "Không", "None": "Chưa có số liệu"},
    record="Bản ghi {code}",
    no_record="Không có bản ghi {code} trong chương trình này.",
    download="Tải CSV",
    download_note="Tất cả bản ghi đang lọc và đang tìm, mở được bằng Excel; ô có thể thành công thức được vô hiệu. "
    "Việc tải tên tác giả được ghi vào nhật ký.",
    download_cut="Nhiều nhất {most} dòng khi chạy bằng “streamlit run”; “make run” không giới hạn.",
    download_working="Đang ghi tệp: {count} dòng…",
    download_ready="Tệp đã xong: {rows} dòng, {size} MB. Giữ trong {minutes} phút.",
    download_save="Lưu tệp CSV",
    download_gone="Chưa ghi được tệp: máy chủ không ghi được lên đĩa. Hãy thử lại sau, hoặc lọc hẹp hơn.",
    pivot_title="{measure}: {down} × {across}",
    pivot_note="Tổng của tỷ lệ là tổng chia tổng, không phải trung bình các tỷ lệ. “–”: không có gì để tính.",
    down="Hàng",
    across="Cột",
    of="Số đo",
    share="Hiện",
    dimensions={
        "unit": "Đơn vị",
        "region": "Vùng",
        "kind": "Loại đơn vị",
        "cluster": "Cụm, khối",
        "sector": "Lĩnh vực",
        "ownership": "Khu vực kinh tế",
        "position": "Chức vụ tác giả",
        "level": "Cấp công nhận",
        "band": "Mức làm lợi",
        "month": "Tháng",
    },
    measures={
        "uploads": "Đã cập nhật",
        "valid": "Hợp lệ",
        "invalid": "Không hợp lệ",
        "review": "Đang xem xét",
        "rewarded": "Đã khen thưởng",
        "benefit_vnd": "Giá trị làm lợi",
        "valid_pct": "Tỷ lệ hợp lệ (hợp lệ ÷ cập nhật)",
        "computed_pct": "Tỷ lệ đã tính giá trị",
        "benefit_mean": "Làm lợi bình quân (trên số đã tính)",
    },
    shares={"none": "Số", "row": "% hàng", "column": "% cột", "all": "% tổng"},
    bands={
        "none": "Chưa tính",
        "under-30": "Dưới 30 tỷ",
        "30-100": "30 đến dưới 100 tỷ",
        "100-500": "100 đến dưới 500 tỷ",
        "500-up": "Từ 500 tỷ trở lên",
    },
    total="Tổng",
    subtotal="Cộng {group}",
    same_dimension="Hàng và cột phải là hai chiều khác nhau.",
    stock_by_month="“Đang xem xét” là số tồn tại một thời điểm, không chia theo tháng được.",
    save="Lưu góc nhìn",
    save_name="Tên góc nhìn",
    save_note="Giữ mọi bộ lọc, từ tìm và cách sắp xếp đang có. Cùng tên thì thay cái cũ.",
    saved="Đã lưu “{name}”.",
    views="Góc nhìn đã lưu",
    no_views="Chưa lưu góc nhìn nào.",
    view_gone="Góc nhìn trong liên kết không còn.",
    link="Mở · liên kết: ?view={number}",
    forget="Xóa {name}",
    examples_title="Sáng kiến điển hình",
    examples_note="Do cán bộ chọn, kèm lý do; ai xem được bản ghi đều xem được.",
    no_examples="Chưa có điển hình nào. Mở một bản ghi và chọn “Đưa vào điển hình”.",
    choose="Đưa vào điển hình",
    reason="Vì sao đáng học tập",
    unchoose="Bỏ khỏi điển hình",
    chosen_by="Chọn ngày {day}{who}",
    example_gone="Bản ghi {code} không còn.",
)


ENGLISH = ExploreTexts(
    shows={"rows": "Records", "pivot": "Cross table", "examples": "Examples"},
    search="Search titles, authors, grassroots unions",
    search_hint="no accents needed; a typo or two is forgiven",
    order="Order",
    orders={
        "newest": "Newest first",
        "oldest": "Oldest first",
        "benefit": "Largest benefit (computed only)",
        "title": "Title A → Z",
        "title-down": "Title Z → A",
    },
    range="**{first}–{last}** / {total}",
    range_more="**{first}–{last}** / more than {last}",
    range_many="**{first}–{last}** / more than {most}",
    range_none="0 records",
    count_matches="Count",
    read_as="Nothing has “{typed}”. Showing “{read}” instead.",
    nothing_found="No record has “{words}” within the filters ({count} records).",
    looked_at="Fewer than 3 letters: only the first {count} records in this order were searched.",
    first="First page",
    previous="Previous page",
    next="Next page",
    last="Last page",
    page="Page",
    rows_title="Single initiatives",
    rows_note="Filtered and sorted across all records, not just this page.",
    rows_hint="Select a row to see all of it.",
    only_records="Published figures have no single initiatives: only records do.",
    to_records="Show records",
    columns={
        "code": "Code",
        "title": "Title",
        "author": "Author",
        "sex": "Sex",
        "position": "Position",
        "unit": "Union",
        "upper": "Upper union",
        "grassroots": "Grassroots union",
        "sector": "Sector",
        "ownership": "Ownership",
        "solution": "Kind of solution",
        "status": "Status",
        "level": "Recognition level",
        "status_now": "Status today",
        "level_now": "Recognition level today",
        "applied": "In use",
        "applied_at": "In use since",
        "replicated": "Places of replication",
        "replicated_at": "Replicated since",
        "benefit_vnd": "Benefit (VND)",
        "uploaded_at": "Uploaded",
        "decided_at": "Decided",
        "rewarded_at": "Rewarded",
        "batch_id": "Import",
    },
    answers={"True": "Yes", "False": "No", "None": "No data yet"},
    record="Record {code}",
    no_record="This programme has no record {code}.",
    download="Download CSV",
    download_note="All records that are filtered and searched for; opens in Excel; cells that could become formulas are "
    "neutralised. Downloads with names of authors are logged.",
    download_cut="At most {most} rows under “streamlit run”; “make run” has no limit.",
    download_working="Writing the file: {count} rows…",
    download_ready="The file is ready: {rows} rows, {size} MB. It is kept for {minutes} minutes.",
    download_save="Save the CSV file",
    download_gone="The file could not be written: the server cannot write to its disk. Try later, or narrow the filters.",
    pivot_title="{measure}: {down} × {across}",
    pivot_note="The total of a rate is sum over sum, not the mean of the rates. “–”: nothing to compute.",
    down="Rows",
    across="Columns",
    of="Measure",
    share="Show",
    dimensions={
        "unit": "Union",
        "region": "Region",
        "kind": "Kind of union",
        "cluster": "Cluster",
        "sector": "Sector",
        "ownership": "Ownership",
        "position": "Author's position",
        "level": "Recognition level",
        "band": "Size of benefit",
        "month": "Month",
    },
    measures={
        "uploads": "Uploaded",
        "valid": "Valid",
        "invalid": "Not valid",
        "review": "Under review",
        "rewarded": "Rewarded",
        "benefit_vnd": "Benefit",
        "valid_pct": "Share found valid (valid ÷ uploaded)",
        "computed_pct": "Share with a computed benefit",
        "benefit_mean": "Mean benefit (of those computed)",
    },
    shares={"none": "Numbers", "row": "% of row", "column": "% of column", "all": "% of total"},
    bands={
        "none": "Not computed",
        "under-30": "Under VND 30 billion",
        "30-100": "VND 30 to under 100 billion",
        "100-500": "VND 100 to under 500 billion",
        "500-up": "VND 500 billion or more",
    },
    total="Total",
    subtotal="Total, {group}",
    same_dimension="Rows and columns must be two different dimensions.",
    stock_by_month="“Under review” is a stock at one moment; it cannot be split by month.",
    save="Save view",
    save_name="Name of the view",
    save_note="Keeps all filters, words and order. The same name replaces the former view.",
    saved="Saved “{name}”.",
    views="Saved views",
    no_views="No view saved yet.",
    view_gone="The view of this link is gone.",
    link="Open · link: ?view={number}",
    forget="Delete {name}",
    examples_title="Exemplary initiatives",
    examples_note="Chosen by staff, with the reason; whoever may see records sees them.",
    no_examples="No example yet. Open a record and choose “Make it an example”.",
    choose="Make it an example",
    reason="Why others should learn from it",
    unchoose="No longer an example",
    chosen_by="Chosen on {day}{who}",
    example_gone="Record {code} is gone.",
)
