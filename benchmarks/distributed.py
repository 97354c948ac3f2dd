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
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from types import FrameType
from typing import Final

from benchmarks.distributed_stores import CommandFailed, fill, with_time_printed
from data_access.cli.answer import ROWS as EXPLORE
from data_access.cli.answer import SUBJECTS, answer
from data_access.database.bounded import Database
from data_access.database.rows_engine import open_rows_engine
from data_access.store.live import LiveRecords
from data_access.store.row_answers import Elsewhere
from deploy.spark import Cluster, NoSpark
from model.code_filters import Narrows
from model.filters import FILTERS
from model.settings import Misconfigured, rows_of_check

QUESTIONS: Final = 20
_SEED: Final = 15
_WITHIN: Final = 600  # seconds
_PATIENCE: Final = 120.0  # seconds for a question
_KILLED_AFTER: Final = 0.5  # seconds into a question
_WORDS: Final = ("may bom", "quy trinh", "tiet kiem", "zzz")
_ORDERS: Final = ("newest", "oldest", "benefit", "title")


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
        others = QUESTIONS - self.number
        agreed = f"{self.same} of {self.number} questions agree" if self.number else "No question was asked yet"
        return f"{agreed}, {others} were left." if others else f"{agreed}."


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
    except (NoSpark, Misconfigured, CommandFailed) as problem:
        print(problem, file=sys.stderr)
        return 2
    except TimeoutError as problem:
        print(f"{problem} {compared}", file=sys.stderr)
        return 1


def _run(folder: Path, rows: int, stack: ExitStack, compared: _Compared) -> int:
    stores = fill(folder, rows, stack)
    engine = open_rows_engine("ROWS_URL", stores.cluster.url, stores.lake)
    databases = [Database(url, _PATIENCE) for url in (stores.sqlite, stores.postgresql)]
    readers = [stack.enter_context(closing(LiveRecords(database))) for database in databases]
    spark = Elsewhere(Database(stores.cluster.url, _PATIENCE, engine=engine), stores.lake)
    of_spark = LiveRecords(Database(stores.postgresql, _PATIENCE), rows_from=spark)
    readers.append(stack.enter_context(closing(of_spark)))
    fallbacks = _Fallbacks()
    logging.getLogger("data_access.store.row_answers").addHandler(fallbacks)
    with ThreadPoolExecutor(len(readers)) as beside:
        with_time_printed(
            "cells read by all three", lambda: list(beside.map(partial(_answered, "overview", ""), readers))
        )
    print("Seconds of SQLite / PostgreSQL / Spark, asked at the same moment:")
    for number, question in enumerate(_questions(), 1):
        compared.same += _agree(stores.cluster, readers, number, *question)
        compared.number = number
    print(f"{compared} The database stood in {fallbacks.number} times.")
    return 1 if compared.same < QUESTIONS or stores.counted.differing or fallbacks.number else 0


def _questions() -> Iterator[tuple[str, str]]:
    draw = Random(_SEED)
    subjects = ("people", "value", "recognition", "unit", "ranking", "overview", "trend", "targets", "sectors", "map")
    for number in range(QUESTIONS):
        subject = EXPLORE if number % 3 == 2 else subjects[number % len(subjects)]
        assert subject in (*SUBJECTS, EXPLORE)
        queries = [draw.choice(("", "as_of=2022-04-20T08:00", "as_of=2022-08-31T15:30", "phase=1", "unit=LD-38"))]
        fixed = [entry for entry in FILTERS if entry.codes and entry.narrows is Narrows.ROWS]
        queries += [f"{entry.parameter}={draw.choice(entry.codes)}" for entry in draw.sample(fixed, 2)]
        if subject == "unit" and "unit=LD-38" not in queries:
            queries.append("unit=LD-38")
        if subject == EXPLORE:
            queries += [f"order={draw.choice(_ORDERS)}", *draw.choice(([], [f"q={draw.choice(_WORDS)}"]))]
        yield subject, "&".join(filter(None, queries))


def _agree(cluster: Cluster, readers: list[LiveRecords], number: int, subject: str, query: str) -> bool:
    killing = threading.Timer(_KILLED_AFTER, cluster.kill_worker) if number == QUESTIONS // 2 else None
    if killing:
        killing.start()
    with ThreadPoolExecutor(len(readers)) as beside:
        answers = list(beside.map(partial(_answered, subject, query), readers))
    if killing:
        killing.join()
        print("    a worker was killed meanwhile")
    same = len({answer for answer, _ in answers}) == 1
    times = " / ".join(f"{seconds:6.2f}" for _, seconds in answers)
    print(f"{number:3} {times} s  {'same' if same else 'DIFFERENT'}  {subject} {query}", flush=True)
    return same


def _answered(subject: str, query: str, records: LiveRecords) -> tuple[str, float]:
    """The answer and the seconds it took."""
    began = time.monotonic()
    words = answer(records, subject, query)
    return words, time.monotonic() - began


def _too_long(number: int, _frame: FrameType | None) -> None:
    raise TimeoutError("Stopped." if number == signal.SIGTERM else f"{_WITHIN} s are over: fewer ROWS get further.")


if __name__ == "__main__":
    # Some threads may still wait for a server that was ended.
    code = main()
    sys.stdout.flush()
    os._exit(code)
