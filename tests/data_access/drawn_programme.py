"""A programme drawn as text in a prepared database, and `Records` over it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from data_access.cube.cells import rebuild_days
from data_access.database.bounded import Database
from data_access.database.connections import open_engine
from data_access.database.schema import initiative, programme, programme_unit, sector, target, unit
from data_access.database.versions import raise_version
from data_access.reference.seed import ids_by_code
from data_access.store.live import LiveRecords
from data_access.store.records import Records
from model.codes import LEVELS, OWNERSHIPS, POSITIONS, SEXES, STATUSES, benefit_band
from model.folding import fold
from tests.text_tables import drawn

PROGRAMME_ID = 1


def records_over(
    url: str,
    initiatives: str = "",
    targets: str | None = None,
    members: dict[str, int] | None = None,
    grassroots: str = "code",
    first: int = 0,
) -> Records:
    """`Records` over the prepared database at `url`, with the drawn rows added.

    `initiatives`: unit | uploaded_at | count | ... gives one row for each of `count` uploads. `targets` replaces all
    targets:
    unit | phase | kind | value. `grassroots` adds unions: code | above | name. `first` is the number of the first row,
    where others were drawn before.
    """
    engine = open_engine(url)
    with engine.begin() as connection:
        units = ids_by_code(connection, unit)
        _add_grassroots(connection, grassroots, units)
        units = ids_by_code(connection, unit)
        rows = _initiatives(connection, initiatives, units, first)
        if rows:
            connection.execute(insert(initiative), rows)
            connection.execute(programme.update().where(programme.c.id == PROGRAMME_ID).values(data_kind="simulated"))
        if targets is not None:
            connection.execute(delete(target))
            _add_targets(connection, targets, units)
        for code, value in (members or {}).items():
            connection.execute(unit.update().where(unit.c.code == code).values(members=value))
        days = {day for row in rows for name, day in row.items() if name.endswith("_day") and day}
        rebuild_days(connection, PROGRAMME_ID, days)
        raise_version(connection, PROGRAMME_ID, days)
    engine.dispose()
    return LiveRecords(Database(url))


def _add_grassroots(connection: Connection, drawing: str, units: dict[str, int]) -> None:
    for row in drawn(drawing):
        names = {"name": f"Công đoàn {row['name']}", "name_en": row["name"], "short_name": row["name"]}
        above = units[row["above"]]
        connection.execute(insert(unit).values(code=row["code"], level="grassroots", parent_id=above, **names))


def _add_targets(connection: Connection, drawing: str, units: dict[str, int]) -> None:
    for row in drawn(drawing):
        values = {"programme_id": PROGRAMME_ID, "phase": int(row.get("phase", 0)), "unit_id": units[row["unit"]]}
        values |= {"kind": row.get("kind", "registered"), "value": int(row["value"]), "source": "drawn"}
        connection.execute(insert(target).values(**values, qualifier=row.get("qualifier")))


def _initiatives(connection: Connection, drawing: str, units: dict[str, int], first: int) -> list[dict[str, Any]]:
    sectors = ids_by_code(connection, sector)
    rows: list[dict[str, Any]] = []
    for line in drawn(drawing) if drawing else []:
        for _ in range(int(line.get("count", 1))):
            rows.append(_initiative(line, first + len(rows), units, sectors))
    return rows


def _initiative(line: dict[str, str], number: int, units: dict[str, int], sectors: dict[str, int]) -> dict[str, Any]:
    uploaded = datetime.fromisoformat(line["uploaded_at"])
    status = STATUSES.index(line.get("status", "review"))
    settled = datetime.fromisoformat(line.get("settled_at", line["uploaded_at"])) if status else None
    benefit = int(line["benefit"]) if "benefit" in line else None
    rewarded = datetime.fromisoformat(line["rewarded_at"]) if "rewarded_at" in line else None
    return {
        "programme_id": PROGRAMME_ID,
        "code": f"SK-{number}",
        "title": line.get("title", "Sáng kiến"),
        "title_folded": fold(line.get("title", "Sáng kiến")),
        "author": line.get("author"),
        "author_folded": fold(line["author"]) if "author" in line else None,
        "sex": SEXES.index(line.get("sex", "none")),
        "unit_id": units[line["unit"]],
        "grassroots_id": units.get(line.get("grassroots", "")),
        "sector_id": sectors[line.get("sector", "none")],
        "position": POSITIONS.index(line.get("position", "none")),
        "ownership": OWNERSHIPS.index(line.get("ownership", "none")),
        "level": LEVELS.index(line.get("level", "none")),
        "status": status,
        "uploaded_at": uploaded,
        "uploaded_day": int(uploaded.strftime("%Y%m%d")),
        "settled_at": settled,
        "settled_day": int(settled.strftime("%Y%m%d")) if settled else None,
        "applied": {"yes": True, "no": False}.get(line.get("applied", "")),
        "replicated": int(line["replicated"]) if "replicated" in line else None,
        "rewarded_at": rewarded,
        "rewarded_day": int(rewarded.strftime("%Y%m%d")) if rewarded else None,
        "benefit_vnd": benefit,
        "benefit_band": benefit_band(benefit),
    }


def put_in_a_cluster(connection: Connection, *codes: str) -> None:
    """Make these units the only ones of a cluster."""
    theirs = select(unit.c.id).where(unit.c.code.in_(codes)).scalar_subquery()
    connection.execute(update(programme_unit).values(cluster=None))
    connection.execute(update(programme_unit).where(programme_unit.c.unit_id.in_(theirs)).values(cluster="Cụm 1"))
    raise_version(connection, PROGRAMME_ID, ())
