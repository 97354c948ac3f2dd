"""One view on one worksheet: stamp on top, frozen header, table, native charts beside it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from exports.xlsx.cells import BAR, Column, Kind, Pen
from exports.xlsx.fitting import Fitting, heading_lines
from exports.xlsx.lettering import lines_of, pixels_of
from exports.xlsx.paper import areas_of, page_points, parts_of, points_of, rows_beside, set_up_paper, write_margins
from exports.xlsx.tables import Placed, Table, naming_columns
from presentation.stamp import Stamp
from presentation.whole_lines import unbroken_line

_LINE_POINTS: Final = 14.0
_MOST_LINES: Final = 6
_CHART_COLUMNS: Final = 13
_HEADING_POINTS: Final = 32.0  # of a line or two
_TITLE_LINES: Final = {"title": 24.0, "subtitle": 18.0}


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
        self.row = 0
        self._header: int | None = None  # row of the first table's headings
        self._fitting = Fitting(widths, pen.unknown)
        self._heights: dict[int, float] = {}  # points of rows of several lines
        self._lines: list[tuple[int, str, str]] = []  # row, text and form of what stands above tables
        self._headings: list[tuple[int, Sequence[Column]]] = []
        self._second = 0  # row that titles a second table
        self._totalled: Sequence[int] = ()  # columns with a total in the last row
        self._scope = self._banner = ""
        self.sheet.set_column(self.columns, self.columns, 3)
        self.sheet.hide_gridlines(2)
        self.sheet.set_default_row(15.5)  # set explicitly, so that charts keep their position in every program

    def head(self, title: str, stamp: Stamp) -> None:
        """Write the stamp in lines as wide as the table."""
        self._line(title, "title")
        self._banner = stamp.banner.partition(" — ")[0]
        self._scope = " · ".join(part for part in (stamp.scope, stamp.as_of) if part)
        if stamp.banner:
            self._line(stamp.banner, "banner")
        for line in stamp.lines:
            self._line(line, "note")
        self.row += 1

    def _line(self, text: str, form: str) -> None:
        self._lines.append((self.row, unbroken_line(text), form))
        self.row += 1

    def subtitle(self, text: str) -> None:
        """Write a subheading of a second table, one row further down."""
        self.row += 1
        self._second = self.row
        self._line(text, "subtitle")

    def table(self, table: Table) -> Placed:
        """Write a table with filter buttons; the first of a sheet freezes its header."""
        header, first = self.row, self.row + 1
        last = max(first, header + len(table.rows))
        headings = [
            {"header": column.heading, "header_format": self.pen.format("head", column.side)}
            for column in table.columns
        ]
        options = {"name": table.name, "columns": headings, "style": None, "autofilter": bool(table.rows)}
        self.sheet.add_table(header, 0, last, len(table.columns) - 1, options)
        self._headings.append((header, table.columns))
        for place, column in enumerate(table.columns):
            self._fitting.see_heading(place, column)
        for number, row in enumerate(table.rows):
            self._write_row(first + number, row, table, number)
        self.row = last + 1
        if table.total_of and table.rows:
            self._total(table, first, last)
        if self._header is None:
            self.sheet.freeze_panes(first, 0)
            self._header = header
        return Placed(self.name, first, last, table.rows)

    def _write_row(self, place: int, row: Sequence[object], table: Table, number: int) -> None:
        own: Sequence[Kind | None] = table.kinds[number] if table.kinds else ()
        for column, (value, spec) in enumerate(zip(row, table.columns, strict=True)):
            kind = (own[column] if own else None) or spec.kind
            self.pen.write(self.sheet, place, column, value, kind, "row")
            self._fitting.see(column, value, kind)
        # Set explicitly, because not every program adjusts row heights to wrapped text.
        wrapped = [
            lines_of(str(v or ""), spec.width)
            for v, spec in zip(row, table.columns, strict=True)
            if spec.kind is Kind.LONG
        ]
        lines = max(wrapped, default=1)
        if lines > 1:
            self._set_height(place, _LINE_POINTS * min(lines, _MOST_LINES))

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
            self._fitting.see(column, value, Kind.COUNT)
        self.row += 1
        self._totalled = table.total_of

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
        self.sheet.write_string(self.row - 1, column, text, self.pen.format("text", "total"))

    def charts(self, charts: Iterable[Chart], *, first_row: int) -> None:
        """Place charts beside the table, below the header rows that repeat in print."""
        row = first_row + 1
        for chart in charts:
            rows = rows_beside(self._heights, row, chart.height) + 1
            self.sheet.insert_chart(row, self.columns + 1, chart, {"object_position": 3})
            self.chart_areas.append((row, self.columns + 1, row + rows - 1, self.columns + _CHART_COLUMNS))
            row += rows

    def finish(self, footer: str) -> None:
        """Give columns and rows their sizes and set up printing on A4.

        The table is one page wide or, where its letters would be too small, two with its first columns on both;
        each chart is on a page of its own.
        """
        widths = self._fitting.widths()
        for number, width in enumerate(widths):
            self.sheet.set_column(number, number, width or self._fitting.declared[number], None, {"hidden": not width})
        for row, columns in self._headings:
            lines = heading_lines(columns, widths)
            self._set_height(row, max(_HEADING_POINTS, _LINE_POINTS * lines + 4))
        naming = naming_columns(self._headings[0][1])
        parts = parts_of(widths[: self.printed or self.columns], naming)
        self._write_lines(widths, parts[0][1])
        across = sum(pixels_of(width) for width in widths if width)
        repeated, high = naming if len(parts) > 1 else 0, points_of(self._heights, self.row)
        standing = set_up_paper(self.sheet, across, high, repeated)
        write_margins(self.sheet, self._scope, self._banner, footer, standing=standing)
        self._choose_printed(parts, page_points(across, standing=standing))

    def _set_height(self, row: int, points: float) -> None:
        self._heights[row] = points
        self.sheet.set_row(row, points)

    def _write_lines(self, widths: Sequence[float], last: int) -> None:
        """Write title and stamp over the columns up to `last`, in rows high enough for wrapped text."""
        across = sum(width for width in widths[: last + 1] if width)
        for row, text, form in self._lines:
            height = _TITLE_LINES.get(form) or _LINE_POINTS * lines_of(text, across, bold=form == "banner")
            self._set_height(row, height)
            if last:
                self.sheet.merge_range(row, 0, row, last, "", self.pen.format(form))
            self.sheet.write_string(row, 0, text, self.pen.format(form))

    def _choose_printed(self, parts: Sequence[tuple[int, int]], page: float) -> None:
        """One area for each part of the table and for each chart; the library itself knows only a single area.

        Headings repeat, but not over a second table on a page of its own unless the first is longer than a page.
        """
        apart = self._second if len(parts) == 1 and points_of(self._heights, self.row) > page else 0
        if not apart or points_of(self._heights, apart) > page:
            self.sheet.repeat_rows(self._header or 0)
        areas = areas_of(parts, self._header or 0, self.row - 1, self._totalled, apart)
        areas += [] if len(parts) > 1 else self.chart_areas  # beside columns that repeat there are none
        sheet = quote_sheetname(self.name)
        ranges = ",".join(f"{sheet}!{xl_range_abs(*area)}" for area in areas)
        self.book.define_name(f"{sheet}!_xlnm.Print_Area", f"={ranges}")
