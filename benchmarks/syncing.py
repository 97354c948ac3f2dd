"""How a table of another database arrives: `python -m benchmarks.syncing [--rows N] [--url URL]`.

Fills a table of SQLite with invented initiatives, reads it with the real command into an empty database (a SQLite file,
or the empty PostgreSQL database of --url), then changes 100 rows there, again and again, and reads those.
"""

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from benchmarks.figures import machine
from benchmarks.importing import HEADINGS, measured, rows
from data_access.reference.seed import prepare

_CHANGED: Final = 100
_FIRST: Final = datetime(2022, 1, 10)
_TIMES: Final = 5
_COLUMNS: Final = tuple(f"c{place}" for place in range(len(HEADINGS)))


def fill(file: Path, count: int) -> None:
    """A table `sk` of so many rows, one column a heading and the moment of change, indexed as a portal's would be."""
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
    """Other titles for 100 rows drawn by lot."""
    draw, now = random.Random(times), str(datetime.now())
    with sqlite3.connect(file) as portal:
        for number in draw.sample(range(count), _CHANGED):
            values = (f"Cải tiến lần {times} số {number}", now, f"SK-1-{number:08d}")
            portal.execute("UPDATE sk SET c1 = ?, sua = ? WHERE c0 = ?", values)


def write_source(file: Path, portal: Path) -> None:
    told = 'programme = "1tr"\n[source]\ntype = "database"\ntable = "sk"\nchanged = "sua"\noverlap = "1s"\n'
    columns = "\n".join(f'{name} = "{heading}"' for name, heading in zip(_COLUMNS, HEADINGS, strict=True))
    file.write_text(f'{told}url = "sqlite:///{portal}"\n[columns]\n{columns}\n', encoding="utf-8")


def main() -> None:
    asked = _parser().parse_args()
    print(machine(), flush=True)
    with tempfile.TemporaryDirectory(dir=asked.folder) as name:
        folder = Path(name)
        portal, source = folder / "portal.db", folder / "source.toml"
        url = asked.url or f"sqlite:///{folder / 'benchmark.db'}"
        prepare(url, say=lambda *_words: None)
        fill(portal, asked.rows)
        write_source(source, portal)
        command = [sys.executable, "-m", "data_access", "sync", str(source), "--once"]
        print(f"{asked.rows:,} rows read and saved in {measured(command, url)}", flush=True)
        found = []
        for times in range(_TIMES):
            change(portal, asked.rows, times)
            found.append(measured(command, url))
        seconds = statistics.median(one.seconds for one in found)
        print(f"{_CHANGED} changed rows of them in {seconds:.1f} s (median of {_TIMES}), last {found[-1]}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.syncing", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--url", help="an empty PostgreSQL database instead of a SQLite file")
    parser.add_argument("--folder", help="where temporary files go")
    return parser


if __name__ == "__main__":
    main()
