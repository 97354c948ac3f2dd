"""Debian's PgBouncer before a PostgreSQL of the tests: transactions of all clients share very few connections."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.debian import install
from tests.postgresql import free_port

CONNECTIONS = 2
_STARTS_WITHIN = 20.0  # seconds


@contextmanager
def pooled(url: str) -> Iterator[str]:
    """The address of the same database behind a pool in transaction mode."""
    program = shutil.which("pgbouncer") or shutil.which("/usr/sbin/pgbouncer") or _installed()
    address, port = make_url(url), free_port()
    folder = Path(tempfile.mkdtemp(prefix="pgbouncer-"))
    folder.chmod(0o755)
    settings = folder / "pgbouncer.ini"
    settings.write_text(
        f"[databases]\n* = host={address.host} port={address.port} user={address.username}\n"
        f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\nauth_type = any\n"
        f"pool_mode = transaction\ndefault_pool_size = {CONNECTIONS}\nmax_client_conn = 100\n"
    )
    process = subprocess.Popen(
        [program, "-q", str(settings)],
        user="nobody" if os.geteuid() == 0 else None,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield address.set(port=port).render_as_string(hide_password=False)
    finally:
        process.terminate()
        process.wait(10)
        shutil.rmtree(folder)


def _installed() -> str:
    install("pgbouncer")
    program = shutil.which("/usr/sbin/pgbouncer")
    if program is None:
        pytest.fail("PgBouncer is missing: sudo apt-get install pgbouncer")
    return program


def _wait_for(port: int) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < until, "PgBouncer did not start."
            time.sleep(0.05)
        else:
            return
