"""After a change only rows of changed days or units are read again, and the frames equal those of all rows."""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import polars as pl
import pytest
from sqlalchemy import Connection, Engine, event, select, text, update

from data_access.cube.cube import read_versions
from data_access.database.connections import open_engine
from data_access.database.schema import initiative, programme_unit
from data_access.database.versions import raise_without_rows
from data_access.queries.value import fetch_value
from data_access.rows.adoption import fetch_use
from data_access.rows.grassroots_below import fetch_below
from data_access.rows.waiting_times import fetch_days
from data_access.store.live import LiveRecords
from model.filters import Filters
from tests.data_access.invented_rows import FIRST, announce, invent, write
from tests.live_records import live_records

QUESTIONS = (
    Filters(),
    Filters(units=("LD-01",)),
    Filters(as_of=FIRST + timedelta(days=6), sectors=("none",)),
    Filters(as_of=datetime(2022, 6, 1, 8), phase=1),
    Filters(levels=("none",), until=FIRST.date() + timedelta(days=4)),
    Filters(statuses=("valid",), as_of=FIRST + timedelta(days=8)),
)


@pytest.fixture
def url(prepared_url: str) -> str:
    write(prepared_url, *invent(600, seed=1))
    return prepared_url


@pytest.fixture
def records(url: str) -> Iterator[LiveRecords]:
    with live_records(url) as records:
        yield records


def answers_of(records: LiveRecords) -> list[object]:
    sorted_days = [fetch_days(records, question).sort(pl.all()).rows() for question in QUESTIONS]
    people = [records.slice(question).people("unit_id").sort("unit_id").rows() for question in QUESTIONS]
    values = [
        (item.median, item.highest, item.concentration) for item in (fetch_value(records, one) for one in QUESTIONS)
    ]
    return [
        sorted_days,
        people,
        values,
        *([ask(records, one) for one in QUESTIONS] for ask in (fetch_use, fetch_below)),
    ]


def catch_up(records: LiveRecords) -> None:
    """Wait until the records are as new as the database."""
    now = records.ask_now(read_versions)[1]
    give_up = time.monotonic() + 20
    while records.cube("1tr").state != now and time.monotonic() < give_up:
        records.poll()
        time.sleep(0.05)
    assert records.cube("1tr").state == now


def change(url: str, statement: str, first: str) -> None:
    """Run a statement over some codes, and announce their days and units as an import would."""
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            before = _rows(connection, first)
            connection.execute(text(f"{statement} WHERE code LIKE '{first}'"))
            rows = [*before, *_rows(connection, first)]
            announce(connection, rows, units={row["unit_id"] for row in rows})
    finally:
        engine.dispose()


def _rows(connection: Connection, first: str) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(select(initiative).where(initiative.c.code.like(first))).mappings()]


def test_frames_after_changes_equal_those_of_new_records(url: str, records: LiveRecords):
    answers_of(records)
    for statement, codes in (
        ("UPDATE initiative SET applied = NULL, replicated = 9", "1-1%"),
        ("UPDATE initiative SET status = 1, settled_at = '2022-06-05 10:00:00', settled_day = 20220605", "1-2%"),
        ("UPDATE initiative SET author = 'Bình', benefit_vnd = 7, benefit_band = 1, sex = 1", "1-40%"),
        ("UPDATE initiative SET unit_id = 10, grassroots_id = 61, author = NULL", "1-5%"),
        ("DELETE FROM initiative", "1-3%"),
    ):
        change(url, statement, codes)
        write(url, *invent(40, seed=len(codes) + len(statement), first=FIRST + timedelta(days=len(statement) % 5)))
        write(url, *invent(5, seed=len(statement), programme_id=2))
        catch_up(records)

        with live_records(url) as anew:
            assert answers_of(records) == answers_of(anew)


def test_only_rows_of_changed_days_are_read(url: str, records: LiveRecords, statements: list[str]):
    fetch_days(records, Filters())
    write(url, *invent(3, seed=9))
    catch_up(records)
    statements.clear()

    fetch_days(records, Filters())

    assert [one for one in statements if "uploaded_day IN" in one]
    assert len([one for one in statements if "settled_day" in one]) == 1


def test_only_rows_of_changed_units_are_read(url: str, records: LiveRecords, statements: list[str]):
    records.slice(Filters()).people("unit_id")
    fetch_below(records, Filters())
    change(url, "UPDATE initiative SET author = 'Dũng'", "1-7%")
    catch_up(records)
    statements.clear()

    records.slice(Filters()).people("unit_id")
    fetch_below(records, Filters())

    questions = [one for one in statements if "author" in one or "grassroots_id" in one]
    assert len(questions) == 2
    assert all("initiative.unit_id IN" in one for one in questions)


@pytest.mark.parametrize("other", ["another programme's rows", "a name"])
def test_what_moves_no_row_of_a_programme_has_none_read(
    url: str, records: LiveRecords, statements: list[str], other: str
):
    """Names of a programme, targets, decisions, and everything in another programme leave its rows alone."""
    before, cells = answers_of(records), records.cube("1tr").cells
    if other == "a name":
        _rename(url)
    else:
        write(url, *invent(30, seed=11, programme_id=2))
    records.catch_up()
    statements.clear()

    assert answers_of(records) == before
    assert records.cube("1tr").cells is cells
    # Lists are asked anew, and the part of a day is counted for each version.
    beside = ("LIMIT", "sum_benefit")
    assert not [one for one in statements if "FROM initiative " in one and not any(word in one for word in beside)]


def _rename(url: str) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE unit SET name = 'Công đoàn khác' WHERE id = 3"))
        raise_without_rows(connection, 1)
    engine.dispose()


def test_filters_that_mean_something_else_now_are_queried_again(url: str, records: LiveRecords):
    """A cluster gains a unit: the rows are unchanged, but the filter means others."""
    filters = Filters(clusters=("tay-nguyen",))
    assert sum(records.slice(filters).people("unit_id")["people"]) == 0
    engine = open_engine(url)
    with engine.begin() as connection:
        members = update(programme_unit).where(programme_unit.c.unit_id.in_((1, 10)))
        connection.execute(members.values(cluster="Tây Nguyên"))
        raise_without_rows(connection, 1)
    engine.dispose()
    records.catch_up()

    with live_records(url) as anew:
        fresh = records.slice(filters).people("unit_id").sort("unit_id").rows()
        assert fresh == anew.slice(filters).people("unit_id").sort("unit_id").rows()
        assert {row[0] for row in fresh} == {1, 10}


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
    """Every statement sent to a database."""
    results: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        results.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield results
    event.remove(Engine, "before_cursor_execute", note)
