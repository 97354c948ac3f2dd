"""Single initiatives: search, one page of results, one record."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from model.edges import Row

PAGE_SIZE: Final = 100
COUNTED: Final = 10_000  # limit of counted matches; beyond it the count is “more than”
# Sort orders of rows; the first is the default.
ORDERS: Final = ("newest", "oldest", "benefit", "title", "title-down")


@dataclass(frozen=True)
class RowSearch:
    """A search in scope: `words` in title, author or grassroots union; `page` counts from 1."""

    words: str = ""
    order: str = ORDERS[0]
    page: int = 1


@dataclass(frozen=True)
class RowPage:
    """One page. `total` counts all pages; None until `count_matching` has run.

    `searched` are the words used; they differ from those typed where those matched nothing and were corrected.
    """

    rows: tuple[Row, ...]
    first: int  # number of the first row, from 1
    total: int | None
    has_next: bool
    searched: str
    scope_total: int  # rows in scope, whatever was searched
    looked_at: int | None = None  # how many first rows were searched, where not all

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1


@dataclass(frozen=True)
class Exemplar:
    """An initiative chosen as an example, with the reason; `row` is None where it no longer exists."""

    code: str
    reason: str
    who: str
    chosen_at: datetime
    row: Row | None


@dataclass(frozen=True)
class SavedView:
    """A named address. `query` is the part after the question mark."""

    id: int
    owner: str
    name: str
    subject: str
    query: str
    saved_at: datetime
