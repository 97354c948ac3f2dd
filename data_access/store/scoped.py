"""Records within the limits of one account: rows of its own units, and nothing else of a closed programme."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

import polars as pl
from sqlalchemy import Connection

from data_access.cube.columns import no_cells
from data_access.cube.cube import Cube
from data_access.cube.slices import Slice
from data_access.database.errors import NotListed, OutOfReach
from data_access.store.kept_frames import ByPart
from data_access.store.records import Freshness, Records
from model.accounts import may
from model.catalogue import Catalogue
from model.filters import Filters
from model.freezing import Frozen
from model.reach import Reach
from model.reader import Reader

T = TypeVar("T")


def records_for(records: Records, reader: Reader) -> Records:
    """The records for `reader`: unlimited ones for whoever may see everything."""
    if reader.sees_everything and may(reader, "see_rows"):
        return records
    return ScopedRecords(records, reader)


@dataclass(frozen=True)
class ScopedRecords:
    """Answers for one account. Sums of a programme that is open to comparison are the same for everybody."""

    _all: Records
    _reader: Reader

    @property
    def live(self) -> Records:
        return replace(self, _all=self._all.live)

    @property
    def unscoped(self) -> Records:
        return self._all

    def around(self, records: Records) -> Records:
        return replace(self, _all=records)

    @property
    def frozen(self) -> Frozen | None:
        return self._all.frozen

    @property
    def lists_rows(self) -> bool:
        return may(self._reader, "see_rows")

    def reach_of(self, programme_code: str) -> Reach | None:
        return None if self._reader.sees_everything else self._covered(programme_code)

    def sums_of(self, programme_code: str) -> Reach | None:
        is_closed = self._all.catalogue.programme(programme_code).is_closed_to_comparison
        return self.reach_of(programme_code) if is_closed else None

    def to_count(self, filters: Filters) -> Filters:
        return filters.changed(reach=self.sums_of(filters.programme))

    def to_list(self, filters: Filters) -> Filters:
        if not self.lists_rows:
            raise NotListed
        return filters.changed(reach=self.reach_of(filters.programme))

    @property
    def is_loaded(self) -> bool:
        return self._all.is_loaded

    @property
    def stamp(self) -> int:
        return self._all.stamp

    def poll(self) -> Freshness:
        return self._all.poll()

    def catch_up(self) -> None:
        self._all.catch_up()

    @property
    def catalogue(self) -> Catalogue:
        """In closed programmes only the account's units are members."""
        return self._all.remember(("catalogue", self._reader.units), self._catalogue)

    def has_records(self, programme_code: str) -> bool:
        return self._all.has_records(programme_code)

    def last_moment(self, programme_code: str) -> datetime | None:
        return self._all.last_moment(programme_code)

    def cube(self, programme_code: str) -> Cube:
        cube, reach = self._all.cube(programme_code), self.sums_of(programme_code)
        if reach is None:
            return cube
        cells = no_cells() if reach.below else cube.cells.where({"unit_id": reach.units})
        return cube.of(cells)

    def targets(self, programme_code: str) -> pl.DataFrame:
        targets, reach = self._all.targets(programme_code), self.sums_of(programme_code)
        return targets if reach is None else targets.filter(pl.col("unit_id").is_in(reach.covered))

    def published(self) -> pl.DataFrame:
        """By names and not codes: the owners of figures are determined, and left out, in ledger/."""
        return self._all.published()

    def slice(self, filters: Filters) -> Slice:
        return self._all.slice(self.to_count(filters) if filters.reach is None else filters)

    def ask(self, query: Callable[[Connection], T], key: Hashable) -> T:
        return self._all.ask(query, key)

    def ask_rows(self, query: Callable[[Connection], T], key: Hashable, filters: Filters, day: date | None = None) -> T:
        self._expect_own(filters)
        return self._all.ask_rows(query, key, filters, day)

    def ask_by_day(self, query: ByPart, key: Hashable, filters: Filters) -> pl.DataFrame:
        self._expect_own(filters)
        return self._all.ask_by_day(query, key, filters)

    def ask_by_unit(self, query: ByPart, key: Hashable, filters: Filters) -> pl.DataFrame:
        self._expect_own(filters)
        return self._all.ask_by_unit(query, key, filters)

    def ask_list(
        self, query: Callable[[Connection], T], key: Hashable | None, filters: Filters, *, patiently: bool = False
    ) -> T:
        if filters != self.to_list(filters):
            raise OutOfReach
        return self._all.ask_list(query, key, filters, patiently=patiently)

    def ask_now(self, query: Callable[[Connection], T], within: float | None = None) -> T:
        return self._all.ask_now(query, within)

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        return self._all.remember((key, self._reader.role, self._reader.units), make)

    def keep(self, key: Hashable, make: Callable[[], T], *, large: bool = False) -> T:
        return self._all.keep((key, self._reader.role, self._reader.units), make, large=large)

    def moved_days(self) -> frozenset[int]:
        return self._all.moved_days()

    def close(self) -> None:
        self._all.close()

    def _expect_own(self, filters: Filters) -> None:
        if filters.reach is None and self.sums_of(filters.programme) is not None:
            raise OutOfReach

    def _covered(self, programme_code: str) -> Reach:
        return self._all.remember(
            ("reach", programme_code, self._reader.units),
            lambda: _reach(self._all.catalogue, programme_code, self._reader),
        )

    def _catalogue(self) -> Catalogue:
        whole = self._all.catalogue
        sums = {programme.id: self.sums_of(programme.code) for programme in whole.programmes}
        covered = {number: reach.covered for number, reach in sums.items() if reach is not None}
        return replace(whole, open_units=covered)


def _reach(catalogue: Catalogue, programme_code: str, reader: Reader) -> Reach:
    programme = catalogue.programme(programme_code)
    own = [catalogue.unit_by_code[code].id for code in reader.units if code in catalogue.unit_by_code]
    ranked = [unit.id for unit in catalogue.ranked.get(programme.id, ())]
    return Reach.of(own, catalogue.tree(programme.id), ranked)
