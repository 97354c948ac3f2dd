"""What rows told one process of a host, taken by its others: asked once a version of the data, whoever asks first.

Sums alone, never single rows. A folder that is another user's, or open to others, is not read: files there are pickles.
"""

import fcntl
import hashlib
import logging
import os
import pickle
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

log = logging.getLogger(__name__)
T = TypeVar("T")

_KEPT_FOR: Final = 3600.0  # seconds: a version is as a rule followed by another long before
_LOOKED_EVERY: Final = 60.0  # seconds between two searches for older files
_OPEN_TO_OTHERS: Final = 0o077
_CODE: Final = tuple(Path(__file__).parents[2] / room for room in ("data_access", "model"))


class HostAnswers:
    """Answers in a folder, one file each, under what they are of: a database, a state of its rows and a question."""

    def __init__(self, folder: Path | None, database: str) -> None:
        """Without a folder, or with one that cannot be trusted, every question is asked."""
        self._folder = folder if folder is not None and _is_ours(folder) else None
        self._database = database
        self._next_look = 0.0

    def answered(self, ask: Callable[[], T], key: Hashable, state: object) -> T:
        """What `ask` returns, or returned in another process. It raises what `ask` raises, and keeps nothing then.

        `state`: written out, it is the same for the same rows asked about in any process.
        """
        if self._folder is None:
            return ask()
        self._forget_old()
        text = repr((self._database, _release(), state, key))
        file = self._folder / hashlib.sha256(text.encode()).hexdigest()
        answer = _read(file)
        if answer is None:
            with _one_at_a_time(file.with_suffix(".lock")):
                answer = _read(file) or _written(file, (ask(),))
        return answer[0]  # type: ignore[no-any-return]

    def _forget_old(self) -> None:
        if time.monotonic() < self._next_look:
            return
        self._next_look = time.monotonic() + _LOOKED_EVERY
        for file in self._folder.iterdir() if self._folder else ():
            try:
                if time.time() - file.stat().st_mtime > _KEPT_FOR:
                    file.unlink()
            except OSError:
                continue  # another process forgot it


def _is_ours(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        about = folder.stat()
    except OSError as problem:
        log.warning("Answers are not shared: %s", problem)
        return False
    if about.st_uid != os.geteuid() or about.st_mode & _OPEN_TO_OTHERS:
        log.warning("Answers are not shared: %s must be this user's alone (chmod 700).", folder)
        return False
    return True


def _read(file: Path) -> tuple[Any] | None:
    try:
        match pickle.loads(file.read_bytes()):  # noqa: S301 (written by this user alone)
            case (answer,):
                return (answer,)
        log.warning("A shared answer is none, and is asked anew.")
    except FileNotFoundError:
        pass
    except Exception as problem:  # noqa: BLE001 (a file that is cut says so in many ways)
        log.warning("A shared answer cannot be read and is asked anew: %s", problem)
    return None


@cache
def _release() -> int:
    """Another number for other code: an answer of the release before may have another form."""
    return max(file.stat().st_mtime_ns for room in _CODE for file in room.rglob("*.py"))


def _written(file: Path, answer: tuple[Any]) -> tuple[Any]:
    """The answer, kept whole or not at all."""
    unfinished = file.with_suffix(f".{os.getpid()}")
    try:
        unfinished.write_bytes(pickle.dumps(answer))
        unfinished.replace(file)
    except (OSError, pickle.PicklingError, TypeError, AttributeError) as problem:
        log.warning("An answer is not shared: %s", problem)
        unfinished.unlink(missing_ok=True)
    return answer


@contextmanager
def _one_at_a_time(file: Path) -> Iterator[None]:
    """One process makes the answer, the others wait for it. A process that is killed holds nobody up."""
    try:
        lock = file.open("w")
    except OSError as problem:
        log.warning("Answers are not shared: %s", problem)
        yield
        return
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
