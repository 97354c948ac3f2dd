"""Answers that consist of more than one frame."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property

import polars as pl

from model.codes import Basis, Measure, TargetStatus
from model.edges import Row
from model.exactness import ratio_qualifier, sum_qualifier
from model.facts import Fact, Source
from model.measures import is_of_one_moment


@dataclass(frozen=True)
class Card:
    """A published figure, or a ratio of two, that stands alone: a title, an award, a level of recognition."""

    code: str  # metric, metric|category, or the code of a ratio
    label_vi: str
    label_en: str
    fact: Fact
    holder: str = ""  # whose it is, where that is neither the programme nor one unit


@dataclass(frozen=True)
class Overview:
    """The state of a programme.

    `facts` always holds uploads, target, reached_pct, gap, units_reported, units_total, valid, under_review,
    benefit_vnd, benefit_count, people, last_7_days, pace_per_day, needed_per_day, days_left, time_passed_pct,
    share_of_nation, days_early, units_above_target, top10_share_pct, first_over_second, first_over_tenth; `printed`
    holds values computed by a source itself (percentages, ranks). For the ledger, `daily` has only the published
    moments, with null `uploads`.
    """

    facts: Mapping[str, Fact]
    daily: pl.DataFrame
    target_scope: str  # national, the kind of the targets summed, or published
    comparable: bool
    moment: datetime | None
    start: date | None  # first and last day of what the target covers
    end: date | None
    status: TargetStatus
    reached_at: datetime | None = None  # the upload that met the target
    printed: Mapping[str, Fact] = field(default_factory=dict)
    cards: tuple[Card, ...] = ()
    counts: str = "uploads"  # the fact that `daily` adds up to: uploads, or valid where these are measured
    reached_inferred: bool = False  # no source names the day of `reached_at`

    @property
    def count(self) -> Fact:
        """The number of initiatives that the days add up to."""
        return self.facts[self.counts]

    @property
    def end_moment(self) -> datetime | None:
        """The end of the last day of what the target covers; None where none is planned."""
        return datetime.combine(self.end, time.max) if self.end else None

    @property
    def has_moments_alone(self) -> bool:
        """Whether its days are published moments, of which nobody said what each day added."""
        days = self.daily.drop_nulls("cumulative")
        return bool(days.height) and days["uploads"].null_count() == days.height

    @property
    def is_before(self) -> bool:
        """Whether the programme has not begun, so that nobody is late."""
        early = self.start is not None and self.moment is not None and self.moment.date() < self.start
        return early or self.status is TargetStatus.NOT_BEGUN

    @property
    def is_silent(self) -> bool:
        """Whether nobody in scope has reported anything, so that no number of it is a zero."""
        return self.status is TargetStatus.NOT_REPORTED

    @property
    def course(self) -> pl.DataFrame:
        """`daily` as it is drawn: no days of who has reported nothing, since a line along 0 would be a number."""
        return self.daily.clear() if self.is_silent else self.daily


@dataclass(frozen=True)
class Ranking:
    """Ranked units; `total` does not depend on how many are shown.

    `total` and `rest_units` refer to the scope; `without_value` counts units without a number. Of the ledger only units
    printed for `moment` are known, shares are of the nation, and `rank` is null unless leaders or everybody are listed.
    """

    frame: pl.DataFrame  # RANKING
    measure: Measure
    basis: Basis
    total: float | None
    rest_units: int
    without_value: int
    moment: datetime | None
    before_moment: datetime | None
    shown_share_pct: float | None = None  # of the places shown, in the total (of the ledger: in the nation)
    first_over_second: float | None = None
    first_over_last: float | None = None  # the first place against the last one shown
    source: Source = field(default_factory=lambda: Source("records"))
    whole: float | None = None  # what shares are of: the total, of the ledger the nation's figure
    is_ordered: bool = True  # False: others may stand above or between those listed, and nobody has a place
    known: int = 0  # units with a value, however few are shown
    units: int | None = None  # all units asked about; None where nobody knows how many there are
    whole_qualifier: str | None = None  # the word that makes `whole` inexact
    ceiling: float | None = None  # upper bound for units outside a list that a source calls the leaders
    rest_silent: int = 0  # of `rest_units`: those that have reported nothing

    @cached_property
    def listed(self) -> tuple[Row, ...]:
        """The ranked rows, without the row that sums up the others."""
        return tuple(row for row in self.frame.iter_rows(named=True) if row["unit_code"] is not None)

    @property
    def placed(self) -> tuple[Row, ...]:
        """Rows with a known value."""
        return tuple(row for row in self.listed if row["value"] is not None)

    @property
    def lacking(self) -> str:
        """What units without a place have not: a `figure` printed for the moment, or any `value`."""
        return "figure" if is_of_one_moment(self.basis, self.measure) else "value"

    @property
    def bound(self) -> float | None:
        """The upper bound for units without a value; None where unknown or where all have one."""
        return self.ceiling if self.without_value else None

    def bound_beside(self, fact: Fact) -> float | None:
        """`bound` for a single scope; None where that has a newer number of its own."""
        is_newer = fact.as_of is not None and self.moment is not None and fact.as_of > self.moment
        return None if fact.value is not None and is_newer else self.bound

    @property
    def shown_word(self) -> str | None:
        """The qualifier of the sum of the places shown."""
        return sum_qualifier(row["qualifier"] for row in self.listed)

    @property
    def shown_share_word(self) -> str | None:
        """The qualifier of their share: exact places over “hơn 163.532” are at most that share."""
        return ratio_qualifier(self.shown_word, self.whole_qualifier)

    def lead_word(self, place: int) -> str | None:
        """The qualifier of the ratio of the first row to the row at `place` (zero-based)."""
        words = self.frame["qualifier"].to_list()
        return ratio_qualifier(words[0], words[place])

    @property
    def shown(self) -> float:
        """The sum of the places shown; None for measures that do not add up."""
        return float(sum(row["value"] for row in self.placed))
