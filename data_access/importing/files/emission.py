"""Rows on their way to the parent, in chunks, column by column, without blank or endless rest."""

import io
from collections.abc import Iterable
from itertools import zip_longest
from typing import Any, BinaryIO, Protocol

import orjson

from data_access.importing.files import limits, marks
from data_access.importing.files.refusal import Refused


class Frame(Protocol):
    """A frame of Polars, which most files can be read without."""

    def write_ipc_stream(self, file: io.BytesIO) -> object:
        """Write the table as Arrow."""


class Emission:
    """Writes messages to a pipe. Each is its length in four bytes and then JSON."""

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe = pipe
        self._expanded = 0
        self._rows = 0

    def send(self, **message: Any) -> None:
        """Write a message as JSON, its length in four bytes before it."""
        data = orjson.dumps(message)
        self._pipe.write(len(data).to_bytes(4, "big") + data)

    def send_frame(self, frame: Frame) -> None:
        """Many rows at once (line, width, c0, c1, ...), as Arrow writes them."""
        data = io.BytesIO()
        frame.write_ipc_stream(data)
        self.send(frame=data.tell())
        self._pipe.write(data.getbuffer())

    def send_rows(self, rows: Iterable[tuple[int, list[str]]]) -> None:
        """Write rows in chunks. Raises Refused where the texts add up to more than a workbook may hold."""
        lines: list[int] = []
        cells: list[list[str]] = []
        for line, row in rows:
            lines.append(line)
            cells.append(self._shortened(row))
            if len(lines) >= limits.CHUNK:
                self._flush(lines, cells)
                lines, cells = [], []
        if lines:
            self._flush(lines, cells)

    def _flush(self, lines: list[int], cells: list[list[str]]) -> None:
        columns = [list(column) for column in zip_longest(*cells, fillvalue="")]
        self.send(lines=lines, widths=[len(row) for row in cells], columns=columns)

    def _shortened(self, row: list[str]) -> list[str]:
        self._rows += 1
        self._expanded += sum(map(len, row))
        if self._expanded > min(limits.MOST_EXPANDED, limits.FREE_TO_EXPAND + limits.MOST_OF_A_ROW * self._rows):
            raise Refused("unpacks_too_large")
        if max(map(len, row), default=0) <= limits.LONGEST_CELL:
            return row
        return [
            cell if len(cell) <= limits.LONGEST_CELL else marks.TOO_LONG + cell[: limits.LONGEST_CELL] for cell in row
        ]
