"""Work run in child processes, to measure it or to kill it."""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import ModuleType
from typing import Any

from data_access.importing.saving import save
from data_access.importing.understood import Understood
from data_access.importing.undoing import undo

# Forked from a process that has read the program and nothing else: no thread, no connection, no frame of ours is
# there to be forked. Starting Python for each of 50 kills was most of that test.
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload([__name__, "pytest"])


@dataclass(frozen=True)
class Cost:
    """Seconds and bytes: the growth of the process, and the peak of any child of its own."""

    seconds: float
    grown: int
    of_children: int


def measured(work: Callable[..., Any], *given: Any) -> tuple[Any, Cost]:
    """The result of `work` in a fresh child, and its cost."""
    child, heard = _start(_measure, work, given)
    try:
        result, cost = heard.recv()
    finally:
        child.join()
    return result, cost


def _start(work: Callable[..., None], *given: Any) -> tuple[BaseProcess, Connection]:
    """A child that runs `work(*given, pipe)`, and the end of the pipe at which it is heard."""
    heard, answer = _FORKS.Pipe(duplex=False)
    child = _FORKS.Process(target=work, args=(*given, answer))
    with _nobodys_main():
        child.start()
    answer.close()
    return child, heard


@contextmanager
def _nobodys_main() -> Iterator[None]:
    """Children import the main program again, which is a page after a page was tested in this process."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _measure(work: Callable[..., Any], given: tuple[Any, ...], answer: Connection) -> None:
    before, started = _most(resource.RUSAGE_SELF), time.perf_counter()
    result = work(*given)
    seconds = time.perf_counter() - started
    answer.send((result, Cost(seconds, _most(resource.RUSAGE_SELF) - before, _most(resource.RUSAGE_CHILDREN))))


def _most(whose: int) -> int:
    return resource.getrusage(whose).ru_maxrss * 1024


def run_and_kill(url: str, understood: Understood, delay: float) -> None:
    """Save and undo in a child that is killed after `delay` seconds."""
    child, heard = _start(_save_and_take_back, url, understood)
    try:
        assert heard.poll(30) and heard.recv() == "ready"
        time.sleep(delay)
    finally:
        child.kill()
        child.join()


def _save_and_take_back(url: str, understood: Understood, ready: Connection) -> None:
    ready.send("ready")
    while True:
        undo(url, save(url, understood).batch, understood.choices.by)
