"""Refresh in the background: nobody waits, and nobody sees half of it."""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from data_access.cube.cube import Version, read_versions
from data_access.cube.repair import repair_unannounced
from data_access.database.bounded import Database
from data_access.database.errors import DataAccessError, DatabaseUnreachable
from data_access.reference.sync_states import SyncState, fetch_sync_states
from data_access.store.state import State, read_state
from model.clock import this_moment

log = logging.getLogger(__name__)

LOOK_EVERY: Final = 0.3  # seconds; a look costs a few milliseconds
_AFTER_A_FAILURE: Final = 1.0  # seconds until a state that could not be read is tried again
LOOK_PATIENCE: Final = 0.5  # seconds a page waits for news before it shows what is known
AUDIT_EVERY: Final = 600.0  # seconds


@dataclass(frozen=True)
class Freshness:
    """The freshness of the numbers. `version` differs whenever any content does, within the process.

    `read_at` is when the database last said that nothing newer exists or gave it; `reachable` whether it still does.
    `lag`: seconds that the standby readers are answered from is behind; None without one. `sources`: those that are
    read by themselves.
    """

    version: int
    read_at: datetime
    reachable: bool
    lag: float | None = None
    sources: tuple[SyncState, ...] = ()


class Follower:
    """The known state, which changes in one step, from one complete state to the next."""

    def __init__(
        self, database: Database, audit_every: float = AUDIT_EVERY, notify: Callable[[], None] = lambda: None
    ) -> None:
        """`notify` is called after every step."""
        self._database = database
        self._changed = notify
        self._audit_every = audit_every
        self._known: State | None = None
        self._read_at = this_moment()
        self._reachable = True
        self._is_closed = False
        self._lag: float | None = None
        self._sources: tuple[SyncState, ...] = ()
        self._next_look = 0.0
        self._next_audit = time.monotonic() + audit_every
        self._deciding = threading.Lock()
        self._looker = ThreadPoolExecutor(1, thread_name_prefix="look")
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="refresh")
        self._auditor = ThreadPoolExecutor(1, thread_name_prefix="audit")
        self._look: Future[None] | None = None
        self._refresh: Future[State] | None = None

    @property
    def is_loaded(self) -> bool:
        return self._known is not None

    @property
    def known(self) -> State:
        """The known state, read first while the caller waits. Raises DataAccessError where it cannot be read."""
        return self._known or self.read()

    def read(self, newer_than: State | None = None) -> State:
        """A newer state. All callers wait for the same reading, none longer than an answer may take."""
        reading = self._start_reading(newer_than)
        if isinstance(reading, State):
            return reading
        try:
            return reading.result(self._database.answer_within)
        except TimeoutError as cause:
            raise DatabaseUnreachable("The numbers are still being read.") from cause

    def poll(self) -> Freshness:
        """Look for newer data, a few times a second and in the background, so that a silent database blocks nobody."""
        state = self.known
        with self._deciding:
            is_due = time.monotonic() >= self._next_look and (self._look is None or self._look.done())
            if is_due:
                self._next_look = time.monotonic() + LOOK_EVERY
                self._look = self._looker.submit(self._look_for_news, state)
        if is_due and self._look:
            wait([self._look], LOOK_PATIENCE)
            # A small refresh ends at once, so that the caller sees it now and not at the next look.
            wait([self._refresh] if self._refresh else [], LOOK_PATIENCE)
        return Freshness(self.known.stamp, self._read_at, self._reachable, self._lag, self._sources)

    def close(self) -> None:
        """Stop looking; a reading in progress is dropped."""
        self._is_closed = True
        self._looker.shutdown(wait=False, cancel_futures=True)
        self._reader.shutdown(wait=False, cancel_futures=True)
        self._auditor.shutdown(wait=False, cancel_futures=True)

    def _start_reading(self, newer_than: State | None) -> "Future[State] | State":
        with self._deciding:
            if self._known is not None and self._known is not newer_than:
                return self._known
            if self._refresh is None or self._refresh.done():
                self._refresh = self._reader.submit(self._catch_up)
            return self._refresh

    def _look_for_news(self, state: State) -> None:
        try:
            versions, self._sources = self._database.ask(_read_news)
            self._lag = self._database.lag()
        except DataAccessError:
            self._reachable = False
            return
        if versions == state.versions:
            self._read_at, self._reachable = this_moment(), True
            self._audit_sometimes()
        else:
            self._start_reading(state)

    def _catch_up(self) -> State:
        """Take one complete step forward, however long; the next reader finds it done."""
        try:
            self._known = state = read_state(self._database, self._known)
        except DataAccessError:
            self._reachable, self._next_look = False, time.monotonic() + _AFTER_A_FAILURE
            raise
        except Exception:
            self._next_look = time.monotonic() + _AFTER_A_FAILURE
            if self._is_closed:  # who asked has gone
                raise
            log.exception("The refresh failed; the numbers stay as they were.")
            raise
        self._read_at, self._reachable = state.read_at, True
        self._changed()
        return state

    def _audit_sometimes(self) -> None:
        if time.monotonic() < self._next_audit:
            return
        self._next_audit = time.monotonic() + self._audit_every
        self._auditor.submit(self._audit)

    def _audit(self) -> None:
        """Find writes that were not announced and put them into the cells; the raised version brings them here."""
        for programme_id in self.known.versions:
            try:
                repair_unannounced(self._database, programme_id)
            except Exception:
                log.exception("The audit failed.")


def _read_news(connection: Connection) -> tuple[dict[int, Version], tuple[SyncState, ...]]:
    return read_versions(connection), fetch_sync_states(connection)
