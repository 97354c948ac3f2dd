"""The ledger of published figures as a reader of one moment knew it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from data_access.rules.pace import phase_number, target_period
from data_access.store.records import Records
from model.address_values import read_moment
from model.catalogue import Catalogue, Programme
from model.codes import Measure
from model.edges import Row
from model.facts import Fact, Source
from model.filters import Filters, end_of_day
from model.folding import fold
from model.measures import MEASURES

WHOLE: Final = ""  # owner of the figures about everything the programme covers
NATION: Final = "cả nước"
_DIRECT_LEVELS: Final = ("LĐLĐ tỉnh", "LĐLĐ thành phố", "công đoàn ngành TW và tương đương")

# What counts as an upload, best known first: some sources print only how many were sent in.
UPLOADS: Final = MEASURES[Measure.UPLOADS].metrics
PEOPLE: Final = MEASURES[Measure.PEOPLE].metrics
VALID: Final = MEASURES[Measure.VALID].metrics
REVIEW: Final = ("sang_kien_dang_xem_xet",)
BENEFIT: Final = MEASURES[Measure.BENEFIT].metrics
COUNTED_UP_TO_A_MOMENT: Final = (*UPLOADS, *PEOPLE, *VALID, *REVIEW, *BENEFIT)

_GRASSROOTS: Final = "công đoàn cơ sở"

_CONFIDENCE: Final = {"high": 2, "medium": 1}


@dataclass(frozen=True)
class Figure:
    """One published figure with what its words mean.

    `owner` is WHOLE, the code of a direct unit, or None for anybody else; `part` is the block, sector or
    grassroots union that follows the holder's name; `moment` is the end of the day where only a day is printed.
    """

    row: Row
    moment: datetime | None
    owner: str | None
    holder: str
    part: str | None
    parent: str | None = None  # direct unit above a grassroots union that `part` names

    @property
    def grassroots(self) -> str | None:
        """The name of the grassroots union the figure is about, None for everybody else."""
        return (self.part or self.holder) if self.row["unit_level"] == _GRASSROOTS else None

    @property
    def metric(self) -> str:
        return str(self.row["metric"])

    @property
    def category(self) -> str | None:
        return self.row["category"] or None

    @property
    def value(self) -> float | int:
        """The printed number, an integer where it is whole."""
        value = float(self.row["value"])
        return int(value) if value.is_integer() else value

    @property
    def day(self) -> date | None:
        return self.moment.date() if self.moment else None

    @property
    def phase(self) -> int | None:
        """The phase the figure's period names, None for the whole programme."""
        match = re.search(r"giai đoạn (\d)", self.row["period"] or "")
        return int(match[1]) if match else None

    @property
    def source(self) -> Source:
        """The source of the figure; its address stands for an unknown title."""
        row = self.row
        url, title = row["source_url"] or "", row["source_title"] or row["source_url"] or ""
        return Source("published", title, url, row["quote"] or "", row["note"] or "")

    @property
    def day_inferred(self) -> bool:
        """Whether no source states the day."""
        return bool(self.row.get("day_inferred"))

    @property
    def qualifier(self) -> str | None:
        """The word that makes the figure inexact; “đúng” is none."""
        return exact_or(self.row["qualifier"])

    def fact(self, unit: str, counts: str, scale: int = 1) -> Fact:
        """The figure as a fact, its qualifier kept."""
        return Fact(self.value * scale, unit, counts, self.moment, self.source, self.qualifier, self.day_inferred)


def exact_or(qualifier: str | None) -> str | None:
    """The word that makes a number inexact; None where the source prints it as exact (“đúng”)."""
    return None if qualifier in (None, "", "đúng") else qualifier


def figures_of(records: Records, programme: str | None) -> tuple[Figure, ...]:
    """All figures of a programme (None: of no programme), in the order of the ledger."""
    return _read(records, records.poll().version, programme)


@lru_cache(maxsize=32)
def _read(records: Records, _version: int, programme: str | None) -> tuple[Figure, ...]:
    frame = records.published()
    rows = [row for row in frame.iter_rows(named=True) if row["programme"] == programme]
    holders = {str(row["unit_name"]).partition(" · ")[0] for row in rows}
    alone = programme is not None and len(holders) == 1
    figures = tuple(_figure(row, records.catalogue, alone=alone) for row in rows)
    reach = None if programme is None else records.sums_of(programme)
    if reach is None:
        return figures
    codes = {records.catalogue.unit_by_id[number].code for number in reach.covered}
    # What the press printed of the whole stays: everybody can read it there.
    return tuple(figure for figure in figures if figure.owner == WHOLE or {figure.owner, figure.parent} & codes)


def _figure(row: Row, catalogue: Catalogue, *, alone: bool) -> Figure:
    """`alone`: the programme speaks of one place only, so that this place is the whole."""
    holder, _, part = str(row["unit_name"]).partition(" · ")
    owner = WHOLE if alone or holder == NATION else None
    if owner is None and row["unit_level"] in _DIRECT_LEVELS:
        owner = _direct_unit(holder, catalogue)
    parent = _direct_unit(holder, catalogue) if part and row["unit_level"] == _GRASSROOTS else None
    return Figure(row, read_moment(row["as_of"] or ""), owner, holder, part or None, parent)


def _direct_unit(holder: str, catalogue: Catalogue) -> str | None:
    """The unit a source means, “CĐ Than - Khoáng sản” for “Công đoàn Than - Khoáng sản Việt Nam” included."""
    units = catalogue.find_units(holder)
    if units:
        return units[0]
    start = re.sub(r"^cd ", "cong doan ", fold(holder))
    return next((unit.code for unit in catalogue.units if fold(unit.name).startswith(start)), None)


def known_figures(records: Records, programme: str | None, as_of: datetime | None) -> list[Figure]:
    """Those of `figures_of` that could be known at `as_of`."""
    return [figure for figure in figures_of(records, programme) if known_by(figure, as_of)]


def known_by(figure: Figure, as_of: datetime | None) -> bool:
    """Whether the figure could be known at `as_of`; one without a printed moment always is.

    A count of a day is complete only when the day is over; a target or an award of that day is known all day.
    """
    if as_of is None or figure.moment is None:
        return True
    if figure.metric in COUNTED_UP_TO_A_MOMENT or "T" in (figure.row["as_of"] or ""):
        return figure.moment <= as_of
    return figure.moment.date() <= as_of.date()


def owner_of_scope(records: Records, filters: Filters) -> str | None:
    """The owner of the figures that answer: the whole, or the one unit asked about; None for several units."""
    if filters.narrows_units:
        units = records.catalogue.units_in(filters)
        return units[0].code if len(units) == 1 else None
    return filters.within or WHOLE


def counts_within(figure: Figure, programme: Programme, filters: Filters) -> bool:
    """Whether a cumulative count covers exactly the period asked for, from its first day to some moment in it."""
    _, end = target_period(programme, filters)
    if filters.narrows_rows or (filters.since and (programme.start is None or filters.since > programme.start)):
        return False
    wanted_phase, stated_phase = phase_number(programme, filters), figure.phase
    first = programme.phases[0].number if programme.phases else None
    if wanted_phase not in (None, stated_phase) and not (wanted_phase == first and stated_phase is None):
        return False
    if wanted_phase is None and stated_phase not in (None, first):
        return False
    last = end_of_day(end) if wanted_phase and end else None
    return all(
        limit is None or figure.moment is None or figure.moment <= limit
        for limit in (last, datetime.combine(filters.until, datetime.min.time()) if filters.until else None)
    )


def newest(figures: Iterable[Figure], metrics: tuple[str, ...], condition: Callable[[Figure], bool]) -> Figure | None:
    """The newest matching figure of one of the metrics; of two at one moment the surer, then the first printed."""
    candidates = [
        figure for figure in figures if figure.metric in metrics and not figure.category and condition(figure)
    ]
    return max(candidates, key=_age_and_trust, default=None)


def _age_and_trust(figure: Figure) -> tuple[datetime, int]:
    return figure.moment or datetime.min, _CONFIDENCE.get(str(figure.row["confidence"]), 0)
