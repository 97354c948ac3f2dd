"""Upper and grassroots unions that files name: found below their direct unit, or new."""

import hashlib
import re
from dataclasses import dataclass
from typing import Final

import polars as pl
from sqlalchemy import Connection, select

from data_access.inserting import insert_one
from data_access.tables import unit
from model.folding import fold

_PREFIX: Final = re.compile(r"^(?:cong doan co so|cdcs|cong doan|cd)\s+")


@dataclass(frozen=True)
class Union:
    """A union that no table has yet. `parent` is an id, or the place in the list of one that is new, too."""

    code: str
    name: str
    level: str
    direct_id: int
    upper: str | None


class Unions:
    """The unions below the direct units, by what files call them."""

    def __init__(self, connection: Connection, direct_ids: list[int]) -> None:
        columns = (unit.c.id, unit.c.parent_id, unit.c.level, unit.c.name, unit.c.short_name)
        below = connection.execute(select(*columns).where(unit.c.level != "direct").order_by(unit.c.id)).all()
        wanted = set(direct_ids)
        uppers = {row.id: row.parent_id for row in below if row.level == "upper" and row.parent_id in wanted}
        self._upper: dict[tuple[int, str], int] = {}
        self._grassroots: dict[tuple[int, int | None, str], int] = {}
        for row in below:
            names = {union_key(row.name), union_key(row.short_name)}
            if row.id in uppers:
                self._upper |= {(row.parent_id, name): row.id for name in names}
            elif row.parent_id in wanted or row.parent_id in uppers:
                direct = uppers.get(row.parent_id, row.parent_id)
                upper = row.parent_id if row.parent_id in uppers else None
                for name in names:
                    self._grassroots.setdefault((direct, upper, name), row.id)
                    self._grassroots.setdefault((direct, None, name), row.id)

    def find(self, direct_id: int, upper: str | None, grassroots: str | None) -> int | None:
        """Id of the union named, of the upper one where no grassroots union is named, None where it is new."""
        above = self._upper.get((direct_id, union_key(upper))) if upper else None
        if grassroots is None:
            return above
        name = union_key(grassroots)
        if upper is None:
            return self._grassroots.get((direct_id, None, name))
        return self._grassroots.get((direct_id, above, name)) if above else None

    def add(
        self, connection: Connection, direct_id: int, upper: str | None, grassroots: str | None
    ) -> tuple[int, list[int]]:
        """Make what is missing; the id of the union named and the ids of the units made."""
        made: list[int] = []
        parent = direct_id
        if upper:
            known = self._upper.get((direct_id, union_key(upper)))
            if known is None:
                known = _insert(connection, "upper", direct_id, upper)
                self._upper[(direct_id, union_key(upper))] = known
                made.append(known)
            parent = known
        if grassroots is None:
            return parent, made
        number = _insert(connection, "grassroots", parent, grassroots)
        self._grassroots[(direct_id, parent if upper else None, union_key(grassroots))] = number
        return number, [*made, number]


def union_key(name: str) -> str:
    """`name` as it is compared: without accents, case and “Công đoàn cơ sở” in front."""
    return _PREFIX.sub("", fold(name))


def _insert(connection: Connection, level: str, parent_id: int, name: str) -> int:
    above = connection.scalar(select(unit.c.code).where(unit.c.id == parent_id))
    mark = hashlib.sha256(f"{parent_id}|{union_key(name)}".encode()).hexdigest()[:10]
    code = f"{str(above)[:20]}-{mark}"
    values = {"code": code, "name": name, "name_en": name, "short_name": name, "level": level, "parent_id": parent_id}
    return insert_one(connection, unit, values)


def with_unions(connection: Connection, rows: pl.DataFrame, *, make: bool) -> tuple[pl.DataFrame, list[int]]:
    """`rows` with grassroots_id instead of upper and grassroots, and the ids of the units made for it.

    Without `make` nothing is written, and unions that are new have the id -1.
    """
    names = [name for name in ("upper", "grassroots") if name in rows.columns]
    if not names:
        return rows, []
    key = ["unit_id", *names]
    named = (
        rows.select(key)
        .unique(maintain_order=True)
        .filter(pl.any_horizontal(pl.col(name).is_not_null() for name in names))
    )
    unions = Unions(connection, named["unit_id"].drop_nulls().unique().to_list())
    ids: list[int | None] = []
    made: list[int] = []
    for row in named.iter_rows(named=True):
        where = (row["unit_id"], row.get("upper"), row.get("grassroots"))
        found = unions.find(*where) if where[0] is not None else None
        if found is None and make and where[0] is not None:
            found, new = unions.add(connection, *where)
            made += new
        ids.append(-1 if found is None else found)
    named = named.with_columns(grassroots_id=pl.Series(ids, dtype=pl.Int64))
    return rows.join(named, on=key, how="left", nulls_equal=True, maintain_order="left").drop(names), made
