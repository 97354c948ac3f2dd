"""`make distributed`: rows in a lake, counted and answered by a Spark cluster, compared with SQLite and PostgreSQL.

Starts a master, two workers and a Thrift server on loopback, kills a worker in the middle, and ends all it started.
"""

import logging
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from types import FrameType
from typing import Final, TypeVar

from data_access.cli.answer import ROWS as EXPLORE
from data_access.cli.answer import SUBJECTS, answer
from data_access.database.bounded import Database
from data_access.database.rows_engine import open_rows_engine
from data_access.demo import write_demo
from data_access.lake.counting import count_cells
from data_access.lake.publish import publish
from data_access.reference.seed import prepare
from data_access.store.live import LiveRecords
from data_access.store.row_answers import Elsewhere
from deploy.spark import Cluster, NoSpark, running_cluster
from model.filters import FILTERS, Narrows
from model.settings import Misconfigured, rows_of_check
from tests.postgresql import running_postgresql

QUESTIONS: Final = 20
_SEED: Final = 15
_WITHIN: Final = 600  # seconds
_KILLED_AFTER: Final = 0.5  # seconds into a question
_WORDS: Final = ("may bom", "quy trinh", "tiet kiem", "zzz")
_ORDERS: Final = ("newest", "oldest", "benefit", "title")
T = TypeVar("T")


class _Fallbacks(logging.Handler):
    """Counts how often the database answered instead of the cluster."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.number = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.number += "in the place of the engine" in record.getMessage()


@dataclass
class _Compared:
    """The number of questions answered by all, and of equal answers."""

    number: int = 0
    same: int = 0

    def __str__(self) -> str:
        left = QUESTIONS - self.number
        agreed = f"{self.same} of {self.number} questions agree" if self.number else "No question was asked yet"
        return f"{agreed}, {left} were left." if left else f"{agreed}."


def main() -> int:
    """Returns 0 where everything agrees, 1 for a difference or an unfinished step, 2 where it cannot run."""
    signal.signal(signal.SIGALRM, _too_long)
    signal.signal(signal.SIGTERM, _too_long)
    signal.alarm(_WITHIN)
    compared = _Compared()
    try:
        rows = rows_of_check()
        with tempfile.TemporaryDirectory(prefix="distributed-") as place, ExitStack() as stack:
            return _run(Path(place), rows, stack, compared)
    except (NoSpark, Misconfigured) as problem:
        print(problem, file=sys.stderr)
        return 2
    except TimeoutError as problem:
        print(f"{problem} {compared}", file=sys.stderr)
        return 1


def _run(folder: Path, rows: int, stack: ExitStack, compared: _Compared) -> int:
    lake = folder / "lake"
    postgresql = stack.enter_context(running_postgresql())
    sqlite = f"sqlite:///{folder / 'rows.db'}"
    for name, url in (("SQLite", sqlite), ("PostgreSQL", postgresql)):
        prepare(url, say=_silent)
        _timed(f"{rows:,} rows into {name}", partial(write_demo, url, rows=rows, say=_silent))
    published = _timed("published from PostgreSQL", lambda: publish(postgresql, lake))
    print(f"    {published.manifest.rows:,} rows on {published.days_written} days, {_size(lake) / 1e6:,.0f} MB")
    cluster = stack.enter_context(_timed_start(folder))
    engine = open_rows_engine("ROWS_URL", cluster.url, lake)
    (counted,) = _timed("cells counted by Spark", lambda: count_cells(engine, lake, postgresql))
    print(f"    {counted.cells.height:,} cells; {len(counted.differing)} days differ from PostgreSQL")
    readers = [stack.enter_context(closing(LiveRecords(Database(url, 120.0)))) for url in (sqlite, postgresql)]
    spark = Elsewhere(Database(cluster.url, 120.0, engine=engine), lake)
    readers.append(stack.enter_context(closing(LiveRecords(Database(postgresql, 120.0), rows_from=spark))))
    fallbacks = _Fallbacks()
    logging.getLogger("data_access.store.row_answers").addHandler(fallbacks)
    for number, question in enumerate(_questions(), 1):
        compared.same += _agree(cluster, readers, number, *question)
        compared.number = number
    print(f"{compared} The database stood in {fallbacks.number} times.")
    return 1 if compared.same < QUESTIONS or counted.differing or fallbacks.number else 0


def _questions() -> Iterator[tuple[str, str]]:
    draw = Random(_SEED)
    subjects = ("people", "value", "recognition", "unit", "ranking", "overview", "trend", "targets", "sectors", "map")
    for number in range(QUESTIONS):
        subject = EXPLORE if number % 3 == 2 else subjects[number % len(subjects)]
        assert subject in (*SUBJECTS, EXPLORE)
        queries = [draw.choice(("", "as_of=2022-04-20T08:00", "as_of=2022-08-31T15:30", "phase=1", "unit=LD-38"))]
        fixed = [one for one in FILTERS if one.codes and one.narrows is Narrows.ROWS]
        queries += [f"{one.parameter}={draw.choice(one.codes)}" for one in draw.sample(fixed, 2)]
        if subject == "unit" and "unit=LD-38" not in queries:
            queries.append("unit=LD-38")
        if subject == EXPLORE:
            queries += [f"order={draw.choice(_ORDERS)}", *draw.choice(([], [f"q={draw.choice(_WORDS)}"]))]
        yield subject, "&".join(filter(None, queries))


def _agree(cluster: Cluster, readers: list[LiveRecords], number: int, subject: str, query: str) -> bool:
    answers, seconds = [], []
    for records in readers:
        killing = None
        if records is readers[-1] and number == QUESTIONS // 2:
            killing = threading.Timer(_KILLED_AFTER, cluster.kill_worker)
            killing.start()
        began = time.monotonic()
        answers.append(answer(records, subject, query))
        seconds.append(time.monotonic() - began)
        if killing:
            killing.join()
            print("    a worker was killed meanwhile")
    same = len(set(answers)) == 1
    times = " / ".join(f"{one:6.2f}" for one in seconds)
    print(f"{number:3} {times} s  {'same' if same else 'DIFFERENT'}  {subject} {query}", flush=True)
    return same


@contextmanager
def _timed_start(folder: Path) -> Iterator[Cluster]:
    began = time.monotonic()
    with running_cluster(folder) as cluster:
        print(f"{time.monotonic() - began:7.1f} s  cluster ready: master, two workers, Thrift server", flush=True)
        yield cluster


def _timed(what: str, do: Callable[[], T]) -> T:
    began = time.monotonic()
    done = do()
    print(f"{time.monotonic() - began:7.1f} s  {what}", flush=True)
    return done


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _silent(_line: str) -> None: ...


def _too_long(number: int, _frame: FrameType | None) -> None:
    raise TimeoutError("Stopped." if number == signal.SIGTERM else f"{_WITHIN} s are over: fewer ROWS get further.")


if __name__ == "__main__":
    # Some threads may still wait for a server that was ended.
    code = main()
    sys.stdout.flush()
    os._exit(code)
