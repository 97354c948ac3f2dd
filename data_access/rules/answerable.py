"""What can answer at all: a programme without records is told from what was published, if anything was."""

from data_access.store.records import Records
from model.address import as_printed
from model.codes import Basis
from model.filters import Filters
from model.notices import Notice


def answerable(records: Records, filters: Filters) -> tuple[Filters, tuple[Notice, ...]]:
    """The filters on the basis that there is, and what of them printed figures cannot follow."""
    is_printed = (records.published()["programme"] == filters.programme).any()
    if filters.basis is Basis.RECORDS and is_printed and not records.has_records(filters.programme):
        return as_printed(filters.changed(basis=Basis.PUBLISHED), records.catalogue)
    return filters, ()
