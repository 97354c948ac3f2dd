"""Upper and grassroots unions that files name: found below their direct unit, or new."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

import polars as pl
from sqlalchemy import Connection, insert, select

from data_access.database.schema import programme_unit, unit
from model.folding import fold
from model.unit_tree import UnitTree

_NEW: Final = -1
_AT_ONCE: Final = 200_000
_PREFIX: Final = re.compile(r"^(?:cong doan co so|cdcs|cong doan|cd)\s+")


Named = tuple[int, str | None, str | None]  # direct unit, upper union, grassroots union


class Unions:
    """The unions below the direct units, by what files call them."""

    def __init__(self, connection: Connection, direct_ids: list[int], programme_id: int, names: set[str]) -> None:
        """Those below `direct_ids` that are called one of `names` (union_key)."""
        columns = (unit.c.id, unit.c.parent_id, unit.c.level, unit.c.name, unit.c.short_name, unit.c.code)
        below = connection.execute(select(*columns).where(unit.c.level != "direct").order_by(unit.c.id)).all()
        tree = UnitTree({row.id: row.parent_id for row in below} | _parents_in(connection, programme_id))
        units = set(direct_ids)
        self._upper: dict[tuple[int, str], int] = {}
        self._grassroots: dict[tuple[int, int | None, str], int] = {}
        # A union below beats one that others stand below, where both are called the same.
        for row in sorted(below, key=lambda row: row.level == "upper"):
            keys = names & {union_key(row.name), union_key(row.short_name), union_key(row.code)}
            if not keys:
                continue
            above = () if row.id in units else _above(row.id, tree, units)
            if not above:
                continue
            *between, direct = above
            for name in keys:
                if row.level == "upper" and not between:
                    self._upper[direct, name] = row.id
                for upper in (*between, None):
                    self._grassroots.setdefault((direct, upper, name), row.id)

    def find(self, direct_id: int, upper: str | None, grassroots: str | None) -> int | None:
        """The id of the named union, of the upper one where no grassroots union is named, None where it is new."""
        above = self._upper.get((direct_id, union_key(upper))) if upper else None
        if grassroots is None:
            return above
        name = union_key(grassroots)
        if upper is None:
            return self._grassroots.get((direct_id, None, name))
        return self._grassroots.get((direct_id, above, name)) if above else None

    def make(self, connection: Connection, unions: Iterable[Named]) -> list[int]:
        """Create the unions that are named and unknown; returns the new ids."""
        unions_named = list(unions)
        uppers = {(direct, union_key(upper)): (direct, upper) for direct, upper, _ in unions_named if upper}
        new = {key: pair for key, pair in uppers.items() if key not in self._upper}
        new_ids = _insert(connection, "upper", list(new.values()))
        self._upper |= dict(zip(new, new_ids, strict=True))
        below = {
            (direct, self._upper[(direct, union_key(upper))] if upper else None, union_key(name)): name
            for direct, upper, name in unions_named
            if name and self.find(direct, upper, name) is None
        }
        ids = _insert(connection, "grassroots", [(upper or direct, name) for (direct, upper, _), name in below.items()])
        self._grassroots |= dict(zip(below, ids, strict=True))
        return [*new_ids, *ids]


def _parents_in(connection: Connection, programme_id: int) -> dict[int, int]:
    """The parents of units, as far as the programme states them."""
    own = programme_unit.c
    parents = select(own.unit_id, own.parent_id).where(own.programme_id == programme_id, own.parent_id.is_not(None))
    return {row.unit_id: row.parent_id for row in connection.execute(parents)}


def _above(number: int, tree: UnitTree, ancestors: set[int]) -> tuple[int, ...]:
    """The units above a union, up to the first one that rows belong to; none where there is no such unit."""
    upwards = tree.above(number)[-2::-1]
    place = next((place for place, above in enumerate(upwards, start=1) if above in ancestors), 0)
    return upwards[:place]


@lru_cache(maxsize=50_000)
def union_key(name: str) -> str:
    """`name` as it is compared: without accents, case and “Công đoàn cơ sở” in front."""
    return _PREFIX.sub("", fold(name))


def _insert(connection: Connection, level: str, unions: Sequence[tuple[int, str]]) -> list[int]:
    """New units below others: (parent, name) each; their ids in the same order."""
    if not unions:
        return []
    codes_above = {row.id: row.code for row in connection.execute(select(unit.c.id, unit.c.code))}
    codes = [f"{codes_above[parent][:20]}-{_mark(parent, name)}" for parent, name in unions]
    rows = [
        {"code": code, "name": name, "name_en": name, "short_name": name, "level": level, "parent_id": parent}
        for code, (parent, name) in zip(codes, unions, strict=True)
    ]
    connection.execute(insert(unit), rows)
    ids = {row.code: row.id for row in connection.execute(select(unit.c.id, unit.c.code).where(unit.c.level == level))}
    return [int(ids[code]) for code in codes]


def _mark(parent_id: int, name: str) -> str:
    return hashlib.sha256(f"{parent_id}|{union_key(name)}".encode()).hexdigest()[:10]


def with_unions(
    connection: Connection, programme_id: int, rows: pl.DataFrame, *, make: bool
) -> tuple[pl.DataFrame, list[int]]:
    """`rows` with grassroots_id instead of upper and grassroots, and the ids of the units made for it.

    Without `make` nothing is written, and unions that are new have the id -1.
    """
    names = [name for name in ("upper", "grassroots") if name in rows.columns]
    if not names:
        return rows, []
    key = ["unit_id", *names]
    distinct = (
        rows.select(key)
        .unique(maintain_order=True)
        .filter(pl.any_horizontal(pl.col(name).is_not_null() for name in names))
    )
    keys = {union_key(text) for name in names for text in distinct[name].drop_nulls().unique()}
    unions = Unions(connection, distinct["unit_id"].drop_nulls().unique().to_list(), programme_id, keys)
    unions_named = [(row["unit_id"], row.get("upper"), row.get("grassroots")) for row in distinct.iter_rows(named=True)]
    new_units = unions.make(connection, [place for place in unions_named if place[0] is not None]) if make else []
    ids = [_NEW if place[0] is None or (code := unions.find(*place)) is None else code for place in unions_named]
    distinct = distinct.with_columns(grassroots_id=pl.Series(ids, dtype=pl.Int64))
    # Some at a time: joining a million rows by their names takes a third of a gigabyte.
    wanting = rows.select(key)
    parts = [
        some.join(distinct, on=key, how="left", nulls_equal=True, maintain_order="left").select("grassroots_id")
        for some in (wanting.iter_slices(_AT_ONCE) if rows.height else (wanting,))
    ]
    return rows.drop(names).with_columns(pl.concat(parts)["grassroots_id"]), new_units
