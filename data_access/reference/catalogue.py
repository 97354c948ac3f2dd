"""Reference data as one value."""

from collections import defaultdict
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, select

from data_access.database.schema import (
    data_version,
    phase,
    programme,
    programme_sector,
    programme_unit,
    province,
    sector,
    unit,
)
from data_access.reference.names_alike import with_names_apart
from model.catalogue import Catalogue, Phase, Programme, Province, Sector, Unit
from model.codes import DataKind
from model.reference import USUAL, Alike


def fetch_catalogue(connection: Connection) -> Catalogue:
    """Programmes, provinces, units with their memberships, and sectors: the names on every page."""
    provinces = _fetch_provinces(connection)
    regions = {province.code_2022: province.region for province in provinces}
    rows = connection.execute(select(unit).order_by(unit.c.id)).all()
    units = {row.id: _unit(row, regions.get(row.province_code_2022)) for row in rows}
    ranked, below = _fetch_members(connection, units, regions)
    ranked_ids = {member.id for members in ranked.values() for member in members}
    direct = tuple(unit for unit in units.values() if unit.level == "direct" or unit.id in ranked_ids)
    lower = tuple(unit for unit in units.values() if unit.level != "direct" and unit.id not in ranked_ids)
    return Catalogue(
        _fetch_programmes(connection),
        provinces,
        direct,
        _fetch_sectors(connection),
        ranked,
        below,
        lower,
        _fetch_own_sectors(connection),
        _fetch_newest(connection),
    )


def _fetch_programmes(connection: Connection) -> tuple[Programme, ...]:
    phases: defaultdict[int, list[Phase]] = defaultdict(list)
    for row in connection.execute(select(phase).order_by(phase.c.programme_id, phase.c.number)):
        part = Phase(row.number, row.start, row.end, row.national_target, row.name_vi, row.name_en, row.parent)
        phases[row.programme_id].append(part)
    return tuple(
        Programme(
            row.id,
            row.code,
            row.name_vi,
            row.name_en,
            row.start,
            row.end,
            DataKind(row.data_kind),
            row.national_target,
            row.national_target_source,
            tuple(phases[row.id]),
            row.short_name,
            row.organisation,
            row.organisation_above,
            row.place,
            row.whole_vi,
            row.whole_en,
            row.boundary,
            tuple(float(limit) for limit in row.benefit_limits.split("|")) if row.benefit_limits else (),
            row.state,
            row.is_default,
            row.comparison,
            Alike(row.alike_units or USUAL.units, row.alike_times or USUAL.times),
            row.reward_days,
        )
        for row in connection.execute(select(programme).order_by(programme.c.id))
    )


def _fetch_provinces(connection: Connection) -> tuple[Province, ...]:
    return tuple(
        Province(
            row.code_2022,
            row.name,
            row.short_name,
            row.is_city,
            row.region,
            row.code_2025,
            row.name_2025,
            row.short_name_2025,
            _words(row.aliases),
        )
        for row in connection.execute(select(province).order_by(province.c.code_2022))
    )


@lru_cache(maxsize=20_000)
def _unit(row: Row[Any], region: str | None) -> Unit:
    """The same object for the same row, because thousands of units would otherwise be made at every look."""
    return Unit(
        row.id,
        row.code,
        row.name,
        row.name_en,
        row.short_name,
        _words(row.aliases),
        row.kind or "",
        row.province_code_2022,
        region,
        row.cluster,
        row.cluster_note,
        row.members,
        row.members_as_of,
        row.members_source,
        row.level,
        row.parent_id,
        row.kind_name,
        row.successor_id,
    )


def _fetch_members(
    connection: Connection, units: dict[int, Unit], regions: dict[str, str]
) -> tuple[dict[int, tuple[Unit, ...]], dict[int, dict[int, Unit]]]:
    """By programme: the ranked units, and by id the members below them."""
    ranked: defaultdict[int, list[Unit]] = defaultdict(list)
    below: defaultdict[int, dict[int, Unit]] = defaultdict(dict)
    query = select(programme_unit).order_by(programme_unit.c.programme_id, programme_unit.c.unit_id)
    for row in connection.execute(query):
        member = units[row.unit_id].taking_part(_unit_fields(row, regions))
        if row.ranked:
            ranked[row.programme_id].append(member)
        else:
            below[row.programme_id][row.unit_id] = member
    apart = {}
    for number, members in ranked.items():
        units_by_id = {**units, **below[number], **{member.id: member for member in members}}
        apart[number] = with_names_apart(members, units_by_id)
    return apart, dict(below)


def _unit_fields(row: Row[Any], regions: dict[str, str]) -> dict[str, object]:
    """The fields that a programme states about a unit."""
    members = {"members": row.members, "members_as_of": row.members_as_of} if row.members else {}
    code = row.province_code_2022  # "": in no province here, whatever others say
    place = {"province_code": code, "region": "" if code == "" else regions.get(code or "")}
    names = {name: getattr(row, name) for name in ("name", "short_name", "name_en", "kind_name")}
    aliases = _words(row.aliases) if row.aliases is not None else None
    part = {name: getattr(row, name) for name in ("parent_id", "start", "end", "cluster")}
    return {**members, **place, **names, **part, "aliases": aliases}


def _fetch_sectors(connection: Connection) -> tuple[Sector, ...]:
    rows = connection.execute(select(sector).order_by(sector.c.id))
    return tuple(Sector(row.id, row.code, row.name_vi, row.name_en) for row in rows)


def _fetch_own_sectors(connection: Connection) -> dict[int, tuple[Sector, ...]]:
    by_programme: defaultdict[int, list[Sector]] = defaultdict(list)
    own = programme_sector.c
    query = (
        select(own.programme_id, own.sector_id, own.name_vi, own.name_en, sector.c.code)
        .join(sector, sector.c.id == own.sector_id)
        .order_by(sector.c.id)
    )
    for row in connection.execute(query):
        by_programme[row.programme_id].append(Sector(row.sector_id, row.code, row.name_vi, row.name_en))
    return {number: tuple(sectors) for number, sectors in by_programme.items()}


def _fetch_newest(connection: Connection) -> dict[int, datetime]:
    columns = data_version.c.programme_id, data_version.c.last_uploaded_at
    return {row[0]: row[1] for row in connection.execute(select(*columns)) if row[1]}


def _words(aliases: str) -> tuple[str, ...]:
    return tuple(alias for alias in aliases.split("|") if alias)
