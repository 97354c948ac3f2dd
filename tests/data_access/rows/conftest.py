"""Rows enough for several pages of every order."""

from collections.abc import Iterator

import pytest

from data_access.store.records import Records
from tests.data_access.invented_rows import invent, records_over_invented


@pytest.fixture
def invented_records(prepared_url: str) -> Iterator[Records]:
    """`Records` over 2,000 invented rows, and 300 of another programme."""
    with records_over_invented(prepared_url, *invent(2000, seed=1), *invent(300, seed=2, programme_id=2)) as records:
        yield records
