"""Callbacks of many threads reach the event loop in order, none is lost, and a failing one stops no other."""

import asyncio
import threading
from collections.abc import Callable
from functools import partial

import pytest

from tests.looping import run_apart
from web.batching import Batches, batched, messages_together, sent_at_once, woken_once


class Loop:
    """Runs its callbacks when its turn comes."""

    def __init__(self) -> None:
        self.handed: list[Callable[[], None]] = []

    def soon(self, callback: Callable[[], None]) -> None:
        self.handed.append(callback)

    def turn(self) -> None:
        for _ in range(len(self.handed)):
            self.handed.pop(0)()


class Session:
    """Passes callbacks to a loop, and receives the events of its run."""

    def __init__(self, loop: Loop) -> None:
        self.loop = loop
        self.queue: list[object] = []
        self._scriptrunner = "run"

    def report(self, sender: object, event: object, forward_msg: object = None, page: str = "") -> None:
        self.soon(lambda: self.queue.append((sender, event, forward_msg, page)))

    def _enqueue_forward_msg(self, message: object) -> None:
        self.queue.append(message)

    def soon(self, callback: Callable[[], None]) -> None:
        self.loop.soon(callback)


def test_what_comes_while_the_loop_is_busy_comes_in_one_go():
    loop, texts = Loop(), []
    batches = Batches(loop.soon)
    for number in range(100):
        batches.add(lambda number=number: texts.append(number))

    assert len(loop.handed) == 1
    loop.turn()
    assert texts == list(range(100))

    batches.add(lambda: texts.append(100))
    loop.turn()
    assert texts[-1] == 100


def test_what_a_callback_adds_comes_after_the_others():
    loop, texts = Loop(), []
    batches = Batches(loop.soon)
    batches.add(lambda: (texts.append("first"), batches.add(lambda: texts.append("added")))[0])
    batches.add(lambda: texts.append("second"))

    loop.turn()
    assert texts == ["first", "second"]
    loop.turn()
    assert texts == ["first", "second", "added"]


def test_one_that_fails_stops_no_other_and_is_reported():
    loop, texts = Loop(), []
    batches = Batches(loop.soon)

    def fail() -> None:
        batches.add(lambda: texts.append("newer"))
        raise ValueError

    for one in (lambda: texts.append("before"), fail, lambda: texts.append("after")):
        batches.add(one)

    with pytest.raises(ValueError):
        loop.turn()
    assert texts == ["before"]
    loop.turn()
    assert texts == ["before", "after", "newer"]


def test_every_thread_keeps_its_order():
    loop, texts = Loop(), []
    batches, done = Batches(loop.soon), threading.Event()

    def add(name: int) -> None:
        for number in range(500):
            batches.add(lambda number=number: texts.append((name, number)))

    threads = [threading.Thread(target=add, args=(name,)) for name in range(4)]
    turning = threading.Thread(target=lambda: [loop.turn() for _ in iter(done.is_set, True)])
    for thread in (*threads, turning):
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    turning.join()
    loop.turn()

    assert len(texts) == 2000
    assert all([number for who, number in texts if who == name] == list(range(500)) for name in range(4))


def test_every_object_has_batches_of_its_own():
    first, second, texts = Session(Loop()), Session(Loop()), []
    soon = batched(Session.soon)
    for _ in range(3):
        soon(first, lambda: texts.append("first"))
        soon(second, lambda: texts.append("second"))

    assert (len(first.loop.handed), len(second.loop.handed)) == (1, 1)
    second.loop.turn()
    assert texts == ["second"] * 3


class BatchedSession(Session):
    """A session as `asgi` patches it."""

    soon = batched(Session.soon)
    report = messages_together(Session.report, Session.soon, "message")


def test_messages_and_other_events_keep_their_order_and_come_in_one_go():
    session = BatchedSession(Loop())
    session.report("run", "started", page="overview")
    for number in range(3):
        session.report("run", event="message", forward_msg=number)
    session.report("run", event="stopped")
    session.report("run", event="message", forward_msg=3)

    assert len(session.loop.handed) == 1
    session.loop.turn()
    assert session.queue == [("run", "started", None, "overview"), 0, 1, 2, ("run", "stopped", None, ""), 3]


def test_messages_of_a_run_that_was_given_up_are_left_out():
    session = BatchedSession(Loop())
    session.report("run", event="message", forward_msg="of the old one")
    session._scriptrunner = "another run"
    session.report("another run", event="message", forward_msg="of the new one")

    session.loop.turn()
    assert session.queue == ["of the new one"]


class Runtime:
    """Counts its wake-ups."""

    def __init__(self) -> None:
        self.need_send_data = asyncio.Event()
        self.eventloop: object = "its own, in another thread"
        self.woken = 0

    def _get_async_objs(self) -> "Runtime":
        return self

    @woken_once
    def wake(self) -> None:
        self.woken += 1


def test_a_runtime_that_is_awake_is_not_woken_again():
    runtime = Runtime()
    runtime.wake()
    assert runtime.woken == 1 and not runtime.need_send_data.is_set()  # from a thread: the runtime's own way
    runtime.need_send_data.set()
    runtime.wake()
    assert runtime.woken == 1

    async def in_an_event_loop(*, its_own: bool) -> None:
        runtime.eventloop = asyncio.get_running_loop() if its_own else asyncio.new_event_loop()
        runtime.need_send_data.clear()
        runtime.wake()

    run_apart(partial(in_an_event_loop, its_own=True))
    assert runtime.woken == 1 and runtime.need_send_data.is_set()
    run_apart(partial(in_an_event_loop, its_own=False))  # that of a thread: it must not touch the runtime's
    assert runtime.woken == 2 and not runtime.need_send_data.is_set()


@pytest.mark.parametrize(("waiting", "left"), [(0, 0), (1, 0), (250, 0), (600, 350)])
def test_messages_are_sent_in_one_turn_but_never_more_than_a_slow_reader_takes(waiting: int, left: int):
    sent = []
    flush = sent_at_once(lambda session: list(range(waiting)), lambda session, message: sent.append(message), OSError)

    assert flush("session") == list(range(waiting - left, waiting))
    assert sent == list(range(waiting - left))


def test_what_nobody_reads_any_more_is_left_to_the_runtime_which_ends_the_session():
    def send(session: object, message: int) -> None:
        if message == 2:
            raise ConnectionError

    assert sent_at_once(lambda session: [0, 1, 2, 3], send, ConnectionError)("session") == [2, 3]
