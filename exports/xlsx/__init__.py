"""The workbook: one sheet a view, numbers as numbers, native charts, and a sheet about the file."""

from collections.abc import Callable
from io import BytesIO

from xlsxwriter import Workbook

from data_access.store.records import Records
from exports.xlsx.briefs import write_briefs
from exports.xlsx.cells import FONT, SIZE, Pen
from exports.xlsx.info import write_info
from exports.xlsx.page import write_page
from exports.xlsx.potential import write_potential
from exports.xlsx.published import write_inconsistencies, write_published
from exports.xlsx.sectors import write_sectors
from exports.xlsx.views import Views
from language.languages import Language
from model.clock import in_utc
from model.filters import Filters
from presentation.figures import gather_worded
from presentation.occasion import Occasion

_OPTIONS = {
    "in_memory": True,
    # Nothing that arrives as text is ever read as a formula or a link.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
    # Widths of columns are counted in digits of these letters, which every machine has or has the like of.
    "default_format_properties": {"font_name": FONT, "font_size": SIZE},
}


def write_workbook(
    records: Records, filters: Filters, language: Language, occasion: Occasion | None = None, subject: str = "overview"
) -> bytes:
    """An XLSX file as bytes, with the sheet of the current page first. Raises what data_access raises."""
    figures, wording = gather_worded(records, filters, language)
    occasion = occasion or Occasion()
    target = BytesIO()
    with Workbook(target, _OPTIONS) as book:
        title = wording.short_programme(figures.programme)
        book.set_properties({"title": title, "author": occasion.who, "created": in_utc(occasion.made_at)})
        views = Views(book, Pen(book, language.facts.unknown, language.numbers.day_in_sheets), figures, wording)
        write_page(views, subject, records, occasion.switches)
        for write in _in_order(views, records, subject):
            write()
        write_info(views, occasion, [sheet.get_name() for sheet in book.worksheets()])
        views.finish()
    return target.getvalue()


def _in_order(views: Views, records: Records, subject: str) -> list[Callable[[], None]]:
    """What writes the sheets that every workbook has: those of the page asked for first, the others as in the menu."""
    sheets: list[tuple[str, Callable[[], None]]] = [
        ("overview", views.overview),
        ("overview", views.daily),
        ("targets", views.targets),
        ("ranking", views.ranking),
        ("sectors", lambda: write_sectors(views)),
        ("", lambda: write_briefs(views, records)),
        ("published", lambda: write_published(views)),
        ("published", lambda: write_inconsistencies(views)),
    ]
    if subject == "targets":
        sheets.insert(3, ("targets", lambda: write_potential(views, records)))
    return [write for page, write in sorted(sheets, key=lambda sheet: sheet[0] != subject)]
