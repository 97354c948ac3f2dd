"""`python -m data_access lake publish`: the rows of the database into the lake, changed days only, all or nothing."""

import fcntl
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Table, select

from data_access.database.connections import open_engine
from data_access.database.lake import (
    CURRENT,
    FILE,
    VERSIONS,
    Day,
    Manifest,
    PublishedPart,
    folder_of,
    published,
    write_manifest,
)
from data_access.database.parallel import made_ahead
from data_access.database.schema import data_version, unit
from data_access.database.transactions import allow_reading_everything
from data_access.lake.changed import days_to_read, rows_by_day
from data_access.lake.files import as_arrow, day_folder, schema_of, write_file
from data_access.lake.reading import by_day, read_days

BESIDE: Final = (data_version, unit)  # small tables that questions about rows join or compare with
_AT_ONCE: Final = 200_000  # rows in memory
_KEPT: Final = 3  # versions: questions that began before go on with theirs

Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class Publication:
    """The result of publishing: the manifest, and the number of days read and written anew."""

    manifest: Manifest
    days_read: int
    days_written: int

    @property
    def is_new(self) -> bool:
        return self.days_written > 0


def publish(url: str, lake: Path, *, everything: bool = False, progress: Progress | None = None) -> Publication:
    """Bring the lake to the state of the database. `everything`: read every day, whatever is known of changes.

    Readers see the version before or the whole of the new one. Raises DataAccessError, OSError.
    """
    lake.mkdir(parents=True, exist_ok=True)
    engine = open_engine(url, read_only=True)
    try:
        with _alone(lake), engine.connect() as connection:
            allow_reading_everything(connection)
            return _publish(connection, lake, published(lake), progress or _silent, everything=everything)
    finally:
        engine.dispose()


def _publish(
    connection: Connection, lake: Path, before: Manifest, progress: Progress, *, everything: bool
) -> Publication:
    number = before.number + 1
    unfinished = folder_of(lake, number).with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    parts, days_read, days_written = {}, 0, 0
    for row in connection.execute(select(data_version).order_by(data_version.c.programme_id)).all():
        old = before.parts.get(row.programme_id)
        state = PublishedPart(row.version, row.changed_at, row.last_uploaded_at)
        counts = rows_by_day(connection, row.programme_id)
        days = days_to_read(connection, row.programme_id, None if everything else old, state, counts)
        fresh = _write_days(connection, unfinished, row.programme_id, {day: counts[day] for day in days}, progress)
        old_days = old.days if old else {}
        unchanged = {day: old_days[day] for day in counts if day not in fresh}
        _share(folder_of(lake, before.number), unfinished, row.programme_id, unchanged)
        parts[row.programme_id] = PublishedPart(*_state(state), {**unchanged, **fresh})
        days_read += len(fresh)
        days_written += sum(old_days.get(day) != stamp for day, stamp in fresh.items()) + len(
            old_days.keys() - counts.keys()
        )
    manifest = Manifest(number, parts)
    if before.number and before.parts == parts:
        shutil.rmtree(unfinished)
        return Publication(before, days_read, 0)
    for table in BESIDE:
        write_file(unfinished / table.name, as_arrow(_all(connection, table), schema_of(table)))
    write_manifest(unfinished, manifest)
    _show(lake, unfinished, number)
    return Publication(manifest, days_read, days_written)


def _state(part: PublishedPart) -> tuple[int, Any, Any]:
    return part.version, part.changed_at, part.last_uploaded_at


def _write_days(
    connection: Connection, folder: Path, programme_id: int, counts: Mapping[int, int], progress: Progress
) -> dict[int, Day]:
    new_days: dict[int, Day] = {}
    for rows in made_ahead(read_days(connection, programme_id, days) for days in _batches(counts)):
        for day, of_day in by_day(rows):
            new_days[day] = Day(of_day.num_rows, write_file(day_folder(folder, programme_id, day), of_day))
        progress(len(new_days) / len(counts), f"programme {programme_id}")
    return new_days


def _batches(counts: Mapping[int, int]) -> Iterator[list[int]]:
    """Days whose rows are read together."""
    batch: list[int] = []
    held = 0
    for day, count in sorted(counts.items()):
        if batch and held + count > _AT_ONCE:
            yield batch
            batch, held = [], 0
        batch.append(day)
        held += count
    if batch:
        yield batch


def _all(connection: Connection, table: Table) -> list[Any]:
    return list(connection.execute(select(table).order_by(*table.primary_key)))


def _share(old: Path, new: Path, programme_id: int, days: Collection[int]) -> None:
    """Reuse a day of the version before: by a hard link, or a copy where the file system has none."""
    for day in days:
        source, goal = (day_folder(folder, programme_id, day) for folder in (old, new))
        goal.mkdir(parents=True)
        try:
            os.link(source / FILE, goal / FILE)
        except OSError:
            shutil.copyfile(source / FILE, goal / FILE)


def _show(lake: Path, unfinished: Path, number: int) -> None:
    """Switch readers to the version, whose files are on disk before."""
    os.sync()
    unfinished.rename(folder_of(lake, number))
    beside = lake / f"{CURRENT}.new"
    beside.write_text(f"{number}\n")
    with beside.open() as file:
        os.fsync(file.fileno())
    beside.replace(lake / CURRENT)
    for old in sorted((lake / VERSIONS).iterdir())[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _alone(lake: Path) -> Iterator[None]:
    """Hold the lock of the lake, after any other publication has ended."""
    with (lake / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _silent(_done: float, _what: str) -> None: ...
