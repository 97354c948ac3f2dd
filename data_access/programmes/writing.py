"""A checked set-up as rows of the database."""

from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select, update

from data_access.database.schema import (
    phase,
    programme,
    programme_event,
    programme_sector,
    programme_unit,
    sector,
    target,
    unit,
)
from data_access.programmes.grading_rows import write_grading
from data_access.programmes.readiness_items import write_items
from data_access.programmes.setup import Row, Setup
from data_access.programmes.sheets import EVENTS, PHASES, PROGRAMME, SECTORS, TARGETS, UNITS
from data_access.programmes.unit_rows import write_units
from model.catalogue import FIRST_OWN_SECTOR
from model.clock import this_second

WHOLE_IN_WORDS: Final = {"whole_vi": "toàn chương trình", "whole_en": "the whole programme"}


def write_setup(connection: Connection, setup: Setup, programme_id: int | None, file_name: str, who: str) -> int:
    """Write every sheet with rows, and return the number of the programme. A sheet without rows changes nothing."""
    number = _write_programme(connection, setup.programme, programme_id)
    before = _members(connection, number)
    if setup.rows(PHASES.key):
        names = ("number", "name_vi", "name_en", "start", "end", "national_target", "parent")
        rows = [
            {"programme_id": number, **{name: _unless_number(row)[name] for name in names}}
            for row in setup.rows(PHASES.key)
        ]
        connection.execute(delete(phase).where(phase.c.programme_id == number))
        _insert(connection, phase, rows)
    if setup.rows(UNITS.key):
        write_units(connection, setup.rows(UNITS.key), number)
    if setup.rows(SECTORS.key):
        _write_sectors(connection, setup.rows(SECTORS.key), number)
    _remove_lost_targets(connection, number, before - _members(connection, number))
    _write_targets(connection, setup.rows(TARGETS.key), number, file_name, who)
    _write_events(connection, setup.rows(EVENTS.key), number, file_name, who)
    write_grading(connection, setup, number)
    write_items(connection, setup, number)
    return number


def _unless_number(row: Row) -> Row:
    """The name of a phase, unless it is only its number, which each language words itself."""
    is_number = row["name_vi"] == f"Giai đoạn {row['number']}" and not row["name_en"]
    return {**row, "name_vi": None} if is_number else row


def _members(connection: Connection, number: int) -> set[int]:
    return set(connection.scalars(select(programme_unit.c.unit_id).where(programme_unit.c.programme_id == number)))


def _remove_lost_targets(connection: Connection, number: int, unit_ids: set[int]) -> None:
    """Remove targets of phases and units that no longer exist; the preview counts them as removed."""
    own = target.c.programme_id == number
    phases = select(phase.c.number).where(phase.c.programme_id == number)
    connection.execute(delete(target).where(own, target.c.phase.not_in(phases), target.c.phase > 0))
    for key in unit_ids:
        connection.execute(delete(target).where(own, target.c.unit_id == key))


def _insert(connection: Connection, table: Any, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _write_programme(connection: Connection, row: Row, number: int | None) -> int:
    names = [field.key for field in PROGRAMME.fields if field.key in row]
    values = {name: row[name] for name in names}
    values["name_en"] = values.get("name_en") or values["name_vi"]
    if values.get("is_default") is None:
        values.pop("is_default", None)
    if values.get("is_default"):
        connection.execute(update(programme).where(programme.c.code != values["code"]).values(is_default=False))
    whole = [name for name in WHOLE_IN_WORDS if values.get(name)]
    if not whole and not values.get("organisation") and (number is None or _is_called_so(connection, number)):
        values |= WHOLE_IN_WORDS  # who says nothing is not the nation
    if number is None:
        values["data_kind"] = values.get("data_kind") or "official"
        # What ships has its numbers from the file, so that PostgreSQL's own count has not begun.
        following = (connection.scalar(select(func.max(programme.c.id))) or 0) + 1
        connection.execute(insert(programme).values(id=following, **values))
        return int(following)
    connection.execute(update(programme).where(programme.c.id == number).values(**values))
    return number


def _is_called_so(connection: Connection, number: int) -> bool:
    return connection.scalar(select(programme.c.whole_vi).where(programme.c.id == number)) == WHOLE_IN_WORDS["whole_vi"]


def _write_sectors(connection: Connection, rows: list[Row], number: int) -> None:
    ids = {row.code: row.id for row in connection.execute(select(sector))}
    following = max(FIRST_OWN_SECTOR, (connection.scalar(select(func.max(sector.c.id))) or 0) + 1)
    connection.execute(delete(programme_sector).where(programme_sector.c.programme_id == number))
    for row in rows:
        names = {"name_vi": row["name_vi"], "name_en": row["name_en"] or row["name_vi"]}
        names["aliases"] = "|".join(part.strip() for part in (row["aliases"] or "").split(";") if part.strip())
        if row["code"] not in ids:
            ids[row["code"]] = following
            connection.execute(insert(sector).values(id=following, code=row["code"], **names))
            following += 1
        connection.execute(insert(programme_sector).values(programme_id=number, sector_id=ids[row["code"]], **names))


def _write_targets(connection: Connection, rows: list[Row], number: int, file_name: str, who: str) -> None:
    ids = {row.code: row.id for row in connection.execute(select(unit.c.code, unit.c.id))}
    target_by_key = {
        (row.unit_id, row.phase, row.kind): row
        for row in connection.execute(select(target).where(target.c.programme_id == number))
    }
    new = []
    for row in rows:
        key = (ids[row["unit"]], row["phase"], row["kind"])
        former = target_by_key.get(key)
        if row["value"] == 0:  # “xóa”
            connection.execute(delete(target).where(target.c.id == former.id) if former else select(1))
            continue
        values = {"value": row["value"], "as_of": row["as_of"], "source": row["source"] or file_name}
        if former is None:
            new.append(
                {"programme_id": number, "unit_id": key[0], "phase": key[1], "kind": key[2], "who": who, **values}
            )
        elif any(getattr(former, name) != value for name, value in values.items()):
            connection.execute(update(target).where(target.c.id == former.id).values(who=who, **values))
    _insert(connection, target, new)


def _write_events(connection: Connection, rows: list[Row], number: int, file_name: str, who: str) -> None:
    columns = programme_event.c
    query = select(columns.day, columns.name, columns.name_en, columns.id)
    events = connection.execute(query.where(columns.programme_id == number)).all()
    stored_events = {(row.day, row.name): row for row in events}
    new_events = {(row["day"], row["name"]): row for row in rows}
    for key, event in stored_events.items():
        new_row = new_events.get(key)
        if new_row is None and rows:
            connection.execute(delete(programme_event).where(columns.id == event.id))
        elif new_row and (new_row["name_en"] or None) != event.name_en:
            values = {"name_en": new_row["name_en"] or None}
            connection.execute(update(programme_event).where(columns.id == event.id).values(**values))
    origin = {"programme_id": number, "source": file_name, "who": who, "added_at": this_second()}
    new = [
        {"day": day, "name": name, "name_en": row["name_en"] or None, **origin}
        for (day, name), row in new_events.items()
        if (day, name) not in stored_events
    ]
    _insert(connection, programme_event, new)
