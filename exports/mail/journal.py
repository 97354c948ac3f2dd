"""The log of letters: one JSON line for each event (begun, sent, failed, refused, skipped)."""

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
    """One event of one letter to one address. `due` is the scheduled time.

    For the start of an order `reason` holds its fingerprint: an edited order has another one and starts anew.
    """

    at: str
    report: str
    due: str
    to: str
    outcome: str
    reason: str = ""
    files: tuple[str, ...] = ()


class Journal:
    """The log file, read once. The process that holds its lock is the only sender."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.unread: tuple[int, ...] = ()  # unreadable lines: empty, or truncated by a power failure
        self._known: list[Entry] | None = None

    def has_settled(self, report: str, due: datetime, to: str) -> bool:
        """Whether this letter was sent or permanently refused; failed letters are tried again."""
        return any(entry.outcome != FAILED for entry in self._of(report, due, to))

    def may_try(self, report: str, due: datetime, to: str, now: datetime) -> bool:
        """Whether a failed letter has waited long enough: five minutes, doubled after each attempt."""
        failed = [entry for entry in self._of(report, due, to) if entry.outcome == FAILED]
        if not failed:
            return True
        since: datetime = datetime.fromisoformat(failed[-1].at)
        return now >= since + wait_after(len(failed))

    def begun(self, report: str, mark: str) -> datetime | None:
        """Since when an order with that fingerprint is active; None where it is new or edited.

        In logs without fingerprints an order is active since its first letter.
        """
        of_report = [entry for entry in self.entries() if entry.report == report]
        marked = [entry for entry in of_report if entry.outcome == BEGUN]
        if not marked:
            return datetime.fromisoformat(of_report[0].at) if of_report else None
        return datetime.fromisoformat(marked[-1].at) if marked[-1].reason == mark else None

    def entries(self) -> list[Entry]:
        """All readable entries; `unread` then holds the numbers of the lines that are not."""
        if self._known is None:
            lines = self.file.read_text(encoding="utf-8", errors="replace").splitlines() if self.file.exists() else []
            entries = [_entry(line) for line in lines]
            self.unread = tuple(number for number, entry in enumerate(entries, start=1) if entry is None)
            self._known = [entry for entry in entries if entry is not None]
        return self._known

    def add(self, entry: Entry) -> None:
        """Append an entry on a line of its own, even after a line truncated by a crash."""
        entries = self.entries()
        with self.file.open("a+", encoding="utf-8") as log:
            torn = self.file.stat().st_size > 0 and not self.file.read_bytes().endswith(b"\n")
            log.write(("\n" if torn else "") + json.dumps(asdict(entry), ensure_ascii=False) + "\n")
        entries.append(entry)

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Lock the log: True for one process at a time, so that two runs do not send everything twice."""
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
