"""The sheet of the other pages: verdict, bars and sentences, page below page."""

from collections.abc import Iterator, Sequence

from data_access.store.records import Records
from exports.xlsx.cells import Kind, columns_of
from exports.xlsx.tables import Table
from exports.xlsx.views import Views
from presentation.briefs import make_briefs
from presentation.briefs.brief import Brief, BriefBar


def write_briefs(views: Views, records: Records) -> None:
    """Write all briefs onto one sheet; no sheet where there are none."""
    briefs = make_briefs(records, views.figures, views.wording)
    if not briefs:
        return
    columns = columns_of(
        views.wording,
        ("kind", Kind.LONG, 46), ("item", Kind.LONG, 70), ("value", Kind.COUNT, 22), ("note", Kind.LONG, 40),
    )  # fmt: skip
    rows = [row for brief in briefs for row in _rows(brief)]
    sheet = views.new_sheet("briefs", columns, name=views.wording.texts.titles["briefs"])
    sheet.table(Table("briefs", columns, rows, [_kinds(row) for row in rows]))


def _rows(brief: Brief) -> Iterator[Sequence[object]]:
    yield (brief.title, brief.verdict, None, None)
    for bar_list in brief.lists:
        name = brief.list_name(bar_list)
        yield from ((name, bar.name, _number_or_word(bar), bar.note) for bar in bar_list.bars)
    yield from ((brief.title, note, None, None) for note in (*brief.notes, *brief.more))


def _number_or_word(bar: BriefBar) -> float | str:
    """What the bar stands for; where it is written without a number, as “Chưa rõ”, its length is none either."""
    return bar.value if any(letter.isdigit() for letter in bar.text) else bar.text


def _kinds(row: Sequence[object]) -> list[Kind | None]:
    """The kinds of the cells of a row; sentences have no number."""
    value = row[2]
    if value is None or isinstance(value, str):
        return [None, None, Kind.TEXT, None]
    return [None, None, Kind.COUNT if float(str(value)).is_integer() else Kind.DECIMAL, None]
