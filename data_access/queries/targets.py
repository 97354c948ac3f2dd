"""Every unit against its target: registered, assigned and guided side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import polars as pl

from data_access.ledger.targets_published import targets_of_ledger
from data_access.rules.pace import is_comparable, last_counted, pace_at, phase_number, reads_ledger, target_period
from data_access.rules.status import judge
from data_access.store.records import Records
from model.catalogue import Group, Programme
from model.codes import Basis, Measure, TargetKind
from model.facts import UNKNOWN, Fact, Source
from model.filters import Filters
from model.frames import TARGETS


@dataclass(frozen=True)
class Target:
    value: int
    qualifier: str | None
    source: str


Targets: TypeAlias = dict[tuple[int, str], Target]  # by unit id and kind


def fetch_targets(records: Records, filters: Filters) -> pl.DataFrame:
    """One TARGETS row per unit in scope, or per province of 2025 that the units make."""
    programme = records.catalogue.programme(filters.programme)
    if reads_ledger(records, programme, filters):
        return targets_of_ledger(records, filters, programme)
    slice_ = records.slice(filters)
    column = "valid" if filters.measure is Measure.VALID else "uploads"
    frame = slice_.counts("unit_id")
    counted = dict(zip(frame["unit_id"].to_list(), frame[column].to_list(), strict=True))
    known = targets_of(records, programme, filters)
    moment = last_counted(slice_)
    expected = pace_at(moment, *target_period(programme, filters)).passed_pct
    comparable = is_comparable(programme, filters)
    groups = records.catalogue.groups(records.catalogue.units_in(filters), filters.boundary)
    rows = [_row(group, counted, known, filters.target, expected, comparable=comparable) for group in groups]
    return pl.DataFrame([{**row, "as_of": moment} for row in rows], schema=TARGETS)


def known_only(targets: pl.DataFrame, basis: Basis) -> pl.DataFrame:
    """Of published figures only the units somebody printed something of; in records a zero is a number too."""
    if basis is Basis.RECORDS:
        return targets
    return targets.filter(pl.any_horizontal(pl.col("uploads", "registered", "assigned", "over_guided").is_not_null()))


def targets_of(records: Records, programme: Programme, filters: Filters) -> Targets:
    """The targets of the phase asked for, or of the whole programme."""
    wanted = records.targets(programme.code).filter(pl.col("phase") == (phase_number(programme, filters) or 0))
    return {
        (row["unit_id"], row["kind"]): Target(row["value"], row["qualifier"], row["source"])
        for row in wanted.iter_rows(named=True)
    }


def target_in_scope(records: Records, programme: Programme, filters: Filters) -> tuple[str, Fact]:
    """The target of everything in scope: the national plan, for less than the nation the sum of the units' targets."""
    if not filters.narrows_units:
        phase = programme.phase(filters.phase)
        value = phase.national_target if phase else programme.national_target
        source = Source("national_plan", programme.national_target_source or "")
        return "national", Fact(value, "initiatives", "plan", None, source if value else UNKNOWN)
    known = targets_of(records, programme, filters)
    units = records.catalogue.units_in(filters)
    found = [known[unit.id, filters.target.value] for unit in units if (unit.id, filters.target.value) in known]
    value = sum(target.value for target in found) if found else None
    source = Source("target_sum", _joined(target.source for target in found), note=f"{len(found)}/{len(units)}")
    fact = Fact(value, "initiatives", filters.target.value, None, source, _qualifier(found))
    return filters.target.value, fact


def _row(
    group: Group, counted: dict[int, int], known: Targets, kind: TargetKind, expected: float | None, *, comparable: bool
) -> dict[str, Any]:
    uploads = sum(counted.get(unit.id, 0) for unit in group.units)
    found = {
        name: [known[unit.id, name] for unit in group.units if (unit.id, name) in known]
        for name in ("registered", "assigned", "guided")
    }
    sums = {name: sum(target.value for target in targets) if targets else None for name, targets in found.items()}
    target = sums[kind.value]
    measured = comparable and target is not None
    return {
        "unit_code": group.code,
        "unit_name": group.name,
        "short_name": group.short_name,
        "uploads": uploads,
        **sums,
        "target": target,
        "over_guided": _over_guided(group, known),
        "reached_pct": 100 * uploads / target if measured and target else None,
        "gap": uploads - target if measured and target is not None else None,
        "expected_pct": expected,
        "status": judge(uploads, target, expected, comparable=comparable).value,
        "qualifier": _qualifier(found[kind.value]),
        "target_source": _joined(target.source for target in found[kind.value]) or None,
    }


def _over_guided(group: Group, known: Targets) -> int | None:
    """Registered minus guided, of the units that have both: anything else would compare different units."""
    pairs = [(known.get((unit.id, "registered")), known.get((unit.id, "guided"))) for unit in group.units]
    differences = [registered.value - guided.value for registered, guided in pairs if registered and guided]
    return sum(differences) if differences else None


def _qualifier(targets: Iterable[Target]) -> str | None:
    """The first word that makes a sum inexact."""
    return next((target.qualifier for target in targets if target.qualifier not in (None, "", "đúng")), None)


def _joined(sources: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(sources))
