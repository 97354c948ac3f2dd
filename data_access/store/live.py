"""The records of now: everything known in memory, and the database only for the rest."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, Self, TypeVar

import polars as pl
from sqlalchemy import Connection

from data_access.cube.columns import day_number, no_cells
from data_access.cube.cube import LOAD_WITHIN, Cube
from data_access.cube.partial_day import PartOfDay, count_beside, count_levelled_later, count_part_of_day
from data_access.cube.scope import scope_of
from data_access.cube.slices import Slice
from data_access.database.bounded import Database
from data_access.store.distinct_people import people_of
from data_access.store.kept_frames import BY_DAY, BY_UNIT, ByPart
from data_access.store.last_answers import LastAnswers
from data_access.store.lru import Recent
from data_access.store.made import Made
from data_access.store.records import of_records
from data_access.store.refresher import AUDIT_EVERY, Follower, Freshness
from data_access.store.row_answers import Elsewhere, Moved, RowAnswers, patient
from data_access.store.row_counts import RowCounts
from data_access.store.row_sums import RowSums
from data_access.store.state import State
from data_access.store.unlimited import Unlimited
from model.catalogue import Catalogue
from model.filters import Filters

T = TypeVar("T")

_CUTS: Final = 200
_BESIDE: Final = 16
_SLICES: Final = 16  # as many as one page asks for; each may hold a copy of most of the cells
_KEPT: Final = 50  # the spelling of a programme for one scope, and the like
_LARGE: Final = 6  # snapshots, each as large as a programme
_TRIES: Final = 3


class LiveRecords(Unlimited):
    """Today's records, from the cube where possible. One for each process, for any number of threads."""

    def __init__(
        self,
        database: Database,
        audit_every: float = AUDIT_EVERY,
        rows_from: Elsewhere | None = None,
        shared: Path | None = None,
    ) -> None:
        """`rows_from`: another engine for questions about rows. `shared`: the folder of a host's answers."""
        self._database = database
        self._rows = RowAnswers(database, rows_from)
        self._made = Made(lambda: self.stamp)
        self._follower = Follower(database, audit_every, self._made.ask_ahead)
        self._answers = LastAnswers()
        self._sums = RowSums(database, self._rows, shared)
        self._cuts, self._beside = RowCounts(self._rows, _CUTS), RowCounts(self._rows, _BESIDE)
        self._slices: Recent[Slice] = Recent(_SLICES)
        self._kept, self._large = Recent[Any](_KEPT), Recent[Any](_LARGE)

    @property
    def live(self) -> Self:
        return self

    @property
    def frozen(self) -> None:
        """Nothing is frozen here."""

    def moved_days(self) -> frozenset[int]:
        return frozenset()

    @property
    def is_loaded(self) -> bool:
        """Whether everything below answers at once."""
        return self._follower.is_loaded

    @property
    def stamp(self) -> int:
        """A number that differs for other content, within the process."""
        return self._follower.known.stamp

    @property
    def catalogue(self) -> Catalogue:
        return self._follower.known.catalogue

    def poll(self) -> Freshness:
        """How new the numbers are; looks for newer ones a few times a second. Raises only while nothing is known."""
        return self._follower.poll()

    def catch_up(self) -> None:
        """Read what this process has just written, because its writer looks at it next."""
        state = self._follower.known
        self._database.expect_news()
        self._follower.read(newer_than=state)

    def has_records(self, programme_code: str) -> bool:
        return len(self.cube(programme_code).cells) > 0

    def last_moment(self, programme_code: str) -> datetime | None:
        """The newest upload."""
        return self.cube(programme_code).last_moment

    def cube(self, programme_code: str) -> Cube:
        """All cells of a programme."""
        return self._follower.known.cube(programme_code)

    def targets(self, programme_code: str) -> pl.DataFrame:
        """All targets of a programme: unit_id, phase (0 = whole programme), kind, value, qualifier, as_of, source."""
        return self.remember(("targets", programme_code), partial(self._follower.known.targets_of, programme_code))

    def published(self) -> pl.DataFrame:
        """The ledger: PUBLISHED without our records' values, all programmes."""
        return self._follower.known.published

    def slice(self, filters: Filters) -> Slice:
        """The records under some filters. Raises DataAccessError where rows are needed and unavailable."""
        filters = of_records(filters)
        state = self._follower.known
        for _ in range(_TRIES):
            try:
                return self._slices.get_or_make((state.stamp, filters), partial(self._make_slice, state, filters))
            except Moved:
                state = self._follower.read(newer_than=state)
        return self._make_slice(state, filters, exact=False)

    def ask(self, query: Callable[[Connection], T], key: Hashable) -> T:
        """The result of `query`, once for each version; the last good one while the database is unreachable."""
        return self._answers.answered(partial(self._database.ask, query), key, self.stamp)

    def ask_rows(self, query: Callable[[Connection], T], key: Hashable, filters: Filters, day: date | None = None) -> T:
        """`ask` for what only rows of initiatives give, perhaps of one `day`; never frozen with the rest."""
        del day
        return self._sums.sum(query, key, self._follower.known, filters)

    def ask_by_day(self, query: ByPart, key: Hashable, filters: Filters) -> pl.DataFrame:
        """`ask_rows` for a frame with the days of upload (`uploaded`): after a change only its days are read again."""
        return self._sums.frame(BY_DAY, self._follower.known, query, key, filters)

    def ask_by_unit(self, query: ByPart, key: Hashable, filters: Filters) -> pl.DataFrame:
        """`ask_rows` for a frame with units (`unit_id`): after a change only units with changed rows are read again."""
        return self._sums.frame(BY_UNIT, self._follower.known, query, key, filters)

    def ask_list(
        self, query: Callable[[Connection], T], key: Hashable | None, filters: Filters, *, patiently: bool = False
    ) -> T:
        """`ask` for single rows; without a key never remembered, and with the time for a whole file of them."""
        if key is None:
            return self._database.ask(patient(query, LOAD_WITHIN), within=LOAD_WITHIN, reach=filters.reach)
        if patiently:
            return self._sums.walk(query, key, self._follower.known, filters)
        ask = partial(self._rows.ask, query, self.cube(filters.programme), reach=filters.reach)
        return self._answers.answered(ask, (key, filters.reach), self.stamp)

    def ask_now(self, query: Callable[[Connection], T], within: float | None = None) -> T:
        """The result of `query`, never remembered."""
        return self._database.ask(query, within=within)

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """A value made under a key at this version, for what costs more than a slice."""
        return self._made.remember(key, make)

    def keep_ready(self, questions: Iterable[Callable[[], object]]) -> None:
        """Ask these ahead at every version, so that the first reader does not wait."""
        self._made.keep_ready(questions)

    def keep(self, key: Hashable, make: Callable[[], T], *, large: bool = False) -> T:
        """A value made once under a key, for the few things that never change."""
        return (self._large if large else self._kept).get_or_make(key, make)  # type: ignore[no-any-return]

    def close(self) -> None:
        """Stop following and end all connections."""
        for part in (self._made, self._follower, self._rows, self._database):
            part.close()

    def _make_slice(self, state: State, filters: Filters, *, exact: bool = True) -> Slice:
        scope, whole = scope_of(filters, state.catalogue), state.cube(filters.programme)
        cube = whole
        within = replace(scope.within, chosen=None) if scope.within else None
        part = PartOfDay(cube.programme_id, scope.beside, within, scope.reach)
        limits = (filters.within, scope.beside, scope.reach)
        if scope.beside or within or scope.reach:
            count = partial(count_beside, part=part)
            cube = cube.of(self._beside.of(cube, count, limits, exact=exact))
        cut = no_cells()
        if scope.as_of and scope.cut_day and cube.cells.has_day(day_number(scope.cut_day)):
            count = partial(count_part_of_day, part=part, moment=scope.as_of)
            cut = self._cuts.of(cube, count, (scope.as_of, *limits), exact=exact)
        later = None
        if scope.last_whole_day and day_number(scope.last_whole_day) < whole.levels_known_from:
            count, key = partial(count_levelled_later, part=part, scope=scope), ("later", scope.known_until, *limits)
            later = partial(self._cuts.whenever, cube, count, key)
            if scope.levels_then is not None:
                self._cuts.of(cube, count, key, exact=exact)  # and kept
        people = partial(people_of, partial(self._sums.frame, BY_UNIT, state), filters, state.catalogue)
        return Slice(scope.of_cells, cube, cut, people, later)
