"""Slow answers are made again when the content changes, before anybody asks for them."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from data_access.database.errors import DatabaseUnreachable
from data_access.queries.value import fetch_value
from data_access.store import made as made_module
from data_access.store.made import Made
from data_access.store.records import Records
from model.filters import Filters
from tests.data_access.invented_rows import invent, write
from tests.live_records import live_records

GIVE_UP = 20.0


class Content:
    """The number of the current content, and who made what of it."""

    def __init__(self) -> None:
        self.stamp = 1
        self.made: list[tuple[str, int, str]] = []

    def making(self, name: str) -> Callable[[], int]:
        def make() -> int:
            self.made.append((name, self.stamp, threading.current_thread().name.partition("_")[0]))
            return self.stamp

        return make


@pytest.fixture(autouse=True)
def readers_need_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_module, "READERS_FIRST", 0.0)


@pytest.fixture
def content() -> Content:
    return Content()


@pytest.fixture
def made(content: Content) -> Iterator[Made]:
    with closing(Made(lambda: content.stamp)) as made:
        yield made


def wait_for(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + GIVE_UP
    while not happened():
        assert time.monotonic() < until, "it never happened"
        time.sleep(0.01)


def change(content: Content, made: Made) -> None:
    content.stamp += 1
    made.ask_ahead()


def test_what_took_long_is_made_again_before_anybody_asks(made, content, monkeypatch):
    monkeypatch.setattr(made_module, "SLOW", 0.0)
    assert made.remember("slow", content.making("slow")) == 1

    change(content, made)
    wait_for(lambda: len(content.made) == 2)

    assert made.remember("slow", content.making("slow")) == 2
    assert [(name, stamp) for name, stamp, _ in content.made] == [("slow", 1), ("slow", 2)]
    assert content.made[1][2] == "ahead"


@pytest.mark.parametrize(("setting", "value"), [("SLOW", 60.0), ("WANTED_FOR", -1.0)], ids=["quick", "long-ago"])
def test_quick_and_old_questions_wait_for_their_reader(made, content, monkeypatch, setting, value):
    monkeypatch.setattr(made_module, "SLOW", 0.0)
    monkeypatch.setattr(made_module, setting, value)
    made.remember("other", content.making("other"))
    made.keep_ready([content.making("kept")])
    wait_for(lambda: ("kept", 1, "ahead") in content.made)

    change(content, made)
    wait_for(lambda: ("kept", 2, "ahead") in content.made)

    assert [stamp for name, stamp, _ in content.made if name == "other"] == [1]


@pytest.mark.parametrize("problem", [DatabaseUnreachable("away"), ValueError("a fault")], ids=["told", "fault"])
def test_one_question_that_fails_does_not_stop_the_others(made, content, problem):
    def fail() -> None:
        raise problem

    made.keep_ready([fail, content.making("next")])

    wait_for(lambda: [name for name, *_ in content.made] == ["next"])


def test_readers_find_the_answer_of_the_newest_version_ready(prepared_url: str):
    write(prepared_url, *invent(200, seed=3))
    with live_records(prepared_url) as records:
        calls: list[int] = []
        records.keep_ready([lambda: calls.append(_valued(records))])
        wait_for(lambda: len(calls) == 1)
        write(prepared_url, *invent(50, seed=4))

        records.catch_up()

        wait_for(lambda: len(calls) == 2)
        assert calls[1] == _valued(records) > calls[0]


def _valued(records: Records) -> int:
    return fetch_value(records, Filters()).uploads
