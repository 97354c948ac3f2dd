"""Live records are always current: soon after a write, while the database is unreachable, and never half."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, insert, select

from data_access.database.bounded import Database
from data_access.database.connections import open_engine
from data_access.database.errors import DatabaseUnreachable
from data_access.database.schema import initiative, target
from data_access.database.versions import raise_version
from data_access.store import state as known
from data_access.store.live import LiveRecords
from data_access.store.lru import Recent
from data_access.store.records import Records
from data_access.store.refresher import LOOK_EVERY, Follower
from model.clock import this_moment
from model.filters import Filters, end_of_day
from tests.data_access.invented_rows import FIRST, invent, records_over_invented, write
from tests.live_records import live_records
from tests.proxy import Line, proxied

ANSWER_WITHIN = 1.5
SLACK = 1.0  # seconds this machine may need beside
EIGHT = datetime.combine(FIRST.date(), datetime.min.time()) + timedelta(days=3, hours=8)


@pytest.fixture
def records(prepared_url: str) -> Iterator[Records]:
    with records_over_invented(prepared_url, *invent(300, seed=1)) as records:
        yield records


def uploads(records: Records, **question: object) -> int:
    return int(records.slice(Filters(**question)).counts()["uploads"].item())


def until(condition, within: float = 10.0) -> float:
    """Seconds until a condition holds."""
    began = time.monotonic()
    while time.monotonic() - began < within:
        if condition():
            return time.monotonic() - began
        time.sleep(0.05)
    raise AssertionError(f"Not within {within} s.")


def now_has(records: Records, number: int):
    def condition() -> bool:
        records.poll()
        return uploads(records) == number

    return condition


def test_a_write_is_seen_within_two_seconds(records):
    before = records.poll()
    write(records._database.url, *invent(7, seed=2))

    assert until(now_has(records, 307)) < 2 + SLACK
    assert records.poll().version != before.version
    assert records.poll().reachable


def test_a_write_that_changes_no_row_is_seen_too(records):
    assert records.targets("1tr").filter(unit_id=5, phase=2).is_empty()
    engine = open_engine(records._database.url)
    with engine.begin() as connection:
        row = {"programme_id": 1, "phase": 2, "unit_id": 5, "kind": "registered", "value": 9, "source": "x"}
        connection.execute(insert(target), [row])
        raise_version(connection, 1, [])
    engine.dispose()

    assert (
        until(lambda: records.poll() and not records.targets("1tr").filter(unit_id=5, phase=2).is_empty()) < 2 + SLACK
    )


def test_a_slice_stays_what_it_was(records):
    old = records.slice(Filters())
    write(records._database.url, *invent(7, seed=2))
    until(now_has(records, 307))

    assert old.counts()["uploads"].item() == 300


def test_a_moment_is_exact_to_the_second_also_right_after_a_write(records):
    at_eight = [
        dict(row, code=f"E-{place}", uploaded_at=EIGHT, status=0) for place, row in enumerate(invent(5, seed=4))
    ]
    for row in at_eight:
        row |= {"uploaded_day": int(f"{EIGHT:%Y%m%d}"), "settled_at": None, "settled_day": None}
        row |= {"rewarded_at": None, "rewarded_day": None}
    just_before = uploads(records, as_of=EIGHT - timedelta(seconds=2))
    write(records._database.url, *at_eight)

    # Nobody polled: the part of a day is counted in the rows, and the whole days beside it are of the same version.
    assert [uploads(records, as_of=EIGHT + timedelta(seconds=second)) for second in (-2, -1, 0, 1)] == [
        just_before,
        *(counted(records, EIGHT + timedelta(seconds=second)) for second in (-1, 0, 1)),
    ]


def counted(records: Records, moment: datetime) -> int:
    """The uploads of the first programme up to a moment, from the rows."""
    row = initiative.c
    query = select(func.count()).where(row.programme_id == 1, row.uploaded_at <= moment)
    return records.ask(lambda connection: connection.scalar(query), key=("counted", moment))


def test_every_second_of_a_day_agrees_with_the_rows(records):
    for second in (0, 1, 8 * 3600 - 1, 8 * 3600, 8 * 3600 + 1, 86_398, 86_399):
        moment = datetime.combine(EIGHT.date(), datetime.min.time()) + timedelta(seconds=second)
        assert uploads(records, as_of=moment) == counted(records, moment)


def test_rows_that_arrive_late_change_what_is_shown_for_the_past(records):
    past = end_of_day((FIRST - timedelta(days=50)).date())
    assert uploads(records, as_of=past) == 0
    write(records._database.url, *invent(6, seed=5, first=FIRST - timedelta(days=90)))
    until(now_has(records, 306))

    assert uploads(records, as_of=past) == 6


def test_a_question_is_queried_once_per_version(records):
    calls: list[int] = []

    def count(connection) -> int:
        calls.append(1)
        return int(connection.scalar(select(func.count()).select_from(initiative)))

    assert [records.ask(count, key="rows") for _ in range(3)] == [300] * 3
    assert len(calls) == 1
    write(records._database.url, *invent(7, seed=2))
    until(now_has(records, 307))
    assert records.ask(count, key="rows") == 307


def test_cells_that_nobody_announced_are_found_by_the_audit(prepared_url):
    write(prepared_url, *invent(50, seed=1))
    with live_records(prepared_url, audit_every=0.1) as records:
        assert uploads(records) == 50
        write(prepared_url, *invent(5, seed=2), announced=False)
        until(now_has(records, 55))


def test_all_readers_share_one_reading_and_its_failure(prepared_url, monkeypatch):
    readings: list[int] = []

    def fail(_database, _before):
        readings.append(1)
        time.sleep(0.3)
        raise DatabaseUnreachable("away")

    monkeypatch.setattr("data_access.store.refresher.read_state", fail)
    with closing(Database(prepared_url)) as database, closing(Follower(database)) as follower:
        with ThreadPoolExecutor(6) as readers:
            problems = list(readers.map(lambda _: _problem(follower), range(6)))
        assert {type(problem) for problem in problems} == {DatabaseUnreachable}
        assert len(readings) == 1


def test_nobody_waits_for_a_long_reading(prepared_url, monkeypatch):
    goes_on = threading.Event()
    real = known.read_state

    def slowly(database, before):
        goes_on.wait(10)
        return real(database, before)

    monkeypatch.setattr("data_access.store.refresher.read_state", slowly)
    with closing(Database(prepared_url, answer_within=0.5)) as database, closing(Follower(database)) as follower:
        assert isinstance(_problem(follower), DatabaseUnreachable)
        goes_on.set()
        until(lambda: _problem(follower) is None)
        assert follower.poll().reachable


def _problem(follower: Follower) -> Exception | None:
    try:
        _ = follower.known
    except DatabaseUnreachable as problem:
        return problem
    return None


def test_waiters_of_one_value_fail_together():
    recent: Recent[int] = Recent(3)
    tries: list[int] = []

    def fail() -> int:
        tries.append(1)
        time.sleep(0.2)
        raise DatabaseUnreachable("busy")

    def ask(_number: int) -> bool:
        try:
            recent.get_or_make("key", fail)
        except DatabaseUnreachable:
            return True
        return False

    with ThreadPoolExecutor(5) as readers:
        assert all(readers.map(ask, range(5)))
    assert len(tries) == 1
    assert recent.get_or_make("key", lambda: 7) == 7


@pytest.mark.parametrize("line", [Line.REFUSED, Line.SWALLOWED, Line.SLOW, Line.CUT])
def test_pages_keep_their_numbers_while_the_database_is_away(_prepared_template, postgresql_server, line):
    from tests.copies import new_database

    with new_database(postgresql_server, _prepared_template) as real, proxied(real) as (url, proxy):
        write(real, *invent(300, seed=1))
        with closing(LiveRecords(Database(url, ANSWER_WITHIN, hold=0.5))) as records:
            until(lambda: loaded(records))
            people = records.slice(Filters()).people().item()
            proxy.slow_down(0.6)
            proxy.line = line
            write(real, *invent(7, seed=2))

            until(lambda: not timed(records.poll).reachable)
            assert timed(lambda: uploads(records)) == 300
            assert timed(lambda: records.slice(Filters()).people().item()) == people
            with pytest.raises(DatabaseUnreachable):
                timed(lambda: uploads(records, as_of=EIGHT))
            assert records.poll().read_at <= this_moment()

            proxy.line = Line.SOUND
            until(now_has(records, 307), within=65)
            assert records.poll().reachable
            assert uploads(records, as_of=EIGHT) > 0


def timed(answer):
    """An answer, or its problem, within the time limit."""
    began = time.monotonic()
    try:
        return answer()
    finally:
        assert time.monotonic() - began < ANSWER_WITHIN + LOOK_EVERY + SLACK


@pytest.mark.parametrize("line", [Line.REFUSED, Line.SWALLOWED])
def test_a_database_that_is_away_at_the_start_is_waited_for(_prepared_template, postgresql_server, line):
    from tests.copies import new_database

    with new_database(postgresql_server, _prepared_template) as real, proxied(real) as (url, proxy):
        write(real, *invent(30, seed=1))
        proxy.line = line
        with closing(LiveRecords(Database(url, ANSWER_WITHIN, hold=0.5))) as records:
            with pytest.raises(DatabaseUnreachable):
                timed(records.poll)
            proxy.line = Line.SOUND
            until(lambda: loaded(records), within=65)
            assert uploads(records) == 30


def loaded(records: Records) -> bool:
    try:
        return records.poll().reachable
    except DatabaseUnreachable:
        return False
