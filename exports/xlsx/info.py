"""The sheet that says what a workbook is about."""

from exports.xlsx.cells import Column, Kind
from exports.xlsx.tables import Table
from exports.xlsx.views import Views
from presentation.counted import counted
from presentation.definitions import define_terms
from presentation.filter_line import filter_line
from presentation.occasion import Occasion
from presentation.stamp import target_source


def write_info(views: Views, occasion: Occasion, sheets: list[str]) -> None:
    """Write what the file is about: filters, as-of, definitions, sources, author."""
    wording, figures = views.wording, views.figures
    texts, pages, facts = wording.texts, wording.language.pages, wording.language.facts
    overview = figures.overview
    about = {
        "programme": wording.programme(figures.programme),
        "filters": filter_line(figures.filters, wording, figures.frozen),
        "as_of": wording.language.numbers.moment(overview.moment) if overview.moment else facts.unknown,
        "counted": texts.info_rows["counted_text"].format(what=counted("overview", figures, wording)),
        "basis": pages.basis_long[figures.filters.basis.value],
        "source": wording.source(overview.facts["uploads"].source),
        "target_source": target_source(figures, wording),
        "who": occasion.who or "–",
        "made_at": wording.language.numbers.moment(occasion.made_at),
        "link": occasion.link(figures.filters, wording.language),
        "sheets": ", ".join(sheets),
        "unknown": texts.info_rows["unknown_text"],
        "names": texts.info_rows["names_text"],
    }
    columns = [Column(texts.info, Kind.LONG, 34), Column(texts.columns["value"], Kind.LONG, 110)]
    rows: list[list[object]] = [[texts.info_rows[name], value] for name, value in about.items() if value]
    rows += [[f"{texts.definitions}: {name}", words] for name, words in define_terms(figures, wording)]
    sheet = views.new_sheet("overview", columns, "info", name=texts.info)
    sheet.table(Table("info", columns, rows))
