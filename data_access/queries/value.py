"""The benefit of initiatives: sums from the cube, the distribution from a walk along the benefits."""

from collections.abc import Sequence
from functools import partial
from math import ceil
from typing import Final

import polars as pl
from sqlalchemy import Connection, select

from data_access.cube.readers import snapshot
from data_access.cube.row_conditions import counted_rows, uploaded_on
from data_access.cube.scope import scope_of
from data_access.database.schema import initiative
from data_access.database.schema import unit as unit_table
from data_access.rows.then import as_at, counted_until
from data_access.rules.pace import last_counted
from data_access.store.first_and_last import of_period
from data_access.store.records import Records, counts_rows, of_rows
from data_access.store.remembered import remembered
from data_access.store.row_order import counted, counted_by_benefit
from model.codes import BENEFIT_BANDS
from model.edges import Row
from model.filters import Filters
from model.value import TOP_PERCENTS, Concentration, Value

_LARGEST: Final = 10
_SECTORS: Final = {"sector_code": pl.String, "computed": pl.Int64, "benefit_vnd": pl.Int64, "mean_vnd": pl.Float64}


@remembered
def fetch_value(records: Records, filters: Filters) -> Value:
    """Sum, median, bands, concentration and the largest of the scope; unknown is never zero."""
    if not counts_rows(records, filters):
        return Value(filters.as_of, 0, 0, 0, None, None, None, (), (), (), pl.DataFrame(schema=_SECTORS))
    scope = filters.of_measure
    slice_ = records.slice(scope)
    counts = slice_.counts().row(0, named=True)
    spread = _spread(records, scope)
    computed, total = int(counts["benefit_count"]), int(counts["benefit_vnd"])
    return Value(
        last_counted(slice_),
        int(counts["uploads"]),
        computed,
        total,
        total / computed if computed else None,
        _middle(spread),
        None if spread.is_empty() else int(spread["value"][-1]),
        _bands(records, scope),
        tuple(_held_by(spread, percent) for percent in TOP_PERCENTS) if total else (),
        _largest(records, scope),
        _sectors(records, scope),
        scope.statuses,
    )


def _spread(records: Records, filters: Filters) -> pl.DataFrame:
    """Every `value` and how often (`n`) it occurs, lowest first."""
    allowed = records.to_count(of_rows(filters))
    values = of_period(partial(_by_day, records), allowed, scope_of(allowed, records.catalogue), "uploaded")
    return values.group_by("value").agg(pl.col("n").cast(pl.Int64).sum()).sort("value")


def _by_day(records: Records, filters: Filters) -> pl.DataFrame:
    """How often each value was uploaded on each day (20220420): uploaded, value, n."""
    row, scope = initiative.c, scope_of(filters, records.catalogue)
    question = select(row.uploaded_day.label("uploaded"), row.benefit_vnd.label("value"))
    question = question.where(row.benefit_vnd.is_not(None), *counted_rows(scope))

    def ask(connection: Connection, days: Sequence[int] | None) -> pl.DataFrame:
        of_days = counted_by_benefit(question) if days is None else counted(uploaded_on(question, days), scope)
        values = snapshot(connection).numbers(of_days).group_by("uploaded", "value").agg(n=pl.len())
        return values.with_columns(pl.col("uploaded", "n").cast(pl.Int32))

    return records.ask_by_day(ask, ("spread", filters), filters)


def _middle(spread: pl.DataFrame) -> int | None:
    """The median; the lower one of two."""
    if spread.is_empty():
        return None
    counted_by_then = spread["n"].cum_sum()
    return int(spread["value"][int(counted_by_then.search_sorted(counted_by_then[-1] / 2))])


def _held_by(spread: pl.DataFrame, percent: int) -> Concentration:
    """The sum of the most valuable `percent`."""
    total = int((spread["value"] * spread["n"]).sum())
    needed = ceil(int(spread["n"].sum()) * percent / 100)
    higher = pl.col("n").cum_sum(reverse=True) - pl.col("n")
    taken = pl.min_horizontal("n", (needed - higher).clip(0))
    held = int(spread.select((pl.col("value") * taken).sum()).item())
    return Concentration(percent, needed, held, 100 * held / total if total else 0.0)


def _bands(records: Records, filters: Filters) -> tuple[tuple[str, int, int], ...]:
    rows_by_band = {
        row["benefit_band"]: row for row in records.slice(filters).counts("benefit_band").iter_rows(named=True)
    }
    order = (*range(1, len(BENEFIT_BANDS)), 0)
    bands = ((BENEFIT_BANDS[band], rows_by_band.get(band, {})) for band in order)
    return tuple((code, row.get("uploads", 0), row.get("benefit_vnd", 0)) for code, row in bands)


def _sectors(records: Records, filters: Filters) -> pl.DataFrame:
    codes = {sector.id: sector.code for sector in records.catalogue.sectors}
    counts = records.slice(filters).counts("sector_id").filter(pl.col("benefit_count") > 0)
    rows = [
        (codes[row["sector_id"]], row["benefit_count"], row["benefit_vnd"], row["benefit_vnd"] / row["benefit_count"])
        for row in counts.sort("benefit_vnd", descending=True).iter_rows(named=True)
    ]
    return pl.DataFrame(rows, schema=_SECTORS, orient="row")


def _largest(records: Records, filters: Filters) -> tuple[Row, ...]:
    """The most valuable rows as they stood at the end of the scope, with the names of their unions."""
    if not records.lists_rows:
        return ()
    scope, row = records.to_list(of_rows(filters)), initiative.c
    question = counted_by_benefit(
        select(*row, unit_table.c.short_name.label("below"))
        .outerjoin_from(initiative, unit_table, row.grassroots_id == unit_table.c.id)
        .where(row.benefit_vnd.is_not(None), *counted_rows(scope_of(scope, records.catalogue)))
        .order_by(row.benefit_vnd.desc(), row.id)
        .limit(_LARGEST)
    )
    units, moment = records.catalogue.unit_by_id, counted_until(scope, records.catalogue)

    def ask(connection: Connection) -> tuple[Row, ...]:
        rows = connection.execute(question).mappings()
        return tuple({**as_at(dict(each), moment), "unit_code": units[each["unit_id"]].code} for each in rows)

    return records.ask_list(ask, ("largest", scope), scope)
