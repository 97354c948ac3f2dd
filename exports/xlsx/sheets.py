"""One view on one worksheet: stamp on top, frozen header, table, native charts beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from exports.xlsx.cells import BAR, Column, Kind, Pen
from exports.xlsx.paper import lines_of, pixels_of, rows_beside, set_up_paper, write_margins
from presentation.stamp import Stamp

_LINE_POINTS: Final = 14.0
_MOST_LINES: Final = 6
_CHART_COLUMNS: Final = 13
_ONE_PAGE: Final = 1700  # pixels across that a lying A4 shows in letters one can read


@dataclass(frozen=True)
class Table:
    """Columns and rows of plain values in column order."""

    name: str  # as formulas call it
    columns: Sequence[Column]
    rows: Sequence[Sequence[object]]
    kinds: Sequence[Sequence[Kind | None]] = ()  # where a row differs from its column
    total_of: tuple[int, ...] = ()  # columns that add up


@dataclass(frozen=True)
class Placed:
    """The position of a table's body: zero-based rows and columns, `last` inclusive."""

    sheet: str
    first: int
    last: int

    def span(self, column: int, rows: int | None = None) -> list[str | int]:
        """A column of the table as a chart range."""
        last = self.last if rows is None else min(self.last, self.first + rows - 1)
        return [self.sheet, self.first, column, last, column]


class ViewSheet:
    """A worksheet filled from top to bottom."""

    def __init__(self, book: Workbook, pen: Pen, name: str, widths: Sequence[float]) -> None:
        self.book = book
        self.name = name
        self.pen = pen
        self.printed = 0  # columns that print; all where 0
        self.chart_areas: list[tuple[int, int, int, int]] = []
        self.sheet: Worksheet = book.add_worksheet(name)
        self.columns = len(widths)
        self.width = sum(pixels_of(width) for width in widths)
        self.row = 0
        self._has_header = False
        self._widths = widths
        self._heights: dict[int, float] = {}  # points of rows of several lines
        self._filled: set[int] = set()  # columns that hold anything
        self._scope = self._banner = ""
        for number, width in enumerate(widths):
            self.sheet.set_column(number, number, width)
        self.sheet.set_column(self.columns, self.columns, 3)
        self.sheet.hide_gridlines(2)
        self.sheet.set_default_row(15.5)  # set explicitly, so that charts keep their position in every program

    def head(self, title: str, stamp: Stamp) -> None:
        """Write the stamp in merged lines as wide as the table."""
        self._line(title, "title", 24)
        self._banner = stamp.banner.partition(" — ")[0]
        self._scope = " · ".join(part for part in (stamp.scope, stamp.as_of) if part)
        if stamp.banner:
            self._line(stamp.banner, "banner")
        for line in stamp.lines:
            self._line(line, "note")
        self.row += 1

    def _line(self, text: str, form: str, height: float | None = None) -> None:
        """Write a line over the full width, high enough for wrapped text."""
        per_line = max(40.0, self.width / 6.2)
        needed = height or _LINE_POINTS * ceil(len(text) / per_line)
        self.sheet.set_row(self.row, max(needed, _LINE_POINTS))
        if self.columns > 1:
            self.sheet.merge_range(self.row, 0, self.row, self.columns - 1, "", self.pen.format(form))
        self.sheet.write_string(self.row, 0, text, self.pen.format(form))
        self.row += 1

    def subtitle(self, text: str) -> None:
        """Write a subheading, one row further down."""
        self.row += 1
        self._line(text, "subtitle", 18)

    def table(self, table: Table) -> Placed:
        """Write a table with filter buttons; the first of a sheet freezes its header."""
        header, first = self.row, self.row + 1
        last = max(first, header + len(table.rows))
        headings = [
            {
                "header": column.heading,
                "header_format": self.pen.format("head", "right" if column.is_number else "text"),
            }
            for column in table.columns
        ]
        options = {"name": table.name, "columns": headings, "style": None, "autofilter": bool(table.rows)}
        self.sheet.add_table(header, 0, last, len(table.columns) - 1, options)
        self.sheet.set_row(header, 32)
        for number, row in enumerate(table.rows):
            self._write_row(first + number, row, table, number)
        self.row = last + 1
        if table.total_of and table.rows:
            self._total(table, first, last)
        if not self._has_header:
            self.sheet.freeze_panes(first, 0)
            self.sheet.repeat_rows(header)
            self._has_header = True
        return Placed(self.name, first, last)

    def _write_row(self, place: int, row: Sequence[object], table: Table, number: int) -> None:
        own: Sequence[Kind | None] = table.kinds[number] if table.kinds else ()
        for column, (value, spec) in enumerate(zip(row, table.columns, strict=True)):
            kind = (own[column] if own else None) or spec.kind
            self.pen.write(self.sheet, place, column, value, kind, "row")
            if value not in (None, "") or kind not in (Kind.TEXT, Kind.LONG):
                self._filled.add(column)
        # Set explicitly, because not every program adjusts row heights to wrapped text.
        wrapped = [
            lines_of(v, spec.width) for v, spec in zip(row, table.columns, strict=True) if spec.kind is Kind.LONG
        ]
        lines = max(wrapped, default=1)
        if lines > 1:
            self._heights[place] = _LINE_POINTS * min(lines, _MOST_LINES)
            self.sheet.set_row(place, self._heights[place])

    def _total(self, table: Table, first: int, last: int) -> None:
        """Write totals that follow the table's filters."""
        for column in range(len(table.columns)):
            self.sheet.write_blank(self.row, column, None, self.pen.format("total"))
        for column in table.total_of:
            letter = chr(ord("A") + column)
            values = (row[column] for row in table.rows)
            value = sum(number for number in values if isinstance(number, int | float))
            formula = f"=SUBTOTAL(109,{letter}{first + 1}:{letter}{last + 1})"
            self.sheet.write_formula(self.row, column, formula, self.pen.format("count", "total"), value)
        self.row += 1

    def bars_in(self, place: Placed, column: int, most: float) -> None:
        """Add data bars from 0 to `most` to a column."""
        rule = {"type": "data_bar", "bar_color": BAR, "bar_solid": True, "min_type": "num", "max_type": "num"}
        self.sheet.conditional_format(
            place.first, column, place.last, column, {**rule, "min_value": 0, "max_value": most}
        )

    def coloured_words(self, place: Placed, column: int, colours: Mapping[str, str]) -> None:
        """Colour the cells of a column by their word, as conditional formats that follow edits."""
        for word, colour in colours.items():
            form = self.book.add_format({"font_color": colour, "bold": True})
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": form}
            self.sheet.conditional_format(place.first, column, place.last, column, rule)

    def total_label(self, text: str, column: int) -> None:
        """Label the total row just written."""
        self.sheet.write_string(self.row - 1, column, text, self.pen.format("plain", "total"))

    def charts(self, charts: Iterable[Chart], *, first_row: int) -> None:
        """Place charts beside the table, below the header rows that repeat in print."""
        row = first_row + 1
        for chart in charts:
            rows = rows_beside(self._heights, row, chart.height) + 1
            self.sheet.insert_chart(row, self.columns + 1, chart, {"object_position": 3})
            self.chart_areas.append((row, self.columns + 1, row + rows - 1, self.columns + _CHART_COLUMNS))
            row += rows

    def finish(self, footer: str) -> None:
        """Set up printing on A4, the table one or two pages wide with repeated header, each chart
        on a page of its own.
        """
        self._hide_empty()
        printed = self._widths[: self.printed] if self.printed else ()
        is_wide = (sum(map(pixels_of, printed)) or self.width) > _ONE_PAGE
        set_up_paper(self.sheet, self.width, 1 + is_wide)
        write_margins(self.sheet, self.width, self._scope, self._banner, footer)
        # Two pages wide, a chart would be cut between them; its shares are bars in their cells, too.
        areas = [(0, 0, self.row, (self.printed or self.columns) - 1), *([] if is_wide else self.chart_areas)]
        sheet = quote_sheetname(self.name)
        ranges = ",".join(f"{sheet}!{xl_range_abs(*area)}" for area in areas)
        # One area a chart, so that none is cut in two: the library itself knows only a single area.
        self.book.define_name(f"{sheet}!_xlnm.Print_Area", f"={ranges}")

    def _hide_empty(self) -> None:
        """Hide text columns without a value (mostly “about”, “at least”), so that the others print larger."""
        for number, width in enumerate(self._widths):
            if self._filled and number not in self._filled:
                self.sheet.set_column(number, number, width, None, {"hidden": True})
                self.width -= pixels_of(width)
