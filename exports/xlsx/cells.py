"""Cells of a workbook: numbers as numbers, text always as text, unknown values marked as such."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.colours import BANNER
from exports.safe_cells import kept
from model.edges import Json
from model.filters import is_end_of_day
from presentation.in_units import column_heading
from presentation.wording import Wording, printable

FONT: Final = "Arial"
SIZE: Final = 10
INK: Final = "#16202C"
QUIET: Final = "#465468"
HEAD: Final = "#0B5FA5"
BAR: Final = "#9CC7EA"  # behind numbers: they stay readable on it

LINE: Final = "#D5DCE5"
_NO_DATE: Final = "–"


class Kind(StrEnum):
    """What a column or cell holds."""

    TEXT = "text"
    LONG = "long"  # text that may wrap
    COUNT = "count"
    SIGNED = "signed"
    PERCENT = "percent"  # 54.51 in our frames, 0.5451 shown as 54,51% here
    DECIMAL = "decimal"
    DATE = "date"
    MOMENT = "moment"


# `#,##0` uses the separators of the PC, as staff expect; slides have fixed ones.
_FORMS: Final = {
    Kind.COUNT: "#,##0",
    Kind.SIGNED: "+#,##0;-#,##0;0",
    Kind.PERCENT: "0.00%",
    Kind.DECIMAL: "#,##0.00",
}


@dataclass(frozen=True)
class Column:
    """A column of a table: heading, kind, and width in characters."""

    heading: str
    kind: Kind
    width: float

    @property
    def is_number(self) -> bool:
        return self.kind in (Kind.COUNT, Kind.SIGNED, Kind.PERCENT, Kind.DECIMAL)

    @property
    def side(self) -> str:
        """The part of a format by which its heading stands above its values."""
        return "right" if self.is_number else "text"


def columns_of(wording: Wording, *columns: tuple[str, Kind, float]) -> list[Column]:
    """Columns with headings in the reader's language, from names, kinds and widths."""
    return [Column(column_heading(name, wording), kind, width) for name, kind, width in columns]


class Pen:
    """Writes values into the worksheets of a workbook, formatted by kind."""

    def __init__(self, book: Workbook, unknown: str, day: str) -> None:
        """`unknown` stands for missing numbers; `day` is how cells and axes write a date."""
        self.book = book
        self.unknown = unknown
        self.day = day
        self._forms = {**_FORMS, Kind.DATE: day, Kind.MOMENT: f"{day} hh:mm"}
        self._formats: dict[tuple[str, ...], Format] = {}

    def format(self, *names: str) -> Format:
        """A cell format composed of named parts; each combination is created once."""
        if names not in self._formats:
            properties: Json = {"font_name": FONT, "font_size": SIZE, "font_color": INK, "valign": "top"}
            for name in names:
                properties |= _PARTS[name] if name in _PARTS else {**_NUMBER, "num_format": self._forms[Kind(name)]}
            self._formats[names] = self.book.add_format(properties)
        return self._formats[names]

    def write(self, sheet: Worksheet, row: int, column: int, value: object, kind: Kind, *parts: str) -> None:
        """Write one value.

        None is “chưa có số liệu” in columns of numbers and blank in columns of text; "" is blank.
        """
        if kind in (Kind.TEXT, Kind.LONG):
            self._text(sheet, row, column, printable(str(value)) if value is not None else "", kind, parts)
        elif value == "":
            sheet.write_blank(row, column, None, self.format(kind.value, *parts))
        elif value is None and kind in (Kind.DATE, Kind.MOMENT):
            sheet.write_string(row, column, _NO_DATE, self.format("text", *parts))
        elif value is None:
            sheet.write_string(row, column, self.unknown, self.format("unknown", *parts))
        elif isinstance(value, datetime) and is_end_of_day(value):  # which spreadsheets round into the next day
            sheet.write_datetime(row, column, value.date(), self.format(Kind.DATE.value, "text", *parts))
        elif isinstance(value, date | datetime):
            sheet.write_datetime(row, column, value, self.format(kind.value, "text", *parts))
        elif isinstance(value, int | float):
            number = value / 100 if kind is Kind.PERCENT else value
            sheet.write_number(row, column, number, self.format(kind.value, *parts))
        else:
            raise TypeError(f"{value!r} is not what {kind} holds.")

    def _text(self, sheet: Worksheet, row: int, column: int, text: str, kind: Kind, parts: Sequence[str]) -> None:
        wrapped = ("wrap",) if kind is Kind.LONG else ()
        # The quote prefix keeps it text also after somebody edits the cell.
        quoted = ("quoted",) if kept(text) != text else ()
        sheet.write_string(row, column, text, self.format("text", *wrapped, *quoted, *parts))


_NUMBER: Final[Json] = {"align": "right", "indent": 1}  # clear of the words of the next column
_PARTS: Final[dict[str, Json]] = {
    "plain": {},
    "wrap": {"text_wrap": True},
    "quoted": {"quote_prefix": True},
    "text": {"align": "left", "indent": 1},
    "right": _NUMBER,
    "unknown": {**_NUMBER, "font_color": QUIET},
    "title": {"bold": True, "font_size": 16},
    "subtitle": {"bold": True, "font_size": 12},
    "note": {"font_color": QUIET, "text_wrap": True},
    "banner": {"bold": True, "bg_color": BANNER, "text_wrap": True, "valign": "vcenter"},
    "head": {
        "bold": True, "font_color": "#FFFFFF", "bg_color": HEAD, "text_wrap": True, "valign": "vcenter",
        "border": 1, "border_color": "#FFFFFF",
    },
    "row": {"bottom": 1, "bottom_color": LINE},
    "total": {"bold": True, "top": 1, "top_color": INK},
    "link": {"font_color": HEAD, "underline": 1},
}  # fmt: skip
