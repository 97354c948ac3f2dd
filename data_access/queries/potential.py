"""“Tiềm năng”: every unit beside what could be expected of it by its members and the units that are like it."""

from data_access.rules.pace import is_comparable, reads_ledger
from data_access.rules.potential import expect
from data_access.store.asked_once import asked_once
from data_access.store.records import Records
from model.codes import Measure
from model.filters import Filters
from model.potential import Potentials


@asked_once
def fetch_potential(records: Records, filters: Filters) -> Potentials | None:
    """The units in scope, each measured by all units of the programme; None where counts are not of whole units.

    While nobody has anything, nothing can be expected of anybody, so that nobody is “right at it” either.
    Printed figures are of few units, a sector or a part of the time is no whole: neither says what to expect.
    """
    programme = records.catalogue.programme(filters.programme)
    if reads_ledger(records, programme, filters) or not is_comparable(programme, filters) or filters.statuses:
        return None
    wide = filters.everywhere
    units = records.catalogue.members(wide)
    column = "valid" if filters.measure is Measure.VALID else "uploads"
    counts = dict(records.slice(wide).counts("unit_id").select("unit_id", column).iter_rows())
    if len(units) > 1 and not any(counts.values()):
        return None
    known = [unit for unit in units if unit.members]
    members = sum(unit.members or 0 for unit in known)
    mean = 100 * sum(counts.get(unit.id, 0) for unit in known) / members if members else None
    shown = records.catalogue.units_in(filters)
    return Potentials(tuple(expect(unit, units, counts, programme.alike) for unit in shown), mean, programme.alike)
