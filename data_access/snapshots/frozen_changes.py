"""Changes since figures were frozen: the same moment in today's records."""

from collections.abc import Mapping
from functools import partial
from typing import Final, TypeAlias

import polars as pl
from sqlalchemy import Connection, func, select

from data_access.database.schema import snapshot_cell, snapshot_target
from data_access.snapshots.freezing import find_snapshots
from data_access.store.lru import Recent
from data_access.store.records import Records
from model.codes import Event
from model.filters import Filters
from model.freezing import Frozen, FrozenChanges, UnitChange

_COMPARED: Final = ("uploads", "valid", "benefit_vnd")
_TARGET: Final = ("unit_id", "phase", "kind", "value")
_REMEMBERED: Final = 500  # snapshots; what each holds in all is a line a union
_WITHIN: Final = 20.0  # seconds to add up snapshots nobody has listed before

ByUnit: TypeAlias = Mapping[int, Mapping[str, int]]
Targets: TypeAlias = frozenset[tuple[object, ...]]


def fetch_frozen_changes(records: Records) -> FrozenChanges:
    """Frozen figures against today's, by unit, computed once for each version. ValueError for records of now."""
    frozen = records.frozen
    if frozen is None:
        raise ValueError("Only frozen records can have changed since.")

    def compare() -> FrozenChanges:
        return _compare(records.live, frozen, _by_unit(records, frozen), _targets(records, frozen))

    return records.live.remember(("changes", frozen.id), compare)


def fetch_frozen_list(records: Records, programme_code: str) -> tuple[FrozenChanges, ...]:
    """All snapshots of a programme, newest first, each with its changes since. Raises DataAccessError."""
    live = records.live
    sums: Recent[tuple[ByUnit, Targets]] = live.keep(("frozen_sums",), partial(Recent, _REMEMBERED))
    results = []
    for frozen in live.ask_now(partial(find_snapshots, programme_code=programme_code)):
        question = partial(_sums, number=frozen.id)
        before, targets = sums.get_or_make(frozen.id, partial(live.ask_now, question, _WITHIN))
        results.append(live.remember(("changes", frozen.id), partial(_compare, live, frozen, before, targets)))
    return tuple(results)


def _sums(connection: Connection, number: int) -> tuple[ByUnit, Targets]:
    """The sums of a snapshot by union, added up in the database instead of loading its cells."""
    cell = snapshot_cell.c
    query = select(cell.unit_id, cell.event, func.sum(cell.n), func.sum(cell.sum_benefit))
    of_snapshot = (cell.snapshot_id == number) & (cell.day > 0)  # below 0: a week before the moment
    by_unit: dict[int, dict[str, int]] = {}
    for unit_id, event, n, benefit in connection.execute(
        query.where(of_snapshot, cell.event.in_((Event.UPLOADED, Event.VALID))).group_by(cell.unit_id, cell.event)
    ):
        sums = by_unit.setdefault(unit_id, dict.fromkeys(_COMPARED, 0))
        sums |= {"uploads": int(n), "benefit_vnd": int(benefit)} if event == Event.UPLOADED else {"valid": int(n)}
    set_then = select(*(snapshot_target.c[name] for name in _TARGET)).where(snapshot_target.c.snapshot_id == number)
    return by_unit, frozenset(tuple(row) for row in connection.execute(set_then))


def _compare(live: Records, frozen: Frozen, before: ByUnit, targets: Targets) -> FrozenChanges:
    now = _by_unit(live, frozen)
    latest = live.slice(Filters(programme=frozen.programme)).counts()
    nothing = dict.fromkeys(_COMPARED, 0)
    units = []
    for unit in live.catalogue.units:
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
        len({row[:-1] for row in targets ^ _targets(live, frozen)}),  # set, taken back or given another value
    )


def _by_unit(records: Records, frozen: Frozen) -> ByUnit:
    then = Filters(programme=frozen.programme, as_of=frozen.as_of)
    rows = records.slice(then).counts("unit_id").filter(pl.any_horizontal(pl.col(_COMPARED) != 0))
    return {row.pop("unit_id"): row for row in rows.select("unit_id", *_COMPARED).iter_rows(named=True)}


def _targets(records: Records, frozen: Frozen) -> Targets:
    return frozenset(records.targets(frozen.programme).select(_TARGET).iter_rows())
