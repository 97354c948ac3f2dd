"""Reasons not to save a set-up that only the database knows: existing records, codes and provinces."""

from typing import Final

from sqlalchemy import Connection, func, select

from data_access.database.schema import initiative, phase, programme, programme_unit, province, unit
from data_access.importing.programme_state import has_records
from data_access.importing.remarks import first_of
from data_access.programmes.checking import check
from data_access.programmes.fields import word_key
from data_access.programmes.naming import Member
from data_access.programmes.setup import Row, Setup
from data_access.programmes.sheets import UNITS
from model.reference import ARCHIVED

_NAMED: Final = 10  # units


def check_stored(connection: Connection, setup: Setup, programme_id: int | None) -> None:
    """Note everything that is wrong with a set-up of a programme; None is a new one."""
    if setup.is_cut:
        return
    number = programme_id or 0
    own = programme_unit.c
    columns = unit.c.code, unit.c.name, unit.c.short_name, own.members, own.name.label("called")
    members = select(*columns).join(unit, unit.c.id == programme_unit.c.unit_id)
    rows = connection.execute(members.where(programme_unit.c.programme_id == number))
    stored_members = {row.code: Member((row.name, row.short_name, row.called), row.members) for row in rows}
    numbers = select(phase.c.number, phase.c.name_vi).where(phase.c.programme_id == number)
    phases = {row.number: row.name_vi or f"Giai đoạn {row.number}" for row in connection.execute(numbers)}
    check(setup, stored_members, phases, _provinces(connection))
    _refuse_other_case(connection, setup)
    if programme_id and setup.rows(UNITS.key):
        _refuse_lost_units(connection, setup, programme_id)
        _refuse_early_ends(connection, setup, programme_id)
    if programme_id and setup.programme.get("is_default"):
        _refuse_archived_default(connection, setup, programme_id)
    limits = setup.programme.get("benefit_limits")
    if programme_id and limits and not setup.findings and has_records(connection, programme_id):
        former = connection.scalar(select(programme.c.benefit_limits).where(programme.c.id == programme_id))
        if limits != (former or "30|100|500"):
            setup.say("limits_with_records", "programme", setup.programme["lines"]["benefit_limits"], None, limits)


def _refuse_archived_default(connection: Connection, setup: Setup, programme_id: int) -> None:
    """Refuse an archived programme as a new default; one that was the default before this rule stays."""
    result = connection.execute(select(programme.c.state, programme.c.is_default).where(programme.c.id == programme_id))
    former = result.one()
    if former.state == ARCHIVED and not former.is_default:
        setup.say(
            "archived_default", "programme", setup.programme["lines"]["is_default"], None, setup.programme["code"]
        )


def _provinces(connection: Connection) -> dict[str, str]:
    """Codes of 2022 by all names of provinces; a name still in use means the province it always meant."""
    rows = connection.execute(select(province)).all()
    names = {row.code_2022: (row.name, row.short_name, row.code_2022, *row.aliases.split("|")) for row in rows}
    return {word_key(name): code for code, some in names.items() for name in some if name}


def _refuse_other_case(connection: Connection, setup: Setup) -> None:
    """Refuse a code that differs from a stored one in case only."""
    rows = [row for row in setup.rows(UNITS.key) if row["code"]]
    if not rows:
        return
    codes = set(connection.scalars(select(unit.c.code)))
    alike = {code.casefold(): code for code in codes}
    for row in rows:
        other = alike.get(row["code"].casefold())
        if other and row["code"] not in codes:
            setup.say("code_in_other_case", UNITS.key, row["line"], "Mã", other)


def _refuse_lost_units(connection: Connection, setup: Setup, programme_id: int) -> None:
    """Refuse a set-up without units that initiatives refer to: such units end on a day instead."""
    staying = {row["code"] for row in setup.rows(UNITS.key)}
    own = initiative.c.programme_id == programme_id
    units_of_rows = (
        select(initiative.c.unit_id).where(own).union(select(initiative.c.grassroots_id).where(own)).subquery()
    )
    members = select(unit.c.code).join(programme_unit, unit.c.id == programme_unit.c.unit_id)
    with_records = members.where(programme_unit.c.programme_id == programme_id, unit.c.id.in_(select(units_of_rows)))
    codes = sorted(set(connection.scalars(with_records)) - staying)
    if codes:
        setup.say("unit_with_records", UNITS.key, value=", ".join(map(str, first_of(codes, _NAMED))))


def _refuse_early_ends(connection: Connection, setup: Setup, programme_id: int) -> None:
    """Refuse an end before a unit's last upload, unless it is stored already."""
    own = programme_unit.c
    members = select(unit.c.code, unit.c.id, own.end).join(unit, unit.c.id == own.unit_id)
    member_by_code = {row.code: row for row in connection.execute(members.where(own.programme_id == programme_id))}
    for row in setup.rows(UNITS.key):
        former = member_by_code.get(row["code"])
        if former and row["end"] and row["end"] != former.end and _newest(connection, programme_id, former.id, row):
            setup.say("ended_before_records", UNITS.key, row["line"], "Đến ngày", row["end"])


def _newest(connection: Connection, programme_id: int, unit_id: int, row: Row) -> bool:
    """Whether a unit has initiatives after the end that a row gives it."""
    own = initiative.c
    newest = select(func.max(own.uploaded_at)).where(own.programme_id == programme_id, own.unit_id == unit_id)
    last_upload = connection.scalar(newest)
    return last_upload is not None and last_upload.date() > row["end"]
