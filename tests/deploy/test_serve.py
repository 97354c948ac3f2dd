"""Several processes behind a proxy: killing one of them costs no reader a view."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError

import psutil
import pytest

from tests.browser.watching import open_at, settle
from tests.postgresql import free_port
from tests.serving import PROJECT

STARTS_WITHIN = 90


@pytest.fixture
def fleet(demo_database: str, program, tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Address and process of `make serve` with two processes."""
    program("nginx", "nginx-light")
    port = free_port()
    settings = {"DATABASE_URL": demo_database, "PORT": str(port), "PROCESSES": "2"}
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "deploy.serve"], cwd=PROJECT, env=os.environ | settings, stdout=log, stderr=log
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_until_ready(address, tmp_path / "log")
            yield address, process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(40)


def wait_until_ready(address: str, log: Path) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        with suppress(URLError, ConnectionError, TimeoutError), urllib.request.urlopen(f"{address}/readyz", timeout=20):
            return
        time.sleep(0.2)
    raise RuntimeError(log.read_text()[-3000:])


def workers(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    return [one for one in psutil.Process(process.pid).children() if "asgi.py" in one.cmdline()]


def tabs(worker: psutil.Process) -> int:
    """Connections through the proxy that stay open: those of tabs."""
    return sum(1 for line in worker.net_connections("tcp") if line.status == psutil.CONN_ESTABLISHED)


def _is_read(process: subprocess.Popen[bytes]) -> bool:
    with suppress(psutil.Error):  # one that has just ended
        return any(tabs(one) > 0 for one in workers(process))
    return False


def _until(is_so: Callable[[], bool], within: float = 60) -> None:
    until = time.monotonic() + within
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.1)


@pytest.mark.browser
def test_a_reader_of_a_killed_process_goes_on_with_the_same_view(fleet, chromium):
    address, process = fleet
    context = chromium.new_context(base_url=address, viewport={"width": 1366, "height": 768}, locale="en-US")
    page = context.new_page()
    open_at(page, "/?region=tn&lang=en")
    before = page.locator(".head p").inner_text()
    assert "Central Highlands" in page.locator("body").inner_text()
    _, serving = sorted(workers(process), key=tabs)

    serving.kill()
    serving.wait(10)
    # By the other process, or by the one that takes the place of the killed one, whichever is there first.
    _until(lambda: _is_read(process))
    settle(page)

    assert page.locator(".head p").inner_text() == before
    assert "region=tn" in page.url
    assert "Central Highlands" in page.locator("body").inner_text()
    _until(lambda: len(workers(process)) == 2)
    context.close()


def test_stopping_leaves_nothing_behind(fleet):
    _, process = fleet
    family = psutil.Process(process.pid).children(recursive=True)
    assert len(family) >= 3

    process.send_signal(signal.SIGTERM)

    assert process.wait(40) == 0
    assert not psutil.wait_procs(family, timeout=10)[1]
