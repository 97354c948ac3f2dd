"""One run of a source: what changed is understood, checked and saved as a batch; what is open waits."""

import csv
import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from data_access.database.errors import NotSaved
from data_access.database.permissions import require_everything
from data_access.database.transactions import reading, writing
from data_access.importing.choices import Choices, Kind
from data_access.importing.headings import field_of, heading_of
from data_access.importing.remarks import Severity
from data_access.importing.saving import save
from data_access.importing.syncing import state
from data_access.importing.syncing.fetched import Fetched, Row
from data_access.importing.syncing.from_database import fetch_changes, fetch_keys
from data_access.importing.syncing.from_folder import fetch_files, seen, with_read
from data_access.importing.syncing.from_web import fetch_pages
from data_access.importing.syncing.settings import SourceSettings, duration
from data_access.importing.understanding import understand
from data_access.importing.understood import Understood
from model.reader import Reader

_FETCH: Final = {"database": fetch_changes, "folder": fetch_files, "web": fetch_pages}
_CODE: Final = heading_of(Kind.INITIATIVES, "code")
_CHECK: Final = "24h"


@dataclass(frozen=True)
class Ran:
    """What a run did: new, changed and same rows, rows that wait, codes the source no longer has."""

    counts: tuple[int, int, int] = (0, 0, 0)
    waiting: int = 0
    deleted: Sequence[str] = ()
    asked: Sequence[Understood] = field(default=())  # files and rows with a question that holds all of them up


def run_once(url: str, settings: SourceSettings, by: Reader) -> Ran:
    """Read the source once. Raises NotSaved; then the next run begins where the last whole one ended."""
    with writing(url) as connection:
        mark, waiting, checked = state.begin(connection, settings)
    try:
        if settings.type == "folder":
            ran = _take_files(url, settings, by, _FETCH[settings.type](settings, mark))
        else:  # not held by a name here: a million rows are heavy
            ran = _take_rows(url, settings, by, _FETCH[settings.type](settings, mark), waiting)
        deleted = _look_for_deleted(url, settings, checked)
    except NotSaved as problem:
        with writing(url) as connection:
            state.fail(connection, settings.name, f"{problem.code}: {problem.params.get('reason', '')}")
        raise
    return Ran(ran.counts, ran.waiting, deleted, ran.asked)


def choices_of(settings: SourceSettings, by: Reader) -> Choices:
    """The source is the truth about its rows: what it changes replaces what is stored, what is wrong waits."""
    choices = Choices(settings.programme, settings.kind, by, replace=True, keep_good=True, sender=settings.file_name)
    return choices.changed(**settings.answers)


def _take_rows(url: str, settings: SourceSettings, by: Reader, fetched: Fetched, waiting: state.Waiting) -> Ran:
    named = _named(settings, fetched.rows)
    answered = _answered_by(named) if waiting else set()
    rows = {key: row for key, row in waiting.items() if key not in answered}
    rows |= {_key_of(row): row for row in named}
    if not rows:
        with writing(url) as connection:
            state.succeed(connection, settings.name, fetched.mark, {})
        return Ran()
    with tempfile.TemporaryDirectory(prefix="sync-") as folder:
        file = Path(folder) / "rows.csv"
        write_rows(file, list(rows.values()))
        keys, mark = list(rows), fetched.mark
        del rows, named, fetched
        understood = understand(url, file, choices_of(settings, by), name=settings.file_name)
        counts, asked = _saved(url, understood)
        lines = range(2, len(keys) + 2) if asked else understood.left_out["line"].to_list()
        left = _rows_at(file, keys, set(lines))
    with writing(url) as connection:
        state.succeed(connection, settings.name, mark, left)
    return Ran(counts, len(left), asked=(understood,) if asked else ())


def _rows_at(file: Path, keys: Sequence[str], lines: set[int]) -> state.Waiting:
    """The rows on these lines of the file, by their keys."""
    if not lines:
        return {}
    with file.open(encoding="utf-8", newline="") as content:
        rows = csv.DictReader(content)
        return {keys[place]: dict(row) for place, row in enumerate(rows) if place + 2 in lines}


def _saved(url: str, understood: Understood) -> tuple[tuple[int, int, int], bool]:
    """Counts of what was saved, and whether a question holds up everything. Rows that are all wrong ask nothing."""
    if understood.of(Severity.QUESTION) or understood.of(Severity.REFUSED):
        return (0, 0, 0), True
    return (save(url, understood).counts, False) if understood.may_be_saved else ((0, 0, 0), False)


def _named(settings: SourceSettings, rows: Sequence[Row]) -> list[dict[str, str]]:
    """The rows under this side's headings, with the fixed values."""
    headings = {column: _heading(settings, name) for column, name in settings.columns.items()}
    fixed = {_heading(settings, name): value for name, value in settings.fixed.items()}
    if not headings:
        return [{**row, **fixed} for row in rows]
    return [{**{heading: row.get(column, "") for column, heading in headings.items()}, **fixed} for row in rows]


def _heading(settings: SourceSettings, name: str) -> str:
    found = field_of(settings.kind, name)
    return heading_of(settings.kind, found) if found else name


def _key_of(row: Mapping[str, str]) -> str:
    """A row that comes once more, by a repeated page or an overlap, is the same row; without a code by what it says."""
    return row.get(_CODE) or _says(row)


def _says(row: Mapping[str, str]) -> str:
    told = sorted((name, value) for name, value in row.items() if name != _CODE)
    return "?" + hashlib.sha256(repr(told).encode()).hexdigest()[:20]


def _answered_by(rows: Sequence[Mapping[str, str]]) -> set[str]:
    """Keys of rows that waited for a code and have come with one."""
    return {_says(row) for row in rows if row.get(_CODE)}


def write_rows(file: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """Rows as a file, one line each."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    with file.open("w", encoding="utf-8", newline="") as content:
        writer = csv.DictWriter(content, names, restval="")
        writer.writeheader()
        writer.writerows({name: " ".join(str(value).split()) for name, value in row.items()} for row in rows)


def _take_files(url: str, settings: SourceSettings, by: Reader, fetched: Fetched) -> Ran:
    """Each file is a batch of its own. One with a question stays until it is answered, and holds up no other."""
    mark, counts, asked = dict(fetched.mark), (0, 0, 0), []
    for file in fetched.files:
        before = seen(file)
        understood = understand(url, file, choices_of(settings, by).changed(keep_good=False), name=file.name)
        if not understood.may_be_saved:
            asked.append(understood)
            continue
        new = save(url, understood).counts
        counts = (counts[0] + new[0], counts[1] + new[1], counts[2] + new[2])
        mark = with_read(mark, settings, file, before, understood.sha256)
        with writing(url) as connection:
            state.succeed(connection, settings.name, mark, {})
    with writing(url) as connection:
        state.succeed(connection, settings.name, mark, {})
        if asked:
            state.fail(connection, settings.name, "questions: " + ", ".join(one.name for one in asked))
    return Ran(counts, len(asked), asked=asked)


def _look_for_deleted(url: str, settings: SourceSettings, checked: datetime | None) -> list[str]:
    every: timedelta = duration(settings.option("check_deleted_every", _CHECK))
    if settings.type != "database" or (checked and datetime.now() < checked + every):
        return []
    keys = fetch_keys(settings)
    if keys is None:
        return []
    with writing(url) as connection:
        return state.note_deleted(connection, settings, keys)


def waiting_file(url: str, name: str, folder: Path, by: Reader) -> Path:
    """The rows of a source that wait, as a file to answer about: they are of all units. Raises NotAllowed."""
    require_everything(by, "import")
    with reading(url) as connection:
        rows = state.waiting_rows(connection, name)
    file = folder / "waiting.csv"
    write_rows(file, rows)
    return file
