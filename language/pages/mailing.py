"""“Thư định kỳ”: texts for ordering, trying, changing and stopping scheduled reports."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class MailingTexts:
    """`refusals` has the reasons of UnfitOrder by code, `reasons` those of unsent letters."""

    title: str
    note: str
    may_not: str
    server: str
    no_server: str
    bad_server: str
    mistakes: Mapping[str, str]  # of the schedule file, by the codes of WrongSchedule
    list_title: str
    list_none: str
    heads: tuple[str, str, str, str, str, str]
    next_due: str
    stopped: str
    ordered_by: str
    which: str
    new: str
    name: str
    name_hint: str
    query: str
    query_help: str
    same_moment: str
    kinds: str
    days: str
    day_names: Mapping[str, str]
    every_day: str
    at: str
    to: str
    to_help: str
    to_hint: str
    save: str
    saved: str
    stop: str
    resume: str
    was_stopped: str
    was_resumed: str
    test_title: str
    test_note: str
    test_heads: tuple[str, str, str]
    sees: str
    as_whom: str
    show_letter: str
    making: str
    subject: str
    files: str
    send_me: str
    sent_me: str
    not_sent: str
    no_way: str
    file_title: str
    file_note: str
    log_title: str
    log_none: str
    log_heads: tuple[str, str, str, str, str, str]
    outcomes: Mapping[str, str]
    reasons: Mapping[str, str]
    refusals: Mapping[str, str]


VIETNAMESE = MailingTexts(
    title="Gửi báo cáo qua thư, theo lịch",
    note="Mỗi người nhận một thư, chỉ có số liệu mà tài khoản của người đó được xem. Đặt mới, sửa hay cho gửi tiếp đều bắt đầu từ kỳ kế tiếp.",
    may_not="Phần này dành cho tài khoản phụ trách và quản trị.",
    server="Gửi qua {host}, từ {sender}. Bị máy chủ từ chối hẳn: không gửi lại, người đặt được báo.",
    no_server="Chưa có máy chủ thư: đặt MAIL_SCHEDULE là tệp lịch gửi (deploy/schedule.example.toml). Vẫn đặt và xem thử được; thư chỉ đi khi máy chủ chạy “python -m exports.schedule”.",
    bad_server="Tệp lịch gửi chưa đọc được: {problem}",
    mistakes={
        "away": "không mở được tệp {where}.",
        "toml": "{where} không phải TOML: {value}",
        "incomplete": "{where}: thiếu hoặc thừa một mục: {value}",
        "address": "{where}: “{value}” không phải địa chỉ e-mail; viết be@example.vn hoặc Bé <be@example.vn>.",
        "time": "{where}: “{value}” không phải giờ trong ngày; viết 07:30.",
        "security": "security: “{value}” không dùng được; chọn một trong {where}.",
        "port": "port: “{value}” không phải số; viết 587, không có dấu nháy.",
        "same_name": "hai thư trùng tên: nhật ký sẽ không phân biệt được.",
        "unknown": "{where}: không có loại tệp hay ngày tên là {value}.",
        "empty": "{where}: kinds, days và to không được để trống.",
        "no_day": "{where}: không có ngày nào để gửi.",
    },
    list_title="Các thư đã đặt",
    list_none="Chưa đặt thư nào.",
    heads=("Tên", "Số liệu", "Tệp", "Gửi lúc", "Người nhận", "Trạng thái"),
    next_due="Kỳ tới: {moment}",
    stopped="Đã dừng từ {moment}",
    ordered_by="{state}; người đặt: {who}",
    which="Sửa, thử hay dừng thư nào",
    new="Đặt thư mới",
    name="Tên thư",
    name_hint="ví dụ: Giao ban thứ Hai",
    query="Số liệu: đường dẫn của trang có bộ lọc muốn gửi",
    query_help="Để sẵn bộ lọc của trang đang xem. Có thể dán đường dẫn của trang khác; lang=en cho thư tiếng Anh.",
    same_moment="Đường dẫn này cố định thời điểm {moment}: kỳ nào cũng gửi cùng số ấy. Bỏ as_of để gửi số mới nhất.",
    kinds="Tệp kèm theo",
    days="Vào những ngày",
    day_names={
        "monday": "Thứ Hai", "tuesday": "Thứ Ba", "wednesday": "Thứ Tư", "thursday": "Thứ Năm",
        "friday": "Thứ Sáu", "saturday": "Thứ Bảy", "sunday": "Chủ Nhật",
    },
    every_day="Hằng ngày",
    at="Lúc",
    to="Người nhận",
    to_help="Chọn tài khoản, hoặc gõ Lê Thị Bé <be@example.vn> rồi Enter. Địa chỉ phải có tài khoản.",
    to_hint="Chọn hoặc gõ địa chỉ",
    save="Lưu",
    saved="Đã lưu “{name}”, gửi lần đầu {moment}.",
    stop="Dừng thư này",
    resume="Cho gửi tiếp",
    was_stopped="Đã dừng “{name}”.",
    was_resumed="“{name}” gửi tiếp từ {moment}.",
    test_title="Thử “{name}”",
    test_note="Xem thử không gửi gì cho ai. Mỗi người nhận thấy đúng phần của mình.",
    test_heads=("Người nhận", "Tài khoản", "Thấy số liệu của"),
    sees="mọi đơn vị",
    as_whom="Xem thư của",
    show_letter="Xem thử thư",
    making="Đang lập thư và các tệp…",
    subject="Tiêu đề: {subject}",
    files="Tệp kèm: {files}",
    send_me="Chỉ gửi cho tôi ({to})",
    sent_me="Đã gửi thư thử tới {to}, không gửi cho ai khác.",
    not_sent="Chưa gửi được: {reason}",
    no_way="Chưa có máy chủ thư nên chỉ xem thử được.",
    file_title="Thư trong tệp lịch gửi",
    file_note="Chỉ để xem: sửa ở {file} trên máy chủ.",
    log_title="Nhật ký gửi",
    log_none="Chưa có thư nào đi.",
    log_heads=("Lúc", "Thư", "Của kỳ", "Người nhận", "Kết quả", "Ghi chú"),
    outcomes={
        "sending": "Đang gửi", "sent": "Đã gửi", "failed": "Chưa được, sẽ thử lại", "skipped": "Không gửi",
        "refused": "Bị từ chối hẳn",
    },
    reasons={
        "no account": "địa chỉ không có tài khoản",
        "outside the unit of the account": "ngoài phạm vi của tài khoản",
        "no way": "không tới được máy chủ thư",
        "no numbers": "không lấy được số liệu, mã",
    },
    refusals={
        "no_name": "Hãy đặt tên cho thư.",
        "no_kinds": "Hãy chọn ít nhất một tệp kèm theo.",
        "no_days": "Hãy chọn ít nhất một ngày trong tuần.",
        "no_to": "Hãy chọn ít nhất một người nhận.",
        "not_an_address": "“{value}” không phải địa chỉ e-mail. Viết be@example.vn hoặc Bé <be@example.vn>.",
        "no_account": "Không gửi được cho {value}: không có tài khoản trong phạm vi của bạn.",
        "no_programme": "Không có chương trình “{value}”.",
        "name_taken": "Đã có thư tên “{value}”; hãy chọn tên khác.",
        "snapshot": "Không có bản chốt “{value}”.",
        "gone": "Thư này không còn, hoặc không thuộc phạm vi của bạn.",
        "away": "Chưa lưu được: chưa kết nối được cơ sở dữ liệu; mã {value}.",
    },
)  # fmt: skip
ENGLISH = MailingTexts(
    title="Reports by e-mail, on schedule",
    note="One letter per person, with only the figures that person's account may see. What is ordered, edited or resumed takes effect at its next scheduled time.",
    may_not="This part is for accounts of leads and administrators.",
    server="Sent through {host}, from {sender}. What the server refuses permanently is not sent again; whoever ordered it is notified.",
    no_server="There is no mail server yet: set MAIL_SCHEDULE to the schedule file (deploy/schedule.example.toml). Orders can still be made and previewed; letters go out when the server runs “python -m exports.schedule”.",
    bad_server="The schedule file cannot be read: {problem}",
    mistakes={
        "away": "the file {where} cannot be opened.",
        "toml": "{where} is not TOML: {value}",
        "incomplete": "{where}: an entry is missing or superfluous: {value}",
        "address": "{where}: “{value}” is not an e-mail address; write be@example.vn or Bé <be@example.vn>.",
        "time": "{where}: “{value}” is not a time of day; write 07:30.",
        "security": "security: “{value}” cannot be used; choose one of {where}.",
        "port": "port: “{value}” is not a number; write 587, without quotes.",
        "same_name": "two reports have the same name: the log could not tell them apart.",
        "unknown": "{where}: there is no kind of file or day called {value}.",
        "empty": "{where}: kinds, days and to must not be empty.",
        "no_day": "{where}: no day to send it on.",
    },
    list_title="Letters ordered",
    list_none="No letter has been ordered yet.",
    heads=("Name", "Figures", "Files", "Sent at", "To", "Status"),
    next_due="Next: {moment}",
    stopped="Stopped since {moment}",
    ordered_by="{state}; ordered by: {who}",
    which="Letter to change, try or stop",
    new="New order",
    name="Name of the letter",
    name_hint="for example: Monday meeting",
    query="Figures: the link of a page with the filters to send",
    query_help="Filled in with the filters of this page. You can paste the link of another page; lang=en for a letter in English.",
    same_moment="This link is fixed to {moment}: every letter will have the same figures. Remove as_of to send the newest.",
    kinds="Files enclosed",
    days="On these days",
    day_names={
        "monday": "Monday", "tuesday": "Tuesday", "wednesday": "Wednesday", "thursday": "Thursday",
        "friday": "Friday", "saturday": "Saturday", "sunday": "Sunday",
    },
    every_day="Every day",
    at="At",
    to="To",
    to_help="Choose accounts, or type Lê Thị Bé <be@example.vn> and Enter. An address must have an account.",
    to_hint="Choose or type an address",
    save="Save",
    saved="Saved “{name}”, first sent {moment}.",
    stop="Stop this letter",
    resume="Resume sending",
    was_stopped="Stopped “{name}”.",
    was_resumed="“{name}” will be sent again from {moment}.",
    test_title="Try “{name}”",
    test_note="The preview sends nothing to anybody. Each recipient sees their own part.",
    test_heads=("To", "Account", "Sees the figures of"),
    sees="all unions",
    as_whom="The letter to",
    show_letter="Preview the letter",
    making="Writing the letter and its files…",
    subject="Subject: {subject}",
    files="Enclosed: {files}",
    send_me="Send it to me alone ({to})",
    sent_me="Sent to {to} and to nobody else.",
    not_sent="Not sent: {reason}",
    no_way="There is no mail server yet, so it can only be previewed.",
    file_title="Letters in the schedule file",
    file_note="Read only: change {file} on the server.",
    log_title="Letters sent",
    log_none="No letter has been sent yet.",
    log_heads=("At", "Letter", "Due", "To", "Outcome", "Remark"),
    outcomes={
        "sending": "Being sent", "sent": "Sent", "failed": "Failed, will be tried again", "skipped": "Not sent",
        "refused": "Refused permanently",
    },
    reasons={
        "no account": "the address has no account",
        "outside the unit of the account": "outside the scope of the account",
        "no way": "the mail server could not be reached",
        "no numbers": "the figures could not be read, code",
    },
    refusals={
        "no_name": "Please give the letter a name.",
        "no_kinds": "Please choose at least one file to enclose.",
        "no_days": "Please choose at least one day of the week.",
        "no_to": "Please choose at least one recipient.",
        "not_an_address": "“{value}” is not an e-mail address. Write be@example.vn or Bé <be@example.vn>.",
        "no_account": "Cannot be sent to {value}: there is no such account within your scope.",
        "no_programme": "There is no programme “{value}”.",
        "name_taken": "There is a letter “{value}” already; choose another name.",
        "snapshot": "There are no frozen figures “{value}”.",
        "gone": "This order no longer exists, or is not within your scope.",
        "away": "Not saved: the database is unavailable; code {value}.",
    },
)  # fmt: skip
