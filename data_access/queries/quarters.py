"""Quarterly recognition: the leader of each cluster that exceeds its own target."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import polars as pl

from data_access.cube.slices import Slice
from data_access.rules.pace import last_counted
from data_access.store.records import Records, counts_rows
from data_access.store.remembered import remembered
from model.catalogue import Catalogue, Programme, Unit
from model.codes import TargetKind
from model.edges import Row
from model.exactness import is_above, ratio_qualifier, sum_qualifier
from model.filters import Filters, is_finished
from model.frames import QUARTERS, empty
from model.periods import Length, Period
from model.reference import clusters_of


@remembered
def fetch_quarter_recognition(records: Records, filters: Filters) -> pl.DataFrame:
    """QUARTERS: for every cluster and quarter the collective with the most initiatives, and whether it is recognised.

    The programme's rule: most initiatives of the cluster *and* a quarterly count above its own target. Nobody set
    targets by quarter: a unit's registered target of a phase is spread evenly over the days of the phase, and what
    its target of the programme leaves over the remaining days. Equal firsts are all named. A quarter that the moment
    asked about cuts is marked as not complete.
    """
    programme = records.catalogue.programme(filters.programme)
    if not counts_rows(records, filters):
        return empty(QUARTERS)
    slice_ = records.slice(filters.of_measure)
    moment = last_counted(slice_)
    nobody_set = filters.narrows_rows
    spread = _SpreadTargets(programme, {}, {}) if nobody_set else _SpreadTargets.of(records, programme)
    rows = [
        _row(_Part.of(quarter, slice_, programme), unit, uploads, spread, moment)
        for quarter, unit, uploads in _leaders(_by_quarter(slice_.daily("unit_id")), records.catalogue, filters)
    ]
    return pl.DataFrame(rows, schema=QUARTERS)


def _by_quarter(daily: pl.DataFrame) -> dict[tuple[date, int], int]:
    """Initiatives by first day of the quarter and unit id."""
    counts = daily.group_by(pl.col("day").dt.truncate("1q").alias("quarter"), "unit_id").agg(pl.col("uploads").sum())
    return {(quarter, unit_id): uploads for quarter, unit_id, uploads in counts.iter_rows()}


def _leaders(
    uploads: dict[tuple[date, int], int], catalogue: Catalogue, filters: Filters
) -> Iterator[tuple[date, Unit, int]]:
    units = catalogue.units_in(filters)
    for quarter in sorted({quarter for quarter, _ in uploads}):
        for cluster in clusters_of(units):
            counts = {u: uploads.get((quarter, u.id), 0) for u in units if u.cluster == cluster}
            most = max(counts.values())
            yield from ((quarter, unit, most) for unit, count in counts.items() if count == most and most)


@dataclass(frozen=True)
class _Part:
    """The days of a quarter that count, both inclusive: those of the programme that the filters leave."""

    quarter: date
    first: date
    last: date
    is_whole: bool  # whether the filters leave all of them

    @classmethod
    def of(cls, quarter: date, slice_: Slice, programme: Programme) -> "_Part":
        first, last = quarter, last_day_of_quarter(quarter)
        first, last = max(first, programme.start or first), min(last, programme.end or last)
        start, end = max(first, slice_.start or first), min(last, slice_.end or last)
        return cls(quarter, start, end, (start, end) == (first, last))

    def is_over(self, moment: datetime | None) -> bool:
        return is_finished(moment, self.last)


def _row(part: _Part, unit: Unit, uploads: int, spread: "_SpreadTargets", moment: datetime | None) -> Row:
    target = spread.between(unit.id, part.first, part.last)
    word = None if target is None else spread.word_between(unit.id, part.first, part.last)
    return {
        "quarter": Period.of(part.quarter, Length.QUARTER).code,
        "cluster_code": unit.cluster_code,
        "cluster": unit.cluster,
        "unit_code": unit.code,
        "unit_name": unit.name,
        "short_name": unit.short_name,
        "uploads": uploads,
        "quarter_target": target,
        "target_qualifier": word,
        "recognised": None if target is None else is_above(uploads, target, word),
        "first_day": part.first,
        "last_day": part.last,
        "whole": part.is_whole,
        "complete": part.is_over(moment),
    }


def last_day_of_quarter(first: date) -> date:
    """The last day of the quarter that `first` opens."""
    return Period.of(first, Length.QUARTER).last


@dataclass(frozen=True)
class _SpreadTargets:
    """Registered targets by unit id and phase (0 the whole programme), as initiatives a day."""

    programme: Programme
    values: dict[tuple[int, int], int]
    words: dict[tuple[int, int], str | None]  # that make them inexact

    @classmethod
    def of(cls, records: Records, programme: Programme) -> "_SpreadTargets":
        registered = records.targets(programme.code).filter(pl.col("kind") == TargetKind.REGISTERED.value)
        rows = registered.select("unit_id", "phase", "value", "qualifier").rows()
        values = {(unit_id, phase): value for unit_id, phase, value, _ in rows}
        return cls(programme, values, {(unit_id, phase): word for unit_id, phase, _, word in rows})

    def between(self, unit_id: int, first: date, last: date) -> float | None:
        """The unit's share of two inclusive days; None where some day of the programme in them has no target."""
        start, end = self.programme.start, self.programme.end
        if start is None or end is None:
            return None
        first, last = max(first, start), min(last, end)
        shares = [
            (self._per_day(unit_id, phase.number), _days(max(first, phase.start), min(last, phase.end)))
            for phase in self.programme.phases
        ] or [(self._per_day(unit_id, 0), _days(first, last))]
        if any(per_day is None and days for per_day, days in shares):
            return None
        return sum((per_day or 0) * days for per_day, days in shares)

    def word_between(self, unit_id: int, first: date, last: date) -> str | None:
        """The qualifier of that share: “ít nhất” of “ít nhất 130.000”."""
        phases = [phase for phase in self.programme.phases if _days(max(first, phase.start), min(last, phase.end))]
        return sum_qualifier(self._word(unit_id, number) for number in [phase.number for phase in phases] or [0])

    def _word(self, unit_id: int, number: int) -> str | None:
        """The qualifier of a phase's target, or of what other phases leave of the whole where it has none."""
        if (unit_id, number) in self.values:
            return self.words[unit_id, number]
        others = (self.words.get((unit_id, phase.number)) for phase in self.programme.phases)
        return ratio_qualifier(self.words.get((unit_id, 0)), sum_qualifier(others))

    def _per_day(self, unit_id: int, number: int) -> float | None:
        phase = self.programme.phase(number)
        if phase and (unit_id, number) in self.values:
            return self.values[unit_id, number] / _days(phase.start, phase.end)
        whole = self.values.get((unit_id, 0))
        if whole is None:
            return None
        set_ = [p for p in self.programme.phases if (unit_id, p.number) in self.values]
        rest = whole - sum(self.values[unit_id, p.number] for p in set_)
        days = _programme_days(self.programme) - sum(_days(p.start, p.end) for p in set_)
        return max(rest, 0) / days if days else None


def _programme_days(programme: Programme) -> int:
    return _days(programme.start, programme.end) if programme.start and programme.end else 0


def _days(first: date, last: date) -> int:
    return max((last - first).days + 1, 0)
