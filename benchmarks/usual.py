"""Our app compared with a conventional pandas app (`usual_app.py`): the same filter changes over the same rows."""

import random
import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Final

import psutil  # type: ignore[import-untyped]

from benchmarks.figures import timed
from benchmarks.server import cpu_seconds, serving
from benchmarks.tab import Tab
from data_access.reference.reference_files import rows_of

_USUAL: Final = ("run", "benchmarks/usual_app.py", "--server.port", "{port}", "--server.address", "127.0.0.1")
_UNITS: Final = tuple(f"unit={row['code']}" for row in rows_of("units")[:20])
_MOMENTS: Final = tuple(f"as_of=2022-{month:02d}-{day:02d}T08:00" for month in range(5, 10) for day in (3, 10, 17, 24))
_VIEWS: Final = tuple(view for pair in zip(_UNITS, _MOMENTS, strict=True) for view in pair)  # one filter, one meeting
_READERS: Final = 10
_CHANGES: Final = 8  # of each of the ten
_THINK: Final = 1.0  # seconds
_IDLE: Final = 0.05  # seconds of CPU in a second
_IDLE_WITHIN: Final = 30.0


@dataclass(frozen=True)
class _Cost:
    """`cpu`: server milliseconds for each change; `alone` and `among_ten`: seconds for each change; `memory` in MB."""

    cpu: float
    alone: float
    among_ten: float
    memory: float

    def __str__(self) -> str:
        return (
            f"{self.cpu:.0f} ms of CPU a change, {1000 * self.alone:.0f} ms alone, "
            f"{1000 * self.among_ten:.0f} ms among ten readers, {self.memory:.0f} MB"
        )


def compare_with_usual(url: str) -> str:
    """The cost of a filter change in both apps, and their ratio."""
    ours = _measured(url)
    usual = _measured(url, sys.executable, "-m", "streamlit", *_USUAL)
    times = [getattr(usual, name) / getattr(ours, name) for name in ("cpu", "alone", "among_ten", "memory")]
    ratio = "{:.0f} × CPU, {:.0f} × time alone, {:.0f} × among ten, {:.1f} × memory".format(*times)
    return f"A filter changed, ours: {ours}.\nThe usual pandas app: {usual}.\nThere it takes {ratio}."


def _measured(url: str, *command: str) -> _Cost:
    with serving(url, *command) as (port, pid), Tab(port, "") as tab:
        tab.draw()
        _wait_until_idle(pid)  # what is asked ahead after a start is no change of filter
        before, alone = cpu_seconds(pid) or 0.0, list[float]()
        for view in _VIEWS:
            alone.append(timed(partial(tab.change, view)))
        cpu = ((cpu_seconds(pid) or 0.0) - before) / len(alone)
        among = list(_among_readers(port))
        memory = psutil.Process(pid).memory_info().rss / 2**20
    return _Cost(1000 * cpu, statistics.median(alone), statistics.median(among), memory)


def _wait_until_idle(pid: int) -> None:
    until, share, before = time.monotonic() + _IDLE_WITHIN, _IDLE, cpu_seconds(pid) or 0.0
    while share >= _IDLE and time.monotonic() < until:
        time.sleep(1)
        now = cpu_seconds(pid) or 0.0
        share, before = now - before, now


def _among_readers(port: int) -> Iterator[float]:
    """Seconds for each change with ten readers who change a filter about every second."""
    with ExitStack() as stack, ThreadPoolExecutor(_READERS) as pool:
        tabs = [stack.enter_context(Tab(port, "")) for _ in range(_READERS)]
        for tab in tabs:
            tab.draw()
        for seconds in pool.map(_read, tabs, range(_READERS)):
            yield from seconds


def _read(tab: Tab, seed: int) -> list[float]:
    draw, seconds = random.Random(seed), list[float]()
    for _ in range(_CHANGES):
        time.sleep(draw.expovariate(1 / _THINK))
        seconds.append(timed(partial(tab.change, f"{draw.choice(_UNITS)}&{draw.choice(_MOMENTS)}")))
    return seconds
