"""Answers that are more than one frame: the numbers a page shows together, with what they speak of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

import polars as pl

from model.codes import Basis, Measure, TargetStatus
from model.edges import Row
from model.exactness import against, apart, together
from model.facts import Fact, Source


@dataclass(frozen=True)
class Card:
    """A published figure, or a ratio of two, that stands on its own: a title, an award, a level of recognition."""

    code: str  # metric, metric|category, or the code of a ratio
    label_vi: str
    label_en: str
    fact: Fact
    holder: str = ""  # whose it is, where that is neither the programme nor one unit


@dataclass(frozen=True)
class Overview:
    """What a programme stands at.

    `facts` always holds uploads, target, reached_pct, gap, units_reported, units_total, valid, under_review,
    benefit_vnd, benefit_count, people, last_7_days, pace_per_day, needed_per_day, days_left, time_passed_pct,
    share_of_nation, days_early, units_above_target, top10_share_pct, first_over_second, first_over_tenth; `printed`
    what a source itself computed (percentages, ranks). `daily` of the ledger has only the published moments, their
    `uploads` null.
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
    reached_inferred: bool = False  # no source names the day of `reached_at`

    @property
    def is_before(self) -> bool:
        """Whether the first day has not come: nobody is late."""
        early = self.start is not None and self.moment is not None and self.moment.date() < self.start
        return early or self.status is TargetStatus.NOT_BEGUN


@dataclass(frozen=True)
class Ranking:
    """Places in order; `total` does not depend on how many are shown.

    `total` and `rest_units` speak of the scope; `without_value` counts the units that no number is known of.
    Of the ledger, only units with a published figure of `moment` are known, and shares are of the nation's figure;
    “rank” is then null unless a source calls its list the leaders, or everybody asked about is in it.
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
    ceiling: float | None = None  # what nobody has more of who is not in a list that a source calls the leaders

    @cached_property
    def listed(self) -> tuple[Row, ...]:
        """The units shown, as rows, without the one that all others are together."""
        return tuple(row for row in self.frame.iter_rows(named=True) if row["unit_code"] is not None)

    @property
    def placed(self) -> tuple[Row, ...]:
        """Those of whom a number is known."""
        return tuple(row for row in self.listed if row["value"] is not None)

    @property
    def bound(self) -> float | None:
        """What those have at most of whom no number is known; None where nobody knows, or a number is known of all."""
        return self.ceiling if self.without_value else None

    def bound_beside(self, counted: Fact) -> float | None:
        """The same of the one scope that `counted` is of: a newer number of its own says more."""
        is_newer = counted.as_of is not None and self.moment is not None and counted.as_of > self.moment
        return None if counted.value is not None and is_newer else self.bound

    @property
    def shown_word(self) -> str | None:
        """The word of the sum of the places shown."""
        return together(row["qualifier"] for row in self.listed)

    @property
    def shown_share_word(self) -> str | None:
        """The word of their share: of “hơn 163.532” exact places are less than it reads."""
        return against(self.shown_word, self.whole_qualifier)

    def lead_word(self, place: int) -> str | None:
        """The word of how many times the row at `place`, counted from 0, the first one is."""
        words = self.frame["qualifier"].to_list()
        return against(words[0], words[place])

    @property
    def shown(self) -> float:
        """The sum of the places shown, for measures that add up."""
        return float(sum(row["value"] for row in self.placed))


@dataclass(frozen=True)
class Leading:
    """Which of the first `places` of the whole list a narrowed scope holds, and what it takes to be among them."""

    places: int
    inside: tuple[tuple[str, str], ...]  # code and short name
    last_code: str
    last_name: str
    last_value: float
    last_qualifier: str | None
    measure: Measure
    is_order: bool  # else just the units that a source happened to print
    moment: datetime | None


@dataclass(frozen=True)
class Breakdown:
    """One whole in its parts, by one named scheme. `gap` is what the parts do not explain: stated minus parts.

    Where `stated_counts` differs from `counts` the two are of different units: shares are then of the parts.
    `kind` parts adds up; a ladder holds each step in the one before (shares of the first), a list does neither.
    """

    frame: pl.DataFrame  # SECTORS
    scheme: str
    label_vi: str
    label_en: str
    counts: str
    kind: str  # parts, ladder, list
    parts_total: int | None
    stated_total: int | None
    stated_counts: str
    stated_qualifier: str | None
    gap: int | None
    as_of: datetime | None
    source: Source
    owner: str = ""  # code of the unit it speaks of; empty for the whole programme
    day_inferred: bool = False  # no source names the day of `as_of`
    names_en: Mapping[str, str] = field(default_factory=dict)  # of the parts, by sector_code

    @property
    def parts_qualifier(self) -> str | None:
        """The word of what the printed parts add up to: of parts that are “ít nhất” it is “ít nhất”."""
        printed = self.frame.filter(pl.col("sector_code") != "rest") if self.gap else self.frame
        return together(printed["qualifier"].to_list())

    def share_word(self, row: Row) -> str | None:
        """The word of the share of a part: of “ít nhất 40.000” in “ít nhất 52.000” only about is known."""
        if self.kind == "ladder":
            return against(row["qualifier"], self.frame["qualifier"][0])
        is_stated = self.stated_total is not None and self.stated_counts == self.counts
        return against(row["qualifier"], self.stated_qualifier if is_stated else self.parts_qualifier)

    @property
    def gap_qualifier(self) -> str | None:
        """The word of the size of the gap."""
        return apart(against(self.stated_qualifier, self.parts_qualifier), self.gap or 0)

    @property
    def shown_parts(self) -> pl.DataFrame:
        """The parts worth a bar or a word in a file: where parts add up, those that have something."""
        return self.frame if self.parts_total is None else self.frame.filter(pl.col("uploads") != 0)

    note_vi: str = ""
    note_en: str = ""
