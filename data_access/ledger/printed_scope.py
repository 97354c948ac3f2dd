"""The printed figures of one scope: the nation, one unit, or the only place of a programme."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from data_access.ledger.ledger import (
    UPLOADS,
    WHOLE,
    Figure,
    counts_within,
    figures_of,
    known_by,
    newest,
    owner_of_scope,
)
from data_access.rules.pace import phase_number
from data_access.store.records import Records
from model.catalogue import Programme
from model.exactness import is_lower_bound, ratio_qualifier
from model.facts import UNKNOWN, Fact, Source, counted_units
from model.filters import Filters
from model.frames import DAILY


def unknown(counts: str, unit: str = "initiatives") -> Fact:
    """“Chưa có số liệu”."""
    return Fact(None, unit, counts, None, UNKNOWN)


def any_figure(_figure: Figure) -> bool:
    """Whatever moment or period."""
    return True


@dataclass(frozen=True)
class PrintedScope:
    """The figures known at the moment asked about; no figure covers several units together."""

    records: Records
    filters: Filters
    programme: Programme
    known: Sequence[Figure]  # of the programme
    own: Sequence[Figure]  # of the scope itself

    @classmethod
    def of(cls, records: Records, filters: Filters, programme: Programme) -> "PrintedScope":
        """The scope the filters ask for."""
        figures = tuple(figure for figure in figures_of(records, programme.code) if known_by(figure, filters.as_of))
        owner = owner_of_scope(records, filters)
        own = tuple(figure for figure in figures if figure.owner == owner and not figure.part and owner is not None)
        return cls(records, filters, programme, figures, own)

    def counted(self, metrics: tuple[str, ...]) -> Figure | None:
        """The newest count of exactly the period asked for."""
        return newest(self.own, metrics, lambda figure: counts_within(figure, self.programme, self.filters))

    def target(self) -> tuple[str, Fact]:
        """The national plan where there is one, else the registered target printed for the phase."""
        phase = self.programme.phase(self.filters.phase)
        plan = phase.national_target if phase else self.programme.national_target
        if plan and self.filters.is_whole:
            source = Source("national_plan", self.programme.national_target_source or "")
            return "national", Fact(plan, "initiatives", "plan", None, source)
        metric = "chi_tieu_giao" if self.filters.target.value == "assigned" else "chi_tieu_dang_ky"
        number = phase_number(self.programme, self.filters)
        latest = newest(self.own, (metric,), lambda figure: figure.phase == number)
        counts = self.filters.target.value
        if latest is None or counts == "guided":
            return "published", unknown(counts)
        return "published", latest.fact("initiatives", counts)

    def reached_at(self, target: float | None) -> tuple[datetime, bool] | None:
        """The moment printed for exactly the target, and whether its day is inferred.

        A larger figure says only that it was met before, “gần” and “khoảng” that it may not have been.
        """
        figures = [
            f for f in self.own if f.metric in UPLOADS and f.value == target and is_lower_bound(f.row["qualifier"])
        ]
        within = [(f.moment, f.day_inferred) for f in figures if f.moment and self._counts_within(f)]
        return min(within, default=None)

    def _counts_within(self, figure: Figure) -> bool:
        return counts_within(figure, self.programme, self.filters)

    def share_of_nation(self, count_figure: Figure) -> Fact:
        """The share of the nation's figure at the same moment; figures of different moments are never divided."""
        nation = [f for f in self.known if f.owner == WHOLE and not f.part and f.metric == count_figure.metric]
        whole = next((figure for figure in nation if figure.moment == count_figure.moment), None)
        share = 100 * count_figure.value / whole.value if whole and whole.value else None
        word = (
            ratio_qualifier(count_figure.row["qualifier"], whole.row["qualifier"])
            if whole and whole is not count_figure
            else None
        )
        return Fact(
            share, "percent", "uploads", count_figure.moment, Source("derived", count_figure.source.title), word
        )

    def units_reported(self) -> Fact:
        """The number of direct units in scope with a printed count; uploads of the others are unknown, not zero."""
        codes = {unit.code for unit in self.records.catalogue.units_in(self.filters)}
        owners = {f.owner for f in self.known if f.metric in UPLOADS and not f.part and f.owner in codes}
        return Fact(len(owners) or None, "units", self._counted_units, self.filters.as_of, Source("published"))

    def units_total(self) -> Fact:
        """The number of direct units in scope; none in a programme of one town or district."""
        total = len(self.records.catalogue.units_in(self.filters))
        speaks_of_units = any(figure.owner for figure in self.known)
        source = Source("records", "units.csv")
        return Fact(total if speaks_of_units else None, "units", self._counted_units, None, source)

    def units_above_target(self) -> Fact:
        """The number of unions above their registered target according to a source, unknown where none says so."""
        latest = newest(self.own, ("so_don_vi_vuot_chi_tieu_dang_ky",), any_figure)
        return latest.fact("units", self._counted_units) if latest else unknown("units", self._counted_units)

    @property
    def _counted_units(self) -> str:
        """What facts about numbers of units count."""
        return counted_units(self.filters.within)

    def daily(self, metrics: tuple[str, ...] = UPLOADS) -> pl.DataFrame:
        """DAILY with the published moments of the scope only: cumulative counts and nothing between them."""
        moments: dict[object, int] = {}
        for figure in self.own:
            if figure.metric in metrics and counts_within(figure, self.programme, self.filters) and figure.day:
                moments.setdefault(figure.day, int(figure.value))
        rows = [{"day": day, "uploads": None, "cumulative": value} for day, value in moments.items()]
        return pl.DataFrame(rows, schema=DAILY).sort("day")
