"""Values made from the records, kept until they change; slow ones are then made again before anybody asks."""

import logging
import threading
import time
from collections.abc import Callable, Hashable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeVar

from data_access.database.errors import DataAccessError
from data_access.store.lru import Newest, Recent

log = logging.getLogger(__name__)
T = TypeVar("T")

SLOW: Final = 0.2  # seconds; faster answers are made on demand
WANTED_FOR: Final = 900.0  # seconds after a reader asked
_ANSWERS: Final = 500
_SLOW_ANSWERS: Final = 24
READERS_FIRST: Final = 1.0  # seconds after a change, in which open pages are drawn anew
_REST: Final = 1.0  # times as long as a round took: whoever writes all the time leaves the database some air


@dataclass(frozen=True)
class _Wanted:
    make: Callable[[], Any]
    wanted_at: float


class Made:
    """Answers by key at the newest stamp, made once for any number of threads."""

    def __init__(self, stamp: Callable[[], int]) -> None:
        """`stamp`: a number that differs for other content."""
        self._stamp = stamp
        self._answers: Newest[Any] = Newest(_ANSWERS, stamp)
        self._slow: Recent[_Wanted] = Recent(_SLOW_ANSWERS)
        self._always: tuple[Callable[[], object], ...] = ()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="ahead")
        self._closing = threading.Event()
        self._round: Future[None] | None = None

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value made under a key at this stamp."""
        if self._slow.get(key):
            self._slow.put(key, _Wanted(make, time.monotonic()))
        return self._made(key, make)

    def keep_ready(self, questions: Iterable[Callable[[], object]]) -> None:
        """Make these in the background, now and whenever the content changes."""
        self._always = tuple(questions)
        self._begin_round(after=0.0)

    def ask_ahead(self) -> None:
        """Make again in the background, after a change, what is kept ready and what was slow and lately wanted.

        Pages that are open come first.
        """
        self._begin_round(after=READERS_FIRST)

    def close(self) -> None:
        """End the thread, dropping answers that were not begun."""
        self._closing.set()
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _begin_round(self, after: float) -> None:
        has_some = bool(self._always or self._slow.newest_first())
        if has_some and not self._closing.is_set() and (self._round is None or self._round.done()):
            self._round = self._worker.submit(self._ask_all, after)

    def _made(self, key: Hashable, make: Callable[[], T]) -> T:
        return self._answers.get_or_make(key, lambda: self._timed(key, make))  # type: ignore[no-any-return]

    def _timed(self, key: Hashable, make: Callable[[], T]) -> T:
        began = time.monotonic()
        answer = make()
        if time.monotonic() - began >= SLOW and self._slow.get(key) is None:
            self._slow.put(key, _Wanted(make, began))
        return answer

    def _ask_all(self, after: float) -> None:
        """Make all of them, again where something newer came meanwhile."""
        stamp_before: int | None = None
        self._closing.wait(after)
        while not self._closing.is_set() and (stamp := _tried(self._stamp)) != stamp_before:
            stamp_before, began = stamp, time.monotonic()
            for ask in (*self._always, *self._lately_wanted(began)):
                if not self._closing.is_set():
                    _tried(ask)
            self._closing.wait(_REST * (time.monotonic() - began))

    def _lately_wanted(self, now: float) -> list[Callable[[], object]]:
        answers = self._slow.newest_first()
        return [partial(self._made, key, answer.make) for key, answer in answers if now - answer.wanted_at < WANTED_FOR]


def _tried(ask: Callable[[], T]) -> T | None:
    try:
        return ask()
    except DataAccessError:
        log.info("A question could not be asked ahead; who asks it next is told why.")
    except Exception:
        log.exception("A question could not be asked ahead.")
    return None
