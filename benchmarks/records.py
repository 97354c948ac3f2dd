"""The measured database: a million demonstration records, created once under data/."""

import json
from pathlib import Path
from typing import Final

from benchmarks.figures import Figure, timed
from data_access.cli.progress import Bar
from data_access.database.settings import default_file
from data_access.demo import write_demo
from data_access.reference.seed import prepare

ROWS: Final = 1_000_000
_FILE: Final = default_file().with_name("bench.db")
_SECONDS: Final = _FILE.with_suffix(".json")
_UNFINISHED: Final = _FILE.with_suffix(".unfinished")


def million_records() -> tuple[Path, Figure]:
    """The file, and the seconds its records took to write when created."""
    if not (_FILE.exists() and _SECONDS.exists()):
        _make()
    prepare(f"sqlite:///{_FILE}")  # tables and indexes that came since
    seconds = json.loads(_SECONDS.read_text(encoding="utf-8"))["seconds"]
    return _FILE, Figure(f"write {ROWS:,} demonstration records", [seconds], "s", 30)


def _make() -> None:
    _FILE.parent.mkdir(exist_ok=True)
    for part in ("", "-wal", "-shm"):
        Path(f"{_UNFINISHED}{part}").unlink(missing_ok=True)
    address = f"sqlite:///{_UNFINISHED}"
    prepare(address)
    seconds = timed(lambda: write_demo(address, progress=Bar()))
    _SECONDS.write_text(json.dumps({"seconds": seconds}), encoding="utf-8")
    _UNFINISHED.replace(_FILE)
