"""“Tiềm năng”: every unit beside its potential, by its members and similar units."""

from data_access.queries.unit_counts import counts_of_units
from data_access.rules.pace import is_comparable, reads_ledger
from data_access.rules.potential import Expectations
from data_access.rules.shares import per_members
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.filters import Filters
from model.potential import Potentials


@remembered
def fetch_potential(records: Records, filters: Filters) -> Potentials | None:
    """The units in scope, each measured against all units of the programme; None where `why_none` gives a reason."""
    if why_none(records, filters):
        return None
    programme, wide = records.catalogue.programme(filters.programme), filters.everywhere
    units, counts = records.catalogue.members(wide), counts_of_units(records, wide, wide.counted)
    mean, _ = per_members(units, counts)
    visible = records.catalogue.units_in(filters)
    moment = records.slice(wide).moment
    expectations = Expectations(units, counts, programme.alike, moment.date() if moment else None)
    return Potentials(tuple(expectations.of(unit) for unit in visible), mean, programme.alike)


@remembered
def why_none(records: Records, filters: Filters) -> str | None:
    """Why nothing is expected of any unit: published, part or nothing_yet. None where units are told one by one.

    Printed figures are of few units, a sector or a part of the time is no whole: neither says what to expect. While
    nobody has anything, nothing can be expected of anybody, so that nobody is “right at it” either.
    """
    programme, wide = records.catalogue.programme(filters.programme), filters.everywhere
    if reads_ledger(records, programme, filters):
        return "published"
    if not is_comparable(programme, filters) or filters.statuses:
        return "part"
    alone = len(records.catalogue.members(wide)) == 1
    return None if alone or any(counts_of_units(records, wide, wide.counted).values()) else "nothing_yet"
