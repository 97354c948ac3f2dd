"""A progress bar: one line that is redrawn on a terminal, otherwise one line for each step."""

import sys
from time import monotonic
from typing import Final, TextIO

_WIDTH: Final = 30


class Bar:
    """Call it with the share done (0 to 1) and the name of the step."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._started = monotonic()
        self._step = ""

    def __call__(self, share: float, label: str) -> None:
        seconds = monotonic() - self._started
        if self._stream.isatty():
            filled = round(share * _WIDTH)
            line = f"\r[{'#' * filled}{'.' * (_WIDTH - filled)}] {share:4.0%}  {label:<20} {seconds:5.1f} s"
            self._stream.write(line + ("\n" if share >= 1 else ""))
        elif label != self._step:
            self._stream.write(f"{share:4.0%}  {label} ({seconds:.1f} s)\n")
        self._step = label
        self._stream.flush()
