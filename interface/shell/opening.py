"""The default measure of the map, by which large and small provinces are comparable."""

from data_access.store.records import Records, counts_rows
from interface.shell import address
from model.catalogue import Catalogue
from model.codes import Measure
from model.filters import Filters


def linked_params(subject: str, here: str, opens_with: Measure, filters: Filters) -> dict[str, list[str]]:
    """Parameters of a link from page `here` to `subject`.

    Links to the map name its default measure, so that an address without one keeps its old meaning; other pages' links
    drop it.
    """
    if subject == "map" and filters.measure is Measure.UPLOADS:
        return address.link_params(filters.changed(measure=opens_with))
    if subject != "map" and here == "map" and filters.measure is opens_with:
        return address.link_params(filters.changed(measure=Measure.UPLOADS))
    return address.link_params(filters)


def measure_of_map(filters: Filters, catalogue: Catalogue, records: Records) -> Measure:
    """Share of the target; without targets per 100 members, otherwise uploads."""
    if not counts_rows(records, filters):
        return Measure.UPLOADS  # shares of units were never printed
    if records.targets(filters.programme).height and not filters.narrows_rows:
        return Measure.REACHED
    has_members = any(unit.members is not None for unit in catalogue.members(filters))
    return Measure.PER100 if has_members else Measure.UPLOADS
