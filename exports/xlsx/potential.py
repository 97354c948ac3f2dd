"""The sheet of potential, in the workbook of the targets page."""

from data_access.queries.potential import fetch_potential
from data_access.store.records import Records
from exports.xlsx.cells import Column, Kind
from exports.xlsx.sheets import Table
from exports.xlsx.views import Views
from presentation.potential import describe_potential, describe_reason


def write_potential(views: Views, records: Records) -> None:
    """Write units below their potential first, each with its reason; no sheet where no potential can be estimated."""
    potentials = fetch_potential(records, views.figures.filters)
    if potentials is None or not any(one.verdict for one in potentials.units):
        return
    wording, language = views.wording, views.wording.language
    names, heads = wording.texts.columns, language.targets.potential_columns
    columns = [
        Column(names["unit_code"], Kind.TEXT, 9),
        Column(heads[0], Kind.LONG, 44),
        Column(heads[1], Kind.TEXT, 24),
        Column(heads[2], Kind.COUNT, 15),
        Column(heads[3], Kind.DECIMAL, 15),
        Column(names["potential_low"], Kind.COUNT, 15),
        Column(names["potential_high"], Kind.COUNT, 15),
        Column(heads[5], Kind.LONG, 60),
    ]
    below = {one.code for one in potentials.below}
    rows: list[list[object]] = [
        [
            one.code,
            wording.unit(one.code, one.name),
            describe_potential(one, potentials.mean_per100, language),
            *(one.count, one.per100, one.low, one.high),
            describe_reason(one, language),
        ]
        for one in (*potentials.below, *(one for one in potentials.units if one.code not in below))
    ]
    sheet = views.new_sheet("targets", columns, name=language.targets.potential_word)
    sheet.table(Table("potential", columns, rows))
