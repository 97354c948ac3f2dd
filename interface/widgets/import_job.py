"""Background work that a click, a reload or a closed browser neither stops nor starts twice."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Final, Generic, TypeVar

import streamlit as st

from data_access.importing.bulk import Progress
from language.languages import Language

T = TypeVar("T")
ANSWERING: Final = "answering_source"  # in the session: the source whose waiting rows are looked at
_WORKERS: Final = ThreadPoolExecutor(2, thread_name_prefix="import")  # limits memory: a third file waits
_LOOK_EVERY_SECONDS: Final = 0.2
_HALF: Final = 200_000  # rows at which a bar without a known end stands in the middle


class Job(Generic[T]):
    """One background task that counts the rows done."""

    def __init__(self, work: Callable[[Progress], T], whole: int = 0) -> None:
        self._done = 0
        self._whole = whole
        self._future: Future[T] = _WORKERS.submit(work, self._count)

    def _count(self, rows: int) -> None:
        self._done += rows

    @property
    def is_done(self) -> bool:
        return self._future.done()

    def wait(self, label: str, language: Language) -> T:
        """Draw a progress bar until the task is done; returns its result or raises its exception."""
        bar = st.empty()
        while not self.is_done:
            share = self._done / self._whole if self._whole else self._done / (self._done + _HALF)
            bar.progress(min(share, 1.0), label.format(count=language.numbers.count(self._done)))
            wait([self._future], _LOOK_EVERY_SECONDS)
        bar.empty()
        return self._future.result()
