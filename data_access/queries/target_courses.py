"""Weekly courses of units towards their targets, up to the last day."""

import polars as pl

from data_access.queries.targets import fetch_targets
from data_access.rules.pace import target_period
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.codes import Basis
from model.filters import Filters
from model.frames import OF_UNCOUNTED, TARGET_COURSES

_STEP = 7  # days


@remembered
def fetch_target_courses(records: Records, filters: Filters) -> pl.DataFrame:
    """TARGET_COURSES of the units with a target that have reported, by their share; none from printed figures."""
    empty = pl.DataFrame(schema=TARGET_COURSES)
    targets = fetch_targets(records, filters)
    with_target = targets.filter(pl.col("reached_pct").is_not_null() & (pl.col("target") > 0) & ~OF_UNCOUNTED)
    if filters.basis is not Basis.RECORDS or with_target.is_empty():
        return empty
    slice_ = records.slice(filters.of_measure)
    first, _ = target_period(records.catalogue.programme(filters.programme), filters)
    start, last = first or slice_.start, slice_.moment.date() if slice_.moment else None
    if start is None or last is None or last <= start:
        return empty
    days = [*pl.date_range(start, last, f"{_STEP}d", eager=True), last]
    groups = records.catalogue.groups_in(filters)
    code_of = {unit.id: group.code for group in groups for unit in group.units}
    counts = slice_.daily("unit_id").with_columns(
        pl.col("unit_id").replace_strict(code_of, default=None, return_dtype=pl.String).alias("unit_code")
    )
    # What came before the first day stands on it; the rest on the next day that is drawn.
    marks = pl.DataFrame({"day": days}).unique().sort("day").with_columns(pl.col("day").alias("at"))
    dated_counts = counts.sort("day").join_asof(marks, on="day", strategy="forward")
    steps = dated_counts.group_by("unit_code", "at").agg(pl.col("uploads").sum())
    columns = ("unit_code", "short_name", "status", "reached_pct", "target")
    grid = with_target.select(columns).join(marks.select("at"), how="cross")
    until = pl.col("uploads").fill_null(0).cum_sum().over("unit_code")
    return (
        grid.join(steps, on=["unit_code", "at"], how="left")
        .sort(["reached_pct", "unit_code", "at"], descending=[True, False, False])
        .with_columns(pl.col("at").alias("day"), (100 * until / pl.col("target")).alias("reached_pct"))
        .select(TARGET_COURSES.keys())
    )
