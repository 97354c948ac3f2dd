"""After a change only rows of the changed days are read again, and the frames say what all rows would."""

import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta

import polars as pl
import pytest
from sqlalchemy import Connection, Engine, event, select, text

from data_access.cube.cube import read_versions
from data_access.database.bounded import Database
from data_access.database.connections import open_engine
from data_access.database.schema import initiative
from data_access.rows.adoption import fetch_use
from data_access.rows.waiting_times import fetch_days
from data_access.store.live import LiveRecords
from model.filters import Filters
from tests.data_access.invented_rows import FIRST, announce, invent, write

ASKED = (
    Filters(),
    Filters(units=("LD-01",)),
    Filters(as_of=FIRST + timedelta(days=6), sectors=("none",)),
    Filters(as_of=datetime(2022, 6, 1, 8), phase=1),
)


@pytest.fixture
def url(prepared_url: str) -> str:
    write(prepared_url, *invent(600, seed=1))
    return prepared_url


@pytest.fixture
def records(url: str) -> Iterator[LiveRecords]:
    with closing(LiveRecords(Database(url))) as records:
        yield records


def told(records: LiveRecords) -> list[object]:
    sorted_days = [fetch_days(records, asked).sort(pl.all()).rows() for asked in ASKED]
    return [sorted_days, [fetch_use(records, asked) for asked in ASKED]]


def catch_up(records: LiveRecords) -> None:
    """Wait until the records are those of the database."""
    now = records.ask_now(read_versions)[1]
    give_up = time.monotonic() + 20
    while records.cube("1tr").state != now and time.monotonic() < give_up:
        records.poll()
        time.sleep(0.05)
    assert records.cube("1tr").state == now


def change(url: str, statement: str, first: str) -> None:
    """Run a statement over some codes, and announce what an import of them would: their days before and after."""
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            before = _rows(connection, first)
            connection.execute(text(f"{statement} WHERE code LIKE '{first}'"))
            announce(connection, [*before, *_rows(connection, first)] or before)
    finally:
        engine.dispose()


def _rows(connection: Connection, first: str) -> list[dict[str, object]]:
    return [dict(row) for row in connection.execute(select(initiative).where(initiative.c.code.like(first))).mappings()]


def test_frames_after_changes_equal_those_of_new_records(url: str, records: LiveRecords):
    told(records)
    for statement, codes in (
        ("UPDATE initiative SET applied = NULL, replicated = 9", "1-1%"),
        ("UPDATE initiative SET status = 1, settled_at = '2022-06-05 10:00:00', settled_day = 20220605", "1-2%"),
        ("DELETE FROM initiative", "1-3%"),
    ):
        change(url, statement, codes)
        write(url, *invent(40, seed=len(codes) + len(statement), first=FIRST + timedelta(days=len(statement) % 5)))
        catch_up(records)

        with closing(LiveRecords(Database(url))) as anew:
            assert told(records) == told(anew)


def test_only_rows_of_changed_days_are_read(url: str, records: LiveRecords, statements: list[str]):
    fetch_days(records, Filters())
    write(url, *invent(3, seed=9))
    catch_up(records)
    statements.clear()

    fetch_days(records, Filters())

    assert [one for one in statements if "uploaded_day IN" in one]
    assert len([one for one in statements if "settled_day" in one]) == 1


def test_a_change_that_does_not_say_its_days_has_everything_read(url: str, records: LiveRecords, statements: list[str]):
    fetch_days(records, Filters())
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE initiative SET rewarded_at = NULL, rewarded_day = NULL"))
        connection.execute(text("UPDATE data_version SET version = version + 1"))
    engine.dispose()
    catch_up(records)
    statements.clear()

    assert fetch_days(records, Filters())["rewarded"].null_count() == fetch_days(records, Filters()).height
    assert not [one for one in statements if "uploaded_day IN" in one]


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Every statement that goes to a database."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)
