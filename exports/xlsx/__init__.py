"""The workbook: one sheet a view, numbers as numbers, native charts, and a sheet about the file."""

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
        book.set_properties({"title": title, "author": occasion.who, "created": occasion.made_at})
        views = Views(book, Pen(book, language.facts.unknown, language.numbers.day_in_sheets), figures, wording)
        write_page(views, subject, records, occasion.switches)
        views.overview()
        views.daily()
        views.targets()
        if subject == "targets":
            write_potential(views, records)
        views.ranking()
        write_sectors(views)
        write_briefs(views, records)
        write_published(views)
        write_inconsistencies(views)
        write_info(views, occasion, [sheet.get_name() for sheet in book.worksheets()])
        views.finish()
    return target.getvalue()
