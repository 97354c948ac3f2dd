"""Texts about an imported file: what was recognised, questions, errors, result."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class ImportTexts:
    """{Blanks} take formatted numbers and dates.

    `whole` has sentences about a file or a database, `rows` those about cells of a column.
    """

    whole: Mapping[str, str]
    rows: Mapping[str, str]
    reasons: Mapping[str, str]
    details: Mapping[str, str]
    severities: Mapping[str, str]
    kinds: Mapping[str, str]
    encodings: Mapping[str, str]
    containers: Mapping[str, str]
    line: str
    lines: str
    more_lines: str
    in_sheet: str
    about_column: str
    about_lines: str
    example: str
    hint: str
    one_row: str
    one_line: str
    file: str
    read_as: str
    valid_rows: str
    compared: str
    totals: str
    benefit: str
    period: str
    headings: str
    heading: str
    first_rows: str
    shown_errors: str
    errors_saved: str
    answer_with: str
    reading: str
    writing: str
    saved: str
    saved_nothing: str
    left_out: str
    held: str
    may_undo: str
    would_save: str
    not_saved: str
    undone: str
    unfinished: str
    decided: str
    removed: str
    nothing_waits: str
    waiting: str
    batch: str
    batch_undone: str
    no_batches: str
    intro: str
    may_not_write: str
    tab_intake: str
    tab_batches: str
    tab_queue: str
    programme: str
    kind: str
    upload: str
    upload_note: str
    files: str
    numbers_of_file: Mapping[str, str]
    columns: Mapping[str, str]
    mapping_title: str
    problems_title: str
    all_wrong_rows: str
    units_title: str
    units_advice: str
    units_to_name: str
    sectors_title: str
    unit_question: str
    choose_unit: str
    apply: str
    means_blank: str
    yes_convert: str
    other_encoding: str
    month_day: str
    day_month: str
    include_hidden: str
    skip_hidden: str
    all_sheets: str
    these_sheets: str
    ignore_total: str
    to_successor: str
    keep_ended: str
    template: str
    template_written: str
    type_by_hand: str
    typed_file: str
    add_typed: str
    clear_typed: str
    look_at_typed: str
    synced: str
    deleted_there: str
    tab_sync: str
    no_sources: str
    source_state: str
    source_problem: str
    answer_waiting: str
    back_to_files: str
    answers_written: str
    tab_memory: str
    memory_note: str
    nothing_remembered: str
    forget: str
    left_blank: str
    remembered: Mapping[str, str]
    from_source: Mapping[str, str]
    columns_title: str
    column_question: str
    other_columns: str
    heading_question: str
    not_used: str
    words_title: str
    word_question: str
    means_amount: str
    may_save_good: str
    overwrite: str
    overwrites_title: str
    overwritten: Mapping[str, str]
    phase_of_target: str
    whole_programme: str
    new_unit: str
    same_initiative: str
    other_initiatives: str
    mark_of_thousands: str
    mark_of_decimals: str
    in_thousands: str
    in_millions: str
    in_billions: str
    in_dong: str
    keep_good: str
    save: str
    saving_locked: str
    nothing_to_save: str
    save_again: str
    see_result: str
    undo: str
    undo_sure: str
    keep: str
    remove: str
    select_entries: str
    decided_title: str
    decisions: Mapping[str, str]
    reading_rows: str
    writing_rows: str
    held_on_page: str
    reason_column: str
    line_column: str


VIETNAMESE: Final = ImportTexts(
    whole={
        # the file as a whole is refused
        "no_such_file": "Không mở được tệp: tệp không có hoặc không có quyền đọc.",
        "empty_file": "Tệp rỗng.",
        "no_rows": "Tệp không có dòng dữ liệu nào, chỉ có tiêu đề cột.",
        "no_headings": "Không thấy dòng tiêu đề cột trong 40 dòng đầu. Cần có các cột: {expected}.",
        "missing_column": "Tệp thiếu cột {columns}. Tiêu đề có trong tệp: {there}.",
        "repeated_column": "Tệp bị trùng cột {columns}: có hai cột cùng nghĩa nên không biết lấy cột nào. Xóa hoặc đổi tên một cột.",
        "wrong_kind": "Chọn nhập {asked} nhưng đây là tệp {found}.",
        "archived_default": "Chương trình “{programme}” đã lưu trữ nên không đặt làm mặc định được; hãy mở lại trước.",
        "programme_in_use": "Chương trình “{programme}” đã có sáng kiến hoặc số liệu đã chốt nên không xóa được; hãy khép lại hoặc lưu trữ.",
        "programme_is_there": "Mã “{programme}” đã có chương trình dùng; hãy chọn mã khác.",
        "no_period": "Chương trình “{programme}” chưa ghi ngày bắt đầu và kết thúc nên không chép được.",
        "unknown_programme": "Không có chương trình “{programme}”. Các mã đang có: {known}.",
        "broken_file": "Tệp hỏng hoặc tải về chưa hết: không mở được. Hãy tải lại hoặc mở bằng Excel rồi lưu lại.",
        "broken_utf8": "Chữ bị hỏng ở dòng {line}: byte không thuộc bảng mã UTF-8. Hãy lưu lại tệp bằng mã UTF-8.",
        "unknown_encoding": "Không nhận ra bảng mã chữ Việt của tệp (từ dòng {line}). Hãy lưu lại tệp bằng mã UTF-8 hoặc dạng .xlsx.",
        "lost_quote": "Dấu ngoặc kép không đóng, dòng {line}: các dòng sau bị nuốt vào một ô.",
        "line_too_long": "Dòng {line} quá dài để là một dòng của bảng.",
        "too_many_columns": "Quá nhiều cột, dòng {line}: tệp chỉ được có tới {most} cột.",
        "file_too_large": "Tệp quá lớn: {megabytes} MB, nhiều nhất {most} MB. Hãy chia thành nhiều lần nhập, hoặc nâng IMPORT_MEGABYTES ở máy chủ (mỗi 300 MB cần thêm 1 GB bộ nhớ).",
        "too_many_files": "Thư mục hoặc tệp nén có {count} tệp, nhiều nhất {most}. Hãy chia thành vài lần.",
        "no_files": "Thư mục hoặc tệp nén không có tệp nào đọc được ({endings}).",
        "inside": "Tệp {file}: {what} Chưa tệp nào được lưu.",
        "unpacks_too_large": "Tệp quá lớn khi giải nén. Nếu là bảng thật hàng trăm nghìn dòng, hãy lưu dạng CSV UTF-8 rồi nhập.",
        "unsafe_xml": "Tệp không an toàn: bên trong có khai báo thực thể XML, bảng tính thật không có.",
        "strange_parts": "Tệp bất thường: bên trong có {parts} phần hoặc đường dẫn chỉ ra ngoài tệp.",
        "password": "Tệp có mật khẩu. Hãy bỏ mật khẩu rồi lưu lại.",
        "not_a_workbook": "Đây không phải tệp Excel hay CSV mà là tệp {found}.",
        "excel_2003_xml": "Đây là tệp Excel 2003 dạng XML. Hãy mở bằng Excel, chọn Lưu thành (Save As), loại “Excel Workbook (.xlsx)”, rồi tải lại.",
        "web_page": "Đây là trang web (HTML), dù tên tệp có thể là .xls. Hãy mở bằng Excel, chọn Lưu thành (Save As), loại “Excel Workbook (.xlsx)”, rồi tải lại.",
        "word_file": "Đây là tệp Word. Hãy chép bảng sang Excel, lưu dạng .xlsx, rồi tải lại.",
        "lost_accents": "Chữ Việt đã mất dấu khi lưu dạng ANSI ({count} ô, như “{example}”). Hãy mở tệp gốc, lưu dạng .xlsx hoặc “CSV UTF-8”, rồi tải lại.",
        "reader_died": "Tệp quá lớn hoặc bất thường: bộ đọc phải dừng giữa chừng. Hãy mở bằng Excel, lưu lại dạng .xlsx và thử lại.",
        # questions
        "legacy_encoding": "Chữ trong tệp dùng mã cũ {encoding}. Đọc thành chữ Việt như sau có đúng không? {preview}",
        "month_first": "Cột “{column}” có ngày dạng tháng/ngày, như {example}. Cả cột là tháng/ngày/năm phải không?",
        "hidden_rows": "Có {count} dòng ẩn (từ dòng {first} đến dòng {last}), thường do bộ lọc. Nhập cả các dòng ẩn hay bỏ qua?",
        "several_sheets": "Có nhiều trang cùng mẫu: {sheets} ({rows} dòng). Nhập trang nào?",
        "total_differs": "Tổng các tỉnh khác dòng Cả nước: dòng tổng ghi {total}, các đơn vị cộng lại {parts}, chênh {gap}. Bỏ qua dòng tổng?",
        "whole_differs": "Tổng các đơn vị xếp hạng khác dòng tổng: dòng tổng ghi {total}, các đơn vị cộng lại {parts}, chênh {gap}. Bỏ qua dòng tổng?",
        "union_missing": "Tệp không có cột Đơn vị. Lấy đơn vị từ đâu: dòng nhóm ({group}), tên trang ({sheet}) hay tên tệp ({file})?",
        "answers_remembered": "Dùng {count} câu trả lời đã nhớ từ lần trước; xem và bỏ ở thẻ “Câu trả lời đã nhớ”.",
        "unreadable_answers": "Không đọc được tệp câu trả lời {file}: {reason}.",
        "unreadable_source": "Không đọc được tệp mô tả nguồn {file}: {reason}.",
        "source_away": "Chưa đọc được nguồn {source}: {reason}. Lần sau sẽ đọc tiếp từ chỗ đã xong.",
        "union_from_group": "Đơn vị lấy theo dòng nhóm ở phía trên.",
        "union_from_sheet": "Đơn vị lấy theo tên trang.",
        "union_from_file": "Đơn vị lấy theo tên tệp.",
        "overwrites": "{count} dòng sẽ ghi đè số liệu đang có; giá trị cũ và mới ở ngay dưới. Ghi đè?",
        "alike_codes": "Có {count} nhóm mã chỉ khác nhau ở số 0 đứng đầu, chữ hoa, dấu gạch hay khoảng trắng: {pairs}. Là cùng một sáng kiến?",
        "unit_in_doubt": "Cột “{column}”: “{example}” quá nhỏ để là số đồng, mà tệp không ghi đơn vị tính. Số trong cột tính bằng gì?",
        "dots_in_doubt": "Cột “{column}”: “{example}” có thể là {thousands} hoặc {decimal}, không có ô nào khác cho biết. Dấu đó là dấu gì?",
        # warnings and notes
        "wrong_extension": "Đuôi tệp không khớp: tên tệp là {extension} nhưng nội dung là {found}; đọc theo nội dung.",
        "overwrites_confirmed": "{count} dòng ghi đè số liệu đang có, như đã đồng ý.",
        "alike_codes_joined": "Mã coi là một: {pairs}; {count} dòng phía trên nhường cho dòng sau.",
        "macros": "Macro bị bỏ qua.",
        "external_links": "Liên kết tới tệp khác bị bỏ qua; lấy giá trị đã lưu trong ô.",
        "hidden_sheets": "Trang ẩn bị bỏ qua: {sheets}.",
        "sheets_without_table": "Trang không có bảng như vậy, không đọc: {sheets}.",
        "empty_inside": "Tệp trống, không có dòng nào: {sheets}.",
        "files_not_read": "Không phải bảng nên không đọc: {sheets}.",
        "hidden_columns_read": "Cột ẩn vẫn được đọc: {columns}.",
        "stray_cells": "Ô lạc ngoài bảng bị bỏ qua: {count} ô.",
        "filled_down": "Ô gộp: điền xuống {count} ô.",
        "ignored_columns": "Bỏ qua cột: {columns}.",
        "guessed_encoding": "Tệp không ghi mã hóa; nhận ra mã hoá {encoding}.",
        "legacy_converted": "Đã đổi chữ từ mã cũ {encoding} sang Unicode.",
        "total_rows_left_out": "Bỏ qua dòng tổng cộng, dòng {lines}.",
        "sums_agree": "Dòng tổng khớp với các dòng cộng lại, dòng {lines}.",
        "sum_differs": "Dòng tổng {line} ghi {total} đồng nhưng các dòng phía trên cộng lại {parts} đồng.",
        "group_rows_left_out": "Bỏ qua dòng nhóm, dòng {lines}, như “{example}”.",
        "signatures_left_out": "Bỏ qua phần ký tên, dòng {lines}, như “{example}”.",
        "notes_left_out": "Bỏ qua ghi chú, dòng {lines}, như “{example}”.",
        "other_table_left_out": "Bỏ qua bảng khác ở phía dưới ({example}), dòng {lines}.",
        "factor_applied": "Cột “{column}”: số trong tệp được nhân với {factor} để ra đồng ({count} dòng).",
        "names_with_other_accents": "Tên có dấu khác với tên đơn vị được hiểu: {pairs}. Nếu là đơn vị khác, hãy sửa tên hoặc ghi mã đơn vị.",
        "units_of_the_day": "Tên của nhiều đơn vị, mỗi dòng ghi cho đơn vị tham gia vào ngày của dòng: {pairs}.",
        "units_ended": "{count} dòng có ngày sau khi đơn vị đã kết thúc: {pairs}. Ghi các dòng đó cho đơn vị kế tục?",
        "units_ended_moved": "{count} dòng sau ngày kết thúc của đơn vị được ghi cho đơn vị kế tục: {pairs}.",
        "units_not_yet": "{count} dòng có ngày trước khi đơn vị tham gia chương trình (đơn vị → từ ngày): {pairs}. Vẫn ghi cho đơn vị đó.",
        "units_ended_kept": "{count} dòng sau ngày kết thúc của đơn vị vẫn ghi cho đơn vị cũ: {pairs}.",
        "total_row_agrees": "Dòng tổng {total} khớp với tổng các đơn vị; không nhập dòng này.",
        "total_row_ignored": "Bỏ qua dòng tổng {total}; tổng các đơn vị là {parts}.",
        "hidden_rows_include": "Nhập cả {count} dòng ẩn.",
        "hidden_rows_skip": "Bỏ qua {count} dòng ẩn.",
        "repeated_rows": "{count} dòng trùng bị bỏ (giống hệt dòng trước), dòng {lines}.",
        "nothing_new": "{count} dòng đã có, 0 dòng mới: tệp này không thay đổi gì.",
        "codes_of_others": "{count} mã sáng kiến trong tệp đã thuộc đơn vị ngoài phạm vi của bạn: {codes}. Hãy đặt mã khác rồi nhập lại.",
        "old_names": "Tên cũ → tên mới từ 01/07/2025: {pairs}. Số liệu vẫn ghi theo đơn vị ở tên cũ.",
        "units_below": "{count} dòng ghi mã của đơn vị cấp dưới (như {unit}): tính cho đơn vị xếp hạng ở trên (như {above}).",
        "code_over_name": "{count} dòng có mã đơn vị và tên đơn vị nói hai đơn vị khác nhau (như {unit} và “{name}”): ghi theo mã.",
        "day_first_assumed": "Cột “{column}”: mọi ngày đều đọc được hai cách, đã đọc theo ngày/tháng/năm.",
        # a second look
        "same_title": "Nghi trùng: {count} sáng kiến trùng tên (hoặc gần trùng) với sáng kiến khác cùng tác giả hay cùng đơn vị, như “{example}”.",
        "huge_benefit": "{count} sáng kiến có giá trị làm lợi trên 500 tỷ đồng.",
        "outside_programme": "{count} sáng kiến có ngày cập nhật ngoài thời gian chương trình {programme} ({start} – {end}).",
        "sudden_jump": "{count} ngày có đơn vị tăng từ 20 lần so với ngày thường.",
        # nothing was saved or undone
        "interrupted": "Chưa lưu, chưa có dòng nào được ghi: lượt nhập bị ngắt giữa chừng.",
        "not_ready": "Chưa lưu: còn câu hỏi hoặc lỗi chưa giải quyết.",
        "changed_meanwhile": "Chưa lưu: trong lúc xem trước, dữ liệu đã bị thay đổi bởi lượt khác. Hãy xem lại rồi lưu.",
        "somebody_else_is_importing": "Chưa lưu: đang có lượt nhập khác, chờ quá lâu. Hãy thử lại sau.",
        "disk_full": "Chưa lưu được, chưa có dòng nào được ghi: máy chủ hết chỗ trên đĩa.",
        "database_lost": "Chưa lưu được, chưa có dòng nào được ghi: mất kết nối cơ sở dữ liệu. Hãy thử lại.",
        "database_refused": "Chưa lưu được, chưa có dòng nào được ghi: cơ sở dữ liệu từ chối. Gửi mã {reference} cho nhóm dữ liệu.",
        "read_only": "Chưa lưu, chưa có dòng nào được ghi: cơ sở dữ liệu nằm ở nơi chỉ đọc được.",
        "newer_schema": "Chưa lưu, chưa có dòng nào được ghi: cơ sở dữ liệu thuộc phiên bản mới hơn chương trình này ({revision}). Người quản trị cần cài phiên bản mới.",
        "not_prepared": "Cơ sở dữ liệu chưa được chuẩn bị cho phiên bản này. Người quản trị cần chạy “python -m data_access init”.",
        "unknown_unit_code": "Không có đơn vị nào mã “{unit}”.",
        "no_such_batch": "Không có lượt nhập số {batch}.",
        "already_undone": "Lượt nhập số {batch} đã được hoàn tác lúc {at}.",
        "later_edits": "Không hoàn tác được lượt nhập số {batch}: các lượt sau ({batches}) đã sửa tiếp những dòng này. Hãy hoàn tác các lượt đó trước.",
        "examples_edited": "Không hoàn tác được lượt nhập số {batch}: điển hình {example} đã được sửa, thêm ảnh hoặc có đơn vị báo áp dụng sau đó.",
        "rows_gone": "Không hoàn tác được lượt nhập số {batch}: đã ghi {written} dòng nhưng nay còn {there}, có người sửa ngoài công cụ nhập.",
        "unknown_decision": "Không có quyết định “{decision}”.",
        "nothing_waits": "Không có dòng nào chờ xem lại với số đã chọn.",
    },
    rows={
        "missing_value": "ô bắt buộc để trống",
        "error_cell": "ô báo lỗi {value}",
        "not_calculated": "công thức chưa tính: mở bằng Excel và lưu lại",
        "control_character": "có ký tự điều khiển",
        "broken_letters": "chữ bị hỏng (�)",
        "too_long": "dài quá {hint} ký tự",
        "long_numeric_code": "mã dài phải để dạng chữ: Excel đã làm mất các chữ số cuối",
        "code_became_date": "mã bị Excel đổi thành ngày: hãy để cột ở dạng chữ",
        "code_twice": "cùng một mã nhưng nội dung khác nhau",
        "unknown_unit": "đơn vị, tỉnh không hợp lệ: không phải thành viên của chương trình",
        "name_of_two": "tên của nhiều đơn vị trong chương trình",
        "unknown_province": "không có tỉnh, thành phố này",
        "unknown_sector": "không có lĩnh vực này",
        "unknown_word": "không có giá trị này",
        "unknown_phase": "không có giai đoạn này",
        "outside_scope": "không có quyền với {value}",
        "not_a_date": "không phải ngày",
        "no_such_day": "ngày không tồn tại",
        "two_digit_year": "năm 2 chữ số",
        "future_date": "ngày ở tương lai",
        "decided_before_uploaded": "ngày công nhận trước ngày đăng ký ({hint})",
        "not_a_number": "không phải số",
        "not_whole": "không phải số nguyên",
        "negative_number": "số âm",
        "number_too_large": "số quá lớn",
        "foreign_digits": "chữ số lạ, không phải 0–9",
        "target_missing": "chưa có chỉ tiêu",
        "target_zero": "chỉ tiêu bằng 0",
        "members_unknown": "không tính được vì chưa biết số đoàn viên của đơn vị",
        "share_too_large": "tỷ lệ lớn hơn 100% đoàn viên",
        "two_targets": "{value} – một nơi có hai chỉ tiêu",
        "unit_twice": "đơn vị có hai dòng",
        "no_members": "số đoàn viên bằng 0",
        "unit_ended": "đơn vị đã kết thúc ngày {hint} và không ghi đơn vị kế tục",
        "too_few_cells": "dòng thiếu ô so với tiêu đề",
        "too_many_cells": "dòng thừa ô so với tiêu đề",
        # warnings
        "eth_repaired": "đã đổi chữ Ð thành Đ",
        "spaces_repaired": "đã đổi khoảng trắng lạ thành khoảng trắng thường",
        "control_characters_removed": "ký tự điều khiển đã bỏ",
        "hidden_characters_removed": "ký tự ẩn đã bỏ",
        "decimal_codes": "mã dạng 123.0 được đọc là 123",
        "serial_dates": "số ngày Excel được đọc thành ngày",
        "read_as_blank": "được hiểu là để trống (không phải 0)",
        "amount_in_words": "số viết bằng chữ được đọc thành đồng",
        "rounded": "làm tròn đồng",
        "unknown_word_left_out": "từ không có trong danh mục, để “chưa phân loại”",
    },
    reasons={
        "same_title": "Nghi trùng", "huge_benefit": "Trên 500 tỷ đồng", "outside_programme": "Ngoài thời gian chương trình", "sudden_jump": "Tăng đột biến",
    },
    details={
        "same_title": "“{title}” giống {other}",
        "huge_benefit": "{amount}, “{title}”",
        "outside_programme": "cập nhật {moment}, “{title}”",
        "sudden_jump": "{unit}, ngày {day}: {n} sáng kiến, ngày thường {usual}",
    },
    severities={
        "refused": "Không nhận tệp",
        "question": "Cần trả lời",
        "error": "Lỗi",
        "warning": "Lưu ý",
        "held": "Sẽ chờ xem lại",
        "info": "Đã hiểu",
    },
    kinds={"initiatives": "sáng kiến", "targets": "chỉ tiêu", "units": "đơn vị", "figures": "số liệu công bố", "readiness": "sẵn sàng", "examples": "điển hình", "second look": "bỏ sau khi xem lại", "programme": "thiết lập chương trình"},
    encodings={
        "utf-8": "UTF-8", "utf-16": "UTF-16", "windows-1258": "Windows-1258", "tcvn3": "TCVN3 (ABC)", "vni": "VNI", "viqr": "VIQR (Ca?i tie^'n)", "doubled": "UTF-8 bị mã hóa hai lần", "several": "TCVN3 lẫn VNI",
    },
    containers={"csv": "CSV", "xlsx": "Excel (.xlsx)", "xls": "Excel 97–2003 (.xls)", "xlsb": "Excel nhị phân (.xlsb)", "ods": "OpenDocument (.ods)", "bundle": "nhiều tệp một lần"},
    line="dòng {lines}",
    lines="dòng {lines}",
    more_lines="{lines} … ({count} dòng)",
    in_sheet="trang “{sheet}”",
    about_column="Cột “{column}”: {what}, {lines}",
    about_lines="{what}, {lines}",
    example="ví dụ “{value}”",
    hint="gợi ý: {hint}",
    one_row="{where}, cột “{column}”: {what}",
    one_line="{where}: {what}",
    file="{file} → {programme}, {kind}",
    read_as="Đọc là {container}",
    valid_rows="Trong tệp có {rows} dòng: {good} dòng hợp lệ, {wrong} dòng lỗi, {repeated} dòng trùng.",
    compared="So với cơ sở dữ liệu: {new} dòng mới, {changed} dòng thay đổi, {same} dòng đã có.",
    totals="Cộng các dòng hợp lệ: {rows} dòng của {units} đơn vị.",
    benefit="Giá trị làm lợi {amount}, tính được ở {count} dòng.",
    period="Ngày cập nhật từ {first} đến {last}.",
    headings="Cột đã hiểu: {headings}.",
    heading="{field} ← “{heading}”",
    first_rows="Các dòng đầu:",
    shown_errors="Liệt kê {shown} lỗi đầu trong tổng số {total}.",
    errors_saved="Danh sách đầy đủ các dòng lỗi kèm lý do: {file}",
    answer_with="Trả lời bằng: {options}",
    reading="đang đọc",
    writing="đang ghi",
    saved="Đã lưu lượt nhập số {batch}: {new} dòng mới, {changed} dòng thay đổi, {same} dòng đã có.",
    saved_nothing="Không có gì để lưu: {same} dòng đã có, 0 dòng mới.",
    left_out="{count} dòng lỗi không được nhập.",
    held="{count} mục chờ xem lại: python -m data_access queue",
    may_undo="Hoàn tác: python -m data_access undo {batch}",
    would_save="Chạy thử: sẽ lưu {new} dòng mới, {changed} dòng thay đổi. Chưa lưu gì.",
    not_saved="Chưa lưu gì.",
    undone="Đã hoàn tác lượt nhập số {batch} ({file}): xóa {removed} dòng, trả lại {restored} dòng như trước.",
    unfinished="Lượt nhập tệp {file} của {who} lúc {at} bị dừng giữa chừng: chưa có dòng nào được ghi.",
    decided="Đã giữ lại {count} mục.",
    removed="Đã bỏ các dòng của {count} mục (lượt số {batch}, có thể hoàn tác).",
    nothing_waits="Không có mục nào chờ xem lại.",
    waiting="{id}. {reason}: {code} – {detail}",
    batch="{batch}. {at} · {who} · {kind} · {file} · {rows} dòng",
    batch_undone="đã hoàn tác {at}",
    no_batches="Chưa có lượt nhập nào.",
    intro="Tải lên tệp Excel hoặc CSV do các đơn vị gửi. Chưa có gì được lưu cho tới khi bấm “Lưu”; lưu rồi vẫn hoàn tác được.",
    may_not_write="Chỉ tài khoản nghiệp vụ, phụ trách hoặc quản trị được nhập dữ liệu.",
    tab_intake="Nhập tệp",
    tab_batches="Các lượt nhập",
    tab_queue="Chờ xem lại",
    programme="Chương trình",
    kind="Tệp chứa",
    upload="Chọn một hay nhiều tệp",
    upload_note="CSV, XLSX, XLS, ODS hoặc ZIP của các tệp ấy, mỗi tệp tới {most} MB; nhiều tệp được xem trước và lưu cùng một lần. Lớn hơn: python -m data_access import",
    files="{count} bảng",
    numbers_of_file={"good": "Dòng hợp lệ", "wrong": "Dòng lỗi", "new": "Sẽ thêm mới", "changed": "Sẽ sửa", "same": "Đã có"},
    columns={"sheet": "Trang", "line": "Dòng", "column": "Cột", "what": "Lý do", "value": "Giá trị trong tệp", "hint": "Gợi ý", "reason": "Lý do", "code": "Mã", "detail": "Nội dung", "held_at": "Từ lúc", "decision": "Quyết định", "decided_by": "Người quyết định", "decided_at": "Lúc", "id": "Số"},
    mapping_title="Cột trong tệp được hiểu là",
    problems_title="Các ô cần sửa",
    all_wrong_rows="Tải danh sách {count} dòng lỗi kèm lý do (CSV)",
    units_title="Đơn vị chưa nhận ra: chọn một lần, lần sau máy tự nhớ",
    units_advice="Chọn đơn vị thành viên mà mỗi tên nói đến. Nếu là đơn vị mới của chương trình, người quản trị thêm ở trang Chương trình rồi nhập lại tệp.",
    units_to_name="Với mỗi tên như vậy: ghi mã đơn vị thành viên mà tên nói đến (python -m data_access programme export {programme} --out FILE.xlsx liệt kê các mã), hoặc thêm đơn vị vào chương trình (trang Chương trình hay programme load), rồi nhập lại.",
    sectors_title="Lĩnh vực chưa nhận ra",
    unit_question="“{value}” ({count} dòng)",
    choose_unit="Chọn…",
    apply="Áp dụng",
    means_blank="“{value}” nghĩa là chưa có số: để trống",
    yes_convert="Đúng, đổi sang Unicode",
    other_encoding="Không đúng, thử mã khác",
    month_day="Tháng/ngày/năm",
    day_month="Ngày/tháng/năm",
    include_hidden="Nhập cả dòng ẩn",
    skip_hidden="Bỏ qua dòng ẩn",
    all_sheets="Tất cả các trang",
    these_sheets="Các trang sẽ nhập",
    ignore_total="Bỏ qua dòng tổng",
    to_successor="Ghi cho đơn vị kế tục",
    keep_ended="Giữ đơn vị cũ",
    template="Tải mẫu Excel của chương trình này",
    template_written="Đã ghi mẫu vào {file}.",
    type_by_hand="Gõ tay vài sáng kiến",
    typed_file="go-tay.csv",
    add_typed="Thêm dòng",
    clear_typed="Xóa các dòng đã gõ",
    look_at_typed="Xem trước {count} dòng đã gõ",
    synced="{source}: {new} dòng mới, {changed} dòng thay đổi, {same} dòng đã có, {waiting} mục chờ trả lời.",
    deleted_there="{count} sáng kiến không còn ở nguồn (không xóa ở đây): {codes}",
    tab_sync="Nguồn tự động",
    no_sources="Chưa có nguồn nào tự đọc: xem “python -m data_access sync”.",
    source_state="{source}: lần đọc thành công gần nhất {moment}; {waiting} dòng chờ trả lời; {deleted} sáng kiến không còn ở nguồn",
    source_problem="{source}: lần đọc gần nhất chưa xong ({problem})",
    answer_waiting="Trả lời cho {count} dòng đang chờ",
    back_to_files="Thôi, trở lại nhập tệp",
    answers_written="Câu hỏi và các lựa chọn đã ghi vào {file}: điền rồi chạy lại với --answers {file}",
    tab_memory="Câu trả lời đã nhớ",
    memory_note="Những gì đã trả lời khi nhập tệp được dùng lại cho tệp sau. Bấm “Quên” để được hỏi lại. Tên đơn vị dùng chung cho mọi người.",
    nothing_remembered="Chưa nhớ câu trả lời nào.",
    forget="Quên",
    left_blank="để trống",
    remembered={"unit": "Đơn vị", "heading": "Tiêu đề", "word": "Từ", "sector": "Lĩnh vực", "amount": "Số", "blank": "Số", "union_from": "Đơn vị của tệp"},
    from_source={"group": "Dòng nhóm", "sheet": "Tên trang", "file": "Tên tệp"},
    columns_title="Cột nào là cột còn thiếu?",
    column_question="Cột “{column}” là",
    other_columns="Cột chưa hiểu: chọn ý nghĩa",
    heading_question="“{heading}” nghĩa là",
    not_used="Không dùng cột này",
    words_title="Từ chưa có trong danh mục: chọn một lần, lần sau máy tự nhớ",
    word_question="{column}: “{value}” ({count} dòng)",
    means_amount="“{value}” là {amount}",
    may_save_good="{good} dòng đúng lưu được ngay với --save-good-rows; {wrong} dòng lỗi được liệt kê riêng.",
    overwrite="Ghi đè {count} dòng",
    overwrites_title="Sẽ ghi đè ({shown} giá trị đầu):",
    overwritten={"subject": "Mã hoặc đơn vị", "field": "Cột", "old": "Đang có", "new": "Trong tệp", "source": "Nguồn đang có"},
    phase_of_target="giai đoạn {phase}",
    whole_programme="cả chương trình",
    new_unit="đơn vị mới",
    same_initiative="Cùng một sáng kiến: lấy dòng sau",
    other_initiatives="Các sáng kiến khác nhau",
    mark_of_thousands="Ngăn cách hàng nghìn",
    mark_of_decimals="Ngăn cách phần lẻ",
    in_thousands="Nghìn đồng",
    in_millions="Triệu đồng",
    in_billions="Tỷ đồng",
    in_dong="Đồng, làm tròn",
    keep_good="Lưu các dòng đúng, để lại {count} dòng lỗi",
    save="Lưu {count} dòng",
    saving_locked="Cần trả lời câu hỏi hoặc sửa lỗi ở trên trước khi lưu.",
    nothing_to_save="Không có gì mới để lưu.",
    save_again="Xem lại",
    see_result="Xem trang Tổng quan",
    undo="Hoàn tác",
    undo_sure="Xóa các dòng đã thêm và trả các dòng đã sửa về như trước?",
    keep="Giữ lại",
    remove="Bỏ các dòng này",
    select_entries="Chọn các mục rồi quyết định. Trong lúc chờ, các dòng vẫn được tính.",
    decided_title="Đã quyết định",
    decisions={"keep": "giữ lại", "remove": "đã bỏ", "undone": "lượt nhập đã hoàn tác"},
    reading_rows="Đang đọc: {count} dòng",
    writing_rows="Đang ghi: {count} dòng",
    held_on_page="{count} mục chờ xem lại ở thẻ “{tab}”.",
    reason_column="Lý do",
    line_column="Dòng",
)  # fmt: skip

ENGLISH: Final = ImportTexts(
    whole={
        "no_such_file": "The file cannot be opened: it does not exist or may not be read.",
        "empty_file": "The file is empty.",
        "no_rows": "The file has no rows, only column headings.",
        "no_headings": "No heading row in the first 40 rows. These columns are needed: {expected}.",
        "missing_column": "The file lacks the column {columns}. Its headings are: {there}.",
        "repeated_column": "The column {columns} is there twice: two columns mean the same. Delete or rename one.",
        "wrong_kind": "You chose to import {asked}, but this is a file of {found}.",
        "archived_default": "Programme “{programme}” is archived and cannot become the default; reopen it first.",
        "programme_in_use": "Programme “{programme}” has initiatives or frozen figures and cannot be removed; close or archive it.",
        "programme_is_there": "A programme has the code “{programme}” already; choose another one.",
        "no_period": "Programme “{programme}” states no start and end, so it cannot be copied.",
        "unknown_programme": "There is no programme “{programme}”. The codes are: {known}.",
        "broken_file": "The file is broken or its download was cut short. Download it again, or open and save it in Excel.",
        "broken_utf8": "Broken letters in line {line}: a byte that is not UTF-8. Save the file as UTF-8 again.",
        "unknown_encoding": "The Vietnamese encoding of the file is unknown (from line {line}). Save it as UTF-8 or as .xlsx.",
        "lost_quote": "A quotation mark is never closed, line {line}: the lines after it are swallowed into one cell.",
        "line_too_long": "Line {line} is too long to be a row of a table.",
        "too_many_columns": "Too many columns, line {line}: a file may have up to {most}.",
        "file_too_large": "The file is too large: {megabytes} MB, the most is {most} MB. Divide it into several imports, or raise IMPORT_MEGABYTES on the server (each 300 MB takes another GB of memory).",
        "too_many_files": "The folder or ZIP has {count} files, the most is {most}. Give them in several parts.",
        "no_files": "The folder or ZIP holds no file that can be read ({endings}).",
        "inside": "File {file}: {what} None of the files was saved.",
        "unpacks_too_large": "The file is too large once unpacked. A real table of hundreds of thousands of rows: save it as CSV UTF-8 and import that.",
        "unsafe_xml": "The file is not safe: it declares XML entities, which no real workbook does.",
        "strange_parts": "An unusual file: it has {parts} parts, or paths that point outside.",
        "password": "The file has a password. Remove it and save the file again.",
        "not_a_workbook": "This is not an Excel or CSV file but: {found}.",
        "excel_2003_xml": "This is an Excel 2003 XML file. Open it in Excel, choose Save As, “Excel Workbook (.xlsx)”, and upload that.",
        "web_page": "This is a web page (HTML), though its name may end in .xls. Open it in Excel, choose Save As, “Excel Workbook (.xlsx)”, and upload that.",
        "word_file": "This is a Word file. Copy the table into Excel, save it as .xlsx, and upload that.",
        "lost_accents": "The Vietnamese letters were lost when the file was saved as ANSI ({count} cells, such as “{example}”). Open the original, save it as .xlsx or “CSV UTF-8”, and upload that.",
        "reader_died": "The file is too large or strange: reading it had to be stopped. Open it in Excel, save it as .xlsx and try again.",
        "legacy_encoding": "The text uses the old encoding {encoding}. Is this the right Vietnamese? {preview}",
        "month_first": "Column “{column}” has dates as month/day, such as {example}. Is the whole column month/day/year?",
        "hidden_rows": "There are {count} hidden rows (line {first} to line {last}), usually from a filter. Import or skip them?",
        "several_sheets": "Several sheets have this form: {sheets} ({rows} rows). Which ones?",
        "whole_differs": "The total row differs from the sum of the ranked units: it says {total}, they add up to {parts}, a gap of {gap}. Ignore the total row?",
        "total_differs": "The total row differs from the sum of the units: it says {total}, they add up to {parts}, a gap of {gap}. Ignore the total row?",
        "union_missing": "The file has no column for the unit. Where is it named: group rows ({group}), the sheet's name ({sheet}) or the file's name ({file})?",
        "answers_remembered": "{count} remembered answers are used; see and remove them under “Remembered answers”.",
        "unreadable_answers": "The file of answers {file} cannot be read: {reason}.",
        "unreadable_source": "The description of the source {file} cannot be read: {reason}.",
        "source_away": "The source {source} cannot be read: {reason}. The next run goes on from where the last one ended.",
        "union_from_group": "The unit is taken from the group row above.",
        "union_from_sheet": "The unit is taken from the name of the sheet.",
        "union_from_file": "The unit is taken from the name of the file.",
        "overwrites": "{count} rows would overwrite what is stored; old and new values follow. Overwrite them?",
        "alike_codes": "Codes that differ only in leading zeros, case, dashes or spaces: {count}, namely {pairs}. Is each group one initiative?",
        "unit_in_doubt": "Column “{column}”: “{example}” is too small to be đồng, and no unit of measure is stated. What are the amounts in?",
        "dots_in_doubt": "Column “{column}”: “{example}” may be {thousands} or {decimal}, and no other cell settles which. What does the mark mean?",
        "wrong_extension": "The extension does not match: the name says {extension}, the content is {found}; the content counts.",
        "overwrites_confirmed": "{count} rows overwrite what is stored, as agreed.",
        "alike_codes_joined": "Codes taken as one: {pairs}; {count} earlier rows give way to the later one.",
        "macros": "Macros are ignored.",
        "external_links": "Links to other files are ignored; the values saved in the cells count.",
        "hidden_sheets": "Hidden sheets are ignored: {sheets}.",
        "sheets_without_table": "Sheets without such a table are not read: {sheets}.",
        "empty_inside": "Empty files without a row: {sheets}.",
        "files_not_read": "No tables, so not read: {sheets}.",
        "hidden_columns_read": "Hidden columns are still read: {columns}.",
        "stray_cells": "Stray cells outside the table are ignored: {count}.",
        "filled_down": "Merged cells: filled down into {count} cells.",
        "ignored_columns": "Ignored columns: {columns}.",
        "guessed_encoding": "The file does not name its encoding; recognised {encoding}.",
        "legacy_converted": "Text was converted from the old encoding {encoding} to Unicode.",
        "total_rows_left_out": "Ignored the total row, line {lines}.",
        "sums_agree": "The sums equal the rows they add up, line {lines}.",
        "sum_differs": "The sum in line {line} says {total} đồng, the rows above it add up to {parts} đồng.",
        "group_rows_left_out": "Ignored group rows, line {lines}, such as “{example}”.",
        "signatures_left_out": "Ignored the signatures, line {lines}, such as “{example}”.",
        "notes_left_out": "Ignored notes, line {lines}, such as “{example}”.",
        "other_table_left_out": "Ignored another table below ({example}), line {lines}.",
        "factor_applied": "Column “{column}”: numbers of the file are multiplied by {factor} to give đồng ({count} rows).",
        "names_with_other_accents": "Names with other accents than those of the unit they were read as: {pairs}. Where another unit is meant, correct the name or write its code.",
        "units_of_the_day": "A name of several units; each row goes to the unit that takes part on the day of the row: {pairs}.",
        "units_ended": "{count} rows are dated after the end of their unit: {pairs}. Give them to its successor?",
        "units_ended_moved": "{count} rows after the end of their unit go to its successor: {pairs}.",
        "units_not_yet": "{count} rows are of days before their unit took part (unit → from): {pairs}. They stay with it.",
        "units_ended_kept": "{count} rows after the end of their unit stay with it: {pairs}.",
        "total_row_agrees": "The total row {total} equals the sum of the units; it is not imported.",
        "total_row_ignored": "Ignored the total row {total}; the units add up to {parts}.",
        "hidden_rows_include": "{count} hidden rows are imported, too.",
        "hidden_rows_skip": "{count} hidden rows are skipped.",
        "repeated_rows": "Repeated rows left out (the same as an earlier row): {count}; line {lines}.",
        "nothing_new": "{count} rows are there already, 0 are new: this file changes nothing.",
        "codes_of_others": "{count} codes of the file belong to units outside your scope: {codes}. Give these rows other codes and import again.",
        "old_names": "Old name → name since 1 July 2025: {pairs}. Figures stay with the unit of the old name.",
        "units_below": "{count} rows have the code of a unit below (such as {unit}): they count for the ranked one above (such as {above}).",
        "code_over_name": "{count} rows have a unit code and a unit name that mean two different units (such as {unit} and “{name}”): the code counts.",
        "day_first_assumed": "Column “{column}”: every date could be read both ways; read as day/month/year.",
        "same_title": "Possible duplicates: {count} initiatives have the same (or nearly the same) title as another of the same author or unit, such as “{example}”.",
        "huge_benefit": "{count} initiatives have a benefit over VND 500 billion.",
        "outside_programme": "{count} initiatives were uploaded outside programme {programme} ({start} – {end}).",
        "sudden_jump": "{count} days on which a unit has 20 times its usual uploads or more.",
        "interrupted": "Not saved, not one row was written: the import was interrupted.",
        "not_ready": "Not saved: a question or an error is open.",
        "changed_meanwhile": "Not saved: somebody has changed the data since the preview. Check again, then save.",
        "somebody_else_is_importing": "Not saved: another import is running and is taking too long. Try again later.",
        "disk_full": "Not saved, not one row was written: the server's disk is full.",
        "database_lost": "Not saved, not one row was written: the connection to the database was lost. Try again.",
        "database_refused": "Not saved, not one row was written: the database refused it. Send code {reference} to the data team.",
        "read_only": "Not saved, not one row was written: the database is in a read-only place.",
        "newer_schema": "Not saved, not one row was written: the database is of a newer version than this program ({revision}). An administrator needs to install the newer version.",
        "not_prepared": "The database is not prepared for this version. An administrator needs to run “python -m data_access init”.",
        "unknown_unit_code": "No unit has the code “{unit}”.",
        "no_such_batch": "There is no import number {batch}.",
        "already_undone": "Import number {batch} was undone at {at}.",
        "later_edits": "Import number {batch} cannot be undone: later ones ({batches}) edited these rows. Undo those first.",
        "examples_edited": "Import number {batch} cannot be undone: example {example} was edited, got pictures, or a unit has reported adopting it since.",
        "rows_gone": "Import number {batch} cannot be undone: it wrote {written} rows, {there} are left; somebody edited them outside the importer.",
        "unknown_decision": "There is no decision “{decision}”.",
        "nothing_waits": "Nothing waits for a second look under the chosen numbers.",
    },
    rows={
        "missing_value": "a required cell is empty",
        "error_cell": "the cell shows the error {value}",
        "not_calculated": "formula not calculated: open the file in Excel and save it",
        "control_character": "has a control character",
        "broken_letters": "broken letters (�)",
        "too_long": "longer than {hint} characters",
        "long_numeric_code": "long codes must be text: Excel lost the last digits",
        "code_became_date": "Excel turned the code into a date: make the column text",
        "code_twice": "the same code with different content",
        "unknown_unit": "no member of the programme",
        "name_of_two": "a name of several units of the programme",
        "unknown_province": "no such province",
        "unknown_sector": "no such sector",
        "unknown_word": "no such value",
        "unknown_phase": "no such phase",
        "outside_scope": "you may not write for {value}",
        "not_a_date": "not a date",
        "no_such_day": "no such day",
        "two_digit_year": "a year of 2 digits",
        "future_date": "a date in the future",
        "decided_before_uploaded": "decided before uploaded ({hint})",
        "not_a_number": "not a number",
        "not_whole": "not a whole number",
        "negative_number": "a negative number",
        "number_too_large": "the number is too large",
        "foreign_digits": "digits other than 0–9",
        "target_missing": "no target",
        "target_zero": "the target is 0",
        "members_unknown": "the members of the unit are not known",
        "share_too_large": "a share above 100% of the members",
        "two_targets": "{value}: one place has two targets",
        "unit_twice": "the unit has two rows",
        "no_members": "0 members",
        "unit_ended": "the unit ended on {hint} and no successor is known",
        "too_few_cells": "fewer cells than headings",
        "too_many_cells": "more cells than headings",
        "eth_repaired": "Ð was replaced by Đ",
        "spaces_repaired": "unusual spaces were replaced by plain ones",
        "control_characters_removed": "control characters were removed",
        "hidden_characters_removed": "invisible characters were removed",
        "decimal_codes": "codes like 123.0 are read as 123",
        "serial_dates": "Excel day numbers are read as dates",
        "read_as_blank": "taken as blank (not as 0)",
        "amount_in_words": "amounts in words are read as đồng",
        "rounded": "rounded to whole đồng",
        "unknown_word_left_out": "a word that is in no list becomes “unclassified”",
    },
    reasons={
        "same_title": "Possible duplicate", "huge_benefit": "Over VND 500 billion", "outside_programme": "Outside the programme", "sudden_jump": "Sudden jump",
    },
    details={
        "same_title": "“{title}” resembles {other}",
        "huge_benefit": "{amount}, “{title}”",
        "outside_programme": "uploaded {moment}, “{title}”",
        "sudden_jump": "{unit}, day {day}: {n} initiatives, usually {usual}",
    },
    severities={
        "refused": "File refused",
        "question": "Please answer",
        "error": "Errors",
        "warning": "Note",
        "held": "Will wait for a second look",
        "info": "Understood",
    },
    kinds={"initiatives": "initiatives", "targets": "targets", "units": "units", "figures": "published figures", "readiness": "readiness", "examples": "examples", "second look": "removed after a second look", "programme": "set-up of a programme"},
    encodings={
        "utf-8": "UTF-8", "utf-16": "UTF-16", "windows-1258": "Windows-1258", "tcvn3": "TCVN3 (ABC)", "vni": "VNI", "viqr": "VIQR (Ca?i tie^'n)", "doubled": "UTF-8 encoded twice", "several": "TCVN3 and VNI, mixed",
    },
    containers={"csv": "CSV", "xlsx": "Excel (.xlsx)", "xls": "Excel 97–2003 (.xls)", "xlsb": "binary Excel (.xlsb)", "ods": "OpenDocument (.ods)", "bundle": "several files at once"},
    line="line {lines}",
    lines="lines {lines}",
    more_lines="{lines} … ({count} lines)",
    in_sheet="sheet “{sheet}”",
    about_column="Column “{column}”: {what}, {lines}",
    about_lines="{what}, {lines}",
    example="for example “{value}”",
    hint="did you mean: {hint}",
    one_row="{where}, column “{column}”: {what}",
    one_line="{where}: {what}",
    file="{file} → {programme}, {kind}",
    read_as="Read as {container}",
    valid_rows="The file has {rows} rows: {good} valid, {wrong} wrong, {repeated} repeated.",
    compared="Compared with the database: {new} new, {changed} changed, {same} the same.",
    totals="The valid rows add up to {rows} of {units} units.",
    benefit="Benefit {amount}, known for {count} rows.",
    period="Uploaded from {first} to {last}.",
    headings="Columns understood: {headings}.",
    heading="{field} ← “{heading}”",
    first_rows="The first rows:",
    shown_errors="The first {shown} of {total} errors are listed.",
    errors_saved="All wrong rows with their reasons: {file}",
    answer_with="Answer with: {options}",
    reading="reading",
    writing="writing",
    saved="Saved as import number {batch}: {new} new rows, {changed} changed, {same} the same.",
    saved_nothing="Nothing to save: {same} rows are there already, 0 are new.",
    left_out="{count} wrong rows were not imported.",
    held="{count} entries wait for a second look: python -m data_access queue",
    may_undo="Undo: python -m data_access undo {batch}",
    would_save="Dry run: would save {new} new rows, {changed} changed. Nothing was saved.",
    not_saved="Nothing was saved.",
    undone="Import number {batch} ({file}) was undone: {removed} rows removed, {restored} as before.",
    unfinished="The import of {file} by {who} at {at} stopped half-way: not one row was written.",
    decided="{count} entries are kept.",
    removed="The rows of {count} entries are removed (import number {batch}, which can be undone).",
    nothing_waits="Nothing waits for a second look.",
    waiting="{id}. {reason}: {code} – {detail}",
    batch="{batch}. {at} · {who} · {kind} · {file} · {rows} rows",
    batch_undone="undone {at}",
    no_batches="No imports yet.",
    intro="Upload Excel or CSV files of the units. Nothing is saved until you press “Save”, and a save can be undone.",
    may_not_write="Only accounts of staff, leads and administrators can import data.",
    tab_intake="Import a file",
    tab_batches="Imports",
    tab_queue="Second look",
    programme="Programme",
    kind="The file holds",
    upload="Choose one file or several",
    upload_note="CSV, XLSX, XLS, ODS or a ZIP of such files, each up to {most} MB; several are previewed and saved at once. Larger ones: python -m data_access import",
    files="{count} tables",
    numbers_of_file={"good": "Valid rows", "wrong": "Wrong rows", "new": "Will be new", "changed": "Will change", "same": "The same"},
    columns={"sheet": "Sheet", "line": "Line", "column": "Column", "what": "Reason", "value": "In the file", "hint": "Did you mean", "reason": "Reason", "code": "Code", "detail": "About", "held_at": "Since", "decision": "Decision", "decided_by": "Decided by", "decided_at": "At", "id": "No."},
    mapping_title="Columns of the file as understood",
    problems_title="Cells to correct",
    all_wrong_rows="Download the wrong rows with reasons (CSV): {count}",
    units_title="Unknown units: choose once, it is remembered",
    units_advice="Choose the member that each name means. If it is a new unit of the programme, an administrator adds it on the page Programmes; then import the file again.",
    units_to_name="For each such name: give the code of the member that it means (python -m data_access programme export {programme} --out FILE.xlsx lists the codes), or add the unit to the programme (page Programmes, or programme load), and import again.",
    sectors_title="Unknown sectors",
    unit_question="“{value}” (rows: {count})",
    choose_unit="Choose…",
    apply="Apply",
    means_blank="“{value}” means not known: leave it blank",
    yes_convert="Right, convert to Unicode",
    other_encoding="Wrong, try another encoding",
    month_day="Month/day/year",
    day_month="Day/month/year",
    include_hidden="Import hidden rows, too",
    skip_hidden="Skip hidden rows",
    all_sheets="All sheets",
    these_sheets="Sheets to import",
    ignore_total="Ignore the total row",
    to_successor="Give them to the successor",
    keep_ended="Leave them with the old unit",
    template="Download this programme's Excel template",
    template_written="The template was written to {file}.",
    type_by_hand="Type a few initiatives by hand",
    typed_file="typed.csv",
    add_typed="Add row",
    clear_typed="Clear the rows",
    look_at_typed="Preview the {count} rows typed",
    synced="{source}: {new} new rows, {changed} changed, {same} the same, {waiting} wait for an answer.",
    deleted_there="No longer in the source (not removed here): {count}, such as {codes}",
    tab_sync="Automatic sources",
    no_sources="No source is read automatically yet: see “python -m data_access sync”.",
    source_state="{source}: last read successfully {moment}; rows waiting for an answer: {waiting}; no longer in the source: {deleted}",
    source_problem="{source}: the last run did not end well ({problem})",
    answer_waiting="Answer about the {count} waiting rows",
    back_to_files="Back to files",
    answers_written="Questions and choices were written to {file}: fill it in and run again with --answers {file}",
    tab_memory="Remembered answers",
    memory_note="Answers about one file are used for the next. “Forget” makes it a question again. Names of units are shared by everybody.",
    nothing_remembered="No answers are remembered.",
    forget="Forget",
    left_blank="left blank",
    remembered={"unit": "Unit", "heading": "Heading", "word": "Word", "sector": "Sector", "amount": "Number", "blank": "Number", "union_from": "Unit of files like"},
    from_source={"group": "Group rows", "sheet": "The sheet's name", "file": "The file's name"},
    columns_title="Which column is the missing one?",
    column_question="The column “{column}” is",
    other_columns="Columns that were not understood: choose what they mean",
    heading_question="“{heading}” means",
    not_used="Not used",
    words_title="Words that are in no list: choose once, it is remembered",
    word_question="{column}: “{value}” (rows: {count})",
    means_amount="“{value}” is {amount}",
    may_save_good="{good} right rows can be saved with --save-good-rows; the {wrong} wrong ones are listed in a file.",
    overwrite="Overwrite {count} rows",
    overwrites_title="Would be overwritten (the first {shown} values):",
    overwritten={"subject": "Code or unit", "field": "Column", "old": "Stored", "new": "In the file", "source": "Source of the stored value"},
    phase_of_target="phase {phase}",
    whole_programme="whole programme",
    new_unit="a new unit",
    same_initiative="The same initiative: the later row counts",
    other_initiatives="Different initiatives",
    mark_of_thousands="It separates thousands",
    mark_of_decimals="It marks decimals",
    in_thousands="VND thousand",
    in_millions="VND million",
    in_billions="VND billion",
    in_dong="VND, rounded",
    keep_good="Save the valid rows only; wrong rows left out: {count}",
    save="Save {count} rows",
    saving_locked="Answer the questions or correct the errors above before saving.",
    nothing_to_save="Nothing new to save.",
    save_again="Check again",
    see_result="Open the overview",
    undo="Undo",
    undo_sure="Remove the rows that were added, and put the changed ones back as before?",
    keep="Keep",
    remove="Remove these rows",
    select_entries="Select entries, then decide. The rows count while they wait.",
    decided_title="Decided",
    decisions={"keep": "kept", "remove": "removed", "undone": "import undone"},
    reading_rows="Reading: {count} rows",
    writing_rows="Writing: {count} rows",
    held_on_page="{count} entries wait for a second look under “{tab}”.",
    reason_column="Reason",
    line_column="Line",
)  # fmt: skip
