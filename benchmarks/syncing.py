"""How a table of another database arrives: `python -m benchmarks.syncing [--rows N] [--url URL]`.

Fills a table of SQLite with invented initiatives, reads it with the real command into an empty database (a SQLite file,
or the empty PostgreSQL database of --url), then changes 100 rows there, again and again, and reads those. At last it
looks at the overview in a browser while `sync --every 1s` runs, and times 100 new rows from their commit at the source
until the number on screen has grown by 100.
"""

import argparse
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from benchmarks.figures import machine
from benchmarks.importing import HEADINGS, add_places, measured, rows
from data_access.reference.seed import prepare
from tests.browser.watching import open_at
from tests.chromium import running_chromium
from tests.serving import serving

_CHANGED: Final = 100
_FIRST: Final = datetime(2022, 1, 10)
_TIMES: Final = 5
_IS_SHOWN: Final = "wanted => document.querySelector('[data-testid=stMain]')?.innerText.includes(wanted)"
_COLUMNS: Final = tuple(f"c{place}" for place in range(len(HEADINGS)))


def fill(file: Path, count: int) -> None:
    """Create a table `sk` of so many rows, a column for each heading and the moment of change, indexed."""
    with sqlite3.connect(file) as portal:
        portal.execute(f"CREATE TABLE sk ({', '.join(f'{name} TEXT' for name in _COLUMNS)}, sua TEXT)")
        places = ", ".join("?" * (len(_COLUMNS) + 1))
        portal.executemany(
            f"INSERT INTO sk VALUES ({places})", ([*row, _stamp(nth)] for nth, row in enumerate(rows(count)))
        )
        portal.execute("CREATE INDEX sk_sua ON sk (sua)")
        portal.execute("CREATE INDEX sk_c0 ON sk (c0)")


def _stamp(nth: int) -> str:
    return str(_FIRST + timedelta(seconds=nth))


def change(file: Path, count: int, times: int) -> None:
    """Change the titles of 100 random rows."""
    draw, now = random.Random(times), str(datetime.now())
    with sqlite3.connect(file) as portal:
        for number in draw.sample(range(count), _CHANGED):
            values = (f"Cải tiến lần {times} số {number}", now, f"SK-1-{number:08d}")
            portal.execute("UPDATE sk SET c1 = ?, sua = ? WHERE c0 = ?", values)


def add(file: Path, count: int, times: int) -> None:
    """Add 100 rows with new codes, each a copy of a random one."""
    draw = random.Random(1000 + times)
    with sqlite3.connect(file) as portal:
        for number, like in enumerate(draw.sample(range(count), _CHANGED)):
            values = (f"MOI-{times}-{number:03d}", str(datetime.now()), f"SK-1-{like:08d}")
            others = ", ".join(_COLUMNS[1:])
            portal.execute(f"INSERT INTO sk SELECT ?, {others}, ? FROM sk WHERE c0 = ?", values)


def write_source(file: Path, portal: Path) -> None:
    settings = 'programme = "1tr"\n[source]\ntype = "database"\ntable = "sk"\nchanged = "sua"\noverlap = "1s"\n'
    columns = "\n".join(f'{name} = "{heading}"' for name, heading in zip(_COLUMNS, HEADINGS, strict=True))
    file.write_text(f'{settings}url = "sqlite:///{portal}"\n[columns]\n{columns}\n', encoding="utf-8")


def main() -> None:
    options = _parser().parse_args()
    print(machine(), flush=True)
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        portal, source = folder / "portal.db", folder / "source.toml"
        url = options.url or f"sqlite:///{folder / 'benchmark.db'}"
        prepare(url, say=lambda *_words: None)
        fill(portal, options.rows)
        write_source(source, portal)
        command = [sys.executable, "-m", "data_access", "sync", str(source), "--once"]
        print(f"{options.rows:,} rows read and saved in {measured(command, url)}", flush=True)
        runs = []
        for times in range(_TIMES):
            change(portal, options.rows, times)
            runs.append(measured(command, url))
        seconds = statistics.median(run.seconds for run in runs)
        print(f"{_CHANGED} changed rows of them in {seconds:.1f} s (median of {_TIMES}), last {runs[-1]}", flush=True)
        waits = list(on_screen(url, portal, source, options.rows))
        print(f"{_CHANGED} new rows on screen after {statistics.median(waits):.1f} s, at most {max(waits):.1f} s")


def on_screen(url: str, portal: Path, source: Path, count: int) -> Iterator[float]:
    """Seconds from a commit in the source until the overview shows 100 more, repeated a few times."""
    with (
        serving(url, portal.with_name("app.log")) as address,
        _following(url, source),
        running_chromium() as browser,
    ):
        page = browser.new_page(base_url=address)
        open_at(page, "/")
        for times in range(_TIMES):
            text = f"{count + _CHANGED * (times + 1):,}".replace(",", ".")
            add(portal, count, times)
            since = time.monotonic()
            page.wait_for_function(_IS_SHOWN, arg=text, timeout=60_000, polling=20)
            yield time.monotonic() - since
            page.wait_for_timeout(random.Random(times).randint(500, 1500))


@contextmanager
def _following(url: str, source: Path) -> Iterator[None]:
    """Context manager: `sync --every 1s` beside it."""
    command = [sys.executable, "-m", "data_access", "sync", str(source), "--every", "1s"]
    environment = os.environ | {"DATABASE_URL": url}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.syncing", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    add_places(parser)
    return parser


if __name__ == "__main__":
    main()
