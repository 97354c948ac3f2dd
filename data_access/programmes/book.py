"""The set-up workbook as a file: empty with help, examples and lists, or filled with a programme."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any, Final, TypeAlias

import xlsxwriter
from sqlalchemy import Connection

from data_access.importing.template import head_format
from data_access.programmes.fields import Field, Sheet
from data_access.programmes.sheets import PROGRAMME, SHEETS
from data_access.programmes.tables import Tables, tables_of
from model.edges import Json, Row

_DAY: Final = "dd/mm/yyyy"
_ROWS: Final = 2000  # rows covered by the drop-down lists

Help = Callable[[Sheet, Field], str]
Forms: TypeAlias = Json  # of xlsxwriter, by what they are for


def template_book(help_of: Help) -> bytes:
    """An empty workbook. `help_of` gives the line of help under a heading."""
    return _book({}, help_of)


def exported_book(connection: Connection, code: str) -> bytes:
    """The workbook whose loading changes nothing. Raises NotSaved (unknown_programme)."""
    return filled_book(tables_of(connection, code))


def filled_book(tables: Tables) -> bytes:
    """A workbook with these rows, ready to be loaded."""
    return _book(tables, None)


def _book(tables: Mapping[str, Sequence[Row]], help_of: Help | None) -> bytes:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        forms = {
            "head": head_format(book),
            "help": book.add_format({"italic": True, "font_color": "#5F6B7A", "text_wrap": True, "valign": "top"}),
            "grey": book.add_format({"font_color": "#8A94A3"}),
            "day": book.add_format({"num_format": _DAY}),
        }
        for sheet in SHEETS:
            if help_of is None and sheet.key not in tables:
                continue
            page = book.add_worksheet(sheet.vi)
            rows = tables.get(sheet.key, ())
            (_fill_lines if sheet is PROGRAMME else _fill_table)(page, sheet, rows, help_of, forms)
    return buffer.getvalue()


def _fill_lines(page: Any, sheet: Sheet, rows: Sequence[Row], help_of: Help | None, forms: Forms) -> None:
    page.write_row(0, 0, ("Tên / Name", "Giá trị / Value"), forms["head"])
    page.freeze_panes(1, 1)
    page.set_column(0, 1, 36)
    page.set_column(2, 3, 48)
    for line, field in enumerate(sheet.fields, 1):
        page.write_string(line, 0, field.vi + (" *" if field.required else ""))
        _write(page, line, 1, rows[0].get(field.key) if rows else None, forms)
        if help_of:
            page.write_string(line, 2, help_of(sheet, field), forms["help"])
            page.write_string(line, 3, f"VD: {field.example}" if field.example else "", forms["grey"])
        if field.choices:
            page.data_validation(line, 1, line, 1, {"validate": "list", "source": list(field.choices)})


def _fill_table(page: Any, sheet: Sheet, rows: Sequence[Row], help_of: Help | None, forms: Forms) -> None:
    first = 1
    page.freeze_panes(3 if help_of else 1, 1)
    for place, field in enumerate(sheet.fields):
        page.set_column(place, place, 22)
        page.write_string(0, place, field.vi + (" *" if field.required else ""), forms["head"])
        if help_of:
            page.write_string(1, place, f"↑ {help_of(sheet, field)}", forms["help"])
            page.write_string(2, place, f"VD: {field.example}" if place == 0 else field.example, forms["grey"])
            first = 3
        if field.choices:
            page.data_validation(first, place, _ROWS, place, {"validate": "list", "source": list(field.choices)})
    for line, row in enumerate(rows, first):
        for place, field in enumerate(sheet.fields):
            _write(page, line, place, row.get(field.key), forms)


def _write(page: Any, line: int, place: int, value: Any, forms: Forms) -> None:
    """Write texts as texts, so that no name becomes a formula."""
    if value is None:
        return
    if isinstance(value, bool):
        page.write_string(line, place, "Có" if value else "Không")
    elif isinstance(value, date):
        page.write_datetime(line, place, value, forms["day"])
    elif isinstance(value, int):
        page.write_number(line, place, value)
    else:
        page.write_string(line, place, str(value))
