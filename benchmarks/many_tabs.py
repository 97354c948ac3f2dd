"""Many readers at once before `make serve`: `python -m benchmarks.many_tabs [--tabs 500] [--over 0] [--processes 2]`.

Every tab opens the overview, changes its filter some times with pauses, and stays until all have ended. The tabs are
shared out to two processes, so that reading answers is not what is measured. On 127.0.0.1 only.
"""

import argparse
import asyncio
import random
import resource
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from benchmarks.figures import machine
from benchmarks.line import open_line
from benchmarks.soak_fleet import Fleet
from data_access.database.settings import database_url
from data_access.reference.reference_files import rows_of
from deploy.serve import free_ports
from tests.serving import serving

_CLIENTS: Final = 2  # processes
_CHANGES: Final = 3
_UNITS: Final = tuple(row["code"] for row in rows_of("units")[:60])
_THINK: Final = 2.0  # seconds
_WITHIN: Final = 60.0  # seconds a page may take


@dataclass
class Seconds:
    """Waiting times of the tabs of one process."""

    opened: list[float] = field(default_factory=list)
    changed: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    ended: int = 0  # tabs that have seen all they wanted, or failed

    def __add__(self, other: Self) -> "Seconds":
        return Seconds(self.opened + other.opened, self.changed + other.changed, self.failed + other.failed)

    def __str__(self) -> str:
        return f"{len(self.failed)} failed · opened {_spread(self.opened)} · changed {_spread(self.changed)}"


def main() -> int:
    options = _parser().parse_args()
    print(machine(), flush=True)
    port = free_ports(1)[0]
    settings = {"PROCESSES": str(options.processes)}
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(database_url(), Path(folder) / "log", command=("-m", "deploy.serve"), port=port, settings=settings),
    ):
        fleet = Fleet(port)
        before, worked = sum(fleet.memory()), sum(fleet.cpu_seconds())
        seconds = _all_tabs(port, options.tabs, options.over)
        print(f"{options.tabs} tabs over {options.over:g} s, {options.processes} processes: {seconds}")
        print(f"memory of the processes {before:.0f} MB before, {sum(fleet.memory()):.0f} MB after")
        readers = resource.getrusage(resource.RUSAGE_CHILDREN)
        reading = readers.ru_utime + readers.ru_stime
        print(f"CPU of the processes {sum(fleet.cpu_seconds()) - worked:.1f} s, of the readers {reading:.1f} s")
    for problem in seconds.failed[:5]:
        print(f"  {problem}", file=sys.stderr)
    return 1 if seconds.failed else 0


def _all_tabs(port: int, tabs: int, over: float) -> Seconds:
    with ProcessPoolExecutor(_CLIENTS) as pool:
        shares = [pool.submit(_run, port, tabs // _CLIENTS, over, seed) for seed in range(_CLIENTS)]
        return sum((share.result() for share in shares), Seconds())


def _run(port: int, tabs: int, over: float, seed: int) -> Seconds:
    return asyncio.run(_read_all(port, tabs, over, seed))


async def _read_all(port: int, tabs: int, over: float, seed: int) -> Seconds:
    draw, seconds, all_ended = random.Random(seed), Seconds(), asyncio.Event()
    lots = [random.Random(draw.random()) for _ in range(tabs)]
    reading = [asyncio.create_task(_read(port, over * lot.random(), lot, seconds, all_ended)) for lot in lots]
    while seconds.ended < tabs:
        await asyncio.sleep(0.2)
    all_ended.set()
    await asyncio.gather(*reading)
    return seconds


async def _read(port: int, start: float, draw: random.Random, seconds: Seconds, all_ended: asyncio.Event) -> None:
    await asyncio.sleep(start)
    try:
        began = time.monotonic()
        async with open_line(port) as line:
            await asyncio.wait_for(line.draw(""), _WITHIN)
            seconds.opened.append(time.monotonic() - began)
            for _ in range(_CHANGES):
                await asyncio.sleep(draw.expovariate(1 / _THINK))
                began = time.monotonic()
                await asyncio.wait_for(line.draw(f"unit={draw.choice(_UNITS)}"), _WITHIN)
                seconds.changed.append(time.monotonic() - began)
            seconds.ended += 1
            await all_ended.wait()
    except Exception as problem:  # noqa: BLE001 (whatever it is, this reader got no answer)
        seconds.failed.append(repr(problem)[:200])
        seconds.ended += 1


def _spread(seconds: list[float]) -> str:
    if len(seconds) < 2:
        return "–"
    return f"p50 {statistics.median(seconds):.2f} s, p95 {statistics.quantiles(seconds, n=20)[-1]:.2f} s"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.many_tabs", description=__doc__)
    parser.add_argument("--tabs", type=int, default=500)
    parser.add_argument("--over", type=float, default=0.0, help="seconds within which they open")
    parser.add_argument("--processes", type=int, default=2)
    return parser


if __name__ == "__main__":
    sys.exit(main())
