"""Who takes part below the direct units: one walk over the rows in the order of an index, cached by version."""

from dataclasses import dataclass

import polars as pl
from sqlalchemy import Connection, func, select

from data_access.grouped import of_rows
from data_access.keeper import Keeper
from data_access.reading import snapshot
from data_access.row_order import counted_by_author
from data_access.scope import counted_rows, scope_of
from data_access.tables import initiative
from data_access.tables import unit as unit_table
from model.codes import SEXES
from model.filters import Filters


@dataclass(frozen=True)
class Below:
    """By unit id: grassroots unions with an initiative. For the whole scope: initiatives by sex of the author."""

    participating: dict[int, int]
    sexes: tuple[tuple[str, int], ...]


def fetch_below(keeper: Keeper, filters: Filters) -> Below:
    """What the rows of the scope say about unions below and about sex; neither is a dimension of the cube."""
    asked, row = of_rows(filters), initiative.c
    scope = scope_of(asked, keeper.catalogue)
    question = counted_by_author(select(row.unit_id, row.grassroots_id, row.sex).where(*counted_rows(scope)))

    def ask(connection: Connection) -> Below:
        frame = snapshot(connection).occurrences(question)
        taking_part = frame.drop_nulls("grassroots_id").group_by("unit_id").agg(pl.col("grassroots_id").n_unique())
        by_sex = dict(frame.group_by("sex").agg(pl.col("n").sum()).iter_rows())
        places = (*range(1, len(SEXES)), 0)  # unknown comes last
        return Below(dict(taking_part.iter_rows()), tuple((SEXES[place], by_sex.get(place, 0)) for place in places))

    return keeper.ask_rows(ask, key=("below", asked))


def grassroots_known(keeper: Keeper) -> dict[int, int]:
    """How many grassroots unions the catalogue has below each direct unit, by its id; at once or by an upper union."""
    column = unit_table.c
    counted = select(column.parent_id, func.count()).where(column.level == "grassroots").group_by(column.parent_id)
    uppers = select(column.id, column.parent_id).where(column.level == "upper")

    def ask(connection: Connection) -> dict[int, int]:
        above = {row[0]: row[1] for row in connection.execute(uppers)}
        known: dict[int, int] = {}
        for parent, n in connection.execute(counted):
            direct = above.get(parent, parent)
            known[direct] = known.get(direct, 0) + n
        return known

    return keeper.ask(ask, key="grassroots_known")
