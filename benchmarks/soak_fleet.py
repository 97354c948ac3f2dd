"""The app processes of `benchmarks.soak` and `.many_tabs`: read, measured, killed."""

import os
from dataclasses import dataclass
from random import Random

import psutil  # type: ignore[import-untyped]


@dataclass(frozen=True)
class Fleet:
    """The app behind nginx on a loopback port."""

    port: int

    def processes(self) -> list[psutil.Process]:
        """The processes of the app itself."""
        family = psutil.Process(os.getpid()).children(recursive=True)
        return [process for process in family if "asgi.py" in _command(process)]

    def memory(self) -> list[float]:
        """The memory of each process, in MB."""
        return [_memory(process) for process in self.processes()]

    def cpu_seconds(self) -> list[float]:
        """Processor time of each so far."""
        return [times.user + times.system for times in (process.cpu_times() for process in self.processes())]

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
