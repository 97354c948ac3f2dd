"""The load of `benchmarks.soak`: readers, imports, a changing source, files and frozen figures."""

import csv
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Final

from websockets.exceptions import WebSocketException

from benchmarks.soak_fleet import Fleet
from benchmarks.tab import Tab
from benchmarks.unsteady_findings import Tally
from benchmarks.unsteady_sources import COLUMNS, new_row
from deploy.serve import free_ports
from tests.serving import serving

_PAGES: Final = (
    "",
    "phase=1",
    "as_of=2022-04-10T08:00",
    "unit=LD-38",
    "cluster=Tây Nguyên",
    "basis=published",
    "lang=en",
)
_ROWS: Final = 200  # of a file
_BACK_WITHIN: Final = 30.0  # seconds until a tab that lost its line has its page again, starts of processes included


@dataclass
class Portal:
    """A SQLite table with continuous writes."""

    folder: Path

    def __post_init__(self) -> None:
        self.file = self.folder / "portal.db"
        with sqlite3.connect(self.file) as portal:
            portal.execute("CREATE TABLE sk (ma TEXT PRIMARY KEY, ten TEXT, don_vi TEXT, ngay TEXT, sua TEXT)")
        columns = "\n".join(f'{name} = "{heading}"' for name, heading in COLUMNS.items())
        self.settings = self.folder / "portal.toml"
        self.settings.write_text(
            f'programme = "1tr"\n[source]\ntype = "database"\nurl = "sqlite:///{self.file}"\ntable = "sk"\n'
            f'changed = "sua"\nkey = "ma"\noverlap = "1m"\n[columns]\n{columns}\n',
            encoding="utf-8",
        )

    def add(self, code: str, draw: Random) -> None:
        values = {**new_row(code, draw), "sua": str(datetime.now())}
        with sqlite3.connect(self.file) as portal:
            portal.execute("INSERT INTO sk VALUES (:ma, :ten, :don_vi, :ngay, :sua)", values)

    def codes(self) -> set[str]:
        with sqlite3.connect(self.file) as portal:
            return {row[0] for row in portal.execute("SELECT ma FROM sk")}


@dataclass
class Work:
    """All activity; `acknowledged` are the codes that a command reported as saved."""

    url: str
    folder: Path
    portal: Portal
    tally: Tally
    acknowledged: set[str] = field(default_factory=set)
    tried: set[str] = field(default_factory=set)
    _syncing: "subprocess.Popen[bytes] | None" = None

    @contextmanager
    def serving(self) -> Iterator[Fleet]:
        """The app, two processes behind nginx."""
        port = free_ports(1)[0]
        log = self.folder / "app.log"
        with serving(self.url, log, command=("-m", "deploy.serve"), port=port, settings={"PROCESSES": "2"}):
            yield Fleet(port)

    def read(self, port: int, draw: Random, stop: threading.Event) -> None:
        """A reader who changes a filter now and then, and reconnects when a process ends."""
        lost_at: float | None = None
        while not stop.is_set():
            query = draw.choice(_PAGES)
            try:
                with Tab(port, query) as tab:
                    while not stop.is_set():
                        tab.change(query)
                        self._note_back(lost_at)
                        lost_at = None
                        self.tally.add("pages read")
                        stop.wait(0.5 + 3 * draw.random())
                        query = draw.choice(_PAGES)
            except (WebSocketException, OSError, TimeoutError):
                lost_at = lost_at or time.monotonic()
                time.sleep(0.5)
            except RuntimeError as problem:
                self.tally.wrong.append(f"a reader of {query}: {problem}"[:300])

    def _note_back(self, lost_at: float | None) -> None:
        if lost_at is not None:
            self.tally.add("lines lost and found again")
            if (away := time.monotonic() - lost_at) > _BACK_WITHIN:
                self.tally.wrong.append(f"a reader waited {away:.0f} s for the next process")

    def import_files(self, draw: Random, stop: threading.Event) -> None:
        """Import file after file, repeating those that could not be saved."""
        number = 0
        while not stop.is_set():
            number += 1
            codes = [f"SOAK-F{number:05d}-{row:03d}" for row in range(_ROWS)]
            file = self.folder / f"import-{number}.csv"
            with file.open("w", encoding="utf-8", newline="") as content:
                writer = csv.writer(content)
                writer.writerow(COLUMNS.values())
                writer.writerows(new_row(code, draw).values() for code in codes)
            self.tried.update(codes)
            while self._run("import", "data_access", "import", str(file), "--programme", "1tr", "--replace"):
                if stop.wait(2):
                    return
            self.acknowledged.update(codes)
            file.unlink()
            stop.wait(15)

    def change_source(self, draw: Random, stop: threading.Event) -> None:
        number = 0
        while not stop.wait(draw.random()):
            number += 1
            self.portal.add(f"SOAK-S{number:06d}", draw)
            self.tally.add("rows written at the source")

    def sync(self, _draw: Random, stop: threading.Event) -> None:
        """Run `sync --every 5s`, restarted when it ends."""
        command = [sys.executable, "-m", "data_access", "sync", str(self.portal.settings), "--every", "5s"]
        while not stop.is_set():
            self._syncing = subprocess.Popen(
                command, env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            while self._syncing.poll() is None and not stop.wait(0.5):
                pass
            self._syncing.terminate()
            self._syncing.wait(30)

    def kill_sync(self) -> None:
        if self._syncing:
            self._syncing.send_signal(signal.SIGKILL)

    def export(self, draw: Random, stop: threading.Event) -> None:
        while not stop.wait(30):
            kind = draw.choice(("report", "slides", "csv", "text"))
            self._run("files", "exports", kind, draw.choice(_PAGES), "--out", str(self.folder))

    def freeze(self, draw: Random, stop: threading.Event) -> None:
        number = 0
        while not stop.wait(120 + 60 * draw.random()):
            number += 1
            self._run("frozen figures", "data_access", "snapshot", "freeze", f"Soak {number}")

    def settle(self) -> None:
        """After the last fault, let everything in the source arrive."""
        if self._run("last sync", "data_access", "sync", str(self.portal.settings), "--once"):
            self.tally.wrong.append("the last sync failed")

    @property
    def _environment(self) -> dict[str, str]:
        return {**os.environ, "DATABASE_URL": self.url}

    def _run(self, label: str, module: str, *words: str) -> int:
        """The exit code of a command; failures without a fault are logged."""
        with (self.folder / "said.log").open("a") as log:
            command = [sys.executable, "-m", module, *words]
            code = subprocess.run(command, check=False, env=self._environment, stdout=log, stderr=log).returncode
        self.tally.add(label if code == 0 else f"{label}: refused with {code}")
        return code
