"""A real MariaDB for tests of sources: Debian's, installed where it is missing and root allows it."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError

from tests import debian
from tests.postgresql import free_port

_STARTS_WITHIN = 60
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
_QUICK = (
    "--skip-networking=0",
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-buffer-pool-size=32M",
    "--skip-log-bin",
)


@contextmanager
def running_mariadb() -> Iterator[str]:
    """Address of an own server on a free port of loopback with the database `portal`, removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="maria-"))
    data, port = folder / "data", free_port()
    user = ["--user=root"] if os.geteuid() == 0 else []
    where = ["--no-defaults", f"--datadir={data}", *user]
    made = [_program("mariadb-install-db"), *where, "--auth-root-authentication-method=normal", "--skip-test-db"]
    subprocess.run(made, check=True, capture_output=True)
    command = [_program("mariadbd"), *where, f"--socket={folder}/socket", f"--port={port}", "--bind-address=127.0.0.1"]
    server = subprocess.Popen([*command, *_QUICK], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _prepare(f"mysql+pymysql://root@127.0.0.1:{port}/", server)
        yield f"mysql+pymysql://root@127.0.0.1:{port}/portal?charset=utf8mb4"
    finally:
        server.kill()
        server.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def _prepare(url: str, server: "subprocess.Popen[bytes]") -> None:
    engine, give_up = create_engine(url), time.monotonic() + _STARTS_WITHIN
    while True:
        try:
            with engine.begin() as connection:
                connection.exec_driver_sql("CREATE DATABASE portal CHARACTER SET utf8mb4")
        except DBAPIError:
            if server.poll() is not None or time.monotonic() > give_up:
                raise
            time.sleep(0.2)
        else:
            engine.dispose()
            return


def _program(name: str) -> str:
    program = shutil.which(name, path=_PATH)
    if program is None:
        install()
        program = shutil.which(name, path=_PATH)
    if program is None:
        raise RuntimeError(f"No {name} here. Install it (apt-get install mariadb-server) and run the tests again.")
    return program


def install() -> None:
    """Install Debian's package, where root allows it."""
    debian.install("mariadb-server")
