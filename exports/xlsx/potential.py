"""The sheet of potential, in the workbook of the targets page."""

from data_access.queries.potential import fetch_potential
from data_access.store.records import Records
from exports.xlsx.cells import Column, Kind
from exports.xlsx.tables import Table
from exports.xlsx.views import Views
from presentation.potential import describe_potential, describe_reason


def write_potential(views: Views, records: Records) -> None:
    """Write units below their potential first, each with its reason; no sheet where no potential can be estimated."""
    potentials = fetch_potential(records, views.figures.filters)
    if potentials is None or not any(unit.verdict for unit in potentials.units):
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
    below = {unit.code for unit in potentials.below}
    rows: list[list[object]] = [
        [
            unit.code,
            wording.unit(unit.code, unit.name),
            describe_potential(unit, potentials.mean_per100, language),
            *(unit.known_count, unit.per100, unit.low, unit.high),
            describe_reason(unit, language),
        ]
        for unit in (*potentials.below, *(unit for unit in potentials.units if unit.code not in below))
    ]
    sheet = views.new_sheet("potential", columns, name=language.targets.potential_word)
    sheet.table(Table("potential", columns, rows))
