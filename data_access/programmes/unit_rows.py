"""Units of a set-up: members and the programme's names for them; units shared with others keep their own name there."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, RowMapping, delete, insert, or_, select, update

from data_access.database.insert import insert_one
from data_access.database.schema import programme_unit, unit
from data_access.programmes.setup import Row
from model.edges import Row as Stored

UNIT_NAMES: Final = ("name", "short_name", "name_en", "aliases", "kind_name", "province_code_2022")
_OF_MEMBERS: Final = ("start", "end", "cluster", "members", "members_as_of")


def write_units(connection: Connection, rows: list[Row], number: int) -> None:
    """Store these as the members of a programme; units that only it has get the rows' content."""
    unit_by_code = {row["code"]: row for row in connection.execute(select(unit)).mappings()}
    shared = _shared(connection, number)
    parents = {row["parent"] for row in rows if row["parent"]}
    ids = {code: row["id"] for code, row in unit_by_code.items()}
    own_names: dict[str, Row] = {}
    for row in rows:
        values = _unit_values(row)
        former = unit_by_code.get(row["code"])
        if former is None:
            ids[row["code"]] = insert_one(connection, unit, _new(row, values, row["code"] in parents))
        elif former["id"] in shared:
            own_names[row["code"]] = _own_names(former, values)
        else:
            changes = _changed(former, values)
            if changes:
                connection.execute(update(unit).where(unit.c.id == former["id"]).values(**changes))
    _link(connection, rows, ids, unit_by_code, shared)
    connection.execute(delete(programme_unit).where(programme_unit.c.programme_id == number))
    blank = dict.fromkeys(UNIT_NAMES)
    members = [
        {
            "programme_id": number,
            "unit_id": ids[row["code"]],
            "parent_id": ids[row["parent"]] if row["parent"] else None,
            "ranked": row["ranked"],
            **{name: row[name] for name in _OF_MEMBERS},
            **blank,
            **own_names.get(row["code"], {}),
        }
        for row in rows
    ]
    if members:
        connection.execute(insert(programme_unit), members)


def _shared(connection: Connection, number: int) -> set[int]:
    """Units that this programme may not rename: shipped ones, and those of other programmes."""
    others = select(programme_unit.c.unit_id).where(programme_unit.c.programme_id != number)
    return set(connection.scalars(select(unit.c.id).where(or_(unit.c.level == "direct", unit.c.id.in_(others)))))


def _unit_values(row: Row) -> Row:
    values = {name: row[name] for name in ("name", "short_name", "name_en", "kind_name")}
    values["aliases"] = "|".join(part.strip() for part in row["aliases"].split(";")) if row["aliases"] else None
    return {**values, "province_code_2022": row["province"]}


def _own_names(former: RowMapping, values: Row) -> Row:
    """The programme's own name for a shared unit, which replaces the shared one in every search."""
    if values["name"] == former["name"]:
        return _changed(former, values)
    follow = {name: values[name] or values["name"] for name in ("short_name", "name_en")}
    blank = {name: values[name] or "" for name in ("aliases", "province_code_2022")}
    return {**_changed(former, values), **follow, **blank}


def _changed(former: RowMapping, values: Stored) -> Row:
    """The columns that a row changes; a blank cell changes nothing."""
    return {name: value for name, value in values.items() if value is not None and former[name] != value}


def _new(row: Row, values: Row, is_parent: bool) -> Row:  # noqa: FBT001 (one caller, beside it)
    # A union directly under the VGCL is of one of its three kinds; everything else stands somewhere below.
    level = "grassroots" if row["parent"] and not is_parent else "upper"
    filled = {name: values[name] or row["name"] for name in ("short_name", "name_en")}
    return {**values, **filled, "code": row["code"], "level": level, "aliases": values["aliases"] or ""}


def _link(
    connection: Connection,
    rows: list[Row],
    ids: dict[str, int],
    rows_before: Mapping[str, RowMapping],
    shared: set[int],
) -> None:
    """Link units above and after, once all have numbers; shared units keep their links."""
    for row in rows:
        former = rows_before.get(row["code"])
        links = {"successor_id": ids[row["successor"]]} if row["successor"] else {}
        if row["parent"] and not (former and former["id"] in shared):
            links["parent_id"] = ids[row["parent"]]
        if former and former["id"] in shared and former["successor_id"]:
            continue  # who goes on for it is said already
        if links and (former is None or any(former[name] != value for name, value in links.items())):
            connection.execute(update(unit).where(unit.c.id == ids[row["code"]]).values(**links))
