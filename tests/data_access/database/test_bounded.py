"""A query ends within its time limit whatever the database does, and succeeds again after it recovers."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime

import pytest
from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import DBAPIError

from data_access.database.bounded import Database
from data_access.database.connections import open_engine
from data_access.database.errors import DatabaseChanged, DatabaseUnreachable
from data_access.database.schema import audit_event
from tests.proxy import Line, Proxy, proxied

ANSWER_WITHIN = 1.0
HOLD = 0.5
SLACK = 1.0  # seconds this machine may need beside
FAULTS = [Line.REFUSED, Line.SWALLOWED, Line.SLOW, Line.CUT]


@pytest.fixture
def behind_proxy(postgresql_url: str) -> Iterator[tuple[Database, Proxy]]:
    with proxied(postgresql_url) as (url, proxy), closing(Database(url, ANSWER_WITHIN, HOLD)) as database:
        yield database, proxy


def one(connection: Connection) -> int:
    return int(connection.execute(text("SELECT 1")).scalar_one())


def answer_and_seconds(database: Database, query: Callable[[Connection], object] = one) -> tuple[object, float]:
    """The result of a query, a value or the problem, and the seconds it took."""
    began = time.monotonic()
    try:
        return database.ask(query), time.monotonic() - began
    except DatabaseUnreachable as problem:
        return problem, time.monotonic() - began


def break_line(proxy: Proxy, line: Line) -> None:
    if line is Line.SLOW:
        proxy.slow_down(0.6)
    else:
        proxy.line = line


def until_right(database: Database, within: float) -> float:
    """Seconds until a query succeeds again."""
    began = time.monotonic()
    while time.monotonic() - began < within:
        if answer_and_seconds(database)[0] == 1:
            return time.monotonic() - began
        time.sleep(0.05)
    raise AssertionError(f"Not right again within {within} s.")


def answers_of_ten(database: Database) -> list[tuple[object, float]]:
    """What ten tabs are answered at once, and after how many seconds each."""
    with ThreadPoolExecutor(10) as tabs:
        return list(tabs.map(lambda _: answer_and_seconds(database), range(10)))


@pytest.mark.parametrize("line", FAULTS)
def test_a_fault_is_reported_in_time_and_forgotten_when_it_ends(behind_proxy, line):
    database, proxy = behind_proxy
    assert database.ask(one) == 1
    break_line(proxy, line)

    answers = answers_of_ten(database)

    assert all(isinstance(answer, DatabaseUnreachable) for answer, _ in answers)
    assert max(seconds for _, seconds in answers) < ANSWER_WITHIN + SLACK
    proxy.line = Line.SOUND
    assert until_right(database, 5) < 5


@pytest.mark.parametrize("line", FAULTS)
def test_a_database_that_is_away_at_the_start_is_found_later(postgresql_url, line):
    with proxied(postgresql_url) as (url, proxy):
        break_line(proxy, line)
        with closing(Database(url, ANSWER_WITHIN, HOLD)) as database:
            answer, seconds = answer_and_seconds(database)
            assert isinstance(answer, DatabaseUnreachable)
            assert seconds < ANSWER_WITHIN + SLACK
            proxy.line = Line.SOUND
            assert until_right(database, 5) < 5


def test_after_a_failure_the_database_is_left_alone_for_a_while(behind_proxy):
    database, proxy = behind_proxy
    proxy.line = Line.SWALLOWED
    answer_and_seconds(database)

    seconds = [answer_and_seconds(database)[1] for _ in range(20)]

    assert max(seconds) < 0.1
    assert len({str(answer_and_seconds(database)[0]) for _ in range(3)}) == 3  # each finds its own line in the log


def test_connections_that_were_cut_are_replaced_unnoticed(behind_proxy):
    database, proxy = behind_proxy
    assert database.ask(one) == 1
    proxy._hang_up()

    assert database.ask(one) == 1


def test_a_connection_lost_in_the_middle_is_queried_again(behind_proxy):
    database, proxy = behind_proxy
    tries = []

    def lost_once(connection: Connection) -> int:
        tries.append(1)
        if len(tries) == 1:
            proxy._hang_up()
        return one(connection)

    assert database.ask(lost_once) == 1
    assert len(tries) == 2


def test_a_slow_answer_that_comes_in_time_is_an_answer(behind_proxy):
    database, proxy = behind_proxy
    assert database.ask(one) == 1
    proxy.slow_down(0.02)

    assert database.ask(one) == 1


def test_a_locked_table_delays_everybody_once(postgresql_url):
    writer = open_engine(postgresql_url)
    with writer.connect() as connection, closing(Database(postgresql_url, ANSWER_WITHIN, HOLD)) as database:
        connection.execute(text("CREATE TABLE unit AS SELECT 'direct' AS level"))
        connection.commit()
        connection.execute(text("LOCK TABLE unit IN ACCESS EXCLUSIVE MODE"))
        with ThreadPoolExecutor(10) as tabs:
            answers = list(tabs.map(lambda _: answer_and_seconds(database, units), range(10)))
        connection.rollback()

        assert all(isinstance(answer, DatabaseUnreachable) for answer, _ in answers)
        assert max(seconds for _, seconds in answers) < ANSWER_WITHIN + SLACK
        time.sleep(HOLD)
        assert database.ask(units) == 1
    writer.dispose()


def units(connection: Connection) -> int:
    return int(connection.execute(text("SELECT count(*) FROM unit WHERE level = 'direct'")).scalar_one())


def test_a_question_about_what_is_missing_says_so(database_url):
    _touch(database_url)
    with closing(Database(database_url)) as database, pytest.raises(DatabaseChanged):
        database.ask(units)


def _touch(url: str) -> None:
    """An empty file that is a valid database."""
    engine = open_engine(url)
    with engine.connect():
        pass
    engine.dispose()


def test_a_wrong_question_is_our_own_fault(prepared_url):
    with closing(Database(prepared_url)) as database, pytest.raises(DBAPIError):
        database.ask(lambda connection: connection.execute(text("SELEKT 1")))


def test_nobody_writes_through_it(prepared_url):
    row = {"happened_at": datetime(2022, 1, 1), "who": "x", "action": "x"}
    with closing(Database(prepared_url)) as database:
        with pytest.raises(DBAPIError):
            database.ask(lambda connection: connection.execute(insert(audit_event), [row]))
        assert database.ask(lambda c: c.execute(text("SELECT count(*) FROM audit_event")).scalar_one()) == 0


def test_a_slow_question_to_a_file_is_ended_and_the_file_still_answers(_prepared_file):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"
    with closing(Database(f"sqlite:///{_prepared_file}", answer_within=0.3)) as database:
        answer, seconds = answer_and_seconds(database, lambda c: c.execute(text(endless)).scalar_one())
        assert isinstance(answer, DatabaseUnreachable)
        assert seconds < 0.3 + SLACK
        assert answer_and_seconds(database)[0] == 1


def test_a_missing_file_is_not_made(tmp_path):
    with closing(Database(f"sqlite:///{tmp_path / 'none.db'}")) as database:
        assert isinstance(answer_and_seconds(database)[0], DatabaseUnreachable)
    assert not (tmp_path / "none.db").exists()


def test_a_replaced_file_is_followed(tmp_path, _prepared_file):
    file, other = tmp_path / "now.db", tmp_path / "other.db"
    file.write_bytes(_prepared_file.read_bytes())
    other.write_bytes(_prepared_file.read_bytes())
    engine = open_engine(f"sqlite:///{other}")
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM published_figure"))
    engine.dispose()
    count = text("SELECT count(*) FROM published_figure")
    with closing(Database(f"sqlite:///{file}")) as database:
        assert database.ask(lambda c: c.execute(count).scalar_one()) > 0
        other.replace(file)
        assert database.ask(lambda c: c.execute(count).scalar_one()) == 0


def test_closing_ends_what_is_on_its_way(behind_proxy):
    database, proxy = behind_proxy
    assert database.ask(one) == 1
    proxy.line = Line.SWALLOWED
    results: list[object] = []
    waiting = threading.Thread(target=lambda: results.append(_problem_of(database)))
    waiting.start()
    time.sleep(0.2)
    database.close()
    waiting.join(ANSWER_WITHIN + SLACK)

    assert not waiting.is_alive()
    assert isinstance(results[0], Exception)


def _problem_of(database: Database) -> Exception | None:
    try:
        database.ask(one)
    except Exception as problem:  # noqa: BLE001 (any end is an end)
        return problem
    return None


@pytest.mark.slow
@pytest.mark.parametrize("line", [Line.SWALLOWED, Line.CUT])
def test_with_the_settings_of_the_house(postgresql_url, line):
    with proxied(postgresql_url) as (url, proxy), closing(Database(url)) as database:
        assert database.ask(one) == 1
        break_line(proxy, line)
        assert max(seconds for _, seconds in answers_of_ten(database)) < 6
        proxy.line = Line.SOUND
        assert until_right(database, 65) < 15
