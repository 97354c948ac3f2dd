"""Scripts of a process take turns: a few at once, those of readers who already have a page first.

Python runs one of them at a time anyway. Five hundred that share it end all at the same late moment; in turns most have
ended long before, and whoever changes a filter does not wait for those who only come.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from heapq import heappop, heappush
from itertools import count
from threading import Lock
from typing import Any, Final, TypeAlias

Run: TypeAlias = Callable[[Any, Any], None]

AT_ONCE: Final = 2  # scripts; one may wait for the database
LONG: Final = 0.25  # seconds after which a script no longer keeps others waiting
LATER: Final = 4.0  # seconds that a first page, or a look for new data, lets changes go before it


class Turns:
    """Lets `at_once` blocks run, the earliest due first; one that takes longer than `long` seconds no longer counts."""

    def __init__(self, at_once: int, long: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._at_once, self._long, self._clock = at_once, long, clock
        self._running: dict[int, float] = {}  # since when
        self._waiting: list[tuple[float, int, Lock]] = []
        self._numbers = count()
        self._lock = Lock()

    @contextmanager
    def turn(self, later: float = 0.0) -> Iterator[None]:
        """Wait for a turn, which is due `later` seconds from now, and hold it inside the block."""
        number, gate = next(self._numbers), Lock()
        gate.acquire()
        with self._lock:
            heappush(self._waiting, (self._clock() + later, number, gate))
            self._admit()
        while not gate.acquire(timeout=self._long):
            with self._lock:
                self._admit()
        try:
            yield
        finally:
            with self._lock:
                self._running.pop(number, None)
                self._admit()

    def _admit(self) -> None:
        now = self._clock()
        self._running = {number: since for number, since in self._running.items() if now - since < self._long}
        while self._waiting and len(self._running) < self._at_once:
            _, number, gate = heappop(self._waiting)
            self._running[number] = now
            gate.release()


def in_turns(run: Run, turns: Turns | None = None) -> Run:
    """A replacement for a script runner's method `run` that waits for its turn."""
    taken = turns or Turns(AT_ONCE, LONG)

    @wraps(run)
    def ran(runner: Any, request: Any) -> None:
        # Who comes by an address names no page; a look for new data is nobody's click.
        is_first = not request.page_script_hash
        with taken.turn(LATER if is_first or request.is_auto_rerun else 0.0):
            run(runner, request)

    return ran
