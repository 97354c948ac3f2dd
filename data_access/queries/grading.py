"""“Xếp loại thi đua”: every unit's points and class in a month, a quarter or a year."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, TypeAlias

import polars as pl

from data_access.rules.grading_closed import fetch_closed, fetch_corrections
from data_access.rules.grading_places import Contests, classes_of, contests_of
from data_access.rules.grading_scheme import fetch_scheme
from data_access.rules.grading_tallies import tallies, whole_units
from data_access.rules.pace import last_counted
from data_access.store.records import Records, counts_rows
from data_access.store.remembered import remembered
from model.catalogue import Unit
from model.edges import Row
from model.filters import Filters
from model.folding import vietnamese_key
from model.frames import GRADING, Columns
from model.graded import Course, Grading
from model.grading import SILENT, GradeClass, Scheme
from model.periods import Length, Period, periods_between, read_period
from model.tallies import Tally, measure_value

_COURSE: Final = 12  # periods
Weights: TypeAlias = tuple[tuple[str, float], ...]  # by measure: other ones, for trying


@remembered
def fetch_grading(records: Records, filters: Filters, weights: Weights = ()) -> Grading:
    """The period asked for, or the last one with records, graded by the programme's own scheme.

    A unit is graded whole and among all units of its cluster, whatever else is filtered: filters of units choose who
    is shown. `weights` are tried in the place of the scheme's.
    """
    scheme = fetch_scheme(records, filters.programme).weighing(dict(weights))
    programme = records.catalogue.programme(filters.programme)
    whole = whole_units(filters).changed(since=None, until=None, phase=None)
    moment = last_counted(records.slice(whole)) if counts_rows(records, filters) else None
    if moment is None:
        return Grading(None, scheme, pl.DataFrame(schema=columns_of(scheme)))
    period = read_period(filters.period or "") or Period.of(moment.date(), Length.MONTH)
    closed = None if weights else fetch_closed(records, filters, period)
    scheme = closed.scheme if closed else scheme
    has_quotas = records.sums_of(programme.code) is None
    now = _graded(records, filters, scheme, period, closed.now if closed else None)
    before = _graded(records, filters, scheme, period.before, closed.before if closed else None)
    visible = records.catalogue.units_in(filters)
    rows = [now.row(unit, before) for unit in sorted(visible, key=now.place)]
    frame = pl.DataFrame(rows, schema=columns_of(scheme))
    ids = {unit.id for unit in visible}
    parts = tuple(correction for correction in fetch_corrections(records, filters, period) if correction.unit_id in ids)
    return Grading(period, scheme, frame, moment.date() > period.last, has_quotas, closed, parts)


def _counted(
    records: Records, filters: Filters, period: Period, closed: Mapping[str, Tally] | None
) -> Mapping[int, Tally]:
    """The tallies of the units, as kept at the closing or from the records."""
    if closed is None:
        return tallies(records, filters.changed(period=None), period)
    units = records.catalogue.unit_by_code
    return {units[code].id: tally for code, tally in closed.items() if code in units}


def _graded(
    records: Records, filters: Filters, scheme: Scheme, period: Period, closed: Mapping[str, Tally] | None
) -> "_Graded":
    clusters = _clusters(records, filters) if records.sums_of(filters.programme) is None else {}
    return _Graded.of(scheme, _counted(records, filters, period, closed), clusters, _given(records, filters, period))


def _clusters(records: Records, filters: Filters) -> dict[int, str]:
    members = records.catalogue.members(whole_units(filters))
    return {unit.id: unit.cluster for unit in members if unit.cluster}


def _given(records: Records, filters: Filters, period: Period) -> dict[int, float]:
    corrections: dict[int, float] = defaultdict(float)
    for correction in fetch_corrections(records, filters, period):
        corrections[correction.unit_id] += correction.points
    return corrections


@remembered
def fetch_periods(records: Records, filters: Filters, length: Length) -> tuple[Period, ...]:
    """The periods with something to grade, newest first."""
    slice_ = records.slice(whole_units(filters).ever.changed(as_of=filters.as_of))
    days: list[date] = slice_.daily()["day"].to_list()
    return periods_between(min(days), max(days), length) if days else ()


@remembered
def fetch_course(records: Records, filters: Filters, period: Period) -> tuple[Course, ...]:
    """The period and those before it, oldest first: of the one chosen unit, else of the best class."""
    periods = [other for other in fetch_periods(records, filters, period.length) if other.start <= period.start]
    return tuple(_step(records, filters, period) for period in reversed(periods[:_COURSE]))


def _step(records: Records, filters: Filters, period: Period) -> Course:
    filters_of_period = filters.changed(period=period.code)
    if len(filters.units) == 1:
        points, code = fetch_grading(records, filters_of_period).frame.select("points", "class_code").row(0)
        return Course(period, points, code)
    closed = fetch_closed(records, filters_of_period, period)
    scheme = closed.scheme if closed else fetch_scheme(records, filters.programme)
    classes = _graded(records, filters_of_period, scheme, period, closed.now if closed else None).classes
    best = scheme.classes[0]
    return Course(
        period, float(sum(classes.get(unit.id) == best for unit in records.catalogue.units_in(filters))), best.code
    )


def columns_of(scheme: Scheme) -> Columns:
    """The columns of GRADING, with the value and points of every criterion."""
    measures = [criterion.measure for criterion in scheme.criteria]
    return {**GRADING, **{f"{kind}_{name}": pl.Float64 for name in measures for kind in ("value", "points")}}


@dataclass(frozen=True)
class _Graded:
    """One period: every unit's tallies, points, and class after the quotas of the clusters."""

    scheme: Scheme
    tallies: Mapping[int, Tally]
    totals: Mapping[int, float]
    classes: Mapping[int, GradeClass]
    given: Mapping[int, float]
    reached: Mapping[int, float]
    clusters: Mapping[int, str]

    @cached_property
    def rivals(self) -> Mapping[str, Mapping[int, float]]:
        """The units of each cluster with their share of the target."""
        values: dict[str, dict[int, float]] = defaultdict(dict)
        for number, cluster in self.clusters.items():
            values[cluster][number] = self.reached.get(number, 0.0)
        return values

    @classmethod
    def of(
        cls, scheme: Scheme, tallies: Mapping[int, Tally], clusters: Mapping[int, str], corrections: Mapping[int, float]
    ) -> "_Graded":
        points = {number: scheme.total(tally) for number, tally in tallies.items()}
        totals = {n: max(total + corrections.get(n, 0.0), 0.0) for n, total in points.items() if total is not None}
        reached = {number: measure_value(tally, "reached") or 0.0 for number, tally in tallies.items()}
        classes = classes_of(totals, clusters, scheme, reached)
        return cls(scheme, tallies, totals, classes, corrections, reached, clusters)

    def place(self, unit: Unit) -> tuple[bool, float, int, float, tuple[tuple[int, int], ...]]:
        """The sort key of a unit: most points first, then by the rule for the places of a class."""
        total, name = self.totals.get(unit.id), vietnamese_key(unit.name)
        if total is None:
            return True, 0.0, 0, 0.0, name
        return False, -total, self.scheme.classes.index(self.classes[unit.id]), -self.reached[unit.id], name

    def row(self, unit: Unit, before: "_Graded") -> Row:
        tally = self.tallies.get(unit.id, Tally(members=unit.members))
        total, total_before = self.totals.get(unit.id), before.totals.get(unit.id)
        is_known = total is not None and total_before is not None
        measures, is_silent = [criterion.measure for criterion in self.scheme.criteria], self.scheme.leaves_out(tally)
        values = {name: None if is_silent else measure_value(tally, name) for name in measures}
        points = dict(zip(measures, self.scheme.points(tally), strict=True))
        unknown = [SILENT] if is_silent else [name for name, earned in points.items() if earned is None]
        return {
            "unit_code": unit.code,
            "unit_name": unit.name,
            "cluster": unit.cluster,
            "points": total,
            "class_code": self.classes[unit.id].code if total is not None else None,
            "class_before": before.classes[unit.id].code if total_before is not None else None,
            "points_before": total_before,
            "change": (total or 0.0) - (total_before or 0.0) if is_known else None,
            **self._next(unit.id, tally),
            "corrected": self.given.get(unit.id),
            "unknown": ";".join(unknown) or None,
            **{f"value_{name}": value for name, value in values.items()},
            **{f"points_{name}": earned for name, earned in points.items()},
        }

    @cached_property
    def _contests(self) -> Contests:
        return contests_of(self.scheme, self.totals, self.classes, self.rivals)

    def _next(self, number: int, tally: Tally) -> Row:
        """The next class, its points, and where it is full, how much more than its last unit is needed."""
        place = self.scheme.classes.index(self.classes[number]) if number in self.totals else 0
        if place == 0:
            return {"next_code": None, "more_valid": None, "full": None}
        next_class = self.scheme.classes[place - 1]
        contest = self._contests[next_class.code, self.clusters.get(number, "")]
        last, correction = contest.last_but(number), self.given.get(number, 0.0)
        more = self.scheme.more_for(tally, next_class, correction, last, contest.better)
        full = last is not None and self.totals[number] >= next_class.at_least
        return {"next_code": next_class.code, "more_valid": more, "full": full}
