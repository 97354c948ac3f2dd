"""The state of a programme: uploads against the target, and every number on the cards."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

import polars as pl

from data_access.cube.slices import Slice
from data_access.ledger.overview_published import overview_of_ledger
from data_access.queries.ranking import fetch_ranking
from data_access.queries.target_met import moment_met
from data_access.queries.targets import fetch_targets, target_in_scope
from data_access.queries.unit_counts import reporting_units
from data_access.queries.weekly import course_at, fetch_week
from data_access.rules.against_target import against_target
from data_access.rules.pace import days_early, is_comparable, last_counted, pace_at, reads_ledger, target_period
from data_access.rules.sources import source_of_records
from data_access.rules.status import Course, judge
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.catalogue import Programme
from model.codes import TargetStatus
from model.exactness import opposite_direction, reached_word
from model.facts import UNKNOWN, Fact, Source, counted_units
from model.filters import VALID_ALONE, Filters
from model.frames import DAILY
from model.results import Overview


@remembered
def fetch_overview(records: Records, filters: Filters) -> Overview:
    """The numbers of the first page, from our records or from the ledger."""
    programme = records.catalogue.programme(filters.programme)
    if reads_ledger(records, programme, filters):
        return overview_of_ledger(records, filters, programme)
    question = _Question(records, filters, programme, records.slice(filters))
    return question.overview()


@dataclass(frozen=True)
class _Question:
    """One question about the records."""

    records: Records
    filters: Filters
    programme: Programme
    slice_: Slice

    @property
    def moment(self) -> datetime | None:
        return last_counted(self.slice_)

    def overview(self) -> Overview:
        start, end = target_period(self.programme, self.filters)
        scope, target = target_in_scope(self.records, self.programme, self.filters)
        by_unit = self.slice_.counts("unit_id")
        daily = _cumulative(self._measure.daily())
        comparable = is_comparable(self.programme, self.filters)
        count = _total(by_unit, self.filters.counted)
        course = self._course()
        facts = {
            **self._counts(by_unit),
            "target": target,
            **self._against(target, count if comparable and self._recorded else None, course),
            **self._units(by_unit),
            **self._leaders(),
        }
        reached_at = moment_met(self.records, self.filters, daily, target) if comparable else None
        facts["days_early"] = self._fact(days_early(reached_at, end), "days", "uploads", "derived")
        status = self._status(count, target, course)
        about = (scope, comparable, self.moment, start, end, status, reached_at)
        return Overview(facts, daily, *about, counts=self.filters.counted)

    def _status(self, count: int, target: Fact, course: Course) -> TargetStatus:
        return judge(
            count if self._recorded else None,
            target.value,
            course,
            comparable=is_comparable(self.programme, self.filters),
            words=(None, target.qualifier),
            has_reported=bool(reporting_units(self.records, self.filters)),
        )

    @cached_property
    def _measure(self) -> Slice:
        """What is measured: valid ones, whichever statuses the uploads are narrowed to, by the day of the decision."""
        if self.filters.counted == "uploads":
            return self.slice_
        return self.records.slice(self.filters.changed(statuses=VALID_ALONE))

    @property
    def _recorded(self) -> bool:
        return self.records.has_records(self.programme.code)

    def _fact(self, value: float | None, unit: str, counts: str, kind: str = "records") -> Fact:
        """A fact of our records; None while the programme has no row at all, which is not zero."""
        source = source_of_records(self.programme, kind)
        return Fact(value if self._recorded else None, unit, counts, self.moment, source)

    def _counts(self, by_unit: pl.DataFrame) -> dict[str, Fact]:
        column = self.filters.counted
        of_measure = self.records.slice(self.filters.of_measure).counts()
        computed, benefit = (_total(of_measure, name) for name in ("benefit_count", "benefit_vnd"))
        return {
            "uploads": self._fact(_total(by_unit, "uploads"), "initiatives", "uploads"),
            "valid": self._fact(_total(by_unit, "valid"), "initiatives", "valid"),
            "under_review": self._fact(_total(by_unit, "review"), "initiatives", "review"),
            "benefit_vnd": self._fact(benefit if computed else None, "vnd", "benefit"),
            "benefit_count": self._fact(computed, "initiatives", "benefit"),
            "people": Fact(None, "people", "people", None, UNKNOWN),
            "last_7_days": self._fact(self._last_week(), "initiatives", column),
            "share_of_nation": self._fact(self._share_of_nation(by_unit), "percent", column, "derived"),
        }

    def _last_week(self) -> int | None:
        """The growth of the week that verdicts go by; a stock such as “under review” has none."""
        return None if "review" in self.filters.statuses else self._week

    @cached_property
    def _week(self) -> int | None:
        """What is measured of the last 7 days."""
        if self.moment is None:
            return None
        return sum(fetch_week(self.records, self.filters, self.moment, self.filters.counted).values())

    def _share_of_nation(self, by_unit: pl.DataFrame) -> float | None:
        if self.records.sums_of(self.programme.code):
            return None  # the whole is not told
        column = self.filters.counted
        count = _total(by_unit, column)
        if not self.filters.narrows_units and not self.filters.within:
            return 100.0 if count else None
        nation = self.filters.everywhere.changed(within=None)
        whole = _total(self.records.slice(nation).counts(), column)
        return 100 * count / whole if whole else None

    def _course(self) -> Course:
        """The position in the period, with what the last 7 days added."""
        return course_at(self.records, self.programme, self.filters, self.moment, self._week)

    def _against(self, target: Fact, count: int | None, course: Course) -> dict[str, Fact]:
        """The count against the target and the calendar."""
        reached, gap = against_target(count, target.value)
        pace = pace_at(self.moment, *target_period(self.programme, self.filters))
        counts = self.filters.counted
        word = reached_word(None, target.qualifier)
        facts = {
            "reached_pct": self._fact(reached, "percent", counts, "derived"),
            "gap": self._fact(gap, "initiatives", counts, "derived"),
            "pace_per_day": self._fact(course.pace, "initiatives_per_day", counts, "derived"),
            "needed_per_day": self._fact(course.needed(gap), "initiatives_per_day", counts, "derived"),
            "days_left": self._fact(pace.days_left, "days", "days", "derived"),
            "time_passed_pct": self._fact(pace.passed_pct, "percent", "days", "derived"),
        }
        # Nothing is 0 % of any target, however inexact.
        words = {"reached_pct": word if reached else None, "gap": word, "needed_per_day": opposite_direction(word)}
        return {name: replace(fact, qualifier=words.get(name)) for name, fact in facts.items()}

    def _units(self, by_unit: pl.DataFrame) -> dict[str, Fact]:
        day = self.moment.date() if self.moment else None
        in_scope = [unit for unit in self.records.catalogue.units_in(self.filters) if unit.reports_on(day)]
        counts = zip(by_unit["unit_id"].to_list(), by_unit["uploads"].to_list(), strict=True)
        reporting = {unit for unit, uploads in counts if uploads > 0}
        above = fetch_targets(self.records, self.filters)["status"].to_list().count(TargetStatus.EXCEEDED.value)
        kind = counted_units(self.filters.within)
        return {
            "units_reported": self._fact(sum(unit.id in reporting for unit in in_scope), "units", kind),
            "units_total": Fact(len(in_scope), "units", kind, None, Source("records", "units.csv")),
            "units_above_target": self._fact(above, "units", kind, "derived"),
        }

    def _leaders(self) -> dict[str, Fact]:
        ranking = fetch_ranking(self.records, self.filters.changed(measure=self.filters.count_measure, top=10))
        tenth = ranking.first_over_last if ranking.frame["rank"].count() >= 10 else None
        values = {
            "top10_share_pct": (ranking.shown_share_pct, "percent"),
            "first_over_second": (ranking.first_over_second, "times"),
            "first_over_tenth": (tenth, "times"),
        }
        counts = self.filters.counted
        return {name: self._fact(value, unit, counts, "derived") for name, (value, unit) in values.items()}


def _total(frame: pl.DataFrame, column: str) -> int:
    return int(frame[column].sum())


def _cumulative(daily: pl.DataFrame) -> pl.DataFrame:
    """DAILY: uploads by day with their cumulative sum, without a polars query, whose overhead exceeds the work."""
    cumulative = daily["uploads"].to_numpy().cumsum()
    return pl.DataFrame({"day": daily["day"], "uploads": daily["uploads"], "cumulative": cumulative}, schema=DAILY)
