"""Cross tables from the cube: two dimensions, one measure."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Final

import polars as pl

from data_access.rules.pace import last_counted
from data_access.store.records import Records, of_rows
from data_access.store.remembered import remembered
from model.catalogue import Catalogue
from model.codes import NONE
from model.dimensions import CUBE
from model.filters import Filters
from model.pivot import MONTH, OF_UNIT, RATIOS, Pivot

_COLUMN: Final = {**dict.fromkeys(OF_UNIT, "unit_id"), **{dimension.code: dimension.column for dimension in CUBE}}


@remembered
def fetch_pivot(records: Records, filters: Filters, down: str, across: str, measure: str) -> Pivot:
    """The cells of two different dimensions. Under review is a stock and has no months."""
    part, whole = RATIOS[measure][:2] if measure in RATIOS else (measure, None)
    columns = list(dict.fromkeys(_COLUMN[name] for name in (down, across) if name != MONTH))
    rows = of_rows(filters)
    counts = _by_month(records, rows, columns) if MONTH in (down, across) else records.slice(rows).counts(*columns)
    codes = [_codes(records.catalogue, name).alias(side) for side, name in (("down", down), ("across", across))]
    with_codes = counts.select(
        *codes, pl.col(part).alias("part"), (pl.col(whole) if whole else pl.lit(None)).alias("whole")
    )
    cells = with_codes.group_by("down", "across").agg(pl.col("part", "whole").sum()).filter(_something(whole))
    groups = (
        {unit.code: unit.region or unit.kind for unit in records.catalogue.members(filters)} if down == "unit" else {}
    )
    return Pivot(cells.sort("down", "across"), down, across, measure, groups, last_counted(records.slice(filters)))


def _something(whole: str | None) -> pl.Expr:
    return pl.col("whole" if whole else "part") != 0


def _by_month(records: Records, filters: Filters, columns: list[str]) -> pl.DataFrame:
    """Counts by month, each month of the scope as a period of its own."""
    slice_ = records.slice(filters)
    days = slice_.daily()["day"]
    if days.is_empty():
        return slice_.counts(*columns or ["level"]).clear().with_columns(pl.lit("").alias(MONTH))
    first, last = min(days.to_list()), max(days.to_list())
    frames = []
    start = first.replace(day=1)
    while start <= last:
        after = (start + timedelta(days=32)).replace(day=1)
        since, until = max(start, slice_.start or start), min(after - timedelta(days=1), slice_.end or after)
        if since <= until:
            counts = slice_.between(since, until).counts(*columns)
            frames.append(counts.with_columns(pl.lit(start.strftime("%Y-%m")).alias(MONTH)))
        start = after
    return pl.concat(frames)


def _codes(catalogue: Catalogue, name: str) -> pl.Expr:
    if name == MONTH:
        return pl.col(MONTH)
    column = _COLUMN[name]
    codes = _NAMED[name](catalogue)
    return pl.col(column).replace_strict(codes, default=NONE, return_dtype=pl.String)


def _units(field: str, catalogue: Catalogue) -> dict[int, str]:
    return {unit.id: getattr(unit, field) or NONE for unit in catalogue.unit_by_id.values()}


def _numbered(codes: tuple[str, ...], _catalogue: Catalogue) -> dict[int, str]:
    return dict(enumerate(codes))


_NAMED: Final[dict[str, Callable[[Catalogue], dict[int, str]]]] = {
    "unit": partial(_units, "code"),
    "region": partial(_units, "region"),
    "kind": partial(_units, "kind"),
    "cluster": partial(_units, "cluster_code"),
    "sector": lambda catalogue: {sector.id: sector.code for sector in catalogue.sectors},
    **{dimension.code: partial(_numbered, dimension.codes) for dimension in CUBE if dimension.codes},
}
