"""A workbook for clerks: the columns of a list of initiatives, with the programme's own words to choose from."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from data_access.importing.choices import Kind
from data_access.importing.heading_words import FIELDS, REQUIRED
from data_access.importing.headings import heading_of
from data_access.importing.initiatives import MOMENTS
from data_access.importing.left_out import LISTS
from data_access.importing.words import meanings
from model.catalogue import Catalogue

_ROWS: Final = 2000  # that the lists reach
_AMOUNTS: Final = ("benefit_vnd", "replicated")


def initiatives_template(catalogue: Catalogue, programme: str) -> bytes:
    """An empty list of initiatives for one programme (code); filled in, it is imported without a question."""
    own_programme = next((candidate for candidate in catalogue.programmes if candidate.code == programme), None)
    own = catalogue.of_programme(own_programme) if own_programme else catalogue
    choices: dict[str, Sequence[str]] = {
        "unit": [unit.name for unit in own.units],
        "sector": [sector.name_vi for sector in own.sectors],
    }
    choices |= {name: list(meanings(name).values()) for name in FIELDS[Kind.INITIATIVES] if meanings(name)}
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        page, lists = book.add_worksheet("Sáng kiến"), book.add_worksheet(LISTS)
        _write_columns(book, page, _write_lists(lists, choices))
    return buffer.getvalue()


def _write_lists(page: Any, choices: dict[str, Sequence[str]]) -> dict[str, str]:
    """Write each list into a column without a heading; returns its range by field."""
    ranges = {}
    for place, (name, words) in enumerate(choices.items()):
        page.set_column(place, place, 28)
        for line, word in enumerate(words):
            page.write_string(line, place, word)
        column = xl_col_to_name(place)
        ranges[name] = f"='{LISTS}'!${column}$1:${column}${max(len(words), 1)}"
    return ranges


def head_format(book: Any) -> Any:
    """The form of headings in workbooks to fill in."""
    return book.add_format({"bold": True, "bg_color": "#0B5CAD", "font_color": "#FFFFFF", "text_wrap": True})


def _write_columns(book: Any, page: Any, ranges: dict[str, str]) -> None:
    head = head_format(book)
    free = book.add_format({"bold": True, "bg_color": "#DCE6F2", "text_wrap": True})
    forms = {"text": "@", "day": "dd/mm/yyyy", "amount": "#,##0"}
    formats = {name: book.add_format({"num_format": form}) for name, form in forms.items()}
    page.freeze_panes(1, 2)
    for place, name in enumerate(FIELDS[Kind.INITIATIVES]):
        form = "day" if name in MOMENTS else "amount" if name in _AMOUNTS else "text"
        page.set_column(place, place, 40 if name in ("title", "unit") else 20, formats[form])
        is_required = name in REQUIRED[Kind.INITIATIVES]
        page.write_string(0, place, heading_of(Kind.INITIATIVES, name), head if is_required else free)
        if name in ranges:
            page.data_validation(1, place, _ROWS, place, {"validate": "list", "source": ranges[name]})
