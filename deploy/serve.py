"""`make serve`: PROCESSES processes of the app behind nginx on PORT of this machine. Ended processes are restarted."""

import os
import resource
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Final
from urllib.error import URLError

from deploy.proxy import LOOPBACK, nginx
from model import settings

_PROJECT: Final = Path(__file__).parents[1]
_STARTS_WITHIN: Final = 60.0  # seconds
_LOOK_EVERY: Final = 0.3
_STOPS_WITHIN: Final = 15.0
_MOST_FILES: Final = 65536  # four a tab
_SHARED: Final = str(settings.Setting.SHARED_ANSWERS)
_SECRET: Final = "STREAMLIT_SERVER_COOKIE_SECRET"  # noqa: S105 (the name of a setting)


class Fleet:
    """The processes of the app, each on its own port, sharing answers through a folder."""

    def __init__(self, ports: list[int], shared: str) -> None:
        # One secret for all: a form opened from one process may be sent to another.
        self._environment = settings.environment(unless_set={_SECRET: secrets.token_hex(32), _SHARED: shared})
        self.processes = {port: self._start(port) for port in ports}

    def wait_until_ready(self) -> None:
        """Wait for all processes; raises RuntimeError where one does not start."""
        until = time.monotonic() + _STARTS_WITHIN
        for port, process in self.processes.items():
            while not _is_healthy(port):
                if process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"The process on port {port} did not start.")
                time.sleep(0.1)

    def replace_the_dead(self) -> None:
        """Restart each process that ended, on the same port."""
        for port, process in self.processes.items():
            if process.poll() is not None:
                print(f"The process on port {port} ended with {process.returncode}; another one starts.", flush=True)
                self.processes[port] = self._start(port)

    def stop(self) -> None:
        """Terminate all processes, killing those that do not end."""
        for process in self.processes.values():
            process.terminate()
        until = time.monotonic() + _STOPS_WITHIN
        for process in self.processes.values():
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0.1, until - time.monotonic()))
            process.kill()

    def _start(self, port: int) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "asgi.py"],
            cwd=_PROJECT,
            env=self._environment | {"PORT": str(port)},
            stdin=subprocess.DEVNULL,
        )


def main() -> int:
    """Serve until interrupted."""
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if program is None:
        print("nginx is needed, and none was found here. On Debian: sudo apt-get install nginx-light", file=sys.stderr)
        return 1
    try:
        listen, number = settings.port(), settings.processes()
        settings.base_path()
    except settings.Misconfigured as problem:
        print(problem, file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, _leave)
    shared = tempfile.mkdtemp(prefix="dashboard-answers-")  # this user's alone
    fleet = Fleet(free_ports(number), shared)
    try:
        fleet.wait_until_ready()
        _serve_behind(program, fleet, listen)
    except RuntimeError as problem:
        print(problem, file=sys.stderr)
        return 1
    except (KeyboardInterrupt, SystemExit):
        return 0
    finally:
        fleet.stop()
        shutil.rmtree(shared, ignore_errors=True)
    return 1


def _serve_behind(program: str, fleet: Fleet, listen: int) -> None:
    """Run nginx; returns only when it ends unexpectedly."""
    with tempfile.TemporaryDirectory(prefix="dashboard-serve-") as folder:
        configuration = _write_configuration(
            Path(folder), nginx(list(fleet.processes), listen=listen, base=settings.base_path())
        )
        proxy = subprocess.Popen([program, "-c", str(configuration), "-p", folder], stdin=subprocess.DEVNULL)  # noqa: S603
        address = f"http://{LOOPBACK}:{listen}{settings.base_path()}"
        print(f"Open {address} in a browser. {len(fleet.processes)} processes. Ctrl+C stops them.", flush=True)
        try:
            while proxy.poll() is None:
                time.sleep(_LOOK_EVERY)
                fleet.replace_the_dead()
        finally:
            proxy.terminate()
            proxy.wait(_STOPS_WITHIN)


def free_ports(number: int) -> list[int]:
    """Unused ports of this machine."""
    probes = [socket.socket() for _ in range(number)]
    try:
        for probe in probes:
            probe.bind((LOOPBACK, 0))
        return [int(probe.getsockname()[1]) for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def _write_configuration(folder: Path, inside: str) -> Path:
    """Write an nginx configuration that needs no privileges and keeps all its files in the folder."""
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;\n" if os.geteuid() == 0 else ""
    file = folder / "nginx.conf"
    file.write_text(
        f"daemon off;\n{user}pid {folder}/nginx.pid;\nerror_log stderr error;\nworker_processes auto;\n"
        f"worker_rlimit_nofile {_most_files()};\nevents {{ worker_connections 16384; }}\n"
        f"http {{\naccess_log off;\n{temporary}{inside}\n}}\n",
        encoding="utf-8",
    )
    return file


def _most_files() -> int:
    """The limit of open files for this user."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    return _MOST_FILES if most == resource.RLIM_INFINITY else min(_MOST_FILES, most)


def _is_healthy(port: int) -> bool:
    with (
        suppress(URLError, ConnectionError, TimeoutError),
        urllib.request.urlopen(f"http://{LOOPBACK}:{port}/healthz", timeout=2),
    ):
        return True
    return False


def _leave(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)


if __name__ == "__main__":
    sys.exit(main())
