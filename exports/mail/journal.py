"""What became of every letter: one JSON line each, begun, sent, failed, refused or skipped."""

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from data_access.staff.mail_letters import wait_after
from model.mailing import FAILED

BEGUN: Final = "begun"


@dataclass(frozen=True)
class Entry:
    """One letter to one address. `due` tells which of its times it was for.

    Of an order that began, `reason` is its mark: an order that is edited has another one and begins anew.
    """

    at: str
    report: str
    due: str
    to: str
    outcome: str
    reason: str = ""
    files: tuple[str, ...] = ()


class Journal:
    """The log file, read once. Whoever holds it is the only one who sends."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.unread: tuple[int, ...] = ()  # lines that nobody can read: empty, or torn when the power went
        self._known: list[Entry] | None = None

    def has_settled(self, report: str, due: datetime, to: str) -> bool:
        """Whether this letter went out or was refused for good; what failed is tried again."""
        return any(entry.outcome != FAILED for entry in self._of(report, due, to))

    def may_try(self, report: str, due: datetime, to: str, now: datetime) -> bool:
        """Whether a letter that failed has waited long enough: five minutes, then twice as long each time."""
        failed = [entry for entry in self._of(report, due, to) if entry.outcome == FAILED]
        if not failed:
            return True
        since: datetime = datetime.fromisoformat(failed[-1].at)
        return now >= since + wait_after(len(failed))

    def begun(self, report: str, mark: str) -> datetime | None:
        """Since when an order of that mark is followed; None where it is new or was edited.

        Orders of a log from before marks were kept go on from their first letter.
        """
        of_report = [entry for entry in self.entries() if entry.report == report]
        marked = [entry for entry in of_report if entry.outcome == BEGUN]
        if not marked:
            return datetime.fromisoformat(of_report[0].at) if of_report else None
        return datetime.fromisoformat(marked[-1].at) if marked[-1].reason == mark else None

    def entries(self) -> list[Entry]:
        """All that can be read; `unread` then names the lines that cannot."""
        if self._known is None:
            lines = self.file.read_text(encoding="utf-8", errors="replace").splitlines() if self.file.exists() else []
            read = [_entry(line) for line in lines]
            self.unread = tuple(number for number, entry in enumerate(read, start=1) if entry is None)
            self._known = [entry for entry in read if entry is not None]
        return self._known

    def add(self, entry: Entry) -> None:
        """Write an entry down, on a line of its own even after one that a crash cut off."""
        known = self.entries()
        with self.file.open("a+", encoding="utf-8") as log:
            torn = self.file.stat().st_size > 0 and not self.file.read_bytes().endswith(b"\n")
            log.write(("\n" if torn else "") + json.dumps(asdict(entry), ensure_ascii=False) + "\n")
        known.append(entry)

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

    def _of(self, report: str, due: datetime, to: str) -> Iterator[Entry]:
        key = (report, due.isoformat(), to)
        return (entry for entry in self.entries() if (entry.report, entry.due, entry.to) == key)


def _entry(line: str) -> Entry | None:
    try:
        content = json.loads(line)
        entry = Entry(**{**content, "files": tuple(content["files"])})
        datetime.fromisoformat(entry.at)
    except (ValueError, TypeError, KeyError):
        return None
    return entry
