"""Processes of one host share answers about rows per data version, without mixing them up."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from data_access.database.connections import open_engine
from data_access.database.errors import DatabaseUnreachable
from data_access.database.schema import initiative
from data_access.reference.seed import prepare
from data_access.rows.explore import fetch_rows
from data_access.store.live import LiveRecords
from model.filters import Filters
from model.rows import RowSearch
from tests.data_access.invented_rows import invent, write
from tests.live_records import live_records

Opened = Callable[..., LiveRecords]


@pytest.fixture
def process(prepared_url: str, tmp_path: Path) -> Iterator[Opened]:
    """Records as each process of a host opens them."""
    write(prepared_url, *invent(20, seed=1))
    with ExitStack() as opened:

        def open_one(url: str = prepared_url, folder: Path = tmp_path / "shared") -> LiveRecords:
            return opened.enter_context(live_records(url, shared=folder))

        yield open_one


class Question:
    """A question for the number of rows, and how often it reached the database."""

    def __init__(self) -> None:
        self.questions = 0

    def __call__(self, connection: Connection) -> int:
        self.questions += 1
        return connection.scalar(select(func.count()).select_from(initiative)) or 0

    def of(self, records: LiveRecords, filters: Filters = Filters()) -> int:  # noqa: B008 (nobody changes it)
        return records.ask_rows(self, ("count", filters), filters)


def test_two_processes_ask_once(process: Opened):
    count = Question()
    one, other = process(), process()

    assert [count.of(one), count.of(other), count.of(other, Filters(phase=1))] == [20, 20, 20]
    assert count.questions == 2  # the second question is another one


def test_who_comes_meanwhile_waits_for_the_answer(process: Opened):
    started, go_on = threading.Event(), threading.Event()

    def slow(_connection: Connection) -> str:
        started.set()
        assert go_on.wait(10)
        return "first"

    one, other, text = process(), process(), list[str]()
    first = threading.Thread(target=lambda: text.append(one.ask_rows(slow, "slow", Filters())))
    first.start()
    assert started.wait(10)
    second = threading.Thread(target=lambda: text.append(other.ask_rows(lambda _: "second", "slow", Filters())))
    second.start()
    go_on.set()
    for thread in (first, second):
        thread.join(10)
    assert text == ["first", "first"]


def test_new_data_are_queried_again(process: Opened, prepared_url: str):
    count, one, other = Question(), process(), process()
    assert count.of(one) == 20
    write(prepared_url, *invent(3, seed=2))

    assert count.of(process()) == 23
    other.catch_up()
    assert count.of(other) == 23
    assert count.questions == 2


def test_another_database_at_the_same_version_has_its_own(process: Opened, tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'other.db'}"
    prepare(url, say=lambda _line: None)
    write(url, *invent(5, seed=3))
    count = Question()

    assert (count.of(process()), count.of(process(url))) == (20, 5)


def test_a_failure_is_nobodys_answer(process: Opened):
    def fail(_connection: Connection) -> int:
        raise DatabaseUnreachable("away")

    one, other = process(), process()
    with pytest.raises(DatabaseUnreachable):
        one.ask_rows(fail, "of both", Filters())
    assert other.ask_rows(lambda _: 7, "of both", Filters()) == 7


def test_single_rows_never_lie_in_the_folder(process: Opened, tmp_path: Path):
    records = process()
    assert fetch_rows(records, Filters(), RowSearch("", "newest")).rows
    title = records.live.ask_now(lambda connection: connection.scalar(select(initiative.c.title)))
    Question().of(records)

    inside = b"".join(file.read_bytes() for file in (tmp_path / "shared").iterdir())
    assert inside
    assert str(title).encode() not in inside


@pytest.mark.parametrize("spoilt", [b"", b"nonsense", b"\x80\x05K\x01."])
def test_a_corrupt_answer_is_queried_again(process: Opened, tmp_path: Path, spoilt: bytes):
    count = Question()
    assert count.of(process()) == 20
    for file in (tmp_path / "shared").iterdir():
        file.write_bytes(spoilt)

    assert count.of(process()) == 20


def test_a_folder_that_is_not_ours_alone_is_left_alone(process: Opened, tmp_path: Path):
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    (tmp_path / "file").touch()
    count = Question()

    for folder in (tmp_path / "open", tmp_path / "file", tmp_path / "file" / "below"):
        assert count.of(process(folder=folder)) == 20
    assert count.questions == 3
    assert not any((tmp_path / "open").iterdir())


def test_answers_of_an_hour_ago_are_forgotten(process: Opened, tmp_path: Path):
    count = Question()
    count.of(process())
    for file in (tmp_path / "shared").iterdir():
        os.utime(file, (0, 0))
    Question().of(process(), Filters(phase=2))

    assert all(file.stat().st_mtime for file in (tmp_path / "shared").iterdir())


def test_without_a_folder_everybody_asks(prepared_url: str):
    count = Question()
    for _ in range(2):
        with live_records(prepared_url) as records:
            count.of(records)
    assert count.questions == 2
    open_engine(prepared_url).dispose()
