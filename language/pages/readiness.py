"""Texts of the readiness page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ReadinessTexts:
    """{Blanks} are filled by the page."""

    nothing: str
    not_frozen: str
    example: str
    states: Mapping[str, str]
    cards: Mapping[str, str]
    card_notes: Mapping[str, str]
    card_help: Mapping[str, str]
    shares_title: str
    shares_note: str
    end_of_day: str
    shares_day: str  # below the chart, whose statements name days and no hours
    share_columns: tuple[str, ...]
    printed: str
    printed_differs: str
    printed_unknown: str
    lacking_title: str
    lacking_note: str
    choose_item: str
    lacking_columns: tuple[str, ...]
    lacking_nobody: str
    since: str
    contrast_title: str
    contrast_note: str
    contrast_cause: str
    contrast_columns: tuple[str, ...]
    contrast_few: str
    contrast_more: str
    contrast_less: str
    contrast_same: str
    points: str
    units_of: str
    table_title: str
    table_note: str
    statements_title: str
    statements_note: str
    statements_columns: tuple[str, ...]
    say_title: str
    say_file: str
    say_file_note: str
    template: str
    say_form: str
    fields: Mapping[str, str]
    preview: str
    changes: str
    change: str
    same: str
    save: str
    discard: str
    saved: str
    would_save: str


VIETNAMESE = ReadinessTexts(
    nothing="Chưa có thông tin nào về sự sẵn sàng của các đơn vị.",
    not_frozen="Khi chốt số liệu này chưa có phần Sẵn sàng.",
    example="Các mục dưới đây đi kèm phần mềm, theo những bước mà các bài viết nêu. Chương trình có thể thay bằng mục của "
    "mình ở trang tính “Mục sẵn sàng” của tệp thiết lập.",
    states={"yes": "Có", "no": "Chưa có", "unknown": "Chưa rõ"},
    cards={
        "units": "Đơn vị",
        "all": "Đã có đủ các mục",
        "some": "Thiếu ít nhất một mục",
        "partly": "Còn mục chưa rõ",
        "silent": "Chưa rõ mọi mục",
    },
    card_notes={
        "units": "trong phạm vi đang xem",
        "all": "mọi mục đều “Có”",
        "some": "có mục “Chưa có”",
        "partly": "không mục nào “Chưa có”",
        "silent": "chưa báo mục nào",
    },
    card_help={
        "units": "Những đơn vị tham gia chương trình trong phạm vi đang xem: đúng bằng bốn số bên cạnh cộng lại.",
        "all": "Đơn vị mà mọi mục đều được báo là có, tính đến thời điểm đang xem.",
        "some": "Đơn vị có ít nhất một mục được báo là chưa có.",
        "partly": "Đơn vị không báo mục nào là chưa có, nhưng còn ít nhất một mục chưa rõ, và đã có ít nhất một mục.",
        "silent": "Đơn vị chưa có thông tin về mục nào: không tính là có, cũng không tính là không.",
    },
    shares_title="Bao nhiêu đơn vị đã có từng mục",
    shares_note="Tỷ lệ tính trên tất cả {units} đơn vị; đơn vị chưa rõ không được tính là có.",
    end_of_day="hết ngày {day}",
    shares_day="Đơn vị báo theo ngày: tính đến hết ngày {day}",
    share_columns=("Mục", "Có", "Chưa có", "Chưa rõ", "Tỷ lệ có", "Tổng số"),
    printed="Đã công bố về “{item}”: {value} ({day}).",
    printed_differs="Ở cùng thời điểm, hệ thống ghi nhận {own}.",
    printed_unknown="Ở cùng thời điểm, hệ thống chưa có số để đối chiếu.",
    lacking_title="Đơn vị nào chưa có",
    lacking_note="{item}: {no} đơn vị chưa có, {unknown} đơn vị chưa rõ.",
    choose_item="Mục",
    lacking_columns=("Đơn vị", "Tình trạng", "Ngày", "Nguồn", "Ghi chú"),
    lacking_nobody="Mọi đơn vị đều đã có.",
    since="từ {day}",
    contrast_title="Đơn vị đã có thì làm tốt hơn không?",
    contrast_note="Đơn vị đứng giữa (trung vị) của mỗi nhóm: phần trăm chỉ tiêu đã đạt. Chỉ so {judged} trong {units} đơn vị: những đơn vị "
    "có chỉ tiêu và đã báo cáo sáng kiến; vì vậy số đơn vị ở đây có thể ít hơn ở bảng trên. Mục chưa rõ thì không thuộc nhóm nào.",
    contrast_cause="Chênh lệch không chứng minh nguyên nhân: đơn vị vốn mạnh thường vừa chuẩn bị kỹ hơn vừa nộp nhiều "
    "hơn. Với ít đơn vị, chênh lệch cũng có thể chỉ là ngẫu nhiên.",
    contrast_columns=("Mục", "Đơn vị đã có", "Đơn vị chưa có", "Nhận xét"),
    contrast_few="Chưa đủ đơn vị để so sánh (cần ít nhất {fewest} ở mỗi nhóm)",
    contrast_more="Đã có: cao hơn {points}",
    contrast_less="Đã có: thấp hơn {points}",
    contrast_same="Như nhau",
    points="{count} điểm phần trăm",
    units_of="{percent} ({count} đơn vị)",
    table_title="Từng đơn vị, từng mục",
    table_note="Lần báo gần nhất tính đến thời điểm đang xem.",
    statements_title="Đã báo những gì về {unit}",
    statements_note="Mới nhất ở trên. Chỉ người xem được dữ liệu chi tiết của đơn vị mới thấy phần này.",
    statements_columns=("Ngày", "Mục", "Tình trạng", "Nguồn", "Ghi chú", "Người nhập"),
    say_title="Cập nhật sự sẵn sàng",
    say_file="Bằng tệp Excel",
    say_file_note="Mỗi đơn vị một dòng, mỗi mục một cột; hoặc ba cột Đơn vị, Mục, Kết quả. Ngày là bắt buộc. Ô trống nghĩa "
    "là không nói gì.",
    template="Tải tệp để điền",
    say_form="Bằng biểu mẫu",
    fields={
        "unit": "Đơn vị",
        "item": "Mục",
        "result": "Kết quả (Có, Chưa có, Chưa rõ; hoặc số lượng)",
        "day": "Tính đến ngày",
        "source": "Nguồn",
        "note": "Ghi chú",
    },
    preview="Xem trước",
    changes="{count} thông tin sẽ được ghi:",
    change="{unit} – {item}: {before} → {after}",
    same="Không có gì mới: mọi thông tin này đã được ghi.",
    save="Lưu",
    discard="Bỏ",
    saved="Đã lưu {count} thông tin (lượt nhập số {batch}). Có thể hoàn tác ở trang Nhập dữ liệu.",
    would_save="Sẽ ghi {count} thông tin; chưa lưu gì.",
)

ENGLISH = ReadinessTexts(
    nothing="Nothing is known yet about how ready the unions are.",
    not_frozen="When these figures were frozen, the Readiness page did not exist yet.",
    example="The items below come with the software, after the steps named in the press articles. A programme can have its own "
    "in the sheet “Readiness items” of its set-up workbook.",
    states={"yes": "Yes", "no": "No", "unknown": "Unknown"},
    cards={
        "units": "Unions",
        "all": "Have every item",
        "some": "Lack at least one",
        "partly": "Not all known",
        "silent": "Nothing known",
    },
    card_notes={
        "units": "in this scope",
        "all": "every item is “Yes”",
        "some": "an item is “No”",
        "partly": "no item is “No”",
        "silent": "have reported on no item",
    },
    card_help={
        "units": "The unions of the programme in this scope: exactly the sum of the four numbers beside it.",
        "all": "Unions reported to have every item, as of the moment shown.",
        "some": "Unions reported to lack at least one item.",
        "partly": "Unions reported to lack no item and to have at least one, while nothing is known about another.",
        "silent": "Unions about which nothing is known: they count neither as yes nor as no.",
    },
    shares_title="How many unions have each item",
    shares_note="Shares are of all {units} unions; a union about which nothing is known does not count as having it.",
    end_of_day="the end of {day}",
    shares_day="Unions report by day: up to the end of {day}",
    share_columns=("Item", "Yes", "No", "Unknown", "Share with it", "Total"),
    printed="Published for “{item}”: {value} ({day}).",
    printed_differs="The system has {own} at the same moment.",
    printed_unknown="The system has no number for the same moment.",
    lacking_title="Who does not have it",
    lacking_note="{item}: {no} unions do not have it; {unknown} unknown.",
    choose_item="Item",
    lacking_columns=("Union", "State", "Day", "Source", "Note"),
    lacking_nobody="Every union has it.",
    since="since {day}",
    contrast_title="Do unions that have it do better?",
    contrast_note="The middle union (median) of each group: percentage of the target reached. Compared are {judged} of {units} unions: those with a "
    "target that have reported initiatives, so there may be fewer of them here than in the table above. Unknown ones are in neither group.",
    contrast_cause="A difference does not prove a cause: unions that are strong anyway often prepare better and upload more. "
    "With few unions, a difference may also be chance.",
    contrast_columns=("Item", "Unions with it", "Unions without it", "Assessment"),
    contrast_few="Too few unions to compare (at least {fewest} in each group)",
    contrast_more="With it: {points} higher",
    contrast_less="With it: {points} lower",
    contrast_same="The same",
    points="{count} percentage points",
    units_of="{percent} ({count} unions)",
    table_title="Every union, every item",
    table_note="The latest report, as of the moment shown.",
    statements_title="What was reported about {unit}",
    statements_note="Latest first. Only accounts that may see the union’s details see this.",
    statements_columns=("Day", "Item", "State", "Source", "Note", "Entered by"),
    say_title="Update readiness",
    say_file="With an Excel file",
    say_file_note="One row per union, one column per item; or three columns: union, item, result. The date is required. A "
    "blank cell says nothing.",
    template="File to fill in",
    say_form="With a form",
    fields={
        "unit": "Union",
        "item": "Item",
        "result": "Result (yes, no, unknown; or an amount)",
        "day": "As of",
        "source": "Source",
        "note": "Note",
    },
    preview="Preview",
    changes="{count} statements would be saved:",
    change="{unit} – {item}: {before} → {after}",
    same="Nothing new: all of this is known already.",
    save="Save",
    discard="Discard",
    saved="{count} statements saved (import {batch}). This can be undone on the page Import.",
    would_save="{count} statements would be saved; nothing is saved yet.",
)
