"""The processes of the app that `benchmarks.soak` and `.many_tabs` read, weigh and end."""

import os
from dataclasses import dataclass
from random import Random

import psutil  # type: ignore[import-untyped]


@dataclass(frozen=True)
class Fleet:
    """The app behind nginx on a port of loopback."""

    port: int

    def processes(self) -> list[psutil.Process]:
        """Those of the app alone."""
        family = psutil.Process(os.getpid()).children(recursive=True)
        return [one for one in family if "asgi.py" in _command(one)]

    def memory(self) -> list[float]:
        """Of each process, in MB."""
        return [_memory(one) for one in self.processes()]

    def kill_one(self, draw: Random) -> None:
        draw.choice(self.processes()).kill()


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


def _memory(process: psutil.Process) -> float:
    try:
        return float(process.memory_info().rss) / 2**20
    except psutil.Error:
        return 0.0
