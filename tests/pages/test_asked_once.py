"""No query runs twice while a page is built, however many of its sections need the answer."""

import threading
from collections import Counter
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest

from interface.shell.page_list import PAGES
from tests.pages.running import open_page
from tests.serving import PROJECT

ROOM = str(PROJECT / "data_access")
# One with every block, one with a unit in focus, one of the ledger.
VIEWS = {
    "everything": {"as_of": "2022-04-20T08:00", "phase": "1"},
    "a unit": {"as_of": "2022-04-11T08:00", "unit": ["LD-38"], "lang": "en"},
    "printed": {"basis": "published", "as_of": "2022-05-01T08:00"},
}


@contextmanager
def watched() -> Iterator[Counter[Hashable]]:
    """Counts the queries that run, by name and arguments, and the slices that are cut."""
    questions: Counter[Hashable] = Counter()

    def watch(frame: FrameType, event: str, _arg: Any) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(ROOM) and code.co_name.startswith(("fetch_", "_make_slice")):
            given = (frame.f_locals[name] for name in code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount])
            questions[(code.co_name, *(one for one in given if isinstance(one, Hashable)))] += 1

    threading.setprofile(watch)
    try:
        yield questions
    finally:
        threading.setprofile(None)  # type: ignore[arg-type]


def test_the_watch_sees_what_is_queried_twice():
    with watched() as question:
        thread = threading.Thread(target=lambda: [fetch_nothing("a"), fetch_nothing("a"), fetch_nothing("b")])
        thread.start()
        thread.join()

    assert question == {("fetch_nothing",): 3}


def fetch_nothing(what: str) -> str:
    return what


fetch_nothing.__code__ = fetch_nothing.__code__.replace(co_filename=f"{ROOM}/nothing.py")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("script", [page.script for page in PAGES])
def test_no_question_is_queried_twice_in_one_run(demo, monkeypatch, script, view):
    open_page()  # the process has read its data
    monkeypatch.setenv("DASHBOARD_REPLAY", "off")
    with watched() as query:
        page = open_page(script, **VIEWS[view])

    assert not page.exception
    assert not {question: times for question, times in query.items() if times > 1}
