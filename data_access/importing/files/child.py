"""The child process `python -m data_access.importing.files.child FILE [ENCODING]`, messages on standard output."""

import contextlib
import resource
import sys
from pathlib import Path
from typing import BinaryIO

import orjson

from data_access.importing.files import delimited, limits
from data_access.importing.files.checks import limit_process
from data_access.importing.files.container import Container, inspect
from data_access.importing.files.emission import Emission
from data_access.importing.files.encodings import find_encoding
from data_access.importing.files.refusal import Refused


def main(arguments: list[str], pipe: BinaryIO) -> None:
    """Read one file within the limits and send its content."""
    # Less memory than the machine has: a bomb ends this process, with an error the parent understands.
    limit_process(limits.CHILD_MEMORY_OF_TEXT)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    emission = Emission(pipe)
    try:
        path = Path(arguments[0])
        container = inspect(path)
        if container.kind != "csv":
            resource.setrlimit(resource.RLIMIT_AS, (limits.CHILD_MEMORY, limits.CHILD_MEMORY))
        emission.send(container=container.kind, notes=container.notes)
        _send_tables(path, container, arguments[1] if len(arguments) > 1 else None, emission)
    except Refused as refusal:
        emission.send(refused=refusal.code, params=refusal.params)
    except (ValueError, OverflowError, LookupError, orjson.JSONEncodeError):
        emission.send(refused="broken_file", params={})  # numbers and references that no spreadsheet writes
    except OSError:  # its network share disappeared while it was read
        emission.send(refused="no_such_file", params={})
    except MemoryError:
        emission.send(refused="reader_died", params={})
    emission.send(done=True)
    pipe.flush()


def _send_tables(path: Path, container: Container, encoding: str | None, emission: Emission) -> None:
    if container.kind == "csv":
        guess = find_encoding(path, encoding)
        delimiter, skipped = delimited.find_delimiter(path, guess)
        emission.send(encoding=guess.name, is_guess=guess.is_guess, legacy=guess.legacy, delimiter=delimiter)
        emission.send(sheet=None)
        if path.stat().st_size > limits.WORTH_BLOCKS:
            from data_access.importing.files.plain_blocks import read_plain  # noqa: PLC0415 (Polars takes half a second)

            for progress, frame in read_plain(path, guess, delimiter, skipped):
                emission.send_frame(frame)
                skipped = progress
        emission.send_rows(delimited.read_rows(path, guess, delimiter, skipped))
    elif container.kind == "xlsx":
        from data_access.importing.files.workbook import send_workbook  # noqa: PLC0415 (a CSV needs none of it)

        send_workbook(path, emission)
    else:
        from data_access.importing.files.older_books import send_book  # noqa: PLC0415 (a CSV needs none of it)

        send_book(path, emission)


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        main(sys.argv[1:], sys.stdout.buffer)
