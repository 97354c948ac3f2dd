"""Messages about problems: one sentence, what to do, and a reference to the log."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ProblemTexts:
    """One sentence a problem; {reference} identifies the log entry."""

    page_failed: str
    database_unreachable: str
    database_changed: str
    database_damaged: str
    database_newer: str
    not_frozen: str
    nobody_takes_part: str
    lagging: str
    stale: str
    synced: str
    sync_stale: str
    nothing_matches: str
    loosen: str
    notice_unknown: str
    notice_reversed: str
    notice_unknown_parameter: str
    notice_beyond: str
    notice_unprinted: str
    before_programme: str
    before_data: str
    before_print: str
    after_data: str
    login_required: str
    access_unknown: str
    not_allowed: str
    not_listed: str
    own_rows: str
    notice_out_of_reach: str
    nothing_in_reach: str
    too_many_searches: str
    session_over: str
    not_prepared: str
    preparing: str
    unreadable_setting: str
    unreadable_reasons: Mapping[str, str]

    def unanswered(self, reason: str) -> str:
        """Why a part of a page or a file has no answer, where nothing is wrong."""
        sentence: str = getattr(self, reason)
        return sentence

    def notice(self, reason: str, parameter: str, value: str) -> str:
        """Which part of an address was ignored or adjusted, and why."""
        sentence: str = getattr(self, f"notice_{reason}")
        return sentence.format(parameter=parameter, value=value)


VIETNAMESE = ProblemTexts(
    page_failed="Trang gặp lỗi và chưa hiện được đầy đủ. Hãy tải lại trang; nếu vẫn lỗi, gửi mã {reference} cho nhóm dữ liệu.",
    database_unreachable=(
        "Chưa kết nối được cơ sở dữ liệu dùng chung. Trang tự thử lại sau ít giây; "
        "nếu vẫn lỗi, gửi mã {reference} cho nhóm dữ liệu."
    ),
    database_changed=(
        "Cơ sở dữ liệu chưa được cập nhật cho phiên bản này. Người quản trị cần chạy “python -m data_access init”; "
        "mã {reference}."
    ),
    database_damaged="Tệp cơ sở dữ liệu bị hỏng, không đọc được. Người quản trị khôi phục bản sao lưu bằng “python -m data_access restore”; mã {reference}.",
    database_newer="Cơ sở dữ liệu thuộc phiên bản mới hơn chương trình này. Người quản trị cài phiên bản mới rồi khởi động lại; mã {reference}.",
    not_frozen=(
        "Phần này cần đọc từng sáng kiến, mà dữ liệu của thời điểm này đã đổi từ khi chốt. "
        "Bản chốt giữ số tổng hợp, không giữ từng dòng."
    ),
    nobody_takes_part="Chưa có đơn vị nào tham gia chương trình này.",
    synced="Số liệu từ nguồn “{source}” đến {moment}.",
    sync_stale="Nguồn “{source}” chậm hơn kế hoạch: số liệu mới đến {moment}.",
    lagging="Số trên trang chậm {seconds} giây so với số liệu vừa ghi: máy chủ dự phòng đang cập nhật.",
    stale="Đang mất kết nối cơ sở dữ liệu. Số trên trang là số liệu lúc {moment}; trang tự cập nhật khi có lại.",
    nothing_matches="Không có sáng kiến nào khớp các bộ lọc đang chọn.",
    loosen="Thử bỏ: {filters}.",
    notice_unknown="Bỏ qua “{parameter}={value}” trong địa chỉ: giá trị này không có.",
    notice_reversed="Bỏ qua khoảng thời gian {value}: ngày đầu sau ngày cuối.",
    notice_unknown_parameter="Bỏ qua “{parameter}={value}” trong địa chỉ: không có tham số này.",
    notice_beyond="“{parameter}={value}” nằm ngoài lịch của dữ liệu; đã lấy ngày gần nhất có thể.",
    notice_unprinted="Số công bố được in theo 63 tỉnh, thành của trước 01/07/2025; không nguồn nào in theo 34 tỉnh, nên các số ở đây giữ theo 63.",
    before_programme="Mốc {moment} trước khi chương trình bắt đầu: ngày đầu tiên là {first}.",
    before_data="Mốc {moment} trước khi có dữ liệu: cập nhật đầu tiên là ngày {first}.",
    before_print="Mốc {moment} trước số công bố đầu tiên, của ngày {first}.",
    after_data="Mốc {moment} nằm sau dữ liệu: số liệu mới nhất là của {last}; các số dưới đây là đến lúc đó.",
    login_required="Chưa thiết lập đăng nhập nên ứng dụng chỉ trả lời chính máy đang chạy nó, không qua máy chủ trung gian. Người quản trị đặt DASHBOARD_ACCESS=login và một nhà cung cấp OpenID như trong deploy/README.md.",
    session_over="Phiên đăng nhập đã kết thúc. Hãy đăng nhập lại để xem tiếp đúng trang này.",
    not_allowed="Tài khoản của bạn không được làm việc này. {units}",
    not_listed="Từng sáng kiến và tên tác giả chỉ dành cho tài khoản cán bộ trở lên. Tài khoản của bạn xem số tổng hợp.",
    own_rows="Chỉ gồm sáng kiến trong phạm vi tài khoản của bạn: {units}.",
    notice_out_of_reach="{value}: ngoài phạm vi của bạn. Trang này hiển thị phạm vi của bạn.",
    too_many_searches="Tài khoản này vừa tìm quá nhiều lần. Hãy đợi vài giây rồi tìm lại.",
    nothing_in_reach="Không có đơn vị nào của chương trình này trong phạm vi của bạn.",
    access_unknown="Không hiểu DASHBOARD_ACCESS={written}. Người quản trị đặt open (chỉ máy này) hoặc login rồi khởi động lại.",
    not_prepared="Cơ sở dữ liệu chưa có bảng nào. Người quản trị cần chạy “python -m data_access init”; mã {reference}.",
    preparing="Lần đầu mở: đang chuẩn bị cơ sở dữ liệu mặc định…",
    unreadable_setting="Không đọc được cài đặt {setting}: {reason}. Người quản trị sửa rồi khởi động lại; mã {reference}.",
    unreadable_reasons={
        "quoted": "giá trị nằm trong dấu ngoặc kép, hãy bỏ dấu ngoặc",
        "no_scheme": "thiếu phần đầu, hãy viết sqlite:////đường-dẫn/tệp.db hoặc postgresql://người-dùng:mật-khẩu@máy-chủ/tên",
        "not_encoded": "mật khẩu có ký tự @ / ? # : chưa mã hóa, hãy viết %40 thay @, %2F thay /, %3F thay ?, %23 thay #",
        "port": "cổng sau tên máy chủ không phải là số; dấu : trong mật khẩu viết là %3A",
        "engine": "không có loại cơ sở dữ liệu này, hãy dùng sqlite:// hoặc postgresql://",
        "driver": "gói phần mềm cho loại cơ sở dữ liệu này chưa được cài, hãy dùng sqlite:// hoặc postgresql://",
        "rows_engine": "không có công cụ đọc dòng này, hãy viết hive://máy-chủ:10000 cho máy chủ Thrift của Spark",
        "rows_driver": "gói phần mềm cho công cụ này chưa được cài, xem requirements-scale.txt",
        "no_lake": "chưa đặt LAKE, thư mục hồ dữ liệu mà nó đọc, hãy viết LAKE=/srv/lake",
        "file": "tệp cần ba dấu gạch chéo và đường dẫn: sqlite:////đường-dẫn/tệp.db",
        "other": "đây không phải địa chỉ cơ sở dữ liệu, hãy viết sqlite:////đường-dẫn/tệp.db hoặc postgresql://người-dùng:mật-khẩu@máy-chủ/tên",
    },
)

ENGLISH = ProblemTexts(
    page_failed=(
        "Something went wrong, and this page is not complete. Load it again; if it still fails, send code {reference} "
        "to the data team."
    ),
    database_unreachable=(
        "The shared database cannot be reached. The page tries again by itself in a few seconds; "
        "if it still fails, send code {reference} to the data team."
    ),
    database_changed=(
        "The database has not been updated for this version. An administrator needs to run "
        "“python -m data_access init”; code {reference}."
    ),
    database_damaged="The database is damaged and cannot be read. An administrator needs to restore a backup with “python -m data_access restore”; code {reference}.",
    database_newer="The database is of a newer version than this program. An administrator needs to install the newer version and start again; code {reference}.",
    not_frozen=(
        "This part reads single initiatives, and those of this moment have changed since the figures were frozen. "
        "Frozen figures keep totals, not rows."
    ),
    nobody_takes_part="Nobody takes part in this programme yet.",
    synced="Data of the source “{source}” up to {moment}.",
    sync_stale="The source “{source}” is behind schedule: its data are up to {moment}.",
    lagging="The numbers on this page are {seconds} seconds behind what was written: the standby is catching up.",
    stale="The database is unavailable. The figures on this page are from {moment}; they update by themselves when it is back.",
    nothing_matches="No initiative matches the chosen filters.",
    loosen="Try removing: {filters}.",
    notice_unknown="Ignored “{parameter}={value}” in the address: there is no such value.",
    notice_reversed="Ignored the period {value}: its first day is after its last.",
    notice_unknown_parameter="Ignored “{parameter}={value}” in the address: there is no such parameter.",
    notice_beyond="“{parameter}={value}” is beyond the calendar of the data; the nearest day within was taken.",
    notice_unprinted="Published figures are for the 63 provinces before 1 Jul 2025; no source gives figures for the 34, so the figures here keep to the 63.",
    before_programme="{moment} is before the programme began: its first day is {first}.",
    before_data="{moment} is before there were any data: the first upload is of {first}.",
    before_print="{moment} is before the first published figure, which is of {first}.",
    after_data="{moment} is after the data: the newest are of {last}, and the numbers below are as of then.",
    login_required="No login is set up, so the app answers only the machine it runs on, and nothing that comes through a proxy. Administrators: set DASHBOARD_ACCESS=login and an OpenID provider as in deploy/README.md.",
    session_over="Your session has ended. Log in again to go on with this very page.",
    not_allowed="Your account may not do this. {units}",
    not_listed="Single initiatives and names of authors are for staff accounts. Yours sees the totals.",
    own_rows="Only initiatives within the scope of your account: {units}.",
    notice_out_of_reach="{value}: outside your scope. This page shows what is within it.",
    too_many_searches="This account has searched too often. Wait a few seconds and search again.",
    nothing_in_reach="Nothing of this programme is within your scope.",
    access_unknown="DASHBOARD_ACCESS={written} is not known. Administrators: set it to open (this machine alone) or login, and start again.",
    not_prepared="The database has no tables yet. An administrator needs to run “python -m data_access init”; code {reference}.",
    preparing="First start: preparing the default database…",
    unreadable_setting="The setting {setting} cannot be read: {reason}. An administrator needs to correct it and start again; code {reference}.",
    unreadable_reasons={
        "quoted": "it is in quotation marks, leave them out",
        "no_scheme": "it has no scheme, write sqlite:////path/to/file.db or postgresql://user:password@host/name",
        "not_encoded": "a sign in its password (@ / ? # :) is not encoded, write %40 for @, %2F for /, %3F for ?, %23 for #",
        "port": "the port behind the host is no number; a : in the password is written %3A",
        "engine": "there is no such kind of database, write sqlite:// or postgresql://",
        "driver": "the package that talks to this kind of database is not installed, use sqlite:// or postgresql://",
        "rows_engine": "there is no such engine for rows, write hive://host:10000 for the Thrift server of Spark",
        "rows_driver": "the packages that talk to this engine are not installed, see requirements-scale.txt",
        "no_lake": "LAKE, the folder of the lake that it reads, is not set, write LAKE=/srv/lake",
        "file": "a file needs three slashes and its path: sqlite:////path/to/file.db",
        "other": "it is no address of a database, write sqlite:////path/to/file.db or postgresql://user:password@host/name",
    },
)
