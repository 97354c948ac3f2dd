"""The running app: time to serve, and the cost of a rerun."""

import os
import shlex
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final
from urllib.error import URLError

from benchmarks.figures import Figure, timed
from benchmarks.tab import Tab
from data_access.reference.reference_files import rows_of
from deploy.serve import free_ports

_PROJECT: Final = Path(__file__).parents[1]
_STARTS_WITHIN: Final = 60.0  # seconds
_QUERY: Final = "as_of=2022-04-20T08:00&phase=1"
_RERUNS: Final = 20  # in one stretch, because the kernel counts CPU in hundredths of a second
_LOOKED_FOR, _IDLE_WITHIN = 2.0, 60.0  # seconds
_IDLE: Final = 0.02  # of a core
_TICKS: Final = os.sysconf("SC_CLK_TCK")


def measure_server(url: str) -> Iterator[Figure]:
    """Two starts as by `make run` on a prepared machine, each with its first page; then reruns."""
    starts: list[float] = []
    firsts: list[float] = []
    again: list[float] = []
    cpu: list[float] = []
    of_new: list[float] = []
    for attempt in range(3):
        began = time.perf_counter()
        with serving(url) as (port, pid):
            starts.append(time.perf_counter() - began)
            with Tab(port, _QUERY) as tab:
                firsts.append(timed(tab.draw))
                if attempt == 0:
                    _wait_until_idle(pid)
                    again, cpu = _costs(tab, pid, [(_QUERY,) * _RERUNS] * 6)
                    _, of_new = _costs(tab, pid, _new_filters())
    yield Figure("start again until it serves", starts, "s", 3)
    yield Figure("first page after a start", firsts, "s")
    yield Figure("overview drawn again, caches warm", again, "ms")
    if cpu:
        yield Figure("server CPU of that", cpu, "ms", 15)
        yield Figure("server CPU of a union nobody chose before", of_new, "ms", 25)


def _wait_until_idle(pid: int) -> None:
    """Wait until nothing is asked ahead any more: its processor time is not that of a rerun."""
    give_up = time.monotonic() + _IDLE_WITHIN
    while time.monotonic() < give_up:
        before = cpu_seconds(pid)
        time.sleep(_LOOKED_FOR)
        after = cpu_seconds(pid)
        if before is None or after is None or after - before < _IDLE * _LOOKED_FOR:
            return


def _new_filters() -> list[Sequence[str]]:
    """Views of one union each, in stretches."""
    views = [f"{_QUERY}&unit={row['code']}" for row in rows_of("units")]
    return [views[first : first + _RERUNS] for first in range(0, len(views) - _RERUNS, _RERUNS)]


def _costs(tab: Tab, pid: int, stretches: Iterable[Sequence[str]]) -> tuple[list[float], list[float]]:
    """Milliseconds of each view, and CPU milliseconds of the server for one of each stretch."""
    for _ in range(5):
        tab.draw()
    times, cpu = [], []
    for views in stretches:
        before = cpu_seconds(pid)
        times += [1000 * timed(partial(tab.change, view)) for view in views]
        after = cpu_seconds(pid)
        if before is not None and after is not None:
            cpu.append(1000 * (after - before) / len(views))
    return times, cpu


@contextmanager
def serving(url: str, *command: str) -> Iterator[tuple[int, int]]:
    """Port and process of the app over the database at `url`, or of another app: “{port}” in `command` is its port."""
    (port,) = free_ports(1)
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(
            [word.format(port=port) for word in command] or _command(),
            cwd=_PROJECT,
            env=os.environ | {"DATABASE_URL": url, "PORT": str(port)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        try:
            if not _is_healthy(port, process):
                output.seek(0)
                raise RuntimeError(f"The app did not start:\n{output.read()[-2000:]}")
            yield port, process.pid
        finally:
            process.terminate()
            process.wait(20)


def _command() -> list[str]:
    """The command of `make run`, without its checks where there is no such environment."""
    if Path(sys.prefix) == _PROJECT / ".venv":
        return ["sh", "-c", f"sh deploy/setup.sh database && exec {shlex.quote(sys.executable)} asgi.py"]
    return [sys.executable, "asgi.py"]


def _is_healthy(port: int, process: "subprocess.Popen[bytes]") -> bool:
    give_up = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < give_up and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return True
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.02)
    return False


def cpu_seconds(pid: int) -> float | None:
    """User and system time of a process so far; None on systems without /proc."""
    state = Path(f"/proc/{pid}/stat")
    if not state.exists():
        return None
    fields = state.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS
