"""A folder for files: each is read once, after it is complete."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from data_access.database.errors import NotSaved
from data_access.importing.files.refusal import Refused
from data_access.importing.opening import ENDINGS, sha256_of
from data_access.importing.syncing.settings import SourceSettings
from model.edges import Json, Row

_SETTLED: Final = "5"  # seconds without a write, after which a file is taken for whole


def fetch_files(settings: SourceSettings, mark: Row) -> list[Path]:
    """The files that were not read yet, the oldest first. Raises NotSaved (source_away)."""
    folder = Path(settings.option("path"))
    seconds = float(settings.option("settled_seconds", _SETTLED))
    files_before = dict(mark.get("files", {}))
    try:
        if not folder.is_dir():
            raise NotSaved("source_away", source=settings.name, reason=str(folder))
        paths = folder.glob(settings.option("pattern", "*"))
        there = [path for path in paths if path.is_file() and path.suffix.lower().removeprefix(".") in ENDINGS]
        whole = _whole([path for path in there if not path.name.endswith(".loi.csv")], seconds)
        new = [path for path in whole if _is_new(path, files_before.get(_key(folder, path)))]
        return sorted(new, key=lambda path: path.stat().st_mtime)
    except (OSError, Refused) as problem:  # a file may go while we look, and so may a share
        raise settings.away(problem) from problem


def _whole(files: list[Path], seconds: float) -> list[Path]:
    """Files unchanged for some seconds; where a clock is ahead, ours or the share's, they are looked at twice."""
    now = time.time()
    ahead = {file: _seen(file) for file in files if file.stat().st_mtime > now}
    settled = [file for file in files if file.stat().st_mtime <= now - seconds]
    if ahead:
        time.sleep(seconds)
    return settled + [file for file, before in ahead.items() if _seen(file) == before]


def seen(settings: SourceSettings, file: Path) -> list[int]:
    """Identifies the state of a file without reading it. Raises NotSaved (source_away)."""
    try:
        return _seen(file)
    except OSError as problem:
        raise settings.away(problem) from problem


def _seen(file: Path) -> list[int]:
    """Its size, and when it was written."""
    now = file.stat()
    return [now.st_size, now.st_mtime_ns]


def with_read(mark: Row, settings: SourceSettings, file: Path, before: list[int], sha256: str) -> Json:
    """The mark with one more file as it was `before` its reading, so that later writes are read again."""
    entry = {"seen": before, "sha256": sha256}
    return {**mark, "files": {**mark.get("files", {}), _key(Path(settings.option("path")), file): entry}}


def _key(folder: Path, file: Path) -> str:
    return str(file.relative_to(folder))


def _is_new(file: Path, entry: Any) -> bool:
    """Whether a file was not read in this state; a merely touched one is read to find out."""
    if isinstance(entry, Mapping):
        return list(entry["seen"]) != _seen(file) and entry["sha256"] != sha256_of(file)
    return bool(entry != sha256_of(file))  # a mark of before sizes were kept
