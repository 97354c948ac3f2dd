"""The provider's three processes: directory, login page, web server."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Final

from deploy.provider.people import DirectoryError, create_branches
from deploy.provider.portal import directory_address

PACKAGES: Final = (
    "nginx-light",
    "slapd",
    "ldap-utils",
    "lemonldap-ng-fastcgi-server",
    "liblemonldap-ng-portal-perl",
    "libnet-ldap-perl",
    "libio-string-perl",
    "libunicode-string-perl",
    "libgd-securityimage-perl",
    "libstring-random-perl",
    "libimage-magick-perl",
    "libio-socket-timeout-perl",
)
_PROGRAMS: Final = ("slapd", "llng-fastcgi-server", "nginx", "ldapadd", "ldappasswd", "ldapdelete")
_PATH: Final = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_STARTS_WITHIN: Final = 30.0  # seconds
_STOPS_WITHIN: Final = 10.0
_LOOK_EVERY: Final = 0.1
_PORTAL_PROCESSES: Final = "2"


def missing_programs() -> list[str]:
    """Programs to be installed from Debian packages."""
    return [name for name in _PROGRAMS if shutil.which(name, path=_PATH) is None]


def run(folder: Path, ready: Callable[[], None]) -> int:
    """Serve until interrupted, or until one process ends; then stop all and return 1."""
    signal.signal(signal.SIGTERM, _leave)
    try:
        with running_provider(folder) as programs:
            ready()
            while all(program.poll() is None for program in programs):
                time.sleep(_LOOK_EVERY)
            return 1
    except (KeyboardInterrupt, SystemExit):
        return 0


@contextmanager
def running_provider(folder: Path) -> Iterator[list["subprocess.Popen[bytes]"]]:
    """Context manager: the three processes, ready to answer. Raises RuntimeError where one does not start."""
    if os.geteuid() == 0 and folder.stat().st_uid == 0:
        raise RuntimeError(
            f"{folder} belongs to root, and the login page refuses to run as root. Give it away: chown -R"
        )
    for file in [*(folder / "run").glob("*.sock"), *(folder / "run").glob("*.pid")]:
        file.unlink()
    programs: list[subprocess.Popen[bytes]] = []
    try:
        for name, words, is_ready in _programs(folder):
            programs.append(_start(folder, name, *words))
            _wait_until(is_ready, programs[-1], name)
        yield programs
    finally:
        for program in reversed(programs):
            program.terminate()
            with suppress(subprocess.TimeoutExpired):
                program.wait(_STOPS_WITHIN)
            program.kill()


def _programs(folder: Path) -> tuple[tuple[str, tuple[str, ...], Callable[[], bool]], ...]:
    """Name, command line and readiness check of each process, in starting order."""
    place = folder / "run"
    return (
        (
            "slapd",
            ("-f", f"{folder}/slapd.conf", "-h", directory_address(folder), "-d", "0"),
            lambda: _has_tree(folder),
        ),
        (
            "llng-fastcgi-server",
            (
                "--foreground",
                "--proc",
                _PORTAL_PROCESSES,
                "--socket",
                f"{place}/portal.sock",
                "--pid",
                f"{place}/portal.pid",
            ),
            (place / "portal.sock").exists,
        ),
        ("nginx", ("-p", str(folder), "-c", f"{folder}/nginx.conf", "-g", "daemon off;"), (place / "nginx.pid").exists),
    )


def _start(folder: Path, *words: str) -> "subprocess.Popen[bytes]":
    """Start a process as the folder's owner: none needs root, and the login page refuses to run as root."""
    owner = folder.stat()
    is_root = os.geteuid() == 0
    return subprocess.Popen(  # noqa: S603
        words,
        cwd=folder,
        env={"PATH": _PATH, "LLNG_DEFAULTCONFFILE": str(folder / "lemonldap-ng.ini"), "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        user=owner.st_uid if is_root else None,
        group=owner.st_gid if is_root else None,
        extra_groups=[] if is_root else None,
    )


def _wait_until(is_ready: Callable[[], bool], program: "subprocess.Popen[bytes]", name: str) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while not is_ready():
        if program.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"{name} did not start; what it says stands above.")
        time.sleep(_LOOK_EVERY)


def _has_tree(folder: Path) -> bool:
    with suppress(DirectoryError):
        create_branches(folder)
        return True
    return False


def _leave(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)
