"""One run of a source: changes are understood, checked and saved as a batch; open questions wait."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from data_access.database.errors import NotSaved
from data_access.database.permissions import require_everything
from data_access.database.transactions import reading, writing
from data_access.importing.bulk import Progress
from data_access.importing.choices import Choices
from data_access.importing.remarks import Severity
from data_access.importing.saving import Saved, save
from data_access.importing.syncing import state
from data_access.importing.syncing.from_database import fetch_changes, fetch_keys
from data_access.importing.syncing.from_folder import fetch_files, seen, with_read
from data_access.importing.syncing.from_web import fetch_pages
from data_access.importing.syncing.read_before import fingerprint, is_repeated, remembering
from data_access.importing.syncing.row_file import RowFile, Waiting, write_rows
from data_access.importing.syncing.settings import SourceSettings, duration
from data_access.importing.understanding import understand
from data_access.importing.understood import Understood
from model.clock import this_moment
from model.edges import Row
from model.reader import Reader

_FETCH: Final = {"database": fetch_changes, "web": fetch_pages}
_CHECK: Final = "24h"


@dataclass(frozen=True)
class Ran:
    """The result of a run: new, changed and same rows, waiting rows, and codes the source no longer has."""

    counts: tuple[int, int, int] = (0, 0, 0)
    waiting: int = 0
    deleted: Sequence[str] = ()
    unanswered: Sequence[Understood] = field(default=())  # files and rows with a question that holds all of them up


def run_once(url: str, settings: SourceSettings, by: Reader) -> Ran:
    """Read the source once. Raises NotSaved; then the next run begins where the last whole one ended."""
    with writing(url) as connection:
        mark, waiting, checked = state.begin(connection, settings)
    try:
        if settings.type == "folder":
            ran = _take_files(url, settings, by, mark)
        else:
            ran = _take_rows(url, settings, by, mark, waiting)
        deleted = _look_for_deleted(url, settings, checked)
    except NotSaved as problem:
        with writing(url) as connection:
            state.fail(connection, settings.name, f"{problem.code}: {problem.params.get('reason', '')}")
        raise
    return Ran(ran.counts, ran.waiting, deleted, ran.unanswered)


def choices_of(settings: SourceSettings, by: Reader) -> Choices:
    """The choices for a source, which is right about its rows: changes replace stored values, wrong rows wait."""
    choices = Choices(settings.programme, settings.kind, by, replace=True, keep_good=True, sender=settings.file_name)
    return choices.changed(**settings.answers)


def _take_rows(url: str, settings: SourceSettings, by: Reader, mark: Row, waiting: Waiting) -> Ran:
    with tempfile.TemporaryDirectory(prefix="sync-") as folder:
        # A source that is read whole says itself what is still there.
        is_whole = settings.type == "database" and not settings.option("changed")
        rows = RowFile(Path(folder) / "rows.csv", settings, {} if is_whole else waiting)
        before, mark = mark, _FETCH[settings.type](settings, mark, rows)
        rows.finish()
        if not rows.rows:
            return _nothing_new(url, settings, mark, 0)
        # The overlap brings the same rows again and again.
        may_repeat = before and settings.option("changed") and not waiting
        content_mark = fingerprint(url, settings, rows) if may_repeat else ""
        if content_mark and is_repeated(before, content_mark):
            return _nothing_new(url, settings, remembering(mark, content_mark), rows.rows)
        understood = understand(url, rows.path, choices_of(settings, by), name=settings.file_name)
        counts, unanswered = _saved(url, understood)
        open_rows = rows.at(range(2, rows.rows + 2) if unanswered else understood.left_out["line"].to_list())
        if content_mark and not (open_rows or unanswered or counts[0] or counts[1]):
            mark = remembering(mark, content_mark)
    with writing(url) as connection:
        state.succeed(connection, settings.name, mark, open_rows)
    return Ran(counts, len(open_rows), unanswered=(understood,) if unanswered else ())


def _nothing_new(url: str, settings: SourceSettings, mark: Row, same: int) -> Ran:
    with writing(url) as connection:
        state.succeed(connection, settings.name, mark, {})
    return Ran((0, 0, same))


def _saved(url: str, understood: Understood) -> tuple[tuple[int, int, int], bool]:
    """Counts of the saved rows, and whether a question blocks everything; rows that are all wrong ask nothing."""
    if understood.of(Severity.QUESTION) or understood.of(Severity.REFUSED):
        return (0, 0, 0), True
    return (save(url, understood).counts, False) if understood.may_be_saved else ((0, 0, 0), False)


def _take_files(url: str, settings: SourceSettings, by: Reader, mark: Row) -> Ran:
    """Save each file as a batch of its own; one with a question stays until answered, and blocks no other."""
    counts, unanswered = (0, 0, 0), list[Understood]()
    for file in fetch_files(settings, mark):
        before = seen(settings, file)
        understood = understand(url, file, choices_of(settings, by).changed(keep_good=False), name=file.name)
        if any(
            remark.code == "no_such_file" for remark in understood.remarks
        ):  # the network share disappeared while it was read
            raise NotSaved("source_away", source=settings.name, reason=file.name)
        if not understood.may_be_saved:
            unanswered.append(understood)
            continue
        new = save(url, understood).counts
        counts = (counts[0] + new[0], counts[1] + new[1], counts[2] + new[2])
        mark = with_read(mark, settings, file, before, understood.sha256)
        with writing(url) as connection:
            state.succeed(connection, settings.name, mark, {})
    with writing(url) as connection:
        state.succeed(connection, settings.name, mark, {})
        if unanswered:
            state.fail(connection, settings.name, "questions: " + ", ".join(remark.name for remark in unanswered))
    return Ran(counts, len(unanswered), unanswered=unanswered)


def _look_for_deleted(url: str, settings: SourceSettings, checked: datetime | None) -> list[str]:
    every: timedelta = duration(settings.option("check_deleted_every", _CHECK))
    if settings.type != "database" or (checked and checked <= this_moment() < checked + every):
        return []
    keys = fetch_keys(settings)
    if keys is None:
        return []
    with writing(url) as connection:
        return state.note_deleted(connection, settings, keys)


def waiting_file(url: str, name: str, folder: Path, by: Reader) -> Path:
    """The waiting rows of a source as a file to answer about; they are of all units. Raises NotAllowed."""
    require_everything(by, "import")
    with reading(url) as connection:
        rows = state.waiting_rows(connection, name)
    file = folder / "waiting.csv"
    write_rows(file, rows)
    return file


def save_waiting(url: str, name: str, understood: Understood, progress: Progress | None = None) -> Saved:
    """Save staff's answers about the waiting rows of a source, which then wait no longer. Raises as `save` does."""
    saved = save(url, understood, as_previewed=True, progress=progress)
    if "code" in understood.rows.columns:
        with writing(url) as connection:
            state.end_waiting(connection, name, understood.rows["code"].to_list())
    return saved
