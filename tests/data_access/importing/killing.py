"""Children that import until they are killed, forked from a process that has read the program and nothing else."""

import multiprocessing
import time
from multiprocessing.connection import Connection

from data_access.importing.saving import save
from data_access.importing.understood import Understood
from data_access.importing.undoing import undo

# No thread, no connection and no frame is there to be forked; starting Python 50 times was most of the test.
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload([__name__, "pytest"])


def run_and_kill(url: str, understood: Understood, delay: float) -> None:
    """Save and take back in a child, `delay` seconds long."""
    heard, ready = _FORKS.Pipe(duplex=False)
    child = _FORKS.Process(target=_save_and_take_back, args=(url, understood, ready))
    child.start()
    try:
        assert heard.poll(30) and heard.recv() == "ready"
        time.sleep(delay)
    finally:
        child.kill()
        child.join()


def _save_and_take_back(url: str, understood: Understood, ready: Connection) -> None:
    ready.send("ready")
    while True:
        undo(url, save(url, understood).batch, understood.choices.by)
