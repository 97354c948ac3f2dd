"""Plain SQL over the demonstration records."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest


@pytest.fixture(scope="module")
def ask(demo_database: str) -> Iterator[Callable[[str], list[tuple[object, ...]]]]:
    """`ask(query)`: its rows."""
    with closing(sqlite3.connect(demo_database.removeprefix("sqlite:///"))) as connection:
        yield lambda query: connection.execute(query).fetchall()
