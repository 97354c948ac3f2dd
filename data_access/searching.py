"""Words in the text of rows: a walk over the first rows in order, then the trigram index (docs/decisions).

Neither alone answers every word in time: the walk finds what is common, the index what is rare or absent.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, column, func, literal_column, or_, select, table

from data_access.row_order import Order, ordered, walked
from data_access.search_index import WORDS, WORDS_OF_ROW
from data_access.tables import initiative

Conditions: TypeAlias = Collection[ColumnElement[bool]]

FIRST_LOOK: Final = 2_000
WALKED: Final = 20_000
_FEW: Final = 5_000  # candidates that are sooner looked at than walked to
_FEW_UNIONS: Final = 20
_TRIGRAM: Final = 3
_WORDS: Final = table(WORDS, column("rowid"))
# PostgreSQL uses the index for exactly this expression.
_TEXT: Final[ColumnElement[str]] = literal_column(f"({WORDS_OF_ROW})")


@dataclass(frozen=True)
class Search:
    """What is looked for: folded words in title or author, or rows of grassroots unions whose name has them."""

    words: str
    unions: Sequence[int] = ()

    def matches(self, text: ColumnElement[str], union: ColumnElement[int]) -> ColumnElement[bool]:
        for_like = self.words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        in_text = text.like(f"%{for_like}%", escape="\\")
        return or_(in_text, union.in_(self.unions)) if self.unions else in_text

    @property
    def is_short(self) -> bool:
        """Too short for the index: only the first rows in order are looked at, or it would take seconds."""
        return 0 < len(self.words) < _TRIGRAM

    @property
    def in_text(self) -> ColumnElement[bool]:
        return Search(self.words).matches(_TEXT, initiative.c.grassroots_id)

    @property
    def in_unions(self) -> ColumnElement[bool]:
        return initiative.c.grassroots_id.in_(self.unions)


@dataclass(frozen=True)
class Sought:
    """The first `wanted` matches in `order` among `whole` rows, which are those of `conditions`.

    `nearest` tells conditions that leave the first so many of them.
    """

    search: Search
    conditions: Conditions
    nearest: Callable[[int], Conditions]
    order: Order
    wanted: int
    whole: int


def find(connection: Connection, sought: Sought) -> list[int]:
    """Their ids."""
    ids = _walk(connection, sought, FIRST_LOOK)
    if len(ids) == sought.wanted or sought.whole <= FIRST_LOOK:
        return ids
    if sought.search.is_short or _is_worth_walking(connection, sought, len(ids)):
        ids = _walk(connection, sought, WALKED)
        if len(ids) == sought.wanted or sought.whole <= WALKED or sought.search.is_short:
            return ids
    return _by_index(connection, sought)


def _is_worth_walking(connection: Connection, sought: Sought, met: int) -> bool:
    """Whether the next rows are likely to hold as many as wanted, judged by those already met."""
    return met * WALKED >= sought.wanted * FIRST_LOOK and not _are_few(connection, sought.search)


def _walk(connection: Connection, sought: Sought, length: int) -> list[int]:
    """The matches among the first `length` rows in scope."""
    search, order = sought.search, sought.order
    near = select(initiative.c.id, initiative.c.grassroots_id, _TEXT.label("words"), *_named(order))
    near = near.where(*sought.nearest(min(length, sought.whole)))
    walk = walked(near, order).limit(length).subquery("walk")
    keys = [walk.c[column.name] for column in _named(order)] + [walk.c.id]
    step = select(walk.c.id).where(search.matches(walk.c.words, walk.c.grassroots_id))
    step = step.order_by(*(key.desc() if order.descending else key.asc() for key in keys)).limit(sought.wanted)
    return list(connection.scalars(step))


def _are_few(connection: Connection, search: Search) -> bool:
    """Whether the index alone names few candidates: cheap to ask, since it stops counting early."""
    trigrams = _trigrams(search.words)
    if not trigrams or len(search.unions) > _FEW_UNIONS:
        return False
    if connection.dialect.name == "sqlite":
        some = select(_WORDS.c.rowid).where(_matching(trigrams)).limit(_FEW)
    else:
        some = select(initiative.c.id).where(search.in_text).limit(_FEW)
    return int(connection.scalar(select(func.count()).select_from(some.subquery())) or 0) < _FEW


def _named(order: Order) -> list[Any]:
    return [key.label(f"key_{number}") for number, key in enumerate(order.keys)]


def _by_index(connection: Connection, sought: Sought) -> list[int]:
    """Candidates from the index for the text, from the unions for their names; each bounded, put together here."""
    search, order, wanted = sought.search, sought.order, sought.wanted
    parts = [_indexed(connection, search, sought.conditions, order.keys)]
    if search.unions:
        parts.append(select(initiative.c.id, *order.keys).where(search.in_unions, *sought.conditions))
    found: dict[int, tuple[Any, ...]] = {}
    for part in parts:
        rows = connection.execute(ordered(part, order).limit(wanted))
        found |= {row[0]: (*row[1:], row[0]) for row in rows}
    return sorted(found, key=lambda number: found[number], reverse=order.descending)[:wanted]


def count_matches(connection: Connection, search: Search, conditions: Conditions) -> int:
    """All matches in scope."""
    in_text = _indexed(connection, search, conditions)
    counted = int(connection.scalar(select(func.count()).select_from(in_text.subquery())) or 0)
    if search.unions:
        only = select(func.count()).select_from(initiative).where(search.in_unions, ~search.in_text, *conditions)
        counted += int(connection.scalar(only) or 0)
    return counted


def _indexed(
    connection: Connection, search: Search, conditions: Conditions, keys: Sequence[ColumnElement[Any]] = ()
) -> Select[Any]:
    """Rows in scope with the words in their text, through the index where the words are long enough for it.

    SQLite looks at the conditions in this order: numbers first, texts last.
    """
    query = select(initiative.c.id, *keys)
    trigrams = _trigrams(search.words)
    if not trigrams:
        return query.where(*conditions, search.in_text)
    if connection.dialect.name == "sqlite":
        joined = _WORDS.join(initiative, initiative.c.id == _WORDS.c.rowid)
        return query.select_from(joined).where(_matching(trigrams), *conditions, search.in_text)
    # Fenced: otherwise the planner walks all rows in order, hoping to meet matches soon.
    hits = select(initiative.c.id).where(search.in_text, *conditions).cte("hits").prefix_with("MATERIALIZED")
    return query.join(hits, hits.c.id == initiative.c.id)


def _matching(trigrams: Sequence[str]) -> ColumnElement[bool]:
    return literal_column(WORDS).op("MATCH", is_comparison=True)(" AND ".join(f'"{part}"' for part in trigrams))


def _trigrams(words: str) -> list[str]:
    """Every second trigram and the last: they rule out almost as much as all, for half the reading."""
    if len(words) < _TRIGRAM:
        return []
    starts = dict.fromkeys([*range(0, len(words) - _TRIGRAM + 1, 2), len(words) - _TRIGRAM])
    return [words[start : start + _TRIGRAM].replace('"', '""') for start in starts]
