"""A programme as the rows of its set-up workbook."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access.database.schema import sector
from data_access.importing.programme_state import state_of
from data_access.programmes.setup import Row
from data_access.programmes.sheets import (
    CLASSES,
    CRITERIA,
    EVENTS,
    ITEMS,
    PHASES,
    PROGRAMME,
    SECTORS,
    TARGETS,
    UNITS,
)
from data_access.programmes.unit_rows import UNIT_NAMES
from data_access.programmes.written import WORDS, province_names, written
from data_access.reference.ids import programme_id_of
from model.edges import Row as Stored

Tables = dict[str, list[Row]]  # by the key of the sheet


def tables_of(connection: Connection, code: str) -> Tables:
    """The rows of the workbook for a programme. Raises NotSaved (unknown_programme)."""
    number = programme_id_of(connection, code)
    state = state_of(connection, number)
    units = {row["id"]: row for row in state["unit"]}
    names = {row["number"]: row["name_vi"] or f"Giai đoạn {row['number']}" for row in state["phase"]}
    provinces = province_names(connection)
    sectors = {row.id: row.code for row in connection.execute(select(sector))}
    return {
        PROGRAMME.key: [_programme(state["programme"][0])],
        PHASES.key: [{**row, "name_vi": names[row["number"]]} for row in state["phase"]],
        UNITS.key: [_unit(row, units, provinces) for row in state["programme_unit"]],
        SECTORS.key: [
            {**row, "code": sectors[row["sector_id"]], "aliases": _listed(row["aliases"])}
            for row in state["programme_sector"]
        ],
        TARGETS.key: [_target(row, units, names) for row in state["target"] if row["unit_id"] in units],
        EVENTS.key: [{**row} for row in state["programme_event"]],
        CRITERIA.key: [_criterion(row) for row in state["grading_criterion"]],
        CLASSES.key: [{**row, **_written(row, "at_least", "quota_pct")} for row in state["grading_class"]],
        ITEMS.key: [{**row, "kind": WORDS["kind"][row["kind"]]} for row in state["readiness_item"]],
    }


def _programme(row: Stored) -> Row:
    return {**row, **{name: written(name, row[name]) or None for name in ("data_kind", "boundary", "benefit_limits")}}


def _unit(row: Stored, units: Mapping[int, Any], provinces: Mapping[str, str]) -> Row:
    unit = units[row["unit_id"]]
    successor = units.get(unit["successor_id"])
    parent = units.get(row["parent_id"])
    own = {name: row[name] if row[name] is not None else unit[name] for name in UNIT_NAMES}
    return {
        **own,
        "code": unit["code"],
        **{name: row[name] for name in ("ranked", "start", "end", "cluster", "members", "members_as_of")},
        "parent": parent and parent["code"],
        "successor": successor and successor["code"],
        "province": provinces.get(own["province_code_2022"]),
        "aliases": _listed(own["aliases"]),
    }


def _target(row: Stored, units: Mapping[int, Any], names: Mapping[int, str]) -> Row:
    phase = names.get(row["phase"], row["phase"]) if row["phase"] else None
    return {**row, "unit": units[row["unit_id"]]["code"], "kind": WORDS["kind"][row["kind"]], "phase": phase}


def _criterion(row: Stored) -> Row:
    """A criterion in words instead of codes; a scale leaves unused columns blank."""
    limits = _written(row, "zero_at", "full_at") if row["scale"] == "linear" else {"zero_at": None, "full_at": None}
    codes = {**{name: WORDS[name][row[name]] for name in ("measure", "scale")}, "steps": row["steps"] or None}
    return {**row, **codes, **limits, **_written(row, "weight")}


def _written(row: Stored, *names: str) -> dict[str, str | None]:
    return {name: written(name, row[name]) or None for name in names}


def _listed(aliases: str) -> str | None:
    return written("aliases", aliases) or None
