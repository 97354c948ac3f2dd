"""Callbacks of many threads reach the event loop in their order, none is lost, and one that fails stops no other."""

import threading
from collections.abc import Callable

import pytest

from web.batching import Batches, together


class Loop:
    """Calls what it was handed when it is its turn."""

    def __init__(self) -> None:
        self.handed: list[Callable[[], None]] = []

    def soon(self, callback: Callable[[], None]) -> None:
        self.handed.append(callback)

    def turn(self) -> None:
        for _ in range(len(self.handed)):
            self.handed.pop(0)()


class Session:
    """Hands callbacks over to a loop."""

    def __init__(self, loop: Loop) -> None:
        self.loop = loop

    def soon(self, callback: Callable[[], None]) -> None:
        self.loop.soon(callback)


def test_what_comes_while_the_loop_is_busy_comes_in_one_go():
    loop, told = Loop(), []
    batches = Batches(loop.soon)
    for number in range(100):
        batches.add(lambda number=number: told.append(number))

    assert len(loop.handed) == 1
    loop.turn()
    assert told == list(range(100))

    batches.add(lambda: told.append(100))
    loop.turn()
    assert told[-1] == 100


def test_what_a_callback_adds_comes_after_the_others():
    loop, told = Loop(), []
    batches = Batches(loop.soon)
    batches.add(lambda: (told.append("first"), batches.add(lambda: told.append("added")))[0])
    batches.add(lambda: told.append("second"))

    loop.turn()
    assert told == ["first", "second"]
    loop.turn()
    assert told == ["first", "second", "added"]


def test_one_that_fails_stops_no_other_and_is_told():
    loop, told = Loop(), []
    batches = Batches(loop.soon)

    def fail() -> None:
        batches.add(lambda: told.append("newer"))
        raise ValueError

    for one in (lambda: told.append("before"), fail, lambda: told.append("after")):
        batches.add(one)

    with pytest.raises(ValueError):
        loop.turn()
    assert told == ["before"]
    loop.turn()
    assert told == ["before", "after", "newer"]


def test_every_thread_keeps_its_order():
    loop, told = Loop(), []
    batches, done = Batches(loop.soon), threading.Event()

    def add(name: int) -> None:
        for number in range(500):
            batches.add(lambda number=number: told.append((name, number)))

    threads = [threading.Thread(target=add, args=(name,)) for name in range(4)]
    turning = threading.Thread(target=lambda: [loop.turn() for _ in iter(done.is_set, True)])
    for thread in (*threads, turning):
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    turning.join()
    loop.turn()

    assert len(told) == 2000
    assert all([number for who, number in told if who == name] == list(range(500)) for name in range(4))


def test_every_object_has_batches_of_its_own():
    first, second, told = Session(Loop()), Session(Loop()), []
    soon = together(Session.soon)
    for _ in range(3):
        soon(first, lambda: told.append("first"))
        soon(second, lambda: told.append("second"))

    assert (len(first.loop.handed), len(second.loop.handed)) == (1, 1)
    second.loop.turn()
    assert told == ["second"] * 3
