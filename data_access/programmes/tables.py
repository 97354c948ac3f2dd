"""What a programme is, as the rows of its set-up workbook."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, select

from data_access.database.schema import province, sector
from data_access.importing.programme_state import state_of
from data_access.programmes.saving import programme_id_of
from data_access.programmes.setup import Row
from data_access.programmes.sheets import (
    BOUNDARIES,
    CLASSES,
    CRITERIA,
    DATA_KINDS,
    EVENTS,
    ITEM_KINDS,
    ITEMS,
    MEASURES,
    PHASES,
    PROGRAMME,
    SCALES,
    SECTORS,
    TARGET_KINDS,
    TARGETS,
    UNITS,
)
from model.edges import Row as Stored

_NAMES: Final = ("name", "short_name", "name_en", "aliases", "kind_name", "province_code_2022")

Tables = dict[str, list[Row]]  # by the key of the sheet


def tables_of(connection: Connection, code: str) -> Tables:
    """What a programme is, as the rows of the workbook. Raises NotSaved (unknown_programme)."""
    number = programme_id_of(connection, code)
    state = state_of(connection, number)
    units = {row["id"]: row for row in state["unit"]}
    names = {row["number"]: row["name_vi"] or f"Giai đoạn {row['number']}" for row in state["phase"]}
    provinces = {row.code_2022: row.name for row in connection.execute(select(province))}
    sectors = {row.id: row.code for row in connection.execute(select(sector))}
    kinds = {code: word for word, code in ITEM_KINDS.items()}
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
        ITEMS.key: [{**row, "kind": kinds[row["kind"]]} for row in state["readiness_item"]],
    }


def _programme(row: Stored) -> Row:
    kinds, boundaries = ({code: word for word, code in words.items()} for words in (DATA_KINDS, BOUNDARIES))
    limits = row["benefit_limits"]
    return {
        **row,
        "data_kind": kinds[row["data_kind"]],
        "boundary": boundaries.get(row["boundary"]),
        "benefit_limits": limits.replace(".", ",").replace("|", "; ") if limits else None,
    }


def _unit(row: Stored, units: Mapping[int, Any], provinces: Mapping[str, str]) -> Row:
    one = units[row["unit_id"]]
    successor = units.get(one["successor_id"])
    parent = units.get(row["parent_id"])
    own = {name: row[name] if row[name] is not None else one[name] for name in _NAMES}
    return {
        **own,
        "code": one["code"],
        **{name: row[name] for name in ("ranked", "start", "end", "cluster", "members", "members_as_of")},
        "parent": parent and parent["code"],
        "successor": successor and successor["code"],
        "province": provinces.get(own["province_code_2022"]),
        "aliases": _listed(own["aliases"]),
    }


def _target(row: Stored, units: Mapping[int, Any], names: Mapping[int, str]) -> Row:
    kinds = {code: word for word, code in TARGET_KINDS.items()}
    phase = names.get(row["phase"], row["phase"]) if row["phase"] else None
    return {**row, "unit": units[row["unit_id"]]["code"], "kind": kinds[row["kind"]], "phase": phase}


def _criterion(row: Stored) -> Row:
    """Words in the place of codes; a scale that does not use a column leaves it blank."""
    words = {code: word for some in (MEASURES, SCALES) for word, code in some.items()}
    limits = _written(row, "zero_at", "full_at") if row["scale"] == "linear" else {"zero_at": None, "full_at": None}
    codes = {"measure": words[row["measure"]], "scale": words[row["scale"]], "steps": row["steps"] or None}
    return {**row, **codes, **limits, **_written(row, "weight")}


def _written(row: Stored, *names: str) -> dict[str, str | None]:
    return {name: None if row[name] is None else f"{row[name]:g}".replace(".", ",") for name in names}


def _listed(aliases: str) -> str | None:
    return aliases.replace("|", "; ") or None
