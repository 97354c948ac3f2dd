"""Reference data as one value."""

from collections import defaultdict

from sqlalchemy import Connection, select

from data_access.database.schema import phase, programme, province, sector, unit
from model.catalogue import Catalogue, Phase, Programme, Province, Sector, Unit
from model.codes import DataKind


def fetch_catalogue(connection: Connection) -> Catalogue:
    """Programmes, provinces, direct units and sectors: what every page names things by."""
    provinces = _fetch_provinces(connection)
    regions = {province.code_2022: province.region for province in provinces}
    return Catalogue(
        _fetch_programmes(connection), provinces, _fetch_units(connection, regions), _fetch_sectors(connection)
    )


def _fetch_programmes(connection: Connection) -> tuple[Programme, ...]:
    phases: defaultdict[int, list[Phase]] = defaultdict(list)
    for row in connection.execute(select(phase).order_by(phase.c.programme_id, phase.c.number)):
        phases[row.programme_id].append(Phase(row.number, row.start, row.end, row.national_target))
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


def _fetch_units(connection: Connection, regions: dict[str, str]) -> tuple[Unit, ...]:
    direct = select(unit).where(unit.c.level == "direct").order_by(unit.c.id)
    return tuple(
        Unit(
            row.id,
            row.code,
            row.name,
            row.name_en,
            row.short_name,
            _words(row.aliases),
            row.kind,
            row.province_code_2022,
            regions.get(row.province_code_2022),
            row.cluster,
            row.cluster_note,
            row.members,
            row.members_as_of,
            row.members_source,
        )
        for row in connection.execute(direct)
    )


def _fetch_sectors(connection: Connection) -> tuple[Sector, ...]:
    rows = connection.execute(select(sector).order_by(sector.c.id))
    return tuple(Sector(row.id, row.code, row.name_vi, row.name_en) for row in rows)


def _words(aliases: str) -> tuple[str, ...]:
    return tuple(alias for alias in aliases.split("|") if alias)
