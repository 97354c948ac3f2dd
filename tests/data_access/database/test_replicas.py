"""Readers are answered from a standby, never from an older state than seen, even while it becomes the primary."""

import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from data_access.cli.verify import verify
from data_access.database.address import checked_address
from data_access.database.connections import open_engine
from data_access.database.replicas import Replicated
from data_access.reference.seed import prepare
from data_access.rows.explore import fetch_rows
from data_access.store.live import LiveRecords
from model.filters import Filters
from model.rows import RowSearch
from tests.data_access.importing.good_rows import good_rows
from tests.data_access.importing.stored import imported, written
from tests.data_access.invented_rows import invent, write
from tests.postgresql import Server, replicating_postgresql

WITHIN = 30.0


@pytest.fixture
def servers() -> Iterator[tuple[Server, Server]]:
    with replicating_postgresql() as (primary, standby):
        yield primary, standby


@pytest.fixture
def writers(servers: tuple[Server, Server]) -> str:
    return _address(servers, "read-write")


@pytest.fixture
def records(servers: tuple[Server, Server], writers: str) -> Iterator[LiveRecords]:
    prepare(writers, say=lambda _line: None)
    write(writers, *invent(30, seed=1))
    _caught_up(servers)
    with closing(LiveRecords(Replicated(writers, _address(servers, "prefer-standby")))) as records:
        yield records


def _address(servers: tuple[Server, Server], wanted: str) -> str:
    hosts = ",".join(f"127.0.0.1:{server.port}" for server in servers)
    return checked_address("X", f"postgresql://postgres@{hosts}/postgres?target_session_attrs={wanted}")


def _scalar(server: Server, statement: str) -> object:
    with psycopg.connect(f"postgresql://postgres@127.0.0.1:{server.port}/postgres", autocommit=True) as connection:
        row = connection.execute(statement).fetchone()  # type: ignore[call-overload]
        return row[0] if row else None


def _caught_up(servers: tuple[Server, Server]) -> None:
    """Wait until the standby has replayed everything from the primary."""
    statement = "SELECT sum(version) FROM data_version"
    version, standby = _scalar(servers[0], statement), servers[1]
    until = time.monotonic() + WITHIN
    while time.monotonic() < until:
        try:
            if _scalar(standby, statement) == version:
                return
        except psycopg.Error:
            pass
        time.sleep(0.05)
    raise AssertionError("The standby does not follow.")


def _paused(standby: Server) -> None:
    _scalar(standby, "SELECT pg_wal_replay_pause()")
    while _scalar(standby, "SELECT pg_get_wal_replay_pause_state()") != "paused":
        time.sleep(0.02)


def _uploads(records: LiveRecords) -> int:
    return int(records.slice(Filters()).counts()["uploads"].sum())


def _seen(records: LiveRecords, uploads: int) -> None:
    until = time.monotonic() + WITHIN
    while time.monotonic() < until:
        records.poll()
        if _uploads(records) == uploads:
            return
        time.sleep(0.1)
    raise AssertionError(f"{_uploads(records)} uploads instead of {uploads}")


def _is_standby(records: LiveRecords) -> object:
    return records.ask_now(lambda connection: connection.exec_driver_sql("SELECT pg_is_in_recovery()").scalar())


def test_readers_are_answered_from_the_standby(records: LiveRecords):
    assert _is_standby(records) is True
    assert _uploads(records) == 30
    assert len(fetch_rows(records, Filters(), RowSearch("", "newest")).rows) == 30


def test_what_the_process_wrote_it_sees_at_once(records: LiveRecords, servers: tuple[Server, Server], writers: str):
    assert _uploads(records) == 30
    _paused(servers[1])
    write(writers, *invent(5, seed=2))

    records.catch_up()

    assert _uploads(records) == 35
    assert len(fetch_rows(records, Filters(), RowSearch("", "newest")).rows) == 35
    assert _is_standby(records) is False


def test_lag_is_reported_and_nothing_is_shown_that_is_older_than_before(
    records: LiveRecords, servers: tuple[Server, Server], writers: str
):
    _seen(records, 30)
    _paused(servers[1])
    write(writers, *invent(5, seed=2))
    time.sleep(1.1)

    until = time.monotonic() + WITHIN
    while not (lag := records.poll().lag or 0.0) and time.monotonic() < until:
        time.sleep(0.2)

    assert lag >= 1.0
    assert _uploads(records) == 30
    records.catch_up()
    assert _uploads(records) == 35
    records.poll()
    assert _uploads(records) == 35
    _scalar(servers[1], "SELECT pg_wal_replay_resume()")
    _caught_up(servers)
    assert _is_standby(records) is True
    assert _uploads(records) == 35


def test_a_standby_becomes_the_primary_while_people_read_and_import(
    records: LiveRecords, servers: tuple[Server, Server], writers: str, tmp_path: Path
):
    primary, standby = servers
    assert _uploads(records) == 30
    over, problems, seen = threading.Event(), [], [30]

    def read() -> None:
        while not over.is_set():
            try:
                records.poll()
                seen.append(_uploads(records))
            except Exception as problem:  # noqa: BLE001 (any at all is one too many)
                problems.append(problem)
            time.sleep(0.02)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        imported(writers, written(tmp_path, good_rows(20), "before.csv"))
        _caught_up(servers)
        primary.stop()
        standby.promote()
        imported(writers, written(tmp_path, good_rows(40), "after.csv"))
        _seen(records, 70)
    finally:
        over.set()
        reader.join()

    assert problems == []
    assert seen == sorted(seen)
    with open_engine(writers).connect() as connection:
        assert verify(connection).is_clean
