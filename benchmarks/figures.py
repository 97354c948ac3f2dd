"""Measured values and their table."""

import os
import platform
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

_CPU: Final = Path("/proc/cpuinfo")


@dataclass(frozen=True)
class Figure:
    """One measurement. `values` and `target` (an upper limit) are in `unit`: s or ms."""

    what: str
    values: Sequence[float]
    unit: str
    target: float | None = None

    @property
    def row(self) -> tuple[str, ...]:
        """Cells of the table: what, median, range, target, kept."""
        median = statistics.median(self.values)
        verdict = "" if self.target is None else "yes" if median <= self.target else "NO"
        aim = "" if self.target is None else f"≤ {self.target:g}"
        numbers = (f"{_short(value)}" for value in (min(self.values), median, max(self.values)))
        return (self.what, self.unit, *numbers, str(len(self.values)), aim, verdict)


def timed(run: Callable[[], object]) -> float:
    """The seconds a call takes."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def milliseconds(runs: Iterable[Callable[[], object]]) -> list[float]:
    return [1000 * timed(run) for run in runs]


def table(figures: Iterable[Figure]) -> str:
    """The table in Markdown, as quoted in the README."""
    heads = ("what", "unit", "min", "median", "max", "runs", "target", "kept")
    rows = [heads, ("---", "---", "---:", "---:", "---:", "---:", "---:", "---"), *(figure.row for figure in figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def machine() -> str:
    """The machine, date and load of the measurement: other work makes medians and maxima worse."""
    models = [line for line in _lines(_CPU) if line.startswith("model name")]
    model = models[0].partition(":")[2].strip() if models else platform.processor() or platform.machine()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = os.getloadavg()[0]
    busy = f"load {load:.1f}" + (", busy: read the minima" if load > (cores or 1) / 2 else "")
    return f"{datetime.now():%d/%m/%Y %H:%M} · {model}, {cores} cores, Python {platform.python_version()} · {busy}"


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
