"""Texts of the examples page and of the public page of one."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ExampleTexts:
    """{Blanks} are filled by the page."""

    intro: str
    intro_hint: str
    nothing: str
    nothing_in_scope: str
    not_frozen: str
    cards: Mapping[str, str]
    card_notes: Mapping[str, str]
    card_help: Mapping[str, str]
    list_title: str
    list_note: str
    benefit: str
    since: str
    author: str
    story: str
    reason: str
    contact: str
    no_contact: str
    adopted_title: str
    adopted_none: str
    adopted_columns: tuple[str, ...]
    adopted_count: str
    public: str
    private: str
    yes_no: Mapping[bool, str]
    choose: str
    record: str
    picture: str
    files_title: str
    files: Mapping[str, str]
    share_title: str
    share_note: str
    share_private: str
    share_code: str
    say_title: str
    say_note: str
    say_fields: Mapping[str, str]
    say_button: str
    claimed: str
    waiting_note: str
    waiting_columns: tuple[str, ...]
    accept: str
    refuse: str
    withdraw: str  # of one that was accepted before
    states: Mapping[str, str]
    presenting_title: str
    presenting_fields: Mapping[str, str]
    presenting_consent: str
    presenting_public: str
    presenting_button: str
    presented: str
    picture_title: str
    picture_note: str
    picture_caption: str
    picture_button: str
    picture_drop: str
    file_title: str
    say_file: str
    say_file_note: str
    template: str
    preview: str
    changes: str
    save: str
    discard: str
    would_save: str
    saved: str
    same: str
    change: str
    how_title: str
    how: str
    refusals: Mapping[str, str]
    public_title: str
    public_gone: str
    public_away: str
    public_from: str
    public_login: str


VIETNAMESE = ExampleTexts(
    intro="Những sáng kiến được chọn để đơn vị khác học theo: làm gì, lợi gì, ai đã áp dụng, hỏi ở đâu.",
    intro_hint="Lọc theo lĩnh vực hay đơn vị ở thanh bên.",
    nothing="Chưa có điển hình nào. Mở một bản ghi ở trang “Khai thác” và chọn “Đưa vào điển hình”.",
    nothing_in_scope="Không có điển hình nào trong phạm vi đang xem, tính đến thời điểm này.",
    not_frozen="Khi chốt số liệu này chưa có phần Điển hình.",
    cards={"examples": "Điển hình", "sectors": "Lĩnh vực", "adopted": "Lượt áp dụng", "units": "Đơn vị đã áp dụng"},
    card_notes={
        "examples": "trong phạm vi đang xem",
        "sectors": "có điển hình",
        "adopted": "đã được công nhận",
        "units": "không kể đơn vị có sáng kiến",
    },
    card_help={
        "examples": "Sáng kiến do cán bộ chọn và giới thiệu đến thời điểm đang xem.",
        "sectors": "Số lĩnh vực có ít nhất một điển hình.",
        "adopted": "Lượt đơn vị báo “chúng tôi đã áp dụng” và được cán bộ công nhận: mỗi lượt được tính là một nơi nhân rộng.",
        "units": "Số đơn vị khác nhau có lượt áp dụng được công nhận.",
    },
    list_title="Các điển hình",
    list_note="Mới giới thiệu đứng trước.",
    benefit="Giá trị làm lợi {amount}",
    since="Giới thiệu từ {day}",
    author="Tác giả: {name} (đồng ý nêu tên)",
    story="Nội dung",
    reason="Vì sao được chọn",
    contact="Hỏi thêm: {contact}",
    no_contact="Hỏi thêm qua công đoàn của đơn vị có sáng kiến.",
    adopted_title="Ai đã áp dụng",
    adopted_none="Chưa có đơn vị nào được công nhận là đã áp dụng.",
    adopted_columns=("Đơn vị", "Từ ngày", "Nơi áp dụng"),
    adopted_count="{count} đơn vị đã áp dụng",
    public="Công khai",
    private="Chỉ trong hệ thống",
    yes_no={True: "Có", False: "Không"},
    choose="Xem điển hình",
    record="Xem bản ghi",
    picture="Ảnh: {title}",
    files_title="Tải về",
    files={
        "slides": "Một trang chiếu (PowerPoint)",
        "report": "Một trang để in (PDF)",
        "text": "Văn bản để sửa (Word)",
    },
    share_title="Chia sẻ",
    share_note="Ai có đường dẫn này đều đọc được, không cần đăng nhập.",
    share_private="Điển hình này chưa công khai: chỉ người có tài khoản xem được dữ liệu của đơn vị mới mở được đường dẫn.",
    share_code="Mã QR của đường dẫn",
    say_title="Chúng tôi đã áp dụng",
    say_note="Cán bộ phụ trách điển hình xem và công nhận; khi được công nhận, lượt này được tính là một nơi nhân rộng.",
    say_fields={"unit": "Đơn vị áp dụng", "day": "Áp dụng từ ngày", "place": "Nơi áp dụng", "note": "Ghi chú, kết quả"},
    say_button="Báo đã áp dụng",
    claimed="Đã ghi. Cán bộ phụ trách sẽ xem và công nhận.",
    waiting_note="Lượt được công nhận tính là một nơi nhân rộng; công nhận rồi vẫn rút lại được.",
    waiting_columns=("Đơn vị", "Từ ngày", "Nơi áp dụng", "Ghi chú", "Người báo", "Tình trạng"),
    accept="Công nhận {unit}",
    refuse="Không công nhận {unit}",
    withdraw="Rút công nhận {unit}",
    states={"waiting": "Chờ công nhận", "accepted": "Đã công nhận", "refused": "Không công nhận"},
    presenting_title="Sửa phần giới thiệu",
    presenting_fields={
        "story": "Nội dung",
        "contact": "Hỏi thêm (phòng ban, số điện thoại cơ quan)",
        "day": "Giới thiệu từ ngày",
    },
    presenting_consent="Tác giả đã đồng ý nêu tên",
    presenting_public="Công khai: ai cũng đọc được, không cần đăng nhập",
    presenting_button="Lưu phần giới thiệu",
    presented="Đã lưu.",
    picture_title="Ảnh",
    picture_note="JPEG, PNG hoặc WebP, tối đa {most} MB và 6 ảnh. Ảnh được thu nhỏ và bỏ hết thông tin kèm theo (nơi chụp, máy "
    "ảnh). Chỉ đăng ảnh có người khi họ đồng ý.",
    picture_caption="Chú thích",
    picture_button="Thêm ảnh",
    picture_drop="Bỏ ảnh số {number}",
    file_title="Nhập nhiều điển hình bằng tệp",
    say_file="Bằng tệp Excel",
    say_file_note="Mỗi sáng kiến một dòng: mã sáng kiến, vì sao được chọn và ngày giới thiệu là bắt buộc. Tệp tải về có sẵn các "
    "điển hình đang xem; ô để trống nghĩa là không còn nội dung đó. Ảnh và lượt áp dụng giữ nguyên.",
    template="Tải tệp để điền",
    preview="Xem trước",
    changes="{count} điển hình sẽ được ghi:",
    save="Lưu",
    discard="Bỏ",
    would_save="Sẽ ghi {count} điển hình; chưa lưu gì.",
    saved="Đã lưu {count} điển hình (lượt nhập số {batch}). Có thể hoàn tác ở trang Nhập dữ liệu.",
    same="Không có gì mới.",
    change="{code} – {column}: {before} → {after}",
    how_title="Đưa thêm điển hình",
    how="Mở bản ghi ở trang “Khai thác”, chọn “Đưa vào điển hình” và nêu lý do; sau đó viết nội dung và thêm ảnh ở đây.",
    refusals={
        "no_example": "Điển hình này không còn.",
        "day_ahead": "Ngày này chưa đến.",
        "own_example": "Sáng kiến là của chính đơn vị này.",
        "said_already": "Đơn vị này đã báo rồi.",
        "picture_large": "Tệp ảnh lớn hơn {most} MB.",
        "picture_pixels": "Ảnh có quá nhiều điểm ảnh.",
        "no_picture": "Tệp này không phải ảnh JPEG, PNG hay WebP đọc được.",
        "pictures_full": "Điển hình này đã đủ ảnh.",
        "not_allowed": "Tài khoản này không được làm việc đó với đơn vị hay điển hình này.",
        "away": "Chưa lưu được, hãy thử lại (mã {reference}).",
    },
    public_title="Sáng kiến điển hình",
    public_gone="Điển hình này không còn công khai.",
    public_away="Máy chủ dữ liệu đang bận, hãy mở lại sau ít phút.",
    public_from="{programme} · {day}",
    public_login="Mở bảng số liệu",
)

ENGLISH = ExampleTexts(
    intro="Initiatives chosen for others to learn from: what was done, what it is worth, who adopted it, whom to ask.",
    intro_hint="Filter by sector or union in the sidebar.",
    nothing="No example yet. Open a record on the page “Explore” and choose “Make it an example”.",
    nothing_in_scope="No example in this scope, as of this moment.",
    not_frozen="When these figures were frozen, the Examples page did not exist yet.",
    cards={"examples": "Examples", "sectors": "Sectors", "adopted": "Adoptions", "units": "Unions that adopted one"},
    card_notes={
        "examples": "in this scope",
        "sectors": "with an example",
        "adopted": "accepted",
        "units": "other than those they come from",
    },
    card_help={
        "examples": "Initiatives that staff had chosen and presented by the moment shown.",
        "sectors": "Sectors with at least one example.",
        "adopted": "Times a union reported “we have adopted it” and staff accepted: each counts as one place of replication.",
        "units": "Different unions whose adoption was accepted.",
    },
    list_title="The examples",
    list_note="Newest first.",
    benefit="Benefit {amount}",
    since="Added {day}",
    author="Author: {name} (agreed to be named)",
    story="What was done",
    reason="Why it was chosen",
    contact="Ask: {contact}",
    no_contact="Ask the union that the initiative comes from.",
    adopted_title="Who adopted it",
    adopted_none="No adoption by a union has been accepted yet.",
    adopted_columns=("Union", "Since", "Where"),
    adopted_count="Adopted by {count} unions",
    public="Public",
    private="Inside the system only",
    yes_no={True: "Yes", False: "No"},
    choose="Example",
    record="See the record",
    picture="Picture: {title}",
    files_title="Download",
    files={"slides": "One slide (PowerPoint)", "report": "One page to print (PDF)", "text": "A text to edit (Word)"},
    share_title="Share",
    share_note="Whoever has this link can read it, without a login.",
    share_private="This example is not public: only accounts that may see the union’s records can open the link.",
    share_code="QR code of the link",
    say_title="We have adopted it",
    say_note="The staff in charge of the example review it; once accepted, it counts as one place of replication.",
    say_fields={"unit": "Union that adopted it", "day": "In use since", "place": "Where", "note": "Note, results"},
    say_button="Report that we have adopted it",
    claimed="Noted. The staff in charge of the example will decide.",
    waiting_note="What is accepted counts as one place of replication; it can be withdrawn later.",
    waiting_columns=("Union", "Since", "Where", "Note", "Reported by", "State"),
    accept="Accept {unit}",
    refuse="Do not accept {unit}",
    withdraw="Withdraw the acceptance of {unit}",
    states={"waiting": "Waiting", "accepted": "Accepted", "refused": "Not accepted"},
    presenting_title="Edit this example",
    presenting_fields={"story": "What was done", "contact": "Whom to ask (office, its telephone)", "day": "Added on"},
    presenting_consent="The author has agreed to be named",
    presenting_public="Public: everybody can read it, without a login",
    presenting_button="Save the example",
    presented="Saved.",
    picture_title="Pictures",
    picture_note="JPEG, PNG or WebP, at most {most} MB and 6 pictures. They are made smaller, and all else in the file (place, "
    "camera) is removed. Show people only with their consent.",
    picture_caption="Caption",
    picture_button="Add the picture",
    picture_drop="Remove picture {number}",
    file_title="Several examples from a file",
    say_file="With an Excel file",
    say_file_note="One row per initiative; its code, why it was chosen and the date it was presented are required. The file to "
    "fill in has the examples shown here; a blank cell removes what was there. Pictures and adoptions stay.",
    template="File to fill in",
    preview="Preview",
    changes="{count} examples would be saved:",
    save="Save",
    discard="Discard",
    would_save="{count} examples would be saved; nothing is saved yet.",
    saved="{count} examples saved (import {batch}). This can be undone on the page Import.",
    same="Nothing new.",
    change="{code} – {column}: {before} → {after}",
    how_title="More examples",
    how="Open a record on the page “Explore”, choose “Make it an example” and give the reason; then write the text and add "
    "pictures here.",
    refusals={
        "no_example": "This example is gone.",
        "day_ahead": "That day has not come yet.",
        "own_example": "The initiative comes from that very union.",
        "said_already": "That union has reported it already.",
        "picture_large": "The file is larger than {most} MB.",
        "picture_pixels": "The picture has too many pixels.",
        "no_picture": "This file is not a readable JPEG, PNG or WebP picture.",
        "pictures_full": "This example has as many pictures as it may have.",
        "not_allowed": "This account may not do that for this union or example.",
        "away": "Not saved, please try again (code {reference}).",
    },
    public_title="An exemplary initiative",
    public_gone="This example is no longer public.",
    public_away="The database is busy, please open this again in a few minutes.",
    public_from="{programme} · {day}",
    public_login="Open the dashboard",
)
