"""`make unsteady MINUTES=60`: sources that fail and are written to, read again and again under kill -9; then compared.

Tables of SQLite, PostgreSQL and MariaDB, a folder and an HTTPS server are each read into SQLite and into PostgreSQL:
every few seconds one of them, by the command in a process of its own that may be killed at any moment, or here.
`verify` looks again and again; at the end all faults stop, and every source must have arrived exactly, or exit 1.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from random import Random
from typing import Final

from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from benchmarks.unsteady_findings import Tally, compare, findings_table, look, read_once, settle
from benchmarks.unsteady_sources import COLUMNS, FolderSource, Source, WebSource
from benchmarks.unsteady_tables import TableSource, end_connections
from data_access.reference.seed import prepare
from tests.mariadb import running_mariadb
from tests.postgresql import running_postgresql
from tests.unsteady_server import unsteady_server

_PAUSE: Final = 4.0  # seconds between two readings: the machine has other work
_LOOKED: Final = 300  # seconds between two looks of `verify`
_SETTLED: Final = 5  # seconds after which the files of the folder are whole


def main() -> int:
    options = _parser().parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that all servers are ended, too
    draw, tally, stop = Random(options.seed), Tally(), threading.Event()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="unsteady-")))
        server = stack.enter_context(running_postgresql())
        sources = _sources(folder, server, stack)
        targets = _targets(folder, server)
        writers = [
            threading.Thread(target=_write, args=(source, Random(place), stop, tally))
            for place, source in enumerate(sources)
        ]
        for writer in writers:
            writer.start()
        try:
            _read(sources, targets, folder, draw, tally, time.monotonic() + 60 * options.minutes)
        finally:
            stop.set()
            for writer in writers:
                writer.join()
        for source in sources:
            if isinstance(source, WebSource):
                source.portal.faults = []
        time.sleep(_SETTLED)
        settle(sources, targets, folder, tally)
        compare(sources, targets, tally)
    print(findings_table(tally, options.minutes))
    return 1 if tally.wrong else 0


def _sources(folder: Path, server: str, stack: ExitStack) -> list[Source]:
    portal = stack.enter_context(unsteady_server(folder))
    portal.at_once = 20
    sources: list[Source] = [
        TableSource("sqlite", f"sqlite:///{folder / 'portal.db'}"),
        TableSource("postgresql", _database(server, "portal")),
        TableSource("mariadb", stack.enter_context(running_mariadb())),
        WebSource("web", portal),
        FolderSource("folder", folder / "drop"),
    ]
    (folder / "drop").mkdir()
    columns = "\n".join(f'{name} = "{heading}"' for name, heading in COLUMNS.items())
    for source in sources:
        headings = "" if source.name == "folder" else f"[columns]\n{columns}\n"
        (folder / f"{source.name}.toml").write_text(
            f'programme = "1tr"\n[source]\n{source.options}\n{headings}', encoding="utf-8"
        )
    return sources


def _targets(folder: Path, server: str) -> dict[str, str]:
    urls = {"SQLite": f"sqlite:///{folder / 'target.db'}", "PostgreSQL": _database(server, "target")}
    for url in urls.values():
        prepare(url, say=lambda *_words: None)
    return urls


def _database(server: str, name: str) -> str:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"{server.rpartition('/')[0]}/{name}"


def _write(source: Source, draw: Random, stop: threading.Event, tally: Tally) -> None:
    while not stop.wait(0.5 + 2 * draw.random()):
        try:
            if draw.random() < 0.1:
                tally.add(f"faults of {source.name}")
                source.fail(draw)
            else:
                tally.add(f"writes at {source.name}")
                source.change(draw)
        except Exception as problem:  # noqa: BLE001 (a writer that dies would make the rest an easy game)
            tally.wrong.append(f"writer of {source.name}: {problem!r}")


def _read(
    sources: list[Source], targets: dict[str, str], folder: Path, draw: Random, tally: Tally, until: float
) -> None:
    looked = time.monotonic()
    while time.monotonic() < until:
        source, target = draw.choice(sources), draw.choice(list(targets))
        file = folder / f"{source.name}.toml"
        if draw.random() < 0.35:
            _kill(file, targets[target], 0.5 + 3 * draw.random(), tally)
        else:
            cut = threading.Timer(draw.random(), _cut, (targets[target],)) if draw.random() < 0.1 else None
            if cut and target == "PostgreSQL":
                cut.start()
                tally.add("connections of the target ended")
            read_once(file, targets[target], tally)
        if time.monotonic() > looked + _LOOKED:
            looked = time.monotonic()
            look(targets, tally)
        time.sleep(_PAUSE)


def _kill(file: Path, url: str, after: float, tally: Tally) -> None:
    command = [sys.executable, "-m", "data_access", "sync", str(file), "--once"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env={**os.environ, "DATABASE_URL": url}, **quiet) as process:  # type: ignore[call-overload]
        try:
            process.wait(after)
            tally.add("commands that ended before the kill")
        except subprocess.TimeoutExpired:
            process.kill()
            tally.add("kill -9")


def _cut(url: str) -> None:
    engine = create_engine(url)
    with suppress(DBAPIError):
        end_connections(engine)
    engine.dispose()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.unsteady", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    return parser


if __name__ == "__main__":
    sys.exit(main())
