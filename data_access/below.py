"""Who takes part below the direct units: one walk over the rows in the order of an index, cached by version."""

from dataclasses import dataclass

import polars as pl
from sqlalchemy import Connection, case, func, select

from data_access.grouped import of_rows
from data_access.keeper import Keeper
from data_access.scope import counted_rows, scope_of, walking
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
    counts = [func.count(case((row.sex == number, 1))) for number in range(1, len(SEXES))]
    question = select(row.unit_id, row.grassroots_id, func.count(), *counts)
    counted = counted_rows(scope_of(asked, keeper.catalogue))
    question = question.where(*walking(counted, "uploaded_day", "settled_day"))
    question = question.group_by(row.unit_id, row.grassroots_id)

    def ask(connection: Connection) -> Below:
        rows = [tuple(found) for found in connection.execute(question)]
        columns = dict.fromkeys(("unit_id", "grassroots_id", "n", *SEXES[1:]), pl.Int64)
        frame = pl.DataFrame(rows, schema=columns, orient="row")
        taking_part = frame.drop_nulls("grassroots_id").group_by("unit_id").len()
        sums = [int(frame[sex].sum()) for sex in SEXES[1:]]
        unknown = int(frame["n"].sum()) - sum(sums)
        sexes = (*zip(SEXES[1:], sums, strict=True), (SEXES[0], unknown))
        return Below({unit: int(n) for unit, n in taking_part.iter_rows()}, sexes)

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
