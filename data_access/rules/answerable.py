"""The basis that can answer: records, or published figures for a programme without records."""

from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.address import as_printed
from model.codes import Basis
from model.filters import Filters
from model.notices import Notice


def answerable(records: Records, filters: Filters) -> tuple[Filters, tuple[Notice, ...]]:
    """The filters on the available basis, and those that printed figures cannot follow."""
    if filters.basis is not Basis.RECORDS or records.has_records(filters.programme):
        return filters, ()
    if not is_printed(records, filters.programme):
        return filters, ()
    return as_printed(filters.changed(basis=Basis.PUBLISHED), records.catalogue)


def is_printed(records: Records, programme_code: str) -> bool:
    """Whether a programme has any printed figure."""
    return programme_code in _printed_programmes(records)


@remembered
def _printed_programmes(records: Records) -> frozenset[str]:
    return frozenset(records.published()["programme"].drop_nulls().to_list())
