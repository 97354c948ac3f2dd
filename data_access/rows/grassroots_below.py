"""Participation below the direct units: one walk over the rows in the order of an index, for any period."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import polars as pl
from sqlalchemy import Connection, Integer, func, literal, select

from data_access.cube.readers import snapshot
from data_access.cube.row_conditions import counted_rows, of_units
from data_access.cube.scope import scope_of
from data_access.database.schema import initiative
from data_access.database.schema import unit as unit_table
from data_access.rows.row_questions import occurrences
from data_access.store.first_and_last import Appearances, is_by_days, of_period, within
from data_access.store.records import Records, of_rows
from data_access.store.row_order import counted_by_author
from model.codes import SEXES
from model.filters import Filters

_DAYS: Final = 100_000_000  # more than any day, 20220420


@dataclass(frozen=True)
class Below:
    """By unit id: grassroots unions with an initiative. For the whole scope: initiatives by sex of the author."""

    participating: dict[int, int]
    sexes: tuple[tuple[str, int], ...]


def fetch_below(records: Records, filters: Filters) -> Below:
    """Unions below and sexes in the rows of the scope; neither is a dimension of the cube."""
    allowed = records.to_count(of_rows(filters))
    scope = scope_of(allowed, records.catalogue)
    if is_by_days(scope):
        ever = _read(records, allowed.ever)
        counts = ever.unions.within(scope)
        if counts is not None:
            return Below(dict(counts.iter_rows()), _by_sex(within(ever.sexes, scope)))
    rows = _read(records, allowed)
    everybody = rows.unions.days.group_by("unit_id").agg(pl.col("n").sum())
    return Below(dict(everybody.iter_rows()), _by_sex(rows.sexes))


@dataclass(frozen=True)
class _Rows:
    """By unit and days (`first`, `last`): unions met between them, and initiatives of each `sex`."""

    frame: pl.DataFrame

    @property
    def unions(self) -> Appearances:
        return Appearances(self.frame.filter(pl.col("sex").is_null()))

    @property
    def sexes(self) -> pl.DataFrame:
        """Initiatives by sex and day: day, sex, n."""
        return self.frame.drop_nulls("sex").select("sex", "n", day="first")


def _read(records: Records, filters: Filters) -> _Rows:
    row, scope = initiative.c, scope_of(filters, records.catalogue)
    sex_and_day = (row.uploaded_day + row.sex * literal(_DAYS, Integer)).label("packed")
    question = counted_by_author(select(scope.unit, row.grassroots_id, sex_and_day).where(*counted_rows(scope)))

    def ask(connection: Connection, units: Sequence[int] | None) -> pl.DataFrame:
        value, day = pl.col("packed"), pl.col("packed") % _DAYS
        rows = snapshot(connection).occurrences(of_units(question, units))
        below = pl.col("grassroots_id") != pl.col("unit_id")  # inside an upper union they are the units
        unions = rows.drop_nulls("grassroots_id").filter(below).group_by("unit_id", "grassroots_id")
        stretches = unions.agg(first=day.min(), last=day.max()).group_by("unit_id", "first", "last").agg(n=pl.len())
        sexes = rows.group_by("unit_id", first=day, last=day, sex=value // _DAYS).agg(pl.col("n").sum())
        return pl.concat([part.cast(pl.Int32) for part in (stretches, sexes)], how="diagonal")

    return _Rows(records.ask_by_unit(ask, ("below", filters), filters))


def _by_sex(sexes: pl.DataFrame) -> tuple[tuple[str, int], ...]:
    counts = dict(sexes.group_by("sex").agg(pl.col("n").sum()).iter_rows())
    numbers = (*range(1, len(SEXES)), *([0] if counts.get(0) else []))  # unknown comes last, where there is any
    return tuple((SEXES[place], counts.get(place, 0)) for place in numbers)


def count_below(records: Records, filters: Filters) -> pl.DataFrame:
    """Initiatives of each grassroots union in scope: grassroots_id, n. For a unit or a few."""
    allowed = records.to_count(of_rows(filters))
    counts = of_period(partial(_by_day, records), allowed, scope_of(allowed, records.catalogue))
    return counts.drop_nulls().group_by("grassroots_id").agg(pl.col("n").sum())


def _by_day(records: Records, filters: Filters) -> pl.DataFrame:
    row, scope = initiative.c, scope_of(filters, records.catalogue)
    question = select(scope.unit, row.grassroots_id, row.uploaded_day.label("day")).where(*counted_rows(scope))
    return records.ask_rows(occurrences(counted_by_author(question)), ("count_below", filters), filters)


def grassroots_known(records: Records) -> dict[int, int]:
    """The number of grassroots unions below each direct unit in the catalogue, directly or under an upper union."""
    column = unit_table.c
    query = select(column.parent_id, func.count()).where(column.level == "grassroots").group_by(column.parent_id)
    uppers = select(column.id, column.parent_id).where(column.level == "upper")

    def ask(connection: Connection) -> dict[int, int]:
        above = {row[0]: row[1] for row in connection.execute(uppers)}
        counts: dict[int, int] = {}
        for parent, n in connection.execute(query):
            direct = above.get(parent, parent)
            counts[direct] = counts.get(direct, 0) + n
        return counts

    return records.ask(ask, key="grassroots_known")
