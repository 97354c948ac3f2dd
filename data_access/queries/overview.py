"""The state of a programme: uploads against the target, and every number on the cards."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import datetime

import polars as pl

from data_access.cube.slices import Slice
from data_access.ledger.overview_published import overview_of_ledger
from data_access.queries.ranking import fetch_ranking
from data_access.queries.targets import fetch_targets, target_in_scope
from data_access.queries.weekly import course_at, fetch_week
from data_access.rows.upload_moments import moment_of_upload
from data_access.rules.pace import days_early, is_comparable, last_counted, pace_at, reads_ledger, target_period
from data_access.rules.sources import source_of_records
from data_access.rules.status import Course, judge
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.catalogue import Programme
from model.codes import Measure, TargetStatus
from model.exactness import open_word, opposite_direction, reached_word
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
        daily = _cumulative(self.slice_.daily())
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
        reached_at = self._reached_at(daily, target) if comparable else None
        facts["days_early"] = self._fact(days_early(reached_at, end), "days", "uploads", "derived")
        words = (None, target.qualifier)
        status = judge(count if self._recorded else None, target.value, course, comparable=comparable, words=words)
        judged = _cumulative(self._valid_days()) if self.filters.counted == "valid" else None
        return Overview(facts, daily, scope, comparable, self.moment, start, end, status, reached_at, judged=judged)

    def _valid_days(self) -> pl.DataFrame:
        """The valid ones by the day on which they were found so, whichever statuses the uploads are narrowed to."""
        return self.records.slice(self.filters.changed(statuses=VALID_ALONE)).daily()

    @property
    def _recorded(self) -> bool:
        return self.records.has_records(self.programme.code)

    def _fact(self, value: float | None, unit: str, counts: str, kind: str = "records") -> Fact:
        """A fact of our records; None while the programme has no row at all, which is not zero."""
        source = source_of_records(self.programme, kind)
        return Fact(value if self._recorded else None, unit, counts, self.moment, source)

    def _counts(self, by_unit: pl.DataFrame) -> dict[str, Fact]:
        computed = _total(by_unit, "benefit_count")
        uploads = _total(by_unit, "uploads")
        return {
            "uploads": self._fact(uploads, "initiatives", "uploads"),
            "valid": self._fact(_total(by_unit, "valid"), "initiatives", "valid"),
            "under_review": self._fact(_total(by_unit, "review"), "initiatives", "review"),
            "benefit_vnd": self._fact(_total(by_unit, "benefit_vnd") if computed else None, "vnd", "benefit"),
            "benefit_count": self._fact(computed, "initiatives", "benefit"),
            "people": Fact(None, "people", "people", None, UNKNOWN),
            "last_7_days": self._fact(self._last_week(), "initiatives", "uploads"),
            "share_of_nation": self._fact(self._share_of_nation(uploads), "percent", "uploads", "derived"),
        }

    def _last_week(self) -> int | None:
        """Uploads of the week that verdicts go by; a stock such as “under review” has no such growth."""
        if self.moment is None or "review" in self.filters.statuses:
            return None
        return sum(fetch_week(self.records, self.filters, self.moment).values())

    def _share_of_nation(self, uploads: int) -> float | None:
        if self.records.sums_of(self.programme.code):
            return None  # the whole is not told
        if not self.filters.narrows_units and not self.filters.within:
            return 100.0 if uploads else None
        nation = self.filters.everywhere.changed(within=None)
        whole = _total(self.records.slice(nation).counts(), "uploads")
        return 100 * uploads / whole if whole else None

    def _course(self) -> Course:
        """The position in the period, with the uploads of the last 7 days."""
        column = self.filters.counted
        week = sum(fetch_week(self.records, self.filters, self.moment, column).values()) if self.moment else None
        return course_at(self.records, self.programme, self.filters, self.moment, week)

    def _against(self, target: Fact, count: int | None, course: Course) -> dict[str, Fact]:
        """The count against the target and the calendar."""
        pair = None if count is None or target.value is None else (count, target.value)
        reached = 100 * pair[0] / pair[1] if pair else None
        gap = pair[0] - pair[1] if pair else None
        pace = pace_at(self.moment, *target_period(self.programme, self.filters))
        counts = self.filters.counted
        word = reached_word(None, target.qualifier)
        facts = {
            "reached_pct": self._fact(reached, "percent", counts, "derived"),
            "gap": self._fact(gap, "initiatives", counts, "derived"),
            "pace_per_day": self._fact(course.pace, "initiatives_per_day", counts, "derived"),
            "needed_per_day": self._fact(
                None if gap is None else course.needed(-gap), "initiatives_per_day", counts, "derived"
            ),
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
        ranking = fetch_ranking(self.records, self.filters.changed(measure=Measure.UPLOADS, top=10))
        return {
            "top10_share_pct": self._fact(ranking.shown_share_pct, "percent", "uploads", "derived"),
            "first_over_second": self._fact(ranking.first_over_second, "times", "uploads", "derived"),
            "first_over_tenth": self._fact(
                ranking.first_over_last if ranking.frame["rank"].count() >= 10 else None, "times", "uploads", "derived"
            ),
        }

    def _reached_at(self, daily: pl.DataFrame, stated: Fact) -> datetime | None:
        """The moment of the upload that met the target, to the second; None for one that is only known about."""
        target = stated.value if open_word(stated.qualifier) is None else None
        sums = daily["cumulative"].to_list()
        row_number = bisect_left(sums, target) if target else len(sums)
        if not target or row_number == len(sums) or self.filters.statuses or self.filters.measure is Measure.VALID:
            return None
        day, uploads, cumulative = daily.row(row_number)
        place = int(target) - (cumulative - uploads)
        return moment_of_upload(self.records, self.filters, day, place)


def _total(frame: pl.DataFrame, column: str) -> int:
    return int(frame[column].sum())


def _cumulative(daily: pl.DataFrame) -> pl.DataFrame:
    """DAILY: uploads by day with their cumulative sum, without a polars query, whose overhead exceeds the work."""
    cumulative = daily["uploads"].to_numpy().cumsum()
    return pl.DataFrame({"day": daily["day"], "uploads": daily["uploads"], "cumulative": cumulative}, schema=DAILY)
