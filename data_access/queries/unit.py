"""The page of one union: place, targets, peers, grassroots unions and newest initiatives."""

from collections.abc import Sequence
from typing import Final, TypeAlias

import polars as pl
from sqlalchemy import Connection, or_, select

from data_access.database.errors import NobodyTakesPart, NotFrozen
from data_access.database.schema import unit as unit_table
from data_access.ledger.ledger import exact_or
from data_access.queries.peers import peers_of
from data_access.queries.ranking import fetch_ranking
from data_access.queries.targets import fetch_targets
from data_access.rows.grassroots_below import count_below
from data_access.rows.newest import newest_rows
from data_access.rules.against_target import against_target
from data_access.rules.pace import is_before, is_comparable, last_counted, reads_ledger, target_period
from data_access.rules.ranks import EVERYBODY
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.catalogue import Catalogue, Programme, Unit
from model.codes import LEVELS, Boundary, TargetKind
from model.edges import Row
from model.filters import Filters
from model.profile import Below, Profile, TargetLine

_NEWEST: Final = 10
_BUSIEST: Final = 10
_KINDS: Final = tuple(str(kind) for kind in TargetKind)

# How many grassroots unions take part, of how many known, and the busiest; None is not known.
BelowUnit: TypeAlias = tuple[int | None, int | None, tuple[Below, ...]]


def unit_of(records: Records, filters: Filters) -> Unit:
    """The union asked about: the first one picked, else the leader of the scope. Raises NobodyTakesPart."""
    catalogue = records.catalogue.seen_in(filters.programme)
    if filters.units:
        return catalogue.unit_by_code[filters.units[0]]
    inside = catalogue.units_in(filters) or catalogue.members(filters)
    if not inside:
        raise NobodyTakesPart("Nobody takes part in this programme yet.")
    leaders = fetch_ranking(records, filters.changed(top=1, boundary=Boundary.OLD)).frame["unit_code"].drop_nulls()
    return catalogue.unit_by_code.get(leaders[0] if len(leaders) else "", inside[0])


def of_one_union(records: Records, filters: Filters) -> Filters:
    """The filters for the numbers of that union alone."""
    code = unit_of(records, filters).code
    return filters.everywhere.changed(units=(code,), boundary=Boundary.OLD)


@remembered
def fetch_unit(records: Records, filters: Filters) -> Profile:
    """Everything on the page of one union beside its overview."""
    unit = unit_of(records, filters)
    programme, alone = records.catalogue.programme(filters.programme), of_one_union(records, filters)
    around = filters.changed(units=(), boundary=Boundary.OLD, top=EVERYBODY)
    printed = reads_ledger(records, programme, filters)
    ranking = fetch_ranking(records, around)
    order = [row for row in ranking.frame.iter_rows(named=True) if row["unit_code"]]
    catalogue = records.catalogue.seen_in(filters.programme)
    place = next((number for number, row in enumerate(order) if row["unit_code"] == unit.code), None)
    if records.sums_of(programme.code):
        place = None  # a place among those the reader may see is none
    counts = None if printed else _counts(records, alone)
    previous, following = (_neighbour(catalogue, order, place, step) for step in (-1, 1))
    below, newest = ((None, None, ()), ()) if printed else _of_rows(records, alone, unit)
    return Profile(
        unit=unit,
        moment=ranking.moment if printed else last_counted(records.slice(alone)),
        rank=order[place]["rank"] if place is not None else None,
        ranked=len(order) + (0 if printed else ranking.rest_units),
        cluster_rank=order[place]["cluster_rank"] if place is not None else None,
        previous=previous,
        following=following,
        targets=_target_lines(records, programme, alone, unit, printed=printed),
        peers=() if printed else peers_of(records, filters, unit),
        counts=counts,
        levels=() if printed else _levels(records, alone),
        participating=below[0],
        grassroots=below[1],
        busiest=below[2],
        newest=newest,
    )


def _counts(records: Records, alone: Filters) -> dict[str, int]:
    """COUNTS of the union; the benefit is that of what is measured."""
    counts, of_measure = (records.slice(scope).counts().row(0, named=True) for scope in (alone, alone.of_measure))
    return {name: int((of_measure if name.startswith("benefit") else counts)[name]) for name in counts}


def _of_rows(records: Records, alone: Filters, unit: Unit) -> tuple[BelowUnit, tuple[Row, ...]]:
    """The parts that only rows can give; empty where figures are frozen and the rows have changed since."""
    try:
        newest = newest_rows(records, alone, _NEWEST) if records.lists_rows else ()
        return _below(records, alone, unit), tuple(newest)
    except NotFrozen:
        return (None, None, ()), ()


def _neighbour(catalogue: Catalogue, order: Sequence[dict[str, object]], place: int | None, step: int) -> Unit | None:
    """The unit one place before or after in the same ranking; None where units have no places."""
    if place is None or order[place]["rank"] is None or not 0 <= place + step < len(order):
        return None
    return catalogue.unit_by_code.get(str(order[place + step]["unit_code"]))


def _target_lines(
    records: Records, programme: Programme, alone: Filters, unit: Unit, *, printed: bool
) -> tuple[TargetLine, ...]:
    """Every target of the union with the count of its period."""
    if printed:
        return _printed_lines(records, alone)
    targets = records.targets(programme.code).filter(pl.col("unit_id") == unit.id)
    rows = sorted(targets.iter_rows(named=True), key=lambda row: (row["phase"], _KINDS.index(row["kind"])))
    return tuple(_line(records, programme, alone.changed(phase=row["phase"] or None), row) for row in rows)


def _line(records: Records, programme: Programme, filters: Filters, row: Row) -> TargetLine:
    """One target against the count of its period; one that has not begun has no count, which is not zero."""
    slice_, (start, _) = records.slice(filters), target_period(programme, filters)
    begun = slice_.moment is None or not is_before(slice_.moment, start)
    count = int(slice_.counts()[filters.counted].sum()) if begun else None
    reached, gap = against_target(count, row["value"] if is_comparable(programme, filters) else None)
    value, word, source = row["value"], exact_or(row["qualifier"]), row["source"]
    return TargetLine(row["phase"], row["kind"], value, word, source, count, reached, gap)


def _printed_lines(records: Records, alone: Filters) -> tuple[TargetLine, ...]:
    """Every printed target with its own qualifier and source."""
    lines = []
    for phase in (None, 1, 2):
        for kind in TargetKind:
            filters = alone.changed(phase=phase, target=kind)
            for row in fetch_targets(records, filters).head(1).filter(pl.col("target").is_not_null()).to_dicts():
                printed_target = (row["target"], row["target_qualifier"], row["target_source"] or "")
                against = (row["uploads"], row["reached_pct"], row["gap"], row["qualifier"])
                lines.append(TargetLine(phase or 0, kind.value, *printed_target, *against))
    return tuple(lines)


def _levels(records: Records, alone: Filters) -> tuple[tuple[str, int], ...]:
    counts = records.slice(alone).levels()
    return tuple((code, counts.get(number, 0)) for number, code in enumerate(LEVELS))


def _below(records: Records, alone: Filters, unit: Unit) -> BelowUnit:
    """The number of grassroots unions that take part, of those known, and the busiest."""
    is_other = pl.col("grassroots_id") != unit.id  # inside an upper one it is itself
    counts = count_below(records, alone.of_measure).filter(is_other)
    names = _names_below(records, unit)
    busiest = counts.sort("n", "grassroots_id", descending=[True, False]).head(_BUSIEST)
    parts = tuple(Below(names.get(number, "?"), count) for number, count in busiest.iter_rows())
    return counts.height, len(names) or None, parts


def _names_below(records: Records, unit: Unit) -> dict[int, str]:
    """Short names of the grassroots unions below, directly or under an upper union."""
    table = unit_table.c
    upper = select(table.id).where(table.parent_id == unit.id, table.level == "upper")
    below = or_(table.parent_id == unit.id, table.parent_id.in_(upper))
    question = select(table.id, table.short_name).where(table.level == "grassroots", below)

    def ask(connection: Connection) -> dict[int, str]:
        return {row[0]: row[1] for row in connection.execute(question)}

    return records.ask(ask, key=("names_below", unit.code))
