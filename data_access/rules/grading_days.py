"""How long every unit's initiatives waited for their decision, for those judged in a period."""

from typing import Final

import polars as pl
from sqlalchemy import Connection, func, select

from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import scope_of
from data_access.database.schema import initiative
from data_access.store.first_and_last import date_of
from data_access.store.records import Records, of_rows
from model.filters import Filters
from model.frames import Columns

JUDGED: Final = ("valid", "invalid")
_GROUPED: Columns = {"unit_id": pl.Int64, "uploaded": pl.Int64, "settled": pl.Int64, "n": pl.Int64}


def mean_days(records: Records, filters: Filters) -> dict[int, float]:
    """Mean days from upload to decision by the number of the unit; nothing for a unit of which nothing was judged.

    `filters` limit the day of the decision. Raises NotFrozen: cells do not know how long a row waited.
    """
    allowed = records.to_count(of_rows(filters.changed(statuses=JUDGED)))
    scope = scope_of(allowed, records.catalogue)
    row, unit = initiative.c, scope.unit.label("unit_id")
    question = select(unit, row.uploaded_day, row.settled_day, func.count()).where(*counted_rows(scope))
    question = question.group_by(unit, row.uploaded_day, row.settled_day)

    def ask(connection: Connection) -> pl.DataFrame:
        return pl.DataFrame([tuple(row) for row in connection.execute(question)], schema=_GROUPED, orient="row")

    groups = records.ask_rows(ask, ("grading_days", allowed), allowed)
    waited = (date_of("settled") - date_of("uploaded")).dt.total_days().clip(0)
    means = groups.group_by("unit_id").agg((waited * pl.col("n")).sum() / pl.col("n").sum())
    return dict(means.iter_rows())
