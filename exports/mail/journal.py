"""What became of every letter: one JSON line each, sent, failed or skipped."""

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

SENT, FAILED, SKIPPED = "sent", "failed", "skipped"


@dataclass(frozen=True)
class Entry:
    """One letter to one address. `due` tells which of its times it was for."""

    at: str
    report: str
    due: str
    to: str
    outcome: str
    reason: str = ""
    files: tuple[str, ...] = ()


class Journal:
    """The log file. Whoever holds it is the only one who sends."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def has_settled(self, report: str, due: datetime, to: str) -> bool:
        """Whether this letter went out or was refused for good; what failed is tried again."""
        key = (report, due.isoformat(), to)
        return any((entry.report, entry.due, entry.to) == key and entry.outcome != FAILED for entry in self.entries())

    def entries(self) -> Iterator[Entry]:
        """What was sent or failed, in the order of time."""
        if self.file.exists():
            for line in self.file.read_text(encoding="utf-8").splitlines():
                told = json.loads(line)
                yield Entry(**{**told, "files": tuple(told["files"])})

    def add(self, entry: Entry) -> None:
        with self.file.open("a", encoding="utf-8") as log:
            log.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")

    @contextmanager
    def held(self) -> Iterator[bool]:
        """True for one process at a time: two runs of a scheduler must not send everything twice."""
        with self.file.with_name(f"{self.file.name}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True
