"""Records and filters that answer a request from outside the pages."""

from data_access.rules.answerable import answerable
from data_access.snapshots.frozen import at_snapshot
from data_access.store.narrowing import narrowed
from data_access.store.records import Records
from model.filters import Filters


def answering(records: Records, filters: Filters) -> tuple[Records, Filters]:
    """What answers a request: the units of the account, the frozen figures, the basis that there is.

    Raises UnknownSnapshot and NotAllowed.
    """
    records, filters = at_snapshot(records, narrowed(records, filters))
    filters, _ = answerable(records, filters)
    return records, filters
