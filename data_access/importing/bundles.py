"""Several files in a folder or a ZIP, treated like the sheets of one workbook."""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import orjson

from data_access.importing.files import limits
from data_access.importing.files.checks import check_files
from data_access.importing.files.refusal import Refused
from data_access.importing.reading import PATIENCE, ROOT, RawFile, read_file

ENDINGS: Final = {
    "csv": (".csv", ".txt", ".tsv"),
    "xlsx": (".xlsx", ".xlsm"),
    "xls": (".xls",),
    "xlsb": (".xlsb",),
    "ods": (".ods",),
}
KIND: Final = "bundle"
ZIP: Final = ".zip"
_READ: Final = tuple(ending for endings in ENDINGS.values() for ending in endings)
_LEFT_BY_SYSTEMS: Final = ("__MACOSX", "Thumbs.db", "desktop.ini")
_OF_OURS: Final = ".loi.csv"  # rows that were left out of an earlier import
Progress = Callable[[int], None]


def is_bundle(path: Path) -> bool:
    """Whether `path` is a folder or a ZIP of files to read together."""
    return path.is_dir() or path.suffix.lower() == ZIP


def read_bundle(path: Path, encoding: str | None = None, progress: Progress | None = None) -> RawFile:
    """All sheets of all files. Raises Refused, which names the file that cannot be read."""
    with _files_of(path) as files:
        readable = [(name, file) for name, file in files if name.lower().endswith(_READ)]
        if not readable:
            raise Refused("no_files", endings=", ".join(_READ))
        whole = RawFile(KIND, [], {}, [], {})
        notes: Counter[str] = Counter()
        for name, file in readable:
            file_read = _read(name, file, encoding, progress)
            notes.update(file_read.notes)
            whole.notices += [(code, _within(name, params)) for code, params in file_read.notices]
            whole.encoding = max(whole.encoding, file_read.encoding, key=_weight)
            filled = [table for table in file_read.tables if table.frame.height]
            whole.tables += [
                replace(table, sheet=name if len(filled) < 2 else f"{name} › {table.sheet}") for table in filled
            ]
            if not filled:
                whole.notices.append(("empty_inside", {"sheets": [name]}))
        others = [name for name, _ in files if not name.lower().endswith(_READ)]
        if others:
            whole.notices.append(("files_not_read", {"sheets": others}))
        return replace(whole, notes=dict(notes), notices=_joined(whole.notices))


def _read(name: str, file: Path, encoding: str | None, progress: Progress | None) -> RawFile:
    """One file in its own encoding; the choice of staff applies to files without a declared one."""
    try:
        try:
            return read_file(file, None, progress)
        except Refused as refusal:
            if refusal.code != "unknown_encoding" or not encoding:
                raise
            return read_file(file, encoding, progress)
    except Refused as refusal:
        raise Refused("inside", file=name, inside=refusal.code, **refusal.params) from refusal


def _weight(encoding: dict[str, object]) -> int:
    """The most uncertain of several encodings, which staff should see."""
    return 2 if encoding.get("legacy") else 1 if encoding.get("is_guess") else 0 if encoding else -1


def _within(name: str, params: dict[str, object]) -> dict[str, object]:
    sheets = params.get("sheets")
    return {**params, "sheets": [f"{name} › {sheet}" for sheet in sheets]} if isinstance(sheets, list) else params


def _joined(notes: list[tuple[str, dict[str, object]]]) -> list[tuple[str, dict[str, object]]]:
    """One remark of each kind, about all files together."""
    by_code: dict[str, list[str]] = {}
    for code, params in notes:
        by_code.setdefault(code, []).extend(map(str, params["sheets"]))  # type: ignore[call-overload]
    return [(code, {"sheets": sheets}) for code, sheets in by_code.items()]


@contextmanager
def _files_of(path: Path) -> Iterator[list[tuple[str, Path]]]:
    """Names and paths of the files, ordered by name."""
    if path.is_dir():
        files = [(str(file.relative_to(path)), file) for file in path.rglob("*") if file.is_file()]
        _limit(files)
        yield sorted(file for file in files if _is_meant(file[0]))
        return
    with TemporaryDirectory(prefix="unpacked-") as place:
        folder = Path(place)
        names = _unpacked(path, folder)
        yield sorted((name, folder / file_name) for file_name, name in names.items() if _is_meant(name))


def _is_meant(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    is_left = any((part.startswith((".", "~$")) and part != "..") or part in _LEFT_BY_SYSTEMS for part in parts)
    return not is_left and not name.endswith(_OF_OURS)


def _limit(files: list[tuple[str, Path]]) -> None:
    check_files(len(files))
    size = sum(file.stat().st_size for _, file in files)
    if size > limits.most_text():
        most = limits.most_text() // limits.MEBIBYTE
        raise Refused("file_too_large", megabytes=size // limits.MEBIBYTE, most=most)


def _unpacked(path: Path, folder: Path) -> dict[str, str]:
    command = [sys.executable, "-m", "data_access.importing.files.unpacking", str(path.resolve()), str(folder)]
    try:
        process = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603 (our own module)
        content = orjson.loads(process.stdout)
    except (subprocess.TimeoutExpired, orjson.JSONDecodeError) as problem:
        raise Refused("reader_died") from problem
    if "refused" in content:
        raise Refused(content["refused"], **content["params"])
    return dict(content["names"])
