"""A set-up is saved whole or not at all; a preview is the same write, taken back before anybody sees it."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, select

from data_access.database.audit_log import note
from data_access.database.errors import NotSaved
from data_access.database.insert import insert_one
from data_access.database.permissions import require_everything, signature
from data_access.database.schema import import_batch, phase, programme, programme_unit, unit
from data_access.database.transactions import writing
from data_access.database.versions import raise_version
from data_access.importing.programme_state import State, has_records, keep_state, state_of
from data_access.programmes.checking import check
from data_access.programmes.reading import read_setup
from data_access.programmes.setup import Finding, Setup
from data_access.programmes.writing import write_setup
from model.reader import Reader

KIND: Final = "programme"


@dataclass(frozen=True)
class Loaded:
    """What a workbook did, or would do. `changes`: new, changed and removed rows of each table."""

    code: str
    findings: tuple[Finding, ...]
    changes: dict[str, tuple[int, int, int]]
    batch: int | None = None

    @property
    def is_same(self) -> bool:
        """Whether everything was so already."""
        return not self.findings and not any(any(counts) for counts in self.changes.values())


class _TakenBack(Exception):  # noqa: N818 (the end of a preview, not an error)
    """Ends a write that was for show."""


def load_setup(url: str, path: Path, by: Reader, *, name: str | None = None, dry_run: bool = False) -> Loaded:
    """Read, check and save a set-up workbook. Raises NotSaved and NotAllowed; findings mean that nothing was saved."""
    require_everything(by, "import")
    setup = read_setup(path)
    found: list[Loaded] = []
    with _taken_back(), writing(url) as connection:
        programme_id = connection.scalar(select(programme.c.id).where(programme.c.code == setup.programme.get("code")))
        _check(connection, setup, programme_id)
        code = str(setup.programme.get("code") or "")
        if setup.findings:
            found.append(Loaded(code, tuple(setup.findings), {}))
            raise _TakenBack
        before = state_of(connection, programme_id or 0)
        number = write_setup(connection, setup, programme_id, name or path.name, signature(by))
        loaded = Loaded(code, (), _changes(before, state_of(connection, number)))
        found.append(loaded)
        if dry_run or loaded.is_same:
            raise _TakenBack
        found.append(Loaded(code, (), loaded.changes, _note(connection, path, name, number, before, loaded, by)))
    return found[-1]


@contextmanager
def _taken_back() -> Iterator[None]:
    try:
        yield
    except _TakenBack:
        return


def _check(connection: Connection, setup: Setup, programme_id: int | None) -> None:
    members = select(unit.c.code, programme_unit.c.members).join(unit, unit.c.id == programme_unit.c.unit_id)
    stored = connection.execute(members.where(programme_unit.c.programme_id == (programme_id or 0)))
    numbers = select(phase.c.number, phase.c.name_vi).where(phase.c.programme_id == (programme_id or 0))
    phases = {row.number: row.name_vi or f"Giai đoạn {row.number}" for row in connection.execute(numbers)}
    check(setup, {row.code: row.members for row in stored}, phases)
    limits = setup.programme.get("benefit_limits")
    if programme_id and limits and not setup.findings and has_records(connection, programme_id):
        former = connection.scalar(select(programme.c.benefit_limits).where(programme.c.id == programme_id))
        if limits != (former or "30|100|500"):
            setup.say("limits_with_records", "programme", setup.programme["lines"]["benefit_limits"], None, limits)


def _changes(before: State, after: State) -> dict[str, tuple[int, int, int]]:
    counts = {}
    for name in after:
        keys = [column for column in ("programme_id", "id", "number", "unit_id", "sector_id") if name != "target"]
        old = {_key(row, keys): row for row in before[name]}
        new = {_key(row, keys): row for row in after[name]}
        changed = sum(key in old and old[key] != row for key, row in new.items())
        counts[name] = (len(new.keys() - old.keys()), changed, len(old.keys() - new.keys()))
    return counts


def _key(row: dict[str, Any], keys: list[str]) -> tuple[Any, ...]:
    return tuple(row[name] for name in (keys or ("unit_id", "phase", "kind")) if name in row)


def _note(
    connection: Connection, path: Path, name: str | None, number: int, before: State, loaded: Loaded, by: Reader
) -> int:
    now = datetime.now().replace(microsecond=0)
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
    tell_everybody(connection)
    return batch


def tell_everybody(connection: Connection) -> None:
    """Names, membership and the landing are known to every reader at the next click."""
    for number in connection.scalars(select(programme.c.id).order_by(programme.c.id)).all():
        raise_version(connection, number, ())


def programme_id_of(connection: Connection, code: str) -> int:
    """Raises NotSaved (unknown_programme)."""
    found = connection.scalar(select(programme.c.id).where(programme.c.code == code))
    if found is None:
        raise NotSaved("unknown_programme", programme=code)
    return int(found)
