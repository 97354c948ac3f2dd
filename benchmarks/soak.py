"""`make soak MINUTES=60`: everything at once over PostgreSQL, for an hour, under faults; then every row is looked for.

Two processes behind nginx are read by tabs; files are imported, a table is read by `sync`, files are made, figures are
frozen. Every few minutes the database is stopped and started, or a process of the app or of the sync is ended by
`kill -9`. At the end all rows that were ever acknowledged must be there once, `verify` clean, memory flat, or exit 1.
"""

import argparse
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from typing import Final

from sqlalchemy import func, select

from benchmarks.figures import machine
from benchmarks.soak_fleet import Fleet
from benchmarks.soak_work import Portal, Work
from benchmarks.unsteady_findings import Tally, look
from data_access.database.errors import NotSaved
from data_access.database.schema import initiative
from data_access.database.transactions import reading
from data_access.demo import write_demo
from data_access.reference.seed import prepare
from tests.postgresql import Server, postgresql_server

_READERS: Final = 4
_SILENT: Final = 3.0  # seconds the database is away
_FAULT_EVERY: Final = 150.0  # seconds
_LOOKED: Final = 600.0  # seconds between two looks of `verify`
_GROWTH: Final = 1.15  # of memory, from the second quarter to the last


def main() -> int:
    options = _parser().parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that all servers are ended, too
    print(machine(), flush=True)
    tally, draw = Tally(), Random(options.seed)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="soak-")))
        server = stack.enter_context(postgresql_server())
        url = f"{server.url}/postgres"
        prepare(url, say=lambda *_words: None)
        write_demo(url, rows=options.rows, say=lambda *_words: None)
        portal = Portal(folder)
        work = Work(url, folder, portal, tally)
        fleet = stack.enter_context(work.serving())
        with _going_on(work, fleet, draw):
            memory = _wait_and_break(server, fleet, work, draw, time.monotonic() + 60 * options.minutes)
        work.settle()
        _compare(url, options.rows, work, tally)
    _judge(memory, tally)
    lines = [f"| in {options.minutes:g} minutes | times |", "| --- | ---: |"]
    lines += [f"| {event} | {count:,} |" for event, count in sorted(tally.counts.items())]
    print("\n".join([*lines, "", *(tally.wrong or ["Every row once, verify clean, memory flat."])]))
    return 1 if tally.wrong else 0


@contextmanager
def _going_on(work: Work, fleet: Fleet, draw: Random) -> Iterator[None]:
    """Context manager: readers, imports, source changes, files and freezing, each in a thread."""
    stop = threading.Event()
    jobs: list[Callable[[Random, threading.Event], None]] = [
        lambda lot, stop: work.read(fleet.port, lot, stop)
    ] * _READERS
    jobs += [work.import_files, work.change_source, work.sync, work.export, work.freeze]
    threads = [threading.Thread(target=job, args=(Random(draw.random()), stop)) for job in jobs]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def _wait_and_break(server: Server, fleet: Fleet, work: Work, draw: Random, until: float) -> list[float]:
    """Cause faults until time is over; returns the memory of the largest app process over time, in MB."""
    memory, broken, looked = list[float](), time.monotonic(), time.monotonic()
    while time.monotonic() < until:
        time.sleep(5)
        memory.append(max(fleet.memory(), default=0.0))
        if time.monotonic() > broken + _FAULT_EVERY:
            broken = time.monotonic()
            _break(server, fleet, work, draw)
        if time.monotonic() > looked + _LOOKED:
            looked = time.monotonic()
            _look_meanwhile(work)
    return memory


def _look_meanwhile(work: Work) -> None:
    """Run `verify` during the soak, with a generous time limit that the final one does not get."""
    try:
        look({"PostgreSQL": work.url}, work.tally)
    except NotSaved as problem:
        work.tally.add(f"looks of verify given up: {problem.code}")


def _break(server: Server, fleet: Fleet, work: Work, draw: Random) -> None:
    fault = draw.choice(("database", "app", "sync"))
    work.tally.add(f"faults: {fault}")
    if fault == "database":
        server.stop("fast")
        time.sleep(_SILENT)
        server.start()
    elif fault == "app":
        fleet.kill_one(draw)
    else:
        work.kill_sync()


def _compare(url: str, before: int, work: Work, tally: Tally) -> None:
    look({"PostgreSQL": url}, tally)
    expected_codes = work.acknowledged | work.portal.codes()
    with reading(url) as connection:
        codes = list(connection.scalars(select(initiative.c.code).where(initiative.c.code.like("SOAK-%"))))
        total = connection.scalar(select(func.count()).select_from(initiative)) or 0
    tally.counts["rows that came in"] = len(codes)
    if missing := expected_codes - set(codes):
        tally.wrong.append(f"{len(missing)} rows are missing: {sorted(missing)[:3]}")
    if strange := set(codes) - expected_codes - work.tried:
        tally.wrong.append(f"{len(strange)} rows nobody sent: {sorted(strange)[:3]}")
    if total != before + len(codes) or len(codes) != len(set(codes)):
        tally.wrong.append(f"{total} rows where {before} + {len(codes)} are expected")


def _judge(memory: list[float], tally: Tally) -> None:
    quarter = len(memory) // 4
    early, late = max(memory[quarter : 2 * quarter], default=0.0), max(memory[3 * quarter :], default=0.0)
    tally.counts["memory a process in the second quarter, MB"] = round(early)
    tally.counts["memory a process in the last quarter, MB"] = round(late)
    if late > early * _GROWTH:
        tally.wrong.append(f"memory grew from {early:.0f} to {late:.0f} MB")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rows", type=int, default=160_000, help="of the demonstration, to begin with")
    parser.add_argument("--seed", type=int, default=1)
    return parser


if __name__ == "__main__":
    sys.exit(main())
