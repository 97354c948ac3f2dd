"""Who has reported: of these units 0 is a number, of the others nothing is known."""

from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.filters import Filters


def reporting_units(records: Records, filters: Filters) -> frozenset[int]:
    """Ids of the units with uploads in the scope, whatever is counted of them."""
    return units_with_rows(records, filters.changed(statuses=()))


@remembered
def units_with_rows(records: Records, filters: Filters) -> frozenset[int]:
    """Ids of the units that have anything in the scope."""
    counts = records.slice(filters).counts("unit_id")
    pairs = zip(counts["unit_id"].to_list(), counts["uploads"].to_list(), strict=True)
    return frozenset(number for number, uploads in pairs if uploads > 0)
