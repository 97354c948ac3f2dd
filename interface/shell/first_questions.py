"""The most common questions, answered at startup and after every change of the records, so that no reader waits."""

from collections.abc import Callable
from functools import partial
from typing import Final

from data_access.queries.overview import fetch_overview
from data_access.queries.people import fetch_people
from data_access.queries.recognition import fetch_recognition, fetch_unrewarded
from data_access.queries.value import fetch_value
from data_access.rows.explore import learn_far_places
from data_access.store.records import Records
from interface.shell.loading import open_records
from model.address import parse
from model.filters import Filters

_FIRST: Final[tuple[Callable[[Records, Filters], object], ...]] = (
    *(fetch_overview, fetch_recognition, fetch_unrewarded, fetch_value, fetch_people, learn_far_places),
)


def keep_first_questions_ready() -> None:
    """Answer them for the default programme in the background, from now on."""
    records = open_records()
    records.keep_ready([partial(_ask, fetch, records) for fetch in _FIRST])


def _ask(fetch: Callable[[Records, Filters], object], records: Records) -> None:
    if records.catalogue.programmes:
        filters, _ = parse({}, records.catalogue)
        fetch(records, filters)
