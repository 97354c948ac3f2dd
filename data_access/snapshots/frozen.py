"""Frozen figures: records that know one snapshot instead of today's data."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Final, TypeVar

import polars as pl
from sqlalchemy import Connection

from data_access.cube.columns import Columns, day_number, no_cells
from data_access.cube.cube import LOAD_WITHIN, Cube
from data_access.cube.differences import differing_days
from data_access.cube.partial_day import PartOfDay, count_levelled_later, count_part_of_day
from data_access.cube.scope import Scope, scope_of
from data_access.cube.slices import Slice
from data_access.database.errors import NotFrozen, UnknownSnapshot
from data_access.snapshots.behind_live import BehindLive
from data_access.snapshots.freezing import WEEK, cut_days, find_snapshots
from data_access.snapshots.frozen_content import Content, read_content
from data_access.store.distinct_people import count_people
from data_access.store.kept_frames import ByPart
from data_access.store.lru import Recent
from data_access.store.records import Records, of_records
from model.filters import Filters
from model.freezing import Frozen
from model.notices import Notice

T = TypeVar("T")

_SLICES: Final = 8


def at_snapshot(records: Records, filters: Filters) -> tuple[Records, Filters]:
    """Records and filters for an address; frozen figures end at their moment.

    Raises UnknownSnapshot, and DataAccessError where it cannot be read.
    """
    if filters.snapshot is None:
        return records, filters
    live = records.live.unscoped
    frozen = live.keep(("snapshot", filters.snapshot), partial(_open, live, filters.snapshot), large=True)
    moment = frozen.frozen.as_of
    frozen_filters = filters.changed(programme=frozen.frozen.programme, as_of=min(filters.as_of or moment, moment))
    return records.around(frozen), frozen_filters


def at_snapshot_or_notice(records: Records, filters: Filters) -> tuple[Records, Filters, tuple[Notice, ...]]:
    """Records and filters for a page's address; an unknown snapshot is ignored with a notice."""
    try:
        return *at_snapshot(records, filters), ()
    except UnknownSnapshot:
        return records, filters.changed(snapshot=None), (Notice("snapshot", filters.snapshot or ""),)


class FrozenRecords(BehindLive):
    """Answers from a snapshot; what was not frozen comes from the live records."""

    def __init__(self, live: Records, frozen: Frozen, content: Content) -> None:
        super().__init__(live)
        self.frozen = frozen
        self._content = content
        self._made: Recent[Slice] = Recent(_SLICES)
        self._moved: Recent[frozenset[int]] = Recent(1)

    def has_records(self, programme_code: str) -> bool:
        return len(self.cube(programme_code).cells) > 0

    def last_moment(self, programme_code: str) -> datetime | None:
        return self.cube(programme_code).last_moment

    def cube(self, programme_code: str) -> Cube:
        return self._content.cube if programme_code == self.frozen.programme else self.live.cube(programme_code)

    def targets(self, programme_code: str) -> pl.DataFrame:
        return self._content.targets if programme_code == self.frozen.programme else self.live.targets(programme_code)

    def ask_rows(self, query: Callable[[Connection], T], key: Hashable, filters: Filters, day: date | None = None) -> T:
        """Rows are not frozen: they answer while none that counted then has changed. Raises NotFrozen."""
        self._expect_unmoved(day)
        return self.live.ask_rows(query, key, filters)

    def ask_by_day(self, query: ByPart, key: Hashable, filters: Filters) -> pl.DataFrame:
        self._expect_unmoved()
        return self.live.ask_by_day(query, key, filters)

    def ask_by_unit(self, query: ByPart, key: Hashable, filters: Filters) -> pl.DataFrame:
        self._expect_unmoved()
        return self.live.ask_by_unit(query, key, filters)

    def ask_list(
        self, query: Callable[[Connection], T], key: Hashable | None, filters: Filters, *, patiently: bool = False
    ) -> T:
        self._expect_unmoved()
        return self.live.ask_list(query, key, filters, patiently=patiently)

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        return self.live.remember(("frozen", self.frozen.id, key), make)

    def keep(self, key: Hashable, make: Callable[[], T], *, large: bool = False) -> T:
        return self.live.keep(key, make, large=large)

    def close(self) -> None:
        """Nothing to close: the live records own the connections."""

    def slice(self, filters: Filters) -> Slice:
        if filters.programme != self.frozen.programme:
            return self.live.slice(filters)
        scope_filters = of_records(filters.changed(as_of=min(filters.as_of or self.frozen.as_of, self.frozen.as_of)))
        scope = scope_of(scope_filters, self.catalogue)
        unknown = scope.numbers.keys() - {*self.frozen.dimensions}
        if (
            scope_filters.within or scope.beside or scope.reach or unknown
        ):  # values that the frozen cells do not tell apart
            self._expect_unmoved()
            return self.live.slice(scope_filters)
        return self._made.get_or_make(scope_filters, partial(self._slice, scope_filters))

    def catch_up(self) -> None:
        """Frozen figures never change."""

    def moved_days(self) -> frozenset[int]:
        """Days (since 1970) for which today's records differ from what was frozen."""
        return self._moved.get_or_make(self.live.stamp, self._compare)

    def _expect_unmoved(self, day: date | None = None) -> None:
        days = self.moved_days()
        if days if day is None else day_number(day) in days:
            raise NotFrozen("The rows have changed since the figures were frozen.")

    def _slice(self, filters: Filters) -> Slice:
        scope, cut = scope_of(filters, self.catalogue), no_cells()
        people = partial(self._people, filters, scope)
        later = partial(self._levelled_later, scope) if scope.known_until else None
        if scope.as_of == self.frozen.as_of:
            scope = replace(scope, as_of=None)  # the cells end there
        elif scope.as_of == self.frozen.as_of - WEEK:
            cut = self._content.week_before
        elif scope.as_of and scope.cut_day and self._content.cube.cells.has_day(day_number(scope.cut_day)):
            cut = self._part_of_day(scope.as_of, scope.cut_day)
        return Slice(scope.of_cells, self._content.cube, cut, people, later)

    def _levelled_later(self, scope: Scope) -> Columns:
        """The frozen cells, with the levels of the day of freezing, once the rows have changed."""
        if self.moved_days():
            return no_cells()
        count = partial(count_levelled_later, part=PartOfDay(self.frozen.programme_id), scope=scope)
        return self.live.ask(count, ("levelled later", self.frozen.programme_id, scope.known_until))

    def _part_of_day(self, moment: datetime, day: date | None = None) -> Columns:
        count = partial(count_part_of_day, part=PartOfDay(self.frozen.programme_id), moment=moment)
        if day:
            self._expect_unmoved(day)
        return self.live.ask(count, ("part_of_day", self.frozen.programme_id, moment))

    def _people(self, filters: Filters, scope: Scope) -> pl.DataFrame:
        """People by unit, frozen for everything up to the moment; narrower questions need the rows."""
        first, last = self._content.cube.cells.day_range
        narrowed = scope.of_cells.numbers.keys() - {"unit_id"}
        whole = scope.as_of == self.frozen.as_of and not scope.statuses and not narrowed
        starts, ends = scope.start and day_number(scope.start) > first, scope.end and day_number(scope.end) < last
        if not whole or starts or ends:
            return self.ask_by_unit(partial(count_people, scope=scope), "people", filters)
        units = scope.numbers.get("unit_id")
        return self._content.people.filter(pl.lit(value=True) if units is None else pl.col("unit_id").is_in(units))

    def _compare(self) -> frozenset[int]:
        moment, now = self.frozen.as_of, self.live.cube(self.frozen.programme).cells
        frozen, last = self._content.cube.cells, day_number(moment.date())
        names = self.frozen.dimensions
        if not cut_days(moment):
            return differing_days(frozen, now, last, names)
        part = differing_days(frozen.since(last), self._part_of_day(moment), names=names)
        return differing_days(frozen, now, last - 1, names) | part


def _open(records: Records, code: str) -> FrozenRecords:
    rows = records.ask_now(partial(find_snapshots, code=code))
    if not rows:
        raise UnknownSnapshot(f"Nothing is frozen under {code!r}.")
    return FrozenRecords(records, rows[0], records.ask_now(partial(read_content, frozen=rows[0]), within=LOAD_WITHIN))
