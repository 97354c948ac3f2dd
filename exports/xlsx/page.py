"""The sheet of the current page: its rows in words and its charts as native ones."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Final

from xlsxwriter.chart import Chart

from data_access.database.errors import Unanswerable
from data_access.store.records import Records
from exports.xlsx.cells import Column, Kind
from exports.xlsx.drawing import bars, line
from exports.xlsx.tables import Placed, Table
from exports.xlsx.views import Views
from presentation.rows import RowTable, reword_rows

OF_PAGES: Final = (
    *("trend", "map", "unit", "compare", "recognition", "grading", "readiness", "examples"),
    *("value", "people"),
)
_GROUPED: Final = ("recognition", "value", "people")
_WIDEST: Final = ("kind", "source")  # of every row, and mostly the same: on one line
_WIDE: Final = (
    *("unit_name", "needs", "metric", "item", "side", "note"),
    *("title", "reason", "story", "contact", "adopted_by"),
)
_SHORT: Final = (
    *("unit_code", "place_code", "period", "cluster", "class_code", "class_before"),
    *("code", "sector_name", "author", "is_public"),
    *("qualifier", "target_qualifier", "reached_qualifier", "share_qualifier"),
)
_PERCENT: Final = ("share_pct", "reached_pct", "yes_pct", "having_pct", "lacking_pct")
_NEVER_EMPTY: Final = ("value", "uploads", "count")  # elsewhere blank cells stay blank
_MOST_BARS: Final = 30
# Names of the columns of the name and of the number, and how it is written: of the first rows, until nothing is known.
_BARS: Final = {
    "map": ("unit_name", "value", "#,##0"),
    "grading": ("unit_name", "points", "#,##0.0"),
    "readiness": ("item", "yes", "#,##0"),
}
# Kinds of rows that fill other columns than the rest of their page, and so have a sheet of their own.
_APART: Final = {"readiness": "readiness_unit"}


def write_page(views: Views, subject: str, records: Records, switches: Mapping[str, str]) -> None:
    """Write the sheet; a note stands in for rows where there are none. Pages with a sheet of their own are skipped."""
    if subject not in OF_PAGES:
        return
    language = views.wording.language
    title = language.pages.titles[subject]
    try:
        rows = reword_rows(subject, records, views.figures, views.wording, switches)
        why = "" if rows.rows else views.wording.texts.nothing_of.format(page=title)
    except Unanswerable as problem:
        why = language.problems.unanswered(problem.reason)
    if why:
        columns = [Column(title, Kind.LONG, 90)]
        sheet = views.new_sheet(subject, columns, name=title)
        sheet.table(Table(f"page_{subject}", columns, [[why]]))
        return
    apart = views.wording.texts.rows.get(_APART.get(subject, ""), "")
    common, own = ([row for row in rows.rows if (row[0] == apart) is is_own] for is_own in (False, True))
    _write_rows(views, subject, title, _filled(rows, common) if own else rows)
    if own:
        _write_rows(views, subject, apart, _filled(rows, own, first=1), f"page_{_APART[subject]}")


def _filled(table: RowTable, rows: list[list[object]], first: int = 0) -> RowTable:
    """Some rows of a table, in those of its columns from `first` on that have a value there."""
    places = [place for place in range(first, len(table.columns)) if any(row[place] not in (None, "") for row in rows)]
    columns = tuple(table.columns[place] for place in places)
    return RowTable(columns, [[row[place] for place in places] for row in rows], table.measured)


def _write_rows(views: Views, subject: str, title: str, rows: RowTable, name: str = "") -> None:
    """Write one sheet: the rows, and beside them what can be drawn of them."""
    columns = [_column(name, rows.heading(name, views.wording)) for name in rows.columns]
    sheet = views.new_sheet(subject, columns, name=title)
    top = sheet.row
    kinds = [[_kind(name, value) for name, value in zip(rows.columns, row, strict=True)] for row in rows.rows]
    place = sheet.table(Table(name or f"page_{subject}", columns, [_day_only(row) for row in rows.rows], kinds))
    sheet.charts(_charts(subject, rows, views, place), first_row=top)


def _column(name: str, heading: str) -> Column:
    if name in (*_WIDE, *_WIDEST):
        return Column(heading, Kind.LONG, 48 if name in _WIDEST else 34)
    if name in _SHORT:
        return Column(heading, Kind.TEXT, 12)
    if name in ("state", "day"):
        return Column(heading, Kind.TEXT if name == "state" else Kind.DATE, 14)
    if name in ("since", "until", "as_of"):
        return Column(heading, Kind.MOMENT, 18)
    return Column(heading, Kind.PERCENT if name in _PERCENT else Kind.COUNT, 20)


def _kind(name: str, value: object) -> Kind | None:
    """The kind of a cell that differs from that of its column."""
    if value is None:
        return None if name in _NEVER_EMPTY else Kind.TEXT
    if isinstance(value, datetime):
        return Kind.MOMENT
    if isinstance(value, date):
        return Kind.DATE
    if isinstance(value, float) and name not in _PERCENT and not value.is_integer():
        return Kind.DECIMAL
    return None


def _day_only(row: Sequence[object]) -> list[object]:
    """The end of a day as its last minute: spreadsheets would round it to the next day."""
    return [value.replace(second=0, microsecond=0) if isinstance(value, datetime) else value for value in row]


def _charts(subject: str, table: RowTable, views: Views, place: Placed) -> Iterator[Chart]:
    """The days as a line, ranks as bars, and a bar chart for every group of named parts."""
    texts = views.wording.texts
    if subject == "trend":
        days = sum(row[0] == texts.rows["day"] for row in table.rows)
        if days > 1:
            title = f"{table.heading('uploads', views.wording)}: {texts.rows['day'].lower()}"
            yield line(views.pen, title, place.part(0, days), 1, [(3, title)])
    if subject in _BARS and _BARS[subject][1] in table.columns:
        *names, form = _BARS[subject]
        name_column, value_column = (table.columns.index(name) for name in names)
        filled = next((line for line, row in enumerate(table.rows) if row[value_column] is None), len(table.rows))
        if filled > 1:
            title = table.heading(table.columns[value_column], views.wording)
            yield bars(views.book, title, place, name_column, value_column, min(filled, _MOST_BARS), form=form)
    if subject in _GROUPED:
        yield from _groups(table, views, place)


def _groups(table: RowTable, views: Views, place: Placed) -> Iterator[Chart]:
    start = 0
    for kind, group in groupby(table.rows, key=lambda row: str(row[0])):
        rows = list(group)
        column = next((place for place in _measured(table, kind, views) if _all_known(rows, place)), None)
        if len(rows) > 1 and column is not None:
            drawn_rows = place.part(start, len(rows))
            measured = table.columns[column]
            title = kind if measured == "value" else f"{kind}: {table.heading(measured, views.wording).lower()}"
            yield bars(views.book, title, drawn_rows, 1, column, min(len(rows), _MOST_BARS), form="#,##0")
        start += len(rows)


def _measured(table: RowTable, kind: str, views: Views) -> tuple[int, ...]:
    """The columns by which a group can be drawn; money first where counts alone say little."""
    if "benefit_vnd" not in table.columns:
        return (table.columns.index("value"),)
    texts, count, money = views.wording.texts, table.columns.index("count"), table.columns.index("benefit_vnd")
    by_money = {texts.rows["top_percent"], texts.rows["largest"], texts.columns["sector_name"]}
    return (money, count) if kind in by_money else (count, money)


def _all_known(rows: Sequence[Sequence[object]], column: int) -> bool:
    return all(row[column] is not None for row in rows)
