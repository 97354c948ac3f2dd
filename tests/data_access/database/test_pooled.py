"""Behind PgBouncer in transaction mode the settings of a connection hold for each transaction."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy import Engine, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from data_access.cli.answer import answer
from data_access.database.connections import open_engine
from data_access.database.schema import initiative
from data_access.database.transactions import reading, writing
from tests.copies import new_database
from tests.data_access.invented_rows import announce, invent, write
from tests.live_records import live_records
from tests.pgbouncer import CONNECTIONS, pooled

LIMITS = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "transaction_read_only")
READERS = ("3s", "2s", "10s", "on")
TURNS = 40  # more than psycopg repeats a question before it prepares it, on every connection


@pytest.fixture
def direct_url(postgresql_server: str, _prepared_template: str) -> Iterator[str]:
    with new_database(postgresql_server, _prepared_template) as address:
        yield address


@pytest.fixture
def pooled_url(direct_url: str) -> Iterator[str]:
    with pooled(direct_url) as address:
        yield address


@pytest.fixture
def reader(pooled_url: str) -> Iterator[Engine]:
    engine = open_engine(pooled_url, read_only=True)
    yield engine
    engine.dispose()


def limits(engine: Engine) -> tuple[str, ...]:
    with engine.connect() as connection:
        return tuple(str(connection.scalar(text(f"SHOW {name}"))) for name in LIMITS)


def test_every_transaction_of_a_reader_has_its_limits_and_leaves_none_behind(reader, pooled_url):
    writer = open_engine(pooled_url)
    with closing(writer.raw_connection()), ThreadPoolExecutor(8) as pool:
        message = list(pool.map(lambda turn: limits((reader, writer)[turn % 2]), range(TURNS)))
    writer.dispose()

    assert set(message[::2]) == {READERS}
    assert set(message[1::2]) == {("0", "2s", "10s", "off")}


def test_who_looks_through_everything_may_think_between_two_questions(pooled_url):
    with reading(pooled_url) as connection:
        message = tuple(str(connection.scalar(text(f"SHOW {name}"))) for name in LIMITS)

    assert message == ("1min", "2s", "10min", "on")


def test_a_reader_cannot_write(reader):
    with reader.connect() as connection, pytest.raises(DBAPIError, match="read-only"):
        connection.execute(insert(initiative), invent(1, seed=1))


def test_one_state_from_the_first_question_on(reader, pooled_url):
    count = select(func.count()).select_from(initiative)
    with reader.connect() as connection:
        before = connection.scalar(count)
        write(pooled_url, *invent(5, seed=2))
        assert connection.scalar(count) == before

    with reader.connect() as connection:
        assert connection.scalar(count) == before + 5


def test_many_readers_share_two_connections_while_somebody_writes(pooled_url, direct_url):
    write(pooled_url, *invent(50, seed=3))
    with live_records(pooled_url) as records, ThreadPoolExecutor(8) as pool:
        questions = [pool.submit(answer, records, subject, "") for subject in ("overview", "value", "people") * TURNS]
        with writing(pooled_url) as connection:
            rows = invent(50, seed=4)
            connection.execute(insert(initiative), rows)
            announce(connection, rows)
        assert all(one.result() for one in questions)
        records.catch_up()
        assert len(records.cube("1tr").cells) > 0
        seen = [answer(records, subject, "") for subject in ("overview", "value", "people")]

    with live_records(direct_url) as records:
        assert seen == [answer(records, subject, "") for subject in ("overview", "value", "people")]
    assert _server_connections(direct_url) <= CONNECTIONS + 1


def _server_connections(url: str) -> int:
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            result = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            return int(connection.scalar(text(result)) or 0)
    finally:
        engine.dispose()
