"""A workbook of readiness to fill in: one row for each unit, one column for each item, with what is known."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Final

import xlsxwriter

from data_access.importing.template import head_format
from data_access.programmes.fields import Field
from data_access.programmes.sheets import FACTS
from data_access.rules.readiness import LatestStatements
from model.catalogue import Unit
from model.readiness import Item, Statement

_STATES: Final = {"yes": "Có", "no": "Không"}
_CHOICES: Final = ("Có", "Không", "Chưa rõ")
_WIDTH: Final = 22


def readiness_book(items: Sequence[Item], units: Sequence[Unit], statements: LatestStatements, day: date) -> bytes:
    """The workbook; loading it unchanged states the same of every unit, as of `day`."""
    unit, name, dated, source, note = (_field(key) for key in ("unit", "name", "day", "source", "note"))
    heads = (unit.vi, name.vi, *(item.name_vi for item in items), dated.vi, source.vi, note.vi)
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        page = book.add_worksheet(FACTS.vi)
        head = head_format(book)
        form = book.add_format({"num_format": "dd/mm/yyyy"})
        page.write_row(0, 0, heads, head)
        page.freeze_panes(1, 2)
        page.set_column(0, len(heads) - 1, _WIDTH)
        for line, member in enumerate(units, 1):
            page.write_string(line, 0, member.code)
            page.write_string(line, 1, member.name)
            for place, item in enumerate(items, 2):
                _write(page, line, place, statements.get((member.code, item.code)))
            page.write_datetime(line, 2 + len(items), day, form)
        for place, item in enumerate(items, 2):
            if not item.counted and units:
                page.data_validation(1, place, len(units), place, {"validate": "list", "source": list(_CHOICES)})
    return buffer.getvalue()


def readiness_book_of(unit_code: str, item: Item, result: str, day: date, source: str, note: str) -> bytes:
    """A workbook with one statement, in which a form is checked, previewed and saved like any file."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        page = book.add_worksheet(FACTS.vi)
        row = {
            "unit": unit_code,
            "item": item.code,
            "value": result,
            "day": day.isoformat(),
            "source": source,
            "note": note,
        }
        for place, (key, value) in enumerate(row.items()):
            page.write_string(0, place, _field(key).vi)
            page.write_string(1, place, value)
    return buffer.getvalue()


def _field(key: str) -> Field:
    return next(field for field in FACTS.fields if field.key == key)


def _write(page: xlsxwriter.worksheet.Worksheet, line: int, place: int, statement: Statement | None) -> None:
    """Write a result; an unknown one leaves the cell blank."""
    if statement is None:
        return
    if statement.amount is not None:
        page.write_number(line, place, statement.amount)
    elif statement.state in _STATES:
        page.write_string(line, place, _STATES[statement.state])
