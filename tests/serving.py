"""The app itself, started as `make run` starts it, on a free port of loopback."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from tests.postgresql import free_port

PROJECT = Path(__file__).parents[1]
STARTS_WITHIN = 40  # seconds, on a machine that runs the other tests too


@contextmanager
def serving(
    database_url: str,
    log: Path,
    *,
    command: tuple[str, ...] = ("asgi.py",),
    port: int | None = None,
    settings: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """Address of a running app that reads `database_url`; what it says is written to `log`.

    “{port}” in `command` is its port, for servers that do not know PORT.
    """
    port = port or free_port()
    environment = (
        os.environ
        | dict(settings or {})
        | {"DATABASE_URL": database_url, "PORT": str(port), "STREAMLIT_SERVER_PORT": str(port)}
    )
    with log.open("w") as said:
        process = subprocess.Popen(
            [sys.executable, *(word.format(port=port) for word in command)],
            cwd=PROJECT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_until_healthy(address, process, log)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    give_up = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < give_up:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise RuntimeError(f"The app did not start:\n{log.read_text()[-3000:]}")
