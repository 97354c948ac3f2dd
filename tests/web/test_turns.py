"""Scripts take turns: a few at once, changes before first pages, and none waits for a slow one."""

import threading
import time
from dataclasses import dataclass, field

import pytest
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

from web.turns import LATER, Turns, in_turns

LONG = 30.0  # seconds: no script of these tests takes so long
WITHIN = 20.0


@dataclass
class Scripts:
    """Scripts that run until they are ended by name, in threads of their own."""

    turns: Turns
    began: list[str] = field(default_factory=list)
    threads: list[threading.Thread] = field(default_factory=list)
    ends: dict[str, threading.Event] = field(default_factory=dict)

    def start(self, name: str, later: float = 0.0) -> None:
        """Ask for a turn, and return once it has begun or waits."""
        self.ends[name] = threading.Event()
        waiting = len(self.turns._waiting)
        self.threads.append(threading.Thread(target=self._run, args=(name, later)))
        self.threads[-1].start()
        self.wait_until(lambda: name in self.began or len(self.turns._waiting) > waiting)

    def end(self, name: str, next_one: str = "") -> None:
        self.ends[name].set()
        self.wait_until(lambda: not next_one or next_one in self.began)

    def end_all(self) -> None:
        for end in self.ends.values():
            end.set()
        for thread in self.threads:
            thread.join(WITHIN)
            assert not thread.is_alive()

    @staticmethod
    def wait_until(condition) -> None:
        give_up = time.monotonic() + WITHIN
        while not condition():
            assert time.monotonic() < give_up
            time.sleep(0.001)

    def _run(self, name: str, later: float) -> None:
        with self.turns.turn(later):
            self.began.append(name)
            self.ends[name].wait(WITHIN)


def test_two_run_and_the_others_follow_in_the_order_in_which_they_came():
    scripts = Scripts(Turns(2, LONG))
    for name in "abcd":
        scripts.start(name)

    assert scripts.began == ["a", "b"]
    scripts.end("b", "c")
    scripts.end("a", "d")
    assert scripts.began == ["a", "b", "c", "d"]
    scripts.end_all()


def test_a_change_goes_before_first_pages_that_came_earlier_but_not_before_one_that_is_due():
    now = [100.0]
    scripts = Scripts(Turns(1, LONG, clock=lambda: now[0]))
    scripts.start("running")
    scripts.start("first page", later=4.0)
    scripts.start("change")
    now[0] = 104.5
    scripts.start("later change")

    for name in ("running", "change", "first page"):
        scripts.end(name, {"running": "change", "change": "first page", "first page": "later change"}[name])
    assert scripts.began == ["running", "change", "first page", "later change"]
    scripts.end_all()


def test_a_script_that_waits_for_the_database_keeps_nobody_waiting():
    scripts = Scripts(Turns(1, 0.02))
    scripts.start("slow")

    scripts.start("next")
    scripts.wait_until(lambda: "next" in scripts.began)

    assert not scripts.ends["slow"].is_set()
    scripts.end_all()


def test_a_script_that_fails_gives_its_turn_back():
    turns = Turns(1, LONG)
    with pytest.raises(ValueError, match="broken"), turns.turn():
        raise ValueError("broken")

    scripts = Scripts(turns)
    scripts.start("next")
    assert scripts.began == ["next"]
    scripts.end_all()


@pytest.mark.parametrize(
    ("request_", "later"),
    [
        (RerunData(page_script_hash="overview"), 0.0),
        (RerunData(page_script_hash="overview", fragment_id_queue=["menu"]), 0.0),
        (RerunData(), LATER),  # by an address
        (RerunData(page_script_hash="overview", fragment_id_queue=["news"], is_auto_rerun=True), LATER),
    ],
)
def test_clicks_are_due_at_once_first_pages_and_looks_for_new_data_later(request_: RerunData, later: float):
    delays: list[float] = []

    class Noting(Turns):
        def turn(self, later: float = 0.0):
            delays.append(later)
            return super().turn(later)

    ran: list[RerunData] = []
    in_turns(lambda _runner, request: ran.append(request), Noting(2, LONG))(object(), request_)

    assert (delays, ran) == ([later], [request_])
