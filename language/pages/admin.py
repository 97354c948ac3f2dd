"""Texts of the administration page: accounts, audit log, settings."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class AdminTexts:
    """`unfit` has the reasons of UnfitAccount, `unreadable` those of UnreadableList, by code."""

    may_not: str
    tabs: tuple[str, str, str]
    accounts_note: str
    heads: Mapping[str, str]
    none: str
    new: str
    which: str
    email: str
    name: str
    role: str
    roles_help: str
    units: str
    units_all: str
    save: str
    saved: str
    block: str
    unblock: str
    blocked: str
    unblocked: str
    list_title: str
    list_note: str
    list_file: str
    list_add: str
    list_added: str
    problem: str
    unfit: Mapping[str, str]
    unreadable: Mapping[str, str]
    since: str
    until: str
    who: str
    actions: str
    audit_heads: tuple[str, str, str, str]
    audit_note: str
    audit_none: str
    audit_csv: str
    action_names: Mapping[str, str]
    part_names: Mapping[str, str]
    reasons: Mapping[str, str]
    settings_note: str
    settings: Mapping[str, str]


VIETNAMESE = AdminTexts(
    may_not="Trang này dành cho tài khoản quản trị.",
    tabs=("Tài khoản", "Nhật ký", "Cài đặt"),
    accounts_note="Đổi vai trò, đổi đơn vị hay khóa sẽ kết thúc mọi phiên của tài khoản trong vài giây.",
    heads={"email": "Địa chỉ", "name": "Họ tên", "role": "Vai trò", "units": "Đơn vị", "blocked": "Bị khóa từ", "seen": "Lần cuối"},
    none="Chưa có tài khoản nào.",
    new="Tài khoản mới",
    which="Sửa tài khoản nào",
    email="Địa chỉ e-mail",
    name="Họ tên",
    role="Vai trò",
    roles_help="Người xem: số tổng hợp. Cán bộ nghiệp vụ: thêm từng sáng kiến có tác giả, nhập và lấy tệp của đơn vị mình. Phụ trách: thêm chốt số liệu, duyệt, mốc thời gian, điển hình. Quản trị: thêm tài khoản, chương trình, nhật ký.",
    units="Đơn vị",
    units_all="Để trống: mọi đơn vị",
    save="Lưu",
    saved="Đã lưu {email}.",
    block="Khóa tài khoản này",
    unblock="Mở lại tài khoản này",
    blocked="Đã khóa {email}.",
    unblocked="Đã mở lại {email}.",
    list_title="Thêm từ một danh sách",
    list_note="CSV hoặc Excel có cột: Email, Vai trò, Đơn vị (mã, cách nhau bằng dấu cách; trống là mọi đơn vị), Họ tên.",
    list_file="Tệp danh sách",
    list_add="Thêm {count} tài khoản",
    list_added="Đã thêm {count} tài khoản.",
    problem="Không thêm được vì",
    unfit={
        "not_an_address": "{value} không phải địa chỉ e-mail.",
        "unknown_role": "Không có vai trò “{value}”.",
        "unknown_unit": "Không có đơn vị mã “{value}”.",
        "there_already": "{value} đã có tài khoản.",
        "no_account": "{value} không có tài khoản.",
        "last_admin": "{value} là tài khoản cuối cùng có toàn quyền. Hãy thêm tài khoản khác trước.",
        "twice": "{value} có hai lần trong danh sách.",
    },
    unreadable={
        "empty": "Tệp trống.",
        "no_heading": "Dòng đầu phải có cột Email và cột Vai trò.",
        "too_many": "Mỗi lần thêm tối đa 2.000 tài khoản.",
        "encoding": "Không đọc được tệp này: hãy lưu lại thành CSV UTF-8 hoặc Excel.",
    },
    since="Từ ngày",
    until="Đến hết ngày",
    who="Ai",
    actions="Việc",
    audit_heads=("Lúc", "Ai", "Việc", "Chi tiết"),
    audit_note="{count} việc trong phạm vi đã chọn, mới nhất trước; tệp CSV có đủ.",
    audit_none="Không có việc nào trong phạm vi đã chọn.",
    audit_csv="Tải nhật ký (CSV)",
    action_names={
        "login": "Đăng nhập", "login_denied": "Bị từ chối đăng nhập", "logout": "Đăng xuất",
        "account_added": "Thêm tài khoản", "account_changed": "Sửa tài khoản", "account_blocked": "Khóa tài khoản",
        "account_unblocked": "Mở lại tài khoản", "import": "Nhập dữ liệu", "import_started": "Bắt đầu nhập",
        "import_failed": "Nhập không thành", "import_unfinished": "Nhập bị ngắt", "undo": "Hoàn tác",
        "unit_name": "Ghi nhớ tên đơn vị", "second_look_keep": "Giữ dòng nghi ngờ", "second_look_remove": "Bỏ dòng nghi ngờ",
        "snapshot_frozen": "Chốt số liệu", "grading_closed": "Chốt xếp loại", "grading_corrected": "Điều chỉnh xếp loại", "rows_downloaded": "Tải danh sách có tác giả", "exported": "Xuất tệp", "mailed": "Gửi thư", "mail_ordered": "Đặt thư định kỳ", "mail_changed": "Sửa thư định kỳ", "mail_stopped": "Dừng thư định kỳ", "mail_resumed": "Cho gửi tiếp thư định kỳ", "example_chosen": "Chọn điển hình", "example_told": "Viết điển hình", "picture_added": "Thêm ảnh điển hình", "picture_dropped": "Bỏ ảnh điển hình", "adoption_said": "Báo đã áp dụng", "adoption_accepted": "Công nhận đã áp dụng", "adoption_refused": "Không công nhận đã áp dụng",
        "example_dropped": "Bỏ điển hình", "event_marked": "Thêm mốc thời gian", "event_dropped": "Bỏ mốc thời gian",
        "restore": "Khôi phục bản sao lưu", "programme_load": "Lập hoặc sửa chương trình", "programme_copy": "Chép chương trình",
        "programme_default": "Đặt chương trình mặc định", "programme_close": "Đóng chương trình",
        "programme_reopen": "Mở lại chương trình", "programme_archive": "Lưu trữ chương trình",
        "programme_remove": "Xóa chương trình", "programme_compare-open": "Mở so sánh giữa các đơn vị",
        "programme_compare-closed": "Khép so sánh giữa các đơn vị",
    },
    part_names={
        "": "", "public": "công khai", "named": "nêu tên tác giả", "example": "điển hình", "picture": "ảnh số", "programme": "chương trình", "code": "mã", "day": "ngày", "name": "tên", "number": "số", "rows": "dòng",
        "email": "địa chỉ", "role": "vai trò", "units": "đơn vị", "unit": "đơn vị", "reason": "lý do", "file": "tệp",
        "made_at": "lúc tạo", "what": "loại", "meaning": "nghĩa", "started": "bắt đầu ở việc số", "entries": "mục",
        "batch": "lượt nhập", "removed": "đã bỏ", "restored": "đã khôi phục", "changes": "thay đổi", "kind": "loại",
        "page": "trang", "query": "bộ lọc", "to": "người nhận", "report": "báo cáo", "kinds": "tệp", "as_of": "tính đến",
        "sha256": "SHA-256", "reference": "mã lỗi", "host": "máy", "pid": "tiến trình", "since": "từ nhịp",
        "counts": "mới, đổi, giữ nguyên", "left_out": "dòng sai bỏ lại", "held": "dòng chờ xem", "period": "kỳ", "points": "điểm",
    },
    reasons={"no account": "chưa có tài khoản", "blocked": "bị khóa", "unverified": "địa chỉ chưa xác minh"},
    settings_note="Chỉ để xem. Cài đặt nằm trong môi trường và tệp của máy chủ: README và deploy/README.md.",
    settings={
        "access": "Cách vào", "open": "Chỉ máy này, không đăng nhập", "login": "Đăng nhập",
        "address": "Địa chỉ người đọc gõ", "provider": "Nhà cung cấp đăng nhập", "database": "Cơ sở dữ liệu",
        "idle": "Phiên kết thúc sau khi nghỉ", "longest": "Phiên dài nhất", "hours": "{count} giờ", "days": "{count} ngày",
        "upload": "Tệp lớn nhất", "megabytes": "{count} MB",
    },
)  # fmt: skip
ENGLISH = AdminTexts(
    may_not="This page is for accounts of administrators.",
    tabs=("Accounts", "Audit log", "Settings"),
    accounts_note="Changing the role or the units, or blocking, ends all sessions of the account within seconds.",
    heads={"email": "Address", "name": "Name", "role": "Role", "units": "Units", "blocked": "Blocked since", "seen": "Last seen"},
    none="There are no accounts yet.",
    new="New account",
    which="Which account to change",
    email="E-mail address",
    name="Name",
    role="Role",
    roles_help="Viewer: totals. Staff: also single initiatives with authors, files in and out, for their own units. Lead: also freezes figures, decides, marks events and examples. Administrator: also accounts, programmes, the audit log.",
    units="Units",
    units_all="Empty: all units",
    save="Save",
    saved="Saved {email}.",
    block="Block this account",
    unblock="Unblock this account",
    blocked="Blocked {email}.",
    unblocked="Unblocked {email}.",
    list_title="Add from a list",
    list_note="CSV or Excel with the columns Email, Role, Units (codes separated by spaces; empty means all), Name.",
    list_file="File of the list",
    list_add="Add {count} accounts",
    list_added="{count} accounts added.",
    problem="Cannot be added because",
    unfit={
        "not_an_address": "{value} is not an e-mail address.",
        "unknown_role": "There is no role “{value}”.",
        "unknown_unit": "There is no unit with the code “{value}”.",
        "there_already": "{value} has an account already.",
        "no_account": "{value} has no account.",
        "last_admin": "{value} is the last account with full rights. Add another one first.",
        "twice": "{value} is in the list twice.",
    },
    unreadable={
        "empty": "The file is empty.",
        "no_heading": "The first line needs a column Email and a column Role.",
        "too_many": "At most 2,000 accounts can be added at a time.",
        "encoding": "This file cannot be read: save it as CSV in UTF-8 or as Excel.",
    },
    since="From",
    until="Up to and including",
    who="Who",
    actions="What",
    audit_heads=("When", "Who", "What", "Detail"),
    audit_note="{count} events in this selection, newest first; the CSV file has all of them.",
    audit_none="Nothing happened in this selection.",
    audit_csv="Download the log (CSV)",
    action_names={
        "login": "Logged in", "login_denied": "Login denied", "logout": "Logged out",
        "account_added": "Account added", "account_changed": "Account changed", "account_blocked": "Account blocked",
        "account_unblocked": "Account unblocked", "import": "Imported", "import_started": "Import began",
        "import_failed": "Import failed", "import_unfinished": "Import interrupted", "undo": "Undone",
        "unit_name": "Name of a unit remembered", "second_look_keep": "Doubtful row kept", "second_look_remove": "Doubtful row removed",
        "snapshot_frozen": "Figures frozen", "grading_closed": "Grading closed", "grading_corrected": "Grading corrected", "rows_downloaded": "List with authors downloaded", "exported": "File exported", "mailed": "Letter sent", "mail_ordered": "Mail ordered", "mail_changed": "Mail order changed", "mail_stopped": "Mail order stopped", "mail_resumed": "Mail order resumed", "example_chosen": "Example chosen", "example_told": "Example described", "picture_added": "Picture of an example added", "picture_dropped": "Picture of an example removed", "adoption_said": "Adoption reported", "adoption_accepted": "Adoption accepted", "adoption_refused": "Adoption not accepted",
        "example_dropped": "Example dropped", "event_marked": "Event marked", "event_dropped": "Event dropped",
        "restore": "Backup restored", "programme_load": "Programme set up or changed", "programme_copy": "Programme copied",
        "programme_default": "Default programme chosen", "programme_close": "Programme closed",
        "programme_reopen": "Programme reopened", "programme_archive": "Programme archived",
        "programme_remove": "Programme removed", "programme_compare-open": "Comparison of units opened",
        "programme_compare-closed": "Comparison of units closed",
    },
    part_names={
        "": "", "public": "public", "named": "author named", "example": "example", "picture": "picture", "programme": "programme", "code": "code", "day": "day", "name": "name", "number": "number", "rows": "rows",
        "email": "address", "role": "role", "units": "units", "unit": "unit", "reason": "reason", "file": "file",
        "made_at": "made at", "what": "kind", "meaning": "meaning", "started": "started as event", "entries": "entries",
        "batch": "import", "removed": "removed", "restored": "restored", "changes": "changes", "kind": "kind",
        "page": "page", "query": "filters", "to": "to", "report": "report", "kinds": "files", "as_of": "as of",
        "sha256": "SHA-256", "reference": "code of the error", "host": "machine", "pid": "process", "since": "since tick",
        "counts": "new, changed, same", "left_out": "wrong rows left out", "held": "rows that wait", "period": "period", "points": "points",
    },
    reasons={"no account": "no account", "blocked": "blocked", "unverified": "address not verified"},
    settings_note="Read only. Settings are in the environment and the files of the server: README and deploy/README.md.",
    settings={
        "access": "Access", "open": "This machine only, no login", "login": "Login",
        "address": "Address for readers", "provider": "Login provider", "database": "Database",
        "idle": "A session ends when idle for", "longest": "Longest session", "hours": "{count} hours", "days": "{count} days",
        "upload": "Largest file", "megabytes": "{count} MB",
    },
)  # fmt: skip
