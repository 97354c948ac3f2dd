"""What has changed since figures were frozen: the same moment told by the records of today."""

from functools import partial
from typing import Final

import polars as pl

from data_access.frozen import FrozenKeeper
from data_access.keeper import Keeper
from model.filters import Filters
from model.freezing import FrozenChanges, UnitChange

_COMPARED: Final = ("uploads", "valid", "benefit_vnd")
_TARGET: Final = ["unit_id", "phase", "kind", "value"]


def fetch_frozen_changes(keeper: FrozenKeeper) -> FrozenChanges:
    """Frozen figures against those of today, by unit; asked once per version."""
    return keeper.live.remember(("changes", keeper.frozen.id), partial(_compare, keeper))


def _compare(keeper: FrozenKeeper) -> FrozenChanges:
    frozen = keeper.frozen
    then = Filters(programme=frozen.programme, as_of=frozen.as_of)
    before, now = _by_unit(keeper, then), _by_unit(keeper.live, then)
    targets, today = keeper.targets(frozen.programme), keeper.live.targets(frozen.programme)
    latest = keeper.live.slice(Filters(programme=frozen.programme)).counts()
    nothing = dict.fromkeys(_COMPARED, 0)
    units = []
    for unit in keeper.catalogue.units:
        old, new = before.get(unit.id, nothing), now.get(unit.id, nothing)
        if old != new:
            pairs = {name: old[name] for name in _COMPARED} | {f"{name}_today": new[name] for name in _COMPARED}
            units.append(UnitChange(unit.code, unit.name, **pairs))
    return FrozenChanges(
        frozen,
        sum(row["uploads"] for row in before.values()),
        sum(row["uploads"] for row in now.values()),
        int(latest["uploads"].item()),
        tuple(units),
        _differing(targets, today),
    )


def _by_unit(keeper: Keeper, filters: Filters) -> dict[int, dict[str, int]]:
    rows = keeper.slice(filters).counts("unit_id").select("unit_id", *_COMPARED).iter_rows(named=True)
    return {row.pop("unit_id"): row for row in rows}


def _differing(targets: pl.DataFrame, today: pl.DataFrame) -> int:
    """How many targets were set, taken back or given another value."""
    one, other = set(targets.select(_TARGET).iter_rows()), set(today.select(_TARGET).iter_rows())
    return len({row[:-1] for row in one ^ other})
