"""A progress bar for people: one line that is drawn again, or one line per step where nobody watches."""

import sys
from time import monotonic
from typing import Final, TextIO

_WIDTH: Final = 30


class Bar:
    """Call it with the share done (0 to 1) and of what."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._started = monotonic()
        self._step = ""

    def __call__(self, share: float, what: str) -> None:
        seconds = monotonic() - self._started
        if self._stream.isatty():
            done = round(share * _WIDTH)
            line = f"\r[{'#' * done}{'.' * (_WIDTH - done)}] {share:4.0%}  {what:<20} {seconds:5.1f} s"
            self._stream.write(line + ("\n" if share >= 1 else ""))
        elif what != self._step:
            self._stream.write(f"{share:4.0%}  {what} ({seconds:.1f} s)\n")
        self._step = what
        self._stream.flush()
