"""Sources of small tables and files that change, fail and recover, for `benchmarks.unsteady`."""

import csv
import itertools
import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final, Protocol

from tests.unsteady_server import Portal

COLUMNS: Final = {"ma": "Mã sáng kiến", "ten": "Tên sáng kiến", "don_vi": "Đơn vị", "ngay": "Ngày cập nhật"}
_UNITS: Final = ("Thanh Hóa", "Huế", "Hà Nội", "Đồng Nai", "Quảng Ninh")


class Source(Protocol):
    """A source. Only one thread calls `change` and `fail`."""

    name: str
    gone: set[str]  # codes that it once had: told where they have arrived, and never taken away

    @property
    def options(self) -> str:
        """The lines of its TOML file."""

    def change(self, draw: Random) -> None:
        """Make one change, or a few."""

    def fail(self, draw: Random) -> None:
        """Cause one fault, over when this returns."""

    def content(self) -> dict[str, str]:
        """Titles by code."""


def new_row(code: str, draw: Random) -> dict[str, str]:
    return {
        "ma": code,
        "ten": new_title(draw),
        "don_vi": draw.choice(_UNITS),
        "ngay": f"{draw.randint(1, 28):02d}/04/2022",
    }


def new_title(draw: Random) -> str:
    return f"Cải tiến khâu số {draw.randrange(10**9)}"


@dataclass
class WebSource:
    """Pages of an HTTPS server: rows are added in front and behind, and removed, between requests."""

    name: str
    portal: Portal
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    gone: set[str] = field(default_factory=set)

    @property
    def options(self) -> str:
        options = {"type": "web", "url": self.portal.url, "page_parameter": "page", "records": "data", "total": "total"}
        options |= {"ca": self.portal.ca, "timeout_seconds": "1"}
        return "\n".join(f'{name} = "{value}"' for name, value in options.items())

    def change(self, draw: Random) -> None:
        rows = list(self.portal.rows)
        kind = draw.choices(("new", "changed", "gone"), (5, 4, 1))[0] if rows else "new"
        place = draw.randrange(len(rows) + (kind == "new"))
        if kind == "new":
            rows.insert(place, new_row(f"{self.name}-{next(self.numbers):05d}", draw))
        elif kind == "changed":
            rows[place] = {**rows[place], "ten": new_title(draw)}
        else:
            self.gone.add(rows.pop(place)["ma"])
        self.portal.rows = rows

    def fail(self, draw: Random) -> None:
        self.portal.faults = [draw.choice(("", "away", "slow", "broken", "repeat")) for _ in range(draw.randint(1, 6))]

    def content(self) -> dict[str, str]:
        return {row["ma"]: row["ten"] for row in self.portal.rows}


@dataclass
class FolderSource:
    """Files that are written slowly, rewritten, touched, or contain an unknown unit until corrected."""

    name: str
    path: Path
    rows: dict[Path, list[dict[str, str]]] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    gone: set[str] = field(default_factory=set)

    @property
    def options(self) -> str:
        return f'type = "folder"\npath = "{self.path}"\nsettled_seconds = "3"'

    def change(self, draw: Random) -> None:
        self.path.mkdir(exist_ok=True)
        file = draw.choice(list(self.rows)) if self.rows and draw.random() < 0.5 else None
        if file is None:
            file = self.path / f"{next(self.numbers):05d}.csv"
            self.rows[file] = [new_row(f"{self.name}-{file.stem}-{nth}", draw) for nth in range(draw.randint(1, 8))]
        elif draw.random() < 0.3:
            file.touch()
            return
        else:
            self.rows[file] = [{**row, "ten": new_title(draw)} for row in self.rows[file]]
        self._write(file, self.rows[file], draw.random())

    def fail(self, draw: Random) -> None:
        if draw.random() < 0.5 or not self.path.is_dir():  # the share goes away
            shutil.move(self.path, self.path.with_suffix(".away"))
            time.sleep(2)
            shutil.move(self.path.with_suffix(".away"), self.path)
            return
        file = self.path / f"{next(self.numbers):05d}.csv"
        rows = [new_row(f"{self.name}-{file.stem}-{nth}", draw) for nth in range(3)]
        self._write(file, [{**row, "don_vi": "Xứ Không Tên"} for row in rows], 0)
        time.sleep(5)
        self._write(file, rows, 0)
        self.rows[file] = rows

    def _write(self, file: Path, rows: list[dict[str, str]], pause: float) -> None:
        with file.open("w", encoding="utf-8", newline="") as content:
            writer = csv.DictWriter(content, list(COLUMNS))
            writer.writerow(COLUMNS)
            for place, row in enumerate(rows):
                if place == len(rows) // 2:
                    content.flush()
                    time.sleep(pause)
                writer.writerow(row)
            content.flush()
            os.fsync(content.fileno())

    def content(self) -> dict[str, str]:
        return {row["ma"]: row["ten"] for rows in self.rows.values() for row in rows}
