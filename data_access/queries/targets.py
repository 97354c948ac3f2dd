"""Every unit against its target: registered, assigned and guided side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import polars as pl

from data_access.ledger.printed_counts import with_printed
from data_access.ledger.targets_published import targets_of_ledger
from data_access.queries.unit_counts import counts_of_units, reporting_units
from data_access.queries.weekly import course_at, fetch_week
from data_access.rules.against_target import against_target
from data_access.rules.pace import is_comparable, last_counted, pace_at, phase_number, reads_ledger, target_period
from data_access.rules.status import Course, judge
from data_access.rules.taking_part import taking_part
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.catalogue import Group, Programme, Unit
from model.codes import Basis, TargetKind
from model.edges import Row
from model.exactness import sum_qualifier
from model.facts import UNKNOWN, Fact, Source
from model.filters import Filters
from model.frames import TARGETS
from model.reach import Reach


@dataclass(frozen=True)
class Target:
    """A target of a unit and where it comes from."""

    value: int
    qualifier: str | None
    source: str


Targets: TypeAlias = dict[tuple[int, str], Target]  # by unit id and kind


@remembered
def fetch_targets(records: Records, filters: Filters) -> pl.DataFrame:
    """One TARGETS row per unit in scope, or per province of 2025 that the units make."""
    programme = records.catalogue.programme(filters.programme)
    if reads_ledger(records, programme, filters):
        return targets_of_ledger(records, filters, programme)
    counts, reporting = counts_of_units(records, filters, filters.counted), reporting_units(records, filters)
    moment = last_counted(records.slice(filters))
    week = fetch_week(records, filters, moment, filters.counted) if moment else {}
    look = _Look(
        reporting,
        counts,
        week,
        targets_of(records, programme, filters),
        filters.target,
        course_at(records, programme, filters, moment),
        is_comparable(programme, filters),
    )
    passed = pace_at(moment, *target_period(programme, filters)).passed_pct
    numbers = {*reporting, *(number for number, _ in look.known)}
    groups = taking_part(records.catalogue, filters, moment, numbers)
    rows = [{**look.row(group), "expected_pct": passed, "as_of": moment} for group in groups]
    return with_printed(pl.DataFrame(rows, schema=TARGETS), records, filters, "uploads")


def known_only(targets: pl.DataFrame, basis: Basis) -> pl.DataFrame:
    """Of published figures only the units with a printed one; in records a zero is a number, too."""
    if basis is Basis.RECORDS:
        return targets
    spoken_of = pl.col("uploads", "registered", "assigned", "over_guided", "said").is_not_null()
    return targets.filter(pl.any_horizontal(spoken_of))


def targets_of(records: Records, programme: Programme, filters: Filters) -> Targets:
    """The targets of the phase asked for, or of the whole programme; shared, so not to be changed."""
    return _of_phase(records, programme.code, phase_number(programme, filters) or 0, filters.reach)


@remembered
def _of_phase(records: Records, programme_code: str, phase: int, reach: Reach | None) -> Targets:
    """The targets of a phase, remembered by the reader's `reach`."""
    del reach
    of_phase = records.targets(programme_code).filter(pl.col("phase") == phase)
    return {
        (row["unit_id"], row["kind"]): Target(row["value"], row["qualifier"], row["source"])
        for row in of_phase.iter_rows(named=True)
    }


def target_in_scope(records: Records, programme: Programme, filters: Filters) -> tuple[str, Fact]:
    """The target of the whole scope: the national plan, or for a part the sum of the units' targets."""
    stated_targets = targets_of(records, programme, filters)
    own = _own_target(records, filters, stated_targets)
    if own:
        source = Source("target", own.source)
        return filters.target.value, Fact(
            own.value, "initiatives", filters.target.value, None, source, target_word([own])
        )
    if filters.is_whole:
        phase = programme.phase(filters.phase)
        value = phase.national_target if phase else programme.national_target
        source = Source("national_plan", programme.national_target_source or "")
        return "national", Fact(value, "initiatives", "plan", None, source if value else UNKNOWN)
    units = records.catalogue.units_in(filters)
    targets = targets_of_kind(stated_targets, filters.target, units)
    value = sum_of(targets)
    sources = _joined(target.source for target in targets)
    alone = len(units) == len(targets) == 1  # one target is no sum
    source = Source("target", sources) if alone else Source("target_sum", sources, note=f"{len(targets)}/{len(units)}")
    fact = Fact(value, "initiatives", filters.target.value, None, source, target_word(targets))
    return filters.target.value, fact


def _own_target(records: Records, filters: Filters, targets: Targets) -> Target | None:
    """The target of the unit looked into, where the question covers all of it."""
    if filters.within is None or filters.narrows_units:
        return None
    return targets.get((records.catalogue.unit_by_code[filters.within].id, filters.target.value))


@dataclass(frozen=True)
class _Look:
    """The sources of every row: who has reported, counts by unit id, in total and of the last 7 days, and targets."""

    reporting: frozenset[int]
    counted: Mapping[int, int]
    week: Mapping[int, int]
    known: Targets
    kind: TargetKind
    course: Course  # of the whole; each row has a week of its own
    comparable: bool

    def row(self, group: Group) -> Row:
        uploads = sum(self.counted.get(unit.id, 0) for unit in group.units)
        by_kind = {
            kind: targets_of_kind(self.known, kind, group.units)
            for kind in (TargetKind.REGISTERED, TargetKind.ASSIGNED, TargetKind.GUIDED)
        }
        sums = {kind.value: sum_of(targets) for kind, targets in by_kind.items()}
        target, word = sums[self.kind.value] if self.comparable else None, target_word(by_kind[self.kind])
        course = replace(self.course, week=sum(self.week.get(unit.id, 0) for unit in group.units))
        over = over_guided(self.known, group.units)
        reached, gap = against_target(uploads, target)
        return {
            "unit_code": group.code,
            "unit_name": group.name,
            "short_name": group.short_name,
            "uploads": uploads,
            **sums,
            "target": sums[self.kind.value],
            "over_guided": sum(over) if over else None,
            "reached_pct": reached,
            "gap": gap,
            "pace": course.pace,
            "needed": course.needed(gap),
            "status": judge(
                uploads,
                sums[self.kind.value],
                course,
                comparable=self.comparable,
                words=(None, word),
                has_reported=any(unit.id in self.reporting for unit in group.units),
            ).value,
            "qualifier": None,
            "said": None,
            "target_qualifier": word,
            "target_source": _joined(target.source for target in by_kind[self.kind]) or None,
        }


def over_guided(targets: Targets, units: Iterable[Unit]) -> list[int]:
    """Registered minus guided, of each unit that has both: anything else would compare different units."""
    both = ((targets.get((unit.id, "registered")), targets.get((unit.id, "guided"))) for unit in units)
    return [registered.value - guided.value for registered, guided in both if registered and guided]


def targets_of_kind(targets: Targets, kind: TargetKind, units: Iterable[Unit]) -> list[Target]:
    """The targets of one kind, of the units that have one."""
    return [targets[unit.id, kind.value] for unit in units if (unit.id, kind.value) in targets]


def sum_of(targets: Sequence[Target]) -> int | None:
    """What they come to; None without any."""
    return sum(target.value for target in targets) if targets else None


def target_word(targets: Sequence[Target]) -> str | None:
    """The qualifier of the sum of targets; a single one keeps its own."""
    words = [target.qualifier if target.qualifier not in ("", "đúng") else None for target in targets]
    return words[0] if len(words) == 1 else sum_qualifier(words)


def _joined(sources: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(sources))
