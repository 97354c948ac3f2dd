"""Texts about programmes: commands, page, and findings in set-up workbooks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class ProgrammeTexts:
    """Sentences with {blanks}."""

    saved: str
    would_save: str
    same: str
    refused: str
    change: str
    tables: Mapping[str, str]
    states: Mapping[str, str]
    not_begun: str  # in place of “running”, by the dates
    past_end: str
    line: str
    shown_organisation: str
    shown_days: str
    shown_target: str
    shown_phase: str
    shown_units: str
    shown_sectors: str
    default: str
    done: Mapping[str, str]
    written: str
    where: str
    row: str
    column: str
    field: str
    findings: Mapping[str, str]
    required: str
    choices: Mapping[str, str]  # words that the workbook takes, where the language has others
    help: Mapping[str, str]
    cell: str
    overwritten: str
    more_cells: str
    columns: Mapping[str, str]
    none_yet: str
    begin: str
    begin_link: str
    no_records: str
    ask_admin: str
    may_not: str
    intro: str
    list_note: str
    tabs: tuple[str, str, str, str]
    heads: Mapping[str, str]
    actions: Mapping[str, str]
    action_notes: Mapping[str, str]
    which: str
    sure: str
    export: str
    template: str
    template_note: str
    upload: str
    upload_note: str
    preview_new: str
    preview_changed: str
    cells_title: str
    save: str
    discard: str
    saved_page: str
    open_it: str
    import_next: str
    members_next: str
    copy_title: str
    copy_from: str
    new_code: str
    copy_button: str
    form_title: str
    form_note: str
    form_button: str
    edit_note: str
    edit_button: str
    changed_meanwhile: str
    somebody: str
    take_theirs: str
    line_column: str
    value_column: str

    def choice(self, word: object) -> str:
        """The label of a choice in the workbook."""
        return self.choices.get(str(word), str(word))


VIETNAMESE: Final = ProgrammeTexts(
    saved="Đã lưu chương trình {code} (lượt nhập số {batch}; hoàn tác: undo {batch}).",
    would_save="Sẽ lưu chương trình {code}; chưa lưu gì.",
    same="Chương trình {code} đã đúng như vậy: không có gì thay đổi.",
    refused="Chưa lưu gì. {count} điều phải sửa:",
    change="{table}: thêm {new}, sửa {changed}, bỏ {gone}",
    tables={
        "programme": "Chương trình",
        "phase": "Giai đoạn",
        "programme_unit": "Đơn vị tham gia",
        "programme_sector": "Lĩnh vực",
        "target": "Chỉ tiêu",
        "programme_event": "Sự kiện",
        "grading_criterion": "Tiêu chí xếp loại",
        "grading_class": "Loại thi đua",
        "readiness_item": "Mục sẵn sàng",
        "unit": "Tên đơn vị",
    },
    states={"draft": "đang soạn", "running": "đang chạy", "closed": "đã khép lại", "archived": "đã lưu trữ"},
    not_begun="chưa bắt đầu (từ {day})",
    past_end="đã hết hạn {day}",
    shown_organisation="Tổ chức: {organisation}",
    shown_days="Từ {start} đến {end}",
    shown_target="Chỉ tiêu chung: {target} (nguồn: {source})",
    shown_phase="Giai đoạn {number}: {name}, {start} – {end}, chỉ tiêu {target}",
    shown_units="Đơn vị tham gia: {ranked} xếp hạng, {below} cấp dưới",
    shown_sectors="Lĩnh vực: {sectors}",
    line="{code}: {name} · {state}{default} · {units} đơn vị · {uploads} sáng kiến / chỉ tiêu {target}",
    default=" · mặc định",
    done={
        "default": "Khi mở ứng dụng, chương trình {code} hiện ra đầu tiên.",
        "close": "Đã khép lại chương trình {code}.",
        "reopen": "Đã mở lại chương trình {code}.",
        "archive": "Đã lưu trữ chương trình {code}.",
        "compare-open": "Mọi tài khoản xem được số tổng hợp của mọi đơn vị trong chương trình {code}.",
        "compare-closed": "Tài khoản của một số đơn vị chỉ còn xem được số của đơn vị mình trong chương trình {code}.",
        "remove": "Đã xóa chương trình {code}.",
    },
    written="Đã ghi {file}.",
    where="Trang tính “{sheet}”{row}{column}: {sentence}",
    row=", dòng {row}",
    column=", cột {column}",
    field="“{label}”: {sentence}",
    findings={
        "item_twice": "Mục “{value}” có hai lần.",
        "unknown_item": "“{value}” không phải mục sẵn sàng nào của chương trình.",
        "no_state": "“{value}” không phải “Có”, “Chưa có” hay “Chưa rõ”.",
        "no_count": "“{value}” không phải số lượng, cũng không phải “Có”, “Chưa có” hay “Chưa rõ”.",
        "day_ahead": "Ngày {value} chưa đến.",
        "text_too_long": "Dài quá 500 ký tự: “{value}”.",
        "fact_twice": "Đơn vị, mục và ngày này đã có ở dòng {value}.",
        "outside_scope": "“{value}” nằm ngoài phạm vi của tài khoản này.",
        "nothing_said": "Không có dòng nào nói gì.",
        "unknown_initiative": "Chương trình không có sáng kiến mã “{value}”.",
        "example_twice": "Sáng kiến “{value}” đã có ở dòng trước.",
        "text_far_too_long": "Dài quá 4.000 ký tự: “{value}”.",
        "measure_twice": "Thước đo “{value}” có hai lần: mỗi thước đo chỉ là một tiêu chí.",
        "no_scale": "Điểm phải thay đổi giữa hai giá trị khác nhau, ở đây cả hai là {value}.",
        "falling": "“{value}” chỉ được cho thêm điểm khi tăng: nếu không, đơn vị nộp thêm lại bị trừ điểm.",
        "only_even": "“{value}” chỉ tính đều được: càng ít ngày càng nhiều điểm (Từ: số ngày được 0 điểm; Đủ điểm ở: ít hơn).",
        "bad_steps": "“{value}” không phải các bậc như “50: 80; 90: 100” (giá trị: phần trăm của điểm tối đa).",
        "no_number": "“{value}” không phải là số dùng được ở đây.",
        "no_file": "Không có tệp này.",
        "no_workbook": "Tệp không phải là sổ Excel (.xlsx) đọc được; hãy mở bằng Excel và lưu thành .xlsx.",
        "locked": "Tệp có mật khẩu nên không đọc được; hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại thành .xlsx.",
        "example_left": "“{value}” là ví dụ của biểu mẫu; hãy ghi giá trị của đơn vị mình, hoặc xóa.",
        "no_headings": "Dòng này không có tiêu đề nào của trang; hãy xóa các dòng ở trên tiêu đề, hoặc ghi tiêu đề: {value}.",
        "file_too_large": "Tệp lớn quá {value} MB.",
        "missing_sheet": "Thiếu trang tính này; hãy lấy từ biểu mẫu.",
        "missing_column": "Thiếu cột này; hãy thêm tiêu đề ở dòng 1.",
        "missing_value": "Phải điền ô này.",
        "unknown_line": "Không có mục nào tên “{value}”.",
        "too_many_rows": "Trang tính này có quá {value} dòng; hãy bỏ bớt từ dòng này.",
        "too_many_units": "Một chương trình có nhiều nhất {value} đơn vị; hãy bỏ bớt từ dòng này. Chỉ cần ghi các đơn vị "
        "được xếp hạng hoặc có chỉ tiêu riêng: công đoàn cơ sở khác tự có khi nhập sáng kiến.",
        "no_value": "Ô chứa công thức chưa được tính ({value}); hãy mở tệp bằng Excel, lưu lại, hoặc dán giá trị.",
        "phase_outside_parent": "Giai đoạn nằm ngoài giai đoạn chứa nó: {value}.",
        "error_cell": "Ô chứa lỗi công thức {value}; hãy dán giá trị.",
        "no_whole": "“{value}” không phải là số nguyên lớn hơn 0.",
        "no_day": "“{value}” không phải là ngày; hãy viết như 31/12/2026.",
        "no_yes": "“{value}” không phải là Có hoặc Không.",
        "bad_code": "Mã “{value}” chỉ được gồm a–z, 0–9 và dấu -, từ 2 đến 40 ký tự.",
        "bad_limits": "“{value}” không phải là ba ngưỡng tăng dần như “30; 100; 500”.",
        "limits_with_records": "Chương trình đã có sáng kiến nên không đổi được ngưỡng giá trị.",
        "unknown_word": "Không hiểu {value}.",
        "reversed_period": "Ngày kết thúc {value} trước ngày bắt đầu.",
        "phase_twice": "Giai đoạn số {value} có hai lần.",
        "phase_outside": "Giai đoạn “{value}” nằm ngoài thời gian của chương trình.",
        "phases_overlap": "Hai giai đoạn chồng lên nhau: {value}.",
        "unknown_phase": "Không có giai đoạn “{value}”.",
        "name_twice": "Tên “{value}” đã có ở một dòng khác nên không phân biệt được; hãy ghi tên khác nhau.",
        "own_successor": "Đơn vị “{value}” không thể là đơn vị kế tục của chính nó.",
        "line_twice": "Mục “{value}” có hai dòng; hãy giữ một.",
        "heading_twice": "Có hai cột cùng tiêu đề này; hãy giữ một.",
        "code_twice": "Mã này đã có ở một dòng trước: {value}.",
        "code_too_long": "Mã “{value}” quá dài.",
        "unknown_province": "Không có tỉnh, thành phố nào tên “{value}”; hãy ghi tên của 63 tỉnh hoặc 34 tỉnh, hoặc để trống.",
        "unit_with_records": "Không bỏ được {value} vì đã có sáng kiến; hãy giữ dòng đó và ghi “Đến ngày”.",
        "unknown_unit": "Không có đơn vị “{value}” trong chương trình.",
        "name_of_two": "“{value}” là tên của hai đơn vị; hãy ghi mã.",
        "cycle": "Cấp trên đi thành vòng: {value}.",
        "target_twice": "Đơn vị này đã có chỉ tiêu cùng loại, cùng giai đoạn ở một dòng trước: {value}.",
        "members_unknown": "Không tính được “{value}” vì chưa biết số đoàn viên của đơn vị.",
        "share_too_large": "“{value}” là hơn 100% đoàn viên; hãy ghi tỷ lệ đến 100% hoặc một số.",
        "too_large": "“{value}” lớn quá; hãy xem lại số này.",
        "event_too_long": "Dài quá 120 ký tự: “{value}”.",
        "unknown_sheet": "Không có trang tính nào tên như vậy nên không đọc gì ở đó; hãy đổi tên thành một trong {value}, hoặc bỏ trang.",
        "hidden_sheet": "Trang tính này đang bị ẩn nên không ai thấy điều sẽ lưu; hãy cho hiện hoặc bỏ trang.",
        "hidden_rows_read": "Có {value} dòng ẩn, dòng đầu là dòng này; các dòng ẩn cũng được đọc.",
        "hidden_column_read": "Cột này đang ẩn; cột ẩn cũng được đọc.",
        "example_but_first": "Ngoài ô đầu, dòng này giống hệt dòng ví dụ của tệp mẫu; hãy xem lại trước khi lưu.",
        "sheet_twice": "Trang tính này cùng nghĩa với trang “{value}”; hãy giữ một.",
        "merged_cells": "Ô gộp {value}: chỉ ô đầu có giá trị, các ô khác là ô trống; hãy bỏ gộp và điền từng ô.",
        "unknown_column": "Không có cột nào tên như vậy nên không đọc gì ở đó; các cột: {value}.",
        "no_heading": "Giá trị “{value}” đứng ở chỗ không có tiêu đề nên không biết nói về gì.",
        "unit_name_twice": "Tên này đã có ở đơn vị {value}, cùng cấp trên và cùng lúc; hãy ghi tên khác nhau.",
        "alias_of_another": "Tên khác “{value}” cũng là tên hay mã của một đơn vị khác nên không phân biệt được; hãy bỏ hoặc ghi khác.",
        "event_twice": "Sự kiện “{value}” đã có ở một dòng trước, cùng ngày; hãy giữ một.",
        "successor_ended": "Đơn vị kế tục đã kết thúc từ trước: {value}.",
        "member_after_end": "Đơn vị chỉ tham gia từ {value}, sau khi chương trình đã kết thúc.",
        "day_far": "Ngày {value} xa quá; hãy xem lại năm.",
        "successors_in_a_circle": "Đơn vị kế tục đi thành vòng: {value}.",
        "parent_ended": "Đơn vị bắt đầu sau khi cấp trên đã kết thúc: {value}.",
        "ended_before_records": "Đơn vị đã có sáng kiến sau ngày {value}; hãy chuyển các sáng kiến đó trước, hoặc ghi ngày muộn hơn.",
        "code_in_other_case": "Mã này chỉ khác mã {value} đã có ở chữ hoa, chữ thường; hãy ghi đúng {value}.",
        "archived_default": "Chương trình “{value}” đã lưu trữ nên không đặt làm mặc định được; hãy mở lại trước.",
        "phase_like_programme": "Giai đoạn có tên “{value}” như cả chương trình nên không phân biệt được; hãy ghi tên khác.",
    },
    required="Bắt buộc.",
    choices={},
    help={
        "grading_criterion.measure": "Cái được đo trong kỳ; mỗi thước đo một dòng.",
        "grading_criterion.weight": "Số âm là điểm trừ (chỉ cho tỷ lệ).",
        "grading_criterion.scale": "“đều”: từ giá trị “Từ” đến “Đủ điểm ở”; “bậc”: theo cột Bậc.",
        "grading_criterion.steps": "Từ giá trị nào được bao nhiêu phần trăm của điểm tối đa.",
        "grading_class.quota_pct": "Để trống là không hạn chế.",
        "readiness_item.kind": "“có/không”, hoặc “số lượng” cho cái đếm được (lượt, người).",
        "programme.code": "a–z, 0–9 và dấu -, từ 2 đến 40 ký tự; không đổi về sau.",
        "programme.short_name": "Hiện ở góc trang và trên thẻ trình duyệt.",
        "programme.whole_vi": "Ví dụ: cả nước, toàn tỉnh, toàn công ty.",
        "programme.benefit_limits": "Ba ngưỡng tăng dần, ngăn bằng dấu chấm phẩy; để trống là 30; 100; 500.",
        "programme.alike_units": "Bao nhiêu đơn vị giống thì mới ước tính tiềm năng, từ 4; để trống là 6.",
        "programme.alike_times": "Đơn vị cỡ tương tự có số đoàn viên không quá bao nhiêu lần; để trống là 3.",
        "programme.reward_days": "Nên khen thưởng trong bao nhiêu ngày sau quyết định; để trống là không đặt ra.",
        "programme.boundary": "63 tỉnh, 34 tỉnh hoặc không có bản đồ; để trống là theo ngày.",
        "phase.parent": "Số của giai đoạn lớn hơn chứa giai đoạn này.",
        "unit.code": "Mã riêng, không trùng với đơn vị khác.",
        "unit.parent": "Mã hoặc tên của đơn vị cấp trên có trong trang này.",
        "unit.ranked": "Để trống: Có nếu không có cấp trên.",
        "unit.end": "Ngày cuối đơn vị còn tham gia.",
        "unit.aliases": "Ngăn bằng dấu chấm phẩy.",
        "target.value": "Một số; “10%” đoàn viên; “xóa” để bỏ.",
        "target.phase": "Tên hoặc số giai đoạn; để trống là cả chương trình.",
    },
    cell="{table} {row} · {column}: “{before}” → “{after}”{by}",
    overwritten=" (chỉ tiêu cũ theo “{source}”, người ghi: {who})",
    more_cells="… và {count} ô khác.",
    columns={"state": "Trạng thái", "unit": "Đơn vị", "qualifier": "Độ chính xác", "name_vi": "Tên"},
    none_yet="Chưa có chương trình nào. Lấy biểu mẫu: programme template FILE.xlsx; nạp: programme load FILE.xlsx.",
    begin="Cơ sở dữ liệu chưa có chương trình nào, nên chưa có gì để xem. Việc đầu tiên: lập chương trình của đơn vị mình.",
    begin_link="Lập chương trình đầu tiên",
    no_records="Chương trình chưa có sáng kiến nào. Việc tiếp theo: nhập tệp sáng kiến.",
    ask_admin="Chưa có chương trình nào. Hãy nhờ người quản trị lập chương trình trên trang “Chương trình”.",
    may_not="Chỉ người quản trị được lập và sửa chương trình.",
    intro="Chương trình là dữ liệu: tên, giai đoạn, đơn vị tham gia, lĩnh vực, chỉ tiêu. Lập ở đây, không cần lập trình viên; "
    "mỗi lần lưu đều xem trước, có nhật ký và hoàn tác được ở trang “Nhập dữ liệu”.",
    tabs=("Danh sách", "Lập từ tệp Excel", "Lập nhanh", "Sửa trong bảng"),
    list_note="Tính đến {moment}, lúc mở trang này: mọi sáng kiến đã ghi, so với chỉ tiêu toàn chương trình; trạng thái theo ngày của "
    "chương trình. Bộ lọc của các trang khác không áp dụng ở đây.",
    heads={
        "code": "Mã",
        "name": "Tên",
        "state": "Trạng thái",
        "default": "Mặc định",
        "units": "Đơn vị xếp hạng",
        "uploads": "Sáng kiến",
        "target": "Chỉ tiêu",
        "reached": "Đạt",
        "newest": "Sáng kiến mới nhất",
    },
    actions={
        "default": "Đặt làm mặc định",
        "close": "Khép lại",
        "reopen": "Mở lại",
        "archive": "Lưu trữ",
        "compare-open": "Cho so sánh giữa các đơn vị",
        "compare-closed": "Khép so sánh giữa các đơn vị",
        "remove": "Xóa",
    },
    action_notes={
        "compare-open": "Tài khoản nào cũng xem được số tổng hợp của mọi đơn vị; từng sáng kiến và tên tác giả thì không.",
        "compare-closed": "Tài khoản của một số đơn vị chỉ xem được số của đơn vị mình, không thấy đơn vị khác và tổng chung.",
    },
    which="Chương trình",
    sure="Xóa hẳn chương trình {code}? Chỉ xóa được khi chưa có sáng kiến và số liệu đã chốt.",
    export="Tải về tệp Excel",
    template="Tải biểu mẫu Excel",
    template_note="1. Tải biểu mẫu và điền. Chỉ trang “Chương trình” là bắt buộc; các trang khác có thể nạp sau, từng trang một.",
    upload="2. Chọn tệp đã điền",
    upload_note="Tệp .xlsx, tối đa {most} MB. Chưa lưu gì cho đến khi bấm lưu.",
    preview_new="Sẽ lập chương trình mới “{code}”:",
    preview_changed="Sẽ sửa chương trình “{code}”:",
    cells_title="Từng ô sẽ đổi",
    save="Lưu chương trình",
    discard="Bỏ, không lưu",
    saved_page="Đã lưu chương trình {code} (lượt nhập số {batch}). Hoàn tác được ở trang “Nhập dữ liệu”.",
    open_it="Mở chương trình {code}",
    members_next="Thêm đơn vị tham gia",
    import_next="Nhập sáng kiến cho chương trình này",
    copy_title="Từ chương trình đã có (ví dụ: năm sau từ năm nay)",
    copy_from="Chép từ",
    new_code="Mã mới",
    copy_button="Xem trước bản chép",
    form_title="Bằng biểu mẫu ngắn",
    form_note="Giai đoạn, đơn vị và chỉ tiêu thêm sau ở thẻ “Sửa trong bảng” hoặc bằng tệp Excel.",
    form_button="Xem trước",
    edit_note="Sửa, thêm hoặc bỏ dòng rồi bấm “Xem trước thay đổi”: chưa lưu gì trước khi xác nhận. Bỏ một chỉ tiêu: ghi “xóa”.",
    edit_button="Xem trước thay đổi",
    changed_meanwhile="{who} đã sửa chương trình này sau khi bạn bắt đầu. Bên dưới là thay đổi so với bản mới đó: "
    "xem lại từng ô trước khi lưu, để không ghi đè điều người khác vừa sửa.",
    somebody="Người khác",
    take_theirs="Bỏ sửa đổi của tôi, lấy bản mới",
    line_column="Dòng",
    value_column="Giá trị",
)

ENGLISH: Final = ProgrammeTexts(
    saved="Programme {code} saved (import {batch}; to undo: undo {batch}).",
    would_save="Programme {code} would be saved; nothing is saved yet.",
    same="Programme {code} is already as in the file: nothing changes.",
    refused="Nothing was saved. {count} things to correct:",
    change="{table}: {new} new, {changed} changed, {gone} removed",
    tables={
        "programme": "Programme",
        "phase": "Phases",
        "programme_unit": "Units that take part",
        "programme_sector": "Sectors",
        "target": "Targets",
        "programme_event": "Events",
        "grading_criterion": "Grading criteria",
        "grading_class": "Grading classes",
        "readiness_item": "Readiness items",
        "unit": "Names of units",
    },
    states={"draft": "draft", "running": "running", "closed": "closed", "archived": "archived"},
    not_begun="not begun (from {day})",
    past_end="ended on {day}",
    shown_organisation="Organisation: {organisation}",
    shown_days="From {start} to {end}",
    shown_target="Overall target: {target} (source: {source})",
    shown_phase="Phase {number}: {name}, {start} – {end}, target {target}",
    shown_units="Taking part: {ranked} ranked, {below} below them",
    shown_sectors="Sectors: {sectors}",
    line="{code}: {name} · {state}{default} · {units} units · {uploads} initiatives / target {target}",
    default=" · default",
    done={
        "default": "Programme {code} is what the app opens with.",
        "close": "Programme {code} is closed.",
        "reopen": "Programme {code} is open again.",
        "archive": "Programme {code} is archived.",
        "compare-open": "Every account sees the totals of all units of programme {code}.",
        "compare-closed": "Accounts limited to some units see only the figures of those units in programme {code}.",
        "remove": "Programme {code} is removed.",
    },
    written="{file} written.",
    where="Sheet “{sheet}”{row}{column}: {sentence}",
    row=", row {row}",
    column=", column {column}",
    field="“{label}”: {sentence}",
    findings={
        "item_twice": "The item “{value}” is there twice.",
        "unknown_item": "“{value}” is not a readiness item of this programme.",
        "no_state": "“{value}” is neither yes, no nor unknown.",
        "no_count": "“{value}” is not an amount, nor is it yes, no or unknown.",
        "day_ahead": "The day {value} has not come yet.",
        "text_too_long": "Longer than 500 characters: “{value}”.",
        "fact_twice": "This unit, item and day are already in row {value}.",
        "outside_scope": "“{value}” is outside the scope of this account.",
        "nothing_said": "No row says anything.",
        "unknown_initiative": "The programme has no initiative with the code “{value}”.",
        "example_twice": "The initiative “{value}” is already in an earlier row.",
        "text_far_too_long": "Longer than 4,000 characters: “{value}”.",
        "measure_twice": "The measure “{value}” is there twice: each makes one criterion.",
        "no_scale": "Points must change between two different values, here both are {value}.",
        "falling": "“{value}” may only bring more points as it grows: otherwise uploading more would cost points.",
        "only_even": "“{value}” can only be scored evenly: the fewer days, the more points (From: the days that score 0; Full points at: fewer).",
        "bad_steps": "“{value}” is not a list of steps like “50: 80; 90: 100” (value: percent of the maximum points).",
        "no_number": "“{value}” is not a number that can be used here.",
        "no_file": "There is no such file.",
        "no_workbook": "The file is not a readable Excel workbook (.xlsx); open it in Excel and save it as .xlsx.",
        "locked": "The file has a password, so it cannot be read; open it in Excel, remove the password and save it as .xlsx.",
        "example_left": "“{value}” is the example of the template; write your own value, or clear the cell.",
        "no_headings": "This row has none of the headings of the sheet; remove the rows above them, or write them: {value}.",
        "file_too_large": "The file is larger than {value} MB.",
        "missing_sheet": "This sheet is missing; take it from the template.",
        "missing_column": "This column is missing; add its heading in row 1.",
        "missing_value": "This cell has to be filled in.",
        "unknown_line": "Nothing is called “{value}”.",
        "too_many_rows": "This sheet has more than {value} rows; leave out those from this one on.",
        "too_many_units": "A programme has at most {value} units; leave out those from this one on. Only units that are "
        "ranked or have targets of their own are needed here: other grassroots unions come with the initiatives.",
        "no_value": "The cell holds a formula that was not calculated ({value}); open and save the file in Excel, or paste the value.",
        "phase_outside_parent": "The phase is outside the one it belongs to: {value}.",
        "error_cell": "The cell holds the formula error {value}; paste the value.",
        "no_whole": "“{value}” is not a whole number above 0.",
        "no_day": "“{value}” is not a date; write it like 31/12/2026.",
        "no_yes": "“{value}” is neither Có (yes) nor Không (no).",
        "bad_code": "The code “{value}” may hold a–z, 0–9 and -, 2 to 40 characters.",
        "bad_limits": "“{value}” is not three rising limits like “30; 100; 500”.",
        "limits_with_records": "The programme has initiatives already, so the limits cannot change.",
        "unknown_word": "{value} is not understood.",
        "reversed_period": "The end {value} is before the start.",
        "phase_twice": "Phase number {value} is there twice.",
        "phase_outside": "Phase “{value}” lies outside the programme.",
        "phases_overlap": "Two phases overlap: {value}.",
        "unknown_phase": "There is no phase “{value}”.",
        "name_twice": "The name “{value}” is also in another row, and the two cannot be told apart; give them different names.",
        "own_successor": "The unit “{value}” cannot be its own successor.",
        "line_twice": "There are two lines “{value}”; keep one.",
        "heading_twice": "Two columns have this heading; keep one.",
        "code_twice": "This code is already in an earlier row: {value}.",
        "code_too_long": "The code “{value}” is too long.",
        "unknown_province": "There is no province “{value}”; write the name of one of the 63 or 34, or leave it blank.",
        "unit_with_records": "{value} cannot be left out: it has initiatives. Keep the row and fill in “Đến ngày” (To).",
        "unknown_unit": "There is no unit “{value}” in the programme.",
        "name_of_two": "“{value}” is the name of two units; write the code.",
        "cycle": "The units above form a circle: {value}.",
        "target_twice": "An earlier row has a target of this unit, kind and phase: {value}.",
        "members_unknown": "“{value}” cannot be worked out: the members of the unit are not known.",
        "share_too_large": "“{value}” is more than 100% of the members; write a share of up to 100%, or a number.",
        "too_large": "“{value}” is too large; check this number.",
        "event_too_long": "Longer than 120 characters: “{value}”.",
        "unknown_sheet": "No sheet has this title, so nothing is read there; rename it to one of {value}, or remove it.",
        "hidden_sheet": "This sheet is hidden, so nobody sees what would be saved; unhide or remove it.",
        "hidden_rows_read": "{value} rows are hidden, the first of them here; hidden rows are also read.",
        "hidden_column_read": "This column is hidden; hidden columns are also read.",
        "example_but_first": "Except for its first cell, this row is the example of the template; check it before you save.",
        "sheet_twice": "This sheet means the same as “{value}”; keep one.",
        "merged_cells": "Merged cells {value}: only the first holds the value, the others are blank; unmerge them and fill in each.",
        "unknown_column": "No column has this heading, so nothing is read there; the columns: {value}.",
        "no_heading": "The value “{value}” has no heading, so it is not clear what it is about.",
        "unit_name_twice": "The unit {value} also has this name, under the same unit and at the same time; give them different names.",
        "alias_of_another": "The other name “{value}” is also the name or code of another unit, so they cannot be told apart; remove it or write another.",
        "event_twice": "The event “{value}” is already in an earlier row, on the same day; keep one.",
        "successor_ended": "The successor ended before: {value}.",
        "member_after_end": "The unit takes part only from {value}, after the programme has ended.",
        "day_far": "The day {value} is too far away; check its year.",
        "successors_in_a_circle": "The successors form a circle: {value}.",
        "parent_ended": "The unit begins after the unit above it has ended: {value}.",
        "ended_before_records": "The unit has initiatives after {value}; move those first, or write a later day.",
        "code_in_other_case": "This code differs from the existing {value} only in capital letters; write {value}.",
        "archived_default": "Programme “{value}” is archived and cannot become the default; reopen it first.",
        "phase_like_programme": "The phase is called “{value}” like the whole programme, and the two cannot be told apart; give it another name.",
    },
    required="Required.",
    choices={
        "tiến độ": "pace of the target",
        "tiến độ lao động trực tiếp": "pace of direct workers",
        "tiến độ ngoài Nhà nước": "pace of the non-state sector",
        "đạt chỉ tiêu": "target reached",
        "cập nhật": "uploads",
        "hợp lệ": "valid",
        "trên 100 đoàn viên": "per 100 members",
        "đã tính giá trị": "benefit computed",
        "tỷ lệ hợp lệ": "share valid",
        "tỷ lệ không hợp lệ": "share not valid",
        "tỷ lệ lao động trực tiếp": "share of direct workers",
        "tỷ lệ ngoài Nhà nước": "share of the non-state sector",
        "tỷ lệ đã tính giá trị": "share with a benefit",
        "tăng trưởng": "growth",
        "số ngày xét": "days to judge",
        "đều": "evenly",
        "có/không": "yes or no",
        "số lượng": "an amount",
        "bậc": "in steps",
        "chính thức": "official",
        "mô phỏng": "simulated",
        "chỉ số công bố": "published figures only",
        "đăng ký": "registered",
        "giao": "assigned",
        "định hướng": "guided",
        "không": "none",
        "Có": "yes",
        "Không": "no",
    },
    help={
        "grading_criterion.measure": "What is measured in the period; one row per measure.",
        "grading_criterion.weight": "Below 0 it is a deduction (for shares only).",
        "grading_criterion.scale": "“đều”: evenly between the next two columns; “bậc”: by the column of steps.",
        "grading_criterion.steps": "From which value on, and what percentage of the maximum points.",
        "grading_class.quota_pct": "Blank for no limit.",
        "readiness_item.kind": "“có/không” (yes or no), or “số lượng” for what is counted.",
        "programme.code": "a–z, 0–9 and -, 2 to 40 characters; it never changes.",
        "programme.short_name": "In the corner of the page and on the browser's tab.",
        "programme.whole_vi": "Such as: cả nước, toàn tỉnh, toàn công ty.",
        "programme.benefit_limits": "Three rising limits, separated by semicolons; blank is 30; 100; 500.",
        "programme.alike_units": "How many units must be alike before anything is expected of one, from 4; blank is 6.",
        "programme.alike_times": "Units count as similar in size up to this many times the members; blank is 3.",
        "programme.reward_days": "Within how many days of the decision a reward should follow; blank means no limit.",
        "programme.boundary": "63 or 34 provinces, or no map; blank is by dates.",
        "phase.parent": "The number of the larger phase that contains this one.",
        "unit.code": "A code of its own.",
        "unit.parent": "Code or name of the unit above, from this sheet.",
        "unit.ranked": "Blank: yes where no unit stands above.",
        "unit.end": "The last day it takes part.",
        "unit.aliases": "Separated by semicolons.",
        "target.value": "A number; “10%” of the members; “xóa” removes it.",
        "target.phase": "Name or number of the phase; blank is the whole programme.",
    },
    cell="{table} {row} · {column}: “{before}” → “{after}”{by}",
    overwritten=" (the former target is from “{source}”, written by {who})",
    more_cells="… and {count} more cells.",
    columns={"state": "State", "unit": "Unit", "qualifier": "Precision", "name_vi": "Name"},
    none_yet="There is no programme yet. A workbook to fill in: programme template FILE.xlsx; load it: programme load FILE.xlsx.",
    begin="The database has no programme yet, so there is nothing to see. First, set up your own.",
    begin_link="Set up the first programme",
    no_records="The programme has no initiatives yet. Next, import a file of initiatives.",
    ask_admin="There is no programme yet. Ask an administrator to set one up on the page “Programmes”.",
    may_not="Only administrators may set up and change programmes.",
    intro="Programmes are data: names, phases, units that take part, sectors, targets. Set them up here, without a developer; "
    "every save is previewed and logged, and can be undone on the page “Import”.",
    tabs=("List", "From an Excel file", "Quick start", "Edit tables"),
    list_note="As of {moment}, when this page was opened: every initiative recorded, against the target of the whole programme; the "
    "state by the dates of the programme. The filters of other pages do not apply here.",
    heads={
        "code": "Code",
        "name": "Name",
        "state": "State",
        "default": "Default",
        "units": "Ranked units",
        "uploads": "Initiatives",
        "target": "Target",
        "reached": "Reached",
        "newest": "Newest initiative",
    },
    actions={
        "default": "Make it the default",
        "close": "Close",
        "reopen": "Reopen",
        "archive": "Archive",
        "compare-open": "Open comparison of units",
        "compare-closed": "Close comparison of units",
        "remove": "Remove",
    },
    action_notes={
        "compare-open": "Every account sees the totals of all units, but not the single initiatives or authors of others.",
        "compare-closed": "Accounts limited to some units see only the figures of those units: neither other units nor the total.",
    },
    which="Programme",
    sure="Remove programme {code} for good? Only possible without initiatives and frozen figures.",
    export="Download as Excel file",
    template="Download the Excel template",
    template_note="1. Download the template and fill it in. Only the sheet “Chương trình” is required; the others can come later, one at a time.",
    upload="2. Choose the completed file",
    upload_note="A .xlsx file of at most {most} MB. Nothing is saved until you click save.",
    preview_new="A new programme “{code}” would be set up:",
    preview_changed="Programme “{code}” would change:",
    cells_title="Every cell that would change",
    save="Save the programme",
    discard="Discard, save nothing",
    saved_page="Programme {code} saved (import {batch}). This can be undone on the page “Import”.",
    open_it="Open programme {code}",
    members_next="Add the units that take part",
    import_next="Import initiatives into this programme",
    copy_title="From an existing programme (such as next year's from this year's)",
    copy_from="Copy from",
    new_code="New code",
    copy_button="Preview the copy",
    form_title="With a short form",
    form_note="Phases, units and targets follow under “Edit tables” or with an Excel file.",
    form_button="Preview",
    edit_note="Change, add or remove rows, then “Preview the change”: nothing is saved before you confirm. To remove a target, write “xóa”.",
    edit_button="Preview the change",
    changed_meanwhile="{who} changed this programme after you began. Below is what would change in that newer version: "
    "check every cell before you save, so as not to overwrite what somebody else has just changed.",
    somebody="Somebody else",
    take_theirs="Discard my changes, take the new version",
    line_column="Row",
    value_column="Value",
)
