"""One union beside its cluster and the nation."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from data_access.queries.targets import fetch_targets
from data_access.rules.shares import per_members, share_of
from data_access.store.records import Records
from model.catalogue import Unit
from model.codes import Boundary
from model.edges import Row
from model.exactness import reached_word, sum_qualifier
from model.filters import Filters
from model.profile import Peer

_Counts: TypeAlias = Mapping[int, Mapping[str, int]]  # by unit and column


def peers_of(records: Records, filters: Filters, unit: Unit) -> tuple[Peer, ...]:
    """The union, its cluster and the nation under the same other filters."""
    everywhere = filters.everywhere.changed(boundary=Boundary.OLD)
    limited = records.sums_of(filters.programme)  # then neither the cluster nor the whole may be shown
    cluster = [other for other in records.catalogue.members(filters) if other.cluster == unit.cluster and unit.cluster]
    by_unit = _by_unit(records, everywhere)
    targets = {row["unit_code"]: row for row in fetch_targets(records, everywhere).iter_rows(named=True)}
    groups = [("unit", [unit]), ("cluster", cluster), ("nation", list(records.catalogue.members(filters)))]
    scope_groups = groups[:1] if limited else groups
    return tuple(_peer(who, units, by_unit, targets, filters.counted) for who, units in scope_groups if units)


def _by_unit(records: Records, filters: Filters) -> _Counts:
    """COUNTS by unit id, with the `rows` of the measure and how many of these have a `computed` benefit."""
    counts, of_measure = (records.slice(scope).counts("unit_id").to_dicts() for scope in (filters, filters.of_measure))
    rows = {row["unit_id"]: {"rows": row["uploads"], "computed": row["benefit_count"]} for row in of_measure}
    return {row["unit_id"]: row | rows.get(row["unit_id"], {"rows": 0, "computed": 0}) for row in counts}


def _peer(who: str, units: Sequence[Unit], by_unit: _Counts, targets: Mapping[str, Row], column: str) -> Peer:
    def total(name: str) -> int:
        return sum(by_unit.get(unit.id, {}).get(name, 0) for unit in units)

    uploads, amount = total("uploads"), total(column)
    judged = [targets[unit.code] for unit in units if targets[unit.code]["reached_pct"] is not None]
    target_sum = sum(row["target"] or 0 for row in judged)
    per100, units_rated = per_members(units, {unit.id: by_unit.get(unit.id, {}).get(column, 0) for unit in units})
    return Peer(
        who,
        len(units),
        amount,
        amount / len(units),
        100 * sum(row["uploads"] or 0 for row in judged) / target_sum if target_sum else None,
        share_of(total("valid"), uploads),
        share_of(total("computed"), total("rows")),
        per100,
        reached_word(None, sum_qualifier(row["target_qualifier"] for row in judged)) if uploads else None,
        units_rated,
    )
