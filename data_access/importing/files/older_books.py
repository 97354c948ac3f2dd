"""XLS, XLSB and ODS through calamine: every cell a text, marked where it was more."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from data_access.importing.files import marks
from data_access.importing.files.cell_values import short_number, word_of_switch
from data_access.importing.files.checks import check_columns
from data_access.importing.files.emission import Emission
from data_access.importing.files.refusal import Refused
from data_access.importing.files.shared_texts import plain


def send_book(path: Path, emission: Emission) -> None:
    """Send every visible sheet of the workbook. Raises Refused where it cannot be read."""
    try:
        book = CalamineWorkbook.from_path(str(path))
        hidden = [sheet.name for sheet in book.sheets_metadata if sheet.visible != SheetVisibleEnum.Visible]
        if hidden:
            emission.send(notice="hidden_sheets", params={"sheets": hidden})
        for name in book.sheet_names:
            if name not in hidden:
                emission.send(sheet=name)
                emission.send_rows(_rows(book, name))
    except PasswordError as problem:
        raise Refused("password") from problem
    except (CalamineError, ValueError, OSError) as problem:
        raise Refused("broken_file") from problem


def _rows(book: CalamineWorkbook, name: str) -> Iterator[tuple[int, list[str]]]:
    sheet = book.get_sheet_by_name(name)
    first = sheet.start[0] if sheet.start else 0
    indent = [""] * (sheet.start[1] if sheet.start else 0)
    for number, row in enumerate(sheet.iter_rows(), first + 1):
        texts = [_text_of(cell) for cell in row]
        if any(texts):
            while texts and not texts[-1]:
                texts.pop()
            check_columns(len(texts), number)
            yield number, indent + texts


def _text_of(cell: Any) -> str:
    if cell is None or cell == "":
        return ""
    if isinstance(cell, str):
        return plain(cell)
    if isinstance(cell, bool):
        return word_of_switch(is_on=cell)
    if isinstance(cell, int | float):
        return marks.NUMBER + short_number(float(cell))
    if isinstance(cell, datetime):
        return marks.MOMENT + cell.replace(microsecond=0).isoformat()
    if isinstance(cell, date):
        return marks.MOMENT + cell.isoformat()
    return str(cell) if isinstance(cell, time | timedelta) else plain(str(cell))
