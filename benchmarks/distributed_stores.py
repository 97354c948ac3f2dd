"""The databases and the lake that `make distributed` compares, filled at the same time by the real commands."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy import text

from data_access.database.connections import open_engine
from data_access.database.rows_engine import open_rows_engine
from data_access.database.search_index import INDEX
from data_access.lake.counting import Counted, count_cells
from data_access.lake.publish import publish
from data_access.reference.seed import prepare
from deploy.spark import Cluster, running_cluster
from tests.postgresql import OF_MILLIONS, running_postgresql

_MEMORY: Final = "2g"  # of each process of the cluster: millions of cells are sorted in it
_STEPS_BACK: Final = 5  # of the kernel's twenty
_PATIENCE: Final = 20  # seconds that a command has to end when it is told to
_began: Final = time.monotonic()
T = TypeVar("T")


class CommandFailed(Exception):  # noqa: N818 (says what the operator is told)
    """A command that fills a database ended without having done so."""


@dataclass(frozen=True)
class Stores:
    """The same rows three times, and the cluster that reads those of the lake."""

    sqlite: str
    postgresql: str
    lake: Path
    cluster: Cluster
    counted: Counted


def fill(folder: Path, rows: int, stack: ExitStack) -> Stores:
    """Both databases beside each other; meanwhile what PostgreSQL has is published and counted by the cluster.

    What was started ends with `stack`. Raises CommandFailed, NoSpark.
    """
    lake, sqlite = folder / "lake", f"sqlite:///{folder / 'rows.db'}"
    prepare(sqlite, say=_silent)
    into_sqlite = stack.enter_context(_demo(sqlite, rows))
    os.nice(_STEPS_BACK)  # SQLite takes longest: what else runs leaves it a core
    postgresql = stack.enter_context(running_postgresql(OF_MILLIONS))
    prepare(postgresql, say=_silent)
    _without_words(postgresql)
    into_postgresql = stack.enter_context(_demo(postgresql, rows))
    cluster = with_time_printed(
        "cluster ready: master, two workers, Thrift server; rows are written meanwhile",
        lambda: stack.enter_context(running_cluster(folder, memory=_MEMORY)),
    )
    with_time_printed(f"more until PostgreSQL had {rows:,} rows", into_postgresql)
    published = with_time_printed("published from PostgreSQL", partial(publish, postgresql, lake))
    print(f"    {published.manifest.rows:,} rows on {published.days_written} days, {_size(lake) / 1e6:,.0f} MB")
    engine = open_rows_engine("ROWS_URL", cluster.url, lake)
    (cell_counts,) = with_time_printed("cells counted by Spark", lambda: count_cells(engine, lake, postgresql))
    engine.dispose()
    print(f"    {cell_counts.cells.height:,} cells; {len(cell_counts.differing)} days differ from PostgreSQL")
    with_time_printed("more until SQLite had them, too", into_sqlite)
    return Stores(sqlite, postgresql, lake, cluster, cell_counts)


def with_time_printed(label: str, do: Callable[[], T]) -> T:
    """What `do` returns; how long that took is printed, and how much has passed since the beginning."""
    began = time.monotonic()
    result = do()
    now = time.monotonic()
    print(f"{now - began:7.1f} s  {label} (after {now - _began:.0f} s)", flush=True)
    return result


def _without_words(url: str) -> None:
    """PostgreSQL searches by reading: its word index costs more than all else here, and answers no question alone."""
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f'DROP INDEX "{INDEX}"'))
    engine.dispose()


@contextmanager
def _demo(url: str, rows: int) -> Iterator[Callable[[], None]]:
    """Write rows in a process of its own; what is given waits for its end and raises CommandFailed."""
    command = [sys.executable, "-m", "data_access", "demo", "--rows", str(rows)]
    environment = {**os.environ, "DATABASE_URL": url}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            yield partial(_wait_for, process, url)
        finally:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(_PATIENCE)
                except subprocess.TimeoutExpired:
                    process.kill()


def _wait_for(process: "subprocess.Popen[bytes]", url: str) -> None:
    _, errors = process.communicate()
    if process.returncode:
        words = errors.decode(errors="replace").strip().splitlines()[-1:]
        raise CommandFailed(f"No rows in {url.partition(':')[0]}: {' '.join(words)}")


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _silent(_line: str) -> None: ...
