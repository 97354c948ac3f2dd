"""The workbooks of an organisation: filled template, initiatives, targets with a column for each phase."""

import random
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from openpyxl import Workbook, load_workbook

from benchmarks.beginning.organisations import PHASE_HEADS, UNIT_HEADS, Cell, Organisation

_FIRST: Final = 4  # row of a sheet below its heading, its line of help and its example
_SECTORS: Final = ("Giáo dục", "Y tế", "Sản xuất kinh doanh", "Nông nghiệp")
_HEADS: Final = (
    *("Mã sáng kiến", "Tên sáng kiến", "Tác giả", "Giới tính", "Chức vụ", "Đơn vị", "Công đoàn cơ sở", "Lĩnh vực"),
    *("Ngày cập nhật", "Trạng thái", "Giá trị làm lợi (đồng)", "Cấp công nhận"),
)


def fill_template(template: Path, organisation: Organisation, filled: Path) -> None:
    """Fill the template as a clerk would in Excel."""
    book = load_workbook(template)
    for row in book["Chương trình"].iter_rows(min_row=2):
        name = _heading(row[0].value)
        if name in organisation.programme:
            row[1].value = organisation.programme[name]
    sheets: tuple[tuple[str, Sequence[str], Iterable[Sequence[Cell]]], ...] = (
        ("Giai đoạn", PHASE_HEADS, organisation.phases),
        ("Đơn vị", UNIT_HEADS, [unit.cells for unit in organisation.units]),
        ("Lĩnh vực", ("Mã", "Tên"), organisation.sectors),
        ("Sự kiện", ("Ngày", "Tên"), organisation.events),
    )
    for title, heads, rows in sheets:
        places = {_heading(cell.value): cell.column for cell in book[title][1]}
        for number, cells in enumerate(rows, _FIRST):
            for head, value in zip(heads, cells, strict=True):
                book[title].cell(number, places[head], value)
    book.save(filled)


def write_initiatives(organisation: Organisation, file: Path, count: int = 900) -> None:
    """Write rows of the year so far: most units, two sexes, both positions."""
    rng = random.Random(3)
    talking = [unit for unit in organisation.ranked if not unit.silent]
    weights = [len(talking) + 4 - n for n in range(len(talking))]
    sectors = [name for _, name in organisation.sectors] or _SECTORS
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(_HEADS)
    for n in range(1, count + 1):
        (unit,) = rng.choices(talking, weights)
        below = organisation.below(unit.code)
        at = datetime(2026, 1, 2, 8) + timedelta(minutes=rng.randint(0, 326 * 1440))
        title = f"{rng.choice(('Cải tiến', 'Thiết kế', 'Rút ngắn'))} {rng.choice(('khâu cấp liệu', 'đồ gá khoan'))}"
        row: tuple[Cell, ...] = (
            *(f"SK-{n:05d}", f"{title} {n}", f"Trần Thị Mẫu {n % 97}", rng.choice(("Nam", "Nữ"))),
            *(rng.choice(("Người lao động trực tiếp", "Lãnh đạo, quản lý")), unit.name),
            *(rng.choice(below).name if below else None, rng.choice(sectors), at.strftime("%d/%m/%Y %H:%M")),
            *(rng.choice(("Hợp lệ", "Đang xem xét")), rng.choice((None, rng.randint(5, 900) * 1_000_000))),
            rng.choice((None, "Cơ sở")),
        )
        sheet.append(row)
    book.save(file)


def write_targets(organisation: Organisation, file: Path) -> None:
    """Write registered targets: for the whole programme and, for ranked units, for every phase."""
    rng = random.Random(5)
    book = Workbook()
    sheet = book.worksheets[0]
    names = [str(phase[1]) for phase in organisation.phases]
    sheet.append(["Đơn vị", "Cả chương trình", *names, "Nguồn"])
    for unit in organisation.units:
        parts = [rng.randint(5, 40) for _ in names]
        cells: list[Cell] = [sum(parts), *parts] if not unit.above else [rng.randint(5, 30), *(None for _ in names)]
        sheet.append([unit.name, *cells, "Đăng ký của đơn vị"])
    book.save(file)


def _heading(value: object) -> str:
    return str(value or "").rstrip(" *")
