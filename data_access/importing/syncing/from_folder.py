"""A folder into which files are dropped: each is taken once it is whole, and once."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from data_access.database.errors import NotSaved
from data_access.importing.opening import ENDINGS, sha256_of
from data_access.importing.syncing.fetched import Fetched
from data_access.importing.syncing.settings import SourceSettings

_SETTLED: Final = "5"  # seconds without a write, after which a file is taken for whole


def fetch_files(settings: SourceSettings, mark: Mapping[str, Any]) -> Fetched:
    """The files that were not read yet, the oldest first. Raises NotSaved (source_away)."""
    folder = Path(settings.option("path"))
    if not folder.is_dir():
        raise NotSaved("source_away", source=settings.name, reason=str(folder))
    settled = time.time() - float(settings.option("settled_seconds", _SETTLED))
    known = dict(mark.get("files", {}))
    pattern = settings.option("pattern", "*")
    there = [one for one in folder.glob(pattern) if one.is_file() and one.suffix.lower().removeprefix(".") in ENDINGS]
    whole = [one for one in there if one.stat().st_mtime <= settled and not one.name.endswith(".loi.csv")]
    new = [one for one in whole if known.get(one.name) != sha256_of(one)]
    return Fetched(files=sorted(new, key=lambda one: one.stat().st_mtime), mark=dict(mark))


def with_read(mark: Mapping[str, Any], file: Path) -> dict[str, Any]:
    """The mark after one more file."""
    return {**mark, "files": {**mark.get("files", {}), file.name: sha256_of(file)}}
