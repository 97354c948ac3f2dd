"""Simulated members and targets, which never replace published ones."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from data_access.database.schema import target, unit
from data_access.demo.plan import SIMULATED, Plan, PlannedUnit

_AS_OF: Final = date(2022, 1, 31)
_SOURCE: Final = f"{SIMULATED}: chỉ tiêu để trình diễn, không phải số liệu thật"
_GUIDED_SOURCE: Final = f"{SIMULATED}: 10% số đoàn viên"
_MEMBERS_SOURCE: Final = f"{SIMULATED}: số đoàn viên để trình diễn, không phải số liệu thật"
_PHASE_1_SHARE: Final = 0.3  # of a target, where the plan does not say

# Assigned targets of grassroots unions, published with their uploads (by short name).
_ASSIGNED_SOURCE: Final = "https://congdoantkv.vn/tin-tuc/chi-tiet/35455/"
_ASSIGNED_AS_OF: Final = date(2022, 5, 10)
_ASSIGNED: Final = {
    "Tuyển than Cửa Ông": 105,
    "Than Nam Mẫu": 132,
    "Than Hà Lầm": 96,
    "Chế tạo máy": 24,
    "Kho vận Đá Bạc": 42,
    "Than Mông Dương": 102,
    "Than Cao Sơn": 111,
    "Xây lắp mỏ": 54,
}

Key = tuple[int, int, str]  # unit id, phase, kind


def write_members(connection: Connection, plan: Plan) -> None:
    """Give a simulated number of members to the units for which nobody published or imported one."""
    free = (unit.c.members.is_(None)) | (unit.c.members_source.startswith(SIMULATED))
    for planned in plan.units:
        if planned.members is not None:
            values = {"members": planned.members, "members_as_of": _AS_OF, "members_source": _MEMBERS_SOURCE}
            connection.execute(update(unit).where(unit.c.code == planned.code, free).values(**values))


def write_targets(connection: Connection, programme_id: int, plan: Plan, unit_ids: Mapping[str, int]) -> None:
    """Fill every gap of the published targets: whole programme, phase 1 and phase 2 of each kind add up."""
    own = target.c.programme_id == programme_id
    connection.execute(delete(target).where(own, target.c.source.startswith(SIMULATED)))
    printed_targets: dict[Key, int] = {
        (row.unit_id, row.phase, row.kind): row.value for row in connection.execute(select(target).where(own))
    }
    members = {row.code: row.members for row in connection.execute(select(unit.c.code, unit.c.members))}
    rows = [
        {"programme_id": programme_id, "unit_id": key[0], "phase": key[1], "kind": key[2], "value": value}
        | {"qualifier": None, "as_of": _AS_OF, "source": _GUIDED_SOURCE if key[2] == "guided" else _SOURCE}
        for planned in plan.units
        for key, value in _targets_of(planned, unit_ids[planned.code], members[planned.code], printed_targets)
        if key not in printed_targets
    ]
    connection.execute(insert(target), rows)


def write_assigned(connection: Connection, programme_id: int, union_ids: Mapping[str, int]) -> None:
    """The published assigned targets of grassroots unions (ids by short name), which only the records can compare."""
    rows = [
        {"programme_id": programme_id, "unit_id": union_ids[name], "phase": 1, "kind": "assigned", "value": value}
        | {"qualifier": "đúng", "as_of": _ASSIGNED_AS_OF, "source": _ASSIGNED_SOURCE}
        for name, value in _ASSIGNED.items()
    ]
    same = target.c.unit_id.in_([row["unit_id"] for row in rows])
    connection.execute(delete(target).where(target.c.programme_id == programme_id, same))
    connection.execute(insert(target), rows)


def _targets_of(
    planned: PlannedUnit, unit_id: int, members: int | None, printed_targets: Mapping[Key, int]
) -> Iterator[tuple[Key, int]]:
    guided = members // 10 if members and planned.registered else None  # one initiative for ten members
    wholes = {"registered": planned.registered, "assigned": planned.assigned, "guided": guided}
    for kind, planned_whole in wholes.items():
        whole = printed_targets.get((unit_id, 0, kind), planned_whole)
        if whole is None:
            continue
        first = printed_targets.get((unit_id, 1, kind)) or (
            planned.registered_phase_1 if kind == "registered" else None
        )
        first = first or round(whole * _PHASE_1_SHARE)
        yield from (((unit_id, 0, kind), whole), ((unit_id, 1, kind), first), ((unit_id, 2, kind), whole - first))
