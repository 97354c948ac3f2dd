"""Sheets of the published figures and of their contradictions."""

from datetime import datetime
from typing import Final

from data_access.queries.published import verdict
from exports.xlsx.cells import Kind, columns_of
from exports.xlsx.tables import Table
from exports.xlsx.views import Views
from language.words.formatting import Numbers
from model.edges import Row
from presentation.wording import Wording

_DAY: Final = len("2022-04-20")


def write_published(views: Views) -> None:
    """Write all published figures beside those of the system; no sheet where none were published of the scope."""
    if not views.figures.is_printed or views.figures.published.is_empty():
        return
    wording = views.wording
    columns = columns_of(
        wording,
        ("figure_id", Kind.TEXT, 13), ("as_of", Kind.TEXT, 17), ("unit_name", Kind.LONG, 26), ("metric", Kind.LONG, 34),
        ("qualifier", Kind.TEXT, 10), ("published", Kind.DECIMAL, 14), ("measured_in", Kind.TEXT, 12),
        ("system_value", Kind.DECIMAL, 15), ("difference", Kind.SIGNED, 15), ("verdict", Kind.TEXT, 18),
        ("source", Kind.LONG, 56), ("quote", Kind.LONG, 56), ("period", Kind.LONG, 30), ("url", Kind.TEXT, 30),
        ("note", Kind.LONG, 60),
    )  # fmt: skip
    sheet = views.new_sheet("published", columns)
    sheet.printed = 12
    rows, kinds = [], []
    for row in views.figures.published.to_dicts():
        rows.append(_ledger_row(row, wording))
        whole = all(row[name] is None or float(row[name]).is_integer() for name in ("value", "system_value"))
        number = Kind.COUNT if whole else Kind.DECIMAL
        moment, gap = _kind_of_moment(row["as_of"]), Kind.SIGNED if whole else Kind.DECIMAL
        kinds.append([None, moment, *[None] * 3, number, None, number, gap, *[None] * 6])
    sheet.table(Table("published", columns, rows, kinds))


def _ledger_row(row: Row, wording: Wording) -> list[object]:
    return [
        row["figure_id"],
        datetime.fromisoformat(row["as_of"]) if _kind_of_moment(row["as_of"]) else row["as_of"],
        wording.language.names.owner(row["unit_name"]),
        wording.metric(row["metric"], row["category"]),
        wording.exactness(row["qualifier"]),
        row["value"],
        wording.kind_of_unit(row["unit_of_measure"] or ""),
        row["system_value"],
        row["difference"],
        wording.language.published.verdicts[verdict(row)],
        wording.language.names.staff_text(row["source_title"]),
        row["quote"],
        wording.language.names.staff_text(row["period"]),
        row["source_url"],
        wording.language.names.staff_text(row["note"]),
    ]


def _kind_of_moment(as_of: str | None) -> Kind | None:
    """What the cell of an as-of holds: a day, a minute of it; None for a month or a year alone."""
    length = len(as_of or "")
    return None if length < _DAY else Kind.DATE if length == _DAY else Kind.MOMENT


def write_inconsistencies(views: Views) -> None:
    """Write where sources disagree; no sheet where they do not."""
    frame, wording = views.figures.inconsistencies, views.wording
    if frame.is_empty():
        return
    columns = columns_of(
        wording, ("sentence", Kind.LONG, 100), ("numbers", Kind.LONG, 40), ("parts_gap", Kind.SIGNED, 18),
    )  # fmt: skip
    rows = [
        [wording.data_sentence(row), _written(str(row["figures"]), wording.language.numbers), row["gap"]]
        for row in frame.to_dicts()
    ]
    sheet = views.new_sheet("inconsistencies", columns, "published")
    sheet.table(Table("inconsistencies", columns, rows))


def _written(figures: str, numbers: Numbers) -> str:
    """The numbers that disagree, each with the separators of the language."""
    return " · ".join(numbers.as_printed(float(part)) for part in figures.split("|") if part)
