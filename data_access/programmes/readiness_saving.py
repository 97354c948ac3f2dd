"""Statements of readiness: previewed, saved whole or not at all as an import, and undone like one."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert, select

from data_access.database.audit_log import note
from data_access.database.insert import insert_one
from data_access.database.permissions import covered_units, require, signature
from data_access.database.schema import former_row, import_batch, programme_unit, readiness_fact, unit
from data_access.database.transactions import reading, writing
from data_access.database.versions import raise_without_rows
from data_access.programmes.differing import Change
from data_access.programmes.naming import Member, NamesInSetup, names_of
from data_access.programmes.readiness_facts import FactCell, read_facts
from data_access.programmes.reading import read_sheet
from data_access.programmes.saving import Loaded
from data_access.programmes.sheets import FACTS
from data_access.reference.ids import programme_id_of
from data_access.rules.readiness import LatestStatements, latest, read_history, read_items
from model.clock import this_day, this_second
from model.reader import Reader
from model.readiness import STATES, Statement

KIND: Final = "readiness"


def load_readiness(
    url: str, path: Path, code: str, by: Reader, *, name: str | None = None, dry_run: bool = False
) -> Loaded:
    """Read, check and save a file of readiness. Raises NotSaved (unknown_programme) and NotAllowed.

    Findings mean that nothing was saved. What was said so already, of the same day and source, is no change.
    """
    require(by, "import")
    setup = read_sheet(path, FACTS)
    with reading(url) as connection:
        number = programme_id_of(connection, code)
        items, history = read_items(connection, number), read_history(connection, number)
        covered = covered_units(connection, by)
        cells = read_facts(setup, _units(connection, number), items, covered, this_day())
    if setup.findings:
        return Loaded(code, setup.findings_by_row, {})
    before = {(unit_code, item, statement.day): statement for unit_code, item, statement in history}
    fresh = [cell for cell in cells if not _is_known(cell, before.get((cell.unit, cell.item.code, cell.statement.day)))]
    statements = latest(history)
    news = sum((cell.unit, cell.item.code) not in statements for cell in fresh)
    loaded = Loaded(
        code, (), {FACTS.key: (news, len(fresh) - news, 0)}, tuple(_change(cell, statements) for cell in fresh)
    )
    loaded = replace(loaded, remarks=tuple(setup.remarks))
    if dry_run or not fresh:
        return loaded
    with writing(url) as connection:
        require(by, "import", {cell.unit for cell in fresh}, covered_units(connection, by))
        batch = _write(connection, number, fresh, (name or path.name, path.read_bytes()), by)
        note(connection, signature(by), "import", batch=batch, programme=code, kind=KIND, rows=len(fresh))
        raise_without_rows(connection, number)
    return replace(loaded, batch=batch)


def _units(connection: Connection, number: int) -> NamesInSetup:
    """The programme's units by all their names."""
    own = programme_unit.c
    columns = (
        unit.c.code,
        unit.c.name,
        unit.c.short_name,
        unit.c.aliases,
        own.name.label("called"),
        own.short_name.label("short"),
    )
    query = select(*columns).join(unit, unit.c.id == own.unit_id).where(own.programme_id == number)
    rows = connection.execute(query).all()
    members = {
        row.code: Member((row.name, row.short_name, row.called, row.short, *(row.aliases or "").split("|")))
        for row in rows
    }
    return names_of((), members)


def _is_known(fact: FactCell, before: Statement | None) -> bool:
    return before is not None and replace(before, who="") == fact.statement


def _change(fact: FactCell, statements: LatestStatements) -> Change:
    before = statements.get((fact.unit, fact.item.code))
    origin = (before.source, before.who) if before else ("", "")
    return Change(FACTS.key, fact.unit, fact.item.code, _written(before), _written(fact.statement), *origin)


def _written(statement: Statement | None) -> str:
    """An amount, else the code of a state, which language/ has words for."""
    if statement is None:
        return ""
    return statement.state if statement.amount is None else str(statement.amount)


def _write(connection: Connection, number: int, fresh: list[FactCell], file: tuple[str, bytes], by: Reader) -> int:
    now = this_second()
    values = {"programme_id": number, "kind": KIND, "who": signature(by), "imported_at": now, "file_name": file[0]}
    batch = insert_one(
        connection, import_batch, {**values, "sha256": hashlib.sha256(file[1]).hexdigest(), "rows": len(fresh)}
    )
    ids = dict(connection.execute(select(unit.c.code, unit.c.id)).all())
    for cell in fresh:
        statement = cell.statement
        row = {
            "programme_id": number,
            "unit_id": ids[cell.unit],
            "item": cell.item.code,
            "state": STATES.index(statement.state),
            **{name: getattr(statement, name) for name in ("amount", "day", "source", "note")},
            "who": signature(by),
            "recorded_at": now,
        }
        row_id = insert_one(connection, readiness_fact, row)
        former = {"batch_id": batch, "table_name": readiness_fact.name, "row_id": row_id, "content": None}
        connection.execute(insert(former_row).values(**former))
    return batch
