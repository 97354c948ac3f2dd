"""Which filters a programme can be asked with: those of which its records have more than “none”."""

from data_access.store.records import Records
from model.filters import CodeFilter, Filters, Narrows


def tells(records: Records, filters: Filters, narrowing: CodeFilter) -> bool:
    """Whether any record of the programme has a value of that filter; units have theirs in the catalogue.

    Sectors are of the ledger, too: they are asked about also where there are no records.
    """
    if narrowing.narrows is Narrows.UNITS or narrowing.column == "sector_id":
        return True
    if not records.has_records(filters.programme):
        return False
    if narrowing.narrows is not Narrows.ROWS or narrowing.column is None:
        return True
    counts = records.slice(Filters(programme=filters.programme)).counts(narrowing.column)
    return any(value for value in counts[narrowing.column].to_list())
