"""Records over a database, closed when a test is done with them."""

from contextlib import AbstractContextManager, closing
from typing import Any

from data_access.database.bounded import Database
from data_access.store.live import LiveRecords


def live_records(url: str, **settings: Any) -> AbstractContextManager[LiveRecords]:
    """`LiveRecords` of an address; `settings` as it takes them."""
    return closing(LiveRecords(Database(url), **settings))
