"""The interface for pages, files and commands: records of now, frozen ones, or those of one reader's scope."""

from collections.abc import Callable, Hashable
from datetime import date, datetime
from typing import Final, Protocol, TypeVar

import polars as pl
from sqlalchemy import Connection

from data_access.cube.cube import Cube
from data_access.cube.slices import Slice
from data_access.store.kept_frames import ByPart
from data_access.store.refresher import Freshness
from model.catalogue import Catalogue
from model.codes import Basis
from model.filters import Filters
from model.freezing import Frozen
from model.reach import Reach

__all__ = ["Freshness", "Records", "of_records", "of_rows"]

T = TypeVar("T")

# What changes how numbers are shown, not which rows are asked about.
_NOT_RECORDS: Final = {
    name: getattr(Filters(), name)
    for name in ("basis", "boundary", "target", "measure", "top", "before", "snapshot", "other", "period")
}


def of_records(filters: Filters) -> Filters:
    """The filters that choose records, so that equal questions share one answer."""
    return filters.changed(**_NOT_RECORDS)


def of_rows(filters: Filters) -> Filters:
    """`of_records`, with “valid” as a measure turned into a status."""
    return of_records(filters.of_measure)


def counts_rows(records: "Records", filters: Filters) -> bool:
    """Whether rows answer: there are some, and printed figures were not asked for."""
    return filters.basis is Basis.RECORDS and records.has_records(filters.programme)


class Records(Hashable, Protocol):
    """Answers to questions about the data. Every method that reads raises DataAccessError."""

    @property
    def live(self) -> "Records":
        """The records of now: itself, or those behind frozen ones."""

    @property
    def unscoped(self) -> "Records":
        """The records without the limits of an account, for shared caches and never for an answer to a reader."""

    def around(self, records: "Records") -> "Records":
        """Other records within the same reader's limits."""

    @property
    def frozen(self) -> Frozen | None:
        """The snapshot that answers; None for the records of now."""

    @property
    def lists_rows(self) -> bool:
        """Whether the reader may see single initiatives at all."""

    def reach_of(self, programme_code: str) -> Reach | None:
        """The units whose rows the reader may see; None for all."""

    def sums_of(self, programme_code: str) -> Reach | None:
        """The units whose sums the reader may see: all (None) unless the programme is closed to comparison."""

    def to_count(self, filters: Filters) -> Filters:
        """The filters for sums, within what the reader may compare."""

    def to_list(self, filters: Filters) -> Filters:
        """The filters for single rows, within the reader's own. Raises NotListed."""

    @property
    def is_loaded(self) -> bool:
        """Whether everything in memory answers at once."""

    @property
    def stamp(self) -> int:
        """A number that differs for other content, within the process."""

    @property
    def catalogue(self) -> Catalogue: ...

    def poll(self) -> Freshness:
        """How new the numbers are; looks for newer ones a few times a second. Raises only while nothing is known."""

    def catch_up(self) -> None:
        """Read what this process has just written, because its writer looks at it next."""

    def has_records(self, programme_code: str) -> bool:
        """Whether a programme has any record, and not printed figures alone."""

    def last_moment(self, programme_code: str) -> datetime | None:
        """The newest upload."""

    def cube(self, programme_code: str) -> Cube:
        """All cells of a programme."""

    def targets(self, programme_code: str) -> pl.DataFrame:
        """All targets of a programme: unit_id, phase (0 = whole programme), kind, value, qualifier, as_of, source."""

    def published(self) -> pl.DataFrame:
        """The ledger: PUBLISHED without our records' values, all programmes."""

    def slice(self, filters: Filters) -> Slice:
        """The records under some filters."""

    def ask(self, query: Callable[[Connection], T], key: Hashable) -> T:
        """The result of `query`, once for each version; the last good one while the database is unreachable."""

    def ask_rows(self, query: Callable[[Connection], T], key: Hashable, filters: Filters, day: date | None = None) -> T:
        """`ask` for sums that only rows give, under filters from `to_count`, perhaps of one `day`.

        Raises NotFrozen.
        """

    def ask_by_day(self, query: ByPart, key: Hashable, filters: Filters) -> pl.DataFrame:
        """`ask_rows` for a frame with the days of upload (`uploaded`): after a change only its days are read again."""

    def ask_by_unit(self, query: ByPart, key: Hashable, filters: Filters) -> pl.DataFrame:
        """`ask_rows` for a frame with units (`unit_id`): after a change only units with changed rows are read again."""

    def ask_list(
        self, query: Callable[[Connection], T], key: Hashable | None, filters: Filters, *, patiently: bool = False
    ) -> T:
        """`ask` for single rows, filtered by `to_list`; without a key never remembered. Raises NotFrozen, NotListed.

        `patiently`: for a walk over all of them, once a version.
        """

    def ask_now(self, query: Callable[[Connection], T], within: float | None = None) -> T:
        """The result of `query`, never remembered, in `within` seconds."""

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """A value made under a key at this version, for what costs more than a slice."""

    def keep(self, key: Hashable, make: Callable[[], T], *, large: bool = False) -> T:
        """A value made once under a key, for the few things that never change."""

    def moved_days(self) -> frozenset[int]:
        """Days (since 1970) for which today's records differ from what was frozen."""

    def close(self) -> None:
        """Stop following and end all connections."""
