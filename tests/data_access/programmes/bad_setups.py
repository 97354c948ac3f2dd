"""Set-up workbooks that cannot be saved, with the findings in each: code, sheet, row, column."""

UNITS = "Mã | Tên | Cấp trên\nA | Khối A |\nA-1 | Tổ 1 | A"
PHASES = "Số | Tên | Bắt đầu | Kết thúc\n1 | Quý I | 01/01/2026 | 31/03/2026\n2 | Quý II | 01/04/2026 | 30/06/2026"
Findings = list[tuple[str, str, int | None, str | None]]


def units(*lines: str) -> dict[str, str]:
    return {"Đơn vị": "\n".join(["Mã | Tên | Cấp trên | Đơn vị kế tục | Đoàn viên", *lines])}


def phases(*lines: str) -> dict[str, str]:
    return {"Giai đoạn": "\n".join(["Số | Tên | Bắt đầu | Kết thúc | Thuộc giai đoạn", *lines])}


def targets(*lines: str) -> dict[str, str]:
    return {"Đơn vị": UNITS, "Giai đoạn": PHASES, "Chỉ tiêu": "\n".join(lines)}


# What the workbook holds, and what is found: code, sheet, row, column.
BAD: dict[str, tuple[dict[str, str], Findings]] = {
    "cycle": (
        units("A | A | B ||", "B | B | C ||", "C | C | A ||", "D | D | A ||"),
        [("cycle", "Đơn vị", row, "Cấp trên") for row in (2, 3, 4)],
    ),
    "above itself": (units("A | A | A ||"), [("cycle", "Đơn vị", 2, "Cấp trên")]),
    "phases overlap": (
        phases("1 | I | 01/01/2026 | 31/03/2026 |", "2 | II | 31/03/2026 | 30/06/2026 |"),
        [("phases_overlap", "Giai đoạn", 3, "Bắt đầu")],
    ),
    "a phase around all others overlaps them": (
        phases(
            "1 | Năm | 01/01/2026 | 31/12/2026 |",
            "2 | I | 01/02/2026 | 28/02/2026 |",
            "3 | II | 01/04/2026 | 30/06/2026 |",
        ),
        [("phases_overlap", "Giai đoạn", 3, "Bắt đầu"), ("phases_overlap", "Giai đoạn", 4, "Bắt đầu")],
    ),
    "a phase without a number": (phases("0 | O | 01/01/2026 | 31/03/2026 |"), [("no_whole", "Giai đoạn", 2, "Số")]),
    "two phases of one name": (
        phases("1 | Quý | 01/01/2026 | 31/03/2026 |", "2 | quý | 01/04/2026 | 30/06/2026 |"),
        [("name_twice", "Giai đoạn", 3, "Tên")],
    ),
    "its own successor": (units("A | A || A |"), [("own_successor", "Đơn vị", 2, "Đơn vị kế tục")]),
    "a heading twice": (
        {"Đơn vị": "Mã | Tên | Tên\nA | Khối A | Khối B"},
        [("heading_twice", "Đơn vị", 1, "Tên")],
    ),
    "a phase outside the programme": (
        phases("1 | I | 01/01/2027 | 31/03/2027 |"),
        [("phase_outside", "Giai đoạn", 2, "Bắt đầu")],
    ),
    "a phase outside the one it belongs to": (
        phases("1 | I | 01/01/2026 | 31/03/2026 |", "2 | tháng 4 | 01/04/2026 | 30/04/2026 | 1"),
        [("phase_outside_parent", "Giai đoạn", 3, "Thuộc giai đoạn")],
    ),
    "a phase that belongs to one nobody has": (
        phases("1 | I | 01/01/2026 | 31/03/2026 | 7"),
        [("unknown_phase", "Giai đoạn", 2, "Thuộc giai đoạn")],
    ),
    "one phase twice": (
        phases("1 | I | 01/01/2026 | 31/03/2026 |", "1 | II | 01/04/2026 | 30/06/2026 |"),
        [("phase_twice", "Giai đoạn", 3, "Số")],
    ),
    "unknown unit above": (units("A | A | Nobody ||"), [("unknown_unit", "Đơn vị", 2, "Cấp trên")]),
    "unknown successor": (units("A | A || Nobody |"), [("unknown_unit", "Đơn vị", 2, "Đơn vị kế tục")]),
    "two units with one code": (units("A | A |||", "A | B |||"), [("code_twice", "Đơn vị", 3, "Mã")]),
    "codes that differ in case alone": (units("A1 | A |||", "a1 | B |||"), [("code_twice", "Đơn vị", 3, "Mã")]),
    "a name of two": (
        units("A | Khối |||", "B | Khối |||", "C | C | Khối ||"),
        [("unit_name_twice", "Đơn vị", 3, "Tên"), ("name_of_two", "Đơn vị", 4, "Cấp trên")],
    ),
    "two units of one name under one unit": (
        units("A | A |||", "A1 | Tổ 1 | A ||", "A2 | tổ  1 | A ||"),
        [("unit_name_twice", "Đơn vị", 4, "Tên")],
    ),
    "two short names alike": (
        {"Đơn vị": "Mã | Tên | Tên gọn\nA | Khối A | K\nB | Khối B | k"},
        [("unit_name_twice", "Đơn vị", 3, "Tên gọn")],
    ),
    "successors in a circle": (
        units("A | A || B |", "B | B || A |"),
        [("successors_in_a_circle", "Đơn vị", row, "Đơn vị kế tục") for row in (2, 3)],
    ),
    "a unit above that ended before": (
        {"Đơn vị": "Mã | Tên | Cấp trên | Từ ngày | Đến ngày\nA | A | | | 30/06/2026\nB | B | A | 01/07/2026 |"},
        [("parent_ended", "Đơn vị", 3, "Từ ngày")],
    ),
    "a code of others in other letters": (units("ld-38 | Xanh |||"), [("code_in_other_case", "Đơn vị", 2, "Mã")]),
    "a phase called like the programme": (
        phases("1 | ct 2026 | 01/01/2026 | 31/03/2026 |", "2 | Cả chương trình | 01/04/2026 | 30/06/2026 |"),
        [("phase_like_programme", "Giai đoạn", row, "Tên") for row in (2, 3)],
    ),
    "days that are none": (
        phases("1 | I | 31/02/2026 | 31/03/2026 |", "2 | II | tháng 4 | 30/06/2026 |"),
        [("no_day", "Giai đoạn", row, "Bắt đầu") for row in (2, 3)],
    ),
    "cells that must be filled": (
        units("A | |||", " | B |||"),
        [("missing_value", "Đơn vị", 2, "Tên"), ("missing_value", "Đơn vị", 3, "Mã")],
    ),
    "a sheet that nobody reads": (
        {"Đơn vị": UNITS, "Đơn vị tham gia": UNITS, "Ghi chép": "a\n1"},
        [("unknown_sheet", "Đơn vị tham gia", None, None), ("unknown_sheet", "Ghi chép", None, None)],
    ),
    "two sheets of one meaning": (
        {"Đơn vị": UNITS, "Units": UNITS},
        [("sheet_twice", "Units", None, None)],
    ),
    "a column that nobody reads": (
        {"Đơn vị": "STT | Mã | Số người | Tên\n1 | A | 5 | Khối A"},
        [("unknown_column", "Đơn vị", 1, "Số người")],
    ),
    "an amount too large": (units("A | A ||| 3000000000"), [("too_large", "Đơn vị", 2, "Đoàn viên")]),
    "a name too long": (units(f"A | {'x' * 501} |||"), [("text_too_long", "Đơn vị", 2, "Tên")]),
    "an event too long": (
        {"Sự kiện": f"Ngày | Tên\n01/02/2026 | {'x' * 121}"},
        [("event_too_long", "Sự kiện", 2, "Tên")],
    ),
    "targets that are none": (
        {
            "Đơn vị": "Mã | Tên | Đoàn viên\nA | Khối A | 200",
            "Chỉ tiêu": "Đơn vị | Chỉ tiêu | Loại chỉ tiêu\nA | 150% | giao\nA | -5 |\nA | 9.999.999.999 | định hướng",
        },
        [
            ("share_too_large", "Chỉ tiêu", 2, "Chỉ tiêu"),
            ("no_whole", "Chỉ tiêu", 3, "Chỉ tiêu"),
            ("too_large", "Chỉ tiêu", 4, "Chỉ tiêu"),
        ],
    ),
    "no members": (
        units("A | A ||| 0", "B | B ||| nhiều"),
        [("no_whole", "Đơn vị", row, "Đoàn viên") for row in (2, 3)],
    ),
    "a target for a unit nobody has": (
        targets("Đơn vị | Chỉ tiêu", "Nobody | 5"),
        [("unknown_unit", "Chỉ tiêu", 2, "Đơn vị")],
    ),
    "a target for a phase nobody has": (
        targets("Đơn vị | Chỉ tiêu | Giai đoạn", "A | 5 | Quý IX"),
        [("unknown_phase", "Chỉ tiêu", 2, "Giai đoạn")],
    ),
    "a column for a phase nobody has": (
        targets("Đơn vị | Quý I | Quý IX", "A | 5 | 6"),
        [("unknown_phase", "Chỉ tiêu", 2, "Quý IX")],
    ),
    "one target twice": (
        targets("Đơn vị | Chỉ tiêu | Giai đoạn", "A | 5 | Quý I", "Khối A | 6 | 1"),
        [("target_twice", "Chỉ tiêu", 3, "Đơn vị")],
    ),
    "a share of members that nobody knows": (
        targets("Đơn vị | Chỉ tiêu", "A | 10%"),
        [("members_unknown", "Chỉ tiêu", 2, "Chỉ tiêu")],
    ),
    "another name that is a name of others": (
        {"Đơn vị": "Mã | Tên | Tên khác\nA | Khối A | Khối B; AA\nB | Khối B | C\nC | Khối C | aa"},
        [("alias_of_another", "Đơn vị", row, "Tên khác") for row in (2, 2, 3, 4)],
    ),
    "a successor that had ended": (
        {"Đơn vị": "Mã | Tên | Đến ngày | Đơn vị kế tục\nA | A | 30/06/2026 | B\nB | B | 01/03/2026 |"},
        [("successor_ended", "Đơn vị", 2, "Đơn vị kế tục")],
    ),
    "a member after all is over": (
        {"Đơn vị": "Mã | Tên | Từ ngày\nA | A | 01/01/2028"},
        [("member_after_end", "Đơn vị", 2, "Từ ngày")],
    ),
    "an event twice": (
        {"Sự kiện": "Ngày | Tên\n01/02/2026 | Lễ phát động\n01/02/2026 | lễ phát động\n02/02/2026 | Lễ phát động"},
        [("event_twice", "Sự kiện", 3, "Tên")],
    ),
    "errors of formulas": (
        {"Đơn vị": "Mã | Tên | Cấp trên | Đoàn viên\nA | #REF! | |\nB | B | #N/A |\nC | C | | #DIV/0!"},
        [("error_cell", "Đơn vị", row, column) for row, column in ((2, "Tên"), (3, "Cấp trên"), (4, "Đoàn viên"))],
    ),
}
