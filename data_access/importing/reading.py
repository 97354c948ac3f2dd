"""A file as tables of texts, read by a child process whose death harms nobody else."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final, cast

import orjson
import polars as pl

from data_access.importing.files.refusal import Refused
from model import settings
from model.edges import Json

_FEW_THREADS: Final = {"POLARS_MAX_THREADS": "2"}  # each more reserves memory of its own
ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE: Final = 180.0  # seconds until a file that is still being read is given up, and
_PATIENCE_A_BYTE: Final = 0.5 / 2**20  # so much more: half a second a megabyte


@dataclass
class RawTable:
    """One sheet: columns c0, c1, ... of texts (files/marks.py), `line` (number of the row in the file), `width`."""

    sheet: str | None
    frame: pl.DataFrame
    hidden_lines: frozenset[int] = frozenset()
    counts: dict[str, int] = field(default_factory=dict)
    hidden_columns: frozenset[int] = frozenset()
    is_text: bool = False  # of a CSV, where a row may have too few cells


@dataclass
class RawFile:
    """The content that the child read. `notices` are codes with parameters, `encoding` is empty for workbooks."""

    container: str
    tables: list[RawTable]
    notes: dict[str, int]
    notices: list[tuple[str, Json]]
    encoding: Json


def read_file(path: Path, encoding: str | None = None, progress: Callable[[int], None] | None = None) -> RawFile:
    """All visible sheets of the file. Raises Refused with the reason."""
    command = [sys.executable, "-m", "data_access.importing.files.child", str(path.resolve())]
    if encoding:
        command.append(encoding)
    with subprocess.Popen(  # noqa: S603 (our own module; the file name is one argument, not a shell's text)
        command,
        cwd=ROOT,
        env=settings.environment(unless_set=_FEW_THREADS),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        timer = threading.Timer(PATIENCE + path.stat().st_size * _PATIENCE_A_BYTE, child.kill)
        timer.start()
        try:
            return _assemble(_messages(cast("IO[bytes]", child.stdout)), progress)
        finally:
            timer.cancel()
            child.kill()


def _messages(pipe: IO[bytes]) -> Iterator[Json]:
    while True:
        length = pipe.read(4)
        if len(length) < 4:
            # No final message: killed by a limit, by the parser itself or by us.
            raise Refused("reader_died")
        message: Json = orjson.loads(pipe.read(int.from_bytes(length, "big")))
        if "done" in message:
            return
        if "refused" in message:
            raise Refused(message["refused"], **message["params"])
        if "frame" in message:
            message["frame"] = pl.read_ipc_stream(pipe.read(message["frame"]))
        yield message


def _assemble(messages: Iterator[Json], progress: Callable[[int], None] | None) -> RawFile:
    file = RawFile("", [], {}, [], {})
    chunks: list[pl.DataFrame] = []
    for message in messages:
        if "container" in message:
            file.container, file.notes = message["container"], message["notes"]
        elif "encoding" in message:
            file.encoding = message
        elif "notice" in message:
            file.notices.append((message["notice"], message["params"]))
        elif "sheet" in message:
            _close(file, chunks)
            file.tables.append(RawTable(message["sheet"], pl.DataFrame(), is_text=file.container == "csv"))
        elif "counts" in message:
            file.tables[-1].counts = message["counts"]
            file.tables[-1].hidden_lines = frozenset(message["hidden_lines"])
            file.tables[-1].hidden_columns = frozenset(message["hidden_columns"])
        else:
            chunks.append(message["frame"] if "frame" in message else _chunk(message))
            if progress:
                progress(chunks[-1].height)
    _close(file, chunks)
    return file


def _chunk(message: Json) -> pl.DataFrame:
    columns = {f"c{place}": pl.Series(column, dtype=pl.String) for place, column in enumerate(message["columns"])}
    numbers = {
        "line": pl.Series(message["lines"], dtype=pl.Int64),
        "width": pl.Series(message["widths"], dtype=pl.Int64),
    }
    return pl.DataFrame({**numbers, **columns})


def _close(file: RawFile, chunks: list[pl.DataFrame]) -> None:
    if file.tables and chunks:
        frame = pl.concat(chunks, how="diagonal", rechunk=False)
        chunks.clear()
        # Only where chunks differ in width: a copy of a million rows is a third of a gigabyte.
        file.tables[-1].frame = frame.with_columns(
            pl.col(name).fill_null("") for name in frame.columns if frame[name].null_count()
        )
    chunks.clear()
