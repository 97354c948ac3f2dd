"""“Chốt số liệu”: texts of the banner and of the form."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class FreezingTexts:
    """{Blanks} are filled by the banner and the page; `heads` are the columns of the changes."""

    banner: str
    frozen_by: str
    sealed: str
    same: str
    moved: str
    targets_moved: str
    added_later: str
    changes_away: str
    changes_title: str
    heads: tuple[str, str, str, str, str]
    leave: str
    shows: Mapping[str, str]
    freeze_these: str
    title: str
    note: str
    may_not: str
    leave_first: str
    what: str
    name: str
    name_hint: str
    code: str
    code_hint: str
    review: str
    sure: str
    who_freezes: str
    confirm: str
    cancel: str
    working: str
    done: str
    refusals: Mapping[str, str]
    list_title: str
    list_none: str
    listed: str
    open: str


VIETNAMESE = FreezingTexts(
    banner="Số liệu chốt đến {moment}: {name}",
    sealed="Bản chốt {code}, SHA-256: {checksum}",
    frozen_by="{who} chốt ngày {frozen_at}. Số trên trang không đổi theo dữ liệu nhập sau đó.",
    same="Từ khi chốt đến nay, số của thời điểm này không thay đổi.",
    moved="Từ khi chốt, số của thời điểm này đã đổi ở {units} đơn vị: chốt {uploads}, nay {today} sáng kiến.",
    targets_moved="{count} chỉ tiêu đã đổi.",
    added_later="Sau thời điểm chốt có thêm {count} sáng kiến.",
    changes_away="Chưa so sánh được với dữ liệu hiện nay.",
    changes_title="Đã thay đổi gì từ khi chốt",
    heads=("Đơn vị", "Sáng kiến lúc chốt", "Nay", "Hợp lệ lúc chốt", "Nay"),
    leave="Rời bản chốt",
    shows={"print": "Bản in", "frozen": "Chốt số liệu", "mail": "Thư định kỳ"},
    freeze_these="Chốt số liệu này…",
    title="Chốt số liệu cho một cuộc họp, một báo cáo",
    note="Số đã chốt giữ nguyên dù sau đó nhập thêm hay sửa gì. Mọi trang và mọi tệp mở bằng đường dẫn của bản chốt "
    "đều mang dòng “Số liệu chốt đến …”.",
    may_not="Chỉ tài khoản phụ trách hoặc quản trị được chốt số liệu. Ai cũng mở xem được các bản đã chốt.",
    leave_first="Đang xem một bản chốt. Bấm “Rời bản chốt” ở trên để chốt bản mới.",
    what="Sẽ chốt: **{programme}**, cả chương trình, mọi đơn vị, tính đến **{moment}**: **{total} sáng kiến**. "
    "Muốn thời điểm khác, đổi ô “{as_of}” ở thanh bên.",
    name="Tên bản chốt",
    name_hint="ví dụ: Báo cáo tháng 4",
    code="Mã trong đường dẫn (không bắt buộc)",
    code_hint="để trống thì lấy từ tên",
    review="Tiếp tục",
    sure="Chốt **{programme}** tính đến **{moment}** dưới tên **{name}**: **{total} sáng kiến**? "
    "Đã chốt thì không sửa, không xóa được.",
    who_freezes="Người chốt: {who}",
    confirm="Chốt",
    cancel="Hủy",
    working="Đang chốt…",
    done="Đã chốt “{name}” tính đến {moment}: {total} sáng kiến.",
    refusals={
        "name_missing": "Hãy đặt tên cho bản chốt.",
        "name_taken": "Chưa chốt: đã có bản chốt tên này; hãy đặt tên khác.",
        "code_taken": "Chưa chốt: mã này đã dùng cho bản chốt khác; hãy chọn mã khác hoặc để trống.",
        "nothing": "Không có gì để chốt: chương trình không có bản ghi nào đến thời điểm này.",
        "ahead": "Chưa chốt được: thời điểm này chưa tới.",
        "busy": "Chưa chốt: đang có lượt nhập dữ liệu, chờ quá lâu. Hãy thử lại sau.",
        "disk_full": "Chưa chốt, chưa ghi gì: máy chủ hết chỗ trên đĩa.",
        "away": "Chưa chốt, chưa ghi gì: chưa kết nối được cơ sở dữ liệu. Hãy thử lại; mã sự cố {reference}.",
    },
    list_title="Các bản đã chốt",
    list_none="Chưa có bản chốt nào của chương trình này.",
    listed="Tính đến {moment} · {total} sáng kiến · {who} chốt ngày {frozen_at} · {link}",
    open="Mở",
)

ENGLISH = FreezingTexts(
    banner="Frozen as of {moment}: {name}",
    sealed="Frozen under {code}, SHA-256: {checksum}",
    frozen_by="Frozen by {who} on {frozen_at}. What was imported since does not change this page.",
    same="Nothing about this moment has changed since.",
    moved="This moment has changed since (unions: {units}): {uploads} initiatives frozen, {today} today.",
    targets_moved="{count} targets have changed.",
    added_later="{count} initiatives were added after the frozen moment.",
    changes_away="Today’s records could not be compared.",
    changes_title="What has changed since",
    heads=("Union", "Initiatives, frozen", "Today", "Valid, frozen", "Today"),
    leave="Leave the frozen figures",
    shows={"print": "Printed", "frozen": "Frozen figures", "mail": "By e-mail"},
    freeze_these="Freeze these figures…",
    title="Freeze figures for a meeting or a report",
    note="Frozen figures stay as they are, whatever is imported or corrected later. Every page and every file opened "
    "by their link says “Frozen as of …”.",
    may_not="Only accounts of leads and administrators can freeze figures. Everybody can open what was frozen.",
    leave_first="You are looking at frozen figures. Press “Leave the frozen figures” above to freeze others.",
    what="To be frozen: **{programme}**, the whole programme, all unions, as of **{moment}**: **{total} initiatives**. "
    "For another moment, change “{as_of}” in the sidebar.",
    name="Name",
    name_hint="for example: Report of April",
    code="Code in the link (optional)",
    code_hint="made from the name if left empty",
    review="Continue",
    sure="Freeze **{programme}** as of **{moment}** under the name **{name}**: **{total} initiatives**? "
    "It can be neither changed nor deleted afterwards.",
    who_freezes="Frozen by: {who}",
    confirm="Freeze",
    cancel="Cancel",
    working="Freezing…",
    done="Frozen: “{name}” as of {moment}, {total} initiatives.",
    refusals={
        "name_missing": "Please give the figures a name.",
        "name_taken": "Not frozen: there are frozen figures of this name already; choose another.",
        "code_taken": "Not frozen: this code belongs to other frozen figures; choose another or leave it empty.",
        "nothing": "Nothing to freeze: the programme has no record up to this moment.",
        "ahead": "Not frozen: this moment has not come yet.",
        "busy": "Not frozen: an import is running and is taking too long. Try again later.",
        "disk_full": "Not frozen, nothing was written: the server's disk is full.",
        "away": "Not frozen, nothing was written: the database is unavailable. Try again; incident code {reference}.",
    },
    list_title="What was frozen",
    list_none="Nothing of this programme has been frozen yet.",
    listed="As of {moment} · {total} initiatives · frozen by {who} on {frozen_at} · {link}",
    open="Open",
)
