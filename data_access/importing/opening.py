"""A file opened for understanding: read once, with its kind, encoding and repairs reported."""

import hashlib
from pathlib import Path
from typing import Final

from data_access.importing.bulk import Progress
from data_access.importing.bundles import ENDINGS as FILES
from data_access.importing.bundles import KIND, is_bundle, read_bundle
from data_access.importing.choices import Choices
from data_access.importing.files.cell_values import as_shown
from data_access.importing.files.legacy import OLD
from data_access.importing.files.refusal import Refused
from data_access.importing.old_fonts import convert, recognise_old_font
from data_access.importing.reading import RawFile, read_file
from data_access.importing.remarks import Remarks, Severity

_EXTENSIONS: Final = {**FILES, KIND: ()}
ENDINGS: Final = tuple(ending.removeprefix(".") for endings in FILES.values() for ending in endings)


def sha256_of(path: Path) -> str:
    """Fingerprint of the content. Raises Refused where the file cannot be opened."""
    try:
        if path.is_dir():
            parts = sorted((str(file.relative_to(path)), sha256_of(file)) for file in path.rglob("*") if file.is_file())
            return hashlib.sha256(repr(parts).encode()).hexdigest()
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as problem:
        raise Refused("no_such_file") from problem


def open_file(path: Path, name: str, choices: Choices, remarks: Remarks, progress: Progress | None = None) -> RawFile:
    """All texts of the file; `progress` hears how many more rows were read. Raises Refused."""
    try:
        file = (read_bundle if is_bundle(path) else read_file)(path, choices.encoding, progress)
    except OSError as problem:  # its network share disappeared while it was read
        raise Refused("no_such_file") from problem
    if file.container != KIND and Path(name).suffix and not name.lower().endswith(_EXTENSIONS[file.container]):
        remarks.say(Severity.WARNING, "wrong_extension", found=file.container, extension=Path(name).suffix)
    for code, count in file.notes.items():
        remarks.say(Severity.WARNING, code, count=count)
    for code, params in file.notices:
        remarks.say(Severity.WARNING, code, **params)
    for code in ("stray_cells", "filled_down"):
        count = sum(table.counts.get(code, 0) for table in file.tables)
        if count:
            remarks.say(Severity.WARNING, code, count=count)
    _say_encoding(file, choices, remarks)
    return file


def _say_encoding(file: RawFile, choices: Choices, remarks: Remarks) -> None:
    encoding = file.encoding
    old = encoding.get("legacy") or (choices.encoding if choices.encoding in OLD else recognise_old_font(file))
    if old and not encoding.get("legacy"):
        convert(file, old)
    if old and choices.encoding != old:
        remarks.say(Severity.QUESTION, "legacy_encoding", encoding=old, preview=_preview(file))
    elif old:
        remarks.say(Severity.WARNING, "legacy_converted", encoding=old)
    elif encoding.get("is_guess"):
        remarks.say(Severity.WARNING, "guessed_encoding", encoding=encoding["encoding"])


def _preview(file: RawFile) -> list[str]:
    """Three rows of the file, converted, for staff to judge."""
    for table in file.tables:
        rows = table.frame.drop("line", "width", strict=False).slice(1, 3).rows() if table.frame.height else []
        if rows:
            return [" | ".join(as_shown(cell) for cell in row if cell)[:160] for row in rows]
    return []
