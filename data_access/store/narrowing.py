"""Filters of a reader of some units in a programme closed to comparison: narrowed to those units."""

from collections.abc import Collection

from data_access.database.errors import NotAllowed
from data_access.store.records import Records
from model.filters import Filters
from model.reach import Reach


def narrowed(records: Records, filters: Filters) -> Filters:
    """The filters limited to the reader's units, so that every title and file names its scope.

    Raises NotAllowed where others were asked for, or where none of the programme are the reader's.
    """
    filters = _without_other(records, filters)
    reach = records.sums_of(filters.programme)
    if reach is None:
        return filters
    if filters.within is None and not reach.units:
        filters = filters.changed(within=_above(records, reach))
    if filters.within is not None and _is_inside(records, filters, reach):
        return filters
    own = tuple(unit.code for unit in records.catalogue.members(filters))
    if not own:
        raise NotAllowed("see", (filters.within or filters.programme,))
    outside = [code for code in filters.units if code not in own]
    if outside:
        raise NotAllowed("see", tuple(outside))
    return filters if filters.units or _is_everybody(records, filters, own) else filters.changed(units=own)


def require_own(records: Records, filters: Filters) -> None:
    """Raise NotListed, or NotAllowed where rows of other units are asked for."""
    records.to_list(filters)
    reach, units = records.reach_of(filters.programme), records.catalogue.unit_by_code
    if reach is None:
        return
    outside = tuple(code for code in filters.units if units[code].id not in reach.covered)
    if outside or not _is_met(records, filters, reach):
        raise NotAllowed("see_rows", outside or (filters.within or "",))


def _is_met(records: Records, filters: Filters, reach: Reach) -> bool:
    """Whether any of the reader's units lies in the unit looked into."""
    if filters.within is None or _is_inside(records, filters, reach):
        return True
    programme, above = records.catalogue.programme(filters.programme), records.catalogue.unit_by_code[filters.within]
    return not reach.covered.isdisjoint(records.catalogue.tree(programme.id).child_of(above.id))


def _without_other(records: Records, filters: Filters) -> Filters:
    """The filters without a second programme that is closed as well, whose sums would be of other units."""
    other = filters.other and records.sums_of(filters.other)
    return filters.changed(other=None) if other else filters


def _above(records: Records, reach: Reach) -> str:
    """The unit above the reader's, where none of those is ranked itself."""
    units = records.catalogue.unit_by_id
    parents = (units[number].parent_id for number in reach.below)
    above = next((parent for parent in parents if parent is not None and parent not in reach.covered), None)
    if above is None:
        raise NotAllowed("see")
    return units[above].code


def _is_inside(records: Records, filters: Filters, reach: Reach) -> bool:
    """Whether the unit looked into is all the reader's."""
    number = records.catalogue.programme(filters.programme).id
    chain = records.catalogue.chain(number, filters.within or "")
    return any(unit.id in reach.covered for unit in chain)


def _is_everybody(records: Records, filters: Filters, own: Collection[str]) -> bool:
    return len(own) == len(records.unscoped.catalogue.members(filters))
