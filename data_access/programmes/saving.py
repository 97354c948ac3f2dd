"""A set-up is saved whole or not at all; a preview is the same write, rolled back."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, func, select

from data_access.database.audit_log import note
from data_access.database.insert import insert_one
from data_access.database.permissions import require_everything, signature
from data_access.database.schema import import_batch, unit
from data_access.database.transactions import writing
from data_access.database.versions import raise_without_rows
from data_access.importing.programme_state import State, keep_state, state_of
from data_access.importing.writing import write_units_made
from data_access.programmes.checking_stored import check_stored
from data_access.programmes.differing import Change, Counts, count_changes, list_changes
from data_access.programmes.pages import in_a_file
from data_access.programmes.reading import read_setup
from data_access.programmes.setup import Finding
from data_access.programmes.versions import mark_of
from data_access.programmes.writing import write_setup
from data_access.programmes.written import province_names
from data_access.reference.ids import find_programme_id, programme_ids
from model.clock import this_second
from model.reader import Reader

KIND: Final = "programme"


@dataclass(frozen=True)
class Loaded:
    """What a load or its preview changes. `changes`: new, changed and removed rows of each table; `cells`: which.

    `remarks`: what is read all the same and worth a look.
    `before` marks the version that it was compared with; where another one was expected, nothing was saved (`is_late`).
    """

    code: str
    findings: tuple[Finding, ...]
    changes: Counts
    cells: tuple[Change, ...] = ()
    batch: int | None = None
    is_new: bool = False
    before: str = ""
    is_late: bool = False
    remarks: tuple[Finding, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether nothing changes."""
        return not self.findings and not any(any(counts) for counts in self.changes.values())


class _TakenBack(Exception):  # noqa: N818 (the end of a preview, not an error)
    """Raised to roll back the write of a preview."""


def load_setup(
    url: str, path: Path, by: Reader, *, name: str | None = None, dry_run: bool = False, expected: str | None = None
) -> Loaded:
    """Read, check and save a set-up workbook. Raises NotSaved and NotAllowed; findings mean that nothing was saved.

    `expected` marks the version that somebody looked at: where another one is there by now, nothing is saved.
    """
    require_everything(by, "manage_programmes")
    setup = read_setup(path)
    results: list[Loaded] = []
    with _taken_back(), writing(url) as connection:
        programme_id = find_programme_id(connection, setup.programme.get("code"))
        check_stored(connection, setup, programme_id)
        code = str(setup.programme.get("code") or "")
        if setup.findings:
            results.append(Loaded(code, tuple(setup.findings), {}))
            raise _TakenBack
        before = state_of(connection, programme_id or 0)
        newest = connection.scalar(select(func.max(unit.c.id))) or 0
        number = write_setup(connection, setup, programme_id, name or path.name, signature(by))
        after = state_of(connection, number)
        cells = list_changes(before, after, province_names(connection))
        mark = mark_of(before)
        late = expected is not None and expected != mark
        new = programme_id is None
        loaded = Loaded(code, (), count_changes(before, after), cells, is_new=new, before=mark, is_late=late)
        loaded = replace(loaded, remarks=tuple(setup.remarks))
        results.append(loaded)
        if dry_run or loaded.is_same or late:
            raise _TakenBack
        batch = _note(connection, path, name, number, before, loaded, by)
        new_units = connection.scalars(select(unit.c.id).where(unit.c.id > newest).order_by(unit.c.id)).all()
        write_units_made(connection, batch, list(new_units))
        results.append(replace(loaded, batch=batch))
    return results[-1]


def load_content(
    url: str, content: bytes, name: str, by: Reader, *, dry_run: bool = False, expected: str | None = None
) -> Loaded:
    """Read, check and save a set-up workbook that is in memory."""
    with in_a_file(content, "setup.xlsx") as path:
        return load_setup(url, path, by, name=name, dry_run=dry_run, expected=expected)


def load_from_memory(
    load: Callable[..., Loaded], url: str, content: bytes, code: str, by: Reader, *, name: str, dry_run: bool = False
) -> Loaded:
    """Let `load` (load_readiness, load_examples) read, check and save a file that is in memory."""
    with in_a_file(content, "rows.xlsx") as path:
        return load(url, path, code, by, name=name, dry_run=dry_run)


@contextmanager
def _taken_back() -> Iterator[None]:
    try:
        yield
    except _TakenBack:
        return


def _note(
    connection: Connection, path: Path, name: str | None, number: int, before: State, loaded: Loaded, by: Reader
) -> int:
    now = this_second()
    values = {
        "programme_id": number,
        "kind": KIND,
        "who": signature(by),
        "imported_at": now,
        "file_name": name or path.name,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "rows": sum(sum(counts) for counts in loaded.changes.values()),
    }
    batch = insert_one(connection, import_batch, values)
    keep_state(connection, batch, number, before)
    note(connection, signature(by), "programme_load", batch=batch, programme=loaded.code, changes=loaded.changes)
    refresh_readers(connection)
    return batch


def refresh_readers(connection: Connection) -> None:
    """Announce changed names, membership and default to every reader's next click."""
    for number in programme_ids(connection):
        raise_without_rows(connection, number)
