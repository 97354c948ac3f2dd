"""Ten million rows on PostgreSQL, read and imported into: `python -m benchmarks.millions [--rows N] [--url URL]`.

Fills a throw-away PostgreSQL of this machine (or takes the filled database of --url, into which rows are imported) and
measures: reading all cells, searches and far pages, the memory of a process that serves, the first questions about
rows after a small import, and an import of 100,000 rows while pages are changed. One table on standard output. Ten
million rows need about 15 GB of disk, 6 GB of free memory and fifteen minutes.
"""

import argparse
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, nullcontext, suppress
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Final
from urllib.request import urlopen

from benchmarks.figures import Figure, machine, milliseconds, table, timed
from benchmarks.importing import measured, write_csv
from benchmarks.searching import Fresh, questions
from benchmarks.server import serving
from benchmarks.tab import Tab
from data_access.cube.cube import read_cube
from data_access.database.bounded import Database
from data_access.queries.people import fetch_people
from data_access.queries.recognition import fetch_recognition, fetch_unrewarded
from data_access.queries.value import fetch_value
from data_access.reference.seed import prepare
from data_access.rows.explore import rows_in_scope
from data_access.store.live import LiveRecords
from model.filters import Filters
from tests.postgresql import OF_MILLIONS, running_postgresql

ROWS: Final = 10_000_000
_SMALL, _LARGE = 100, 100_000  # rows of the imports
_SITTING: Final = 600  # seconds in which the database is filled
_AHEAD: Final = 30.0  # seconds in which a process has asked what it is asked first
_SEEN_WITHIN: Final = 120.0
_PATIENCE: Final = 30.0  # seconds for a question
_FIRST: Final = {
    "people": fetch_people,
    "value": fetch_value,
    "recognition": fetch_recognition,
    "not yet rewarded": fetch_unrewarded,
}
_SEARCHES: Final = (
    *("search: two letters", "search: in 0,1 %", "search: in 8 % of titles", "search: absent", "search: typed wrongly"),
    *("search: máy bơm, within Thanh Hóa", "count all: common"),
    *("first page of all, title", "next page of all, title", "jump to the middle of all, title"),
    *("further jump, to a third of all, title", "jump to the end of all, newest", "jump to the middle of all, benefit"),
)


def main() -> None:
    """Progress goes to standard error, the table to standard output."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--url", help="a filled PostgreSQL database; 100,100 rows are imported into it")
    options = parser.parse_args()
    before, figures = machine(), []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="millions-")))
        url = stack.enter_context(nullcontext(options.url) if options.url else running_postgresql(OF_MILLIONS))
        for figure in _measured(url, None if options.url else options.rows, folder):
            print(f"{figure.what}: {statistics.median(figure.values):,.1f} {figure.unit}", file=sys.stderr, flush=True)
            figures.append(figure)
    print(f"\n{before}\n\n{table(figures)}")


def _measured(url: str, rows: int | None, folder: Path) -> Iterator[Figure]:
    if rows:
        prepare(url, say=lambda _line: None)
        filling = measured([sys.executable, "-m", "data_access", "demo", "--rows", str(rows)], url)
        if filling.code:
            raise RuntimeError("The database was not filled.")
        yield Figure(f"{rows:,} demonstration rows written", [filling.seconds], "s", _SITTING)
        yield Figure("memory of that", [filling.peak], "MB")
    with closing(Database(url)) as database:
        yield Figure(
            "cube ready from stored cells", [timed(partial(read_cube, database, 1)) for _ in range(3)], "s", 1.5
        )
    yield from _searches(url)
    yield from _after_an_import(url, folder)
    yield from _beside_an_import(url, folder)


def _searches(url: str) -> Iterator[Figure]:
    with closing(Fresh(Database(url, answer_within=_PATIENCE))) as records:
        print(f"{rows_in_scope(records, Filters()):,} rows", file=sys.stderr)
        runs = {name: ask for name, ask in questions(records) if name in _SEARCHES}
        runs[_SEARCHES[0]]()  # reads the words that typos are compared with
        for name in _SEARCHES:
            yield Figure(name, milliseconds([runs[name]] * 3), "ms", 300)


def _after_an_import(url: str, folder: Path) -> Iterator[Figure]:
    """Nobody had asked before a process began; afterwards an import of a few rows changes what it knows."""
    with closing(LiveRecords(Database(url, answer_within=_PATIENCE))) as records:
        asks = {name: partial(fetch, records, Filters()) for name, fetch in _FIRST.items()}
        for name, ask in asks.items():
            yield Figure(f"{name}, the first time in a process", milliseconds([ask]), "ms")
        records.keep_ready(asks.values())
        stamp = records.stamp
        yield Figure(f"import of {_SMALL} rows", [_import(url, folder, _SMALL, seed=1)], "s")
        yield Figure("seen by a reader after", [timed(lambda: _until_seen(records, stamp))], "s", 1)
        for name, ask in asks.items():
            yield Figure(f"{name}, at that moment", milliseconds([ask]), "ms", 300)


def _until_seen(records: LiveRecords, stamp: int) -> None:
    until = time.monotonic() + _SEEN_WITHIN
    while records.poll().version == stamp:
        if time.monotonic() > until:
            raise TimeoutError("The import was never seen.")
        time.sleep(0.05)


def _beside_an_import(url: str, folder: Path) -> Iterator[Figure]:
    """A process serves, and a reader changes the overview to another day all the time while rows are imported."""
    with serving(url) as (port, pid):
        yield Figure("a process is ready, after it began to listen", [timed(partial(_until_ready, port))], "s")
        with Tab(port, "") as tab:
            yield Figure("its first page", [timed(tab.draw)], "s")
            time.sleep(_AHEAD)
            yield from _beside(tab, pid, url, folder)


def _until_ready(port: int) -> None:
    until = time.monotonic() + _SEEN_WITHIN
    while True:
        with suppress(OSError), urlopen(f"http://127.0.0.1:{port}/readyz", timeout=_PATIENCE):
            return
        if time.monotonic() > until:
            raise TimeoutError("The app was never ready.")
        time.sleep(0.02)


def _beside(tab: Tab, pid: int, url: str, folder: Path) -> Iterator[Figure]:
    yield Figure("memory of a process", [_memory(pid)], "MB", 1200)
    quiet = milliseconds(_changes(tab, range(20)))
    yield Figure("a change of the overview", quiet, "ms", 300)
    over = threading.Event()
    times: list[float] = []
    reader = threading.Thread(target=_read_until, args=(tab, over, times))
    reader.start()
    try:
        yield Figure(f"import of {_LARGE:,} rows meanwhile", [_import(url, folder, _LARGE, seed=2)], "s", 30)
    finally:
        over.set()
        reader.join()
    yield Figure("a change of the overview beside it", times, "ms", 1000)
    yield Figure("95 of 100 of these within", [sorted(times)[int(len(times) * 0.95)]], "ms", 1000)
    time.sleep(_AHEAD)
    yield Figure("memory of a process afterwards, at most", [_memory(pid)], "MB", 1200)


def _read_until(tab: Tab, over: threading.Event, times: list[float]) -> None:
    number = 20
    while not over.is_set():
        times += milliseconds(_changes(tab, range(number, number + 1)))
        number += 1
        over.wait(0.1)


def _changes(tab: Tab, numbers: range) -> Iterator[Callable[[], object]]:
    """Days that nobody asked for before."""
    for number in numbers:
        day = date(2022, 10, 2) - timedelta(number % 250)
        yield partial(tab.change, f"as_of={day:%Y-%m-%d}T{8 + number // 250}:00")


def _import(url: str, folder: Path, rows: int, seed: int) -> float:
    file = folder / f"{rows}.csv"
    write_csv(file, rows, seed)
    run = measured([sys.executable, "-m", "data_access", "import", str(file), "--programme", "1tr"], url)
    file.unlink()
    if run.code:
        raise RuntimeError(f"The import ended with {run.code}.")
    return run.seconds


def _memory(pid: int) -> float:
    """The most a process ever held, in MB."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    main()
