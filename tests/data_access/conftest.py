"""Records over the rows that a module of tests draws, on every engine."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import Connection

from data_access.database.connections import open_engine
from data_access.store.records import Records
from tests.data_access.drawn_programme import records_over


@pytest.fixture
def records(prepared_url: str, request: pytest.FixtureRequest) -> Iterator[Records]:
    """`Records` over the `ROWS` of the module and, where it draws any, over its `TARGETS` and `MEMBERS` alone."""
    drawn = vars(request.module)
    with closing(records_over(prepared_url, drawn["ROWS"], drawn.get("TARGETS"), drawn.get("MEMBERS"))) as records:
        yield records


@pytest.fixture
def connection(prepared_url: str) -> Iterator[Connection]:
    """A connection to a database with schema and reference data but no initiative, on which nothing is committed."""
    engine = open_engine(prepared_url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()
