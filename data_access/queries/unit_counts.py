"""Counts by unit."""

from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.filters import Filters


def counts_of_units(records: Records, filters: Filters, column: str = "uploads") -> dict[int, int]:
    """One of COUNTS by unit id, of the units that have anything in the scope."""
    counts = records.slice(filters).counts("unit_id")
    return dict(zip(counts["unit_id"].to_list(), counts[column].to_list(), strict=True))


def reporting_units(records: Records, filters: Filters) -> frozenset[int]:
    """Ids of the units with uploads in the scope, whatever is counted of them: of these 0 is a number."""
    return units_with_rows(records, filters.changed(statuses=()))


@remembered
def units_with_rows(records: Records, filters: Filters) -> frozenset[int]:
    """Ids of the units of which the scope counts anything."""
    return frozenset(unit for unit, count in counts_of_units(records, filters).items() if count > 0)
