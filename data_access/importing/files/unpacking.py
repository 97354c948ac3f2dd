"""The child process `python -m data_access.importing.files.unpacking FILE.zip FOLDER`: a ZIP of files, unpacked.

Files are numbered in FOLDER: a path in a ZIP may point anywhere. Standard output says in JSON what each was called.
"""

import contextlib
import sys
import zipfile
from pathlib import Path
from typing import BinaryIO

import orjson

from data_access.importing.files import limits
from data_access.importing.files.checks import check_files, check_unlocked, limit_process
from data_access.importing.files.refusal import Refused


def main(arguments: list[str], pipe: BinaryIO) -> None:
    """Unpack within the limits; {"names": {path: name}} or {"refused": code, "params": {}}."""
    limit_process(limits.CHILD_MEMORY)
    try:
        answer: dict[str, object] = {"names": _unpack(Path(arguments[0]), Path(arguments[1]))}
    except Refused as refusal:
        answer = {"refused": refusal.code, "params": refusal.params}
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError, MemoryError):
        answer = {"refused": "broken_file", "params": {}}
    pipe.write(orjson.dumps(answer))
    pipe.flush()


def _unpack(path: Path, folder: Path) -> dict[str, str]:
    names: dict[str, str] = {}
    room = limits.most_text()
    with zipfile.ZipFile(path) as parts:
        infos = [info for info in parts.infolist() if not info.is_dir()]
        check_files(len(infos))
        check_unlocked(infos)
        for nth, info in enumerate(infos):
            file = folder / f"{nth:05d}{Path(info.filename).suffix.lower()[:6]}"
            room -= _write(parts, info, file, room)
            names[file.name] = info.filename
    return names


def _write(parts: zipfile.ZipFile, info: zipfile.ZipInfo, file: Path, allowed: int) -> int:
    size = 0
    with parts.open(info) as part, file.open("wb") as content:
        while block := part.read(limits.MEBIBYTE):
            size += len(block)
            if size > allowed:
                raise Refused(
                    "file_too_large",
                    megabytes=f"> {limits.most_text() // limits.MEBIBYTE}",
                    most=limits.most_text() // limits.MEBIBYTE,
                )
            if limits.is_too_dense(size, info.compress_size):
                raise Refused("unpacks_too_large")
            content.write(block)
    return size


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        main(sys.argv[1:], sys.stdout.buffer)
