"""The leaders, their lead, and the sum of everybody else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final, TypeAlias

import polars as pl

from data_access.cube.slices import Slice
from data_access.ledger.printed_counts import with_printed
from data_access.ledger.ranking_published import ranking_of_ledger
from data_access.queries.targets import fetch_targets
from data_access.queries.unit_counts import units_with_rows
from data_access.rules.noted import noted
from data_access.rules.pace import last_counted, reads_ledger
from data_access.rules.ranks import RankedPlaces, in_order, ranks
from data_access.rules.sources import source_of_records
from data_access.rules.taking_part import taking_part
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.catalogue import Group
from model.codes import Basis, Boundary, Measure
from model.exactness import row_qualifier
from model.filters import Filters
from model.frames import OF_UNCOUNTED
from model.measures import ADDITIVE, MEASURES, Computed, Declared, is_judged
from model.picking import around
from model.reference import clusters_of
from model.results import Ranking

_WEEK: Final = timedelta(days=7)

Values: TypeAlias = dict[str, float]  # by group code; a group nothing is known of is missing


@remembered
def fetch_ranking(records: Records, filters: Filters) -> Ranking:
    """The places of the units (or provinces of 2025) in scope, by the measure asked for."""
    programme = records.catalogue.programme(filters.programme)
    if reads_ledger(records, programme, filters):
        return ranking_of_ledger(records, filters, programme)
    moment = last_counted(records.slice(filters))
    groups = taking_part(records.catalogue, filters, moment, units_with_rows(records, filters))
    before = filters.before or (moment - _WEEK if moment else None)
    now = values_of(records, filters, groups) if moment else {}
    earlier = values_of(records, filters.changed(as_of=before), groups) if before else {}
    total = sum(now.values()) if filters.measure in ADDITIVE and now else None
    reporting = _reporting(records, filters)
    silent = sum(reporting.isdisjoint(unit.id for unit in group.units) for group in groups)
    adds_nothing = silent if total is not None and not MEASURES[filters.measure].known_by else 0
    places = RankedPlaces(
        in_order(groups, now),
        now,
        whole=total,
        total=total,
        unlisted=adds_nothing,
        rank_before=ranks({code: value for code, value in earlier.items() if value}),
        clusters=cluster_places(records, filters, now),
        qualifiers=share_words(records, filters) if is_judged(filters.measure) else {},
    )
    unlisted = [group for group in groups if group.code not in now]
    unknown = 0 if adds_nothing == len(unlisted) else sum(len(group.units) for group in unlisted)
    source = source_of_records(programme)
    ranking = places.ranking(filters, Basis.RECORDS, moment, source, without_value=unknown, before=before)
    ranking = replace(ranking, rest_silent=min(adds_nothing, ranking.rest_units))
    if filters.measure is not Measure.UPLOADS:
        return ranking
    return replace(ranking, frame=with_printed(ranking.frame, records, filters, "value"))


@remembered
def fetch_leaders(records: Records, filters: Filters) -> tuple[Ranking, tuple[str, ...]]:
    """The places among which the one unit asked about is, and its code; otherwise the ranking and no code."""
    ranking = fetch_ranking(records, filters)
    groups = records.catalogue.groups_in(filters)
    if not filters.units or len(groups) != 1 or ranking.basis is not Basis.RECORDS:
        return ranking, ()
    among = fetch_ranking(records, around(filters, "unit"))
    code = groups[0].code
    return (among, (code,)) if code in among.frame["unit_code"].to_list() else (ranking, ())


def values_of(records: Records, filters: Filters, groups: Sequence[Group]) -> Values:
    """What the measure counts for every group where something is known.

    Zero is known of whoever has reported at all; of the others nothing is. Where nobody has any, there is no order.
    """
    if is_judged(filters.measure):
        frame = fetch_targets(records, filters).filter(~OF_UNCOUNTED)
        pairs = zip(frame["unit_code"].to_list(), frame["reached_pct"].to_list(), strict=True)
        values = {code: value for code, value in pairs if value is not None}
    else:
        by_unit, reporting = _by_unit(records.slice(filters), MEASURES[filters.measure]), _reporting(records, filters)
        heard = [group for group in groups if group.has_any(reporting)]
        measured = ((group.code, _value(group, by_unit, MEASURES[filters.measure])) for group in heard)
        values = {code: value for code, value in measured if value is not None}
    return values if any(values.values()) else {}


def share_words(records: Records, filters: Filters) -> dict[str, str]:
    """The qualifiers of shares of inexact targets, by group code."""
    words = {row["unit_code"]: row_qualifier(row) for row in fetch_targets(records, filters).iter_rows(named=True)}
    return {code: word for code, word in words.items() if word}


def _reporting(records: Records, filters: Filters) -> frozenset[int]:
    """Units with any record of the programme up to the moment, whatever else is asked for."""
    return units_with_rows(records, Filters(programme=filters.programme, as_of=filters.as_of, within=filters.within))


def cluster_places(records: Records, filters: Filters, now: Values) -> dict[str, tuple[str, int]]:
    """Cluster and place in it by unit code, among all units of the cluster; nothing where not all may be seen."""
    if filters.boundary is Boundary.NEW or records.sums_of(filters.programme):
        return {}
    units = records.catalogue.members(filters)
    everywhere = now
    if filters.narrows_units:
        nation = filters.everywhere
        everywhere = values_of(records, nation, records.catalogue.groups(units, filters.boundary))
    place_by_code: dict[str, tuple[str, int]] = {}
    for cluster in clusters_of(units):
        inside = {u.code: everywhere[u.code] for u in units if u.cluster == cluster and u.code in everywhere}
        place_by_code |= {code: (cluster, rank) for code, rank in ranks(inside).items()}
    return place_by_code


def _by_unit(slice_: Slice, declared: Declared) -> Mapping[int, float | None]:
    """The measure by unit id. Units without a row are missing: zero for counts, unknown with `known_by`.

    None: initiatives that name nobody do not tell how many people wrote them.
    """
    frame = slice_.counts("unit_id")
    if declared.computed is Computed.PEOPLE:
        people = dict(slice_.people("unit_id").select("unit_id", "people").iter_rows())
        return {unit: noted(people.get(unit, 0), n) for unit, n in frame.select("unit_id", "uploads").iter_rows()}
    if declared.known_by:
        frame = frame.filter(pl.col(declared.known_by) > 0)
    return dict(zip(frame["unit_id"].to_list(), frame[declared.column].to_list(), strict=True))


def _value(group: Group, by_unit: Mapping[int, float | None], declared: Declared) -> float | None:
    if declared.known_by:
        amounts = [by_unit[unit.id] or 0 for unit in group.units if unit.id in by_unit]
        return sum(amounts) if amounts else None
    counts = [count for unit in group.units if (count := by_unit.get(unit.id, 0)) is not None]
    if not counts:
        return None
    count = sum(counts)
    if declared.computed is not Computed.PER_MEMBERS:
        return count
    members = [unit.members for unit in group.units]
    return None if None in members else 100 * count / sum(member or 0 for member in members)
